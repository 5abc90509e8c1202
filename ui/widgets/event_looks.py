"""How events look: the icon, word and colour of each state, and what is said of one in a calendar."""

from __future__ import annotations

from altdesk.domain.dates import short_day
from altdesk.domain.events import Event
from altdesk.domain.events_clashes import Clash, ClashKind
from altdesk.domain.events_kinds import HELD_STATE_NAMES, HeldState
from altdesk.domain.marking import N_
from altdesk.domain.minutes_attendance import clock
from altdesk.i18n import Translator
from ui.columns import State
from ui.theme import Tone

STATES = {
    HeldState.PLANNED: State("circle-outline", HELD_STATE_NAMES[HeldState.PLANNED], Tone.ACCENT),
    HeldState.HELD: State("check-circle-outline", HELD_STATE_NAMES[HeldState.HELD], Tone.GOOD),
    HeldState.MOVED: State("calendar-arrow-right", HELD_STATE_NAMES[HeldState.MOVED], Tone.WAIT),
    HeldState.NOT_HELD: State("cancel", HELD_STATE_NAMES[HeldState.NOT_HELD], Tone.QUIET),
}
WANTING = State("comment-alert-outline", N_("Held, no result"), Tone.WAIT)
CLASH_WORDS = {ClashKind.PLACE: N_("Venue"), ClashKind.PERSON: N_("Person")}
CLASH_KINDS = {ClashKind.PLACE: N_("At the same time at this place"), ClashKind.PERSON: N_("At the same time with")}


def state_of(known: Event) -> State:
    """What a list shows of an event; a held one whose result nobody wrote down says so."""
    return WANTING if known.wanting else STATES[known.state]


def times(known: Event) -> str:
    """15:00–16:30, or nothing."""
    return "–".join(clock(at) for at in (known.starts_at, known.ends_at) if at)


def days(known: Event) -> str:
    """The day, or the first and the last one."""
    if known.last == known.first:
        return short_day(known.first)
    same = known.first.year == known.last.year
    first = f"{known.first:%d}" if same and known.first.month == known.last.month else f"{known.first:%d.%m}"
    return f"{first if same else short_day(known.first)}–{short_day(known.last)}"


def spoken(known: Event, say: Translator) -> str:
    """An event on one line: time, title, place, how it stands."""
    word = say(state_of(known).word)
    return ", ".join(part for part in (f"{times(known)} {known.title}".strip(), known.place, word) if part)


def clash_text(clash: Clash, say: Translator) -> str:
    """What an event clashes with, in one line."""
    taken = clash.taken
    when = " ".join(filter(None, (short_day(taken.starts_on), clock(taken.starts_at))))
    about = say(CLASH_KINDS[clash.kind])
    return (
        f"{about}: {clash.title} ({when})"
        if clash.kind is ClashKind.PLACE
        else (f"{about} – {clash.what}: {clash.title} ({when})")
    )
