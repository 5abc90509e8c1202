"""What a person is interested in, and the clubs that go with it (§5.5.5), one button each to take the person in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from operator import attrgetter

from PySide6.QtWidgets import QPushButton, QWidget

from altdesk.domain.fold import fold
from altdesk.domain.interests import SuggestedClub
from altdesk.domain.marking import N_
from altdesk.services import interests
from ui.columns import Column, State, WholeList
from ui.icons import icon
from ui.offers import offer_interests
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, Tone, set_icon, set_look
from ui.widgets.finder import Suggestion
from ui.widgets.flow import Flow
from ui.widgets.parts import Part, Then, button, button_row
from ui.widgets.pick import PickInput
from ui.widgets.short_table import ShortTable
from ui.words import cut

CHIP = 24  # letters of a word that are shown; the rest is in its tip
WITHIN = State("check-circle-outline", N_("Is in it"), Tone.GOOD)
COLUMNS = (
    Column("name", N_("Club"), 200, lambda club: club.name),
    Column("words", N_("Goes with"), 160, lambda club: ", ".join(club.words)),
    Column("member", N_("State"), 110, state=lambda club: WITHIN if club.member else None),
)


class PersonInterests(Part):
    """Below the fields of a person. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("Interests"))
        self._saved = saved
        self._person_id = 0
        self._words: tuple[str, ...] = ()
        self._clubs: list[SuggestedClub] = []
        self.finder = WordInput(shell, partial(offer_interests, shell.desk))
        shell.words(self.finder, name=N_("Add an interest"), placeholder=N_("Add an interest"))
        self._holder = QWidget()
        self._flow = Flow(self._holder)
        self.table = ShortTable(shell, "suggested clubs", COLUMNS, 6)
        shell.words(self.table, name=N_("Clubs that go with the interests"))
        self.join_button = button(shell, N_("Take into the club"), self.join, "account-plus-outline")
        for widget in (self.finder, self._holder, self.table):
            self.column.addWidget(widget)
        self.column.addLayout(button_row((self.join_button,)))
        self.finder.picked.connect(self.add)
        self.table.selection_changed.connect(self._show_possible)
        self.table.activated_id.connect(lambda number: shell.go("body", number))
        shell.words.switched.connect(self._say)
        self.fold_as("person interests")

    def show_person(self, person_id: int) -> None:
        """Show a person's interests and what they suggest today."""
        desk, today = self.shell.desk, date.today()
        self._person_id = person_id

        def load() -> tuple[tuple[str, ...], list[SuggestedClub]]:
            return interests.of_person(desk, person_id), interests.suggested(desk, person_id, today)

        self.shell.work.do(load, self._show, topic=f"interests-{id(self)}")

    def _show(self, found: tuple[tuple[str, ...], list[SuggestedClub]]) -> None:
        self._words, self._clubs = found
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for word in self._words:
            self._flow.addWidget(self._chip(word))
        self._holder.setVisible(bool(self._words))
        self._holder.updateGeometry()
        for each in (self.table, self.join_button):
            each.setVisible(bool(self._clubs))
        clubs = self._clubs
        self.table.show_source(WholeList(lambda _query: clubs, key=attrgetter("body_id")))
        self.say_count(len(self._words) or "")
        self._say()

    def _chip(self, word: str) -> QPushButton:
        chip = QPushButton(cut(word, CHIP).replace("&", "&&"))
        chip.setMinimumHeight(FIELD_HEIGHT - 4)
        set_icon(chip, icon("close", Tone.QUIET))
        set_look(chip, "look", "chip")
        said = self.shell.say(N_("Take out: %(word)s"), word=word)
        chip.setAccessibleName(said)
        chip.setToolTip(said)
        chip.clicked.connect(lambda _checked=False, word=word: self.take_out(word))
        return chip

    def _say(self) -> None:
        say = self.shell.say
        if not self._words:
            self.say_sentence(say(N_("Nothing is said yet. Clubs are suggested by these words.")))
        elif not self._clubs:
            self.say_sentence(say(N_("No club goes with these words.")))
        else:
            self.say_sentence("")
        self._show_possible()

    def _show_possible(self) -> None:
        line = self.table.current_line()
        self.join_button.setEnabled(isinstance(line, SuggestedClub) and not line.member)

    # what the person does

    def add(self, word: str) -> None:
        self._keep((*self._words, word))

    def take_out(self, word: str) -> None:
        self.finder.setFocus()
        self._keep(tuple(each for each in self._words if each != word))

    def join(self) -> None:
        """Let the person into the selected club from today."""
        line, desk, person_id = self.table.current_line(), self.shell.desk, self._person_id
        if isinstance(line, SuggestedClub):
            body_id = line.body_id
            self.table.setFocus()

            def start() -> None:
                self.shell.work.do(lambda: interests.join(desk, body_id, [person_id], date.today()), label=N_("Saving"))

            self._saved(start)

    def _keep(self, words: Sequence[str]) -> None:
        desk, person_id = self.shell.desk, self._person_id

        def start() -> None:
            self.shell.work.do(lambda: interests.save(desk, person_id, words), label=N_("Saving"))

        self._saved(start)


class WordInput(PickInput):
    """Offers words in use, and what is typed as a new one."""

    def __init__(self, shell: Shell, search: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__(shell.work, search, lambda _word: "heart-outline")
        self._shell = shell

    def more(self, text: str) -> list[Suggestion]:
        word = " ".join(text.split())
        known = {fold(suggestion.title) for suggestion in self.offered()}
        if not word or fold(word) in known:
            return []
        return [Suggestion(word, self._shell.say(N_("New word: %(word)s"), word=word))]
