"""Events of the schedule and who took part in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


_UNSAID = sa.text("state = 'held' AND (result = '' OR participants IS NULL)")

_OPEN = sa.text("state IN ('planned', 'moved')")


def upgrade() -> None:
    _event()
    _participant()


def _event() -> None:
    op.create_table(
        "event",
        _id(),
        sa.Column("plan_row_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("meets_from", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        *map(_text, ("time_sort", "kind", "form", "direction", "level", "state")),
        sa.Column("moved_from", sa.Date(), nullable=True),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("responsible_id", sa.Integer(), nullable=True),
        *map(_text, ("responsible", "responsible_sort", "place", "place_key", "whom", "title", "title_sort", "uid")),
        sa.Column("sequence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        *map(_text, ("result", "reason", "note")),
        sa.ForeignKeyConstraint(["plan_row_id"], ["plan_row.id"], name=op.f("fk_event_plan_row_id")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_event_body_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_event_unit_id")),
        sa.ForeignKeyConstraint(["responsible_id"], ["person.id"], name=op.f("fk_event_responsible_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_body", "event", ["body_id", "starts_on", "time_sort", "id", "binned_at"], unique=False)
    op.create_index("ix_event_place", "event", ["place_key", "starts_on"], unique=False)
    op.create_index("ix_event_plan_row_id", "event", ["plan_row_id"], unique=False)
    op.create_index("ix_event_responsible_id", "event", ["responsible_id"], unique=False)
    op.create_index(
        "ix_event_time", "event", ["starts_on", "time_sort", "id", "binned_at", "ends_on", "state"], unique=False
    )
    op.create_index("ix_event_title", "event", ["title_sort", "id"], unique=False)
    op.create_index("ix_event_unit_id", "event", ["unit_id"], unique=False)
    op.create_index("ix_event_open", "event", ["ends_on"], unique=False, sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index(
        "ix_event_unsaid", "event", ["starts_on", "id"], unique=False, sqlite_where=_UNSAID, postgresql_where=_UNSAID
    )


def _participant() -> None:
    op.create_table(
        "participant",
        _id(),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        *map(_text, ("role", "full_name", "post", "result")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_participant_event_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_participant_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_participant_event_id_person_id")),
    )
    op.create_index("ix_participant_person_id", "participant", ["person_id"], unique=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
