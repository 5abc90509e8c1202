"""Files attached to records; their content lies in the desk's folder `files` under its own hash."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, DateTime, Index, Integer, Table

from db.models.base import identity, metadata, text

attachment = Table(
    "attachment",
    metadata,
    identity(),
    text("owner"),  # the table of the record it belongs to
    Column("owner_id", Integer, nullable=False),
    text("role"),
    text("name"),
    text("digest"),
    Column("size", BigInteger, nullable=False),
    Column("added_at", DateTime, nullable=False),
    text("note"),
    Index("ix_attachment_owner_owner_id", "owner", "owner_id"),
    Index("ix_attachment_digest", "digest"),
)
