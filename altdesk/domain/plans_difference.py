"""What two versions of a plan differ in, as a person reads it: row by row, field by field, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from altdesk.domain.events_kinds import DIRECTION_NAMES, EVENT_KIND_NAMES, FORM_NAMES, LEVEL_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.minutes_difference import Change, Piece, PieceKind, words_between
from altdesk.domain.plans import ContentRow, PlanContent
from altdesk.domain.plans_kinds import APPROACH_NAMES
from altdesk.domain.plans_time import WHOLE, PlanTime, say_time

ADDED, TAKEN_OUT = N_("Row added"), N_("Row taken out")


def difference(older: PlanContent, newer: PlanContent, language: str) -> list[Change]:
    """Everything a reader would notice, in the order of the newer version; times are said in `language`."""
    return [change for change in _all(older, newer, language) if change.before != change.after]


def _all(older: PlanContent, newer: PlanContent, language: str) -> Iterator[Change]:
    yield Change(N_("Title"), words_between(older.title, newer.title))
    names = (APPROACH_NAMES[older.approach], APPROACH_NAMES[newer.approach])
    yield Change(N_("Programme approach"), _replaced(*names, marked=True) if names[0] != names[1] else ())
    before = {row.id: row for row in older.rows}
    after = {row.id: row for row in newer.rows}
    for place, row in enumerate(newer.rows, 1):
        was = before.get(row.id)
        if was is None:
            yield Change(ADDED, _replaced("", row_text(row, language)), place)
        else:
            yield from _row(was, row, place, language)
    for place, row in enumerate(older.rows, 1):
        if row.id not in after:
            yield Change(TAKEN_OUT, _replaced(row_text(row, language), ""), place)
    kept = ([row.id for row in older.rows if row.id in after], [row.id for row in newer.rows if row.id in before])
    for number in _displaced(*kept):
        places = [next(at for at, row in enumerate(each.rows, 1) if row.id == number) for each in (older, newer)]
        yield Change(N_("Place in the plan"), _replaced(str(places[0]), str(places[1])), places[1], after[number].title)


def row_text(row: ContentRow, language: str) -> str:
    """A row on one line."""
    return ", ".join(part for part in (row.title, say_time(row.time, language), row.responsible) if part)


def _row(old: ContentRow, new: ContentRow, place: int, language: str) -> Iterator[Change]:
    of = new.title
    yield Change(N_("Section"), words_between(old.section, new.section), place, of)
    yield Change(N_("Event"), words_between(old.title, new.title), place)
    yield Change(N_("Time"), _replaced(say_time(old.time, language), say_time(new.time, language)), place, of)
    if _other_months(old.time, new.time) and say_time(old.time, language) == say_time(new.time, language):
        days = [f"{row.time.first:%d.%m.%Y}" for row in (old, new)]  # the same month of another year
        yield Change(N_("Time"), _replaced(*days), place, of)
    for field, one, other in (
        (
            N_("Kind"),
            EVENT_KIND_NAMES.get(old.kind, "") if old.kind else "",
            EVENT_KIND_NAMES[new.kind] if new.kind else "",
        ),
        (N_("Form"), FORM_NAMES[old.form] if old.form else "", FORM_NAMES[new.form] if new.form else ""),
        (
            N_("Direction"),
            DIRECTION_NAMES[old.direction] if old.direction else "",
            DIRECTION_NAMES[new.direction] if new.direction else "",
        ),
        (N_("Level"), LEVEL_NAMES[old.level] if old.level else "", LEVEL_NAMES[new.level] if new.level else ""),
    ):
        yield Change(field, _replaced(one, other, marked=True) if one != other else (), place, of)
    yield Change(N_("Responsible"), words_between(old.responsible, new.responsible), place, of)
    yield Change(N_("Note"), words_between(old.note, new.note), place, of)


def _other_months(old: PlanTime, new: PlanTime) -> bool:
    """Whether times said alike are of other months, not only of a plan whose year begins on another day by now."""
    months = [(time.first.year, time.first.month, time.last.year, time.last.month) for time in (old, new)]
    return old.precision not in WHOLE and months[0] != months[1]


def _replaced(before: str, after: str, *, marked: bool = False) -> tuple[Piece, ...]:
    pieces = (Piece(PieceKind.REMOVED, before, marked), Piece(PieceKind.ADDED, after, marked))
    return tuple(piece for piece in pieces if piece.text)


def _displaced(before: Sequence[int], after: Sequence[int]) -> list[int]:
    """The fewest rows that were moved to come from one order to the other, in the order of the newer."""
    place = {number: at for at, number in enumerate(before)}
    runs: list[list[int]] = []  # the longest rising run that ends at each row
    for at, number in enumerate(after):
        earlier = [runs[n] for n in range(at) if place[after[n]] < place[number]]
        runs.append([*_longest(earlier), number])
    still = set(_longest(runs))
    return [number for number in after if number not in still]


def _longest(runs: Sequence[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run)) if runs else []
