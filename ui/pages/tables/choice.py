"""Which table is shown: the document, its revision, and the table of that revision, chosen from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from altdesk.domain.documents import STATE_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.matrix import KIND_NAMES, Grid
from ui.offers import offer_documents
from ui.pages.tables.shown import Shown
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.finder import FinderInput, Suggestion
from ui.widgets.flow import Flow
from ui.widgets.inputs import ChoiceInput, letters_wide

LEFT_MS = 200  # time for the list of offers to say what was chosen in it


class DocumentInput(FinderInput):
    """Holds the code of a document; what was typed and not chosen gives way to it again."""

    picked = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.work, lambda text: offer_documents(shell.desk, text))
        self._code = ""
        self._left = QTimer(self, singleShot=True, interval=LEFT_MS)
        self._left.timeout.connect(self._settle)
        self.editingFinished.connect(self._left.start)

    def hold(self, code: str) -> None:
        """Show the document that is chosen now."""
        self._code = code
        if not self.hasFocus() or not self.isModified():
            self.setText(code)
            self.setCursorPosition(0)

    def take(self, suggestion: Suggestion) -> None:
        self.hold(suggestion.title)
        self.setText(suggestion.title)
        self.picked.emit(suggestion.value)

    def _settle(self) -> None:
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            self.setText(self._code)


class TableChoice(QWidget):
    """Tells what was chosen; the page shows it and tells back what there is to choose from."""

    document_chosen = Signal(int)
    revision_chosen = Signal(int)
    table_chosen = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown = Shown()
        self.document = DocumentInput(shell)
        self.revision = ChoiceInput(self._revisions)
        self.table = ChoiceInput(self._tables)
        self.document.picked.connect(self.document_chosen)
        self.revision.changed.connect(partial(self._chosen, self.revision, self.revision_chosen))
        self.table.changed.connect(partial(self._chosen, self.table, self.table_chosen))
        row = Flow(self)
        row.setSpacing(2 * GRID)
        for label, made in (
            (N_("Document"), self.document),
            (N_("Revision"), self.revision),
            (N_("Table"), self.table),
        ):
            row.addWidget(self._labelled(label, made))
        self.document.installEventFilter(self)
        self._fit()
        shell.words.switched.connect(self._say)

    def show_choice(self, shown: Shown) -> None:
        """Offer what there is around what is shown."""
        self._shown = shown
        self.document.hold(shown.document.code if shown.document else "")
        self.document.setToolTip(shown.document.title if shown.document else "")
        self._say()
        for made, value in (
            (self.revision, shown.revision.id if shown.revision else None),
            (self.table, shown.grid.id if shown.grid else None),
        ):
            made.blockSignals(True)
            made.set_value(value)
            made.blockSignals(False)
            made.setToolTip(made.currentText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.document.setFixedWidth(letters_wide(self.document, 18))

    def _revisions(self) -> Sequence[tuple[Any, str]]:
        say, known = self._shell.say, self._shown.document
        return (
            [(each.id, f"{each.number} · {say(STATE_NAMES[each.state])}") for each in known.revisions] if known else []
        )

    def _tables(self) -> Sequence[tuple[Any, str]]:
        say, grids = self._shell.say, self._shown.grids
        return [(each.id, _called(each, grids, say(KIND_NAMES[each.kind]))) for each in grids]

    def _say(self) -> None:
        for made in (self.revision, self.table):
            made.blockSignals(True)
            made.say_again()
            made.blockSignals(False)
            made.setEnabled(made.count() > 0)

    @staticmethod
    def _chosen(made: ChoiceInput, signal: Any) -> None:
        if made.value() is not None:
            signal.emit(made.value())

    def _labelled(self, text: str, made: QWidget) -> QWidget:
        box, label = QWidget(), QLabel()
        label.setBuddy(made)
        self._shell.words(label, text=text)
        self._shell.words(made, name=text)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(made)
        return box


def _called(grid: Grid, grids: Sequence[Grid], kind: str) -> str:
    """A table by its kind, and by its place among several of one kind."""
    alike = [each.id for each in grids if each.kind is grid.kind]
    return kind if len(alike) < 2 else f"{kind} {alike.index(grid.id) + 1}"
