"""Tasks and who is responsible for them."""

from __future__ import annotations

from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table
from altdesk.domain.tasks import TASK_STATE_NAMES

TABLES = {
    "task": Table(
        N_("Task"),
        N_("Tasks"),
        ("text",),
        opens="task",
        bin=True,
        fields={
            "minutes_id": N_("The minutes"),
            "point_id": N_("Resolved point"),
            "point": N_("Point"),
            "due_on": N_("Due"),
            "due_text": N_("Due, in words"),
            "done_on": N_("Carried out on"),
            "decided_on": N_("Decided on"),
            "responsible": N_("Responsible"),
            "text": N_("Text"),
            "reason": N_("Reason"),
        },
        values={"state": TASK_STATE_NAMES},
    ),
    "task_person": Table(
        N_("Responsible for a task"), called=("full_name",), of=("task", "task_id"), fields={"task_id": N_("Task")}
    ),
}
