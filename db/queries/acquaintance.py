"""Questions about acquaintance: sheets, coverage of the revisions in force, who is missing, who owes what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select, true

from altdesk.domain.acquaintance import (
    CLOSED_STATES,
    OPEN_STATES,
    Coverage,
    Debtor,
    Elsewhere,
    Owed,
    RowState,
    Sheet,
    SheetKind,
    SheetLine,
    SheetRow,
    closing,
)
from db import search
from db.models.acquaintance import duty, sheet, sheet_row
from db.models.changes import change
from db.models.documents import document, revision
from db.models.people import person, unit

_OPEN = tuple(state.value for state in sorted(OPEN_STATES))
_CLOSED = tuple(state.value for state in sorted(CLOSED_STATES))


def sheet_whole(connection: Connection, sheet_id: int) -> Sheet | None:
    """One sheet with its rows in their printed order."""
    original = sheet.alias("original")
    in_force_from = revision.c.effective_on.label("in_force_from")
    chosen = select(sheet, original.c.number.label("residual_number"), revision.c.document_id, in_force_from)
    chosen = chosen.select_from(
        sheet.join(revision, revision.c.id == sheet.c.revision_id).outerjoin(
            original, original.c.id == sheet.c.residual_of
        )
    )
    row = connection.execute(chosen.where(sheet.c.id == sheet_id)).mappings().one_or_none()
    if row is None:
        return None
    rows = connection.execute(select(sheet_row).where(sheet_row.c.sheet_id == sheet_id).order_by(sheet_row.c.no))
    closed = _elsewhere(connection, row)
    return Sheet(
        id=row["id"],
        number=row["number"],
        kind=SheetKind(row["kind"]),
        revision_id=row["revision_id"],
        document_id=row["document_id"],
        document=row["document_code"],
        title=row["document_title"],
        revision=row["revision_number"],
        effective_on=row["effective_on"],
        made_on=row["made_on"],
        printed_on=row["printed_on"],
        expected_on=row["expected_on"],
        back_on=row["back_on"],
        residual_of=row["residual_number"],
        rows=tuple(_row(each, closed.get(each.person_id)) for each in rows),
        **{name: row[name] for name in ("round", "change_number", "change_on", "in_force_from", *HEADS)},
    )


HEADS = ("organisation", "organisation_ru", "department", "department_ru")  # of a sheet


def _row(row: Any, closed: Elsewhere | None) -> SheetRow:
    state = RowState(row.state)
    return SheetRow(
        row.id, row.no, row.person_id, row.full_name, row.post, state, row.signed_on, row.note,
        row.recorded_by, row.recorded_at, closed if state in OPEN_STATES else None,
    )  # fmt: skip


def _elsewhere(connection: Connection, of: Mapping[Any, Any]) -> dict[int, Elsewhere]:
    """What was said on the other sheets of a sheet's round, a signature before a refusal, by person."""
    chosen = select(sheet_row.c.person_id, sheet.c.number, sheet_row.c.state).join(sheet)
    same = (sheet.c.revision_id == of["revision_id"], sheet.c.round == of["round"], sheet.c.id != of["id"])
    said = (sheet_row.c.state.in_(_CLOSED), sheet_row.c.person_id.is_not(None))
    found: dict[int, list[Elsewhere]] = {}
    for person_id, number, state in connection.execute(chosen.where(*same, *said)):
        found.setdefault(person_id, []).append(Elsewhere(number, RowState(state)))
    closed = {person_id: closing(every, of["number"]) for person_id, every in found.items()}
    return {person_id: each for person_id, each in closed.items() if each is not None}


def sheet_id(connection: Connection, number: int) -> int | None:
    return connection.execute(select(sheet.c.id).where(sheet.c.number == number)).scalar()


def sheet_layout(connection: Connection, wanted: int) -> str | None:
    """The cell map in mm as stored when the sheet was printed, JSON."""
    return connection.execute(select(sheet.c.layout).where(sheet.c.id == wanted)).scalar()


def round_now(connection: Connection, revision_id: int) -> dict[str, Any]:
    """What a sheet made now keeps of the round: its count, and the change of meaning that asked for it, if one did."""
    of = (revision.c.round, change.c.number, change.c.made_on)
    opened = and_(change.c.revision_id == revision.c.id, change.c.round == revision.c.round, revision.c.round > 0)
    chosen = select(*of).select_from(revision.outerjoin(change, opened)).where(revision.c.id == revision_id)
    row = connection.execute(chosen).one()
    return {"round": row[0], "change_number": row[1], "change_on": row[2]}


def _sum(*of: Any) -> Any:
    return func.coalesce(func.sum(case((and_(*of), 1), else_=0)), 0)


def _closed_elsewhere() -> Any:
    """How many open rows of a sheet are closed by what their people said on another one.

    Duties are looked up only where another sheet of the round is there: of most documents there is one sheet.
    """
    other, row = sheet.alias(), sheet_row.alias()
    same = (other.c.revision_id == sheet.c.revision_id, other.c.round == sheet.c.round, other.c.id != sheet.c.id)
    shared = select(other.c.id).where(*same).correlate(sheet).exists()
    of_row = row.join(duty, and_(duty.c.person_id == row.c.person_id, duty.c.state.in_(_CLOSED)))
    closed = select(func.count()).select_from(of_row).where(row.c.sheet_id == sheet.c.id, row.c.state.in_(_OPEN))
    closed = closed.where(duty.c.revision_id == sheet.c.revision_id, duty.c.round == sheet.c.round)
    return case((shared, closed.correlate(sheet).scalar_subquery()), else_=0)


def sheet_lines(connection: Connection, text: str = "", document_id: int | None = None) -> list[SheetLine]:
    """Every sheet, the newest first."""
    columns = ("id", "number", "kind", "document_code", "document_title", "revision_number")
    days = ("made_on", "printed_on", "expected_on", "back_on")
    awaited = _sum(sheet_row.c.state.in_(_OPEN)) - _closed_elsewhere()
    counts = (_sum(sheet_row.c.state == "signed"), awaited, func.count(sheet_row.c.id))
    of_round = (sheet.c.revision_id, sheet.c.round, sheet.c.change_number, revision.c.round > sheet.c.round)
    chosen: Select[Any] = select(*(sheet.c[name] for name in columns + days), *counts, *of_round)
    chosen = chosen.select_from(sheet).join(revision, revision.c.id == sheet.c.revision_id)
    chosen = chosen.outerjoin(sheet_row, sheet_row.c.sheet_id == sheet.c.id)
    chosen = chosen.group_by(sheet.c.id, revision.c.round).order_by(sheet.c.number.desc())
    matching = search.matching("sheet", text)
    if matching is not None:
        chosen = chosen.where(sheet.c.id.in_(matching))
    if document_id is not None:
        chosen = chosen.where(revision.c.document_id == document_id)
    return [SheetLine(row[0], row[1], SheetKind(row[2]), *row[3:]) for row in connection.execute(chosen)]


STATES = ("signed", "owed", "refused", "left")


def duty_counts() -> tuple[Any, ...]:
    """How many of the people who must know the revision of a row now are in each of `STATES`.

    Each number is asked for on its own: a stretch of the index that is only counted, nothing in it is read or grouped.
    """
    must = select(func.count()).select_from(duty).where(duty.c.revision_id == revision.c.id, duty.c.expected == true())
    return tuple(must.where(duty.c.state == state).correlate(revision).scalar_subquery() for state in STATES)


def coverage(connection: Connection, text: str = "") -> list[Coverage]:
    """Signed of those who must, per revision in force, in the order of the codes."""
    columns = (document.c.id, revision.c.id, document.c.code, document.c.title, revision.c.number)
    chosen = select(*columns, revision.c.effective_on, *duty_counts())
    chosen = chosen.select_from(revision.join(document, document.c.id == revision.c.document_id))
    chosen = chosen.where(revision.c.state == "in_force", document.c.binned_at.is_(None))
    matching = search.matching("document", text)
    if matching is not None:
        chosen = chosen.where(document.c.id.in_(matching))
    rows = connection.execute(chosen.order_by(document.c.code_sort, document.c.id)).all()
    return [
        Coverage(of, asked, code, title, number, effective_on, signed, signed + owed + refused + left, owed, refused)
        for of, asked, code, title, number, effective_on, signed, owed, refused, left in rows
    ]


def _current() -> Select[int]:
    current = select(revision.c.id).join(document, document.c.id == revision.c.document_id)
    return current.where(revision.c.state == "in_force", document.c.binned_at.is_(None))


def missing_in_all(connection: Connection) -> int:
    """How many signatures are missing of the revisions in force, those refused too, as the coverage counts them."""
    here = (duty.c.expected == true(), duty.c.state.in_(("owed", "refused")), duty.c.revision_id.in_(_current()))
    return connection.execute(select(func.count()).select_from(duty).where(*here)).scalar_one()


def refused_in_all(connection: Connection, person_id: int | None = None) -> int:
    """How many signatures of the revisions in force were refused by an act: in all, or by one person."""
    here = (duty.c.expected == true(), duty.c.state == "refused", duty.c.revision_id.in_(_current()))
    of = () if person_id is None else (duty.c.person_id == person_id,)
    return connection.execute(select(func.count()).select_from(duty).where(*here, *of)).scalar_one()


def missing(revision_id: int) -> Select[int]:
    """Ids of those who must know a revision and have not signed it."""
    here = and_(duty.c.revision_id == revision_id, duty.c.expected, duty.c.state != "signed")
    return select(duty.c.person_id).where(here)


def owing(revision_id: int) -> Select[int]:
    """Ids of those who still owe a revision; a refusal closed by an act is no debt."""
    here = and_(duty.c.revision_id == revision_id, duty.c.expected, duty.c.state == "owed")
    return select(duty.c.person_id).where(here)


def duty_states(connection: Connection, revision_id: int) -> Mapping[int, str]:
    """State of the duty of every person who has one for this revision.

    Who signed or refused before a change of meaning and was not there when it asked anew owes again.
    """
    before = and_(duty.c.round < revision.c.round, duty.c.state.in_(("signed", "refused")))
    state = case((before, "owed"), else_=duty.c.state)
    chosen = select(duty.c.person_id, state).join(revision, revision.c.id == duty.c.revision_id)
    return {row[0]: row[1] for row in connection.execute(chosen.where(duty.c.revision_id == revision_id))}


def residuals_out(connection: Connection, revision_id: int, round_: int) -> list[int]:
    """Ids of the residual sheets of a round that are not back, the newest first."""
    here = (sheet.c.revision_id == revision_id, sheet.c.round == round_, sheet.c.residual_of.is_not(None))
    chosen = select(sheet.c.id).where(*here, sheet.c.back_on.is_(None)).order_by(sheet.c.number.desc())
    return list(connection.execute(chosen).scalars())


def on_the_way(connection: Connection, revision_id: int) -> dict[int, int]:
    """Number of the newest sheet not yet back on which a person's row of this revision is open, by person."""
    chosen = select(sheet_row.c.person_id, func.max(sheet.c.number)).join(sheet, sheet.c.id == sheet_row.c.sheet_id)
    chosen = chosen.join(revision, and_(revision.c.id == sheet.c.revision_id, revision.c.round == sheet.c.round))
    here = (sheet.c.revision_id == revision_id, sheet.c.back_on.is_(None), sheet_row.c.state == "pending")
    chosen = chosen.where(*here, sheet_row.c.person_id.is_not(None)).group_by(sheet_row.c.person_id)
    return {row[0]: row[1] for row in connection.execute(chosen)}


def _out(connection: Connection, person_id: int | None) -> dict[tuple[int, int], int]:
    """Number of the newest sheet on its way, by person and revision."""
    chosen = select(sheet_row.c.person_id, sheet.c.revision_id, func.max(sheet.c.number))
    chosen = chosen.join(sheet, sheet.c.id == sheet_row.c.sheet_id)
    chosen = chosen.join(revision, and_(revision.c.id == sheet.c.revision_id, revision.c.round == sheet.c.round))
    chosen = chosen.where(sheet.c.back_on.is_(None), sheet_row.c.state == "pending")
    chosen = chosen.group_by(sheet_row.c.person_id, sheet.c.revision_id)
    if person_id is not None:
        chosen = chosen.where(sheet_row.c.person_id == person_id)
    return {(row[0], row[1]): row[2] for row in connection.execute(chosen)}


def debts(connection: Connection, text: str = "", person_id: int | None = None) -> list[Debtor]:
    """Everybody who owes, in Kazakh order, each with the documents owed in the order of their codes."""
    who = (person.c.id, person.c.full_name, person.c.post, func.coalesce(unit.c.name, ""))
    what = (document.c.id, revision.c.id, document.c.code, document.c.title, revision.c.number, revision.c.effective_on)
    chosen = select(*who, *what).select_from(
        duty
        .join(person, person.c.id == duty.c.person_id)
        .outerjoin(unit, unit.c.id == person.c.unit_id)
        .join(revision, revision.c.id == duty.c.revision_id)
        .join(document, document.c.id == revision.c.document_id)
    )
    chosen = chosen.where(duty.c.expected, duty.c.state == "owed", revision.c.state == "in_force")
    chosen = chosen.where(document.c.binned_at.is_(None))
    matching = search.matching("person", text)
    if matching is not None:
        chosen = chosen.where(person.c.id.in_(matching))
    if person_id is not None:
        chosen = chosen.where(person.c.id == person_id)
    out = _out(connection, person_id)
    found: dict[int, tuple[Any, list[Owed]]] = {}
    order = (person.c.sort_key, person.c.id, document.c.code_sort, document.c.id)
    for row in connection.execute(chosen.order_by(*order)):
        owed = Owed(*row[4:10], out.get((row[0], row[5])))
        found.setdefault(row[0], (row[:4], []))[1].append(owed)
    return [Debtor(head[0], head[1], head[2], head[3], tuple(owed)) for head, owed in found.values()]
