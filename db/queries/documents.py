"""Questions about documents: the list with its coverage, one document with its revisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from altdesk.domain.documents import (
    Document,
    DocumentKind,
    DocumentLine,
    DocumentsQuery,
    HeldUp,
    ReviewDue,
    Revision,
    RevisionState,
    RevisionStep,
    Who,
)
from db import search
from db.models.acquaintance import sheet, sheet_row
from db.models.documents import document, revision, revision_step
from db.queries.acquaintance import duty_counts

FILED = ("retention", "file_index", "electronic_place", "paper_place")

_each = revision.alias("each")
_current = (
    select(_each.c.id)
    .where(_each.c.document_id == document.c.id)
    .order_by(case((_each.c.state == "in_force", 0), else_=1), _each.c.number.desc())
    .limit(1)
    .correlate(document)
    .scalar_subquery()
)
_joined = document.outerjoin(revision, revision.c.id == _current)

_SORTS: dict[str, tuple[Any, ...]] = {
    "code": (document.c.code_sort,),
    "title": (document.c.title_sort,),
    "kind": (document.c.kind, document.c.code_sort),
    "owner": (document.c.owner_sort, document.c.code_sort),
    "effective_on": (revision.c.effective_on, document.c.code_sort),
    "state": (revision.c.state, document.c.code_sort),
    "review_on": (document.c.review_on.is_(None), document.c.review_on, document.c.code_sort),
}


def _narrowed(chosen: Select[Any], query: DocumentsQuery) -> Select[Any]:
    chosen = chosen.where(document.c.binned_at.is_(None))
    if query.kind is not None:
        chosen = chosen.where(document.c.kind == query.kind.value)
    matching = search.matching("document", query.text)
    return chosen if matching is None else chosen.where(document.c.id.in_(matching))


def ids(connection: Connection, query: DocumentsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown."""
    keys = _SORTS.get(query.sort, _SORTS["code"])
    order = [key.desc() for key in keys] if query.descending else list(keys)
    chosen: Select[Any] = select(document.c.id).select_from(_joined).order_by(*order, document.c.id).limit(limit)
    return connection.execute(_narrowed(chosen, query)).scalars().all()


def count(connection: Connection, query: DocumentsQuery) -> int:
    chosen: Select[Any] = select(func.count()).select_from(document)
    return int(connection.execute(_narrowed(chosen, query)).scalar_one())


def lines(connection: Connection, wanted: Sequence[int]) -> list[DocumentLine]:
    """The lines of these documents in the order given."""
    found: dict[int, DocumentLine] = {}
    columns = (document.c.id, document.c.code, document.c.title, document.c.kind, document.c.owner)
    also = (revision.c.id, revision.c.number, revision.c.effective_on, revision.c.state)
    filed = (document.c.review_on, document.c.retention, document.c.file_index)
    for at in range(0, len(wanted), 500):
        chosen = select(*columns, *also, *filed, *duty_counts()).select_from(_joined)
        for row in connection.execute(chosen.where(document.c.id.in_(list(wanted[at : at + 500])))):
            kind, state = DocumentKind(row[3]), RevisionState(row[8]) if row[8] else None
            said = (row[12], sum(row[12:16]))
            found[row[0]] = DocumentLine(*row[:3], kind, *row[4:8], state, *said, *row[9:12])
    return [found[number] for number in wanted if number in found]


def get(connection: Connection, document_id: int) -> Document | None:
    """One document with its revisions, newest first."""
    return next((found for _, found in _whole(connection, document.c.id == document_id)), None)


def revision_of(connection: Connection, revision_id: int) -> tuple[Document, Revision] | None:
    """A revision with its document."""
    number = connection.execute(select(revision.c.document_id).where(revision.c.id == revision_id)).scalar()
    found = None if number is None else get(connection, number)
    return (found, next(each for each in found.revisions if each.id == revision_id)) if found else None


def every(connection: Connection) -> dict[str, Document]:
    """Every document that is not in the bin, with its revisions, by the key of its code."""
    return dict(_whole(connection, document.c.binned_at.is_(None)))


def _whole(connection: Connection, where: ColumnElement[bool]) -> Iterator[tuple[str, Document]]:
    steps = _steps(connection, where)
    columns = ("id", "document_id", "number", "state", "effective_on", "note", "round")
    chosen = select(*(revision.c[name] for name in columns))
    chosen = chosen.join(document, document.c.id == revision.c.document_id).where(where)
    revisions: dict[int, list[Revision]] = {}
    for r in connection.execute(chosen.order_by(revision.c.number.desc())):
        made = Revision(r[0], r[1], r[2], RevisionState(r[3]), r[4], r[5], r[6], tuple(steps.get(r[0], ())))
        revisions.setdefault(r[1], []).append(made)
    filed = ("code", "title", "owner", "note", "review_on", *FILED, "id")
    for row in connection.execute(select(document).where(where).order_by(document.c.id)).mappings():
        said = {name: row[name] for name in filed}
        own = tuple(revisions.get(row["id"], ()))
        yield row["code_key"], Document(**said, kind=DocumentKind(row["kind"]), revisions=own)


def _steps(connection: Connection, where: ColumnElement[bool]) -> dict[int, list[RevisionStep]]:
    """The steps of the revisions of these documents, the oldest first."""
    columns = ("revision_id", "state", "done_on", "name", "person_id", "post", "note", "id")
    chosen = select(*(revision_step.c[name] for name in columns)).select_from(
        revision_step.join(revision, revision.c.id == revision_step.c.revision_id).join(
            document, document.c.id == revision.c.document_id
        )
    )
    found: dict[int, list[RevisionStep]] = {}
    for row in connection.execute(chosen.where(where).order_by(revision_step.c.id)):
        who = Who(row.name, row.person_id, row.post)
        step = RevisionStep(RevisionState(row.state), row.done_on, who, row.note, row.id)
        found.setdefault(row.revision_id, []).append(step)
    return found


def reviews_due(connection: Connection, until: date) -> list[ReviewDue]:
    """The documents to be reviewed until a day, the longest overdue first."""
    columns = (document.c.id, document.c.code, document.c.title, document.c.owner, document.c.review_on)
    due = (document.c.review_on <= until, document.c.binned_at.is_(None))
    chosen = select(*columns).where(*due).order_by(document.c.review_on, document.c.code_sort, document.c.id)
    return [ReviewDue(*row) for row in connection.execute(chosen)]


def planned(connection: Connection, until: date) -> list[tuple[int, int, date]]:
    """Agreed revisions whose effective date is not after a day: id of the revision and of its document, the day."""
    columns = (revision.c.id, revision.c.document_id, revision.c.effective_on)
    due = (revision.c.state == "agreed", revision.c.effective_on <= until, document.c.binned_at.is_(None))
    chosen = select(*columns).join(document, document.c.id == revision.c.document_id).where(*due)
    order = (revision.c.effective_on, revision.c.number)
    return [(row[0], row[1], row[2]) for row in connection.execute(chosen.order_by(*order))]


def held_up(connection: Connection, until: date) -> list[HeldUp]:
    """Planned revisions whose day has come and which a signature of an earlier day keeps from coming into force."""
    due = {number: (document_id, on) for number, document_id, on in planned(connection, until)}
    early = {number: on for number, on in first_signed(connection, list(due)).items() if on < due[number][1]}
    chosen = select(revision.c.id, revision.c.number, document.c.id, document.c.code, document.c.title)
    chosen = chosen.join(document, document.c.id == revision.c.document_id).where(revision.c.id.in_(list(early)))
    rows = connection.execute(chosen.order_by(document.c.code_sort, revision.c.number))
    return [HeldUp(of, code, title, own, no, due[own][1], early[own]) for own, no, of, code, title in rows]


def first_signed(connection: Connection, revisions: Sequence[int]) -> dict[int, date]:
    """The earliest day a signature on record bears, of those of these revisions that have one."""
    chosen = select(sheet.c.revision_id, func.min(sheet_row.c.signed_on))
    chosen = chosen.join(sheet_row, sheet_row.c.sheet_id == sheet.c.id)
    here = (sheet.c.revision_id.in_(list(revisions)), sheet_row.c.state == "signed", sheet_row.c.signed_on.is_not(None))
    return {row[0]: row[1] for row in connection.execute(chosen.where(*here).group_by(sheet.c.revision_id))}


def by_key(connection: Connection, code_key: str) -> int | None:
    """The id of the document of this look-alike key that is not in the bin."""
    chosen = select(document.c.id).where(document.c.code_key == code_key, document.c.binned_at.is_(None))
    return connection.execute(chosen).scalar()
