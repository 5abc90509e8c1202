"""Find anything: a palette over the window; what is typed is looked for in every register, and among the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from altdesk.domain.marking import N_
from ui.icons import icon
from ui.model import Index
from ui.pages import PageEntry, entry_of
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, ICON_SIZE, Tone, colours, set_tone

if TYPE_CHECKING:
    from ui.window import Window

WAIT_MS = 40
LIMIT = 50
LOCK = "lock"  # not a page: the window is covered
_FOUND = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class Found:
    """A line of the palette; an id of None is a page."""

    kind: str
    id: int | None
    title: str
    subtitle: str
    icon: str


class FindPalette(QFrame):
    """Ctrl+K. Enter opens, Esc goes back to where one was."""

    def __init__(self, window: Window, shell: Shell, entries: Sequence[PageEntry]) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._window, self._shell, self._entries = window, shell, entries
        self._before: QWidget | None = None
        self.line, self.list, self._nothing = QLineEdit(), QListWidget(), QLabel()
        self.line.setMinimumHeight(FIELD_HEIGHT + 6)
        self.line.addAction(icon("magnify", Tone.QUIET), QLineEdit.ActionPosition.LeadingPosition)
        hint = N_("Find a person, a document, a norm, a sheet, a page")
        shell.words(self.line, placeholder=hint, name=hint)
        shell.words(self.list, name=N_("Found"))
        shell.words(self._nothing, text=N_("Nothing found. Try a part of the name or of the code."))
        set_tone(self._nothing, Tone.QUIET)
        self._nothing.setContentsMargins(GRID, GRID, GRID, GRID)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(4)
        for widget in (self.line, self._nothing, self.list):
            column.addWidget(widget)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.look)
        self.line.textChanged.connect(lambda _text: self._soon.start())
        self.line.installEventFilter(self)
        self.hide()

    def open_palette(self) -> None:
        self._before = self._window.focusWidget()
        width = min(640, self._window.width() - 8 * GRID)
        self.setGeometry(QRect(QPoint((self._window.width() - width) // 2, 9 * GRID), QSize(width, 60)))
        self.show()
        self.raise_()
        self.line.selectAll()
        self.line.setFocus()
        self.look()

    def look(self) -> None:
        """Look for what is typed."""
        text = self.line.text()
        desk = self._shell.desk

        def find() -> list[Found]:
            from altdesk.services import find

            hits = find.find(desk, text, LIMIT) if text.strip() else []
            return [Found(hit.kind, hit.id, hit.title, hit.subtitle, _icon(hit.kind)) for hit in hits]

        self._shell.work.do(find, self._show, topic="find")

    def _pages(self) -> list[Found]:
        typed, say = self.line.text().strip().casefold(), self._shell.say
        listed = [entry for entry in self._entries if entry.listed]
        found = [Found(entry.key, None, say(entry.title), say(N_("Page")), entry.icon) for entry in listed]
        if self._shell.folders.keys is not None:
            found.append(Found(LOCK, None, say(N_("Lock now")), "Ctrl+Shift+L", "lock-outline"))
        return [each for each in found if each.title.casefold().startswith(typed)]

    def _show(self, hits: list[Found]) -> None:
        self.list.clear()
        for found in [*hits, *self._pages()]:
            item = QListWidgetItem(icon(found.icon, Tone.QUIET), found.title)
            item.setData(_FOUND, found)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{found.title}, {found.subtitle}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        rows = min(self.list.count(), 9)
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 4 if rows else 0)
        self.adjustSize()
        self.resize(min(640, self._window.width() - 8 * GRID), self.sizeHint().height())

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        found: Found = item.data(_FOUND)
        self._before = None
        self.close_palette()
        if found.kind == LOCK:
            self._shell.lock()
        else:
            self._shell.go(found.kind, found.id)

    def close_palette(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(self._focused()):
            self.hide()
        if watched is not self.line or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.list.currentItem())
        elif key in step:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step[key])))
        else:
            return super().eventFilter(watched, event)
        return True

    def _focused(self) -> QWidget:
        return self._window.focusWidget() or self._window


class FoundDelegate(QStyledItemDelegate):
    """An icon, a title, and what it is in quiet words at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, found = colours(), index.data(_FOUND)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(rect, 6, 6)
        mark = QRect(rect.left() + GRID, rect.center().y() - ICON_SIZE // 2, ICON_SIZE, ICON_SIZE)
        icon(found.icon, Tone.QUIET).paint(painter, mark)
        left = mark.right() + GRID + 2
        room = rect.right() - GRID - left
        subtitle = option.fontMetrics.elidedText(found.subtitle, Qt.TextElideMode.ElideRight, room // 2)
        beside = option.fontMetrics.horizontalAdvance(subtitle)
        painter.setFont(QFont(option.font))
        painter.setPen(c.of(Tone.PLAIN))
        title = option.fontMetrics.elidedText(found.title, Qt.TextElideMode.ElideRight, room - beside - 2 * GRID)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, rect.top(), room, rect.height()), middle, title)
        painter.setPen(c.of(Tone.QUIET))
        painter.drawText(QRect(left, rect.top(), room, rect.height()), middle | Qt.AlignmentFlag.AlignRight, subtitle)
        painter.restore()


def _icon(kind: str) -> str:
    entry = entry_of(kind)
    return entry.icon if entry else "magnify"
