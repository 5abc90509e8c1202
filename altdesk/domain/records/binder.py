"""Audit binders that were printed."""

from __future__ import annotations

from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table

TABLES = {
    "binder": Table(
        N_("Audit binder"),
        N_("Audit binders"),
        called=("title", "as_of"),
        of=("document", "document_id"),
        fields={
            "year": N_("Academic year"),
            "as_of": N_("As of"),
            "language": N_("Language"),
            "pages": N_("Pages"),
            "made_at": N_("Printed at"),
        },
    ),
}
