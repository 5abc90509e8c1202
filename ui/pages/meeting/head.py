"""The head of minutes as an editor shows it: when and where, who leads and who writes, what makes a quorum."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import QuorumKind, QuorumRule
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes
from altdesk.domain.rules import VERB_NAMES
from altdesk.services import minutes as minutes_service
from ui.editor import Record
from ui.fields import Field, Kind
from ui.pages.meeting.offers import Offers
from ui.shell import Shell
from ui.widgets.locked import LockableEditor
from ui.widgets.named import NamedInput
from ui.widgets.times import TimeInput

TIME_LETTERS = 7
VERBS = tuple(VERB_NAMES.items())
QUORUMS = (
    (QuorumRule(), N_("More than half")),
    (QuorumRule(QuorumKind.AT_LEAST, 1, 2), N_("At least half")),
    (QuorumRule(QuorumKind.AT_LEAST, 2, 3), N_("At least two thirds")),
    (QuorumRule(QuorumKind.AT_LEAST, 3, 4), N_("At least three quarters")),
)


class HeadEditor(LockableEditor):
    """Edits the head of some minutes."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, _record(shell), closable=False)

    def show_minutes(self, minutes: Minutes) -> None:
        """Show the head of these minutes."""
        self.set_locked(to=minutes.locked)
        if self.record_id != minutes.id or not self.active:
            self.open(minutes.id)
        else:
            self.refresh()


def _record(shell: Shell) -> Record:
    desk, offers = shell.desk, Offers(shell.desk)
    return Record(
        kind="minutes_head",
        new_title=N_("About the meeting"),
        fields=(
            Field("held_on", N_("Held on"), Kind.DATE, letters=14),
            Field("starts_at", N_("Begun at"), letters=TIME_LETTERS, make=lambda _shell: TimeInput(), beside=True),
            Field("ends_at", N_("Ended at"), letters=TIME_LETTERS, make=lambda _shell: TimeInput(), beside=True),
            Field("place", N_("Where"), Kind.COMPLETED, offers=partial(_places, desk)),
            Field("chair", N_("Chairperson"), make=lambda shell: NamedInput(shell.work, offers.people)),
            Field("secretary", N_("Secretary"), make=lambda shell: NamedInput(shell.work, offers.people)),
            Field("title", N_("Subject"), hint=N_("May stay empty: the agenda says it all.")),
            Field("quorum", N_("Quorum"), Kind.CHOICE, choices=QUORUMS),
            Field("verb", N_("The word over the decisions"), Kind.CHOICE, choices=VERBS, beside=True),
            Field("notes", N_("Note"), Kind.LONG),
        ),
        blank=lambda: Minutes(date.today()),
        get=partial(minutes_service.get, desk),
        add=partial(_not_here, desk),
        save=partial(minutes_service.save, desk),
        title=lambda _minutes: shell.say(N_("About the meeting")),
    )


def _places(desk: Desk, text: str) -> list[Any]:
    from ui.offers import holding

    return holding(text, minutes_service.places(desk))


def _not_here(_desk: Desk, _draft: Any) -> Changed:
    """Minutes begin on their page, never by an editor without a record."""
    raise NotImplementedError
