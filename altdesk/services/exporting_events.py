"""Events as a workbook, in the order they are listed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.events import Event, EventsQuery
from altdesk.domain.events_kinds import DIRECTION_NAMES, EVENT_KIND_NAMES, FORM_NAMES, HELD_STATE_NAMES, LEVEL_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.minutes_attendance import clock
from altdesk.services import events as service
from altdesk.services.exporting import Exported, write_list

HEADS = (
    (N_("Event"), 60),
    (N_("Begins on"), 12),
    (N_("Ends on"), 12),
    (N_("Begins at"), 10),
    (N_("Ends at"), 10),
    (N_("Venue"), 28),
    (N_("Kind"), 18),
    (N_("Form of work"), 14),
    (N_("Direction"), 18),
    (N_("Level"), 16),
    (N_("Body"), 28),
    (N_("Unit"), 24),
    (N_("Responsible"), 32),
    (N_("State"), 14),
    (N_("Moved from"), 12),
    (N_("For whom"), 24),
    (N_("People awaited"), 10),
    (N_("People who came"), 10),
    (N_("Result"), 50),
    (N_("Reason"), 30),
    (N_("Plan"), 30),
    (N_("Note"), 30),
)


def events(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """The events of a list, in the order given; without ids all of them."""
    wanted = service.ids(desk, EventsQuery()) if ids is None else ids
    rows = (_row(desk, each) for each in service.lines(desk, wanted))
    return write_list(desk, out, desk.say(N_("Events")), HEADS, rows)


def _row(desk: Desk, known: Event) -> tuple[object, ...]:
    say = desk.say
    return (
        known.title, known.first, known.last, clock(known.starts_at), clock(known.ends_at), known.place,
        say(EVENT_KIND_NAMES[known.kind]) if known.kind else "",
        say(FORM_NAMES[known.form]) if known.form else "",
        say(DIRECTION_NAMES[known.direction]) if known.direction else "",
        say(LEVEL_NAMES[known.level]) if known.level else "",
        known.body, known.unit, known.responsible.full_name, say(HELD_STATE_NAMES[known.state]), known.moved_from,
        known.whom, known.expected, known.participants, known.result, known.reason, known.plan, known.note,
    )  # fmt: skip
