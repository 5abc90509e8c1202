"""The criteria of assessments, at the right in the place of a record: add one, change it, move it, delete it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.club_assessments import MOST_POINTS, Criterion, CriterionDraft
from altdesk.domain.marking import N_
from altdesk.services import criteria
from ui.columns import Align, Column
from ui.editor_form import EditorForm
from ui.editor_head import EditorHead
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import GRID, Tone, set_tone
from ui.widgets.parts import SmallForm, button, button_row
from ui.widgets.short_table import ShortTable

FIELDS = (
    Field("title", N_("Criterion"), letters=30),
    Field("most", N_("Points at most"), Kind.NUMBER, letters=8, least=1, most=MOST_POINTS),
)


class CriteriaPanel(QWidget):
    """Shows the criteria there are now; assessments made before keep theirs."""

    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._criteria: list[Criterion] = []
        self.head = EditorHead(shell.words, closable=True)
        self.head.changed.hide()
        self.head.close_button.clicked.connect(self.closed)
        self.sentence, self.sum = QLabel(wordWrap=True), QLabel(wordWrap=True)
        set_tone(self.sentence, Tone.QUIET)
        columns = (
            Column("title", N_("Criterion"), 260, lambda line: line.title),
            Column("most", N_("Points at most"), 130, lambda line: str(line.most), Align.RIGHT),
        )
        self.table = ShortTable(shell, "criteria", columns, 14)
        shell.words(self.table, name=N_("Criteria"))
        self.add_button = button(shell, N_("Add a criterion"), self.ask_new, "plus")
        self.change_button = button(shell, N_("Edit"), self.ask_change, "pencil-outline")
        self.up_button = button(shell, N_("Up"), lambda: self.move_criterion(-1), "arrow-up", N_("Higher (Ctrl+Up)"))
        self.down_button = button(
            shell, N_("Down"), lambda: self.move_criterion(1), "arrow-down", N_("Lower (Ctrl+Down)")
        )
        self.out_button = button(shell, N_("Delete"), self.bin_, "trash-can-outline")
        self.form = SmallForm(shell, FIELDS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.add_button)
        self._say()

    def _lay_out(self) -> None:
        below = QVBoxLayout()
        below.setSpacing(GRID)
        buttons = (self.add_button, self.change_button, self.up_button, self.down_button, self.out_button)
        below.addLayout(button_row(buttons))
        below.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(EditorForm(self.shell, (), (self.sentence, self.table, self.sum), below), 1)

    def _connect(self) -> None:
        for keys, step in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            QShortcut(QKeySequence(keys), self.table).activated.connect(partial(self.move_criterion, step))
        self.table.selection_changed.connect(self._show_possible)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.delete_wanted.connect(self.bin_)
        self.table.activated_id.connect(lambda _id: self.ask_change())
        self.table.rows.loaded.connect(self._show_possible)
        self.shell.words.switched.connect(self._say)

    def load(self) -> None:
        """Show the criteria as the desk has them now."""
        self.shell.work.do(partial(criteria.all_criteria, self.shell.desk), self._show, topic="criteria")

    def _show(self, found: list[Criterion]) -> None:
        self._criteria = found
        self.table.setVisible(bool(found))
        self.table.show_lines(found)
        self._say()
        self._show_possible()

    def _say(self) -> None:
        say = self.shell.say
        self.head.say(say(N_("Criteria")))
        self.sentence.setText(say(N_("By these is assessed from now on. Assessments made before keep their criteria.")))
        most = sum(each.most or 0 for each in self._criteria)
        self.sum.setText(say(N_("Points at most together: %(most)s"), most=most) if self._criteria else "")
        self.sum.setVisible(bool(self._criteria))

    @property
    def chosen(self) -> Criterion | None:
        line = self.table.current_line()
        return line if isinstance(line, Criterion) else None

    def _show_possible(self) -> None:
        chosen = self.chosen
        at = self._criteria.index(chosen) if chosen in self._criteria else -1
        for each in (self.change_button, self.out_button):
            each.setEnabled(chosen is not None)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(0 <= at < len(self._criteria) - 1)

    def ask_new(self) -> None:
        self.form.open_form(N_("Add"), self._add, title="", most=10)

    def ask_change(self) -> None:
        if (chosen := self.chosen) is not None:
            self.form.open_form(N_("Save"), partial(self._change, chosen.id), title=chosen.title, most=chosen.most)

    def move_criterion(self, step: int) -> None:
        """Give the selected criterion a higher or lower place; it stays selected."""
        chosen, desk = self.chosen, self.shell.desk
        if chosen is None or chosen not in self._criteria:
            return
        rank = self._criteria.index(chosen) + 1 + step
        if 1 <= rank <= len(self._criteria):
            self._do(lambda: criteria.move(desk, chosen.id, rank))

    def bin_(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None:
            self._do(lambda: criteria.bin_(desk, chosen.id))

    def _add(self, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        self._do(lambda: criteria.add(desk, CriterionDraft(**values)))

    def _change(self, criterion_id: int, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        self._do(lambda: criteria.save(desk, criterion_id, CriterionDraft(**values)))

    def _do(self, verb: Callable[[], Changed]) -> None:
        self.shell.work.do(verb, self._done, self.form.refuse, label=N_("Saving"))

    def _done(self, changed: Changed) -> None:
        if not self.form.isHidden():
            self.form.close_form()
        if changed.id is not None:
            self.table.want_id(changed.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
