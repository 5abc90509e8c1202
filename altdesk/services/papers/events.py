"""Papers of events: the schedule of a month, a year or some days, and the participants of one event."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from altdesk.desk import Desk
from altdesk.domain.academic_year import Period
from altdesk.domain.events import EventsQuery
from altdesk.forms.sheets import event_people as people_form
from altdesk.forms.sheets import schedule as form
from altdesk.forms.sheets.schedule import Span
from altdesk.services import events, organisation, participants
from altdesk.services.papers.paper import Paper, signed_by, signing


def of_month(day: date) -> Span:
    """The month a day is in."""
    return Span(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def of_year(year: Period) -> Span:
    return Span(year.first, year.last, year.name)


def schedule(
    desk: Desk,
    span: Span | None = None,
    ids: Sequence[int] | None = None,
    heading: str = "",
    on: date | None = None,
) -> Paper:
    """Events as listed, in the order given; without ids those that begin within the span."""
    asked = span or Span()
    wanted = events.ids(desk, EventsQuery(first=asked.first, last=asked.last)) if ids is None else ids
    heads = organisation.get(desk)
    approver = signing(heads.approver_signs) if heads.approver_post or heads.approver.strip() else None
    rows = tuple(events.lines(desk, wanted))
    data = form.ScheduleData(rows, asked, heads.in_both, approver, signed_by(heads), heading, on or date.today())
    return Paper(form.FORM, data)


def event_people(desk: Desk, event_id: int) -> Paper:
    """The people of the register who took part in an event."""
    known, heads = events.get(desk, event_id), organisation.get(desk)
    rows = tuple(participants.of(desk, event_id))
    data = people_form.EventPeopleData(known.title, known.first, rows, known.place, heads.in_both, signed_by(heads))
    return Paper(people_form.FORM, data)
