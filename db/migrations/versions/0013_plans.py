"""Plans with their rows, versions and approvals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _plan()
    _plan_row()
    _plan_version()
    _approval()
    _approval_visit()


def _plan() -> None:
    op.create_table(
        "plan",
        _id(),
        _text("kind"),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        *map(_text, ("title", "title_sort", "approach", "study", "aims", "carried_out", "analysis", "note")),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_plan_body_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_plan_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    op.create_index("ix_plan_body_id", "plan", ["body_id"], unique=False)
    op.create_index("ix_plan_list", "plan", ["year", "title_sort", "id", "binned_at"], unique=False)
    op.create_index("ix_plan_unit_id", "plan", ["unit_id"], unique=False)


def _plan_row() -> None:
    op.create_table(
        "plan_row",
        _id(),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("precision"),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        *map(_text, ("kind", "form", "direction", "level", "state")),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("moved_on", sa.Date(), nullable=True),
        sa.Column("responsible_id", sa.Integer(), nullable=True),
        *map(_text, ("responsible", "responsible_sort", "section", "title", "title_sort", "reason", "note")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_row_plan_id")),
        sa.ForeignKeyConstraint(["responsible_id"], ["person.id"], name=op.f("fk_plan_row_responsible_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_row")),
    )
    op.create_index("ix_plan_row_plan_id", "plan_row", ["plan_id"], unique=False)
    op.create_index("ix_plan_row_responsible_id", "plan_row", ["responsible_id"], unique=False)
    op.create_index("ix_plan_row_time", "plan_row", ["first_on", "id", "state"], unique=False)


def _plan_version() -> None:
    op.create_table(
        "plan_version",
        _id(),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("state"),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        _text("reason"),
        sa.Column("content", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_version_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_version")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_version_plan_id_number")),
    )


def _approval() -> None:
    op.create_table(
        "approval",
        _id(),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *map(_text, ("role", "post", "full_name")),
        sa.Column("person_id", sa.Integer(), nullable=True),
        _text("state"),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["version_id"], ["plan_version.id"], name=op.f("fk_approval_version_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_approval_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_index("ix_approval_person_id", "approval", ["person_id"], unique=False)
    op.create_index("ix_approval_version_id", "approval", ["version_id"], unique=False)


def _approval_visit() -> None:
    op.create_table(
        "approval_visit",
        _id(),
        sa.Column("approval_id", sa.Integer(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("back_on", sa.Date(), nullable=True),
        *map(_text, ("outcome", "comment")),
        sa.ForeignKeyConstraint(["approval_id"], ["approval.id"], name=op.f("fk_approval_visit_approval_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_visit")),
    )
    op.create_index("ix_approval_visit_approval_id", "approval_visit", ["approval_id"], unique=False)
    op.create_index("ix_approval_visit_open", "approval_visit", ["back_on", "sent_on"], unique=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
