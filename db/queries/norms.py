"""Questions about norms: the list with who cites them, one norm whole, what a document cites, what to review."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select

from altdesk.domain.documents import RevisionState
from altdesk.domain.norms import (
    Cited,
    Citing,
    Flag,
    Norm,
    NormChange,
    NormKind,
    NormLine,
    NormsQuery,
    NormState,
    Outcome,
)
from db import search
from db.models.documents import document, revision
from db.models.norms import document_norm, norm, norm_change, norm_flag

_twin = document.alias("twin")  # the document of the desk that a norm is
_is_twin = and_(_twin.c.code_key == norm.c.code_key, _twin.c.binned_at.is_(None))
_citing = (
    select(document_norm.c.norm_id, func.count().label("number"))
    .join(document, document.c.id == document_norm.c.document_id)
    .where(document.c.binned_at.is_(None))
    .group_by(document_norm.c.norm_id)
    .subquery("citing")
)
_flagged = (
    select(norm_flag.c.norm_id, func.count().label("number"))
    .join(document, document.c.id == norm_flag.c.document_id)
    .where(norm_flag.c.outcome == Outcome.OPEN.value, document.c.binned_at.is_(None))
    .group_by(norm_flag.c.norm_id)
    .subquery("flagged")
)
_documents, _flags = func.coalesce(_citing.c.number, 0), func.coalesce(_flagged.c.number, 0)
_joined = norm.outerjoin(_citing, _citing.c.norm_id == norm.c.id).outerjoin(_flagged, _flagged.c.norm_id == norm.c.id)
_COUNTED = frozenset({"documents", "flagged"})  # orders that have to count first
_kind = case({kind.value: at for at, kind in enumerate(NormKind)}, value=norm.c.kind, else_=len(NormKind))
_state = case({state.value: at for at, state in enumerate(reversed(NormState))}, value=norm.c.state, else_=0)

_SORTS: dict[str, tuple[Any, ...]] = {
    "kind": (_kind, norm.c.code_sort),
    "designation": (norm.c.code_sort,),
    "title": (norm.c.title_sort, norm.c.code_sort),
    "state": (_state, norm.c.code_sort),
    "changed_on": (norm.c.changed_on, norm.c.code_sort),
    "documents": (_documents, norm.c.code_sort),
    "flagged": (_flags, norm.c.code_sort),
}


def _narrowed(chosen: Select[Any], query: NormsQuery) -> Select[Any]:
    chosen = chosen.where(norm.c.binned_at.is_(None))
    if query.kind is not None:
        chosen = chosen.where(norm.c.kind == query.kind.value)
    if query.flagged_only:
        asked = select(norm_flag.c.norm_id).join(document, document.c.id == norm_flag.c.document_id)
        asked = asked.where(norm_flag.c.outcome == Outcome.OPEN.value, document.c.binned_at.is_(None))
        chosen = chosen.where(norm.c.id.in_(asked))
    matching = search.matching("norm", query.text)
    return chosen if matching is None else chosen.where(norm.c.id.in_(matching))


def ids(connection: Connection, query: NormsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown."""
    keys = _SORTS.get(query.sort, _SORTS["kind"])
    order = [key.desc() for key in keys] if query.descending else list(keys)
    of = _joined if query.sort in _COUNTED else norm
    chosen: Select[Any] = select(norm.c.id).select_from(of).order_by(*order, norm.c.id).limit(limit)
    return connection.execute(_narrowed(chosen, query)).scalars().all()


def count(connection: Connection, query: NormsQuery) -> int:
    chosen: Select[Any] = select(func.count()).select_from(norm)
    return int(connection.execute(_narrowed(chosen, query)).scalar_one())


def lines(connection: Connection, wanted: Sequence[int]) -> list[NormLine]:
    """The lines of these norms in the order given."""
    found: dict[int, NormLine] = {}
    columns = (norm.c.id, norm.c.designation, norm.c.title, norm.c.kind, norm.c.state, norm.c.changed_on)
    also = (_documents, _flags, _twin.c.id, revision.c.number, revision.c.state)
    in_force = and_(revision.c.document_id == _twin.c.id, revision.c.state == RevisionState.IN_FORCE.value)
    chosen = select(*columns, *also).select_from(_joined.outerjoin(_twin, _is_twin).outerjoin(revision, in_force))
    for at in range(0, len(wanted), 500):
        for row in connection.execute(chosen.where(norm.c.id.in_(list(wanted[at : at + 500])))):
            state = RevisionState(row[10]) if row[10] else None
            found[row[0]] = NormLine(*row[:3], NormKind(row[3]), NormState(row[4]), *row[5:10], state)
    return [found[number] for number in wanted if number in found]


def get(connection: Connection, norm_id: int) -> Norm | None:
    """One norm whole: its changes, and who cites it."""
    chosen = select(norm, _twin.c.id.label("twin")).select_from(norm.outerjoin(_twin, _is_twin))
    row = connection.execute(chosen.where(norm.c.id == norm_id)).mappings().one_or_none()
    if row is None:
        return None
    changes = select(norm_change).where(norm_change.c.norm_id == norm_id)
    changes = changes.order_by(norm_change.c.id.desc())
    return Norm(
        row["designation"], row["title"], NormKind(row["kind"]), row["note"], row["id"], NormState(row["state"]),
        row["changed_on"], row["change_note"],
        tuple(NormChange(c.id, NormState(c.state), c.changed_on, c.note) for c in connection.execute(changes)),
        tuple(citing(connection, norm_id)), row["twin"],
    )  # fmt: skip


def by_key(connection: Connection, code_key: str) -> int | None:
    """The id of the norm of this look-alike key that is not in the bin."""
    chosen = select(norm.c.id).where(norm.c.code_key == code_key, norm.c.binned_at.is_(None))
    return connection.execute(chosen).scalar()


def every_key(connection: Connection) -> dict[str, int]:
    """Every norm that is not in the bin, by the key of its designation."""
    chosen = select(norm.c.code_key, norm.c.id).where(norm.c.binned_at.is_(None))
    return {row[0]: row[1] for row in connection.execute(chosen)}


_newest = func.max(norm_flag.c.id)
_ANSWER = (norm_flag.c.id, norm_flag.c.outcome, norm_flag.c.reviewed_on, norm_flag.c.reviewed_by, norm_flag.c.note)


def _outcome(text: str | None) -> Outcome | None:
    return Outcome(text) if text else None


def citing(connection: Connection, norm_id: int) -> list[Citing]:
    """The documents that cite a norm in the order of their codes, each with its newest question."""
    last = select(_newest).where(norm_flag.c.norm_id == norm_id).group_by(norm_flag.c.document_id)
    asked = and_(norm_flag.c.document_id == document.c.id, norm_flag.c.norm_id == norm_id, norm_flag.c.id.in_(last))
    chosen = select(document.c.id, document.c.code, document.c.title, *_ANSWER).select_from(
        document_norm.join(document, document.c.id == document_norm.c.document_id).outerjoin(norm_flag, asked)
    )
    chosen = chosen.where(document_norm.c.norm_id == norm_id, document.c.binned_at.is_(None))
    rows = connection.execute(chosen.order_by(document.c.code_sort, document.c.id))
    return [Citing(*row[:4], _outcome(row[4]), row[5], row[6] or "", row[7] or "") for row in rows]


def cited(connection: Connection, document_id: int) -> list[Cited]:
    """What a document refers to, in the groups of section 2 and in the order it was entered."""
    last = select(_newest).where(norm_flag.c.document_id == document_id).group_by(norm_flag.c.norm_id)
    asked = and_(norm_flag.c.norm_id == norm.c.id, norm_flag.c.document_id == document_id, norm_flag.c.id.in_(last))
    columns = (norm.c.id, norm.c.designation, norm.c.title, norm.c.kind, norm.c.state, norm.c.changed_on)
    chosen = select(*columns, norm.c.change_note, *_ANSWER).select_from(
        document_norm.join(norm, norm.c.id == document_norm.c.norm_id).outerjoin(norm_flag, asked)
    )
    chosen = chosen.where(document_norm.c.document_id == document_id, norm.c.binned_at.is_(None))
    return [
        Cited(
            *row[:3], NormKind(row[3]), NormState(row[4]), *row[5:8], _outcome(row[8]), row[9], row[10] or "",
            row[11] or "",
        )
        for row in connection.execute(chosen.order_by(_kind, document_norm.c.id))
    ]  # fmt: skip


def open_flags(connection: Connection, document_id: int | None = None, norm_id: int | None = None) -> list[Flag]:
    """Documents that have to be looked at, by their codes and then by the day the norm changed."""
    columns = (norm_flag.c.id, norm.c.id, norm.c.designation, norm.c.title, norm_change.c.state)
    also = (norm_change.c.changed_on, norm_change.c.note, document.c.id, document.c.code, document.c.title)
    chosen = select(*columns, *also).select_from(
        norm_flag
        .join(norm, norm.c.id == norm_flag.c.norm_id)
        .join(norm_change, norm_change.c.id == norm_flag.c.norm_change_id)
        .join(document, document.c.id == norm_flag.c.document_id)
    )
    chosen = chosen.where(norm_flag.c.outcome == Outcome.OPEN.value)
    chosen = chosen.where(norm.c.binned_at.is_(None), document.c.binned_at.is_(None))
    if document_id is not None:
        chosen = chosen.where(norm_flag.c.document_id == document_id)
    if norm_id is not None:
        chosen = chosen.where(norm_flag.c.norm_id == norm_id)
    order = (document.c.code_sort, norm_change.c.changed_on, norm_flag.c.id)
    return [
        Flag(row[0], row[1], row[2], row[3], NormState(row[4]), row[5], row[6], row[7], row[8], row[9])
        for row in connection.execute(chosen.order_by(*order))
    ]


def flagged_documents(connection: Connection) -> int:
    """How many documents have to be looked at."""
    asked = norm_flag.join(norm, norm.c.id == norm_flag.c.norm_id).join(
        document, document.c.id == norm_flag.c.document_id
    )
    chosen = select(func.count(norm_flag.c.document_id.distinct())).select_from(asked)
    chosen = chosen.where(norm_flag.c.outcome == Outcome.OPEN.value)
    chosen = chosen.where(norm.c.binned_at.is_(None), document.c.binned_at.is_(None))
    return int(connection.execute(chosen).scalar_one())


def citing_codes(connection: Connection, *, flagged: bool = False) -> dict[int, list[str]]:
    """The codes of the documents that cite each norm, or of those that have to be looked at."""
    table, number = (norm_flag, norm_flag.c.norm_id) if flagged else (document_norm, document_norm.c.norm_id)
    chosen = select(number, document.c.code).join(document, document.c.id == table.c.document_id)
    chosen = chosen.where(document.c.binned_at.is_(None))
    if flagged:
        chosen = chosen.where(norm_flag.c.outcome == Outcome.OPEN.value)
    found: dict[int, list[str]] = {}
    for norm_id, code in connection.execute(chosen.order_by(document.c.code_sort)):
        found.setdefault(norm_id, []).append(code)
    return found


def cites(connection: Connection, document_id: int) -> set[int]:
    """Ids of the norms a document cites."""
    chosen = select(document_norm.c.norm_id).where(document_norm.c.document_id == document_id)
    return set(connection.execute(chosen).scalars())


def asked(connection: Connection, norm_change_id: int) -> dict[int, tuple[int, Outcome]]:
    """The questions of one change by document: their ids, and what became of them."""
    chosen = select(norm_flag.c.document_id, norm_flag.c.id, norm_flag.c.outcome)
    rows = connection.execute(chosen.where(norm_flag.c.norm_change_id == norm_change_id))
    return {row[0]: (row[1], Outcome(row[2])) for row in rows}


def open_of(connection: Connection, norm_id: int, document_id: int | None = None) -> Sequence[int]:
    """Ids of the unanswered questions of a norm, of all documents or of one."""
    chosen = select(norm_flag.c.id).where(norm_flag.c.norm_id == norm_id, norm_flag.c.outcome == Outcome.OPEN.value)
    if document_id is not None:
        chosen = chosen.where(norm_flag.c.document_id == document_id)
    return connection.execute(chosen).scalars().all()
