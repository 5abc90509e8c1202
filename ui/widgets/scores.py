"""The field for points: a line for each criterion with the most there can be, and the sum below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from altdesk.domain.club_assessments import Score
from altdesk.domain.marking import N_
from ui.shell import Shell
from ui.theme import GRID, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.inputs import NumberInput, letters_wide
from ui.words import breakable

LETTERS = 6  # a number of points


class ScoresInput(QWidget):
    """Keeps the criteria it was given; Tab goes through the points after the widget `before`."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._scores: tuple[Score, ...] = ()
        self.before: QWidget | None = None
        self.numbers: list[NumberInput] = []
        self.sum = QLabel(wordWrap=True)
        set_type(self.sum, 11, SEMIBOLD)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(GRID)
        self._rows.setVerticalSpacing(GRID // 2)
        self._rows.setColumnStretch(0, 1)
        shell.words.switched.connect(self._say)

    def value(self) -> tuple[Score, ...]:
        """The points as they stand; None where nobody said any."""
        return tuple(
            replace(score, points=number.value()) for score, number in zip(self._scores, self.numbers, strict=True)
        )

    def set_value(self, value: Sequence[Score]) -> None:
        if [(each.criterion, each.most) for each in value] != [(each.criterion, each.most) for each in self._scores]:
            self._build(tuple(value))
        for number, score in zip(self.numbers, value, strict=True):
            number.set_value(score.points)
        self._say()

    def typed(self) -> Any:
        return [asdict(score) for score in self.value()]

    def set_typed(self, typed: Any) -> None:
        found = [score for each in typed if (score := score_of(each)) is not None] if isinstance(typed, list) else []
        if found:
            self.set_value(found)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go where points are missing, else to the first."""
        waiting = [number for number in self.numbers if number.value() is None] or self.numbers
        if waiting:
            waiting[0].setFocus(reason)

    def _build(self, scores: tuple[Score, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self.sum:
                widget.hide()
                widget.deleteLater()
        self._scores = scores
        self.numbers = [self._line(row, score) for row, score in enumerate(scores)]
        self._rows.addWidget(self.sum, len(scores), 0, 1, 3)
        before = self.before
        for number in self.numbers:
            if before is not None:
                QWidget.setTabOrder(before, number)
            before = number

    def _line(self, row: int, score: Score) -> NumberInput:
        title, most, number = QLabel(wordWrap=True), QLabel(f"/ {score.most}"), NumberInput(0, score.most)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setText(breakable(score.criterion))
        set_tone(most, Tone.QUIET)
        number.setMinimumWidth(letters_wide(number, LETTERS))
        name = N_("%(criterion)s: points of %(most)s")
        self._shell.words(number, {"criterion": score.criterion, "most": score.most}, name=name)
        number.changed.connect(self._on_changed)
        self._rows.addWidget(title, row, 0)
        self._rows.addWidget(number, row, 1)
        self._rows.addWidget(most, row, 2)
        return number

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        points, most = sum(each.value() or 0 for each in self.numbers), sum(each.most for each in self._scores)
        sentence = N_("Sum: %(points)s of %(most)s points (%(percent)s %%)")
        percent = (200 * points + most) // (2 * most) if most else 0
        said = self._shell.say(sentence, points=points, most=most, percent=percent) if most else ""
        self.sum.setText(said)


def score_of(typed: Any) -> Score | None:
    """What `asdict` of a Score made, read back; None for anything else."""
    match typed:
        case {"criterion": str(criterion), "most": int(most), "points": int() | None as points}:
            return Score(criterion, most, points)
    return None
