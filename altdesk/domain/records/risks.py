"""Risks and their assessments (§7)."""

from __future__ import annotations

from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table
from altdesk.domain.risk_scale import LEVEL_NAMES
from altdesk.domain.risks import RISK_STATE_NAMES

TABLES = {
    "risk": Table(
        N_("Risk"),
        N_("Risks"),
        ("title",),
        opens="risk",
        bin=True,
        fields={
            "process": N_("Process"),
            "cause": N_("Cause"),
            "measure": N_("Measure"),
            "owner": N_("Owner"),
            "due_on": N_("Due"),
            "closed_on": N_("Closed on"),
        },
        values={"state": RISK_STATE_NAMES},
    ),
    "assessment": Table(
        N_("Assessment"),
        called=("risk_id",),
        of=("risk", "risk_id"),
        fields={
            "risk_id": N_("Risk"),
            "assessed_on": N_("Assessed on"),
            "assessed_by": N_("Assessed by"),
            "steps": N_("Steps of the scale"),
            "likelihood": N_("Likelihood"),
            "impact": N_("Impact"),
            "level": N_("Level"),
            "residual_likelihood": N_("Likelihood after the measure"),
            "residual_impact": N_("Impact after the measure"),
            "residual_level": N_("Level after the measure"),
        },
        values={"level": LEVEL_NAMES, "residual_level": LEVEL_NAMES},
    ),
}
