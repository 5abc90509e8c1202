"""Who owes what, person by person, from an index of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_duty_owed",
        "duty",
        ["person_id", "revision_id"],
        unique=False,
        sqlite_where=sa.text("expected = 1 AND state = 'owed'"),
        postgresql_where=sa.text("expected AND state = 'owed'"),
    )
