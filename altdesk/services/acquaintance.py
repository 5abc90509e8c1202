"""Acquaintance (§13): sheets go out, come back and are ticked; who has signed and who owes is always answerable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, select

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import (
    OPEN_STATES,
    AudienceEntry,
    Coverage,
    Debtor,
    RowMark,
    RowState,
    Sheet,
    SheetKind,
    SheetLine,
)
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import PersonLine
from altdesk.domain.text import clean, fold
from altdesk.services import documents, duties, organisation
from db.models.acquaintance import sheet as sheet_table
from db.models.acquaintance import sheet_row
from db.models.people import person
from db.queries import acquaintance as queries
from db.queries import audience as audience_queries
from db.queries import people as people_queries
from db.step import Step, now
from db.store import user_name


def sheet(desk: Desk, sheet_id: int) -> Sheet:
    """One sheet with its rows. Refused when there is no such sheet."""
    with desk.store.read() as connection:
        found = queries.sheet_whole(connection, sheet_id)
    if found is None:
        raise Refusal(N_("There is no such sheet."))
    return found


def sheet_by_number(desk: Desk, number: int) -> Sheet:
    """The sheet of this number. Refused when there is none."""
    with desk.store.read() as connection:
        found = queries.sheet_id(connection, number)
    if found is None:
        raise Refusal(N_("There is no sheet number %(number)s."), number=number)
    return sheet(desk, found)


def sheet_lines(desk: Desk, text: str = "", document_id: int | None = None) -> list[SheetLine]:
    """Every sheet, the newest first."""
    with desk.store.read() as connection:
        return queries.sheet_lines(connection, text, document_id)


def coverage(desk: Desk, text: str = "") -> list[Coverage]:
    """ "x of y" for every revision in force, in the order of the codes."""
    with desk.store.read() as connection:
        return queries.coverage(connection, text)


def missing(desk: Desk, revision_id: int) -> list[PersonLine]:
    """Those who must know a revision and have not signed it, in Kazakh order."""
    with desk.store.read() as connection:
        return people_queries.lines_by_name(connection, queries.missing(revision_id))


def debts(desk: Desk, text: str = "") -> list[Debtor]:
    """Everybody who owes, in Kazakh order."""
    with desk.store.read() as connection:
        return queries.debts(connection, text)


def debts_of(desk: Desk, person_id: int) -> Debtor | None:
    """What one person owes; None when nothing."""
    with desk.store.read() as connection:
        found = queries.debts(connection, person_id=person_id)
    return found[0] if found else None


def make_sheet(
    desk: Desk,
    revision_id: int,
    *,
    people: Iterable[int] | None = None,
    group_id: int | None = None,
    expected_on: date | None = None,
    today: date | None = None,
) -> Changed:
    """Make a sheet with a number of its own for those who still owe the revision.

    `people` or `group_id` choose from the audience and join it where they were outside; without either it is the
    whole audience, and for a document without one everybody. Refused when all of them have signed.
    """
    chosen = documents.revision_of(desk, revision_id)
    known = documents.get(desk, chosen.document_id)
    with desk.step(N_("Make an acquaintance sheet of %(code)s"), code=known.code) as step:
        wanted = set(people) if people is not None else None
        _widen_audience(step, known.id, wanted, group_id)
        duties.refresh(step, documents=[known.id])
        if group_id is not None:
            wanted = set(step.connection.execute(people_queries.group_members(step.connection, group_id)).scalars())
        rows = _owing(step, known.id, revision_id, wanted)
        if not rows:
            raise Refusal(N_("There is nobody to put on the sheet: everybody asked for has signed or has left."))
        row = {"revision_id": revision_id, "kind": SheetKind.ACQUAINTANCE.value, "residual_of": None}
        row |= queries.round_now(step.connection, revision_id)
        head = _head(known.code, known.title, chosen.number, chosen.effective_on)
        step.made = _insert(step, row | head, rows, expected_on, today)
    return desk.done(step)


def _widen_audience(step: Step, document_id: int, people: set[int] | None, group_id: int | None) -> None:
    kept = [audience_queries.entry(row) for row in audience_queries.rows(step.connection, document_id)]
    wider = list(kept)
    if group_id is not None and not any(entry.everyone for entry in kept):
        wider.append(AudienceEntry(group_id=group_id))
    if people is not None:
        members = audience_queries.members(step.connection, document_id)
        wider += [AudienceEntry(person_id=number) for number in sorted(people - members)]
    if not wider:
        wider.append(AudienceEntry(everyone=True))
    if wider != kept:
        documents.replace_audience(step, document_id, wider)


def _owing(step: Step, document_id: int, revision_id: int, wanted: set[int] | None) -> list[PersonLine]:
    """Whom the sheet lists: those asked for who have neither signed nor refused this revision."""
    closed = {
        number
        for number, state in queries.duty_states(step.connection, revision_id).items()
        if state in {duties.SIGNED, duties.REFUSED}
    }
    lines = people_queries.lines_by_name(step.connection, people_queries.active())
    members = audience_queries.members(step.connection, document_id)
    asked = (members if wanted is None else wanted & members) - closed
    return [line for line in lines if line.id in asked]


def _head(code: str, title: str, number: int, effective_on: date | None) -> dict[str, Any]:
    names = ("document_code", "document_title", "revision_number", "effective_on")
    return dict(zip(names, (code, title, number, effective_on), strict=True))


def _insert(
    step: Step, row: dict[str, Any], people: list[PersonLine], expected_on: date | None, today: date | None
) -> int:
    heads = organisation.read(step.connection)
    made = step.add(
        sheet_table,
        **row,
        number=step.reserve("sheet number"),
        organisation=heads.name,
        department=heads.department,
        made_on=today or date.today(),
        printed_on=None,
        expected_on=expected_on,
        back_on=None,
        layout=None,
    )
    same = {"sheet_id": made, "state": RowState.PENDING.value, "signed_on": None}
    rows = [
        {**same, "no": no, "person_id": line.id, "full_name": line.full_name, "post": line.post}
        for no, line in enumerate(people, 1)
    ]
    step.add_many(sheet_row, rows)
    return made


def residual(desk: Desk, sheet_id: int, *, expected_on: date | None = None, today: date | None = None) -> Changed:
    """Make a residual sheet of the rows of a sheet that are still open. Refused when none is."""
    known = sheet(desk, sheet_id)
    with desk.step(N_("Make a residual sheet of sheet No. %(number)s"), number=known.number) as step:
        states = queries.duty_states(step.connection, known.revision_id)
        open_rows = {row.person_id for row in known.rows if row.state in OPEN_STATES and row.person_id}
        wanted = sorted(number for number in open_rows if states.get(number, duties.OWED) == duties.OWED)
        people = people_queries.lines(step.connection, wanted)
        if not people:
            raise Refusal(N_("Sheet No. %(number)s has no open rows."), number=known.number)
        order = {row.person_id: row.no for row in known.rows}
        people.sort(key=lambda line: order[line.id])
        row = {"revision_id": known.revision_id, "kind": SheetKind.RESIDUAL.value, "residual_of": known.id}
        row |= queries.round_now(step.connection, known.revision_id)
        head = _head(known.document, known.title, known.revision, known.effective_on)
        step.made = _insert(step, row | head, people, expected_on, today)
    return desk.done(step)


def mark(desk: Desk, sheet_id: int, marks: Mapping[int, RowMark], *, back_on: date | None = None) -> Changed:
    """Record what the paper says, row by row (`no` → mark). Refused for a day before the revision's effective date."""
    known = sheet(desk, sheet_id)
    with desk.step(N_("Record sheet No. %(number)s"), number=known.number) as step:
        known = sheet(desk, sheet_id)  # as it stands now: its revision may have got another day
        step.made = sheet_id
        rows = {row.no: row for row in known.rows}
        for no, said in marks.items():
            if no not in rows:
                raise Refusal(N_("Sheet No. %(number)s has no row %(row)s."), number=known.number, row=no)
            _record(step, known, rows[no].id, said)
        people = [person_id for no in marks if (person_id := rows[no].person_id) is not None]
        duties.settle(step, known.revision_id, people, known.round)
        if back_on is not None:
            step.change(sheet_table, sheet_id, back_on=back_on)
    return desk.done(step)


def check_mark(known: Sheet, said: RowMark) -> None:
    """Refuse a mark that cannot be: signed without a day, or before the revision came into force."""
    if said.state is RowState.SIGNED and said.signed_on is None:
        raise Refusal(N_("Type the day that stands on the paper beside the signature."), field="signed_on")
    first = known.signed_from
    if said.signed_on and first and said.signed_on < first:
        sentence = N_("The revision came into force on %(day)s. A signature cannot be dated before that day.")
        if first == known.change_on:
            sentence = N_("The change of meaning is of %(day)s. A signature cannot be dated before that day.")
        raise Refusal(sentence, field="signed_on", day=short_day(first))


def _record(step: Step, known: Sheet, row_id: int, said: RowMark) -> None:
    check_mark(known, said)
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
) -> Changed:
    """A sheet is back: every row that is open becomes signed on one day, but for the exceptions."""
    known = sheet(desk, sheet_id)
    signed = RowMark(RowState.SIGNED, signed_on)
    marks = {row.no: signed for row in known.rows if row.state in OPEN_STATES} | dict(exceptions or {})
    return mark(desk, sheet_id, marks, back_on=back_on or date.today())


def add_handwritten(desk: Desk, sheet_id: int, full_name: str, post: str, said: RowMark) -> Changed:
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
        _record(step, known, step.made, said)
        if person_id is not None:
            duties.settle(step, known.revision_id, [person_id], known.round)
    return desk.done(step)


def _only_person(step: Step, name: str) -> int | None:
    chosen = select(person.c.id).where(person.c.fold_key == fold(name), person.c.binned_at.is_(None)).limit(2)
    found = step.connection.execute(chosen).scalars().all()
    return found[0] if len(found) == 1 else None


def as_shown(desk: Desk, sheet_id: int) -> Sheet:
    """The sheet as paper shows it: before its first print heads, names and posts are those of this moment."""
    known = sheet(desk, sheet_id)
    if known.printed_on is not None:
        return known
    with desk.store.read() as connection:
        wanted = [row.person_id for row in known.rows if row.person_id is not None]
        called = {line.id: line for line in people_queries.lines(connection, wanted)}
        heads = organisation.read(connection)
    rows = tuple(
        replace(row, full_name=called[row.person_id].full_name, post=called[row.person_id].post)
        if row.person_id in called
        else row
        for row in known.rows
    )
    return replace(known, rows=rows, organisation=heads.name, department=heads.department)


def freeze(desk: Desk, sheet_id: int) -> Sheet:
    """Keep names and posts as they are now; once a sheet is printed it stays as it was printed."""
    shown = as_shown(desk, sheet_id)
    with desk.step(N_("Bring sheet No. %(number)s up to date"), number=shown.number) as step:
        _keep(step, shown)
    desk.done(step)
    return shown


def _keep(step: Step, shown: Sheet) -> None:
    step.change(sheet_table, shown.id, organisation=shown.organisation, department=shown.department)
    step.change_many(sheet_row, [(row.id, {"full_name": row.full_name, "post": row.post}) for row in shown.rows])


def printed(desk: Desk, sheet_id: int, layout: str | None, on: date, shown: Sheet | None = None) -> Changed:
    """Record that a sheet was printed, with the cell map in mm (JSON) of what came out of the printer.

    `shown` is the sheet as it stands on the paper; at the first print its names are the ones kept. Without a
    layout (Word, single pages again) the stored one stays.
    """
    known = sheet(desk, sheet_id)
    with desk.step(N_("Print sheet No. %(number)s"), number=known.number) as step:
        step.made = sheet_id
        if shown is not None and known.printed_on is None:
            _keep(step, shown)
        step.change(sheet_table, sheet_id, printed_on=known.printed_on or on)
        if layout is not None:
            step.change(sheet_table, sheet_id, layout=layout)
    return desk.done(step)


def expect_back(desk: Desk, sheet_id: int, on: date | None) -> Changed:
    """Say by when a sheet is expected back."""
    known = sheet(desk, sheet_id)
    with desk.step(N_("Sheet No. %(number)s is expected back"), number=known.number) as step:
        step.made = sheet_id
        step.change(sheet_table, sheet_id, expected_on=on)
    return desk.done(step)


def layout(desk: Desk, sheet_id: int) -> str | None:
    """The stored cell map of a printed sheet, JSON; None when it was never printed."""
    with desk.store.read() as connection:
        return queries.sheet_layout(connection, sheet_id)
