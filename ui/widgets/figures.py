"""Big figures that say how it stands: a number, what it counts, a bar for a share; a click opens the records."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import GRID, ICON_SIZE, SEMIBOLD, Tone, colours, set_look, set_tone, set_type

FIGURE_POINTS = 20.0
BAR_HEIGHT = 8


def paint_bar(painter: QPainter, bar: QRect, part: int, whole: int, tone: Tone) -> None:
    """A bar of which a part is coloured; a part that is there at all can be seen. Its rim shows the whole of it on any
    ground, also that of a selected row."""
    c, radius = colours(), bar.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(c.field_line))
    painter.setBrush(c.of_line())
    painter.drawRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    if part and whole:
        painter.setBrush(c.of(tone))
        wide = max(bar.height(), bar.width() * part // whole)
        painter.drawRoundedRect(QRect(bar.left(), bar.top(), wide, bar.height()), radius, radius)
    painter.restore()


class Bar(QWidget):
    """A share, painted; the words stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(BAR_HEIGHT)
        self._part = self._whole = 0
        self._tone = Tone.ACCENT

    def show_share(self, part: int, whole: int, tone: Tone) -> None:
        self._part, self._whole, self._tone = part, whole, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_bar(painter, self.rect(), self._part, self._whole, self._tone)
        painter.end()


class Figure(QPushButton):
    """Pressed by click, Space or Enter."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon_name, self._tone = icon_name, Tone.QUIET
        self.icon_, self.number, self.words, self.bar = QLabel(), QLabel(), QLabel(wordWrap=True), Bar()
        set_look(self, "look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        set_type(self.number, FIGURE_POINTS, SEMIBOLD)
        set_tone(self.words, Tone.QUIET)
        upper = QHBoxLayout()
        upper.setSpacing(GRID)
        upper.addWidget(self.icon_)
        upper.addWidget(self.number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, GRID, 12, GRID)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        column.addStretch(1)
        for widget in (self.icon_, self.number, self.words, self.bar):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bar.hide()

    def say(self, number: str, words: str, tone: Tone, share: tuple[int, int] | None = None) -> None:
        """Show a figure; with a share the bar of part and whole."""
        self._tone = tone
        self.number.setText(number)
        self.words.setText(words)
        self.setAccessibleName(f"{number}, {words}")
        self.bar.setVisible(share is not None)
        if share is not None:
            self.bar.show_share(*share, tone)
        self._draw()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        inner = self.layout()
        return inner.totalMinimumSize() if inner is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = self.layout()
        return inner.totalHeightForWidth(width) if inner is not None else super().heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()

    def _draw(self) -> None:
        self.icon_.setPixmap(pixmap(self._icon_name, self._tone, ICON_SIZE, self.devicePixelRatioF()))
