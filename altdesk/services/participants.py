"""People of the register at an event: who took part, organised or spoke, and with what result."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import MembersQuery
from altdesk.domain.errors import Refusal
from altdesk.domain.events import PartDraft, Participant, PartRole
from altdesk.domain.marking import N_
from altdesk.domain.text import clean
from altdesk.services import events_draft as drafts
from db.models.events import participant
from db.queries import bodies as bodies_queries
from db.queries import events as queries
from db.queries import people as people_queries


def of(desk: Desk, event_id: int) -> list[Participant]:
    """Those of the register who took part, in the order of their names."""
    with desk.store.read() as connection:
        return queries.participants(connection, event_id)


def add(desk: Desk, event_id: int, people: Iterable[int], role: PartRole = PartRole.TOOK_PART) -> Changed:
    """Put people on the list of an event; who is on it already stays as they are."""
    wanted = list(dict.fromkeys(people))
    with desk.step(N_("%(count)s participants added"), count=len(wanted)) as step:
        event_id = drafts.known(step, event_id).id
        there = {each.person_id for each in queries.participants(step.connection, event_id)}
        lines = people_queries.lines(step.connection, [number for number in wanted if number not in there])
        step.add_many(
            participant,
            [
                {"event_id": event_id, "person_id": line.id, "role": role.value, "full_name": line.full_name,
                 "post": line.post}
                for line in lines
            ],
        )  # fmt: skip
        step.made = event_id
    return desk.done(step)


def add_group(desk: Desk, event_id: int, group_id: int, role: PartRole = PartRole.TOOK_PART) -> Changed:
    """Put the members of a saved group on the list."""
    with desk.store.read() as connection:
        chosen = list(connection.execute(people_queries.group_members(connection, group_id)).scalars())
    return add(desk, event_id, chosen, role)


def add_body(desk: Desk, event_id: int, body_id: int, role: PartRole = PartRole.TOOK_PART) -> Changed:
    """Put those on the list who held an office in a body on the day of the event."""
    with desk.store.read() as connection:
        found = queries.lines(connection, [event_id])
        day = found[0].first if found else date.today()
        members = bodies_queries.members(connection, day, MembersQuery(body_id=body_id))
    return add(desk, event_id, [each.person_id for each in members], role)


def save(desk: Desk, participant_id: int, draft: PartDraft) -> Changed:
    """Change what somebody did at an event, and with what result."""
    known = get(desk, participant_id)
    with desk.step(N_("Change a participant: %(name)s"), name=known.full_name) as step:
        step.made = known.event_id
        step.change(participant, participant_id, role=draft.role.value, result=clean(draft.result).text)
    return desk.done(step)


def remove(desk: Desk, participants: Iterable[int]) -> Changed:
    """Take people off the list of an event."""
    chosen = list(participants)
    with desk.step(N_("%(count)s participants removed"), count=len(chosen)) as step:
        step.remove(participant, participant.c.id.in_(chosen))
    return desk.done(step)


def get(desk: Desk, participant_id: int) -> Participant:
    """One participant. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.participant_of(connection, participant_id)
    if found is None:
        raise Refusal(N_("There is no such participant."))
    return found
