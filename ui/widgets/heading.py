"""The heading of a part of a record: its title, how much there is below it, and a chevron that folds it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.settings import S
from ui.icons import icon
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type

SECTION = 11.5  # points of the headings within a record


class FoldButton(QToolButton):
    """Space and Enter fold and unfold; Left folds, Right unfolds, as in a tree."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.setChecked(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)


class PartHeading(QWidget):
    """A title; after `make_foldable` a button that says what it does with what is below."""

    toggled = Signal(bool)  # open now

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__()
        self._shell = shell
        self.label, self.button, self.count = QLabel(wordWrap=True), FoldButton(), QLabel()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setCheckable(True)
        self.button.setMinimumHeight(FIELD_HEIGHT)
        set_look(self.button, "look", "fold")
        for each in (self.label, self.button):
            set_type(each, SECTION, SEMIBOLD)
            shell.words(each, text=title)
        shell.words(self.button, name=title)
        set_tone(self.count, Tone.QUIET)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.button)
        row.addWidget(self.label, 9)  # takes the line while it is no button
        row.addWidget(self.count)
        row.addStretch(1)
        self.button.hide()
        self.count.hide()

    def make_foldable(self, *, opened: bool) -> None:
        """From now on the heading is a button."""
        self.button.setChecked(opened)
        self._show_fold(opened)
        self.label.hide()
        self.button.show()
        self.button.toggled.connect(self._show_fold)
        self.button.toggled.connect(self.toggled)

    def add_at_end(self, widget: QWidget) -> None:
        """Something at the right end of the line."""
        self._row.addWidget(widget)

    def say_count(self, text: str) -> None:
        """How much there is below, beside the title: a number, or «2 / 5»."""
        self.count.setText(text)
        self.count.setVisible(bool(text))

    def _show_fold(self, opened: bool) -> None:
        set_icon(self.button, icon("chevron-down" if opened else "chevron-right"))
        tip = N_("Fold away") if opened else N_("Unfold")
        self._shell.words(self.button, tip=tip, about=tip)


class FoldedFields(QWidget):
    """Fields of a record under a heading that folds them away until one opens it."""

    def __init__(self, shell: Shell, title: str, key: str) -> None:
        super().__init__()
        settings = shell.settings
        self.heading, self.body = PartHeading(shell, title), QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addWidget(self.heading)
        whole.addWidget(self.body)
        opened = settings.of_page(S.open_parts, key) is True
        self.heading.make_foldable(opened=opened)
        self.body.setVisible(opened)
        self.heading.toggled.connect(self.body.setVisible)
        self.heading.toggled.connect(lambda now: settings.set_of_page(S.open_parts, key, now))

    @classmethod
    def unfold(cls, field: QWidget) -> None:
        """Show a field that may be folded away."""
        above = field.parentWidget()
        while above is not None:
            if isinstance(above, cls):
                above.heading.button.setChecked(True)
            above = above.parentWidget()
