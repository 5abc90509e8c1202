"""Working copies of documents and the hand-overs of originals."""

from __future__ import annotations

from altdesk.domain.copies import COPY_KIND_NAMES, HANDED_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table

TABLES = {
    "working_copy": Table(
        N_("Working copy"),
        N_("Working copies"),
        ("document_id", "number", "holder"),
        of=("document", "document_id"),
        opens="working_copy",
        bin=True,
        fields={
            "holder": N_("Holder"),
            "unit": N_("Unit"),
            "given_on": N_("Given on"),
            "returned_on": N_("Returned on"),
            "withdrawn_on": N_("Out of use since"),
        },
        values={"kind": COPY_KIND_NAMES},
    ),
    "handover": Table(
        N_("Hand-over"),
        N_("Hand-overs"),
        ("revision_id", "received_by"),
        of=("revision", "revision_id"),
        bin=True,
        fields={
            "what": N_("What"),
            "sheets": N_("Sheets of the original"),
            "handed_on": N_("Handed over"),
            "given_by": N_("Given by"),
            "given_by_post": N_("Post of who gives"),
            "given_by_post_ru": N_("Post of who gives in Russian"),
            "received_by": N_("Received by"),
            "received_by_post": N_("Post of who receives"),
            "received_by_post_ru": N_("Post of who receives in Russian"),
            "place": N_("Where"),
        },
        values={"what": HANDED_NAMES},
    ),
}
