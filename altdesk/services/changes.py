"""Changes (§12): entries are made, printed and never edited after that; a change of meaning asks its people anew."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain.changes import (
    Change,
    ChangeDraft,
    ChangeKind,
    ChangeLine,
    ChangeSheet,
    SheetHeads,
    by_sheet,
    check_ahead,
    check_day,
)
from altdesk.domain.dates import short_day
from altdesk.domain.documents import Document
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, clean_lines
from altdesk.services import acquaintance, documents, duties, norms, organisation, revisions
from db.models.changes import change, change_sheet
from db.models.norms import norm_flag
from db.queries import changes as queries
from db.step import Step

_PRINTED = N_("Entry %(number)s is printed and stays as it is. Correct it by a new entry.")
_SEAL = N_("The change-registration sheet of %(code)s was printed. Its entries stay; correct one by a new entry.")


def of_document(desk: Desk, document_id: int) -> list[Change]:
    """The entries of a document in the order of their numbers."""
    with desk.store.read() as connection:
        return queries.of_document(connection, document_id)


def lines(desk: Desk, text: str = "", document_id: int | None = None) -> list[ChangeLine]:
    """The entries of every document, or of those found, by code and number."""
    with desk.store.read() as connection:
        return list(queries.lines(connection, text, document_id))


def sheets(desk: Desk, document_id: int) -> list[ChangeSheet]:
    """The sheets of a document that were printed, the first one first."""
    with desk.store.read() as connection:
        return queries.sheets(connection, document_id)


def get(desk: Desk, change_id: int) -> Change:
    """One entry. Refused when there is no such record."""
    with desk.store.read() as connection:
        return _get(connection, change_id)


def by_number(desk: Desk, document_id: int, number: int) -> Change:
    """The entry of this number. Refused when there is none."""
    found = next((each for each in of_document(desk, document_id) if each.number == number), None)
    if found is None:
        raise Refusal(N_("The document has no change number %(number)s."), field="number", number=number)
    return found


def tidy(draft: ChangeDraft) -> ChangeDraft:
    """The draft with its texts cleaned. Refused without the change, its day, who enters it, or its kind."""
    who = replace(draft.who, name=clean(draft.who.name).text)
    tidied = replace(draft, paragraph=clean(draft.paragraph).text, change=clean_lines(draft.change), who=who)
    if not tidied.change:
        raise Refusal(N_("Type what is changed."), field="change")
    if tidied.on is None:
        raise Refusal(N_("Type the day of the change."), field="on")
    if not tidied.who.name and tidied.who.person_id is None:
        raise Refusal(N_("Type who enters the change."), field="name")
    if tidied.kind is None:
        raise Refusal(N_("Say whether the change is editorial or changes the meaning."), field="kind")
    return tidied


def add(desk: Desk, document_id: int, draft: ChangeDraft, *, today: date | None = None) -> Changed:
    """Add an entry with the next number. Refused when it corrects an entry that is not printed: edit that one; and for
    a day on which the document cannot have been changed."""
    tidied = tidy(draft)
    known = documents.get(desk, document_id)
    with desk.step(N_("Add a change to %(code)s"), code=known.code) as step:
        number = queries.last_number(step.connection, document_id) + 1
        known = documents.get(desk, document_id)
        _check_day(known, tidied, today)
        row = _row(step, document_id, tidied) | {"document_id": document_id, "number": number}
        step.made = step.add(change, **row, revision_id=known.in_force.id if known.in_force else None)
        _answer(step, document_id, step.made, tidied)
    return desk.done(step)


def save(desk: Desk, change_id: int, draft: ChangeDraft, *, today: date | None = None) -> Changed:
    """Change an entry that is not printed yet, or type in what was written by hand on a row printed blank.

    A row typed in is a printed entry like the others; only undo takes the typing back, as long as it is the last step.
    Refused for a printed entry, for one that is to be editorial though it asked people to sign again, and for a day on
    which the document cannot have been changed.
    """
    tidied = tidy(draft)
    with desk.step(N_("Change entry %(number)s of %(code)s"), **_named(desk, change_id)) as step:
        now = _get(step.connection, change_id)
        if now.printed and not now.blank:
            raise Refusal(_PRINTED, number=now.number)
        if now.round and tidied.kind is not ChangeKind.MEANING:
            raise Refusal(N_("People were asked to sign this change again. It changes the meaning."), field="kind")
        step.made = change_id
        known = documents.get(desk, now.document_id)
        if tidied.on != now.on:
            _check_day(known, tidied, today)
        row = _row(step, now.document_id, tidied, own=now.number)
        if now.blank:
            row["revision_id"] = known.in_force.id if known.in_force else None
        step.change(change, change_id, **row)
        _answer(step, now.document_id, change_id, tidied)
    return desk.done(step)


def remove(desk: Desk, change_id: int) -> Changed:
    """Take the newest entry away. Refused for any other, which would leave a gap, and for one that is printed, asked
    people to sign again, or answers a norm."""
    with desk.step(N_("Remove entry %(number)s of %(code)s"), **_named(desk, change_id)) as step:
        now = _get(step.connection, change_id)
        if now.printed:
            raise Refusal(_PRINTED, number=now.number)
        if now.number < queries.last_number(step.connection, now.document_id):
            raise Refusal(N_("Only the newest entry can be removed: the numbers go on without a gap."))
        answered = norm_flag.select().where(norm_flag.c.change_id == change_id).limit(1)
        if now.round or step.connection.execute(answered).first():
            raise Refusal(N_("Others rely on this entry already. Change its text instead."))
        step.remove(change, change.c.id == change_id)
    return desk.done(step)


@dataclass(frozen=True)
class Asking:
    """Whom a change of meaning would ask: the revision in force, and how many people its audience means now."""

    change: Change
    revision_id: int
    people: int


def asking(desk: Desk, change_id: int) -> Asking:
    """Whom the change asks to sign again; nothing is written. Refused where nobody can be asked."""
    now = get(desk, change_id)
    known = documents.get(desk, now.document_id)
    _refuse_unaskable(now, known, of_document(desk, known.id))
    people = documents.audience_people(desk, known.id)
    if known.in_force is None or not people:
        raise Refusal(N_("Choose first who must know %(code)s."), code=known.code)
    return Asking(now, known.in_force.id, len(people))


def ask_again(desk: Desk, change_id: int, due_on: date | None = None, *, today: date | None = None) -> Changed:
    """A change of meaning asks everybody who must know the document to sign again: makes the sheet of exactly them.

    The answer's id is that of the sheet. What was signed before stays on its sheets. Refused for an editorial change,
    for one that has asked already or is older than one that has, where nobody can be asked, and for a day by which
    they are to sign that lies before the change or over a year ahead.
    """
    with desk.step(N_("Change %(number)s of %(code)s is made known"), **_named(desk, change_id)) as step:
        asked = asking(desk, change_id)
        if due_on is not None and asked.change.on is not None and due_on < asked.change.on:
            sentence = N_("The change is of %(day)s. Nobody can be asked to sign it by an earlier day.")
            raise Refusal(sentence, field="due_on", day=short_day(asked.change.on))
        if due_on is not None:
            check_ahead(due_on, today or date.today(), "due_on")
        now = duties.begin_round(step, asked.revision_id)
        step.change(change, change_id, round=now, due_on=due_on, revision_id=asked.revision_id)
        made = acquaintance.make_sheet(desk, asked.revision_id, expected_on=due_on, today=today)
        step.made = made.id
    return desk.done(step)


def _refuse_unaskable(now: Change, known: Document, entries: Sequence[Change]) -> None:
    if now.kind is not ChangeKind.MEANING:
        raise Refusal(N_("Only a change of meaning is made known again."))
    if now.round:
        raise Refusal(N_("Change %(number)s has asked its people already."), number=now.number)
    if known.in_force is None:
        raise Refusal(N_("%(code)s has no revision in force. Put one in force first."), code=known.code)
    asked = [each.number for each in entries if each.round and each.revision_id == known.in_force.id]
    if asked and max(asked) > now.number:
        sentence = N_("Change %(later)s has asked the same people. Who signs it knows change %(number)s too.")
        raise Refusal(sentence, number=now.number, later=max(asked))


def printed(
    desk: Desk,
    document_id: int,
    entries: Sequence[Change],
    blank_rows: int,
    on: date,
    heads: SheetHeads,
    shown: Container[int] | None = None,
) -> Changed:
    """Record that entries went through the printer: those printed for the first time stand on a sheet of their own from
    now on, with rows left blank that have the next numbers; none of them is edited any more, nor is the step undone.

    `entries` are as they stand on the paper, `heads` its code, title and organisation; `shown` are the numbers on the
    pages that were printed, if not all were: the others are not printed yet. Refused when one was changed since.
    """
    with desk.step(N_("Print the change-registration sheet of %(code)s"), code=heads.code) as step:
        now = {each.id: each for each in queries.of_document(step.connection, document_id)}
        if any(now.get(each.id) != each for each in entries):
            raise Refusal(N_("An entry was changed meanwhile. Look at the paper again and print it anew."))
        there = {each.number: each.id for each in queries.sheets(step.connection, document_id)}
        following = max(there, default=0) + 1
        last = queries.last_number(step.connection, document_id)
        blank = [last + at for at in range(1, blank_rows + 1) if shown is None or last + at in shown]
        fresh = {
            number: [each.id for each in mine if not each.printed and (shown is None or each.number in shown)]
            for number, mine in by_sheet(entries, following - 1).items()
        }
        if fresh.get(following) or blank:
            row = {"document_code": heads.code, "document_title": heads.title}
            row |= {"organisation": heads.organisation, "organisation_ru": heads.organisation_ru}
            made = step.add(change_sheet, document_id=document_id, number=following, printed_on=on, **row)
            there[following] = made
            rows = range(last + 1, max(blank, default=last) + 1)
            step.add_many(change, [{"document_id": document_id, "number": at, "sheet_id": made} for at in rows])
        step.change_many(change, [(each, {"sheet_id": there[at]}) for at, mine in fresh.items() for each in mine])
        if any(fresh.values()) or blank:
            step.seal(_SEAL, code=heads.code)
    return desk.done(step)


def heads_now(desk: Desk, document_id: int) -> SheetHeads:
    """What stands at the head of a sheet printed now."""
    known, heads = documents.get(desk, document_id), organisation.get(desk)
    return SheetHeads(known.code, known.title, heads.name, heads.name_ru)


# inside


def _get(connection: Connection, change_id: int) -> Change:
    found = queries.get(connection, change_id)
    if found is None:
        raise Refusal(N_("There is no such change."))
    return found


def _row(step: Step, document_id: int, tidied: ChangeDraft, own: int | None = None) -> dict[str, Any]:
    """The columns of a tidied draft; the name is frozen as it is now."""
    assert tidied.kind is not None
    who = revisions.frozen(step, tidied.who)
    return {
        "paragraph": tidied.paragraph,
        "wording": tidied.change,
        "made_on": tidied.on,
        "name": who.name,
        "person_id": who.person_id,
        "kind": tidied.kind.value,
        "corrects": _corrected(step, document_id, tidied.corrects, own),
    }


def _corrected(step: Step, document_id: int, number: int | None, own: int | None) -> int | None:
    if number is None:
        return None
    known = {each.number: each for each in queries.of_document(step.connection, document_id)}
    if number not in known or number == own:
        raise Refusal(N_("The document has no change number %(number)s."), field="corrects", number=number)
    if not known[number].printed:
        sentence = N_("Entry %(number)s is not printed yet. Change its own text.")
        raise Refusal(sentence, field="corrects", number=number)
    return known[number].id


def _check_day(known: Document, tidied: ChangeDraft, today: date | None) -> None:
    assert tidied.on is not None
    check_day(tidied.on, known.revisions, today or date.today())


def _answer(step: Step, document_id: int, change_id: int, tidied: ChangeDraft) -> None:
    """What norms asked of the document is answered by the entry."""
    for norm_id in tidied.answers:
        norms.answer(step, document_id, norm_id, change_id, tidied.on, tidied.who.name)


def _named(desk: Desk, change_id: int) -> dict[str, Any]:
    """What the step's name says."""
    known = get(desk, change_id)
    return {"number": known.number, "code": documents.get(desk, known.document_id).code}
