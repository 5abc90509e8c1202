"""Tables of sponsors and of what they gave (§6); money is kept in tiyn, whole numbers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, DateTime, ForeignKey, Index, Integer, Table

from db.models.base import identity, metadata, text

sponsor = Table(
    "sponsor",
    metadata,
    identity(),
    text("name"),
    text("name_sort"),
    text("fold_key"),
    text("contacts"),
    text("note"),
    Column("binned_at", DateTime),
)

donation = Table(
    "donation",
    metadata,
    identity(),
    Column("sponsor_id", Integer, ForeignKey("sponsor.id"), nullable=False, index=True),
    Column("event_id", Integer, ForeignKey("event.id"), index=True),
    Column("received_on", Date, nullable=False),
    Column("amount", BigInteger, nullable=False),  # tiyn, a hundredth of a tenge; 0 for help in kind
    text("in_kind"),
    text("document"),  # contract or letter, as its number is written
    Column("document_on", Date),
    text("note"),
    Column("binned_at", DateTime),
    Index("ix_donation_time", "received_on", "id", "binned_at"),
)
