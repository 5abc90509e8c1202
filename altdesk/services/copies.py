"""Working copies: given to people and units, taken back when their revision is withdrawn, always to be found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain import copies as rules
from altdesk.domain.copies import CopiesQuery, CopyDraft, CopyKind, CopyState, Counts, Recipient, ToCollect, WorkingCopy
from altdesk.domain.documents import Document, Revision, RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, clean_lines, fold, sort_key
from altdesk.services import documents, people, units
from db.models.copies import working_copy
from db.models.people import person
from db.queries import copies as queries
from db.step import Step, now


def ids(desk: Desk, query: CopiesQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the copies of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: CopiesQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[WorkingCopy]:
    """These copies, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def every(desk: Desk, query: CopiesQuery | None = None) -> list[WorkingCopy]:
    """The copies of a list, whole and in its order."""
    with desk.store.read() as connection:
        return queries.whole(connection, query or CopiesQuery())


def to_collect(desk: Desk, document_id: int | None = None) -> list[WorkingCopy]:
    """Copies still out whose revision is withdrawn, of every document or of one."""
    return every(desk, CopiesQuery(states=(CopyState.COLLECT,), document_id=document_id))


def to_collect_by_document(desk: Desk) -> list[ToCollect]:
    """The documents whose old copies have to be collected, with how many."""
    with desk.store.read() as connection:
        return queries.collect_by_document(connection)


def counts(desk: Desk, document_id: int | None = None) -> Counts:
    """How many copies there are in each state."""
    with desk.store.read() as connection:
        return queries.counts(connection, document_id)


def get(desk: Desk, copy_id: int) -> WorkingCopy:
    """One copy. Refused when there is no such record."""
    found = lines(desk, [copy_id])
    if not found:
        raise Refusal(N_("There is no such working copy."))
    return found[0]


def numbers(desk: Desk, document_id: int) -> frozenset[int]:
    """The numbers that copies of a document have."""
    with desk.store.read() as connection:
        return frozenset(queries.numbers(connection, document_id))


def next_number(desk: Desk, document_id: int) -> int:
    """The number that the next copy of a document gets: one more than the greatest."""
    return max(numbers(desk, document_id), default=0) + 1


def person_as_recipient(desk: Desk, person_id: int) -> Recipient:
    """A person of the register as a holder: name, post and unit as they are now."""
    known = people.get(desk, person_id)
    return Recipient(known.full_name, known.post, known.unit, person_id)


def units_without(desk: Desk, document_id: int) -> list[Recipient]:
    """The units that hold no copy of the document's revision in force yet (§11.1: all of them keep one)."""
    held = {fold(each.unit) for each in every(desk, CopiesQuery(document_id=document_id)) if _current(each)}
    return [Recipient(unit=each.name) for each in units.all_units(desk) if fold(each.name) not in held]


def holders_before(desk: Desk, document_id: int) -> list[WorkingCopy]:
    """The copies of older revisions still out whose holders have none of the revision in force, by their numbers."""
    known = every(desk, CopiesQuery(document_id=document_id, sort="number"))
    have = {_who(each.recipient) for each in known if _current(each)}
    older: dict[tuple[str, str, CopyKind], WorkingCopy] = {}
    for each in known:
        if each.state is CopyState.COLLECT and _who(each.recipient) not in have:
            older[*_who(each.recipient), each.kind] = each
    return list(older.values())


def _current(each: WorkingCopy) -> bool:
    return each.state is CopyState.OUT


def _who(recipient: Recipient) -> tuple[str, str]:
    return fold(recipient.holder), fold(recipient.unit) if not recipient.holder else ""


def give(
    desk: Desk,
    revision_id: int,
    recipients: Iterable[Recipient],
    given_on: date,
    *,
    kind: CopyKind = CopyKind.PAPER,
    first: int | None = None,
    back: Iterable[int] = (),
) -> Changed:
    """Give a copy of a revision to each recipient, numbered on from `first`, else from the greatest number there is.

    `back` are old copies that come back for them the same day, in the same step. Refused for a draft, without anybody,
    and for a number that a copy of the document already has.
    """
    chosen, known = _revision(desk, revision_id)
    every_one = list(recipients)
    if not every_one:
        raise Refusal(N_("Choose who gets a copy."), field="recipients")
    with desk.step(N_("Give copies of %(code)s: %(count)s"), code=known.code, count=len(every_one)) as step:
        taken = queries.numbers(step.connection, known.id)
        if first is not None and first in taken:
            _refuse_twin(step, known, first, taken[first])
        start = max(taken, default=0) + 1 if first is None else first
        free = rules.free_numbers(taken, len(every_one), start)
        drafts = [
            CopyDraft(number, each.holder, each.post, each.unit, kind, given_on)
            for number, each in zip(free, every_one, strict=True)
        ]
        rows = [_row(chosen, tidy(draft), each.person_id) for draft, each in zip(drafts, every_one, strict=True)]
        made = step.add_many(working_copy, rows)[0]
        if old := list(back):
            take_back(desk, old, given_on)
        step.made = made
    return desk.done(step)


def give_anew(desk: Desk, old: Iterable[int], given_on: date, *, take_back_on: date | None = None) -> Changed:
    """Give the holders of old copies the revision in force; with a day the old copies come back on it in the same step.

    Refused when a document of them has no revision in force.
    """
    chosen = lines(desk, list(old))
    if not chosen:
        raise Refusal(N_("Choose who gets a copy."), field="recipients")
    with desk.step(N_("Replace copies: %(count)s"), count=len(chosen)) as step:
        for document_id in dict.fromkeys(each.document_id for each in chosen):
            known = documents.get(desk, document_id)
            if known.in_force is None:
                raise Refusal(N_("%(code)s has no revision in force. Put one in force first."), code=known.code)
            for kind in CopyKind:
                same = [each for each in chosen if each.document_id == document_id and each.kind is kind]
                if same:
                    give(desk, known.in_force.id, [each.recipient for each in same], given_on, kind=kind)
        if take_back_on is not None:
            take_back(desk, [each.id for each in chosen], take_back_on)
        step.made = chosen[0].id
    return desk.done(step)


def add(desk: Desk, revision_id: int, draft: CopyDraft) -> Changed:
    """Add one copy as typed, also one given long ago. Refused for a number the document's copies already have."""
    chosen, known = _revision(desk, revision_id)
    tidied = tidy(replace(draft, number=draft.number or next_number(desk, known.id)))
    with desk.step(N_("Copy No. %(number)s of %(code)s"), number=tidied.number, code=known.code) as step:
        _refuse_taken(step, known, tidied.number, None)
        step.made = step.add(working_copy, **_row(chosen, tidied, _only_person(step, tidied.holder)))
    return desk.done(step)


def save(desk: Desk, copy_id: int, draft: CopyDraft, revision_id: int | None = None) -> Changed:
    """Change a copy as it is kept; with a revision it becomes a copy of that one."""
    kept = get(desk, copy_id)
    chosen, known = _revision(desk, revision_id or kept.revision_id)
    tidied = tidy(draft)
    with desk.step(N_("Copy No. %(number)s of %(code)s"), number=tidied.number, code=known.code) as step:
        _refuse_taken(step, known, tidied.number, copy_id)
        same = fold(tidied.holder) == fold(kept.holder)
        person_id = kept.person_id if same else _only_person(step, tidied.holder)
        step.made = copy_id
        step.change(working_copy, copy_id, **_row(chosen, tidied, person_id))
    return desk.done(step)


def take_back(desk: Desk, copies: Iterable[int], on: date, note: str = "") -> Changed:
    """Copies are back: paper returned, electronic ones out of use. Refused before the day they were given."""
    return _end(desk, N_("Copies are back: %(count)s"), copies, on, note, lost=False)


def take_out(desk: Desk, copies: Iterable[int], on: date, note: str = "") -> Changed:
    """Copies go out of use without coming back: lost or destroyed; the note says why."""
    return _end(desk, N_("Copies out of use: %(count)s"), copies, on, note, lost=True)


def _end(desk: Desk, label: str, copies: Iterable[int], on: date, note: str, *, lost: bool) -> Changed:
    chosen = [each for each in lines(desk, list(copies)) if each.open]
    if not chosen:
        raise Refusal(N_("None of these copies is out."))
    why = clean_lines(note)
    with desk.step(label, count=len(chosen)) as step:
        changes: list[tuple[int, dict[str, Any]]] = []
        for each in chosen:
            assert each.given_on is not None
            rules.check_end(each.given_on, on, "on")
            day = "withdrawn_on" if lost or each.kind is CopyKind.ELECTRONIC else "returned_on"
            changes.append((each.id, {day: on, "note": "\n".join(filter(None, (each.note, why)))}))
        step.change_many(working_copy, changes)
        step.made = chosen[0].id
    return desk.done(step)


def bin_(desk: Desk, copies: Iterable[int]) -> Changed:
    """Put copies entered by mistake into the bin; undo brings them back."""
    every_one = list(copies)
    with desk.step(N_("Working copies to the bin: %(count)s"), count=len(every_one)) as step:
        step.change_many(working_copy, [(number, {"binned_at": now()}) for number in every_one])
    return desk.done(step)


def tidy(draft: CopyDraft) -> CopyDraft:
    """The draft with its texts cleaned. Refused for a copy that cannot be."""
    cleaned: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in ("holder", "post", "unit")}
    tidied = replace(draft, **cleaned, note=clean_lines(draft.note))
    rules.check_copy(tidied)
    return tidied


def _row(chosen: Revision, draft: CopyDraft, person_id: int | None) -> dict[str, Any]:
    return {
        "document_id": chosen.document_id,
        "revision_id": chosen.id,
        "number": draft.number,
        "kind": draft.kind.value,
        "holder": draft.holder,
        "holder_sort": sort_key(draft.holder),
        "post": draft.post,
        "unit": draft.unit,
        "unit_sort": sort_key(draft.unit),
        "person_id": person_id,
        "given_on": draft.given_on,
        "returned_on": draft.returned_on,
        "withdrawn_on": draft.withdrawn_on,
        "note": draft.note,
    }


def _revision(desk: Desk, revision_id: int) -> tuple[Revision, Document]:
    """A revision of which copies are given, and its document. Refused for a draft."""
    chosen = documents.revision_of(desk, revision_id)
    known = documents.get(desk, chosen.document_id)
    if chosen.state is RevisionState.DRAFT:
        sentence = N_("Revision %(number)s of %(code)s is still a draft. Copies are given of an agreed revision.")
        raise Refusal(sentence, field="document", number=chosen.number, code=known.code)
    return chosen, known


def _refuse_taken(step: Step, known: Document, number: int | None, own: int | None) -> None:
    taken = queries.numbers(step.connection, known.id)
    if number in taken and taken[number] != own:
        _refuse_twin(step, known, number, taken[number])


def _refuse_twin(step: Step, known: Document, number: int, twin: int) -> None:
    (copy,) = queries.lines(step.connection, [twin])
    sentence = N_("%(code)s already has copy No. %(number)s: %(holder)s. Choose another number.")
    raise Refusal(sentence, field="number", code=known.code, number=number, holder=copy.holder or copy.unit)


def _only_person(step: Step, name: str) -> int | None:
    """The one person of the register of this name."""
    if not name:
        return None
    chosen = select(person.c.id).where(person.c.fold_key == fold(name), person.c.binned_at.is_(None)).limit(2)
    found = step.connection.execute(chosen).scalars().all()
    return found[0] if len(found) == 1 else None
