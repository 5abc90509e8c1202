"""The outline of a record that is too large for one form: its parts one under the other, some of which can be moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.icons import icon
from ui.model import Index
from ui.theme import GRID, ICON_SIZE, ROW_HEIGHT, SEMIBOLD, Tone, colours

MOST_LINES = 3  # of a name
BESIDE = 2 * GRID + GRID // 2 + ICON_SIZE  # px beside the words of a line
_LINE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class OutlineLine:
    """One part: `key` names it, `about` says in words how it stands, with an icon and a tone."""

    key: str
    text: str
    icon: str = ""
    about: str = ""
    tone: Tone = Tone.QUIET
    movable: bool = False


class Outline(QListWidget):
    """Chosen with the arrows; Alt+Up and Alt+Down, or the mouse, move a movable line among its like."""

    chosen = Signal(str)
    moved = Signal(str, int)  # key, place among the movable lines from 0
    add_wanted = Signal()
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setItemDelegate(_LineDelegate(self))
        self.currentRowChanged.connect(self._row_changed)

    def show_lines(self, lines: Sequence[OutlineLine], current: str = "") -> None:
        """Show these parts and stand on one of them, by default on the same as before."""
        wanted = current or self.current_key
        self._filling = True
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setData(_LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (line.text, line.about))))
            item.setToolTip("\n".join(filter(None, (line.text, line.about))))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled if line.movable else flags)
            self.addItem(item)
        keys = self.part_keys()
        self.setCurrentRow(keys.index(wanted) if wanted in keys else 0)
        self._filling = False

    def part_keys(self) -> list[str]:
        return [self._line(row).key for row in range(self.count())]

    @property
    def current_key(self) -> str:
        return self._line(self.currentRow()).key if self.currentRow() >= 0 else ""

    def stand_on(self, key: str) -> None:
        """Stand on a part without telling that it was chosen."""
        keys = self.part_keys()
        if key in keys:
            self._filling = True
            self.setCurrentRow(keys.index(key))
            self._filling = False

    def width_of_words(self) -> int:
        """The width in which no word of a name is cut."""
        metrics = QFontMetrics(_bold(self.font()))
        words = [word for row in range(self.count()) for word in self._line(row).text.split(" ")]
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return max(map(metrics.horizontalAdvance, words), default=0) + 2 + BESIDE + bar

    def step(self, by: int) -> None:
        """Go to the next part or the one before."""
        row = self.currentRow() + by
        if 0 <= row < self.count():
            self.setCurrentRow(row)

    def move_current(self, by: int) -> None:
        """Ask for the current line to stand one place further up or down among the movable ones."""
        key, movable = self.current_key, [line.key for line in map(self._line, range(self.count())) if line.movable]
        if key in movable and 0 <= movable.index(key) + by < len(movable):
            self.moved.emit(key, movable.index(key) + by)

    def dropEvent(self, event: QDropEvent) -> None:
        """Only ask: the lines stand anew when the desk has moved them."""
        source, at = self.currentRow(), self.indexAt(event.position().toPoint())
        target = at.row() if at.isValid() else self.count() - 1
        below = at.isValid() and event.position().y() > self.visualRect(at).center().y()
        movable = [row for row in range(self.count()) if self._line(row).movable]
        if source in movable:
            others = [row for row in movable if row != source]
            place = sum(row < target + (1 if below else 0) for row in others)
            if place != movable.index(source):
                self.moved.emit(self._line(source).key, place)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, a part may need more lines; a list that goes downwards does not see that by itself."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if alt and step:
            self.move_current(step)
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(self.current_key)
        else:
            super().keyPressEvent(event)

    def _line(self, row: int) -> OutlineLine:
        line: OutlineLine = self.item(row).data(_LINE)
        return line

    def _row_changed(self, row: int) -> None:
        if row >= 0 and not self._filling:
            self.chosen.emit(self._line(row).key)


def in_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """A text as it fits into a width, word by word; what is longer than the lines there are ends in an ellipsis."""
    lines, words = [""], text.split(" ")
    while words:
        longer = f"{lines[-1]} {words[0]}".strip()
        if not lines[-1] or metrics.horizontalAdvance(longer) < width:  # the elision counts parts of a pixel
            lines[-1] = longer
            words.pop(0)
        elif len(lines) < MOST_LINES:
            lines.append("")
        else:
            lines[-1] = " ".join([lines[-1], *words])
            break
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


class _LineDelegate(QStyledItemDelegate):
    """An icon, the text in three lines at most, and under it how the part stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index | QModelIndex) -> QSize:
        line: OutlineLine = index.data(_LINE)
        metrics, room = QFontMetrics(_bold(option.font)), _room(option)
        lines = len(in_lines(line.text, metrics, room))
        lines += len(in_lines(line.about, option.fontMetrics, room)) if line.about else 0
        return QSize(120, max(ROW_HEIGHT, metrics.height() * lines + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index | QModelIndex) -> None:
        line: OutlineLine = index.data(_LINE)
        c, whole = colours(), QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(whole, c.of_selection())
        inner = whole.adjusted(GRID, 4, -GRID, -4)
        if line.icon:
            place = QRect(inner.left(), inner.top() + 2, ICON_SIZE, ICON_SIZE)
            icon(line.icon, line.tone if line.tone is not Tone.QUIET else Tone.PLAIN).paint(painter, place)
        metrics, room = QFontMetrics(_bold(option.font)), _room(option)
        heads = in_lines(line.text, metrics, room)
        states = in_lines(line.about, option.fontMetrics, room) if line.about else []
        font = _bold(option.font) if selected else option.font
        told = [(each, font, Tone.PLAIN) for each in heads] + [(each, option.font, line.tone) for each in states]
        step = metrics.height()
        top = inner.top() + (inner.height() - step * len(told)) // 2
        for at, (text, face, tone) in enumerate(told):
            painter.setFont(face)
            painter.setPen(c.of(tone))
            place = QRect(inner.left() + ICON_SIZE + GRID, top + at * step, room, step)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(c.of(Tone.ACCENT) if option.state & QStyle.StateFlag.State_HasFocus else c.of_line())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.drawRect(whole.adjusted(0, 0, -1, -1))
        else:
            painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(SEMIBOLD)
    return bold


def _room(option: QStyleOptionViewItem) -> int:
    """The width the words of a line have beside the icon; the same whether the list scrolls or not, for its heights
    hang on it."""
    view, wide = option.widget, option.rect.width()
    if isinstance(view, QAbstractItemView):
        wide = view.width() - view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, view)
    return max(60, wide - BESIDE)
