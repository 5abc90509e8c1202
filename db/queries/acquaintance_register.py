"""The whole register of acquaintance: every row of every sheet, and everybody who owes and is on no sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, and_, select

from altdesk.domain.acquaintance import CLOSED_STATES, OPEN_STATES, Elsewhere, RegisterLine, RowState, closing
from db.models.acquaintance import duty, sheet, sheet_row
from db.models.documents import document, revision
from db.models.people import person

Round = tuple[int, int, int]  # revision, round of it, person


def register(connection: Connection) -> list[RegisterLine]:
    """By code, the newest revision first; then sheet by sheet as printed, those on no sheet last, in Kazakh order."""
    found = [*_on_paper(connection), *_unasked(connection)]
    found.sort(key=lambda each: (each[0], -each[1].revision))
    return [line for _, line in found]


def _on_paper(connection: Connection) -> list[tuple[str, RegisterLine]]:
    head = (sheet.c.document_code, sheet.c.document_title, sheet.c.revision_number, sheet.c.effective_on)
    row = (sheet_row.c.no, sheet_row.c.full_name, sheet_row.c.post, sheet_row.c.state, sheet_row.c.signed_on)
    of = (document.c.code_sort, sheet.c.revision_id, sheet.c.round, sheet_row.c.person_id)
    chosen = select(*of, *head, sheet.c.number, *row, sheet_row.c.note).select_from(
        sheet_row
        .join(sheet, sheet.c.id == sheet_row.c.sheet_id)
        .join(revision, revision.c.id == sheet.c.revision_id)
        .join(document, document.c.id == revision.c.document_id)
    )
    order = (document.c.code_sort, revision.c.number.desc(), sheet.c.number, sheet_row.c.no)
    rows = connection.execute(chosen.order_by(*order)).all()
    said = _said(rows)
    return [(each[0], _line(each, said)) for each in rows]


def _said(rows: Sequence[Any]) -> Mapping[Round, list[Elsewhere]]:
    """What the sheets of each round say of each person."""
    found: dict[Round, list[Elsewhere]] = {}
    for each in rows:
        if each.person_id is not None and (state := RowState(each.state)) in CLOSED_STATES:
            found.setdefault(tuple(each[1:4]), []).append(Elsewhere(each.number, state))
    return found


def _line(row: Any, said: Mapping[Round, list[Elsewhere]]) -> RegisterLine:
    state = RowState(row.state)
    elsewhere = closing(said.get(tuple(row[1:4]), ()), row.number) if state in OPEN_STATES else None
    return RegisterLine(
        row.document_code, row.document_title, row.revision_number, row.effective_on, row.number, row.no,
        row.full_name, row.post, state, row.signed_on, row.note, elsewhere,
    )  # fmt: skip


def _unasked(connection: Connection) -> list[tuple[str, RegisterLine]]:
    here = and_(
        sheet.c.revision_id == duty.c.revision_id,
        sheet.c.round == duty.c.round,
        sheet_row.c.person_id == duty.c.person_id,
    )
    asked = select(sheet_row.c.id).join(sheet, sheet.c.id == sheet_row.c.sheet_id).where(here).exists()
    of = (document.c.code_sort, document.c.code, document.c.title, revision.c.number, revision.c.effective_on)
    chosen = select(*of, person.c.full_name, person.c.post).select_from(
        duty
        .join(person, person.c.id == duty.c.person_id)
        .join(revision, revision.c.id == duty.c.revision_id)
        .join(document, document.c.id == revision.c.document_id)
    )
    owed = (duty.c.expected, duty.c.state == "owed", revision.c.state == "in_force", document.c.binned_at.is_(None))
    order = (document.c.code_sort, revision.c.number.desc(), person.c.sort_key, person.c.id)
    rows = connection.execute(chosen.where(*owed, ~asked).order_by(*order))
    return [(row[0], RegisterLine(*row[1:5], None, None, *row[5:7], state=RowState.PENDING)) for row in rows]
