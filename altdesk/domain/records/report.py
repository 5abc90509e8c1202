"""Reports and the parts of them that a person writes (§6)."""

from __future__ import annotations

from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table
from altdesk.domain.report import PART_NAMES, REPORT_KIND_NAMES, REPORT_STATE_NAMES

TABLES = {
    "report": Table(
        N_("Report"),
        N_("Reports"),
        ("kind", "year", "first_on", "title"),
        opens="report",
        bin=True,
        fields={
            "year": N_("Academic year begins in"),
            "plan_id": N_("Plan"),
            "first_on": N_("First day"),
            "last_on": N_("Last day"),
            "approved_on": N_("Approved on"),
            "approved_by": N_("Approved by"),
            "approved_by_post": N_("Post of who approves"),
            "approved_by_post_ru": N_("Post of who approves in Russian"),
            "heard_on": N_("Heard on"),
        },
        values={"kind": REPORT_KIND_NAMES, "state": REPORT_STATE_NAMES},
    ),
    "report_text": Table(
        N_("Part of a report"),
        called=("report_id", "section"),
        of=("report", "report_id"),
        fields={"report_id": N_("Report"), "section": N_("Part"), "text": N_("Text")},
        values={"section": PART_NAMES},
    ),
}
