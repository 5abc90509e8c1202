"""Welcome: the first start. The language, the organisation, and how to begin, on one page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from altdesk.desk import Changed
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.organisation import Organisation
from altdesk.services import organisation
from altdesk.settings import S
from ui.fields import Field, FieldBox
from ui.page import Page
from ui.shell import Shell
from ui.starting import load_starter
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.cards import ChoiceCard
from ui.widgets.twins import offer_russian

LANGUAGE_NAMES = (("kk", "Қазақша"), ("ru", "Русский"), ("en", "English"))

FIELDS = (
    (Field("name", N_("Organisation")),),
    (Field("name_ru", N_("Organisation, for papers in Russian"), russian_of="name"),),
    (Field("department", N_("Department")), Field("city", N_("City"), letters=14)),
    (Field("department_ru", N_("Department, for papers in Russian"), russian_of="department"),),
)
SIGNATORIES = (
    (Field("secretary_post", N_("Secretary: post")), Field("secretary", N_("Secretary: full name"))),
    (Field("director_post", N_("Director: post")), Field("director", N_("Director: full name"))),
    (Field("approver_post", N_("Who approves: post")), Field("approver", N_("Who approves: full name"))),
)


class WelcomePage(Page):
    """Shown by itself while the desk is new."""

    key = "welcome"
    title = N_("Welcome")
    shows = frozenset({"setting"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.boxes: dict[str, FieldBox] = {}
        self.languages: dict[str, QRadioButton] = {}
        self._kept = Organisation()
        self._leaving = False
        self.head.show_state(lambda say: say(N_("Fill in what you know. All of it can be changed later in Settings.")))
        self.sample = self._card("school-outline", N_("Start with sample data"), _SAMPLE, self._fill)
        self.bring = self._card("table-arrow-down", N_("Import people from Excel"), _IMPORT, self._import)
        self.plain = self._card("notebook-outline", N_("Start empty"), _EMPTY, self._begin_empty)
        self.starter = self._card("file-table-outline", N_("Load the starter set"), _STARTER, self._start)
        self.cards = (self.sample, self.starter, self.bring, self.plain)
        self._lay_out()

    # what the window asks

    def refresh(self) -> None:
        desk = self.shell.desk
        self.shell.work.do(lambda: organisation.get(desk), self._show, topic="welcome")

    def leave(self, then: Callable[[], None]) -> None:
        """Keep what is typed, also when no way to begin was chosen."""
        self._keep(self._typed(), lambda _changed: then(), then)

    def save(self) -> None:
        self._keep(self._typed(), lambda _changed: None, lambda: None)

    def focus_list(self) -> None:
        self.boxes["name"].input.setFocus(Qt.FocusReason.OtherFocusReason)

    # the ways to begin

    def _begin_empty(self) -> None:
        self._begin("people")

    def _import(self) -> None:
        self._begin("import")

    def _start(self) -> None:
        """The documents and tables of the work instruction; people come later."""
        self._set_busy(busy=True)

        def loaded() -> None:
            self._set_busy(busy=False)
            self.shell.go("documents", None)

        def failed(refusal: Refusal) -> None:
            self._set_busy(busy=False)
            self.shell.messages.refuse(refusal)

        def load(_changed: object = None) -> None:
            load_starter(self.shell, loaded, failed)

        self._keep(replace(self._typed(), welcomed=True), load, load)

    def _begin(self, page: str) -> None:
        self._keep(replace(self._typed(), welcomed=True), lambda _changed: self.shell.go(page, None))

    def _fill(self) -> None:
        desk, typed = self.shell.desk, self._typed()
        self._set_busy(busy=True)

        def fill() -> tuple[int, int]:
            from altdesk.services import demo

            if typed != organisation.get(desk):
                organisation.save(desk, typed)
            filled = demo.fill(desk)
            return filled.people, filled.documents

        def done(filled: tuple[int, int]) -> None:
            self._set_busy(busy=False)
            self._kept = self._typed()
            self.shell.go("today", None)
            made = N_("The sample data is here: %(people)d people, %(documents)d documents.")
            self.shell.messages.tell(made, people=filled[0], documents=filled[1])

        def failed(refusal: Refusal) -> None:
            self._set_busy(busy=False)
            self.shell.messages.refuse(refusal)

        self.shell.work.do(fill, done, failed, label=N_("Filling in the sample data"))

    def _set_busy(self, *, busy: bool) -> None:
        for card in self.cards:
            card.setEnabled(not busy)
        self._busy.setVisible(busy)

    # the organisation

    def _typed(self) -> Organisation:
        return replace(self._kept, **{key: box.value().strip() for key, box in self.boxes.items()})

    def _show(self, kept: Organisation) -> None:
        typed = self._typed()
        self._kept, before = kept, self._kept
        for key, box in self.boxes.items():
            if getattr(typed, key) == getattr(before, key):  # what is being typed stays
                box.set_value(getattr(kept, key))

    def _keep(
        self, wanted: Organisation, then: Callable[[Changed], None], same: Callable[[], None] | None = None
    ) -> None:
        desk = self.shell.desk
        if wanted == self._kept and same is not None:
            same()
            return

        def kept(changed: Changed) -> None:
            self._kept = wanted
            then(changed)

        self.shell.work.do(lambda: organisation.save(desk, wanted), kept, label=N_("Saving"))

    # building

    def _lay_out(self) -> None:
        form = QWidget()
        form.setObjectName("panel")
        column = QVBoxLayout(form)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addLayout(self._language_row())
        for line in FIELDS:
            column.addLayout(self._line(line))
        column.addWidget(self._heading(N_("Who signs the papers")))
        column.addWidget(self._hint(N_("These names stand on the printed papers.")))
        for line in SIGNATORIES:
            column.addLayout(self._line(line))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(_scrolling(form), 58)
        row.addWidget(_scrolling(self._choices()), 42)
        self.column.addLayout(row, 1)

    def _choices(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addWidget(self._heading(N_("How would you like to begin?")))
        for card in self.cards:
            column.addWidget(card)
        self._busy = self._busy_line()
        column.addWidget(self._busy)
        column.addStretch(1)
        return side

    def _busy_line(self) -> QWidget:
        line, text, bar = QWidget(), QLabel(wordWrap=True), QProgressBar(textVisible=False)
        self.shell.words(text, text=N_("Filling in the sample data. This takes a few seconds."))
        self.shell.words(bar, name=N_("Progress"))
        bar.setRange(0, 0)
        bar.setFixedHeight(6)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text)
        column.addWidget(bar)
        line.hide()
        return line

    def _language_row(self) -> QVBoxLayout:
        label, row, group = QLabel(), QHBoxLayout(), QButtonGroup(self)
        self.shell.words(label, text=N_("Language of the program"))
        row.setSpacing(3 * GRID)
        for language, name in LANGUAGE_NAMES:
            button = QRadioButton(name)
            button.setAccessibleName(name)
            button.setChecked(language == self.shell.say.language)
            button.clicked.connect(lambda _on=False, chosen=language: self._speak(chosen))
            group.addButton(button)
            self.languages[language] = button
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        return column

    def _speak(self, language: str) -> None:
        self.shell.settings.set(S.language, language)
        self.shell.dress()
        if self.shell.say.language != language:  # the program was started in another language than the kept one
            self.shell.say.switch(language)

    def _line(self, fields: tuple[Field, ...]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        for declared in fields:
            box = FieldBox(declared, self.shell)
            self.boxes[declared.key] = box
            for label in box.findChildren(QLabel):
                label.setWordWrap(True)
            line.addWidget(box, 0 if declared.letters else 1)
            if declared.russian_of:
                offer_russian(self.boxes[declared.russian_of].input, box.input)
        return line

    def _heading(self, text: str) -> QLabel:
        label = QLabel(wordWrap=True)
        set_type(label, SECTION_POINTS, SEMIBOLD)
        self.shell.words(label, text=text)
        return label

    def _hint(self, text: str) -> QLabel:
        label = QLabel(wordWrap=True)
        set_tone(label, Tone.QUIET)
        self.shell.words(label, text=text)
        return label

    def _card(self, icon: str, title: str, text: str, act: Callable[[], None]) -> ChoiceCard:
        card = ChoiceCard(self.shell.words, icon, title, text)
        card.clicked.connect(act)
        return card


def _scrolling(inner: QWidget) -> QScrollArea:
    """The widget, scrolled upwards and downwards where the window is low."""
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inner)
    return scroll


_SAMPLE = N_("A department with invented people, documents and sheets, to look around in.")
_STARTER = N_("The documents, norms and tables of the work instruction, to begin your own desk with.")
_IMPORT = N_("Take your staff list from a file. You see everything before it is kept.")
_EMPTY = N_("Type people and documents yourself.")
