"""People made anonymous: on which day, by whom and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("anonymous_on", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("anonymous_by", sa.Text(), server_default="", nullable=False))
    op.add_column("person", sa.Column("anonymous_why", sa.Text(), server_default="", nullable=False))
