"""Questions of the overview: which units are behind, with which documents, and what is due between two days."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Integer, and_, cast, func, literal_column, select, true

from altdesk.domain.overview import Due, DueKind, UnitCoverage, UnitDebt
from db.models.acquaintance import duty, sheet
from db.models.documents import document, revision
from db.models.people import person, unit
from db.models.risks import risk
from db.models.tasks import task

_signed = func.sum(cast(duty.c.state == "signed", Integer))
_unit = (person.c.unit_id, func.coalesce(unit.c.name, ""))
_of_people = person.outerjoin(unit, unit.c.id == person.c.unit_id)


def debts_by_unit(connection: Connection) -> list[UnitDebt]:
    """Units whose people owe: how many signatures and people; the most first."""
    in_force = (
        select(revision.c.id)
        .join(document, document.c.id == revision.c.document_id)
        .where(revision.c.state == "in_force", document.c.binned_at.is_(None))
    )
    # person by person along ix_duty_owed, which says `owed` outright; `+ 0` keeps SQLite from looking each revision up
    here = (duty.c.expected == true(), duty.c.state == literal_column("'owed'"), (duty.c.revision_id + 0).in_(in_force))
    owed = select(duty.c.person_id, func.count().label("signatures")).where(*here).group_by(duty.c.person_id).subquery()
    signatures = func.sum(owed.c.signatures)
    chosen = select(*_unit, signatures, func.count())
    chosen = chosen.select_from(owed.join(_of_people, person.c.id == owed.c.person_id))
    chosen = chosen.group_by(person.c.unit_id, unit.c.name).order_by(signatures.desc(), unit.c.name)
    return [UnitDebt(row[0] or 0, row[1], row[2], row[3]) for row in connection.execute(chosen)]


def by_unit(connection: Connection, revision_id: int) -> list[UnitCoverage]:
    """Signed of those who must, unit by unit, for one revision; those most behind first."""
    chosen = select(*_unit, _signed, func.count()).select_from(duty.join(_of_people, person.c.id == duty.c.person_id))
    chosen = chosen.where(duty.c.revision_id == revision_id, duty.c.expected.is_(True))
    rows = connection.execute(chosen.group_by(person.c.unit_id, unit.c.name))
    found = [UnitCoverage(row[0] or 0, row[1], row[2], row[3]) for row in rows]
    return sorted(found, key=lambda each: (-each.missing, each.unit))


def of_unit(connection: Connection, unit_id: int) -> list[tuple[int, str, str, int, int]]:
    """Revisions in force that people of a unit must know: id, code, title, signed, must; without a unit for 0."""
    own = person.c.unit_id == unit_id if unit_id else person.c.unit_id.is_(None)
    chosen = select(revision.c.id, document.c.code, document.c.title, _signed, func.count()).select_from(
        person
        .join(duty, duty.c.person_id == person.c.id)
        .join(revision, and_(revision.c.id == duty.c.revision_id, revision.c.state == "in_force"))
        .join(document, document.c.id == revision.c.document_id)
    )
    chosen = chosen.where(own, duty.c.expected, document.c.binned_at.is_(None))
    chosen = chosen.group_by(revision.c.id, document.c.code, document.c.title, document.c.code_sort)
    return [
        (row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(chosen.order_by(document.c.code_sort))
    ]


def due(connection: Connection, last: date) -> list[Due]:
    """What is due until a day and not done: sheets expected back, tasks, reviews, measures; the longest due first."""
    found: list[Due] = []
    sheets = select(sheet.c.id, sheet.c.number, sheet.c.document_code, sheet.c.expected_on).join(
        revision, and_(revision.c.id == sheet.c.revision_id, revision.c.state == "in_force")
    )
    sheets = sheets.where(sheet.c.back_on.is_(None), sheet.c.expected_on <= last, sheet.c.round == revision.c.round)
    found += [Due(DueKind.SHEET, row[0], f"№ {row[1]}", row[2], row[3]) for row in connection.execute(sheets)]
    tasks = select(task.c.id, task.c.text, task.c.responsible, task.c.due_on)
    tasks = tasks.where(task.c.state == "open", task.c.due_on <= last)
    found += [Due(DueKind.TASK, *row) for row in connection.execute(tasks)]
    reviews = select(document.c.id, document.c.code, document.c.title, document.c.review_on)
    reviews = reviews.where(document.c.review_on <= last, document.c.binned_at.is_(None))
    found += [Due(DueKind.REVIEW, *row) for row in connection.execute(reviews)]
    measures = select(risk.c.id, risk.c.measure, risk.c.owner, risk.c.due_on)
    measures = measures.where(risk.c.state == "open", risk.c.due_on <= last, risk.c.binned_at.is_(None))
    found += [Due(DueKind.MEASURE, *row) for row in connection.execute(measures)]
    return sorted(found, key=lambda each: (each.on, list(DueKind).index(each.kind), each.id))
