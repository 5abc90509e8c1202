"""An item of the agenda as an editor shows it: what was heard and said, the vote, what was resolved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Minutes
from altdesk.domain.minutes_decisions import TYPED, goes_on
from altdesk.domain.minutes_kinds import ITEM_STATE_NAMES, ItemState
from altdesk.services import agenda_items
from ui.editor import Record
from ui.fields import Field, Kind
from ui.pages.meeting.offers import Offers
from ui.pages.meeting.points import PointsInput
from ui.pages.meeting.vote import VoteInput
from ui.shell import Shell
from ui.widgets.locked import LockableEditor
from ui.widgets.named import NamedInput
from ui.widgets.times import TimeInput

TIME_LETTERS = 7
STATES = tuple((state, ITEM_STATE_NAMES[state]) for state in TYPED)


class ItemEditor(LockableEditor):
    """Edits one item; the meeting it belongs to says who may vote."""

    def __init__(self, shell: Shell) -> None:
        self._offers = Offers(shell.desk)
        self._minutes: Minutes | None = None
        super().__init__(shell, _record(shell, self._offers), closable=False)
        self.shown.connect(self._show_meeting)

    def show_item(self, minutes: Minutes, item_id: int) -> None:
        """Show an item of these minutes; what was typed before has been left by `leave`."""
        self._minutes = minutes
        self.set_locked(to=minutes.locked)
        if self.record_id != item_id or not self.active:
            self.open(item_id)
        else:
            self.refresh()
            self._show_meeting(None)

    def refuse(self, refusal: Refusal) -> None:
        """A refusal of a vote or of a decision stands under all of them."""
        under = {"votes": "vote", "chair_vote": "vote", "due_on": "points"}.get(refusal.field, refusal.field)
        super().refuse(Refusal(refusal.message, field=under, **refusal.values))

    @property
    def point(self) -> str:
        """The number of the decision one stands on, else of the first; empty without one."""
        points = self.boxes["points"].input
        assert isinstance(points, PointsInput)
        return points.current

    def _show_meeting(self, _record: object) -> None:
        minutes = self._minutes
        item = next((each for each in minutes.items if each.id == self.record_id), None) if minutes else None
        if minutes is None or item is None:
            return
        vote, points = self.boxes["vote"].input, self.boxes["points"].input
        assert isinstance(vote, VoteInput)
        assert isinstance(points, PointsInput)
        vote.show_meeting(minutes, item)
        points.show_item(item.number)


def _record(shell: Shell, offers: Offers) -> Record:
    desk = shell.desk
    return Record(
        kind="agenda_item",
        new_title=N_("New item"),
        fields=(
            Field("title", N_("Item"), hint=N_("What the item is about, as on the agenda.")),
            Field("speaker", N_("Speaker"), make=lambda shell: NamedInput(shell.work, offers.people)),
            Field("starts_at", N_("Begun at"), letters=TIME_LETTERS, make=lambda _shell: TimeInput(), beside=True),
            Field("ends_at", N_("Ended at"), letters=TIME_LETTERS, make=lambda _shell: TimeInput(), beside=True),
            Field("heard", N_("Heard"), Kind.PHRASED, offers=offers.heard),
            Field("discussed", N_("Spoke"), Kind.PHRASED, offers=offers.discussed),
            Field("vote", N_("Vote"), make=VoteInput),
            Field("points", N_("Resolved"), make=lambda shell: PointsInput(shell, offers)),
            Field("state", N_("How it stands"), Kind.CHOICE, choices=STATES),
        ),
        blank=AgendaItem,
        get=partial(_typed, desk),
        add=partial(_not_here, desk),
        save=partial(agenda_items.save, desk),
        title=lambda item: f"{item.number}. {item.title}" if isinstance(item, AgendaItem) and item.id else "",
    )


def _typed(desk: Desk, item_id: int) -> AgendaItem:
    """An item with a state the secretary can say, not what it became when the minutes were final."""
    item = agenda_items.get(desk, item_id)
    if item.state in TYPED:
        return item
    return replace(item, state=ItemState.POSTPONED if goes_on(item) else ItemState.DEALT)


def _not_here(_desk: Desk, _draft: Any) -> Changed:
    """Items are added on the agenda, never by an editor without a record."""
    raise NotImplementedError
