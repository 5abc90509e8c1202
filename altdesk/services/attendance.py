"""Attendance of a meeting: who is there, why somebody is not, when they come and leave, and guests.

Every verb is refused for final minutes, and where a vote already counted would then exceed those who were there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import Member, MembersQuery, by_person
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Attendee, Minutes, Named
from altdesk.domain.minutes_attendance import arrived, left, parse_stays, stays_text, with_stays
from altdesk.domain.minutes_kinds import Presence
from altdesk.domain.text import clean, fold
from altdesk.services.minutes_draft import editing, kept_name, minutes_of_attendee
from db.models.minutes import attendee, named_vote
from db.queries import bodies as body_queries
from db.queries import minutes as queries
from db.step import Step

LABEL = N_("Attendance: %(body)s, %(day)s")


def mark(desk: Desk, minutes_id: int, attendees: Iterable[int], state: Presence, reason: str = "") -> Changed:
    """Mark people as present, absent or excused, with the reason; times of who is not there are forgotten. A guest
    stays a guest."""
    with editing(desk, minutes_id, LABEL) as (step, known):
        step.made = minutes_id
        for number in attendees:
            row = _row(known, number)
            if row.member and state is not Presence.GUEST:
                there = state is Presence.PRESENT
                said = "" if there else clean(reason).text
                _keep(step, replace(row, state=state, reason=said, stays=row.stays if there else ()))
    return desk.done(step)


def arrive(desk: Desk, attendee_id: int, at: time) -> Changed:
    """Somebody comes, late or again after leaving; who was marked absent is present from then on."""
    with editing(desk, minutes_of_attendee(desk, attendee_id), LABEL) as (step, known):
        step.made = attendee_id
        _keep(step, arrived(_row(known, attendee_id), at))
    return desk.done(step)


def leave(desk: Desk, attendee_id: int, at: time) -> Changed:
    """Somebody leaves. Refused before they came, or when a vote taken later names or needs them."""
    with editing(desk, minutes_of_attendee(desk, attendee_id), LABEL) as (step, known):
        step.made = attendee_id
        _keep(step, left(_row(known, attendee_id), at))
    return desk.done(step)


def set_stays(desk: Desk, attendee_id: int, typed: str) -> Changed:
    """Type anew from when till when somebody was there (`14:10-15:00; 15:30-`); empty: all the time."""
    with editing(desk, minutes_of_attendee(desk, attendee_id), LABEL) as (step, known):
        step.made = attendee_id
        _keep(step, with_stays(_row(known, attendee_id), parse_stays(typed)))
    return desk.done(step)


def tell(desk: Desk, attendee_id: int, state: Presence, reason: str, stays: str) -> Changed:
    """All of a row at once: how somebody stands, why, and from when till when they were there, as typed."""
    minutes_id = minutes_of_attendee(desk, attendee_id)
    with editing(desk, minutes_id, LABEL) as (step, _known):
        step.made = attendee_id
        mark(desk, minutes_id, [attendee_id], state, reason)
        if state in {Presence.PRESENT, Presence.GUEST}:
            set_stays(desk, attendee_id, stays)
    return desk.done(step)


def add(desk: Desk, minutes_id: int, who: Named, state: Presence = Presence.GUEST, *, votes: bool = False) -> Changed:
    """Put somebody on the list: a guest, or a member the body's list lacks. Refused for who stands there already."""
    with editing(desk, minutes_id, N_("Attendance: add %(name)s"), name=clean(who.full_name).text) as (step, known):
        person_id, full_name, post = kept_name(step.connection, known, who)
        _refuse_twin(known, full_name, person_id, None)
        ordinal = queries.last_ordinal(step.connection, attendee, attendee.c.minutes_id == minutes_id) + 1
        step.made = step.add(
            attendee,
            minutes_id=minutes_id,
            ordinal=ordinal,
            person_id=person_id,
            full_name=full_name,
            post=post,
            votes=votes and state is not Presence.GUEST,
            state=state.value,
        )
    return desk.done(step)


def save(desk: Desk, attendee_id: int, who: Named, *, votes: bool) -> Changed:
    """Change how somebody is called on the list, and whether they may vote; a guest never may."""
    with editing(desk, minutes_of_attendee(desk, attendee_id), LABEL) as (step, known):
        step.made = attendee_id
        person_id, full_name, post = kept_name(step.connection, known, who)
        _refuse_twin(known, full_name, person_id, attendee_id)
        names = {"person_id": person_id, "full_name": full_name, "post": post}
        step.change(attendee, attendee_id, **names, votes=votes and _row(known, attendee_id).member)
    return desk.done(step)


def remove(desk: Desk, minutes_id: int, attendees: Iterable[int]) -> Changed:
    """Take people off the list; what they voted by name goes with them."""
    with editing(desk, minutes_id, LABEL) as (step, known):
        step.made = minutes_id
        wanted = [_row(known, number).id for number in attendees]
        step.remove(named_vote, named_vote.c.attendee_id.in_(wanted))
        step.remove(attendee, attendee.c.id.in_(wanted))
    return desk.done(step)


def renew(desk: Desk, minutes_id: int) -> Changed:
    """Make the members on the list those the body had on the day: new ones come, former ones go unless a vote names
    them; what is marked of the others stays, and so do guests. Names and posts are taken from the register anew."""
    with editing(desk, minutes_id, N_("Attendance as the members are: %(body)s, %(day)s")) as (step, known):
        step.made = minutes_id
        members = members_on(step, known)
        now = {member.person_id: member for member in members}
        named = {voice.attendee_id for item in known.items for voice in item.vote.names}
        former = (row.id for row in known.attendees if row.member and row.person_id not in now)
        gone = [number for number in former if number not in named]
        step.remove(attendee, attendee.c.id.in_(gone))
        for row in known.attendees:
            if row.person_id in now:
                member = now[row.person_id]
                post = "" if known.live else member.post
                step.change(attendee, row.id, full_name=member.full_name, post=post, votes=member.votes and row.member)
        there = {row.person_id for row in known.attendees}
        fill(step, known, [member for member in members if member.person_id not in there])
    return desk.done(step)


def members_on(step: Step, known: Minutes) -> list[Member]:
    """The members of the body on the day of the meeting, each once, the highest post first."""
    found = body_queries.members(step.connection, known.held_on, MembersQuery(body_id=known.body_id))
    return by_person(found)


def fill(step: Step, known: Minutes, members: Iterable[Member]) -> None:
    """Within a step: put members on the list, present until something else is marked."""
    first = queries.last_ordinal(step.connection, attendee, attendee.c.minutes_id == known.id) + 1
    rows = [
        {
            "minutes_id": known.id,
            "ordinal": ordinal,
            "person_id": member.person_id,
            "full_name": member.full_name,
            "post": "" if known.live else member.post,
            "votes": member.votes,
            "state": Presence.PRESENT.value,
        }
        for ordinal, member in enumerate(members, first)
    ]
    step.add_many(attendee, rows)


def _row(known: Minutes, attendee_id: int) -> Attendee:
    for each in known.attendees:
        if each.id == attendee_id:
            return each
    raise Refusal(N_("There is no such row on an attendance list."))


def _keep(step: Step, row: Attendee) -> None:
    step.change(attendee, row.id, state=row.state.value, reason=row.reason, stays=stays_text(row.stays))


def _refuse_twin(known: Minutes, full_name: str, person_id: int | None, own: int | None) -> None:
    if not full_name:
        raise Refusal(N_("Type the name of the person."), field="full_name")
    for row in known.attendees:
        same = row.person_id == person_id if person_id or row.person_id else fold(row.full_name) == fold(full_name)
        if row.id != own and same:
            sentence = N_("%(name)s stands on the attendance list already.")
            raise Refusal(sentence, field="full_name", name=row.full_name)
