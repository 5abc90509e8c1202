"""Fields: what an editor is declared of, and the box that shows one with its label, hint and refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, ICON_SIZE, Tone, set_look, set_tone
from ui.widgets.dates import DateInput
from ui.widgets.finder import CompletedInput, PersonInput, Suggestion
from ui.widgets.inputs import ChoiceInput, LineInput, LongInput, NumberInput, RoomyInput, letters_wide
from ui.widgets.phrased import PhrasedInput


class Kind(Enum):
    TEXT = "text"
    LONG = "long"
    ROOMY = "roomy"  # long text that takes the height there is
    PHRASED = "phrased"  # long text with phrases to insert by a short key
    DATE = "date"
    CHOICE = "choice"
    NUMBER = "number"
    PERSON = "person"
    COMPLETED = "completed"


@dataclass(frozen=True)
class Field:
    """One field of an editor. `key` is the attribute of the record's draft.

    `letters` says how wide it is (0: all there is); `beside` puts it on the line of the field before. A choice has
    `choices` (value → marked word). A completed field has `offers(text)`, a person field too, with `name_of(id)` and,
    to make a person in place, `add(name) -> id`; these run in the desk's room.
    """

    key: str
    label: str
    kind: Kind = Kind.TEXT
    hint: str = ""
    letters: int = 0
    beside: bool = False
    section: str = ""  # a heading above it
    folds: str = ""  # the heading folds what is below it until the next one, remembered under this key
    choices: Sequence[tuple[Any, str]] = ()
    least: int = 0
    most: int = 9999
    russian_of: str = ""  # the key of the field of the same name in Kazakh; of a known one the Russian is offered
    offers: Callable[[str], Sequence[Suggestion]] | None = None
    name_of: Callable[[int], str] | None = None
    add: Callable[[str], int] | None = None
    make: Callable[[Shell], AnyInput] | None = None  # an input of the page's own, in place of the kind's


AnyInput: TypeAlias = Any  # a widget that is an Input of ui.widgets.inputs


def make_input(field: Field, shell: Shell) -> AnyInput:
    """The input of a declared field."""
    if field.make is not None:
        return field.make(shell)
    offers = field.offers or (lambda _text: [])
    match field.kind:
        case Kind.LONG:
            return LongInput()
        case Kind.ROOMY:
            return RoomyInput()
        case Kind.PHRASED:
            return PhrasedInput(shell.work, shell.words, offers)
        case Kind.DATE:
            return DateInput(shell.words)
        case Kind.CHOICE:
            made = ChoiceInput(lambda: [(value, shell.say(word)) for value, word in field.choices])
            shell.words.switched.connect(made.say_again)
            return made
        case Kind.NUMBER:
            return NumberInput(field.least, field.most)
        case Kind.COMPLETED:
            return CompletedInput(shell.work, offers)
        case Kind.PERSON:
            return PersonInput(shell.work, shell.words, offers, field.name_of or str, field.add)
    return LineInput()


class FieldBox(QWidget):
    """A field on screen: label above, hint below, refusal below that."""

    changed = Signal()
    open_wanted = Signal(str, int)  # kind and id of the record that a refusal speaks of

    def __init__(self, field: Field, shell: Shell) -> None:
        super().__init__()
        self.field = field
        self._shell = shell
        self._refusal: Refusal | None = None
        self.input = make_input(field, shell)
        self.input.setObjectName(field.key)
        label = QLabel(wordWrap=field.kind in {Kind.LONG, Kind.ROOMY})  # it has the whole width, and gives way with it
        label.setBuddy(self.input)
        shell.words(label, text=field.label)
        shell.words(self.input, name=field.label)
        self._fit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        rest = 0 if field.kind is Kind.ROOMY else 1  # of the height stays empty below the field
        side = Qt.AlignmentFlag.AlignLeft if field.letters else Qt.AlignmentFlag(0)
        column.addWidget(self.input, 1 - rest, side)
        if field.hint:
            hint = QLabel(wordWrap=True)
            set_tone(hint, Tone.QUIET)
            shell.words(hint, text=field.hint)
            shell.words(self.input, about=field.hint)
            column.addWidget(hint)
        self._mark, self._said = QLabel(), QLabel(wordWrap=True)
        column.addWidget(self._refusal_line())
        column.addStretch(rest)
        self.input.changed.connect(self._on_changed)
        shell.words.switched.connect(self._say)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "input"):
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As wide as what goes in; a choice is as wide as its longest word anyway."""
        if self.field.letters and not isinstance(self.input, ChoiceInput):
            self.input.setFixedWidth(letters_wide(self.input, self.field.letters))

    def value(self) -> Any:
        """The value meant. Raises Refusal with this field's key."""
        try:
            return self.input.value()
        except Refusal as refusal:
            raise Refusal(refusal.message, field=self.field.key, **refusal.values) from None

    def set_value(self, value: Any) -> None:
        self.refuse(None)
        self.input.set_value(value)

    def refuse(self, refusal: Refusal | None) -> None:
        """Say below the field why it is refused, or take that away."""
        self._refusal = refusal
        self._say()
        self._line.setVisible(refusal is not None)
        self.open_button.setVisible(refusal is not None and "opens" in refusal.values)

    @property
    def refusal_text(self) -> str:
        return self._said.text() if self._refusal else ""

    def _refusal_line(self) -> QWidget:
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        self._mark.setPixmap(pixmap("alert-circle", Tone.BAD, ICON_SIZE - 2, self.devicePixelRatioF()))
        set_tone(self._said, Tone.BAD)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._said, 1)
        self.open_button = QPushButton(autoDefault=False)
        set_look(self.open_button, "look", "quiet")
        self._shell.words(self.open_button, text=N_("Open it"), name=N_("Open the record that is there already"))
        self.open_button.clicked.connect(self._open)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self._line.hide()
        return self._line

    def _open(self) -> None:
        match self._refusal.values.get("opens") if self._refusal else None:
            case (str(kind), int(record_id)):
                self.open_wanted.emit(kind, record_id)

    def _on_changed(self) -> None:
        if self._refusal is not None:
            self.refuse(None)
        self.changed.emit()

    def _say(self) -> None:
        said = self._shell.say.refusal(self._refusal) if self._refusal else ""
        self._said.setText(said)
        if said:
            self.input.setAccessibleDescription(said)
