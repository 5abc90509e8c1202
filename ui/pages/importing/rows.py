"""What the preview screen shows of a plan: its rows, their states, and which decisions there are to make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from altdesk.domain.columns import Heads
from altdesk.domain.import_plan import STATUS_NAMES, Action, Decision, RowStatus, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark
from altdesk.domain.text import sort_key
from altdesk.i18n import Translator
from ui.columns import State
from ui.theme import Tone

SKIPPED = "skipped"

STATES: Mapping[str, State] = {
    RowStatus.NEW: State("plus-circle-outline", STATUS_NAMES[RowStatus.NEW], Tone.GOOD),
    RowStatus.CHANGED: State("pencil-circle-outline", STATUS_NAMES[RowStatus.CHANGED], Tone.ACCENT),
    RowStatus.DOUBTFUL: State("help-circle-outline", STATUS_NAMES[RowStatus.DOUBTFUL], Tone.WAIT),
    RowStatus.SAME: State("equal", STATUS_NAMES[RowStatus.SAME], Tone.QUIET),
    SKIPPED: State("minus-circle-outline", N_("Skipped"), Tone.QUIET),
}
DECIDED: Mapping[Action, State] = {
    Action.NEW: State("plus-circle-outline", N_("Will be added"), Tone.GOOD),
    Action.UPDATE: State("pencil-circle-outline", N_("Will be updated"), Tone.ACCENT),
    Action.JOIN: State("call-merge", N_("Will be joined"), Tone.ACCENT),
    Action.SKIP: State("close-circle-outline", N_("Left out"), Tone.QUIET),
}


@dataclass(frozen=True)
class Line:
    """One row of the table: the planned (or skipped) row, and what was decided about it."""

    id: int
    row: Any
    decision: Decision[Any] | None

    @property
    def draft(self) -> Any:
        """What will be written: as the file has it, or as it was edited here; None for a skipped row."""
        if self.decision is not None and self.decision.draft is not None:
            return self.decision.draft
        if self.decision is not None and self.decision.action is Action.NEW:
            return self.row.row.draft
        return getattr(self.row, "draft", None)


@dataclass(frozen=True)
class Planned:
    """A plan as the screen shows it. `rows` are its rows and the skipped ones, in the file's order."""

    file: str
    sheets: Sequence[str]
    sheet: int
    heads: Heads[Any]
    lines: Sequence[Sequence[str]]
    warnings: Sequence[Remark]
    rows: Sequence[Any]
    counts: Mapping[str, int]
    text_of: Callable[[Any], str]
    sentence: Callable[[Line], str]
    choices: Callable[[Any], Mapping[str, Decision[Any] | None]]
    offered: Callable[[Line], Sequence[str]]
    namesakes: Callable[[Any], Sequence[tuple[str, Decision[Any]]]]
    orders: Mapping[str, Callable[[Any], Any]]
    edited: Callable[[Line, str, str], Decision[Any] | None]
    state: Callable[[Translator], str]

    @cached_property
    def by_number(self) -> Mapping[int, Any]:
        """The rows by their number in the file."""
        return {row.number: row for row in self.rows}

    def sums(self, decisions: Mapping[int, Decision[Any]]) -> tuple[int, int]:
        """How many rows will be written as things are decided, and how many doubtful ones nobody has decided yet."""
        doubts = self.counts.get(RowStatus.DOUBTFUL, 0)
        writes = self.counts.get(RowStatus.NEW, 0) + self.counts.get(RowStatus.CHANGED, 0)
        for number, decision in decisions.items():
            doubtful = self.by_number[number].status is RowStatus.DOUBTFUL
            doubts -= doubtful
            writes += (decision.action is not Action.SKIP) - (not doubtful)
        return writes, doubts


def state_key(row: Any) -> str:
    """The chip a row belongs to."""
    return SKIPPED if isinstance(row, SkippedRow) else str(row.status.value)


def state_of(line: Line) -> State:
    """What stands in the table's column of states."""
    if line.decision is not None:
        return DECIDED[line.decision.action]
    return STATES[state_key(line.row)]


def in_file_order(planned: Sequence[Any], skipped: Sequence[SkippedRow]) -> list[Any]:
    return sorted([*planned, *skipped], key=lambda row: row.number) if skipped else list(planned)


def text_of(row: Any, fields: Sequence[str]) -> str:
    """What the filter looks through."""
    if isinstance(row, SkippedRow):
        return row.text
    return " ".join(str(getattr(row.draft, field)) for field in fields)


def orders(fields: Sequence[str]) -> dict[str, Callable[[Any], Any]]:
    """The sort keys of the table's columns: by row, by state with the doubtful first, by the text of a field."""
    by_field: dict[str, Callable[[Any], Any]] = {field: partial(_order, field) for field in fields}
    return {"number": lambda row: row.number, "state": lambda row: _STATE_ORDER.index(state_key(row)), **by_field}


def _order(field: str, row: Any) -> str:
    """Rows that have nothing in this field come last."""
    text = "" if isinstance(row, SkippedRow) else str(getattr(row.draft, field) or "")
    return sort_key(text) if text else _LAST


_LAST = chr(0x10FFFF)
_STATE_ORDER = ("doubtful", "new", "changed", "same", SKIPPED)
