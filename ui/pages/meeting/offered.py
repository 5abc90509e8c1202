"""What earlier meetings left open: a part of the meeting, seen only where there is something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes
from altdesk.domain.minutes_lists import OFFER_NAMES, Offer
from altdesk.services import agenda
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.parts import button_row, primary_button
from ui.widgets.shortlist import RowList, ShortRow


class Offered(QWidget):
    """Enter or the button puts the chosen items on the agenda, all of them where none is chosen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._minutes: Minutes | None = None
        title, about = QLabel(wordWrap=True), QLabel(wordWrap=True)
        set_type(title, SECTION_POINTS, SEMIBOLD)
        shell.words(title, text=N_("Left open by earlier meetings"))
        set_tone(about, Tone.QUIET)
        shell.words(about, text=N_("Not dealt with, or the task is still open. Choose some, or take all of them."))
        self.list = RowList()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        shell.words(self.list, name=N_("Left open by earlier meetings"))
        self.list.itemActivated.connect(lambda _item: self.take())
        self.take_button = primary_button(shell, N_("Put on the agenda"), self.take, "playlist-plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for widget in (title, about):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(button_row((self.take_button,)))
        self.setFocusProxy(self.list)

    def show_offers(self, minutes: Minutes, offers: Sequence[Offer]) -> None:
        """Show what is offered to these minutes."""
        self._minutes = minutes
        say = self._shell.say
        rows = [
            ShortRow(
                each.item_id,
                each.title,
                say(N_("No. %(number)s"), number=each.minutes_number) if each.minutes_number else "",
                say(OFFER_NAMES[each.reason]),
            )
            for each in offers
        ]
        self.list.show_rows(rows)

    def take(self) -> None:
        """Put the chosen items on the agenda."""
        minutes, desk = self._minutes, self._shell.desk
        chosen = [row.id for row in self.list.selected() or self.list.rows()]
        if minutes is not None and chosen:
            self._shell.work.do(lambda: agenda.carry(desk, minutes.id, chosen), label=N_("Saving"))
