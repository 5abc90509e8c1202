"""The ready phrases: short keys and what they stand for, kept beside the list of minutes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.phrases import SECTION_NAMES, PhraseDraft, Section
from altdesk.services import phrases
from ui.columns import Column
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import GRID, Tone, set_tone
from ui.widgets.panel_head import PanelHead
from ui.widgets.parts import SmallForm, button, button_row
from ui.widgets.short_table import ShortTable


class PhraseList(QWidget):
    """Insert adds one, Enter changes it, Delete takes it away."""

    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        about = QLabel(wordWrap=True)
        set_tone(about, Tone.QUIET)
        shell.words(
            about, text=N_("Type the key in a text of the minutes and press Ctrl+Space: the phrase takes its place.")
        )
        columns = (
            Column("key", N_("Key"), 70, lambda each: each.key),
            Column("text", N_("Phrase"), 260, lambda each: each.text),
            Column("section", N_("Where"), 110, lambda each: shell.say(SECTION_NAMES[each.section])),
        )
        self.table = ShortTable(shell, "phrases", columns, 12)
        shell.words(self.table, name=N_("Ready phrases"))
        sections = tuple(SECTION_NAMES.items())
        fields = (
            Field("key", N_("Key"), letters=10),
            Field("section", N_("Where"), Kind.CHOICE, choices=sections),
            Field("text", N_("Phrase"), Kind.LONG),
        )
        self.form = SmallForm(shell, fields)
        self.form.boxes["text"].setMinimumWidth(320)
        add = button(shell, N_("Add a phrase"), self.ask_new, "plus")
        self.change_button = button(shell, N_("Change"), self.ask_change, "pencil-outline")
        self.remove_button = button(shell, N_("Remove"), self.remove, "trash-can-outline")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(PanelHead(shell, self.closed.emit, N_("Ready phrases")))
        column.addWidget(about)
        column.addWidget(self.table)
        column.addLayout(button_row((add, self.change_button, self.remove_button)))
        column.addWidget(self.form)
        column.addStretch(1)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.delete_wanted.connect(self.remove)
        self.table.activated_id.connect(lambda _id: self.ask_change())
        self.table.selection_changed.connect(self._show_possible)

    def start(self) -> None:
        """Show the phrases there are."""
        desk = self._shell.desk
        self._shell.work.do(lambda: phrases.all_phrases(desk), self._show, topic="phrases")
        self.table.setFocus()

    def ask_new(self) -> None:
        desk = self._shell.desk

        def add(values: dict[str, Any]) -> None:
            self._do(lambda: phrases.add(desk, PhraseDraft(**values)))

        self.form.open_form(N_("Add"), add, key="", section=Section.ANY, text="")

    def ask_change(self) -> None:
        kept, desk = self.table.current_line(), self._shell.desk
        if kept is None:
            return

        def change(values: dict[str, Any]) -> None:
            self._do(lambda: phrases.save(desk, kept.id, PhraseDraft(**values)))

        self.form.open_form(N_("Keep"), change, key=kept.key, section=kept.section, text=kept.text)

    def remove(self) -> None:
        number, desk = self.table.current_id, self._shell.desk
        if number is not None:
            self._do(lambda: phrases.remove(desk, [number]))

    def _do(self, verb: Any) -> None:
        def done(_changed: object) -> None:
            self.form.close_form()
            self.start()

        def refused(refusal: Refusal) -> None:
            self.form.refuse(refusal)

        self._shell.work.do(verb, done, refused, label=N_("Saving"))

    def _show(self, found: Any) -> None:
        self.table.show_lines(found)
        self._show_possible()

    def _show_possible(self) -> None:
        for each in (self.change_button, self.remove_button):
            each.setEnabled(self.table.selected_count() == 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
