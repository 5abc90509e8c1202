"""The life of documents: fields of filing and review, steps with their people, §12 entries, rounds of acquaintance."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

REVIEWED = sa.text("review_on IS NOT NULL")
AGREED = sa.text("state = 'agreed'")


def upgrade() -> None:
    _documents()
    _changes()
    _rounds()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _day(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _round() -> sa.Column[int]:
    return sa.Column("round", sa.Integer(), server_default="0", nullable=False)


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _made(table: str, *columns: sa.Column[Any], keys: dict[str, str], unique: tuple[str, ...] = ()) -> None:
    rest = [_key(table, column, target) for column, target in keys.items()]
    only = [sa.UniqueConstraint(*unique, name=op.f(f"uq_{table}_{'_'.join(unique)}"))] if unique else []
    identity = sa.Column("id", sa.Integer(), autoincrement=False, nullable=False)
    op.create_table(table, identity, *columns, *rest, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")), *only)


def _documents() -> None:
    op.add_column("document", _day("review_on"))
    for name in ("retention", "file_index", "electronic_place", "paper_place"):
        op.add_column("document", _text(name))
    op.create_index(
        "ix_document_review_on", "document", ["review_on"], sqlite_where=REVIEWED, postgresql_where=REVIEWED
    )
    op.create_index("ix_revision_planned", "revision", ["effective_on"], sqlite_where=AGREED, postgresql_where=AGREED)
    _made(
        "revision_step",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        _text("state"),
        _day("done_on"),
        sa.Column("person_id", sa.Integer(), nullable=True),
        *map(_text, ("name", "post", "note")),
        keys={"revision_id": "revision", "person_id": "person"},
    )
    op.create_index(op.f("ix_revision_step_revision_id"), "revision_step", ["revision_id"])
    op.create_index(op.f("ix_revision_step_person_id"), "revision_step", ["person_id"])


def _changes() -> None:
    _made(
        "change_sheet",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _day("printed_on", nullable=False),
        *map(_text, ("document_code", "document_title", "organisation")),
        keys={"document_id": "document"},
        unique=("document_id", "number"),
    )
    _made(
        "change",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        *map(_text, ("paragraph", "wording")),
        _day("made_on"),
        _text("name"),
        sa.Column("person_id", sa.Integer(), nullable=True),
        _text("kind"),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("sheet_id", sa.Integer(), nullable=True),
        _round(),
        _day("due_on"),
        keys={
            "document_id": "document",
            "revision_id": "revision",
            "person_id": "person",
            "corrects": "change",
            "sheet_id": "change_sheet",
        },
        unique=("document_id", "number"),
    )
    op.create_index("ix_change_revision_id", "change", ["revision_id", "round"])
    op.create_index(op.f("ix_change_person_id"), "change", ["person_id"])
    op.create_index(op.f("ix_change_sheet_id"), "change", ["sheet_id"])


def _rounds() -> None:
    for table in ("revision", "duty", "sheet"):
        op.add_column(table, _round())
    op.add_column("sheet", sa.Column("change_number", sa.Integer(), nullable=True))
    op.add_column("sheet", _day("change_on"))
