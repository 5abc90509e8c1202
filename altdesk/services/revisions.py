"""The life of a revision: draft, agreed, in force, withdrawn, each step with its day and the person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.dates import short_day
from altdesk.domain.documents import NOBODY, Document, Revision, RevisionState, Who
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, clean_lines, fold
from altdesk.services import duties, matrix_copy
from db.models.documents import revision, revision_step
from db.models.people import person
from db.queries import documents as queries
from db.step import Step

S = RevisionState
_STAYS = N_("A withdrawn revision stays as it is. Add a new one.")


def revision_of(desk: Desk, revision_id: int) -> Revision:
    """One revision. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.revision_of(connection, revision_id)
    if found is None:
        raise Refusal(N_("There is no such revision."))
    return found[1]


def chosen_revision(found: Document, number: int | None = None) -> Revision:
    """The revision of this number; without a number the one in force, else the newest. Refused when there is none."""
    chosen = found.current if number is None else next((r for r in found.revisions if r.number == number), None)
    if chosen is None:
        sentence = N_("The document %(code)s has no such revision.")
        raise Refusal(sentence, field="revision", code=found.code)
    return chosen


def add_revision(
    desk: Desk,
    document_id: int,
    number: int,
    effective_on: date | None = None,
    who: Who = NOBODY,
    *,
    today: date | None = None,
) -> Changed:
    """Add a revision, a draft; with an effective date it is put in force at once. Refused for a used number.

    It begins with a copy of the tables of the old one. A number below the one in force is a revision of the past: with
    a day it is kept as withdrawn.
    """
    refuse_number(number)
    with desk.store.read() as connection:
        known = queries.get(connection, document_id)
    if known is None:
        raise Refusal(N_("There is no such document."))
    with desk.step(N_("Add revision %(number)s of %(code)s"), number=number, code=known.code) as step:
        now = _document(step, document_id)
        if any(each.number == number for each in now.revisions):
            raise Refusal(N_("The document already has revision %(number)s."), field="revision", number=number)
        step.made = step.add(revision, document_id=document_id, number=number, state=S.DRAFT.value)
        matrix_copy.carry_over(step, document_id, step.made)
        if effective_on is None:
            _note(step, step.made, S.DRAFT, today or date.today(), who)
        elif now.in_force is not None and number < now.in_force.number:
            step.change(revision, step.made, state=S.WITHDRAWN.value, effective_on=effective_on)
            _note(step, step.made, S.IN_FORCE, effective_on, who)
        else:
            _refuse_older(now, number, effective_on)
            in_force(step, document_id, step.made, effective_on, who, today=today)
    return desk.done(step)


def refuse_number(number: int | None) -> None:
    if number is not None and not 0 <= number <= 9999:
        raise Refusal(N_("The revision number is a whole number from 0 to 9999."), field="revision")


def first_revision(
    step: Step, document_id: int, number: int, effective_on: date | None, today: date | None = None
) -> int:
    """Within a step: the first revision of a new document, in force when it has an effective date."""
    made = step.add(revision, document_id=document_id, number=number, state=S.DRAFT.value)
    if effective_on is None:
        _note(step, made, S.DRAFT, today or date.today(), NOBODY)
    else:
        in_force(step, document_id, made, effective_on, today=today)
    return made


def agree(
    desk: Desk, revision_id: int, on: date, who: Who = NOBODY, note: str = "", *, today: date | None = None
) -> Changed:
    """Record that somebody agreed to a draft on a day; several people may, each on a day of their own.

    Refused for a day still to come, and for a revision that is in force or withdrawn.
    """
    label = N_("Revision %(number)s of %(code)s agreed")
    with desk.step(label, **_named(desk, revision_id)) as step:
        _, found = _revision(step, revision_id)
        if found.state is S.WITHDRAWN:
            raise Refusal(_STAYS)
        if found.state is S.IN_FORCE:
            raise Refusal(N_("The revision is in force already. There is nothing left to agree."))
        _refuse_future(on, today)
        step.made = revision_id
        step.change(revision, revision_id, state=S.AGREED.value)
        _note(step, revision_id, S.AGREED, on, who, note)
    return desk.done(step)


def put_in_force(
    desk: Desk, revision_id: int, effective_on: date, who: Who = NOBODY, note: str = "", *, today: date | None = None
) -> Changed:
    """Put a revision in force from a day on; the one in force until then is withdrawn on that day.

    With a day still to come it stays agreed, and the old one in force, until that day: the register answers truly which
    revision is in force today. It comes into force by itself when the desk is opened on that day or later
    (`services.daily`). Of a revision that is in force or planned already the day is corrected. Refused for a withdrawn
    revision, for an older one than is in force, and for a day after signatures that are on record.
    """
    label = N_("Revision %(number)s of %(code)s in force")
    with desk.step(label, **_named(desk, revision_id)) as step:
        known, found = _revision(step, revision_id)
        if found.state is S.WITHDRAWN:
            raise Refusal(N_("A withdrawn revision cannot come into force again. Add a new one."))
        _refuse_older(known, found.number, effective_on)
        step.made = revision_id
        if found.state is S.IN_FORCE:
            correct_day(step, known, found, effective_on, today)
        else:
            in_force(step, found.document_id, revision_id, effective_on, who, note, today=today)
    return desk.done(step)


def withdraw(
    desk: Desk,
    revision_id: int,
    on: date | None = None,
    who: Who = NOBODY,
    note: str = "",
    *,
    today: date | None = None,
) -> Changed:
    """Withdraw a revision, by default today. Who signed it stays on record. Refused for a day still to come or before
    it came into force, and when it is withdrawn already."""
    day = on or today or date.today()
    with desk.step(N_("Withdraw revision %(number)s of %(code)s"), **_named(desk, revision_id)) as step:
        _, found = _revision(step, revision_id)
        if found.state is S.WITHDRAWN:
            raise Refusal(_STAYS)
        _refuse_future(day, today)
        if found.state is S.IN_FORCE and found.effective_on is not None and day < found.effective_on:
            sentence = N_("The revision came into force on %(day)s. It cannot be withdrawn before that day.")
            raise Refusal(sentence, field="on", day=short_day(found.effective_on))
        step.made = revision_id
        step.change(revision, revision_id, state=S.WITHDRAWN.value)
        _note(step, revision_id, S.WITHDRAWN, day, who, note)
    return desk.done(step)


def in_force(
    step: Step,
    document_id: int,
    revision_id: int,
    effective_on: date,
    who: Who = NOBODY,
    note: str = "",
    *,
    today: date | None = None,
) -> None:
    """Within a step: withdraw what is in force, put this revision in force, and let its audience owe it.

    With a day still to come it is planned instead. Refused for a day after signatures that are on record.
    """
    refuse_signed_before(step, revision_id, effective_on)
    planned = effective_on > (today or date.today())
    _forget_plan(step, revision_id)
    _note(step, revision_id, S.IN_FORCE, effective_on, who, note)
    step.change(revision, revision_id, effective_on=effective_on)
    if planned:
        step.change(revision, revision_id, state=S.AGREED.value)
    else:
        take_over(step, document_id, revision_id, effective_on)


def take_over(step: Step, document_id: int, revision_id: int, effective_on: date) -> None:
    """Within a step: this revision is the one in force from now on, the old one is withdrawn."""
    old = (revision.c.document_id == document_id) & (revision.c.state == S.IN_FORCE) & (revision.c.id != revision_id)
    for number in step.connection.execute(select(revision.c.id).where(old)).scalars().all():
        step.change(revision, number, state=S.WITHDRAWN.value)
        _note(step, number, S.WITHDRAWN, effective_on, NOBODY)
    step.change(revision, revision_id, state=S.IN_FORCE.value)
    duties.refresh(step, documents=[document_id])


def refuse_signed_before(step: Step, revision_id: int, effective_on: date) -> None:
    """Refused when a signature on record bears a day before this one."""
    signed = queries.first_signed(step.connection, [revision_id]).get(revision_id)
    if signed is not None and signed < effective_on:
        sentence = N_("A signature of %(day)s is on record. The revision cannot come into force after that day.")
        raise Refusal(sentence, field="from", day=short_day(signed))


def _refuse_older(known: Document, number: int, effective_on: date) -> None:
    now = known.in_force
    if now is None or now.number == number:
        return
    if number < now.number:
        sentence = N_("Revision %(number)s is in force already. An older one cannot replace it.")
        raise Refusal(sentence, number=now.number)
    if now.effective_on is not None and effective_on < now.effective_on:
        sentence = N_("Revision %(number)s is in force since %(day)s. The next one cannot be in force before that day.")
        raise Refusal(sentence, field="from", number=now.number, day=short_day(now.effective_on))


def _refuse_future(on: date, today: date | None) -> None:
    if on > (today or date.today()):
        raise Refusal(N_("This day is still to come. Record it when it has happened."), field="on")


def correct_day(step: Step, known: Document, found: Revision, effective_on: date, today: date | None) -> None:
    """Within a step: another day for the revision in force; the one before it was withdrawn on that day then."""
    if effective_on > (today or date.today()):
        raise Refusal(N_("The revision is in force already. Its day cannot be one still to come."), field="from")
    refuse_signed_before(step, found.id, effective_on)
    step.change(revision, found.id, effective_on=effective_on)
    before = [each for each in known.revisions if each.state is S.WITHDRAWN]
    moved = [each for each in found.steps if each.state is S.IN_FORCE]
    moved += [each for r in before for each in r.steps if each.state is S.WITHDRAWN and each.on == found.effective_on]
    step.change_many(revision_step, [(each.id, {"done_on": effective_on}) for each in moved])


def _forget_plan(step: Step, revision_id: int) -> None:
    """A plan made anew replaces the one before it."""
    here = (revision_step.c.revision_id == revision_id) & (revision_step.c.state == S.IN_FORCE.value)
    step.remove(revision_step, here)


def note_many(step: Step, notes: Iterable[tuple[int, RevisionState, date | None]]) -> None:
    """Within a step: steps of revisions whose people are not known."""
    rows = [{"revision_id": number, "state": state.value, "done_on": on} for number, state, on in notes]
    step.add_many(revision_step, rows)


def _note(step: Step, revision_id: int, state: RevisionState, on: date | None, who: Who, note: str = "") -> None:
    said = frozen(step, who)
    row = {"revision_id": revision_id, "state": state.value, "done_on": on, "note": clean_lines(note)}
    step.add(revision_step, **row, person_id=said.person_id, name=said.name, post=said.post)


def frozen(step: Step, who: Who) -> Who:
    """Within a step: name and post as they are now; a typed name that one person of the register has is that person."""
    name, post = clean(who.name).text, clean(who.post).text
    if not name and who.person_id is None:
        return Who("", None, post)
    columns = (person.c.id, person.c.full_name, person.c.post)
    mine = person.c.id == who.person_id if who.person_id is not None else person.c.fold_key == fold(name)
    found = step.connection.execute(select(*columns).where(mine, person.c.binned_at.is_(None)).limit(2)).all()
    if len(found) != 1:
        return Who(name, None, post)
    return Who(name or found[0].full_name, found[0].id, post or found[0].post)


def _document(step: Step, document_id: int) -> Document:
    found = queries.get(step.connection, document_id)
    if found is None:
        raise Refusal(N_("There is no such document."))
    return found


def _revision(step: Step, revision_id: int) -> tuple[Document, Revision]:
    """As it stands within the step: between two quick clicks another step may have come."""
    found = queries.revision_of(step.connection, revision_id)
    if found is None:
        raise Refusal(N_("There is no such revision."))
    return found


def _named(desk: Desk, revision_id: int) -> dict[str, Any]:
    """What the step's name says."""
    with desk.store.read() as connection:
        found = queries.revision_of(connection, revision_id)
    if found is None:
        raise Refusal(N_("There is no such revision."))
    return {"number": found[1].number, "code": found[0].code}
