"""What the panels beside the list of copies share: a title, fields that scroll, and one button at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.fields import Field, FieldBox
from ui.icons import icon
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, SECTION_POINTS, SEMIBOLD, Tone, set_icon, set_look, set_type
from ui.widgets.downward import Downward


class CopyingPanel(QWidget):
    """Esc closes it; nothing is written before its button is pressed."""

    closed = Signal()

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__()
        self.shell = shell
        self.boxes: dict[str, FieldBox] = {}
        self.do_button = QPushButton()
        set_look(self.do_button, "look", "primary")
        self.do_button.setMinimumHeight(FIELD_HEIGHT)
        self.do_button.clicked.connect(self.run)
        self.inside = QVBoxLayout()
        head, self._close = QLabel(wordWrap=True), QToolButton()
        set_type(head, SECTION_POINTS, SEMIBOLD)
        shell.words(head, text=title)
        set_icon(self._close, icon("close"))
        set_look(self._close, "look", "quiet")
        shell.words(self._close, name=N_("Close"), tip=N_("Close (Esc)"))
        self._close.clicked.connect(self.closed)
        self._lay_out(head)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the fields, which do not scroll sideways."""
        least, bar = super().minimumSizeHint(), self._scroll.verticalScrollBar().sizeHint().width()
        margins = self.contentsMargins().left() + self.contentsMargins().right() + 3 * GRID
        return QSize(max(least.width(), self._form.minimumSizeHint().width() + bar + margins), least.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fields come and go; a scroll area does not pass on that it needs more width."""
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def run(self) -> None:
        """Do what the panel is for."""
        raise NotImplementedError

    def name_button(self, verb: str, icon_name: str) -> None:
        set_icon(self.do_button, icon(icon_name, Tone.ON_ACCENT))
        self.shell.words(self.do_button, text=verb, name=verb)

    def box(self, field: Field) -> FieldBox:
        """A field of the panel, kept by its key so that a refusal finds it."""
        made = FieldBox(field, self.shell)
        self.boxes[field.key] = made
        return made

    def refuse(self, refusal: Refusal) -> None:
        box = self.boxes.get(refusal.field)
        if box is None or box.isHidden():
            self.shell.messages.refuse(refusal)
            return
        box.refuse(refusal)
        box.input.setFocus()

    def tab_in_order(self, widgets: Sequence[QWidget]) -> None:
        """Tab goes as one reads, the button and the cross last."""
        every = [*widgets, self.do_button, self._close]
        for before, after in zip(every, every[1:], strict=False):
            self.setTabOrder(before, after)

    def _lay_out(self, title: QLabel) -> None:
        self._form, self._scroll = QWidget(), Downward()
        self._form.setObjectName("panel")
        self._form.setLayout(self.inside)
        self._form.installEventFilter(self)
        self.inside.setContentsMargins(0, 0, GRID, 0)
        self.inside.setSpacing(12)
        self._scroll.setWidget(self._form)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.do_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID + 4)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.do_button.hasFocus():
            self.do_button.click()
        else:
            super().keyPressEvent(event)
