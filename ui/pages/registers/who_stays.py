"""Of every member of last year: stays, leaves, or goes on in another post."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from altdesk.domain.bodies import BodyPost, Stay, Term
from altdesk.domain.marking import N_
from ui.shell import Shell
from ui.theme import GRID, Tone, set_tone
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import button, button_row
from ui.words import breakable, cut

STAYS, LEAVES = "stays", "leaves"  # beside them the id of another post
WORDS = ((STAYS, N_("Stays")), (LEAVES, N_("Leaves")))
LETTERS = 120
LETTERS_OF_CHOICE = 16  # the list that opens is as wide as it needs


class WhoStays(QWidget):
    """A row a member: name and post, and the choice; what was chosen stays chosen while the list is the same."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.choices: dict[int, ChoiceInput] = {}  # by term
        self.stay_button = button(shell, N_("All stay"), partial(self.all_as, STAYS))
        self.leave_button = button(shell, N_("All leave"), partial(self.all_as, LEAVES))
        self._nobody = QLabel(wordWrap=True)
        set_tone(self._nobody, Tone.QUIET)
        shell.words(self._nobody, text=N_("Nobody holds a post before this day."))
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(button_row((self.stay_button, self.leave_button)))
        column.addWidget(self._nobody)
        column.addLayout(self._rows)

    def show_terms(self, terms: Sequence[Term], posts: Sequence[BodyPost]) -> None:
        kept = {number: choice.value() for number, choice in self.choices.items()}
        self.choices.clear()
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, term in enumerate(terms):
            choice = self._choice(term, posts)
            choice.set_value(kept.get(term.id, STAYS))
            choice.changed.connect(self.changed)
            self.choices[term.id] = choice
            self._rows.addWidget(_named(term), row, 0)
            self._rows.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self._nobody.setVisible(not terms)
        for each in (self.stay_button, self.leave_button):
            each.setVisible(bool(terms))

    def forget(self) -> None:
        """Begin anew: everybody stays until something else is said."""
        self.choices.clear()

    def stays(self) -> list[Stay]:
        """Who stays, in which post."""
        said = {number: choice.value() for number, choice in self.choices.items()}
        return [Stay(number, None if value == STAYS else value) for number, value in said.items() if value != LEAVES]

    def leaves(self) -> list[int]:
        """The terms of those who leave."""
        return [number for number, choice in self.choices.items() if choice.value() == LEAVES]

    def all_as(self, value: str) -> None:
        """Say the same of everybody."""
        for choice in self.choices.values():
            choice.set_value(value)

    def tab_from(self, before: QWidget) -> QWidget:
        """Let Tab go through the members after a widget; answers the last of them."""
        for each in (self.stay_button, self.leave_button, *self.choices.values()):
            QWidget.setTabOrder(before, each)
            before = each
        return before

    def _choice(self, term: Term, posts: Sequence[BodyPost]) -> ChoiceInput:
        say = self._shell.say

        def pairs() -> list[tuple[Any, str]]:
            others = [post for post in posts if post.id != term.body_post_id]
            goes_on = [(post.id, say(N_("Goes on as: %(post)s"), post=post.title)) for post in others]
            return [*((key, say(word)) for key, word in WORDS), *goes_on]

        choice = ChoiceInput(pairs)
        choice.setSizeAdjustPolicy(ChoiceInput.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(LETTERS_OF_CHOICE)
        choice.setAccessibleName(f"{term.full_name}, {term.post}")
        self._shell.words.switched.connect(choice.say_again)
        return choice


def _named(term: Term) -> QWidget:
    """The member's name, and quietly below it the post."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for text, tone in ((term.full_name, Tone.PLAIN), (term.post, Tone.QUIET)):
        label = QLabel(wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(breakable(cut(text, LETTERS)))
        set_tone(label, tone)
        column.addWidget(label)
    return holder
