"""Minutes become final, get their number and are locked; they are signed, and only the latest are opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.attachments import Role
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Minutes, Named
from altdesk.domain.minutes_attendance import quorum
from altdesk.domain.minutes_decisions import check_due, closed, opened
from altdesk.domain.minutes_kinds import MinutesState, Presence
from altdesk.domain.minutes_numbering import Number, gaps, next_number, number, parse_number, period_of
from altdesk.domain.minutes_picture import to_text
from altdesk.domain.minutes_votes import VoteResult, result, settled
from altdesk.domain.text import clean
from altdesk.services import attachments, rules, task_sources
from altdesk.services.minutes_draft import called, draft, editing, whole
from db.models.minutes import agenda_item, attendee, minutes, minutes_version, point_person
from db.queries import attachments as attachment_queries
from db.queries import minutes as queries
from db.queries import minutes_versions as version_queries
from db.step import Step, now
from db.store import user_name

OWNER = "minutes"
SEALED = N_("The minutes No. %(number)s of %(body)s are final. Undo cannot open them again; reopen them with a reason.")

CHAIR_ABSENT = N_("%(name)s leads the meeting but is marked absent. Mark them present, or name who led it.")
SECRETARY_ABSENT = N_("%(name)s keeps the minutes but is marked absent. Mark them present, or name who kept them.")


def finalize(desk: Desk, minutes_id: int, typed_number: str = "", today: date | None = None) -> Changed:
    """Make minutes final: they get the next number (or the one typed, or reserved before), names, posts, rules and
    results are kept as they are now, points become tasks, nothing can be changed and undo stops here.

    Points that were not adopted become no tasks, and items nobody dealt with are put off; `minutes_decisions.notices`
    says so before.

    Refused when something the paper needs is missing, a tie waits for the chair's vote, or the number is taken.
    """
    with desk.store.read() as connection:
        named = called(whole(connection, minutes_id))
    with desk.step(N_("Finalize the minutes of %(body)s, %(day)s"), **named) as step:
        step.made = minutes_id
        known = draft(step.connection, minutes_id)
        check_complete(known, today or date.today())
        own = _number(step, known, typed_number)
        _freeze(step, settled(known), own)
        final = whole(step.connection, minutes_id)
        task_sources.agree(step, final)
        row = {"minutes_id": minutes_id, "number": final.version, "kept_at": now(), "kept_by": user_name()}
        step.add(minutes_version, **row, reopened_at=None, content=to_text(final))
        step.seal(SEALED, number=final.number, body=final.body)
    return desk.done(step)


@dataclass(frozen=True)
class Proposed:
    """The number minutes would get now, and those left out before it in the same year."""

    number: str
    gaps: tuple[int, ...]


def proposed(desk: Desk, minutes_id: int) -> Proposed:
    """Which number minutes would get: the one reserved for them, else the next free one."""
    with desk.store.read() as connection:
        known = whole(connection, minutes_id)
        used = queries.used_numbers(connection, known.body_id, known.period)
    return Proposed(known.number or str(next_number(used)), gaps(used))


def check_complete(known: Minutes, today: date) -> None:
    """Refuse minutes that cannot be final yet, naming the first thing that is missing."""
    if known.held_on > today:
        sentence = N_("The meeting is on %(day)s. Minutes of a meeting to come cannot be final.")
        raise Refusal(sentence, field="held_on", day=short_day(known.held_on))
    if not known.chair.said:
        raise Refusal(N_("Name the chair of the meeting."), field="chair")
    if not known.secretary.said:
        raise Refusal(N_("Name the secretary of the meeting."), field="secretary")
    _refuse_absent(known, known.chair, CHAIR_ABSENT, "chair")
    _refuse_absent(known, known.secretary, SECRETARY_ABSENT, "secretary")
    if not known.attendees:
        raise Refusal(N_("The attendance list is empty. Put the members on it."), field="attendees")
    if not known.items:
        raise Refusal(N_("The agenda is empty. Add what was dealt with."), field="items")
    for item in known.items:
        if not item.title:
            raise Refusal(N_("Type what item %(item)s is about."), field="title", item=item.number)
        if result(known, item) is VoteResult.TIED:
            sentence = N_("The vote on item %(item)s is tied. Say how the chair voted.")
            raise Refusal(sentence, field="chair_vote", item=item.number)
        for point in item.points:
            check_due(known, point, item.number)  # the meeting may have been moved since


def _refuse_absent(known: Minutes, who: Named, sentence: str, field: str) -> None:
    """Refuse a chair or secretary whom the attendance list says was not there; who is not on it may have been."""
    for row in known.attendees:
        same = row.person_id == who.person_id if who.person_id is not None else row.full_name == who.full_name
        if same and row.state in {Presence.ABSENT, Presence.EXCUSED}:
            raise Refusal(sentence, field=field, name=row.full_name)


def _number(step: Step, known: Minutes, typed: str) -> dict[str, Any]:
    """The number and its period, free in the body. The one typed, else the one reserved, else the next."""
    if clean(typed).text or known.number:
        own = parse_number(typed or known.number)
    else:
        own = number(next_number(queries.used_numbers(step.connection, known.body_id, known.period)))
    _refuse_taken(step, known, known.period, own, "number")
    return _columns(own, known.period)


def _columns(own: Number | None, period: str) -> dict[str, Any]:
    if own is None:
        return {"number_value": None, "number": "", "number_key": "", "period": period}
    return {"number_value": own.value, "number": own.text, "number_key": own.key, "period": period}


def _refuse_taken(step: Step, known: Minutes, period: str, own: Number, field: str) -> None:
    holder = queries.holder_of(step.connection, known.body_id, period, own.key, known.id)
    if holder is not None:
        free = next_number(queries.used_numbers(step.connection, known.body_id, period))
        sentence = N_(
            "Number %(number)s belongs to the meeting of %(day)s (%(period)s). The next free one is %(free)s."
        )
        values = {"number": holder.number, "day": short_day(holder.held_on), "period": period, "free": free}
        raise Refusal(sentence, field=field, **values)


def _freeze(step: Step, known: Minutes, own: dict[str, Any]) -> None:
    """Keep everything as the paper says it."""
    chair, secretary = known.chair, known.secretary
    there = quorum(known)
    step.change(
        minutes,
        known.id,
        **own,
        state=MinutesState.FINAL.value,
        version=known.version + 1,
        finalized_at=now(),
        reopened="",
        verb=known.verb.value,
        tie_rule=known.tie_rule.value,
        quorum_kind=known.quorum.kind.value,
        quorum_parts=known.quorum.parts,
        quorum_of=known.quorum.of,
        present=there.present,
        entitled=there.entitled,
        quorum=there.held,
        chair_name=chair.full_name,
        chair_post=chair.post,
        secretary_name=secretary.full_name,
        secretary_post=secretary.post,
        body_name=known.body,
        body_name_ru=known.body_ru,
        organisation=known.organisation,
        organisation_ru=known.organisation_ru,
        department=known.department,
        department_ru=known.department_ru,
        city=known.city,
    )
    people = [(row.id, {"full_name": row.full_name, "post": row.post}) for row in known.attendees]
    step.change_many(attendee, people)
    for item in known.items:
        _freeze_item(step, known, item)


def _freeze_item(step: Step, known: Minutes, item: AgendaItem) -> None:
    vote = item.vote
    counts = {"votes_for": vote.votes_for, "votes_against": vote.against, "votes_abstained": vote.abstained}
    speaker = {"speaker": item.speaker.full_name, "speaker_post": item.speaker.post}
    came = {"result": result(known, item).value, "state": closed(known, item).value}
    step.change(agenda_item, item.id, **counts, **speaker, **came)
    for point in item.points:
        _freeze_responsible(step, point.id, point.responsible)


def _freeze_responsible(step: Step, point_id: int, people: tuple[Named, ...]) -> None:
    rows = version_queries.point_people(step.connection, point_id)
    kept = [(row, {"full_name": who.full_name, "post": who.post}) for row, who in zip(rows, people, strict=True)]
    step.change_many(point_person, kept)


def sign(desk: Desk, minutes_id: int, signed_on: date, scan: Path | None = None, today: date | None = None) -> Changed:
    """Record that the paper is signed, and attach its scan. Refused for drafts, for a day that cannot be, and while
    no scan is attached."""
    stored = desk.files.put(scan) if scan is not None else None
    with desk.store.read() as connection:
        named = called(whole(connection, minutes_id))
    with desk.step(N_("Signed: minutes of %(body)s, %(day)s"), **named) as step:
        step.made = minutes_id
        known = whole(step.connection, minutes_id)
        if not known.locked:
            raise Refusal(N_("These minutes are a draft. Finalize them, print them and have them signed."))
        if signed_on < known.held_on:
            sentence = N_("The meeting was on %(day)s. Its minutes cannot be signed before that.")
            raise Refusal(sentence, field="signed_on", day=short_day(known.held_on))
        if signed_on > (today or date.today()):
            raise Refusal(N_("The day of the signature is still to come."), field="signed_on")
        if scan is not None and stored is not None:
            attachments.add(step, OWNER, minutes_id, scan.name, stored, Role.SCAN)
        elif not any(each.role is Role.SCAN for each in attachment_queries.of(step.connection, OWNER, [minutes_id])):
            raise Refusal(N_("Attach the scan of the signed paper."), field="scan")
        step.change(minutes, minutes_id, state=MinutesState.SIGNED.value, signed_on=signed_on)
    return desk.done(step)


def reopen(desk: Desk, minutes_id: int, reason: str) -> Changed:
    """Open final minutes again, with a reason; what they were is kept as a version. Only the latest of a body."""
    said = clean(reason).text
    with desk.store.read() as connection:
        named = called(whole(connection, minutes_id))
    with desk.step(N_("Reopen the minutes of %(body)s, %(day)s"), **named) as step:
        step.made = minutes_id
        known = whole(step.connection, minutes_id)
        if not known.locked:
            raise Refusal(N_("These minutes are open already."))
        if not said:
            raise Refusal(N_("Type why the minutes are opened again."), field="reason")
        latest = queries.latest_final(step.connection, known.body_id)
        if latest is not None and latest != minutes_id:
            other = whole(step.connection, latest)
            sentence = N_("Only the latest minutes can be opened again: No. %(number)s of %(day)s.")
            raise Refusal(sentence, number=other.number, day=short_day(other.held_on))
        version = version_queries.version_id(step.connection, minutes_id, known.version)
        if version is not None:
            step.change(minutes_version, version, reason=said, reopened_at=now())
        draft_again = {"state": MinutesState.DRAFT.value, "finalized_at": None, "signed_on": None, "reopened": said}
        step.change(minutes, minutes_id, **draft_again)
        step.change_many(agenda_item, [(item.id, {"state": opened(item.state).value}) for item in known.items])
    return desk.done(step)


def renumber(desk: Desk, minutes_id: int, typed: str) -> Changed:
    """Reserve a number for a draft, or give it back with an empty text. Refused for final minutes, and when the number
    is taken, naming the meeting that has it."""
    label = N_("Number %(number)s: minutes of %(body)s, %(day)s")
    with editing(desk, minutes_id, label, number=clean(typed).text or "–") as (step, known):
        step.made = minutes_id
        own = parse_number(typed) if clean(typed).text else None
        period = known.period
        if own is not None:
            _refuse_taken(step, known, period, own, "number")
        else:
            period = period_of(known.held_on, rules.read(step.connection)).name
        step.change(minutes, minutes_id, **_columns(own, period))
    return desk.done(step)


def follow_day(step: Step, known: Minutes, held_on: date) -> dict[str, Any]:
    """Within a step: the period and number of a draft on another day. Refused when its number is taken there."""
    period = period_of(held_on, rules.read(step.connection)).name
    if not known.number or period == known.period:
        return {"period": period}
    own = parse_number(known.number)
    _refuse_taken(step, known, period, own, "held_on")
    return _columns(own, period)
