"""What became of copies that were out: back, back and given anew, or lost; all that are selected in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from altdesk.desk import Changed
from altdesk.domain.copies import WorkingCopy
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import copies
from ui.fields import Field, Kind
from ui.pages.copying.panel import CopyingPanel
from ui.shell import Shell
from ui.theme import ROW_HEIGHT, SEMIBOLD, set_type
from ui.widgets.shortlist import RowList, ShortRow


class End(Enum):
    """What became of them."""

    BACK = "back"
    REPLACED = "replaced"
    LOST = "lost"


ENDS = (
    (End.BACK, N_("They are back")),
    (End.REPLACED, N_("Back, the new revision is given")),
    (End.LOST, N_("Lost or destroyed")),
)


class Ending(CopyingPanel):
    """Shows the copies it is about; one button records what became of them."""

    ended = Signal(object)  # Changed

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("Take copies back"))
        self._copies: list[WorkingCopy] = []
        self.what = self.box(Field("what", N_("What became of them"), Kind.CHOICE, choices=ENDS))
        self.day = self.box(Field("on", N_("Day"), Kind.DATE, letters=14))
        self.note = self.box(Field("note", N_("Note"), Kind.TEXT, N_("For a lost copy: the number of the act.")))
        self.count, self.names = QLabel(wordWrap=True), RowList()
        set_type(self.count, 10.5, SEMIBOLD)
        shell.words(self.names, name=N_("Copies"))
        self.names.setMinimumHeight(4 * ROW_HEIGHT)
        self.name_button(N_("Note it down"), "tray-arrow-down")
        for widget in (self.what, self.day, self.note, self.count):
            self.inside.addWidget(widget)
        self.inside.addWidget(self.names, 1)
        self.tab_in_order((self.what.input, self.day.input, self.note.input, self.names))
        shell.words.switched.connect(self._say)

    def start(self, chosen: Sequence[WorkingCopy], end: End = End.BACK) -> None:
        """Begin with these copies; those that are not out any more are left aside."""
        self._copies = [each for each in chosen if each.open]
        self.what.set_value(end)
        self.day.set_value(date.today())
        self.note.set_value("")
        self._say()
        self.day.input.setFocus(Qt.FocusReason.TabFocusReason)

    def run(self) -> None:
        try:
            if (day := self.day.value()) is None:
                raise Refusal(N_("Type the day on which this happened."), field="on")
        except Refusal as refusal:
            self.refuse(refusal)
            return
        desk, chosen = self.shell.desk, [each.id for each in self._copies]
        end, note = self.what.value(), self.note.value()

        def keep() -> Changed:
            if end is End.REPLACED:
                return copies.give_anew(desk, chosen, day, take_back_on=day)
            verb = copies.take_out if end is End.LOST else copies.take_back
            return verb(desk, chosen, day, note)

        self.shell.work.do(keep, self.ended.emit, self.refuse, label=N_("Saving"))

    def _say(self) -> None:
        say, count = self.shell.say, len(self._copies)
        self.count.setText(say.plural("%(n)d copy", "%(n)d copies", count))
        self.names.show_rows([_row(each) for each in self._copies])
        self.do_button.setEnabled(count > 0)


def _row(copy: WorkingCopy) -> ShortRow:
    return ShortRow(copy.id, copy.holder or copy.unit, f"№ {copy.number}", f"{copy.document} · {copy.title}")
