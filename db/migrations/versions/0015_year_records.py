"""What the yearly report is made of: sponsors, leadership meetings, measures, assessments of clubs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _sponsor()
    _donation()
    _leadership_meeting()
    _raised_issue()
    _measure()
    _criterion()
    _club_assessment()
    _club_score()


def _sponsor() -> None:
    op.create_table(
        "sponsor",
        _id(),
        *map(_text, ("name", "name_sort", "fold_key", "contacts", "note")),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sponsor")),
    )


def _donation() -> None:
    op.create_table(
        "donation",
        _id(),
        sa.Column("sponsor_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        *map(_text, ("in_kind", "document")),
        sa.Column("document_on", sa.Date(), nullable=True),
        _text("note"),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["sponsor_id"], ["sponsor.id"], name=op.f("fk_donation_sponsor_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_donation_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_donation")),
    )
    op.create_index("ix_donation_event_id", "donation", ["event_id"], unique=False)
    op.create_index("ix_donation_sponsor_id", "donation", ["sponsor_id"], unique=False)
    op.create_index("ix_donation_time", "donation", ["received_on", "id", "binned_at"], unique=False)


def _leadership_meeting() -> None:
    op.create_table(
        "leadership_meeting",
        _id(),
        sa.Column("held_on", sa.Date(), nullable=False),
        *map(_text, ("audience", "leader", "leader_post")),
        sa.Column("leader_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        _text("place"),
        sa.Column("participants", sa.Integer(), nullable=True),
        *map(_text, ("topic", "topic_sort", "note")),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["leader_id"], ["person.id"], name=op.f("fk_leadership_meeting_leader_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_leadership_meeting_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leadership_meeting")),
    )
    op.create_index("ix_leadership_meeting_leader_id", "leadership_meeting", ["leader_id"], unique=False)
    op.create_index("ix_leadership_meeting_time", "leadership_meeting", ["held_on", "id", "binned_at"], unique=False)
    op.create_index("ix_leadership_meeting_unit_id", "leadership_meeting", ["unit_id"], unique=False)


def _raised_issue() -> None:
    op.create_table(
        "raised_issue",
        _id(),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *map(_text, ("issue", "answer", "responsible")),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["leadership_meeting.id"], name=op.f("fk_raised_issue_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raised_issue")),
    )
    op.create_index("ix_raised_issue_meeting_id", "raised_issue", ["meeting_id"], unique=False)


def _measure() -> None:
    op.create_table(
        "measure",
        _id(),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        *map(_text, ("unit", "unit_sort", "conditions", "title", "title_sort")),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        *map(_text, ("responsible", "result", "note")),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_measure_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    op.create_index("ix_measure_time", "measure", ["taken_on", "id", "binned_at"], unique=False)
    op.create_index("ix_measure_unit_id", "measure", ["unit_id"], unique=False)


def _criterion() -> None:
    op.create_table(
        "criterion",
        _id(),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("title"),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
    )


def _club_assessment() -> None:
    op.create_table(
        "club_assessment",
        _id(),
        sa.Column("body_id", sa.Integer(), nullable=True),
        *map(_text, ("kind", "body_name", "body_sort")),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        _text("assessed_by"),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        *map(_text, ("conclusion", "note")),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_club_assessment_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_assessment")),
    )
    op.create_index("ix_club_assessment_body_id", "club_assessment", ["body_id"], unique=False)
    op.create_index("ix_club_assessment_time", "club_assessment", ["assessed_on", "id", "binned_at"], unique=False)


def _club_score() -> None:
    op.create_table(
        "club_score",
        _id(),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("criterion"),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["club_assessment.id"], name=op.f("fk_club_score_assessment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_score")),
    )
    op.create_index("ix_club_score_assessment_id", "club_score", ["assessment_id"], unique=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
