"""Questions about copies: where every working copy is, which are to be collected, and what was handed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from altdesk.domain.copies import CopiesQuery, CopyKind, CopyState, Counts, Handed, Handover, ToCollect, WorkingCopy
from altdesk.domain.documents import RevisionState
from db import search
from db.models.copies import handover, working_copy
from db.models.documents import document, revision

_returned = working_copy.c.returned_on.is_not(None)
_withdrawn = and_(working_copy.c.returned_on.is_(None), working_copy.c.withdrawn_on.is_not(None))
_open = and_(working_copy.c.returned_on.is_(None), working_copy.c.withdrawn_on.is_(None))
_old = revision.c.state == RevisionState.WITHDRAWN.value
_STATES: dict[CopyState, ColumnElement[bool]] = {
    CopyState.OUT: and_(_open, ~_old),
    CopyState.COLLECT: and_(_open, _old),
    CopyState.RETURNED: _returned,
    CopyState.WITHDRAWN: _withdrawn,
}
_state = case((_returned, 2), (_withdrawn, 3), (_old, 0), else_=1)
_joined = working_copy.join(revision, revision.c.id == working_copy.c.revision_id).join(
    document, document.c.id == working_copy.c.document_id
)
_live = and_(working_copy.c.binned_at.is_(None), document.c.binned_at.is_(None))

_BY_DOCUMENT = (document.c.code_sort, working_copy.c.number)
_SORTS: dict[str, tuple[Any, ...]] = {
    "document": _BY_DOCUMENT,
    "number": (working_copy.c.number, document.c.code_sort),
    "holder": (working_copy.c.holder_sort, *_BY_DOCUMENT),
    "unit": (working_copy.c.unit_sort, *_BY_DOCUMENT),
    "kind": (working_copy.c.kind, *_BY_DOCUMENT),
    "revision": (revision.c.number, *_BY_DOCUMENT),
    "state": (_state, *_BY_DOCUMENT),
    "given_on": (working_copy.c.given_on, *_BY_DOCUMENT),
    "returned_on": (working_copy.c.returned_on, *_BY_DOCUMENT),
}


def _narrowed(chosen: Select[Any], query: CopiesQuery) -> Select[Any]:
    chosen = chosen.where(_live)
    if query.states:
        chosen = chosen.where(or_(*(_STATES[state] for state in query.states)))
    if query.document_id is not None:
        chosen = chosen.where(working_copy.c.document_id == query.document_id)
    for word in query.text.split():  # each is of the copy or of its document
        own, of_document = search.matching("working_copy", word), search.matching("document", word)
        if own is not None and of_document is not None:
            chosen = chosen.where(or_(working_copy.c.id.in_(own), working_copy.c.document_id.in_(of_document)))
    return chosen


def ids(connection: Connection, query: CopiesQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown."""
    keys = _SORTS.get(query.sort, _BY_DOCUMENT)
    order = [key.desc() for key in keys] if query.descending else list(keys)
    chosen: Select[Any] = select(working_copy.c.id).select_from(_joined).order_by(*order, working_copy.c.id)
    return connection.execute(_narrowed(chosen.limit(limit), query)).scalars().all()


def count(connection: Connection, query: CopiesQuery) -> int:
    chosen: Select[Any] = select(func.count()).select_from(_joined)
    return int(connection.execute(_narrowed(chosen, query)).scalar_one())


def counts(connection: Connection, document_id: int | None = None) -> Counts:
    """How many copies stand in each state."""
    each = (func.coalesce(func.sum(case((_STATES[state], 1), else_=0)), 0) for state in CopyState)
    chosen = _narrowed(select(*each).select_from(_joined), CopiesQuery(document_id=document_id))
    return Counts(*connection.execute(chosen).one())


_LINE = select(
    working_copy, document.c.code, document.c.title, revision.c.number.label("revision"), revision.c.state
).select_from(_joined)


def _copy(row: Any) -> WorkingCopy:
    return WorkingCopy(
        row["number"], row["holder"], row["post"], row["unit"], CopyKind(row["kind"]), row["given_on"],
        row["returned_on"], row["withdrawn_on"], row["note"], row["id"], row["document_id"], row["revision_id"],
        row["person_id"], row["code"], row["title"], row["revision"], RevisionState(row["state"]),
    )  # fmt: skip


def lines(connection: Connection, wanted: Sequence[int]) -> list[WorkingCopy]:
    """These copies in the order given."""
    found: dict[int, WorkingCopy] = {}
    for at in range(0, len(wanted), 500):
        some = _LINE.where(working_copy.c.id.in_(list(wanted[at : at + 500])))
        found.update((row["id"], _copy(row)) for row in connection.execute(some).mappings())
    return [found[number] for number in wanted if number in found]


def whole(connection: Connection, query: CopiesQuery) -> list[WorkingCopy]:
    """The copies of a list at once, in its order."""
    keys = _SORTS.get(query.sort, _BY_DOCUMENT)
    order = [key.desc() for key in keys] if query.descending else list(keys)
    chosen = _narrowed(_LINE.order_by(*order, working_copy.c.id), query)
    return [_copy(row) for row in connection.execute(chosen).mappings()]


def collect_by_document(connection: Connection) -> list[ToCollect]:
    """The documents whose old copies have to be collected, in the order of their codes."""
    columns = (document.c.id, document.c.code, document.c.title, func.count())
    chosen = select(*columns).select_from(_joined).where(_live, _STATES[CopyState.COLLECT])
    chosen = chosen.group_by(document.c.id, document.c.code, document.c.title, document.c.code_sort)
    return [ToCollect(*row) for row in connection.execute(chosen.order_by(document.c.code_sort))]


def numbers(connection: Connection, document_id: int) -> dict[int, int]:
    """The copies of a document by their numbers."""
    chosen = select(working_copy.c.number, working_copy.c.id)
    chosen = chosen.where(working_copy.c.document_id == document_id, working_copy.c.binned_at.is_(None))
    return {row[0]: row[1] for row in connection.execute(chosen)}


def handovers(connection: Connection, where: ColumnElement[bool]) -> list[Handover]:
    """Hand-overs that are not in the bin, the newest revision and the newest day first; those prepared before all."""
    columns = (document.c.id.label("document_id"), document.c.code, document.c.title)
    also = (revision.c.number.label("revision"), revision.c.state, revision.c.effective_on)
    chosen = select(handover, *columns, *also).select_from(
        handover.join(revision, revision.c.id == handover.c.revision_id).join(
            document, document.c.id == revision.c.document_id
        )
    )
    newest = (revision.c.number.desc(), handover.c.handed_on.is_not(None), handover.c.handed_on.desc())
    chosen = chosen.where(handover.c.binned_at.is_(None), where).order_by(*newest, handover.c.id.desc())
    return [
        Handover(
            Handed(row["what"]), row["sheets"], row["handed_on"], row["given_by"], row["given_by_post"],
            row["received_by"], row["received_by_post"], row["place"], row["note"], row["id"], row["document_id"],
            row["revision_id"], row["code"], row["title"], row["revision"], RevisionState(row["state"]),
            row["effective_on"], row["given_by_post_ru"], row["received_by_post_ru"],
        )
        for row in connection.execute(chosen).mappings()
    ]  # fmt: skip
