"""Events of the schedule and the people of the register who took part in them."""

from __future__ import annotations

from altdesk.domain.events import PART_ROLE_NAMES
from altdesk.domain.events_kinds import (
    DIRECTION_NAMES,
    EVENT_KIND_NAMES,
    FORM_NAMES,
    HELD_STATE_NAMES,
    LEVEL_NAMES,
)
from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table

TABLES = {
    "event": Table(
        N_("Event"),
        N_("Events"),
        ("title",),
        opens="event",
        bin=True,
        fields={
            "plan_row_id": N_("Row of a plan"),
            "starts_on": N_("Begins on"),
            "ends_on": N_("Ends on"),
            "starts_at": N_("Begins at"),
            "ends_at": N_("Ends at"),
            "form": N_("Form of work"),
            "direction": N_("Direction"),
            "level": N_("Where held"),
            "moved_from": N_("Moved from"),
            "expected": N_("People awaited"),
            "participants": N_("People who came"),
            "responsible_id": N_("Responsible person"),
            "responsible": N_("Responsible"),
            "place": N_("Venue"),
            "whom": N_("For whom"),
            "result": N_("Result"),
            "reason": N_("Reason"),
        },
        values={
            "kind": EVENT_KIND_NAMES,
            "form": FORM_NAMES,
            "direction": DIRECTION_NAMES,
            "level": LEVEL_NAMES,
            "state": HELD_STATE_NAMES,
        },
    ),
    "participant": Table(
        N_("Participant of an event"),
        called=("full_name",),
        of=("event", "event_id"),
        fields={"event_id": N_("Event"), "role": N_("Part taken"), "result": N_("Result")},
        values={"role": PART_ROLE_NAMES},
    ),
}
