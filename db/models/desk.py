"""Tables of the desk itself: its settings, the steps and their journal, the words to find by, the ids given out."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Table, Text
from sqlalchemy import text as sql

from db.models.base import identity, metadata, text

setting = Table("setting", metadata, identity(), Column("name", Text, nullable=False, unique=True), text("value"))

step = Table(
    "step",
    metadata,
    identity(),
    text("label"),
    text("details"),
    Column("at", DateTime, nullable=False),
    text("who"),
    text("state"),
    Column("undone_at", DateTime),
    text("seal"),  # why undo may not take it back, as JSON of a sentence and its values
    Index("ix_step_state", "state"),
)

_BLOCK = sql("size > 1")
_NOT_OF_PEOPLE = sql("kind <> 'person'")  # their rows show their words: db.search.FIND_KEYS

journal = Table(
    "journal",
    metadata,
    identity(),
    Column("step_id", Integer, ForeignKey("step.id"), nullable=False),
    text("kind"),
    Column("record_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("size", Integer, nullable=False, server_default="1"),
    Index("ix_journal_step", "step_id", "size"),
    Index("ix_journal_record", "kind", "record_id"),
    Index("ix_journal_block", "kind", "record_id", sqlite_where=_BLOCK),
)

search_word = Table(
    "search_word",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("word", Text, primary_key=True),
    Column("record_id", Integer, primary_key=True, autoincrement=False),
    Index("ix_search_word_record", "kind", "record_id", sqlite_where=_NOT_OF_PEOPLE),
    sqlite_with_rowid=False,
)

counter = Table("counter", metadata, Column("name", Text, primary_key=True), Column("value", Integer, nullable=False))
