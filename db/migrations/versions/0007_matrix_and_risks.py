"""Tables of a document's revision, the risk register with its assessments, abbreviations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _tables_of_a_revision()
    _risks()
    op.create_table(
        "abbreviation",
        _id(),
        *map(_text, ("short", "short_sort", "expansion", "expansion_sort", "note")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_abbreviation")),
    )


def _tables_of_a_revision() -> None:
    op.create_table(
        "grid",
        _id(),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *map(_text, ("kind", "title", "note")),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_grid_revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grid")),
    )
    op.create_index("ix_grid_revision_id", "grid", ["revision_id"], unique=False)
    op.create_table(
        "grid_column",
        _id(),
        sa.Column("grid_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *map(_text, ("head", "group_head", "holds")),
        sa.ForeignKeyConstraint(["grid_id"], ["grid.id"], name=op.f("fk_grid_column_grid_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grid_column")),
    )
    op.create_index("ix_grid_column_grid_id", "grid_column", ["grid_id"], unique=False)
    op.create_table(
        "grid_row",
        _id(),
        sa.Column("grid_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["grid_id"], ["grid.id"], name=op.f("fk_grid_row_grid_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grid_row")),
    )
    op.create_index("ix_grid_row_grid_id", "grid_row", ["grid_id"], unique=False)
    op.create_table(
        "grid_cell",
        _id(),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("column_id", sa.Integer(), nullable=False),
        _text("cell"),
        sa.ForeignKeyConstraint(["column_id"], ["grid_column.id"], name=op.f("fk_grid_cell_column_id")),
        sa.ForeignKeyConstraint(["row_id"], ["grid_row.id"], name=op.f("fk_grid_cell_row_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grid_cell")),
        sa.UniqueConstraint("row_id", "column_id", name=op.f("uq_grid_cell_row_id_column_id")),
    )
    op.create_index("ix_grid_cell_column_id", "grid_cell", ["column_id"], unique=False)


def _risks() -> None:
    op.create_table(
        "risk",
        _id(),
        sa.Column("document_id", sa.Integer(), nullable=True),
        *map(_text, ("process", "title", "title_sort", "cause", "measure", "owner", "owner_sort")),
        sa.Column("due_on", sa.Date(), nullable=True),
        _text("state"),
        sa.Column("closed_on", sa.Date(), nullable=True),
        _text("note"),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_risk_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
    )
    op.create_index("ix_risk_document_id", "risk", ["document_id"], unique=False)
    op.create_index("ix_risk_list", "risk", ["title_sort", "id", "state", "binned_at"], unique=False)
    op.create_index("ix_risk_due", "risk", ["state", "due_on"], unique=False)
    op.create_table(
        "assessment",
        _id(),
        sa.Column("risk_id", sa.Integer(), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        _text("assessed_by"),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("likelihood", sa.Integer(), nullable=False),
        sa.Column("impact", sa.Integer(), nullable=False),
        _text("level"),
        sa.Column("residual_likelihood", sa.Integer(), nullable=True),
        sa.Column("residual_impact", sa.Integer(), nullable=True),
        *map(_text, ("residual_level", "note", "recorded_by")),
        sa.Column("recorded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["risk_id"], ["risk.id"], name=op.f("fk_assessment_risk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    op.create_index("ix_assessment_newest", "assessment", ["risk_id", "assessed_on", "id"], unique=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
