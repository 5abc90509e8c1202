"""What a command answers: the same result as data for programs and as lines for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Answer:
    """`data` is printed with `--json`, `lines` without; `code` is the exit code.

    `refused` says in one line of stderr why nothing was done, where the answer itself is worth reading.
    """

    data: Any
    lines: Sequence[str]
    code: int = 0
    refused: str = ""

    def as_json(self) -> str:
        """One line of JSON: days and times are ISO, letters stay letters."""
        return json.dumps(self.data, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat() + "Z"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Rows as aligned columns under their heads; a line feed inside a text does not break its row."""
    texts = [list(heads)] + [[_cell(value) for value in row] for row in rows]
    widths = [max(len(row[at]) for row in texts) for at in range(len(heads))]
    return ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in texts]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day:02}.{value.month:02}.{value.year:04}"
    return " ".join(str(value).split())
