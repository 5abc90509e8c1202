"""How a day of a calendar is drawn: its number, then its events, as many as there is room for, and how many more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from altdesk.domain.events import Event
from altdesk.domain.minutes_attendance import clock
from ui.icons import icon
from ui.model import Index
from ui.theme import GRID, SEMIBOLD, Tone, colours
from ui.widgets.day_model import DayModel
from ui.widgets.event_looks import state_of, times
from ui.words import Words

SMALL = 0.92  # of the text size: the events of a day
WRAPPED = 4  # lines of a title at most where a week has a day's whole height


@dataclass(frozen=True)
class Placed:
    """An event where it stands in a cell; without one the line that says how many more there are."""

    rect: QRect
    lines: tuple[str, ...]
    event: Event | None = None


class DayDelegate(QStyledItemDelegate):
    """`tall`: a day has the whole height, titles are wrapped and the place is said; else a line an event."""

    def __init__(self, words: Words, model: DayModel, *, tall: bool) -> None:
        super().__init__()
        self._words, self._model, self._tall = words, model, tall
        self.month = 0  # whose days are not grey; 0 for all

    def placed(self, rect: QRect, day: date, font: QFont) -> list[Placed]:
        """Where the events of a day stand in its cell."""
        small = QFontMetrics(_small(font))
        head = QFontMetrics(font).height() + GRID
        inside = rect.adjusted(GRID // 2, head, -GRID // 2, -2)
        if inside.height() < 2 * small.height():  # too low: beside the number, not below it
            inside = rect.adjusted(QFontMetrics(font).horizontalAdvance("00") + 2 * GRID, 3, -GRID // 2, -2)
        found = self._model.events(day)
        made: list[Placed] = []
        top = inside.top()
        for at, each in enumerate(found):
            lines = self._lines(each, small, inside.width())
            height = small.height() * len(lines) + (GRID if self._tall else 2)
            left = len(found) - at
            room = inside.bottom() - top - (small.height() if left > 1 else 0)
            if height > room:
                more = QRect(inside.left(), top, inside.width(), small.height())
                return [*made, Placed(more, (f"+{left}",))]
            made.append(Placed(QRect(inside.left(), top, inside.width(), height), lines, each))
            top += height
        return made

    def _lines(self, known: Event, small: QFontMetrics, width: int) -> tuple[str, ...]:
        room = width - small.height() - GRID // 2
        if not self._tall:
            at = clock(known.starts_at)
            little = small.horizontalAdvance(at) * 2 > room  # then the title says more than the time
            said = known.title if little else f"{at} {known.title}".strip()
            return (small.elidedText(said, Qt.TextElideMode.ElideRight, room),)
        head = times(known) or self._words.say(state_of(known).word)
        if small.horizontalAdvance(head) > room and known.starts_at is not None:
            head = clock(known.starts_at)
        title = wrapped(known.title, small, width - GRID, WRAPPED)
        place = (small.elidedText(known.place, Qt.TextElideMode.ElideRight, width - GRID),) if known.place else ()
        return (small.elidedText(head, Qt.TextElideMode.ElideRight, room), *title, *place)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day = self._model.day(index)
        if day is None:
            return
        rect, c = QRect(option.rect), colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, c.of_selection() if chosen else c.of_base())
        self._draw_number(painter, rect, day, option)
        painter.setFont(_small(option.font))
        for each in self.placed(rect, day, option.font):
            self._draw(painter, each)
        painter.setPen(c.of_line())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(c.of(Tone.ACCENT))
            painter.drawRect(rect.adjusted(0, 0, -2, -2))
        painter.restore()

    def _draw_number(self, painter: QPainter, rect: QRect, day: date, option: QStyleOptionViewItem) -> None:
        c, font, metrics = colours(), QFont(option.font), QFontMetrics(option.font)
        today = day == date.today()
        box = QRect(rect.left() + GRID // 2, rect.top() + 3, metrics.horizontalAdvance("00") + GRID, metrics.height())
        tone = Tone.QUIET if self.month and day.month != self.month else Tone.PLAIN
        if today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.of(Tone.ACCENT))
            painter.drawRoundedRect(box, GRID // 2, GRID // 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            font.setWeight(SEMIBOLD)
            tone = Tone.ON_ACCENT
        painter.setFont(font)
        painter.setPen(c.of(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _draw(self, painter: QPainter, placed: Placed) -> None:
        c, metrics = colours(), painter.fontMetrics()
        line = metrics.height()
        left, top = placed.rect.left(), placed.rect.top()
        if placed.event is None:
            painter.setPen(c.of(Tone.ACCENT))
            painter.drawText(placed.rect.adjusted(GRID, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, placed.lines[0])
            return
        state = state_of(placed.event)
        icon(state.icon, state.tone).paint(painter, QRect(QPoint(left, top), QSize(line, line)))
        for at, text in enumerate(placed.lines):
            head = at == 0
            place = self._tall and at == len(placed.lines) - 1 and bool(placed.event.place)
            painter.setPen(c.of(state.tone if self._tall and head else Tone.QUIET if place else Tone.PLAIN))
            begins = left + (line + GRID // 2 if head else GRID // 2)
            painter.drawText(QRect(begins, top + at * line, placed.rect.right() - begins, line), _LINE, text)


_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made


def wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> Sequence[str]:
    """A text on so many lines at most; what is longer ends in an ellipsis, a long word too."""
    lines: list[str] = []
    left = text.split()
    while left and len(lines) < most:
        line = left.pop(0)
        while left and metrics.horizontalAdvance(f"{line} {left[0]}") <= width:
            line += f" {left.pop(0)}"
        lines.append(line)
    if left:
        lines[-1] += " " + " ".join(left)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
