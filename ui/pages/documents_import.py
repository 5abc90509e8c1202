"""Import of documents: the house's list of controlled documents, from its Excel file into the register."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.dates import short_day
from altdesk.domain.documents import KIND_NAMES, Document
from altdesk.domain.documents_columns import DOCUMENTS_FIELD_NAMES
from altdesk.domain.import_plan import Decision, SkippedRow
from altdesk.domain.marking import N_
from altdesk.files import Tell
from altdesk.i18n import Translator
from altdesk.services import documents_import
from ui.columns import Align, Column
from ui.pages.importing.page import ImportPage
from ui.pages.importing.rows import Line, state_of
from ui.pages.importing.saying import Saying


class DocumentsImportPage(ImportPage):
    """Shows what the file would do to the register of documents, row by row."""

    key = "import_documents"
    title = N_("Import documents")
    sentence = N_("Choose the Excel or CSV file with the list of documents, or drop it here.")
    field_names = DOCUMENTS_FIELD_NAMES
    looks_through = ("code", "title", "owner")
    update_verb = N_("Update that document (U)")
    goes_to = "documents"

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say

        def kind(line: Line) -> str:
            return "" if isinstance(line.row, SkippedRow) else say(KIND_NAMES[line.draft.kind])

        return (
            Column("number", N_("Row"), 52, lambda line: str(line.row.number), Align.RIGHT, sort="number"),
            Column("state", N_("State"), 156, state=state_of, sort="state"),
            Column("code", N_("Code"), 120, partial(_part, "code"), sort="code"),
            Column("title", N_("Title"), 280, partial(_part, "title"), sort="title", edit=partial(self.edit, "title")),
            Column("kind", N_("Kind"), 120, kind),
            Column("owner", N_("Owner"), 120, partial(_part, "owner"), sort="owner"),
            Column("revision", N_("Revision"), 84, _revision, Align.RIGHT),
            Column("effective_on", N_("In force from"), 110, _day, Align.RIGHT),
            Column("remark", N_("Remark"), 260, lambda line: self.saying.remark(line)),
        )

    def make_saying(self, say: Translator) -> Saying:
        return Saying(
            say,
            DOCUMENTS_FIELD_NAMES,
            KIND_NAMES,
            known,
            new=N_("This document is not in the register yet and will be added."),
            hint=N_("F2 mends the title."),
        )

    def verb(self, say: Translator, rows: int) -> str:
        return say.plural("Import %(n)d document", "Import %(n)d documents", rows)

    def known(self, record: Any) -> str:
        return known(record)

    def look(self, desk: Desk, path: Path, sheet: int | None, mapping: Mapping[int, Any] | None) -> Any:
        return documents_import.preview(desk, path, mapping, sheet=sheet)

    def write(self, desk: Desk, plan: Any, decisions: Mapping[int, Decision[Any]], tell: Tell) -> Changed:
        return documents_import.apply(desk, plan, decisions, tell=tell)


def known(document: Document) -> str:
    """A kept document in a few words."""
    return " ".join(filter(None, (document.code, document.title)))


def _part(field: str, line: Line) -> str:
    if isinstance(line.row, SkippedRow):
        return line.row.text if field == "title" else ""
    return str(getattr(line.draft, field) or "")


def _revision(line: Line) -> str:
    return "" if isinstance(line.row, SkippedRow) else str(line.row.row.revision or "")


def _day(line: Line) -> str:
    if isinstance(line.row, SkippedRow) or line.row.row.effective_on is None:
        return ""
    return short_day(line.row.row.effective_on)
