"""Today: gathers what the secretary has to know in the morning, and which step comes next."""

from __future__ import annotations

from datetime import date, timedelta

from altdesk.desk import Desk
from altdesk.domain.acquaintance import Coverage, SheetLine
from altdesk.domain.documents import DocumentsQuery
from altdesk.domain.people import PeopleQuery
from altdesk.domain.today import NextStep, Today
from altdesk.services import acquaintance, documents, people

RECENT = timedelta(days=7)


def today(desk: Desk, day: date | None = None) -> Today:
    """The state of the desk on a day."""
    now = day or date.today()
    coverage = acquaintance.coverage(desk)
    owing = sorted((line for line in coverage if line.missing), key=lambda line: -line.missing)
    sheets = acquaintance.sheet_lines(desk)
    out = [line for line in sheets if line.printed_on and not line.back_on]
    overdue = [line for line in out if line.expected_on and line.expected_on < now]
    found = Today(
        people=people.count(desk, PeopleQuery()),
        documents=documents.count(desk, DocumentsQuery()),
        owing=tuple(owing),
        unasked=tuple(line for line in coverage if not line.total),
        unprinted=tuple(line for line in sheets if not line.printed_on and not line.back_on),
        overdue=tuple(sorted(overdue, key=lambda line: line.expected_on or now)),
        out=tuple(line for line in out if line not in overdue),
        back=tuple(line for line in sheets if line.back_on and line.back_on >= now - RECENT),
        next_step=NextStep.NOTHING,
    )
    step, subject = _next(found, sheets)
    return Today(**{**found.__dict__, "next_step": step, "subject": subject})


def _next(found: Today, sheets: list[SheetLine]) -> tuple[NextStep, SheetLine | Coverage | None]:
    if not found.people:
        return NextStep.IMPORT_PEOPLE, None
    if not found.documents:
        return NextStep.ADD_DOCUMENT, None
    if found.overdue:
        return NextStep.RECORD_SHEET, found.overdue[0]
    if found.unprinted:
        return NextStep.PRINT_SHEET, found.unprinted[-1]
    on_way = {(line.document, line.revision) for line in sheets if line.back_on is None}
    for owed in found.owing:
        if (owed.document, owed.revision) not in on_way:
            newest = next((s for s in sheets if (s.document, s.revision) == (owed.document, owed.revision)), None)
            if newest is not None and newest.open:
                return NextStep.PRINT_RESIDUAL, newest
            return NextStep.MAKE_SHEET, owed
    nobody = next((line for line in found.unasked), None)
    return (NextStep.MAKE_SHEET, nobody) if nobody else (NextStep.NOTHING, None)
