"""Audiences, who must know what, acquaintance sheets and their rows."""

from __future__ import annotations

from enum import StrEnum

from altdesk.domain.acquaintance import ROW_STATE_NAMES, SheetKind
from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table


class DutyState(StrEnum):
    """How a duty to know a revision stands."""

    OWED = "owed"
    SIGNED = "signed"
    REFUSED = "refused"
    LEFT = "left"


TABLES = {
    "audience": Table(
        N_("Who must know it"),
        of=("document", "document_id"),
        called=("document_id",),
        loose=("person_id",),
        fields={"everyone": N_("Everybody"), "group_id": N_("Group")},
    ),
    "duty": Table(
        N_("Duty to know"),
        called=("person_id", "revision_id"),
        of=("revision", "revision_id"),
        derived=True,
        fields={"signed_on": N_("Signed on"), "expected": N_("Must know it")},
        values={
            "state": {
                DutyState.OWED: N_("Pending"),
                DutyState.SIGNED: N_("Signed"),
                DutyState.REFUSED: N_("Refused"),
                DutyState.LEFT: N_("Left"),
            }
        },
    ),
    "sheet": Table(
        N_("Acquaintance sheet"),
        N_("Acquaintance sheets"),
        ("number", "document_code"),
        opens="sheet",
        fields={
            "residual_of": N_("Residual of sheet"),
            "document_code": N_("Code"),
            "document_title": N_("Title"),
            "revision_number": N_("Revision"),
            "effective_on": N_("In force from"),
            "made_on": N_("Made on"),
            "printed_on": N_("Printed on"),
            "expected_on": N_("Expected back on"),
            "back_on": N_("Came back on"),
            "change_number": N_("Change of a document"),
            "change_on": N_("Date of the change"),
        },
        values={"kind": {SheetKind.ACQUAINTANCE: N_("Acquaintance sheet"), SheetKind.RESIDUAL: N_("Residual sheet")}},
    ),
    "sheet_row": Table(
        N_("Row of a sheet"),
        called=("full_name",),
        of=("sheet", "sheet_id"),
        fields={"sheet_id": N_("Sheet"), "no": N_("Row"), "signed_on": N_("Signed on")},
        values={"state": ROW_STATE_NAMES},
    ),
}
