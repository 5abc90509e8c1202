"""Questions about §12 entries: those of a document, those found, the sheets they were printed on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, select

from altdesk.domain.changes import Change, ChangeKind, ChangeLine, ChangeSheet
from altdesk.domain.documents import Who
from db import search
from db.models.changes import change, change_sheet
from db.models.documents import document, revision

_corrected = change.alias("corrected")


def _chosen() -> Select[Any]:
    more = (
        document.c.code,
        revision.c.number.label("revision"),
        change_sheet.c.number.label("sheet"),
        change_sheet.c.printed_on,
        _corrected.c.number.label("corrected"),
    )
    return select(change, *more).select_from(
        change
        .join(document, document.c.id == change.c.document_id)
        .outerjoin(revision, revision.c.id == change.c.revision_id)
        .outerjoin(change_sheet, change_sheet.c.id == change.c.sheet_id)
        .outerjoin(_corrected, _corrected.c.id == change.c.corrects)
    )


def _entry(row: Any) -> Change:
    return Change(
        paragraph=row.paragraph,
        change=row.wording,
        on=row.made_on,
        who=Who(row.name, row.person_id),
        kind=ChangeKind(row.kind) if row.kind else None,
        corrects=row.corrected,
        id=row.id,
        document_id=row.document_id,
        number=row.number,
        revision_id=row.revision_id,
        revision=row.revision,
        sheet=row.sheet,
        printed_on=row.printed_on,
        round=row.round,
        due_on=row.due_on,
    )


def of_document(connection: Connection, document_id: int) -> list[Change]:
    """The entries of a document in the order of their numbers."""
    chosen = _chosen().where(change.c.document_id == document_id).order_by(change.c.number)
    return [_entry(row) for row in connection.execute(chosen)]


def get(connection: Connection, change_id: int) -> Change | None:
    row = connection.execute(_chosen().where(change.c.id == change_id)).one_or_none()
    return None if row is None else _entry(row)


def lines(connection: Connection, text: str = "", document_id: int | None = None) -> Iterator[ChangeLine]:
    """Entries of every document, or of those found, by code and number."""
    chosen = _chosen().where(document.c.binned_at.is_(None))
    matching = search.matching("document", text)
    if matching is not None:
        chosen = chosen.where(document.c.id.in_(matching))
    if document_id is not None:
        chosen = chosen.where(document.c.id == document_id)
    for row in connection.execute(chosen.order_by(document.c.code_sort, document.c.id, change.c.number)):
        yield ChangeLine(row.code, _entry(row))


def last_number(connection: Connection, document_id: int) -> int:
    """The number of the newest entry; 0 before the first."""
    newest = select(func.max(change.c.number)).where(change.c.document_id == document_id)
    return connection.execute(newest).scalar() or 0


def sheets(connection: Connection, document_id: int) -> list[ChangeSheet]:
    """The printed sheets of a document in the order of their numbers."""
    heads = ("document_code", "document_title", "organisation", "organisation_ru")
    own = ("id", "document_id", "number", "printed_on")
    chosen = select(change_sheet).where(change_sheet.c.document_id == document_id).order_by(change_sheet.c.number)
    return [
        ChangeSheet(*(row[name] for name in heads), **{name: row[name] for name in own})
        for row in connection.execute(chosen).mappings()
    ]
