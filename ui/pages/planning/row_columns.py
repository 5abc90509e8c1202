"""The columns of the rows of a plan; four of them are typed into with F2."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from altdesk.domain.events_kinds import DIRECTION_NAMES, EVENT_KIND_NAMES, FORM_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.plans_time import say_time
from altdesk.i18n import Translator
from ui.columns import Align, Column
from ui.pages.planning.looks import row_state

Edit = Callable[[str, int, str], object]


def row_columns(say: Translator, edit: Edit) -> tuple[Column, ...]:
    """`edit` keeps what is typed into a field of a row."""
    return (
        Column("no", "№", 46, lambda row: str(row.ordinal), Align.RIGHT),
        Column("title", N_("Event"), 330, lambda row: row.said.title, edit=partial(edit, "title")),
        Column("when", N_("Time"), 140, lambda row: say_time(row.said.time, say.language),
               edit=partial(edit, "when")),
        Column("state", N_("State"), 200, state=lambda row: row_state(row, say), firm=True),
        Column("responsible", N_("Responsible"), 180, lambda row: row.said.responsible,
               edit=partial(edit, "responsible")),
        Column("section", N_("Section"), 150, lambda row: row.said.section, edit=partial(edit, "section")),
        Column("kind", N_("Kind"), 130, lambda row: say(EVENT_KIND_NAMES.get(row.said.kind, "")), shown=False),
        Column("form", N_("Form"), 110, lambda row: say(FORM_NAMES.get(row.said.form, "")), shown=False),
        Column("direction", N_("Direction"), 130, lambda row: say(DIRECTION_NAMES.get(row.said.direction, "")),
               shown=False),
        Column("reason", N_("Reason"), 170, lambda row: row.mark.reason, shown=False),
    )  # fmt: skip
