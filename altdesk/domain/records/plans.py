"""Plans: their rows, versions and approvals, and every time the paper was with somebody."""

from __future__ import annotations

from altdesk.domain.events_kinds import (
    DIRECTION_NAMES,
    EVENT_KIND_NAMES,
    FORM_NAMES,
    HELD_STATE_NAMES,
    LEVEL_NAMES,
)
from altdesk.domain.marking import N_
from altdesk.domain.plans_kinds import (
    APPROACH_NAMES,
    APPROVAL_STATE_NAMES,
    OUTCOME_NAMES,
    PLAN_KIND_NAMES,
    ROLE_NAMES,
    VERSION_STATE_NAMES,
)
from altdesk.domain.plans_time import PRECISION_NAMES
from altdesk.domain.records.table import Table

_REASON = N_("Reason")

TABLES = {
    "plan": Table(
        N_("Plan"),
        N_("Plans"),
        ("title", "year"),
        opens="plan",
        bin=True,
        fields={
            "year": N_("Year of the plan"),
            "approach": N_("Programme approach"),
            "study": N_("Study of the students"),
            "aims": N_("Tasks set"),
            "carried_out": N_("What was carried out"),
            "analysis": N_("Analysis of the results"),
        },
        values={"kind": PLAN_KIND_NAMES, "approach": APPROACH_NAMES},
    ),
    "plan_row": Table(
        N_("Row of a plan"),
        called=("title",),
        of=("plan", "plan_id"),
        opens="plan_row",
        fields={
            "plan_id": N_("Plan"),
            "precision": N_("How exactly"),
            "first_on": N_("First day"),
            "last_on": N_("Last day"),
            "form": N_("Form"),
            "direction": N_("Direction"),
            "level": N_("Level"),
            "held_on": N_("Held on"),
            "moved_on": N_("Moved to"),
            "responsible_id": N_("Responsible"),
            "responsible": N_("Responsible"),
            "section": N_("Section"),
            "reason": _REASON,
        },
        values={
            "precision": PRECISION_NAMES,
            "kind": EVENT_KIND_NAMES,
            "form": FORM_NAMES,
            "direction": DIRECTION_NAMES,
            "level": LEVEL_NAMES,
            "state": HELD_STATE_NAMES,
        },
    ),
    "plan_version": Table(
        N_("Version of a plan"),
        called=("plan_id", "number"),
        of=("plan", "plan_id"),
        fields={
            "plan_id": N_("Plan"),
            "begun_on": N_("Begun on"),
            "approved_on": N_("Approved on"),
            "reason": _REASON,
        },
        values={"state": VERSION_STATE_NAMES},
    ),
    "approval": Table(
        N_("Step of an approval"),
        called=("post", "full_name"),
        of=("plan_version", "version_id"),
        fields={
            "version_id": N_("Version of a plan"),
            "role": N_("What is asked of them"),
            "decided_on": N_("Decided on"),
        },
        values={"role": ROLE_NAMES, "state": APPROVAL_STATE_NAMES},
    ),
    "approval_visit": Table(
        N_("The paper with somebody"),
        called=("approval_id", "sent_on"),
        of=("approval", "approval_id"),
        fields={
            "approval_id": N_("Step of an approval"),
            "sent_on": N_("Sent on"),
            "back_on": N_("Back on"),
            "outcome": N_("How it came back"),
            "comment": N_("Comment"),
        },
        values={"outcome": OUTCOME_NAMES},
    ),
}
