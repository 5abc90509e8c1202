"""What was resolved on an item: points one under the other, each with who is responsible and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import ResolvedPoint
from ui.icons import icon
from ui.pages.meeting.offers import Offers
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type
from ui.widgets.dates import DateInput
from ui.widgets.inputs import LineInput, letters_wide
from ui.widgets.named import SeveralNamedInput
from ui.widgets.phrased import PhrasedInput

DUE_LETTERS = 14
NO_TASK = N_("No task comes of it: no one is responsible and no day is set.")


class Assignment(QHBoxLayout):
    """Who is to do what was resolved, and by when: on a day, or in words."""

    def __init__(self, shell: Shell, offers: Offers) -> None:
        super().__init__()
        self.responsible = SeveralNamedInput(shell.work, offers.people)
        self.due, self.due_text = DateInput(shell.words), LineInput()
        words = shell.words
        words(self.responsible, name=N_("Responsible"), placeholder=N_("Responsible"))
        words(self.due, name=N_("Due on"))
        words(self.due_text, name=N_("Due, in words"), placeholder=N_("or in words: constantly"))
        self.due.setFixedWidth(letters_wide(self.due, DUE_LETTERS))
        self.due_text.setMinimumWidth(letters_wide(self.due_text, 10))
        self.setSpacing(GRID)
        self.addWidget(self.responsible, 3)
        self.addWidget(self.due)
        self.addWidget(self.due_text, 2)

    @property
    def said(self) -> bool:
        """Whether any of it is typed: then a task comes of the point."""
        return bool(self.responsible.value() or self.due.typed().strip() or self.due_text.value().strip())


class PointRow(QWidget):
    """One point. Ctrl+Enter in its text asks for the next one."""

    changed = Signal()
    next_wanted = Signal()
    remove_wanted = Signal()
    entered = Signal()

    def __init__(self, shell: Shell, offers: Offers) -> None:
        super().__init__()
        self.kept = ResolvedPoint()
        self.number = QLabel()
        set_type(self.number, 10.5, SEMIBOLD)
        self.text = PhrasedInput(shell.work, shell.words, offers.resolved)
        self.text.LEAST = 2
        self._assignment = line = Assignment(shell, offers)
        self.responsible, self.due, self.due_text = line.responsible, line.due, line.due_text
        remove = QToolButton()
        set_icon(remove, icon("trash-can-outline"))
        set_look(remove, "look", "quiet")
        remove.clicked.connect(self.remove_wanted)
        words = shell.words
        words(remove, name=N_("Remove this decision"), tip=N_("Remove this decision"))
        words(self.text, name=N_("What was resolved"), placeholder=N_("What was resolved"))
        line.addWidget(remove)
        inner = QVBoxLayout()
        inner.setSpacing(4)
        inner.addWidget(self.text)
        inner.addLayout(line)
        self.no_task = QLabel(wordWrap=True)
        set_tone(self.no_task, Tone.QUIET)
        words(self.no_task, text=NO_TASK)
        inner.addWidget(self.no_task)
        self.no_task.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(inner, 1)
        for each in (self.text, self.responsible, self.due, self.due_text):
            each.changed.connect(self.changed)
            each.changed.connect(self._say_task)
        self.text.installEventFilter(self)

    @property
    def empty(self) -> bool:
        return not self.text.value().strip()

    def value(self) -> ResolvedPoint:
        """The point as typed. Raises Refusal for a day that is none."""
        return replace(
            self.kept,
            text=self.text.value(),
            responsible=self.responsible.value(),
            due_on=self.due.value(),
            due_text=self.due_text.value(),
        )

    def show_point(self, point: ResolvedPoint) -> None:
        self.kept = point
        self.text.set_value(point.text)
        self.responsible.set_value(point.responsible)
        self.due.set_value(point.due_on)
        self.due_text.set_value(point.due_text)
        self._say_task()

    def _say_task(self) -> None:
        """A decision nobody is asked to carry out, by no day, only states; that is said before it is found missing."""
        self.no_task.setVisible(not self.empty and not self._assignment.said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.next_wanted.emit()
                return True
        return super().eventFilter(watched, event)


class PointsInput(QWidget):
    """An input of the item's editor."""

    changed = Signal()

    def __init__(self, shell: Shell, offers: Offers) -> None:
        super().__init__()
        self._shell, self._offers = shell, offers
        self._item = 0
        self.rows: list[PointRow] = []
        self._last: PointRow | None = None  # the cursor was there
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.none = QLabel(wordWrap=True)
        set_tone(self.none, Tone.QUIET)
        shell.words(self.none, text=N_("Nothing was resolved on this item yet."))
        self.add_button = QPushButton()
        self.add_button.setMinimumHeight(FIELD_HEIGHT)
        self.add_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_icon(self.add_button, icon("plus"))
        tip = N_("Add a decision (Ctrl+Enter)")
        shell.words(self.add_button, text=N_("Add a decision"), name=N_("Add a decision"), tip=tip)
        self.add_button.clicked.connect(lambda _checked=False: self.add_point())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addLayout(self._column)
        whole.addWidget(self.none)
        whole.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def show_item(self, number: int) -> None:
        """The number of the item, for 1.1, 1.2 …"""
        self._item = number
        self._number()

    def add_point(self, after: PointRow | None = None) -> None:
        """An empty point at the end, or below another; the cursor goes there."""
        at = self.rows.index(after) + 1 if after is not None else len(self.rows)
        if at and self.rows[at - 1].empty:
            self.rows[at - 1].text.setFocus()
            return
        row = self._insert(at, ResolvedPoint())
        row.text.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    @property
    def current(self) -> str:
        """The number of the point the cursor was in last, else of the first; empty without one."""
        kept = [row for row in self.rows if not row.empty]
        chosen = next((row for row in kept if row is self._last), kept[0] if kept else None)
        return chosen.number.text() if chosen is not None else ""

    def value(self) -> tuple[ResolvedPoint, ...]:
        """The points with a text; an empty one is none."""
        return tuple(self._value(row) for row in self.rows if not row.empty)

    def set_value(self, value: Sequence[ResolvedPoint]) -> None:
        focused = next((at for at, row in enumerate(self.rows) if row.isAncestorOf(self._focus())), -1)
        if [row.kept.id for row in self.rows] == [point.id for point in value]:
            for row, point in zip(self.rows, value, strict=True):
                row.show_point(point)
            self._number()
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = []
        for at, point in enumerate(value):
            self._insert(at, point)
        self._number()
        if 0 <= focused < len(self.rows):
            self.rows[focused].text.setFocus()

    def typed(self) -> Any:
        return [
            [row.kept.id, row.text.typed(), row.responsible.typed(), row.due.typed(), row.due_text.typed()]
            for row in self.rows
        ]

    def set_typed(self, typed: Any) -> None:
        if not isinstance(typed, list):
            return
        kept = {row.kept.id: row.kept for row in self.rows}
        points = [kept.get(each[0], ResolvedPoint(id=0)) for each in typed if isinstance(each, list) and len(each) == 5]
        self.set_value(())
        for at, (point, each) in enumerate(zip(points, typed, strict=False)):
            row = self._insert(at, point)
            row.text.set_typed(each[1])
            row.responsible.set_typed(each[2])
            row.due.set_typed(each[3])
            row.due_text.set_typed(each[4])

    # inside

    def _value(self, row: PointRow) -> ResolvedPoint:
        try:
            return row.value()
        except Refusal as refusal:
            row.due.setFocus()
            raise Refusal(refusal.message, field="points", **refusal.values) from None

    def _insert(self, at: int, point: ResolvedPoint) -> PointRow:
        row = PointRow(self._shell, self._offers)
        row.show_point(point)
        row.changed.connect(self.changed)
        row.next_wanted.connect(partial(self.add_point, row))
        row.remove_wanted.connect(partial(self._remove, row))
        row.entered.connect(partial(self._entered, row))
        self.rows.insert(at, row)
        self._column.insertWidget(at, row)
        self._number()
        self._order_tabs()
        return row

    def _entered(self, row: PointRow) -> None:
        self._last = row

    def _remove(self, row: PointRow) -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.deleteLater()
        self._number()
        (self.rows[min(at, len(self.rows) - 1)].text if self.rows else self.add_button).setFocus()
        self.changed.emit()

    def _number(self) -> None:
        for at, row in enumerate(self.rows, 1):
            row.number.setText(f"{self._item}.{at}")
        self.none.setVisible(not self.rows)

    def _order_tabs(self) -> None:
        last: QWidget | None = None
        for row in self.rows:
            for each in (row.text, row.responsible, row.due, row.due_text):
                if last is not None:
                    self.setTabOrder(last, each)
                last = each
        if last is not None:
            self.setTabOrder(last, self.add_button)

    def _focus(self) -> QWidget:
        return self.window().focusWidget() or self
