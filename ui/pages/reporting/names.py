"""What lines and columns of a report's figures are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from altdesk.domain.bodies import BODY_KIND_NAMES
from altdesk.domain.events_kinds import (
    DIRECTION_NAMES,
    EVENT_KIND_NAMES,
    FORM_NAMES,
    HELD_STATE_NAMES,
    HeldState,
)
from altdesk.domain.marking import N_
from altdesk.domain.report_figures import NONE_SAID, Breakdown, Figure
from altdesk.forms.sheets.report_figures import figure_text
from altdesk.i18n import Translator

TABLES = {
    "direction": N_("By direction and level"),
    "form": N_("By form"),
    "kind": N_("By kind"),
    "month": N_("By month"),
    "plan": N_("How plans were carried out"),
    "sponsor": N_("By sponsor"),
    "year": N_("Key figures"),
    "audience": N_("By whom they were with"),
    "club": N_("Clubs there and assessed"),
    "institute": N_("By institute"),
}
KEY_FIGURES = {
    "held": N_("Events held"),
    "people": N_("People who came"),
    "rows": N_("Rows of plans"),
    "rows_held": N_("Rows carried out"),
    "meetings": N_("Meetings of the leadership"),
    "clubs": N_("Circles, clubs and sections"),
    "measures": N_("Measures"),
    "donations": N_("Donations"),
    "money": N_("Funds of sponsors, ₸"),
}
AUDIENCES = {"students": N_("With students"), "staff": N_("With staff"), "both": N_("With students and staff")}
COLUMNS = {
    "all": N_("All"),
    "people": N_("People who came"),
    "money": N_("Sum, ₸"),
    "assessed": N_("Assessed"),
    **{state.value: name for state, name in HELD_STATE_NAMES.items()},
    HeldState.PLANNED.value: N_("Nothing said yet"),
    "university": N_("University"),
    "institute": N_("Institute"),
    "city": N_("City"),
    "district": N_("District"),
    NONE_SAID: N_("Not said"),
}
_LINES: Mapping[str, Mapping[str, str]] = {
    "direction": {key.value: name for key, name in DIRECTION_NAMES.items()},
    "form": {key.value: name for key, name in FORM_NAMES.items()},
    "kind": {key.value: name for key, name in EVENT_KIND_NAMES.items()},
    "club": {key.value: name for key, name in BODY_KIND_NAMES.items()},
    "year": KEY_FIGURES,
    "audience": AUDIENCES,
}


def line_name(table: Breakdown, key: str, say: Translator) -> str:
    """What a line is called."""
    if key == "total":
        return say(N_("Total"))
    if key == NONE_SAID:
        return say(N_("Not said"))
    if table.key == "month":
        year, month = key.split("-")
        return f"{month}.{year}"
    name = _LINES.get(table.key, {}).get(key)
    return say(name) if name else key


def column_name(key: str, say: Translator) -> str:
    """What a column is called; years by themselves."""
    return say(COLUMNS[key]) if key in COLUMNS else key


def figure_said(figure: Figure) -> str:
    """A figure as a person reads it."""
    return figure_text(figure)
