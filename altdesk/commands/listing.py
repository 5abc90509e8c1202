"""`altdesk list …`: people, documents, sheets, coverage and debts in the order of the screen."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from altdesk.commands.answer import Answer, table
from altdesk.desk import Desk
from altdesk.domain.acquaintance import Coverage, Debtor, Sheet, SheetRow
from altdesk.domain.documents import KIND_NAMES, STATE_NAMES, DocumentLine, DocumentsQuery
from altdesk.domain.marking import N_
from altdesk.domain.people import PeopleQuery, PersonLine
from altdesk.services import acquaintance, acquaintance_overview, documents
from altdesk.services import people as people_service


def people(desk: Desk, asked: Namespace) -> Answer:
    """Everybody in the register, those who left too."""
    query = PeopleQuery(text=asked.search, include_left=True)
    lines = people_service.lines(desk, people_service.ids(desk, query))
    heads = (N_("Full name"), N_("Post"), N_("Unit"), N_("Group"), N_("Course"), N_("Left on"))
    rows = ((line.full_name, line.post, line.unit, line.group, line.course, line.left_on) for line in lines)
    further = people_service.further_posts(desk, [line.id for line in lines])
    posts = ([{"post": each.title, "unit": each.unit} for each in further.get(line.id, ())] for line in lines)
    found = [person_data(line) | {"further_posts": own} for line, own in zip(lines, posts, strict=True)]
    return Answer(found, table([desk.say(head) for head in heads], rows))


def person_data(line: PersonLine) -> dict[str, Any]:
    names = ("full_name", "surname", "given_name", "patronymic", "post", "unit", "group", "course", "active")
    return {name: getattr(line, name) for name in names} | {"kind": line.kind.value, "left_on": line.left_on}


def all_documents(desk: Desk, asked: Namespace) -> Answer:
    lines = documents.lines(desk, documents.ids(desk, DocumentsQuery(text=asked.search)))
    heads = (N_("Code"), N_("Title"), N_("Kind"), N_("Owner"), N_("Revision"), N_("Effective date"), N_("State"))
    rows = (
        (
            line.code, line.title, desk.say(KIND_NAMES[line.kind]), line.owner, line.revision, line.effective_on,
            desk.say(STATE_NAMES[line.state]) if line.state else "",
        )
        for line in lines
    )  # fmt: skip
    return Answer([document_data(line) for line in lines], table([desk.say(head) for head in heads], rows))


def document_data(line: DocumentLine) -> dict[str, Any]:
    return {
        "code": line.code,
        "title": line.title,
        "kind": line.kind.value,
        "owner": line.owner,
        "revision": line.revision,
        "effective_on": line.effective_on,
        "state": line.state.value if line.state else None,
        "review_on": line.review_on,
        "retention": line.retention,
        "file_index": line.file_index,
    }


def sheets(desk: Desk, asked: Namespace) -> Answer:
    """Every sheet with its rows, the newest first."""
    lines = acquaintance.sheet_lines(desk, asked.search)
    heads = (N_("No."), N_("Document"), N_("Revision"), N_("Made on"), N_("Printed on"), N_("Back on"), N_("Signed"))
    rows = (
        (
            line.number, line.document, line.revision, line.made_on, line.printed_on, line.back_on,
            f"{line.signed}/{line.total}",
        )
        for line in lines
    )  # fmt: skip
    data = [sheet_data(acquaintance.sheet(desk, line.id)) for line in lines] if asked.json else []
    return Answer(data, table([desk.say(head) for head in heads], rows))


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    columns = ("no", "full_name", "post", "state", "signed_on", "note")
    return {
        "number": sheet.number,
        "document": sheet.document,
        "title": sheet.title,
        "revision": sheet.revision,
        "kind": sheet.kind.value,
        "residual_of": sheet.residual_of,
        "change": sheet.change_number,
        "made_on": sheet.made_on,
        "printed_on": sheet.printed_on,
        "expected_on": sheet.expected_on,
        "back_on": sheet.back_on,
        "rows": [{name: getattr(row, name) for name in columns} | _elsewhere(row) for row in sheet.rows],
    }


def _elsewhere(row: SheetRow) -> dict[str, Any]:
    """The number of the sheet that closed an open row: the person signed, or refused to, there."""
    return {"elsewhere": row.elsewhere.sheet if row.elsewhere is not None else None}


def coverage(desk: Desk, asked: Namespace) -> Answer:
    found = acquaintance.coverage(desk, asked.search)
    heads = (N_("Document"), N_("Title"), N_("Revision"), N_("Signed"), N_("Refused"), N_("Total"))
    rows = ((each.document, each.title, each.revision, each.signed, each.refused, each.total) for each in found)
    data = [_coverage_data(desk, each) for each in found] if asked.json else []
    return Answer(data, table([desk.say(head) for head in heads], rows))


def _coverage_data(desk: Desk, each: Coverage) -> dict[str, Any]:
    names = ("document", "title", "revision", "effective_on", "signed", "total", "missing")
    units = acquaintance_overview.by_unit(desk, each.revision_id)
    said = [{name: getattr(unit, name) for name in ("unit", "signed", "total", "missing")} for unit in units]
    return {name: getattr(each, name) for name in names} | {"units": said}


def debts(desk: Desk, asked: Namespace) -> Answer:
    found = acquaintance.debts(desk, asked.search)
    heads = (N_("Full name"), N_("Post"), N_("Unit"), N_("Documents"))
    rows = ((each.full_name, each.post, each.unit, ", ".join(owed.code for owed in each.documents)) for each in found)
    return Answer([_debtor_data(each) for each in found], table([desk.say(head) for head in heads], rows))


def _debtor_data(each: Debtor) -> dict[str, Any]:
    names = ("code", "title", "revision", "effective_on", "on_sheet")
    owed = [{name: getattr(document, name) for name in names} for document in each.documents]
    return {"full_name": each.full_name, "post": each.post, "unit": each.unit, "documents": owed}
