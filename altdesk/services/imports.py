"""What every import shares: the file's sheet with its heads, and the certainty that the desk stands still meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from sqlalchemy import func, select

from altdesk.desk import Desk
from altdesk.domain.cells import Cell, cell_text
from altdesk.domain.clean import clean
from altdesk.domain.columns import Heads, Vocabulary, find_heads
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Counts, PlannedRow, SkippedRow, counted
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark
from db.models.desk import step

SHOWN_LINES = 8
F = TypeVar("F", bound=StrEnum)
R = TypeVar("R", bound=PlannedRow)
State = tuple[int, int]


@dataclass(frozen=True)
class Looked(Generic[F]):
    """One sheet of a file with its heads."""

    sheets: tuple[str, ...]
    sheet: int
    rows: Sequence[Sequence[Cell]]
    heads: Heads[F]
    warnings: tuple[Remark, ...]

    def lines(self, first_row: int) -> tuple[tuple[str, ...], ...]:
        """The first rows from a row on, as text."""
        some = self.rows[first_row : first_row + SHOWN_LINES]
        return tuple(tuple(clean(cell_text(cell)).text for cell in row) for row in some)


def look(path: Path, vocabulary: Vocabulary[F], sheet: int | None = None) -> Looked[F]:
    """Read a file and find the heads of its list: on the sheet named, else on the first that has some."""
    from altdesk import reading

    found = reading.read(path)
    names = tuple(each.name for each in found.sheets)
    if sheet is not None and not 0 <= sheet < len(names):
        raise Refusal(N_("The file has no such sheet."))
    wanted = range(len(names)) if sheet is None else (sheet,)
    heads = {number: find_heads(found.sheets[number].rows, vocabulary) for number in wanted}
    chosen = next((number for number, each in heads.items() if each.found), wanted[0])
    return Looked(names, chosen, found.sheets[chosen].rows, heads[chosen], found.warnings)


@dataclass(frozen=True)
class Begun(Generic[F]):
    """A file looked at with the columns as recognised, or as a person named them."""

    file: str
    looked: Looked[F]
    heads: Heads[F]
    state: State

    @property
    def rows(self) -> Sequence[Sequence[Cell]]:
        return self.looked.rows

    def names(self, fields: frozenset[F]) -> bool:
        """Whether a column holds one of these fields."""
        return bool(fields & set(self.heads.mapping.values()))

    def plan(self, rows: Sequence[R], skipped: Sequence[SkippedRow], *more: Remark) -> Planned[F, R]:
        """What the file would do; `more` are warnings beside those about the file and its columns."""
        return Planned(
            file=self.file,
            sheets=self.looked.sheets,
            sheet=self.looked.sheet,
            heads=self.heads,
            lines=self.looked.lines(self.heads.first_row),
            warnings=(*self.looked.warnings, *self.heads.remarks, *more),
            rows=rows,
            skipped=skipped,
            counts=counted(list(rows), len(skipped)),
            state=self.state,
        )


@dataclass(frozen=True)
class Planned(Generic[F, R]):
    """What a file would do to the desk, and where in the file it stands.

    `sheets` are the names of the file's sheets and `sheet` is the one looked at; `lines` are the first rows below the
    heads as text; `warnings` are about the file and its columns.
    """

    file: str
    sheets: tuple[str, ...]
    sheet: int
    heads: Heads[F]
    lines: tuple[tuple[str, ...], ...]
    warnings: tuple[Remark, ...]
    rows: Sequence[R]
    skipped: Sequence[SkippedRow]
    counts: Counts
    state: State  # of the desk it was compared with

    def names(self, fields: frozenset[F]) -> bool:
        """Whether a column holds one of these fields."""
        return bool(fields & set(self.heads.mapping.values()))


def begin(
    desk: Desk, path: Path, vocabulary: Vocabulary[F], mapping: Mapping[int, F] | None, sheet: int | None
) -> Begun[F]:
    """Look at a file, and remember how the desk stands meanwhile. Refused when the file cannot be read."""
    looked = look(path, vocabulary, sheet)
    heads = looked.heads if mapping is None else looked.heads.with_mapping(mapping)
    return Begun(path.name, looked, heads, state_of(desk))


@contextmanager
def no_collecting() -> Iterator[None]:
    """Tens of thousands of records are made and all of them are kept: looking for garbage meanwhile only costs time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def state_of(desk: Desk, but: int = 0) -> State:
    """What changes with every step, undo and redo; the step `but` apart."""
    with desk.store.read() as connection:
        done = select(func.coalesce(func.max(step.c.id), 0), func.count()).where(step.c.state == "done")
        newest, count = connection.execute(done.where(step.c.id != but)).one()
    return newest, count


def refuse_if_moved(desk: Desk, state: State, own: int) -> None:
    """Refused when anything was done since `state` but the step `own`, which is being made."""
    if state_of(desk, own) != state:
        raise Refusal(N_("The desk has changed since the file was looked at. Look at the file again."))
