"""Minutes of meetings: what the secretary does with them, and asks of them. A screen starts here.

Reading: `get` answers everything of one meeting; what changes while people talk is computed from that record without
the desk: `domain.minutes_attendance.quorum_now`, `quorum_of(minutes, item)`, `domain.minutes_votes.tally` and `result`.
Lists: `ids`, `count`, `lines` of a `MinutesQuery`; `found` are items by their text.

Writing goes by concept: the head here; who is there in `attendance`; items in `agenda`; votes in `votes`; what was
resolved in `points`; reusable texts in `phrases`. `finalize`, `sign`, `reopen`, `renumber` are in `minutes_final`,
versions and their difference in `minutes_versions`; tasks that follow in `tasks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.attachments import Role
from altdesk.domain.bodies import Body, BodyKind, Member, PostRole
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import NOBODY, Minutes, MinutesDraft, Named
from altdesk.domain.minutes_kinds import MinutesState
from altdesk.domain.minutes_lists import ItemLine, MinutesLine, MinutesQuery
from altdesk.domain.minutes_numbering import gaps as left_out
from altdesk.domain.minutes_numbering import period_of
from altdesk.domain.text import clean, clean_lines
from altdesk.files import Tell, silent
from altdesk.services import agenda, attachments, attendance, rules
from altdesk.services.minutes_draft import FINAL, editing, kept_name, whole
from altdesk.services.minutes_final import OWNER, finalize, follow_day, renumber, reopen, sign
from altdesk.services.minutes_versions import difference, version, versions
from db.models.minutes import minutes
from db.queries import bodies as body_queries
from db.queries import minutes as queries
from db.queries import minutes_lists
from db.step import Step, now

__all__ = [
    "OWNER",
    "attach",
    "bin_",
    "count",
    "detach",
    "difference",
    "drafts",
    "finalize",
    "found",
    "gaps",
    "get",
    "ids",
    "lines",
    "meets_next",
    "periods",
    "places",
    "renumber",
    "reopen",
    "save",
    "sign",
    "start",
    "version",
    "versions",
]


def get(desk: Desk, minutes_id: int) -> Minutes:
    """Minutes whole, in one look. Refused when there are none."""
    with desk.store.read() as connection:
        return whole(connection, minutes_id)


def ids(desk: Desk, query: MinutesQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the minutes of a list in the order shown."""
    with desk.store.read() as connection:
        return minutes_lists.ids(connection, query, limit)


def count(desk: Desk, query: MinutesQuery) -> int:
    with desk.store.read() as connection:
        return minutes_lists.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[MinutesLine]:
    """The rows of these minutes, in the order given."""
    with desk.store.read() as connection:
        return minutes_lists.lines(connection, wanted)


def agendas(desk: Desk, wanted: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """What the items of these minutes are about, by the id of the minutes."""
    with desk.store.read() as connection:
        return minutes_lists.agendas(connection, wanted)


def found(desk: Desk, text: str, limit: int = 100) -> list[ItemLine]:
    """The newest agenda items in which every typed word begins a word of the title, the speaker, what was heard,
    discussed or resolved."""
    with desk.store.read() as connection:
        return minutes_lists.items(connection, text, limit)


def drafts(desk: Desk, first: date | None = None, last: date | None = None) -> list[MinutesLine]:
    """Drafts of meetings within days, both included, the earliest first."""
    query = MinutesQuery(sort="held_on", descending=False, state=MinutesState.DRAFT, first=first, last=last)
    with desk.store.read() as connection:
        return minutes_lists.lines(connection, minutes_lists.ids(connection, query))


def periods(desk: Desk, body_id: int | None = None) -> list[str]:
    """The years there are minutes of, the newest first: what a filter offers."""
    with desk.store.read() as connection:
        return minutes_lists.periods(connection, body_id)


def places(desk: Desk) -> list[str]:
    """Where meetings were held, the newest first: what the field of the place offers."""
    with desk.store.read() as connection:
        return minutes_lists.places(connection)


def gaps(desk: Desk, body_id: int, period: str) -> tuple[int, ...]:
    """The numbers left out among the minutes of a body in a year."""
    with desk.store.read() as connection:
        return left_out(queries.used_numbers(connection, body_id, period))


def meets_next(desk: Desk, known: Sequence[Body]) -> int | None:
    """Which of these bodies a new meeting is most likely of: that of the newest meeting, else the student government,
    else the first; one that is closed only where there is no other."""
    there = [each for each in known if each.closed_on is None] or list(known)
    met = {line.body_id for line in lines(desk, ids(desk, MinutesQuery(), 1))}
    government = [each for each in there if each.kind is BodyKind.STUDENT_GOVERNMENT]
    likely = [each for each in there if each.id in met] or government or there
    return likely[0].id if likely else None


def start(
    desk: Desk, body_id: int, held_on: date, *, starts_at: time | None = None, carry: Iterable[int] = ()
) -> Changed:
    """New draft minutes, filled from the body's members on that day and from its last meeting: chair, secretary and
    place. `carry` are offered items (`agenda.offered`) to begin the agenda with. Refused for a body that is closed."""
    with desk.store.read() as connection:
        body = body_queries.get(connection, body_id)
    if body is None:
        raise Refusal(N_("Choose the body that meets."), field="body")
    if body.closed_on is not None and body.closed_on < held_on:
        sentence = N_("%(body)s was closed on %(day)s. Choose an earlier day for the meeting.")
        raise Refusal(sentence, field="held_on", body=body.name, day=short_day(body.closed_on))
    day = short_day(held_on)
    with desk.step(N_("New minutes: %(body)s, %(day)s"), body=body.name, day=day) as step:
        last = queries.last_of(step.connection, body_id)
        before = whole(step.connection, last) if last is not None else None
        made = step.add(
            minutes, **_head(step, body, held_on), place=before.place if before else "", starts_at=starts_at
        )
        _fill(step, made, before)
        agenda.take_over(step, whole(step.connection, made), carry)
        step.made = made
    return desk.done(step)


def _head(step: Step, body: Body, held_on: date) -> dict[str, Any]:
    """The columns of new minutes that follow from the body and the rules of the desk."""
    known = rules.read(step.connection)
    return {
        "body_id": body.id,
        "body_name": body.name,
        "held_on": held_on,
        "period": period_of(held_on, known).name,
        "state": MinutesState.DRAFT.value,
        "version": 0,
        "verb": known.resolved_verb.value,
        "tie_rule": known.tie_rule.value,
        "quorum_kind": body.quorum.kind.value,
        "quorum_parts": body.quorum.parts,
        "quorum_of": body.quorum.of,
    }


def _fill(step: Step, made: int, before: Minutes | None) -> None:
    """The members of the day on the list; who leads and who writes as last time, else by their posts."""
    fresh = whole(step.connection, made)
    members = attendance.members_on(step, fresh)
    attendance.fill(step, fresh, members)
    chair, secretary = _holder(members, PostRole.CHAIR), _holder(members, PostRole.SECRETARY)
    if before is not None and _again(before.chair, before, members):
        chair = replace(before.chair, post="")
    if before is not None and _again(before.secretary, before, members):
        secretary = replace(before.secretary, post="")
    step.change(minutes, made, **_head_people(step, fresh, chair, secretary))


def _again(who: Named, before: Minutes, members: list[Member]) -> bool:
    """Whether who led or wrote last time does so again: still a member, or none last time either, such as a
    specialist of the department."""
    if who.person_id is None:
        return who.said
    was = any(row.member and row.person_id == who.person_id for row in before.attendees)
    return not was or any(member.person_id == who.person_id for member in members)


def _holder(members: list[Member], role: PostRole) -> Named:
    return next((Named(each.full_name, "", each.person_id) for each in members if each.role is role), NOBODY)


def _head_people(step: Step, known: Minutes, chair: Named, secretary: Named) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for role, who in (("chair", chair), ("secretary", secretary)):
        kept = kept_name(step.connection, known, who)
        columns |= dict(zip((f"{role}_id", f"{role}_name", f"{role}_post"), kept, strict=True))
    return columns


def save(desk: Desk, minutes_id: int, draft: MinutesDraft) -> Changed:
    """Change the head of draft minutes. On another day the members stay as they are (`attendance.renew` takes those of
    the day). Refused when the meeting would end before it begins, or its number is taken in the year of the new day."""
    if draft.starts_at and draft.ends_at and draft.ends_at < draft.starts_at:
        raise Refusal(N_("The meeting cannot end before it begins."), field="ends_at")
    with editing(desk, minutes_id, N_("Change the minutes of %(body)s, %(day)s")) as (step, known):
        step.made = minutes_id
        step.change(
            minutes,
            minutes_id,
            held_on=draft.held_on,
            starts_at=draft.starts_at,
            ends_at=draft.ends_at,
            place=clean(draft.place).text,
            title=clean(draft.title).text,
            notes=clean_lines(draft.notes),
            **_head_people(step, replace(known, held_on=draft.held_on), draft.chair, draft.secretary),
            **follow_day(step, known, draft.held_on),
        )
    return desk.done(step)


def bin_(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Put drafts into the bin; undo brings them back. Refused for minutes that are or ever were final."""
    every = list(chosen)
    with desk.step(N_("%(count)s drafts of minutes to the bin"), count=len(every)) as step:
        for number in every:
            known = whole(step.connection, number)
            if known.locked:
                raise Refusal(FINAL, number=known.number, body=known.body)
            if known.version:
                sentence = N_("The minutes No. %(number)s were final before. Finalize them again; they are kept.")
                raise Refusal(sentence, number=known.number)
            step.change(minutes, number, binned_at=now(), number="", number_key="", number_value=None)
    return desk.done(step)


def attach(
    desk: Desk, minutes_id: int, source: Path, role: Role = Role.FILE, *, note: str = "", tell: Tell = silent
) -> Changed:
    """Attach a file to minutes. Final ones take nothing but the scan of their signed paper."""
    known = get(desk, minutes_id)
    if known.locked and role is not Role.SCAN:
        raise Refusal(FINAL, number=known.number, body=known.body)
    return attachments.attach(desk, OWNER, minutes_id, source, role, note=note, tell=tell)


def detach(desk: Desk, attachment_id: int) -> Changed:
    """Take a file off minutes. Refused for final ones, but for a scan while they are not yet signed."""
    file = attachments.get(desk, attachment_id)
    if file.owner != OWNER:
        raise Refusal(N_("This file does not belong to minutes."))
    known = get(desk, file.owner_id)
    if known.state is MinutesState.SIGNED or (known.locked and file.role is not Role.SCAN):
        raise Refusal(FINAL, number=known.number, body=known.body)
    return attachments.remove(desk, attachment_id)
