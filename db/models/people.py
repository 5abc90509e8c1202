"""Tables of people: persons, their further posts, units, saved groups."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, Table, Text

from db.models.base import identity, metadata, text

unit = Table(
    "unit",
    metadata,
    identity(),
    text("name"),
    text("fold_key"),
    text("sort_key"),
    Column("parent_id", Integer, ForeignKey("unit.id")),
    Index("ix_unit_fold_key", "fold_key"),
)

person = Table(
    "person",
    metadata,
    identity(),
    text("surname"),
    text("given_name"),
    text("patronymic"),
    text("full_name"),
    text("sort_key"),
    text("fold_key"),
    text("kind"),
    text("post"),
    text("post_key"),
    Column("unit_id", Integer, ForeignKey("unit.id")),
    text("group_name"),
    text("group_key"),
    Column("course", Integer),
    text("email"),
    text("phone"),
    text("note"),
    Column("consent_on", Date),
    Column("left_on", Date),
    Column("binned_at", DateTime),
    Column("anonymous_on", Date),  # Law 94-V: made anonymous, and by whom and why
    text("anonymous_by"),
    text("anonymous_why"),
    Index("ix_person_list", "sort_key", "id", "left_on", "binned_at"),
    Index("ix_person_fold_key", "fold_key"),
    Index("ix_person_unit_id", "unit_id"),
    Index("ix_person_post_key", "post_key", "sort_key"),
)

further_post = Table(
    "further_post",
    metadata,
    identity(),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    text("post"),
    text("post_key"),
    Column("unit_id", Integer, ForeignKey("unit.id")),
    Index("ix_further_post_post_key", "post_key"),
)

saved_group = Table(
    "saved_group",
    metadata,
    identity(),
    text("name"),
    text("sort_key"),
    text("fold_key"),
    Column("rule_kind", Text),
    Column("rule_unit_id", Integer, ForeignKey("unit.id")),
    text("rule_post"),
    text("rule_post_key"),
)

group_member = Table(
    "group_member",
    metadata,
    identity(),
    Column("group_id", Integer, ForeignKey("saved_group.id"), nullable=False, index=True),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False, index=True),
    text("mode"),
)
