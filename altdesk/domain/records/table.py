"""How a table of the desk is spoken of: its name, what its records are called, what they belong to, its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Values = Mapping[str, Mapping[Any, str]]  # by column: an enum and the marked words of each


@dataclass(frozen=True)
class Table:
    """One table, in marked words.

    one: what a row is; many: what its list is called, for a table whose rows are records of their own.
    called: the columns that say what a row is called, one that refers to another table by what that is called.
    of: the table a row is a part of, and the column that says of which one; such rows come and go with their record.
    opens: the kind by which the window shows a record.
    fields: what columns are called; values: the words for what stands in a column.
    derived: whether the program keeps the rows by itself; the history of a record passes over them.
    unique: a column that no two records share, but for those in the bin.
    loose: columns that refer to records without holding them: when such a record goes for good, the row goes too.
    bin: whether a row that was put into the bin, or removed, is a thing of its own there.
    """

    one: str
    many: str = ""
    called: tuple[str, ...] = ()
    of: tuple[str, str] | None = None
    opens: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    values: Values = field(default_factory=dict)
    derived: bool = False
    unique: str = ""
    loose: tuple[str, ...] = ()
    bin: bool = False
