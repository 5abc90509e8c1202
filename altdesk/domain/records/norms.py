"""Norms, how their state changed, which documents cite them and had to be looked at."""

from __future__ import annotations

from altdesk.domain.marking import N_
from altdesk.domain.norms import NORM_KIND_NAMES, NORM_STATE_NAMES, OUTCOME_NAMES
from altdesk.domain.records.table import Table

_CHANGED_ON = N_("Changed on")

TABLES = {
    "norm": Table(
        N_("Norm"),
        N_("Norms"),
        ("designation", "title"),
        opens="norm",
        bin=True,
        unique="code_key",
        fields={
            "designation": N_("Designation"),
            "changed_on": _CHANGED_ON,
            "change_note": N_("What changed"),
        },
        values={"kind": NORM_KIND_NAMES, "state": NORM_STATE_NAMES},
    ),
    "norm_change": Table(
        N_("State of a norm"),
        called=("norm_id",),
        of=("norm", "norm_id"),
        fields={"norm_id": N_("Norm"), "changed_on": _CHANGED_ON},
        values={"state": NORM_STATE_NAMES},
    ),
    "document_norm": Table(
        N_("Citation of a norm"),
        called=("document_id", "norm_id"),
        of=("document", "document_id"),
        fields={"norm_id": N_("Norm")},
    ),
    "norm_flag": Table(
        N_("Review of a document"),
        called=("document_id", "norm_id"),
        of=("document", "document_id"),
        fields={
            "norm_id": N_("Norm"),
            "norm_change_id": N_("State of a norm"),
            "change_id": N_("Change of a document"),
            "outcome": N_("Came of it"),
            "reviewed_on": N_("Reviewed on"),
            "reviewed_by": N_("Reviewed by"),
        },
        values={"outcome": OUTCOME_NAMES},
    ),
}
