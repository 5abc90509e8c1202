"""Leaner indexes: the journal tells of many new rows in one entry, people are found without an index by record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None

_BLOCK = sa.text("size > 1")
_NOT_OF_PEOPLE = sa.text("kind <> 'person'")


def upgrade() -> None:
    op.add_column("journal", sa.Column("size", sa.Integer(), server_default="1", nullable=False))
    op.drop_index("ix_journal_step_id", "journal")
    op.create_index("ix_journal_step", "journal", ["step_id", "size"], unique=False)
    op.create_index(
        "ix_journal_block", "journal", ["kind", "record_id"], unique=False, sqlite_where=_BLOCK, postgresql_where=_BLOCK
    )
    op.drop_index("ix_search_word_record", "search_word")
    op.create_index(
        "ix_search_word_record",
        "search_word",
        ["kind", "record_id"],
        unique=False,
        sqlite_where=_NOT_OF_PEOPLE,
        postgresql_where=_NOT_OF_PEOPLE,
    )
    # Words of people that are no part of the find key: tokens with marks inside, joined.
    op.execute(
        "UPDATE search_word SET kind = 'person+' WHERE kind = 'person' AND NOT EXISTS (SELECT 1 FROM person "
        "WHERE person.id = search_word.record_id "
        "AND ' ' || person.fold_key || ' ' LIKE '% ' || search_word.word || ' %')"
    )
