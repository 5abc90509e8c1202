"""Settings: the window's language and looks, the organisation and its signatories, and where the desk lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from altdesk.domain.marking import N_
from altdesk.domain.organisation import Organisation
from altdesk.domain.risk_scale import USUAL_SCALES
from altdesk.domain.rules import NUMBERING_NAMES, TIE_NAMES, VERB_NAMES, Rules
from altdesk.services import organisation, rules
from altdesk.settings import S, Setting
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.page import Page
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, TEXT_SIZES, Tone, set_look, set_tone, set_type
from ui.widgets.copied import CopiedLabel
from ui.widgets.inputs import ChoiceInput
from ui.widgets.protection import Protection
from ui.widgets.segments import Part, Segments

LANGUAGE_NAMES = (("kk", "Қазақша"), ("ru", "Русский"), ("en", "English"))  # each in its own words, never translated
THEME_NAMES = (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))
RUSSIAN = N_("Printed on Russian papers. Left empty, the Kazakh name is printed there.")
ORGANISATION_FIELDS = (
    Field("name", N_("Name of the organisation"), hint=N_("As it stands on papers.")),
    Field("name_ru", N_("Name of the organisation in Russian"), hint=RUSSIAN, russian_of="name"),
    Field("department", N_("Department")),
    Field("department_ru", N_("Department in Russian"), russian_of="department"),
    Field("city", N_("City"), letters=24),
    Field("secretary_post", N_("Post of the secretary"), section=N_("Signatories")),
    Field("secretary_post_ru", N_("Post of the secretary in Russian"), russian_of="secretary_post"),
    Field("secretary", N_("Secretary"), hint=N_("Initials and surname, as it is signed.")),
    Field("director_post", N_("Post of the director")),
    Field("director_post_ru", N_("Post of the director in Russian"), russian_of="director_post"),
    Field("director", N_("Director")),
    Field("approver_post", N_("Post of the one who approves")),
    Field("approver_post_ru", N_("Post of the one who approves in Russian"), russian_of="approver_post"),
    Field("approver", N_("The one who approves")),
    Field("rector_post", N_("Post of the head of the organisation")),
    Field("rector_post_ru", N_("Post of the head of the organisation in Russian"), russian_of="rector_post"),
    Field("rector", N_("Head of the organisation")),
)
RULES_FIELDS = (
    Field("year_starts_day", N_("The academic year begins on day"), Kind.NUMBER, letters=6, least=1, most=31),
    Field("year_starts_month", N_("of month"), Kind.NUMBER, letters=6, least=1, most=12, beside=True),
    Field("minutes_numbering", N_("Minutes are numbered within"), Kind.CHOICE,
          choices=tuple(NUMBERING_NAMES.items()), section=N_("Minutes")),
    Field("tie_rule", N_("When as many are for as against"), Kind.CHOICE, choices=tuple(TIE_NAMES.items())),
    Field("resolved_verb", N_("The word over the decisions"), Kind.CHOICE, choices=tuple(VERB_NAMES.items())),
    Field("risk_steps", N_("Steps of likelihood and impact"), Kind.CHOICE, choices=[(n, str(n)) for n in USUAL_SCALES],
          section=N_("Risks"), hint=N_("Assessments made before keep the level they were given.")),
    Field("risk_medium_from", N_("Medium from the product"), Kind.NUMBER, letters=6, least=2, most=25),
    Field("risk_high_from", N_("High from the product"), Kind.NUMBER, letters=6, least=2, most=25, beside=True),
)  # fmt: skip
ONLY = 1  # there is one organisation, and one set of rules
SECTIONS: tuple[Part, ...] = (
    ("organisation", N_("Organisation"), "domain"),
    ("rules", N_("Working rules"), "cog-outline"),
    ("protection", N_("Protection"), "lock-outline"),
)


class SettingsPage(Page):
    """What is chosen once."""

    key = "settings"
    title = N_("Settings")
    shows = frozenset({"setting"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head.show_state(lambda say: say(N_("Changes here hold at once.")))
        self.editors = {
            "organisation": Editor(shell, organisation_record(shell), closable=False),
            "rules": Editor(shell, rules_record(shell), closable=False),
        }
        self.editor = self.editors["organisation"]
        self.protection = Protection(shell)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 3 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._window_side(), 2)
        row.addWidget(_card(self._desk_side()), 3)
        self.column.addLayout(row, 1)

    def refresh(self) -> None:
        for editor in self.editors.values():
            if editor.active:
                editor.refresh()
            else:
                editor.open(ONLY)

    def show_section(self, key: str) -> None:
        """Show another part of what is kept for the desk; what is typed in the one shown is saved first."""

        def enter() -> None:
            self.editor = self.editors.get(key, self.editor)
            self.stack.setCurrentWidget(self.editors.get(key, self.protection))
            self.protection.refresh()
            self.segments.mark(key)

        self.editor.leave(enter)

    def leave(self, then: Callable[[], None]) -> None:
        self.editor.leave(then)

    def save(self) -> None:
        self.editor.commit()

    def focus_list(self) -> None:
        self.language.setFocus()

    def _desk_side(self) -> QWidget:
        self.segments = Segments(self.shell.words, N_("Settings of the desk"), SECTIONS, "organisation")
        self.segments.chosen.connect(self.show_section)
        self.stack = QStackedWidget()
        for editor in self.editors.values():
            self.stack.addWidget(editor)
        self.stack.addWidget(self.protection)
        side, head = QWidget(), QHBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        head.addWidget(self.segments)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        return side

    def _window_side(self) -> QWidget:
        words = self.shell.words
        self.language = self._choice(S.language, lambda: LANGUAGE_NAMES)
        self.theme = self._choice(S.theme, lambda: [(key, words.say(name)) for key, name in THEME_NAMES])
        self.text_size = self._choice(S.text_size, lambda: [(size, f"{size} %") for size in TEXT_SIZES])
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(4)
        column.addWidget(self._heading(N_("Window")))
        for label, choice in (
            (N_("Language"), self.language),
            (N_("Colours"), self.theme),
            (N_("Size of the text"), self.text_size),
        ):
            column.addWidget(self._label(label, choice))
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._heading(N_("Desk")))
        for widget in self._place():
            column.addWidget(
                widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
            )
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setObjectName("panel")
        scroll.setWidget(side)
        return _card(scroll)

    def _choice(self, setting: Setting[Any], choices: Callable[[], Sequence[tuple[Any, str]]]) -> ChoiceInput:
        choice = ChoiceInput(choices)
        value = self.shell.say.language if setting is S.language else self.shell.settings.get(setting)
        choice.set_value(value)
        choice.setMinimumWidth(200)
        self.shell.words.switched.connect(choice.say_again)

        def chosen() -> None:
            self.shell.settings.set(setting, choice.value())
            self.shell.dress()

        choice.changed.connect(chosen)
        return choice

    def _heading(self, text: str) -> QLabel:
        label = QLabel()
        set_type(label, SECTION_POINTS, SEMIBOLD)
        label.setContentsMargins(0, GRID, 0, GRID // 2)
        self.shell.words(label, text=text)
        return label

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel()
        label.setBuddy(buddy)
        label.setContentsMargins(0, GRID // 2, 0, 0)
        self.shell.words(label, text=text)
        self.shell.words(buddy, name=text)
        return label

    def _place(self) -> Sequence[QWidget]:
        said, where, button = QLabel(wordWrap=True), CopiedLabel(self.shell.words), QPushButton()
        self.shell.words(
            said,
            text=N_(
                "Everything you enter lies in this folder. Copies for a stick are made on the page “Backup copies”."
            ),
        )
        set_tone(said, Tone.QUIET)
        folder = str(self.shell.folders.data)
        where.show_text(folder)
        self.shell.words(button, text=N_("Open the folder"), name=N_("Open the folder of the desk"))
        set_look(button, "look", "quiet")
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        return said, where, button


def organisation_record(shell: Shell) -> Record:
    """The organisation as something an editor edits."""
    desk = shell.desk
    return Record(
        kind="organisation",
        new_title=N_("Organisation"),
        fields=ORGANISATION_FIELDS,
        blank=Organisation,
        get=lambda _only: organisation.get(desk),
        add=lambda draft: organisation.save(desk, draft),
        save=lambda _only, draft: organisation.save(desk, draft),
        title=lambda _record: "",
    )


def rules_record(shell: Shell) -> Record:
    """The rules of the desk as something an editor edits."""
    desk = shell.desk
    return Record(
        kind="rules",
        new_title=N_("Working rules"),
        fields=RULES_FIELDS,
        blank=Rules,
        get=lambda _only: rules.get(desk),
        add=lambda draft: rules.save(desk, draft),
        save=lambda _only, draft: rules.save(desk, draft),
        title=lambda _record: "",
    )


def _card(inside: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(inside)
    return card
