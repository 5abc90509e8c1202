"""Today: gathers what the secretary has to know in the morning, and which step comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from altdesk.desk import Desk
from altdesk.domain.acquaintance import Coverage, SheetLine, SheetState
from altdesk.domain.documents import DocumentsQuery
from altdesk.domain.events_kinds import HeldState
from altdesk.domain.minutes_kinds import MinutesState
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.norms import NormsQuery
from altdesk.domain.people import PeopleQuery
from altdesk.domain.tasks import SOON_DAYS, TasksQuery, TaskState
from altdesk.domain.today import NextStep, Today
from altdesk.services import (
    acquaintance,
    copies,
    daily,
    documents,
    events,
    leadership,
    minutes,
    norms,
    people,
    plans,
    risks,
    rounds,
    tasks,
)

RECENT = timedelta(days=7)
WEEK = timedelta(days=6)  # after today: the events of seven days


def today(desk: Desk, day: date | None = None) -> Today:
    """The state of the desk on a day."""
    now = day or date.today()
    coverage = acquaintance.coverage(desk)
    sheets = acquaintance.sheet_lines(desk)
    in_force = {line.revision_id for line in coverage}
    stands: dict[SheetState, list[SheetLine]] = {state: [] for state in SheetState}
    for line in sheets:
        waited = line.revision_id in in_force and not line.superseded
        if waited or line.back_on:  # what a later revision or a change of meaning replaced is not waited for
            stands[line.state_on(now)].append(line)
    found = Today(
        people=people.count(desk, PeopleQuery()),
        documents=documents.count(desk, DocumentsQuery()),
        missing=sum(line.missing for line in coverage),
        refused=sum(line.refused for line in coverage),
        owing=tuple(sorted((line for line in coverage if line.owed), key=lambda line: -line.owed)),
        unasked=tuple(line for line in coverage if not line.total),
        unprinted=tuple(stands[SheetState.NOT_PRINTED]),
        overdue=tuple(sorted(stands[SheetState.OVERDUE], key=lambda line: line.expected_on or now)),
        out=tuple(stands[SheetState.OUT]),
        back=tuple(line for line in sheets if line.back_on and line.back_on >= now - RECENT),
        next_step=NextStep.NOTHING,
        norms=tuple(norms.lines(desk, norms.ids(desk, NormsQuery(sort="changed_on", flagged_only=True)))),
        to_collect=tuple(copies.to_collect_by_document(desk)),
        late_measures=tuple(risks.overdue(desk, now)),
        held_up=tuple(daily.held_up(desk, now)),
        reviews=tuple(documents.reviews_due(desk, now)),
        tasks=tuple(tasks.lines(desk, tasks.ids(desk, TasksQuery(state=TaskState.OPEN, due_last=now)))),
        meetings=tuple(minutes.lines(desk, minutes.ids(desk, MinutesQuery(state=MinutesState.DRAFT, last=now)))),
        coming_tasks=tuple(tasks.due(desk, now + timedelta(1), now + timedelta(SOON_DAYS))),
        coming_meetings=tuple(minutes.drafts(desk, first=now + timedelta(1))),
        events=tuple(each for each in events.on_days(desk, now, now + WEEK) if each.state is not HeldState.NOT_HELD),
        slow_papers=tuple(plans.waiting_long(desk, now)),
        unsaid_events=tuple(events.unsaid(desk, now)),
        issues=tuple(leadership.due_issues(desk, now + timedelta(SOON_DAYS))),
    )
    step, subject = _next(desk, found, sheets)
    return replace(found, next_step=step, subject=subject)


def _next(desk: Desk, found: Today, sheets: list[SheetLine]) -> tuple[NextStep, SheetLine | Coverage | None]:
    if not found.people:
        return NextStep.IMPORT_PEOPLE, None
    if not found.documents:
        return NextStep.ADD_DOCUMENT, None
    if found.overdue:
        return NextStep.RECORD_SHEET, found.overdue[0]
    if found.unprinted:
        return NextStep.PRINT_SHEET, found.unprinted[-1]
    on_way = {line.revision_id for line in found.out}
    for owed in found.owing:
        if owed.revision_id not in on_way:
            newest = next((line for line in sheets if line.revision_id == owed.revision_id), None)
            if newest is not None and newest.open and rounds.still_open(desk, newest.id):
                return NextStep.PRINT_RESIDUAL, newest
            return NextStep.MAKE_SHEET, owed
    nobody = next((line for line in found.unasked), None)
    return (NextStep.MAKE_SHEET, nobody) if nobody else (NextStep.NOTHING, None)
