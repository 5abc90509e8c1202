"""Papers of people: the list, and the data card of one person with everything the desk holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from altdesk.desk import Desk
from altdesk.domain.dates import short_day
from altdesk.domain.moments import wall
from altdesk.domain.names import signature_name, split_full_name
from altdesk.domain.people import PeopleQuery
from altdesk.domain.tasks import TasksQuery, TaskState
from altdesk.domain.twins import twin
from altdesk.forms.sheets import people as people_form
from altdesk.forms.sheets import person_card as form
from altdesk.forms.sheets.person_card import CopyRow, DutyRow, MeetingRow, TaskRow, TermRow
from altdesk.services import attachments, bodies, interests, organisation, tasks
from altdesk.services import people as people_service
from altdesk.services.papers.paper import Paper, signed_by
from db.queries import person_card as queries


def people(desk: Desk, ids: Sequence[int] | None = None, heading: str = "", on: date | None = None) -> Paper:
    """People as listed, in the order given; without ids everybody who is there."""
    wanted = people_service.ids(desk, PeopleQuery()) if ids is None else ids
    rows = people_form.rows_of(tuple(people_service.lines(desk, wanted)))
    day = on or date.today()
    heads = organisation.get(desk)
    return Paper(people_form.FORM, people_form.PeopleData(rows, heading, day, heads.in_both, signed_by(heads)))


def person_card(desk: Desk, person_id: int, on: date | None = None) -> Paper:
    """Everything held about one person, over all areas. Refused when there is no such person."""
    known, heads = people_service.get(desk, person_id), organisation.get(desk)
    with desk.store.read() as connection:
        duties = queries.duties(connection, person_id)
        meetings = queries.meetings(connection, person_id)
        copies = queries.copies(connection, person_id)
        named, kept = queries.named(connection, person_id), queries.kept(connection, person_id)
    data = form.PersonCardData(
        known,
        interests.of_person(desk, person_id),
        tuple(
            TermRow(twin(each.body, each.body_ru), each.post, each.starts_on, each.ends_on)
            for each in bodies.terms_of(desk, person_id)
        ),
        tuple(DutyRow(f"{each.code} {each.title}", each.revision, each.state, each.signed_on) for each in duties),
        _tasks(desk, person_id),
        tuple(MeetingRow(*each) for each in meetings),
        tuple(CopyRow(f"{each.code} {each.title}", each.number, each.given_on, each.back_on) for each in copies),
        tuple(named),
        tuple((file.name, _day(file.added_at)) for file in attachments.of(desk, "person", person_id)),
        _day(kept.since) if kept.since else None,
        _day(kept.last) if kept.last else None,
        kept.steps,
        signature_name(split_full_name(known.full_name).parts),
        on or date.today(),
        heads.in_both,
        signed_by(heads),
    )
    return Paper(form.FORM, data)


def _tasks(desk: Desk, person_id: int) -> tuple[TaskRow, ...]:
    found = tasks.lines(desk, tasks.ids(desk, TasksQuery(person_id=person_id)))
    return tuple(
        TaskRow(
            each.text,
            short_day(each.due_on) if each.due_on else each.due_text,
            each.state is not TaskState.OPEN,
            each.done_on,
        )
        for each in found
    )


def _day(moment: datetime) -> date:
    return wall(moment).date()
