"""Parts of a record that stand below its fields: a heading with a sentence, buttons, and a small form that opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.settings import S
from ui.fields import Field, FieldBox
from ui.icons import icon
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, Tone, set_icon, set_look, set_tone
from ui.widgets.flow import Flow
from ui.widgets.heading import PartHeading

Then = Callable[[], None]


class Part(QWidget):
    """A heading, one sentence below it, and what a subclass adds to `column`; after `fold_as` it can be folded away."""

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__()
        self.shell = shell
        self.heading, self.sentence = PartHeading(shell, title), QLabel(wordWrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        line = QFrame()
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Mid)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.sentence)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID, 0, 0)
        whole.setSpacing(GRID)
        for widget in (line, self.heading, self.body):
            whole.addWidget(widget)

    def say_sentence(self, text: str, tone: Tone = Tone.QUIET) -> None:
        """Say it below the heading; nothing takes the line away."""
        self.sentence.setText(text)
        self.sentence.setVisible(bool(text))
        set_tone(self.sentence, tone)

    def say_count(self, text: str | int) -> None:
        """Say beside the title how much is below, also when it is folded away; an empty text says nothing."""
        self.heading.say_count(str(text))

    def fold_as(self, key: str, *, opened: bool = True) -> None:
        """Let the heading fold the part away. Which way it stands is remembered under `key`."""
        settings = self.shell.settings
        remembered = settings.of_page(S.open_parts, key)
        opened = remembered if isinstance(remembered, bool) else opened
        self.heading.make_foldable(opened=opened)
        self.heading.toggled.connect(self.body.setVisible)
        self.heading.toggled.connect(lambda now: settings.set_of_page(S.open_parts, key, now))
        self.body.setVisible(opened)

    def unfold(self) -> None:
        """Show what is below the heading."""
        self.heading.button.setChecked(True)


def button(shell: Shell, title: str, run: Then, icon_name: str = "", tip: str = "") -> QPushButton:
    """A button of a record: a verb, with an icon."""
    made = QPushButton()
    made.setMinimumHeight(FIELD_HEIGHT)
    made.setAutoDefault(False)
    if icon_name:
        set_icon(made, icon(icon_name))
    shell.words(made, text=title, name=title)
    if tip:
        shell.words(made, tip=tip, about=tip)
    made.clicked.connect(lambda _checked=False: run())
    return made


def primary_button(shell: Shell, title: str, run: Then, icon_name: str) -> QPushButton:
    """The one button a panel is for, its icon in the colour of its words."""
    made = button(shell, title, run)
    set_look(made, "look", "primary")
    set_icon(made, icon(icon_name, Tone.ON_ACCENT))
    return made


def close_button(shell: Shell, run: Then) -> QToolButton:
    """The cross at the top right of a panel."""
    made = QToolButton()
    set_icon(made, icon("close"))
    set_look(made, "look", "quiet")
    shell.words(made, name=N_("Close"), tip=N_("Close (Esc)"))
    made.clicked.connect(lambda _checked=False: run())
    return made


def button_row(buttons: Sequence[QWidget]) -> Flow:
    """Buttons side by side, from the left, as many as fit."""
    row = Flow()
    for each in buttons:
        row.addWidget(each)
    return row


def come_into_view(shown: QWidget) -> None:
    """Scroll the record so far that the whole of what opened in it stands on screen."""
    above = shown.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None and shown.isVisible():
        above.ensureWidgetVisible(shown, 0, GRID)


class SmallForm(QFrame):
    """A few fields and a verb that open in place; Enter does it, Esc closes it, a refusal stands under its field."""

    closed = Signal()

    def __init__(self, shell: Shell, fields: Sequence[Field], leave: str = N_("Cancel")) -> None:
        """`leave` is what the button says that closes the form."""
        super().__init__()
        self.setObjectName("card")
        self._shell = shell
        self._run: Callable[[dict[str, Any]], None] = lambda _values: None
        self._back: QWidget | None = None
        self.boxes = {field.key: FieldBox(field, shell) for field in fields}
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.do_button = button(shell, N_("Save"), self.run)
        set_look(self.do_button, "look", "primary")
        self.sentence.hide()
        self.close_button = button(shell, leave, self.close_form)
        set_look(self.close_button, "look", "quiet")
        line = button_row(list(self.boxes.values()))
        line.setSpacing(2 * GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.sentence)
        column.addLayout(line)
        column.addLayout(button_row((self.do_button, self.close_button)))
        self.hide()

    def say_above(self, sentence: str) -> None:
        """A translated sentence above the fields."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def open_form(self, verb: str, run: Callable[[dict[str, Any]], None], **values: Any) -> None:
        """Show the fields of `values`, filled with them; `run` gets what was typed."""
        focused = self.window().focusWidget()
        self._back = focused if isinstance(focused, QPushButton) else None
        self._run = run
        self._shell.words(self.do_button, text=verb, name=verb)
        for key, box in self.boxes.items():
            box.setVisible(key in values)
            box.set_value(values.get(key))
        self.show()
        first = next(box for key, box in self.boxes.items() if key in values)
        first.input.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, lambda: come_into_view(self))  # when it has its place

    def run(self) -> None:
        try:
            values = {key: box.value() for key, box in self.boxes.items() if not box.isHidden()}
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self._run(values)

    def refuse(self, refusal: Refusal) -> None:
        box = self.boxes.get(refusal.field)
        if box is None:
            self._shell.messages.refuse(refusal)
            return
        box.refuse(refusal)
        box.input.setFocus()
        QTimer.singleShot(0, self, lambda: come_into_view(box))  # when what is said has its place

    def close_form(self) -> None:
        self.hide()
        self.closed.emit()
        if self._back is not None:
            self._back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.run()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)
