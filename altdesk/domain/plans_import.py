"""Rows of a plan out of a foreign table, and what each of them would do: new, changed, the same, or doubtful."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from altdesk.domain.academic_year import Period
from altdesk.domain.cell_columns import CellColumns
from altdesk.domain.cells import Cell, cell_text, is_blank
from altdesk.domain.clean import clean
from altdesk.domain.columns import Heads, is_head_row
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.import_plan import Action, Decision, FieldChange, RowRepair, RowStatus, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.plans import PlanRow, RowDraft
from altdesk.domain.plans_columns import PLANS_VOCABULARY, PlansField
from altdesk.domain.plans_time import parse_time, say_time
from altdesk.domain.plans_words import direction_called, form_called, kind_called, level_called
from altdesk.domain.remarks import Remark, remark

NO_TITLES = N_("No column with events was found. Choose the column that says what is planned.")
NO_ROWS = N_("There are no rows of a plan under the heads of this table.")
NO_TITLE = N_("There is no event in this row.")
HEADS_AGAIN = N_("The heads stand here again.")
SECTION = N_("A heading: the rows below belong to it.")
TWICE = N_("Row %(row)s has the same event.")
UNKNOWN = N_("“%(text)s” was not recognised and is left out.")

P = PlansField
RowDecision = Decision[RowDraft]
TAKE: RowDecision = Decision(Action.NEW)
LEAVE_OUT: RowDecision = Decision(Action.SKIP)
_TEXTS = (P.TITLE, P.RESPONSIBLE, P.SECTION, P.NOTE, P.KIND_AND_FORM, P.KIND, P.FORM, P.DIRECTION, P.LEVEL)
_COMPARED = ("title", "section", "kind", "form", "direction", "level", "responsible", "note")


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row as the file has it."""

    number: int
    draft: RowDraft
    repairs: tuple[RowRepair, ...] = ()
    problems: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the file with what would be done."""

    row: FileRow
    status: RowStatus
    draft: RowDraft
    proposed: RowDecision = TAKE
    changes: tuple[FieldChange, ...] = ()
    reasons: tuple[Remark, ...] = ()
    matches: tuple[PlanRow, ...] = ()

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def repairs(self) -> tuple[RowRepair, ...]:
        return self.row.repairs


def propose(
    rows: Sequence[Sequence[Cell]], heads: Heads[PlansField], today: date
) -> tuple[list[FileRow], list[SkippedRow]]:
    """The rows of a plan in this table, and those that hold none. A row of one text alone, or of the same in all
    its cells, is a heading of a section.

    Refused when there are no rows at all.
    """
    below = rows[heads.first_row :]
    columns = CellColumns(below, heads.mapping, today)
    texts = {name: columns.texts(name) for name in _TEXTS}
    whens = _whens(below, heads, columns)
    found: list[FileRow] = []
    skipped: list[SkippedRow] = []
    section = ""
    for place, row in enumerate(below):
        number = heads.first_row + place + 1
        filled = [cell for cell in row if not is_blank(cell)]
        if not filled:
            continue
        words = [clean(cell_text(cell)).text for cell in filled]
        if len(set(words)) == 1:  # a band whose cells were parted again says the same in each
            words = words[:1]
        shown = " · ".join(words)
        if is_head_row(row, PLANS_VOCABULARY):
            skipped.append(SkippedRow(number, shown, remark(HEADS_AGAIN)))
        elif len(words) == 1 and shown.strip("0123456789. "):
            section = shown
            skipped.append(SkippedRow(number, shown, remark(SECTION)))
        elif not texts[P.TITLE][place].strip("0123456789.-– "):
            skipped.append(SkippedRow(number, shown, remark(NO_TITLE)))
        else:
            said = {name: texts[name][place] for name in _TEXTS}
            found.append(_row(number, said, whens[place], section, columns.repairs(row)))
    if not found:
        raise Refusal(NO_ROWS)
    return found, skipped


def _whens(rows: Sequence[Sequence[Cell]], heads: Heads[PlansField], columns: CellColumns[PlansField]) -> list[str]:
    """Times as a person would type them; what Excel keeps as a day is written as one."""
    texts = columns.texts(P.WHEN, but=frozenset())
    at = next((index for index, name in heads.mapping.items() if name is P.WHEN), None)
    if at is None:
        return texts
    return [f"{row[at]:%d.%m.%Y}" if isinstance(row[at], date) else text for row, text in zip(rows, texts, strict=True)]


def _row(
    number: int, said: Mapping[PlansField, str], when: str, section: str, repairs: tuple[RowRepair, ...]
) -> FileRow:
    problems: list[Remark] = []

    def called(text: str, *readers: Callable[[str], Any]) -> list[Any]:
        values = [read(text) for read in readers]
        if text and not any(values):
            problems.append(remark(UNKNOWN, text=text))
        return values

    kind, form = called(said[P.KIND_AND_FORM], kind_called, form_called)
    (own_kind,), (own_form,) = called(said[P.KIND], kind_called), called(said[P.FORM], form_called)
    (direction,), (level,) = called(said[P.DIRECTION], direction_called), called(said[P.LEVEL], level_called)
    draft = RowDraft(
        said[P.TITLE],
        when,
        said[P.SECTION] or section,
        own_kind or kind,
        own_form or form,
        direction,
        level,
        said[P.RESPONSIBLE],
        note=said[P.NOTE],
    )
    return FileRow(number, draft, repairs, tuple(problems))


def compare(rows: Sequence[FileRow], kept: Sequence[PlanRow], period: Period, language: str) -> list[PlannedRow]:
    """The plan of these rows against those that are kept; a time that is none, or of another year, is doubtful."""
    known = {fold(each.said.title): each for each in kept}
    earlier: dict[str, int] = {}
    planned: list[PlannedRow] = []
    for row in rows:
        key = fold(row.draft.title)
        reasons: list[Remark] = []
        if key in earlier:
            reasons.append(remark(TWICE, row=earlier[key]))
        earlier.setdefault(key, row.number)
        draft = row.draft
        try:
            draft = replace(draft, when=say_time(parse_time(draft.when, period), language))
        except Refusal as refusal:
            reasons.append(Remark(refusal.message, refusal.values))
        planned.append(_against(row, draft, known.get(key), reasons, language))
    return planned


def _against(row: FileRow, draft: RowDraft, kept: PlanRow | None, reasons: list[Remark], language: str) -> PlannedRow:
    if kept is None:
        status = RowStatus.DOUBTFUL if reasons else RowStatus.NEW
        return PlannedRow(row, status, draft, LEAVE_OUT if reasons else TAKE, reasons=tuple(reasons))
    changes = _changes(draft, kept, language)
    merged = _merged(draft, kept, language)
    if reasons:
        return PlannedRow(row, RowStatus.DOUBTFUL, merged, LEAVE_OUT, changes, tuple(reasons), (kept,))
    if not changes:
        return PlannedRow(row, RowStatus.SAME, merged, LEAVE_OUT, matches=(kept,))
    return PlannedRow(row, RowStatus.CHANGED, merged, Decision(Action.UPDATE, kept.id), changes, matches=(kept,))


def _changes(draft: RowDraft, kept: PlanRow, language: str) -> tuple[FieldChange, ...]:
    """What the file says otherwise; what it leaves empty it does not say."""
    pairs = [(name, getattr(kept.said, name), getattr(draft, name)) for name in _COMPARED]
    pairs.append(("when", say_time(kept.said.time, language), draft.when))
    return tuple(FieldChange(name, old, new) for name, old, new in pairs if new and new != old)


def _merged(draft: RowDraft, kept: PlanRow, language: str) -> RowDraft:
    """The kept row with what the file says."""
    values = {name: getattr(draft, name) or getattr(kept.said, name) for name in _COMPARED}
    person = kept.said.responsible_id if values["responsible"] == kept.said.responsible else None
    return RowDraft(**values, when=draft.when or say_time(kept.said.time, language), responsible_id=person)
