"""Names in Russian beside those in Kazakh: of bodies, and kept with whatever papers keep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NAMES = {
    "body": ("name_ru",),
    "minutes": ("body_name_ru", "organisation_ru", "department_ru"),
    "sheet": ("organisation_ru", "department_ru"),
    "change_sheet": ("organisation_ru",),
    "approval": ("post_ru",),
    "report": ("approved_by_post_ru",),
    "handover": ("given_by_post_ru", "received_by_post_ru"),
    "club_assessment": ("body_name_ru",),
}


def upgrade() -> None:
    for table, names in NAMES.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text(), server_default="", nullable=False))
