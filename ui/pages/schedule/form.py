"""The form of an event, and what its fields offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.events import MOST_PEOPLE, Event, EventDraft
from altdesk.domain.events_kinds import DIRECTION_NAMES, EVENT_KIND_NAMES, FORM_NAMES, LEVEL_NAMES
from altdesk.domain.marking import N_
from altdesk.services import events
from ui.editor import Record
from ui.fields import Field, Kind
from ui.offers import holding
from ui.pages.meeting.offers import Offers
from ui.widgets.finder import Suggestion
from ui.widgets.named import NamedInput
from ui.widgets.times import TimeInput

Choices = list[tuple[Any, str]]
NONE = "–"


def event_record(desk: Desk, bodies: Choices, units: Choices) -> Record:
    """The fields of an event; `bodies` and `units` are filled when the desk has answered."""
    people = Offers(desk)
    return Record(
        kind="event",
        new_title=N_("New event"),
        fields=(
            Field("title", N_("Event"), Kind.LONG),
            Field("starts_on", N_("Begins on"), Kind.DATE, letters=14),
            Field("starts_at", N_("Begins at"), letters=7, beside=True, make=lambda _shell: TimeInput()),
            Field("ends_on", N_("Ends on"), Kind.DATE, letters=14),
            Field("ends_at", N_("Ends at"), letters=7, beside=True, make=lambda _shell: TimeInput()),
            Field("place", N_("Venue"), Kind.COMPLETED, offers=partial(offer_places, desk)),
            Field("responsible", N_("Responsible"), make=lambda shell: NamedInput(shell.work, people.people)),
            Field("kind", N_("Kind"), Kind.CHOICE, choices=with_none(EVENT_KIND_NAMES)),
            Field("form", N_("Form of work"), Kind.CHOICE, choices=with_none(FORM_NAMES), beside=True),
            Field("direction", N_("Direction"), Kind.CHOICE, choices=with_none(DIRECTION_NAMES)),
            Field("level", N_("Level"), Kind.CHOICE, choices=with_none(LEVEL_NAMES), beside=True),
            Field("body_id", N_("Body"), Kind.CHOICE, choices=bodies),
            Field("unit_id", N_("Institute"), Kind.CHOICE, choices=units, beside=True),
            Field("whom", N_("For whom"), hint=N_("Such as: students of the first year.")),
            Field("expected", N_("People awaited"), Kind.NUMBER, letters=10, most=MOST_PEOPLE),
            Field("participants", N_("People who came"), Kind.NUMBER, letters=10, most=MOST_PEOPLE, beside=True),
            Field("result", N_("Result"), Kind.LONG),
            Field("note", N_("Note"), Kind.LONG),
        ),
        blank=EventDraft,
        get=partial(events.get, desk),
        add=partial(events.add, desk),
        save=partial(events.save, desk),
        title=lambda known: known.title if isinstance(known, Event) else "",
    )  # fmt: skip


def with_none(names: Mapping[Any, str]) -> Choices:
    """Nothing chosen, then each value with its word."""
    return [(None, NONE), *names.items()]


def offer_places(desk: Desk, text: str) -> list[Suggestion]:
    return holding(text, events.places(desk))


def named(found: Iterable[Any]) -> Choices:
    """Records with a name as choices."""
    return [(each.id, each.name) for each in found]
