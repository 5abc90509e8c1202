"""The beginning of a meeting: which body, on which day; everything else comes from its members and the last time."""

from __future__ import annotations

from datetime import date

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import bodies
from altdesk.services import minutes as minutes_service
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.widgets.beginning import Beginning, Verb


class Starting(Beginning):
    """Begins the minutes of a meeting."""

    label = N_("Beginning the meeting")

    def __init__(self, shell: Shell) -> None:
        self._bodies: list[tuple[int, str]] = []
        super().__init__(
            shell,
            N_("New meeting"),
            N_("The members of that day, the last chair, secretary and place, and what was left open are filled in."),
            (
                Field("body_id", N_("Body"), Kind.CHOICE, choices=self._bodies),
                Field("held_on", N_("Held on"), Kind.DATE, letters=14),
            ),
            N_("Begin the meeting"),
        )

    def start(self, body_id: int | None = None) -> None:
        """Offer the bodies there are, the one that most likely meets, and today."""
        desk = self.shell.desk
        self.boxes["held_on"].set_value(date.today())

        def load() -> tuple[list[tuple[int, str]], int | None]:
            known = bodies.all_bodies(desk)
            return [(each.id, each.name) for each in known], body_id or minutes_service.meets_next(desk, known)

        def show(found: tuple[list[tuple[int, str]], int | None]) -> None:
            self._bodies[:], likely = found
            self.offer_again("body_id")
            self.boxes["body_id"].set_value(likely)
            self.stand_on("body_id")

        self.shell.work.do(load, show)

    def verb(self) -> Verb:
        held_on = self.boxes["held_on"].value()
        if held_on is None:
            raise Refusal(N_("Type the day of the meeting."), field="held_on")
        body_id = self.boxes["body_id"].value()
        if body_id is None:
            raise Refusal(N_("There is no body yet. Add one on the page of bodies first."), field="body_id")
        return lambda desk: minutes_service.start(desk, body_id, held_on)
