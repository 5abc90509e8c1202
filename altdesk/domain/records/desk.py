"""The desk itself: its settings and the steps of its history."""

from __future__ import annotations

from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table

TABLES = {
    "setting": Table(N_("Setting"), N_("Settings"), ("name",), opens="settings", fields={"value": N_("Value")}),
    "step": Table(N_("Step"), N_("Steps in the history"), ("label",)),
}
