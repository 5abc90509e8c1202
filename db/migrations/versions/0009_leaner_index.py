"""A leaner index: the journal tells of many new rows in one entry, and words are found by what their record says."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0001"
branch_labels = None
depends_on = None

_BLOCK = sa.text("size > 1")
_KEYED = ("person", "unit", "saved_group")


def upgrade() -> None:
    op.add_column("journal", sa.Column("size", sa.Integer(), server_default="1", nullable=False))
    op.drop_index("ix_journal_step_id", "journal")
    op.create_index("ix_journal_step", "journal", ["step_id", "size"], unique=False)
    op.create_index(
        "ix_journal_block", "journal", ["kind", "record_id"], unique=False, sqlite_where=_BLOCK, postgresql_where=_BLOCK
    )
    op.drop_index("ix_search_word_record", "search_word")
    for kind in _KEYED:
        # Words that are no part of the record's find key: tokens with marks inside, joined.
        op.execute(
            f"UPDATE search_word SET kind = '{kind}+' WHERE kind = '{kind}' AND NOT EXISTS (SELECT 1 FROM {kind} "
            f"WHERE {kind}.id = search_word.record_id "
            f"AND ' ' || {kind}.fold_key || ' ' LIKE '% ' || search_word.word || ' %')"
        )
