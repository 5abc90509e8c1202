"""Reports and the parts of them that a person writes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _report()
    _report_text()


def _report() -> None:
    op.create_table(
        "report",
        _id(),
        _text("kind"),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        *map(_text, ("title", "state")),
        sa.Column("approved_on", sa.Date(), nullable=True),
        *map(_text, ("approved_by", "approved_by_post")),
        sa.Column("heard_on", sa.Date(), nullable=True),
        _text("note"),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_report_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    op.create_index("ix_report_list", "report", ["kind", "year", "first_on", "id"], unique=False)
    op.create_index("ix_report_plan_id", "report", ["plan_id"], unique=False)


def _report_text() -> None:
    op.create_table(
        "report_text",
        _id(),
        sa.Column("report_id", sa.Integer(), nullable=False),
        *map(_text, ("section", "text")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_text_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_text")),
        sa.UniqueConstraint("report_id", "section", name=op.f("uq_report_text_report_id_section")),
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
