"""Entries of change-registration sheets (§12), and the sheets they were printed on."""

from __future__ import annotations

from altdesk.domain.changes import KIND_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table

TABLES = {
    "change": Table(
        N_("Change of a document"),
        called=("document_id", "number"),
        of=("document", "document_id"),
        fields={
            "paragraph": N_("Paragraph"),
            "wording": N_("The change"),
            "made_on": N_("Date"),
            "corrects": N_("Corrects entry"),
            "sheet_id": N_("Sheet"),
            "due_on": N_("Acquaintance due by"),
        },
        values={"kind": KIND_NAMES},
    ),
    "change_sheet": Table(
        N_("Change-registration sheet"),
        called=("document_code", "number"),
        of=("document", "document_id"),
        fields={
            "printed_on": N_("Printed on"),
            "document_code": N_("Code"),
            "document_title": N_("Title"),
        },
    ),
}
