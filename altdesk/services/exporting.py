"""Exporting: any list to an Excel file, heads in the screen's language, so that it can be imported again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from altdesk.desk import Desk
from altdesk.domain.acquaintance import ELSEWHERE_NAMES, ROW_STATE_NAMES, RegisterLine
from altdesk.domain.bodies import BODY_KIND_NAMES, Member
from altdesk.domain.copies import COPY_KIND_NAMES, COPY_STATE_NAMES, CopiesQuery
from altdesk.domain.documents import KIND_NAMES, STATE_NAMES, DocumentsQuery
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.norms import NORM_KIND_NAMES, NORM_STATE_NAMES, NormsQuery
from altdesk.domain.people import KIND_NAMES as PERSON_KIND_NAMES
from altdesk.domain.people import PeopleQuery, PersonKind, posts_in_words
from altdesk.domain.register_columns import MEMBER_COLUMN_NAMES, MemberColumn, value_of
from altdesk.domain.risk_scale import LEVEL_NAMES, Level
from altdesk.domain.risks import RISK_STATE_NAMES, RisksQuery
from altdesk.services import bodies as bodies_service
from altdesk.services import copies as copies_service
from altdesk.services import documents as documents_service
from altdesk.services import norms as norms_service
from altdesk.services import organisation
from altdesk.services import people as people_service
from altdesk.services import risks as risks_service
from db.models.people import person, unit
from db.queries import acquaintance_register

if TYPE_CHECKING:
    from altdesk.domain.history import HistoryQuery

Head = tuple[str, float]  # English head, width in characters


@dataclass(frozen=True)
class Exported:
    """The file written, and how many rows it holds under its head."""

    file: Path
    rows: int


def people(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """The people of a list, in the order given; without ids everybody, those who left too."""
    wanted = people_service.ids(desk, PeopleQuery(include_left=True)) if ids is None else ids
    heads = (
        (N_("Surname"), 20),
        (N_("Given name"), 18),
        (N_("Patronymic"), 20),
        (N_("Kind"), 12),
        (N_("Post"), 30),
        (N_("Unit"), 34),
        (N_("Group"), 12),
        (N_("Course"), 8),
        (N_("Phone"), 18),
        (N_("Email"), 24),
        (N_("Left on"), 12),
        (N_("Further posts"), 40),
    )
    further = people_service.further_posts(desk, wanted)
    rows = (
        (
            row.surname, row.given_name, row.patronymic, desk.say(PERSON_KIND_NAMES[PersonKind(row.kind)]), row.post,
            row.unit, row.group_name, row.course, row.phone, row.email, row.left_on,
            posts_in_words(further.get(row.id, ())),
        )
        for row in _people(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("People")), heads, rows)


def _people(desk: Desk, wanted: Sequence[int]) -> Iterable[Any]:
    names = ("surname", "given_name", "patronymic", "kind", "post", "group_name", "course", "phone", "email", "left_on")
    chosen = select(person.c.id, *(person.c[name] for name in names), func.coalesce(unit.c.name, "").label("unit"))
    chosen = chosen.select_from(person.outerjoin(unit, unit.c.id == person.c.unit_id))
    with desk.store.read() as connection:
        for at in range(0, len(wanted), 500):
            some = list(wanted[at : at + 500])
            found = {row.id: row for row in connection.execute(chosen.where(person.c.id.in_(some)))}
            yield from (found[number] for number in some if number in found)


def risks(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """The risks of a list, in the order given; without ids all of them, the greatest first."""
    wanted = risks_service.ids(desk, RisksQuery()) if ids is None else ids
    heads = (
        (N_("Risk"), 44),
        (N_("Cause"), 40),
        (N_("Document"), 16),
        (N_("Process"), 30),
        (N_("Likelihood"), 12),
        (N_("Impact"), 10),
        (N_("Level"), 12),
        (N_("Measure"), 44),
        (N_("Responsible"), 26),
        (N_("Due"), 12),
        (N_("Likelihood after the measure"), 14),
        (N_("Impact after the measure"), 14),
        (N_("Level after the measure"), 14),
        (N_("State"), 12),
        (N_("Assessed on"), 14),
        (N_("Closed on"), 12),
    )

    def level(of: Level | None) -> str:
        return desk.say(LEVEL_NAMES[of]) if of else ""

    rows = (
        (
            line.title, line.cause, line.document, line.process, line.likelihood, line.impact, level(line.level),
            line.measure, line.owner, line.due_on, line.residual_likelihood, line.residual_impact,
            level(line.residual_level), desk.say(RISK_STATE_NAMES[line.state]), line.assessed_on, line.closed_on,
        )
        for line in risks_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Risks")), heads, rows)


def documents(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """The documents of a list, in the order given; without ids all of them."""
    wanted = documents_service.ids(desk, DocumentsQuery()) if ids is None else ids
    heads = (
        (N_("Code"), 16),
        (N_("Title"), 60),
        (N_("Kind"), 24),
        (N_("Owner"), 30),
        (N_("Revision"), 10),
        (N_("Effective date"), 16),
        (N_("State"), 14),
        (N_("Review date"), 14),
        (N_("Retention period"), 18),
        (N_("File index"), 14),
    )
    rows = (
        (
            line.code, line.title, desk.say(KIND_NAMES[line.kind]), line.owner, line.revision, line.effective_on,
            desk.say(STATE_NAMES[line.state]) if line.state else "", line.review_on, line.retention, line.file_index,
        )
        for line in documents_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Documents")), heads, rows)


def bodies(desk: Desk, out: Path, on: date, ids: Sequence[int] | None = None) -> Exported:
    """The bodies as on a day, in the order given; without ids all of them."""
    heads = (
        (N_("Name"), 40),
        (N_("Short name"), 14),
        (N_("Kind"), 22),
        (N_("Unit"), 34),
        (N_("Members"), 10),
        (N_("Quorum"), 10),
        (N_("Chairperson"), 34),
        (N_("Secretary"), 34),
        (N_("Name in Russian"), 40),
    )
    lines = {line.id: line for line in bodies_service.lines(desk, on)}
    rows = (
        (
            line.name, line.short_name, desk.say(BODY_KIND_NAMES[line.kind]), line.unit, line.members, line.quorum,
            line.chair, line.secretary, line.name_ru,
        )
        for line in (lines[number] for number in (lines if ids is None else ids))
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Bodies")), heads, rows)


_WIDTHS = {MemberColumn.FULL_NAME: 36, MemberColumn.COURSE: 8, MemberColumn.GROUP: 14, MemberColumn.BODY: 34}


def members(desk: Desk, out: Path, rows: Sequence[Member], columns: Sequence[MemberColumn]) -> Exported:
    """These members in these columns, as they stand on the screen."""
    heads = [(MEMBER_COLUMN_NAMES[column], _WIDTHS.get(column, 24)) for column in columns]
    values = ([value_of(row, column) for column in columns] for row in rows)
    return write_list(desk, out, desk.say(N_("Members")), heads, values)


def acquaintance(desk: Desk, out: Path) -> Exported:
    """Who has signed what and who has not: every row of every sheet, and those who owe and are on no sheet yet.

    A row left open because its person has signed, or refused to, on another sheet says so, as the screen does.
    """
    heads = (
        (N_("Document"), 16),
        (N_("Title"), 50),
        (N_("Revision"), 10),
        (N_("Effective date"), 16),
        (N_("Sheet"), 8),
        (N_("Row"), 6),
        (N_("Full name"), 36),
        (N_("Post"), 30),
        (N_("State"), 24),
        (N_("Date"), 12),
        (N_("Note"), 30),
    )

    def state(of: RegisterLine) -> str:
        if of.elsewhere is not None:
            return desk.say(ELSEWHERE_NAMES[of.elsewhere.state], number=of.elsewhere.sheet)
        return desk.say(ROW_STATE_NAMES[of.state])

    with desk.store.read() as connection:
        found = acquaintance_register.register(connection)
    rows = (
        (
            line.document, line.title, line.revision, line.effective_on, line.sheet, line.no, line.full_name, line.post,
            state(line), line.signed_on, line.note,
        )
        for line in found
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Acquaintance")), heads, rows)


def copies(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """Working copies, in the order given; without ids all of them."""
    wanted = copies_service.ids(desk, CopiesQuery()) if ids is None else ids
    heads = (
        (N_("Document"), 16),
        (N_("Title"), 50),
        (N_("Revision"), 10),
        (N_("Copy No."), 10),
        (N_("Kind"), 14),
        (N_("Holder"), 36),
        (N_("Post"), 30),
        (N_("Unit"), 34),
        (N_("Given on"), 12),
        (N_("Returned on"), 12),
        (N_("Out of use since"), 14),
        (N_("State"), 16),
        (N_("Note"), 30),
    )
    rows = (
        (
            copy.document, copy.title, copy.revision, copy.number, desk.say(COPY_KIND_NAMES[copy.kind]), copy.holder,
            copy.post, copy.unit, copy.given_on, copy.returned_on, copy.withdrawn_on,
            desk.say(COPY_STATE_NAMES[copy.state]), copy.note,
        )
        for copy in copies_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Copies")), heads, rows)


def norms(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """Norms with the documents that cite them, in the order given; without ids all of them."""
    wanted = norms_service.ids(desk, NormsQuery()) if ids is None else ids
    citing, flagged = norms_service.citing_codes(desk), norms_service.citing_codes(desk, flagged=True)
    heads = (
        (N_("Designation"), 40),
        (N_("Title"), 60),
        (N_("Kind"), 28),
        (N_("State"), 14),
        (N_("Changed on"), 12),
        (N_("Documents"), 40),
        (N_("To review"), 30),
    )
    rows = (
        (
            line.designation, line.title, desk.say(NORM_KIND_NAMES[line.kind]), desk.say(NORM_STATE_NAMES[line.state]),
            line.changed_on, ", ".join(citing.get(line.id, ())), ", ".join(flagged.get(line.id, ())),
        )
        for line in norms_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Norms")), heads, rows)


def history(desk: Desk, out: Path, query: HistoryQuery) -> Exported:
    """What was done, the newest first, a row for each field that changed."""
    from altdesk.services import history as history_service

    heads = (
        (N_("When"), 17),
        (N_("Who"), 16),
        (N_("Step"), 44),
        (N_("State"), 16),
        (N_("Kind of record"), 22),
        (N_("Record"), 40),
        (N_("Field"), 24),
        (N_("Before"), 40),
        (N_("After"), 40),
    )
    return write_list(desk, out, desk.say(N_("History")), heads, history_service.told(desk, query))


def write_list(desk: Desk, out: Path, title: str, heads: Sequence[Head], rows: Iterable[Sequence[Any]]) -> Exported:
    """A list as a workbook: heads (marked texts) with the widths of their columns in letters, and its rows."""
    from altdesk.forms.render.xlsx import ExportColumn, write_table

    if out.suffix.lower() != ".xlsx":
        raise Refusal(N_("Give the file the ending .xlsx."), field="out")
    columns = [ExportColumn(desk.say(head), width) for head, width in heads]
    every = list(rows)
    file = write_table(columns, every, out.absolute(), title=title, author=organisation.get(desk).name)
    return Exported(file, len(every))
