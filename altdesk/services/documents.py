"""Documents: what the secretary does with controlled documents, their revisions and their audience."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.documents import (
    REVIEW_NOTICE,
    Document,
    DocumentDraft,
    DocumentLine,
    DocumentsQuery,
    ReviewDue,
)
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import PersonLine
from altdesk.domain.text import clean, clean_lines, code_key, post_key, sort_key
from altdesk.services import duties, revisions
from altdesk.services.revisions import add_revision as add_revision
from altdesk.services.revisions import agree as agree
from altdesk.services.revisions import chosen_revision as chosen_revision
from altdesk.services.revisions import put_in_force as put_in_force
from altdesk.services.revisions import revision_of as revision_of
from altdesk.services.revisions import withdraw as withdraw
from db.models.acquaintance import audience as audience_table
from db.models.documents import document
from db.models.people import person
from db.queries import audience as audience_queries
from db.queries import documents as queries
from db.queries import people as people_queries
from db.step import Step, now


def ids(desk: Desk, query: DocumentsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the documents of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: DocumentsQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[DocumentLine]:
    """The rows of these documents, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, document_id: int) -> Document:
    """One document. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.get(connection, document_id)
    if found is None:
        raise Refusal(N_("There is no such document."))
    return found


def by_code(desk: Desk, code: str) -> Document:
    """The document of this code, in either spelling (ҚР-ALT-05 = ҚР-АЛТ-05). Refused when there is none."""
    with desk.store.read() as connection:
        found = queries.by_key(connection, code_key(clean(code).text))
    if found is None:
        raise Refusal(N_("There is no document with the code %(code)s."), field="code", code=code)
    return get(desk, found)


def tidy(draft: DocumentDraft) -> DocumentDraft:
    """The draft with its texts cleaned. Refused without a code or a title."""
    names = ("code", "title", "owner", *queries.FILED)
    cleaned: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in names}
    tidied = replace(draft, **cleaned, note=clean_lines(draft.note))
    if not tidied.code:
        raise Refusal(N_("Type the code of the document."), field="code")
    if not tidied.title:
        raise Refusal(N_("Type the title of the document."), field="title")
    return tidied


def row_of(draft: DocumentDraft) -> dict[str, Any]:
    """The columns of a tidied draft, with its keys."""
    return {
        "code": draft.code,
        "code_key": code_key(draft.code),
        "code_sort": sort_key(draft.code),
        "title": draft.title,
        "title_sort": sort_key(draft.title),
        "kind": draft.kind.value,
        "owner": draft.owner,
        "owner_sort": sort_key(draft.owner),
        "note": draft.note,
        "review_on": draft.review_on,
        **{name: getattr(draft, name) for name in queries.FILED},
    }


def insert(
    step: Step,
    draft: DocumentDraft,
    number: int | None = 1,
    effective_on: date | None = None,
    today: date | None = None,
) -> int:
    """Within a step: a new document with its first revision, in force when it has an effective date."""
    made = step.add(document, **row_of(draft))
    if number is not None:
        revisions.first_revision(step, made, number, effective_on, today)
    return made


def _refuse_twin(desk: Desk, draft: DocumentDraft, own: int | None) -> None:
    with desk.store.read() as connection:
        twin = queries.by_key(connection, code_key(draft.code))
    if twin is not None and twin != own:
        known = get(desk, twin)
        sentence = N_("There is already a document %(code)s «%(title)s».")
        raise Refusal(sentence, field="code", code=known.code, title=known.title, opens=("document", known.id))


def add(
    desk: Desk,
    draft: DocumentDraft,
    revision_number: int | None = 1,
    effective_on: date | None = None,
    *,
    today: date | None = None,
) -> Changed:
    """Add a document. Refused when its code is taken, also in look-alike letters."""
    tidied = tidy(draft)
    with desk.step(N_("Add the document %(code)s"), code=tidied.code) as step:
        _refuse_twin(desk, tidied, None)
        revisions.refuse_number(revision_number)
        step.made = insert(step, tidied, revision_number, effective_on, today)
    return desk.done(step)


def save(desk: Desk, document_id: int, draft: DocumentDraft) -> Changed:
    """Change what is said of a document, of no revision of it. Papers made already keep what they were made with."""
    tidied = tidy(draft)
    with desk.step(N_("Change the document %(code)s"), code=tidied.code) as step:
        _refuse_twin(desk, tidied, document_id)
        step.made = document_id
        step.change(document, document_id, **row_of(tidied))
    return desk.done(step)


def bin_(desk: Desk, documents: Iterable[int]) -> Changed:
    """Put documents into the bin; undo brings them back."""
    every = list(documents)
    with desk.step(N_("%(count)s documents to the bin"), count=len(every)) as step:
        step.change_many(document, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


def reviews_due(desk: Desk, day: date) -> list[ReviewDue]:
    """The documents whose review is due within thirty days of a day, the longest overdue first."""
    with desk.store.read() as connection:
        return queries.reviews_due(connection, day + REVIEW_NOTICE)


def audience(desk: Desk, document_id: int) -> tuple[AudienceEntry, ...]:
    """Who must know the document: groups, units, posts and people, as chosen."""
    with desk.store.read() as connection:
        return tuple(map(audience_queries.entry, audience_queries.rows(connection, document_id)))


def audience_people(desk: Desk, document_id: int) -> list[PersonLine]:
    """The active people the audience means now, in Kazakh order."""
    with desk.store.read() as connection:
        found = audience_queries.members(connection, document_id)
        if len(found) <= 900:
            return people_queries.lines_by_name(connection, select(person.c.id).where(person.c.id.in_(sorted(found))))
        return [line for line in people_queries.lines_by_name(connection, people_queries.active()) if line.id in found]


def set_audience(desk: Desk, document_id: int, entries: Iterable[AudienceEntry]) -> Changed:
    """Say who must know the document; whoever joins owes the revision in force at once."""
    known = get(desk, document_id)
    with desk.step(N_("Audience of %(code)s"), code=known.code) as step:
        step.made = document_id
        replace_audience(step, document_id, entries)
        duties.refresh(step, documents=[document_id])
    return desk.done(step)


def replace_audience(step: Step, document_id: int, entries: Iterable[AudienceEntry]) -> None:
    """Within a step: make the audience rows be exactly these, leaving untouched what stays."""
    wanted = list(dict.fromkeys(entries))
    for row in audience_queries.rows(step.connection, document_id):
        kept = audience_queries.entry(row)
        if kept in wanted:
            wanted.remove(kept)
        else:
            step.remove(audience_table, audience_table.c.id == row.id)
    rows = [
        {
            "document_id": document_id,
            "everyone": entry.everyone,
            "group_id": entry.group_id,
            "unit_id": entry.unit_id,
            "post": entry.post,
            "post_key": post_key(entry.post),
            "person_id": entry.person_id,
        }
        for entry in wanted
    ]
    step.add_many(audience_table, rows)
