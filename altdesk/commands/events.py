"""Commands about events: lists and files, the schedule, and what became of one event."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as export_answers
from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.dates import parse_day
from altdesk.domain.errors import Refusal
from altdesk.domain.events import Event, EventsQuery
from altdesk.domain.events_kinds import HELD_STATE_NAMES, LEVEL_NAMES, HeldState
from altdesk.domain.marking import N_
from altdesk.domain.minutes_attendance import clock
from altdesk.forms.sheets.schedule import Span
from altdesk.services import binder, bodies, events, exporting_events, printing
from altdesk.services.papers import events as papers
from altdesk.services.papers.events import of_month, of_year


def list_events(desk: Desk, asked: Namespace) -> Answer:
    """Events in the order of their days."""
    found = events.lines(desk, events.ids(desk, _query(desk, asked)))
    heads = (N_("Id"), N_("Event"), N_("Day"), N_("Time"), N_("Venue"), N_("Level"), N_("State"), N_("Participants"))
    rows = (
        (
            each.id, each.title, each.first, clock(each.starts_at), each.place,
            desk.say(LEVEL_NAMES[each.level]) if each.level else "", desk.say(HELD_STATE_NAMES[each.state]),
            each.participants,
        )
        for each in found
    )  # fmt: skip
    return Answer([event_data(each) for each in found], table([desk.say(head) for head in heads], rows))


def event_data(known: Event) -> dict[str, Any]:
    """`plan` is the title of the plan it comes from, `participants` how many came."""
    names = ("id", "title", "place", "body", "unit", "plan", "participants", "result", "moved_from", "reason")
    kinds = {name: getattr(known, name) for name in ("kind", "form", "direction", "level")}
    days = {"starts_on": known.first, "ends_on": known.last, "starts_at": clock(known.starts_at) or None}
    return (
        {name: getattr(known, name) for name in names}
        | {name: value.value if value else None for name, value in kinds.items()}
        | days
        | {"ends_at": clock(known.ends_at) or None, "state": known.state.value}
        | {"responsible": known.responsible.full_name}
    )


def _query(desk: Desk, asked: Namespace) -> EventsQuery:
    span = _span(desk, asked)
    return EventsQuery(
        text=asked.search,
        first=span.first,
        last=span.last,
        body_id=bodies.by_name(desk, asked.body).id if asked.body is not None else None,
        state=HeldState(asked.state) if asked.state is not None else None,
        person_id=printing.person_called(desk, asked.person) if asked.person is not None else None,
        wanting=asked.without_result,
    )


def _span(desk: Desk, asked: Namespace) -> Span:
    """The time asked for with --year, --month, --from and --to."""
    if asked.year is not None:
        return of_year(binder.year_called(desk, asked.year))
    if asked.month is not None:
        return of_month(_month(asked.month))
    first, last = _day(getattr(asked, "first", None), "from"), _day(getattr(asked, "last", None), "to")
    if first and last and last < first:
        raise Refusal(N_("The last day cannot be before the first."), field="to")
    return Span(first, last)


def _day(text: str | None, field: str) -> date | None:
    return parse_day(text, date.today(), field=field) if text else None


def _month(text: str) -> date:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", text.strip())
    if not found or not 1 <= int(found[2]) <= 12 or not 1900 <= int(found[1]) <= 2199:
        raise Refusal(N_("“%(text)s” is not a month. Type it like 2026-03."), field="month", text=text)
    return date(int(found[1]), int(found[2]), 1)


def export_events(desk: Desk, asked: Namespace) -> Answer:
    span = of_year(binder.year_called(desk, asked.year)) if asked.year is not None else Span()
    wanted = events.ids(desk, EventsQuery(first=span.first, last=span.last))
    return export_answers.answer(desk, exporting_events.events(desk, Path(asked.file), wanted))


def print_schedule(desk: Desk, asked: Namespace) -> Answer:
    """The schedule of a month, a year or some days, as a paper or a calendar file."""
    span = _span(desk, asked)
    if span == Span():
        span = of_year(events.latest_year(desk))
    return answer(desk, printing.save(desk, papers.schedule(desk, span), Path(asked.out), options_of(asked)))


def print_participants(desk: Desk, asked: Namespace) -> Answer:
    return answer(desk, printing.save(desk, papers.event_people(desk, asked.id), Path(asked.out), options_of(asked)))


def held(desk: Desk, asked: Namespace) -> Answer:
    events.held(desk, [asked.id], participants=asked.participants, result=asked.result)
    return _done(desk, asked, N_("Held: %(title)s"))


def move(desk: Desk, asked: Namespace) -> Answer:
    events.move(desk, asked.id, parse_day(asked.to, date.today(), field="day"))
    return _done(desk, asked, N_("Moved: %(title)s"))


def cancel(desk: Desk, asked: Namespace) -> Answer:
    events.not_held(desk, [asked.id], asked.reason)
    return _done(desk, asked, N_("Not held: %(title)s"))


def _done(desk: Desk, asked: Namespace, sentence: str) -> Answer:
    known = events.get(desk, asked.id)
    return Answer(event_data(known), [desk.say(sentence, title=known.title)])
