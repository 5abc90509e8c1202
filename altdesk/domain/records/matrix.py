"""Tables of a document's revision, cell by cell, and the abbreviations there are."""

from __future__ import annotations

from altdesk.domain.marking import N_
from altdesk.domain.matrix import HOLDS_NAMES, KIND_NAMES
from altdesk.domain.records.table import Table

TABLES = {
    "grid": Table(
        N_("Table"),
        N_("Tables and matrix"),
        ("revision_id", "title"),
        of=("revision", "revision_id"),
        bin=True,
        values={"kind": KIND_NAMES},
    ),
    "grid_column": Table(
        N_("Column"),
        called=("head",),
        of=("grid", "grid_id"),
        fields={
            "grid_id": N_("Table"),
            "head": N_("Head"),
            "group_head": N_("Common head"),
            "holds": N_("What the column holds"),
        },
        values={"holds": HOLDS_NAMES},
    ),
    "grid_row": Table(N_("Row"), called=("grid_id",), of=("grid", "grid_id"), fields={"grid_id": N_("Table")}),
    "grid_cell": Table(
        N_("Cell"),
        called=("cell",),
        of=("grid_row", "row_id"),
        fields={"cell": N_("Cell"), "row_id": N_("Row"), "column_id": N_("Column")},
    ),
    "abbreviation": Table(
        N_("Abbreviation"),
        N_("Abbreviations"),
        ("short",),
        bin=True,
        fields={"short": N_("Abbreviation"), "expansion": N_("Expansion")},
    ),
}
