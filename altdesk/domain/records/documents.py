"""Controlled documents, their revisions and the steps of those, the files attached to anything."""

from __future__ import annotations

from altdesk.domain.attachments import ROLE_NAMES
from altdesk.domain.documents import KIND_NAMES, STATE_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table

TABLES = {
    "document": Table(
        N_("Document"),
        N_("Documents"),
        ("code", "title"),
        opens="document",
        bin=True,
        unique="code_key",
        fields={
            "code": N_("Code"),
            "owner": N_("Owner"),
            "review_on": N_("Review due"),
            "retention": N_("Retention period"),
            "file_index": N_("File index"),
            "electronic_place": N_("Where the electronic original is"),
            "paper_place": N_("Where the paper original is"),
        },
        values={"kind": KIND_NAMES},
    ),
    "revision": Table(
        N_("Revision"),
        called=("document_id", "number"),
        of=("document", "document_id"),
        opens="revision",
        fields={"effective_on": N_("In force from")},
        values={"state": STATE_NAMES},
    ),
    "revision_step": Table(
        N_("Step of a revision"),
        called=("revision_id",),
        of=("revision", "revision_id"),
        fields={"done_on": N_("Done on")},
        values={"state": STATE_NAMES},
    ),
    "attachment": Table(
        N_("Attached file"),
        N_("Attached files"),
        ("name",),
        bin=True,
        fields={
            "owner": N_("Belongs to"),
            "owner_id": N_("Of"),
            "role": N_("What it is"),
            "size": N_("Size"),
            "added_at": N_("Attached at"),
        },
        values={"role": ROLE_NAMES},
    ),
}
