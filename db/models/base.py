"""What every table shares: one metadata with named constraints, and short words for common columns."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def identity() -> Column[int]:
    """The id of a record: given out once by the store, never again."""
    return Column("id", Integer, primary_key=True, autoincrement=False)


def text(name: str) -> Column[str]:
    """A text that may be empty but is never NULL."""
    return Column(name, Text, nullable=False, server_default="")
