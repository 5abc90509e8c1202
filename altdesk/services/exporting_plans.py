"""Plans as workbooks: the list with where the papers are, and every row with what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.events_kinds import DIRECTION_NAMES, EVENT_KIND_NAMES, FORM_NAMES, HELD_STATE_NAMES, LEVEL_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.plans_kinds import PLAN_KIND_NAMES, VERSION_STATE_NAMES
from altdesk.domain.plans_lists import PlansQuery
from altdesk.domain.plans_time import say_time
from altdesk.services import plans, plans_rows
from altdesk.services.exporting import Exported, write_list


def plans_list(desk: Desk, out: Path, ids: Sequence[int]) -> Exported:
    """The plans of a list, in the order given."""
    heads = (
        (N_("Year"), 12),
        (N_("Title"), 44),
        (N_("Kind"), 28),
        (N_("Whose"), 30),
        (N_("State"), 20),
        (N_("Version"), 8),
        (N_("Approved on"), 12),
        (N_("Where the paper is"), 40),
        (N_("Since"), 12),
        (N_("Rows"), 8),
        (N_("Held"), 10),
        (N_("Moved"), 10),
        (N_("Not held"), 10),
    )
    rows_ = (
        (
            line.period, line.title, desk.say(PLAN_KIND_NAMES[line.kind]), line.of,
            desk.say(VERSION_STATE_NAMES[line.state]), line.version, line.approved_on, line.holder, line.since,
            line.figures.rows, line.figures.held, line.figures.moved, line.figures.not_held,
        )
        for line in plans.lines(desk, ids)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Plans")), heads, rows_)


def rows(desk: Desk, out: Path, year: int | None = None, today: date | None = None) -> Exported:
    """Every row of the plans of a year, or of all, in the order of the plans."""
    language, day = desk.say.language, today or date.today()
    heads = (
        (N_("Year"), 12),
        (N_("Plan"), 40),
        (N_("Section"), 24),
        (N_("No."), 6),
        (N_("Event"), 60),
        (N_("Kind"), 18),
        (N_("Form"), 14),
        (N_("Direction"), 18),
        (N_("Level"), 18),
        (N_("Time"), 20),
        (N_("Responsible"), 36),
        (N_("State"), 14),
        (N_("Held on"), 12),
        (N_("Moved to"), 12),
        (N_("Reason"), 30),
        (N_("Note"), 30),
    )
    found = (
        (
            line.period, line.title, row.said.section, number, row.said.title,
            desk.say(EVENT_KIND_NAMES[row.said.kind]) if row.said.kind else "",
            desk.say(FORM_NAMES[row.said.form]) if row.said.form else "",
            desk.say(DIRECTION_NAMES[row.said.direction]) if row.said.direction else "",
            desk.say(LEVEL_NAMES[row.said.level]) if row.said.level else "",
            say_time(row.said.time, language), row.said.responsible, desk.say(HELD_STATE_NAMES[row.mark.state]),
            row.mark.held_on, row.mark.moved_on, row.mark.reason, row.said.note,
        )
        for line in plans.lines(desk, plans.ids(desk, PlansQuery(year=year)), day)
        for number, row in enumerate(plans_rows.of(desk, line.id), 1)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Rows of plans")), heads, found)
