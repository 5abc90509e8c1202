"""Who owes what, person by person, from an index of its own; audit binders that were printed are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "binder",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("content", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_binder_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_binder")),
    )
    op.create_index("ix_binder_as_of", "binder", ["as_of"], unique=False)
    op.create_index(op.f("ix_binder_document_id"), "binder", ["document_id"], unique=False)
    op.create_index(
        "ix_duty_owed",
        "duty",
        ["person_id", "revision_id"],
        unique=False,
        sqlite_where=sa.text("expected = 1 AND state = 'owed'"),
        postgresql_where=sa.text("expected AND state = 'owed'"),
    )
