"""Tables of bodies: their posts, the terms people hold them for, and the interests that suggest a club."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, Table

from db.models.base import identity, metadata, text

body = Table(
    "body",
    metadata,
    identity(),
    text("name"),
    text("name_sort"),
    text("fold_key"),
    text("short_name"),
    text("kind"),
    Column("unit_id", Integer, ForeignKey("unit.id")),
    text("quorum_kind"),
    Column("quorum_parts", Integer, nullable=False),
    Column("quorum_of", Integer, nullable=False),
    text("note"),
    Column("founded_on", Date),
    Column("closed_on", Date),
    Column("binned_at", DateTime),
    text("name_ru"),
)

body_post = Table(
    "body_post",
    metadata,
    identity(),
    Column("body_id", Integer, ForeignKey("body.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    text("title"),
    text("title_key"),
    Column("seats", Integer, nullable=False),  # 1, or 0 for any number
    Column("votes", Boolean, nullable=False),
    text("role"),
    Column("binned_at", DateTime),
)

term = Table(
    "term",
    metadata,
    identity(),
    Column("body_id", Integer, ForeignKey("body.id"), nullable=False),
    Column("body_post_id", Integer, ForeignKey("body_post.id"), nullable=False, index=True),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False, index=True),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date),
    text("end_reason"),
    text("note"),
    Index("ix_term_body_id_ends_on", "body_id", "ends_on"),
)

body_keyword = Table(
    "body_keyword",
    metadata,
    identity(),
    Column("body_id", Integer, ForeignKey("body.id"), nullable=False, index=True),
    text("word"),
    text("fold_key"),
)

interest = Table(
    "interest",
    metadata,
    identity(),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False, index=True),
    text("word"),
    text("fold_key"),
    Index("ix_interest_fold_key", "fold_key"),
)
