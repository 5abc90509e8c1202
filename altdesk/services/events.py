"""Events: the schedule as a list and by days, what became of each, and the rows of plans they carry out.

A row of a plan is held through `hold_row` and scheduled through `from_row`; whatever becomes of an event is written
into its row in the same step. Photos and files are attachments of the owner "event".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import Period, academic_year, academic_year_of
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.events import Event, EventDraft, EventsQuery, check
from altdesk.domain.events_clashes import Clash, Taken, meets_from
from altdesk.domain.events_kinds import HeldState
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, fold, sort_key
from altdesk.services import events_draft as drafts
from altdesk.services import rules
from db.models.events import event
from db.queries import events as queries
from db.queries import events_clashes as clash_queries
from db.step import Step, now

YEARS = 12  # offered to choose from


def ids(desk: Desk, query: EventsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the events of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: EventsQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[Event]:
    """These events, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, event_id: int) -> Event:
    """One event. Refused when there is no such record."""
    found = lines(desk, [event_id])
    if not found:
        raise Refusal(N_("There is no such event."))
    return found[0]


def on_days(desk: Desk, first: date, last: date, query: EventsQuery | None = None) -> list[Event]:
    """What is on between two days, both included, in the order of days and times; a calendar asks this."""
    with desk.store.read() as connection:
        found = queries.touching(connection, first, last, query or EventsQuery())
        return queries.lines(connection, found)


def unsaid(desk: Desk, today: date) -> list[Event]:
    """Events that are over and of which somebody still has to say what became of them, or with what result."""
    with desk.store.read() as connection:
        asked = (EventsQuery(unmarked_on=today), EventsQuery(wanting=True))
        found = [number for query in asked for number in queries.ids(connection, query)]
        return sorted(queries.lines(connection, found), key=lambda each: (each.first, each.id))


def year_of(desk: Desk, day: date) -> Period:
    """The one academic year an event of this first day belongs to."""
    return academic_year(day, rules.get(desk).year_start)


def years(desk: Desk, today: date | None = None) -> list[Period]:
    """The academic years there are events of, and the present one, the newest first."""
    with desk.store.read() as connection:
        start = rules.read(connection).year_start
        bounds = queries.bounds(connection) or ()
    begun = [academic_year(day, start).first.year for day in (*bounds, today or date.today())]
    every = range(max(begun), min(begun) - 1, -1)
    return [academic_year_of(each, start) for each in every[:YEARS]]


def latest_year(desk: Desk, today: date | None = None) -> Period:
    """The latest academic year with events; the present one while there are none."""
    with desk.store.read() as connection:
        bounds = queries.bounds(connection)
    return year_of(desk, bounds[1] if bounds else today or date.today())


def places(desk: Desk) -> list[str]:
    """The places named so far, in Kazakh order."""
    with desk.store.read() as connection:
        return sorted(queries.places(connection), key=sort_key)


def clashes(desk: Desk, draft: EventDraft, event_id: int = 0) -> list[Clash]:
    """What an event as it is typed clashes with: told, never refused. Nothing while no day is typed."""
    if draft.starts_on is None:
        return []
    taken = Taken(draft.starts_on, max(draft.ends_on or draft.starts_on, draft.starts_on), draft.starts_at,
                  draft.ends_at)  # fmt: skip
    with desk.store.read() as connection:
        people = set(clash_queries.people_of(connection, event_id))
        if draft.responsible.person_id is not None:
            people.add(draft.responsible.person_id)
        return clash_queries.of(connection, event_id, taken, fold(draft.place), sorted(people))


def clashes_of(desk: Desk, wanted: Sequence[int]) -> dict[int, list[Clash]]:
    """The clashes of kept events by their ids; those without one are left out."""
    with desk.store.read() as connection:
        return clash_queries.of_kept(connection, wanted)


def add(desk: Desk, draft: EventDraft, today: date | None = None) -> Changed:
    """Plan an event. Refused, each under its field, for what cannot be."""
    with desk.step(N_("Add the event «%(title)s»"), title=drafts.short(draft.title)) as step:
        step.made = drafts.insert(step, draft, HeldState.PLANNED, today or date.today())
    return desk.done(step)


def save(desk: Desk, event_id: int, draft: EventDraft, today: date | None = None) -> Changed:
    """Change what is said of an event; another day typed here is a correction, `move` is what remembers the old one."""
    with desk.step(N_("Change the event «%(title)s»"), title=drafts.short(draft.title)) as step:
        step.made = event_id
        known = drafts.known(step, event_id)
        tidied = drafts.tidy(step.connection, draft)
        drafts.refuse_wrong(step.connection, tidied, known.state, today or date.today(), known)
        values = drafts.columns(tidied)
        if known.state is HeldState.MOVED and known.moved_from == tidied.starts_on:
            values |= {"state": HeldState.PLANNED.value, "moved_from": None}
        drafts.change(step, event_id, values)
        if known.plan_row_id != tidied.plan_row_id:
            drafts.release_row(step, known)
        drafts.mark_row(step, event_id)
    return desk.done(step)


def held(
    desk: Desk, events: Iterable[int], *, participants: int | None = None, result: str = "", today: date | None = None
) -> Changed:
    """Mark events as held; how many came and with what result may be said at once. Refused before their day."""
    told: dict[str, Any] = {"participants": participants, "result": result or None}
    said = {name: value for name, value in told.items() if value is not None}

    def hold(step: Step, known: Event) -> None:
        _hold(step, replace(known, **said), today or date.today())

    return _each(desk, N_("%(count)s events held"), events, hold)


def _hold(step: Step, meant: Event, today: date) -> None:
    tidied = drafts.tidy(step.connection, meant)
    check(tidied, HeldState.HELD, today)
    drafts.change(step, meant.id, {**drafts.columns(tidied), "state": HeldState.HELD.value, "reason": "",
                                   "moved_from": meant.moved_from})  # fmt: skip
    drafts.mark_row(step, meant.id)


def move(desk: Desk, event_id: int, day: date | None) -> Changed:
    """Move an event to another day; the day it was planned for first is remembered. Refused for one that was held."""
    with desk.step(N_("Move the event «%(title)s»"), title=drafts.short(get(desk, event_id).title)) as step:
        step.made = event_id
        _move(step, drafts.known(step, event_id), day)
    return desk.done(step)


def _move(step: Step, known: Event, day: date | None) -> None:
    if day is None:
        raise Refusal(N_("Type the new day of the event."), field="day")
    if known.state is HeldState.HELD:
        sentence = N_("The event was held on %(day)s. Plan it again first, then move it.")
        raise Refusal(sentence, field="day", day=short_day(known.first))
    if known.plan_row_id is not None and day != known.first:
        drafts.refuse_outside(step.connection, known.plan_row_id, day, "day")
    if day == known.first and known.state is not HeldState.NOT_HELD:
        return
    planned = known.moved_from or known.first
    back = day == planned
    state = HeldState.PLANNED if back else HeldState.MOVED
    days = {"starts_on": day, "ends_on": day + (known.last - known.first), "meets_from": meets_from(day)}
    drafts.change(step, known.id, {**days, "state": state.value, "moved_from": None if back else planned, "reason": ""})
    drafts.mark_row(step, known.id)


def not_held(desk: Desk, events: Iterable[int], reason: str) -> Changed:
    """Say that events were not held, and why. Refused without a reason."""
    said = clean(reason).text
    if not said:
        raise Refusal(N_("Type why the event was not held."), field="reason")

    def give_up(step: Step, known: Event) -> None:
        drafts.change(step, known.id, {"state": HeldState.NOT_HELD.value, "reason": said})
        drafts.mark_row(step, known.id)

    return _each(desk, N_("%(count)s events not held"), events, give_up)


def plan_again(desk: Desk, events: Iterable[int]) -> Changed:
    """Take back that events were held or not held: they are planned again, moved ones stay moved."""

    def again(step: Step, known: Event) -> None:
        state = HeldState.MOVED if known.moved_from is not None else HeldState.PLANNED
        drafts.change(step, known.id, {"state": state.value, "reason": ""})
        drafts.mark_row(step, known.id)

    return _each(desk, N_("%(count)s events planned again"), events, again)


def bin_(desk: Desk, events: Iterable[int]) -> Changed:
    """Put events into the bin; the rows of plans they carried out are planned again."""

    def away(step: Step, known: Event) -> None:
        step.change(event, known.id, binned_at=now())
        drafts.release_row(step, known)

    return _each(desk, N_("%(count)s events to the bin"), events, away)


def _each(desk: Desk, label: str, events: Iterable[int], verb: Callable[[Step, Event], None]) -> Changed:
    chosen = list(events)
    with desk.step(label, count=len(chosen)) as step:
        step.made = chosen[0] if len(chosen) == 1 else None
        for number in chosen:
            verb(step, drafts.known(step, number))
    return desk.done(step)


def hold_row(
    desk: Desk,
    plan_row_id: int,
    day: date,
    *,
    participants: int | None = None,
    result: str = "",
    today: date | None = None,
) -> Changed:
    """A row of a plan was held on a day: its event, made where there is none, and the row are marked in one step."""
    with desk.step(N_("Held: %(title)s"), title=_called(desk, plan_row_id)) as step:
        row = drafts.plan_row_known(step, plan_row_id)
        found = queries.of_row(step.connection, plan_row_id)
        made = found or drafts.insert(step, drafts.of_row(row, day), HeldState.PLANNED, today or date.today())
        known = drafts.known(step, made)
        if found is None or day != known.first:
            drafts.refuse_outside(step.connection, plan_row_id, day)
        moved = known.moved_from or (known.first if day != known.first else None)
        span: timedelta = known.last - known.first
        meant = replace(known, starts_on=day, ends_on=day + span, moved_from=None if moved == day else moved)
        if participants is not None:
            meant = replace(meant, participants=participants)
        _hold(step, replace(meant, result=result or known.result), today or date.today())
        step.made = made
    return desk.done(step)


def from_row(desk: Desk, plan_row_id: int, day: date, today: date | None = None) -> Changed:
    """Schedule the event of a row of a plan on a day; one that is there already is moved to that day."""
    with desk.step(N_("Schedule: %(title)s"), title=_called(desk, plan_row_id)) as step:
        row = drafts.plan_row_known(step, plan_row_id)
        found = queries.of_row(step.connection, plan_row_id)
        if found is not None:
            _move(step, drafts.known(step, found), day)
        step.made = found or drafts.insert(step, drafts.of_row(row, day), HeldState.PLANNED, today or date.today())
        drafts.mark_row(step, step.made)
    return desk.done(step)


def of_row(desk: Desk, plan_row_id: int) -> Event | None:
    """The event of a row of a plan, the newest where there are several; None without one."""
    with desk.store.read() as connection:
        found = queries.of_row(connection, plan_row_id)
        return queries.lines(connection, [found])[0] if found is not None else None


def draft_of_row(desk: Desk, plan_row_id: int) -> EventDraft:
    """The event of a row of a plan as it would begin, on the first day the row says; an empty one without a row."""
    with desk.store.read() as connection:
        row = queries.row_of_plan(connection, plan_row_id)
        return drafts.of_row(row, drafts.likely_day(connection, row)) if row is not None else EventDraft()


def _called(desk: Desk, plan_row_id: int) -> str:
    with desk.store.read() as connection:
        row = queries.row_of_plan(connection, plan_row_id)
    return drafts.short(row["title"]) if row is not None else ""
