"""What the paper says when a sheet is back: its rows signed, refused or absent, rows written by hand on blank ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import RowMark, RowState, Sheet
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, fold
from altdesk.services import duties
from altdesk.services.acquaintance_sheets import sheet
from db.models.acquaintance import sheet as sheet_table
from db.models.acquaintance import sheet_row
from db.models.people import person
from db.step import Step, now
from db.store import user_name


def mark(
    desk: Desk,
    sheet_id: int,
    marks: Mapping[int, RowMark],
    *,
    back_on: date | None = None,
    today: date | None = None,
) -> Changed:
    """Record what the paper says, row by row (`no` → mark).

    Refused for a day before the revision's effective date, and for one that has not come yet.
    """
    known = sheet(desk, sheet_id)
    with desk.step(N_("Record sheet No. %(number)s"), number=known.number) as step:
        known = sheet(desk, sheet_id)  # as it stands now: its revision may have got another day
        step.made = sheet_id
        rows = {row.no: row for row in known.rows}
        for no, said in marks.items():
            if no not in rows:
                raise Refusal(N_("Sheet No. %(number)s has no row %(row)s."), number=known.number, row=no)
            _record(step, known, rows[no].id, said, today)
        people = [person_id for no in marks if (person_id := rows[no].person_id) is not None]
        duties.settle(step, known.revision_id, people, known.round)
        if back_on is not None:
            step.change(sheet_table, sheet_id, back_on=back_on)
    return desk.done(step)


def check_mark(known: Sheet, said: RowMark, today: date | None = None) -> None:
    """Refuse a mark that cannot be: signed without a day, before the revision came into force, or ahead of time."""
    if said.state is RowState.SIGNED and said.signed_on is None:
        raise Refusal(N_("Type the day that stands on the paper beside the signature."), field="signed_on")
    if said.signed_on and said.signed_on > (today or date.today()):
        sentence = N_("%(day)s has not come yet. Type the day that stands on the paper.")
        raise Refusal(sentence, field="signed_on", day=short_day(said.signed_on))
    first = known.signed_from
    if said.signed_on and first and said.signed_on < first:
        sentence = N_("The revision came into force on %(day)s. A signature cannot be dated before that day.")
        if first == known.change_on:
            sentence = N_("The change of meaning is of %(day)s. A signature cannot be dated before that day.")
        raise Refusal(sentence, field="signed_on", day=short_day(first))


def _record(step: Step, known: Sheet, row_id: int, said: RowMark, today: date | None) -> None:
    check_mark(known, said, today)
    day = said.signed_on if said.state in {RowState.SIGNED, RowState.REFUSED} else None
    changes = {"state": said.state.value, "signed_on": day, "note": clean(said.note).text}
    if step.change(sheet_row, row_id, **changes):
        step.change(sheet_row, row_id, recorded_by=user_name(), recorded_at=now())


def mark_back(
    desk: Desk,
    sheet_id: int,
    signed_on: date,
    exceptions: Mapping[int, RowMark] | None = None,
    *,
    back_on: date | None = None,
    today: date | None = None,
) -> Changed:
    """A sheet is back: every row that is open becomes signed on one day, but for the exceptions."""
    known = sheet(desk, sheet_id)
    signed = RowMark(RowState.SIGNED, signed_on)
    marks = {row.no: signed for row in known.rows if row.open} | dict(exceptions or {})
    return mark(desk, sheet_id, marks, back_on=back_on or today or date.today(), today=today)


def add_handwritten(
    desk: Desk, sheet_id: int, full_name: str, post: str, said: RowMark, today: date | None = None
) -> Changed:
    """Type in a row that was written by hand on a blank row. A person of that name in the register is recognised."""
    known = sheet(desk, sheet_id)
    name = clean(full_name).text
    if not name:
        raise Refusal(N_("Type the name written on the blank row."), field="full_name")
    with desk.step(N_("Add a handwritten row to sheet No. %(number)s"), number=known.number) as step:
        known = sheet(desk, sheet_id)
        no = (
            step.connection.execute(select(func.max(sheet_row.c.no)).where(sheet_row.c.sheet_id == sheet_id)).scalar()
            or 0
        ) + 1
        person_id = _only_person(step, name)
        row = {"sheet_id": sheet_id, "no": no, "person_id": person_id, "full_name": name, "post": clean(post).text}
        step.made = step.add(sheet_row, **row, state=RowState.PENDING.value, signed_on=None)
        _record(step, known, step.made, said, today)
        if person_id is not None:
            duties.settle(step, known.revision_id, [person_id], known.round)
    return desk.done(step)


def _only_person(step: Step, name: str) -> int | None:
    chosen = select(person.c.id).where(person.c.fold_key == fold(name), person.c.binned_at.is_(None)).limit(2)
    found = step.connection.execute(chosen).scalars().all()
    return found[0] if len(found) == 1 else None
