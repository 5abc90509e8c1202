"""How the states of sheets and of their rows look: an icon, a word and a colour, the same everywhere."""

from __future__ import annotations

from altdesk.domain.acquaintance import ROW_STATE_NAMES, RowState, SheetState
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from ui.columns import State
from ui.theme import Tone

SHEET_STATES = {
    SheetState.NOT_PRINTED: State("printer-off-outline", N_("Not printed"), Tone.QUIET),
    SheetState.OUT: State("send-outline", N_("Out"), Tone.ACCENT),
    SheetState.OVERDUE: State("clock-alert-outline", N_("Overdue"), Tone.BAD),
    SheetState.BACK: State("tray-arrow-down", N_("Back"), Tone.WAIT),
    SheetState.COMPLETE: State("check-all", N_("Complete"), Tone.GOOD),
}

ROW_STATES = {
    RowState.PENDING: State("clock-outline", ROW_STATE_NAMES[RowState.PENDING], Tone.WAIT),
    RowState.SIGNED: State("check", ROW_STATE_NAMES[RowState.SIGNED], Tone.GOOD),
    RowState.REFUSED: State("account-cancel-outline", ROW_STATE_NAMES[RowState.REFUSED], Tone.BAD),
    RowState.ABSENT: State("account-clock-outline", ROW_STATE_NAMES[RowState.ABSENT], Tone.WAIT),
    RowState.LEFT: State("account-off-outline", ROW_STATE_NAMES[RowState.LEFT], Tone.QUIET),
}


def missing_words(say: Translator, awaited: int, refused: int) -> str:
    """What a sum of signatures is said as: those awaited, those refused beside them; empty where none is missing."""
    said = say.plural("%(n)d signature is missing", "%(n)d signatures are missing", awaited) if awaited else ""
    return ", ".join(filter(None, (said, refused_words(say, refused))))


def refused_words(say: Translator, refused: int) -> str:
    """How many signatures were refused by an act; empty where none was."""
    return say(N_("refused: %(n)d"), n=refused) if refused else ""
