"""Originals handed over and working copies; norms, who cites them, and what their changes ask."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LIVE = sa.text("binned_at IS NULL")
HELD = sa.text("returned_on IS NULL AND withdrawn_on IS NULL AND binned_at IS NULL")
UNANSWERED = sa.text("outcome = 'open'")


def upgrade() -> None:
    _copies()
    _norms()
    _flags()


def _identity() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _to(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _primary(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))


def _copies() -> None:
    op.create_table(
        "working_copy",
        _identity(),
        _to("document_id"),
        _to("revision_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        *map(_text, ("kind", "holder", "holder_sort", "post", "unit", "unit_sort")),
        _to("person_id", nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        _text("note"),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        _key("working_copy", "document_id", "document"),
        _key("working_copy", "revision_id", "revision"),
        _key("working_copy", "person_id", "person"),
        _primary("working_copy"),
    )
    op.create_index(
        "uq_working_copy_document_id_number",
        "working_copy",
        ["document_id", "number"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    op.create_index("ix_working_copy_open", "working_copy", ["revision_id"], sqlite_where=HELD, postgresql_where=HELD)
    op.create_index(op.f("ix_working_copy_person_id"), "working_copy", ["person_id"])
    op.create_table(
        "handover",
        _identity(),
        _to("revision_id"),
        _text("what"),
        sa.Column("sheets", sa.Integer(), nullable=True),
        sa.Column("handed_on", sa.Date(), nullable=True),
        *map(_text, ("given_by", "given_by_post", "received_by", "received_by_post", "place", "note")),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        _key("handover", "revision_id", "revision"),
        _primary("handover"),
    )
    op.create_index(op.f("ix_handover_revision_id"), "handover", ["revision_id"])


def _norms() -> None:
    op.create_table(
        "norm",
        _identity(),
        *map(_text, ("designation", "code_key", "code_sort", "title", "title_sort", "kind", "state")),
        sa.Column("changed_on", sa.Date(), nullable=True),
        *map(_text, ("change_note", "note")),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        _primary("norm"),
    )
    op.create_index("uq_norm_code_key", "norm", ["code_key"], unique=True, sqlite_where=LIVE, postgresql_where=LIVE)
    op.create_table(
        "norm_change",
        _identity(),
        _to("norm_id"),
        _text("state"),
        sa.Column("changed_on", sa.Date(), nullable=False),
        _text("note"),
        _key("norm_change", "norm_id", "norm"),
        _primary("norm_change"),
    )
    op.create_index(op.f("ix_norm_change_norm_id"), "norm_change", ["norm_id"])
    op.create_table(
        "document_norm",
        _identity(),
        _to("document_id"),
        _to("norm_id"),
        _key("document_norm", "document_id", "document"),
        _key("document_norm", "norm_id", "norm"),
        _primary("document_norm"),
        sa.UniqueConstraint("document_id", "norm_id", name=op.f("uq_document_norm_document_id_norm_id")),
    )
    op.create_index("ix_document_norm_norm_id", "document_norm", ["norm_id", "document_id"])


def _flags() -> None:
    op.create_table(
        "norm_flag",
        _identity(),
        *map(_to, ("norm_change_id", "norm_id", "document_id")),
        _text("outcome"),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        *map(_text, ("reviewed_by", "note")),
        _to("change_id", nullable=True),
        _key("norm_flag", "norm_change_id", "norm_change"),
        _key("norm_flag", "norm_id", "norm"),
        _key("norm_flag", "document_id", "document"),
        _primary("norm_flag"),
        sa.UniqueConstraint("norm_change_id", "document_id", name=op.f("uq_norm_flag_norm_change_id_document_id")),
    )
    op.create_index("ix_norm_flag_norm_id", "norm_flag", ["norm_id", "document_id"])
    op.create_index("ix_norm_flag_document_id", "norm_flag", ["document_id", "norm_id"])
    op.create_index(
        "ix_norm_flag_open",
        "norm_flag",
        ["norm_id", "document_id"],
        sqlite_where=UNANSWERED,
        postgresql_where=UNANSWERED,
    )
