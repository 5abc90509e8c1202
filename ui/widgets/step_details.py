"""What one step changed, field by field, or everything that ever changed in one record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from altdesk.domain.history import FieldChange, StepLine, said_value
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLES, field_name
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_tone, set_type
from ui.words import breakable, cut


class StepDetails(QWidget):
    """The selected step: which fields of which record, before and after."""

    HEADS = (N_("Field"), N_("Before"), N_("After"))

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._say: Callable[[], None] = self.show_nothing
        self.title, self.when = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        set_tone(self.when, Tone.QUIET)
        self.list = QTableWidget(0, len(self.HEADS))
        self.list.verticalHeader().hide()
        self.list.setShowGrid(False)
        self.list.setWordWrap(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTabKeyNavigation(False)
        self.list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.horizontalHeader().setHighlightSections(False)
        self.list.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        shell.words(self.list, name=N_("What the step changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 0, 0)
        for widget in (self.title, self.when, self.list):
            column.addWidget(widget)
        shell.words.switched.connect(lambda: self._say())
        self.show_nothing()

    def show_nothing(self, instead: str = N_("Choose a step to see what it changed.")) -> None:
        """Say, as a marked text, what is to be chosen."""
        self._say = lambda: self.show_nothing(instead)
        self.title.setText("")
        self.when.setText(self._shell.say(instead))
        self.list.hide()

    def show_step(self, step: StepLine, changes: Sequence[FieldChange]) -> None:
        say = self._shell.say
        self._say = lambda: self.show_step(step, changes)
        self._show(say(step.label, **step.values), f"{clock(step.at)}  {step.who}", changes)

    def show_record(self, title: str, about: Callable[[], str], changes: Sequence[FieldChange]) -> None:
        """Everything that happened to one record; `about` answers the quiet line in the screen's language."""
        self._say = lambda: self.show_record(title, about, changes)
        self._show(title, about(), changes)

    def _show(self, title: str, about: str, changes: Sequence[FieldChange]) -> None:
        say = self._shell.say
        self.title.setText(breakable(cut(title, 300)))
        self.title.setToolTip(title)
        self.when.setText(about)
        self.list.setHorizontalHeaderLabels([say(head) for head in self.HEADS])
        self.list.clearSpans()
        self.list.setRowCount(0)
        shown: tuple[str, int] | None = None
        for change in changes:
            if _says_only_whose(change):
                continue
            if (change.table, change.record_id) != shown:
                shown = (change.table, change.record_id)
                self._add_record(change)
            self._add(change)
        self.list.setColumnHidden(1, not any(change.before for change in changes))  # all of it is new
        self.list.setColumnHidden(2, not any(change.after for change in changes))  # all of it is gone
        self.list.setVisible(bool(changes))
        QTimer.singleShot(0, self.list, self.list.resizeRowsToContents)

    def _add_record(self, change: FieldChange) -> None:
        """A line that says whose fields follow."""
        known = TABLES.get(change.table)
        kind = self._shell.say(known.one) if known else change.table
        text = f"{kind}: {change.record}" if change.record else kind
        item = QTableWidgetItem(breakable(text))
        font = item.font()
        font.setWeight(SEMIBOLD)
        item.setFont(font)
        item.setToolTip(text)
        row = self.list.rowCount()
        self.list.insertRow(row)
        self.list.setItem(row, 0, item)
        self.list.setSpan(row, 0, 1, len(self.HEADS))

    def _add(self, change: FieldChange) -> None:
        say, row = self._shell.say, self.list.rowCount()
        values = [said_value(say, change.table, change.field, value) for value in (change.before, change.after)]
        self.list.insertRow(row)
        for at, text in enumerate((say(field_name(change.table, change.field)), *values)):
            item = QTableWidgetItem(breakable(text))
            item.setToolTip(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.list.setItem(row, at, item)


def _says_only_whose(change: FieldChange) -> bool:
    """Whether a field of a part says nothing but which record it belongs to."""
    known = TABLES.get(change.table)
    return known is not None and known.of is not None and change.field == known.of[1]
