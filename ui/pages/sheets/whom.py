"""For whom a sheet is: the audience of the document, a saved group, or people chosen one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import Group
from ui.fields import Field, FieldBox, Kind
from ui.offers import offer_persons, person_name
from ui.shell import Shell
from ui.widgets.inputs import ChoiceInput


class Who(Enum):
    """Whom a sheet is for."""

    AUDIENCE = "audience"
    GROUP = "group"
    PEOPLE = "people"


WHO = (
    (Who.AUDIENCE, N_("The audience of the document")),
    (Who.GROUP, N_("A saved group")),
    (Who.PEOPLE, N_("Chosen people")),
)


class Whom(QWidget):
    """The choice, and beside it the group or the field that adds a person; tells when it means other people."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._people: dict[int, str] = {}  # chosen by hand
        self._groups: list[tuple[int, str]] = []
        desk = shell.desk
        self.who = FieldBox(Field("who", N_("For whom"), Kind.CHOICE, choices=WHO), shell)
        self.group = FieldBox(Field("group", N_("Group"), Kind.CHOICE, choices=self._groups), shell)
        person = Field("person", N_("Add a person"), Kind.PERSON, offers=partial(offer_persons, desk),
                       name_of=partial(person_name, desk))  # fmt: skip
        self.person = FieldBox(person, shell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for box in (self.who, self.group, self.person):
            column.addWidget(box)
        self.who.changed.connect(self.changed)
        self.group.changed.connect(self.changed)
        self.person.changed.connect(self._person_chosen)

    def start(self, *, chosen: bool) -> None:
        """Begin anew, with people chosen by hand or with the audience."""
        self._people = {}
        self.who.set_value(Who.PEOPLE if chosen else Who.AUDIENCE)
        self.person.set_value(None)

    def know(self, groups: Sequence[Group], people: Mapping[int, str]) -> None:
        """The groups there are, and the people chosen already."""
        self._people = dict(people)
        self._groups[:] = [(group.id, f"{group.name} ({group.size})") for group in groups]
        assert isinstance(self.group.input, ChoiceInput)
        self.group.input.say_again()

    def show_parts(self) -> None:
        """Show what the choice asks for."""
        who = self.who.value()
        self.group.setVisible(who is Who.GROUP)
        self.person.setVisible(who is Who.PEOPLE)

    def group_id(self) -> int | None:
        chosen = self.group.input.value() if self.who.value() is Who.GROUP else None
        return chosen if isinstance(chosen, int) else None

    def people(self) -> list[int] | None:
        return list(self._people) if self.who.value() is Who.PEOPLE else None

    def choose(self, people: Mapping[int, str]) -> None:
        """Mean these people and nobody else."""
        self._people = dict(people)
        self.who.set_value(Who.PEOPLE)

    def _person_chosen(self) -> None:
        try:
            number = self.person.input.value()
        except Refusal:
            return
        if isinstance(number, int):
            self._people[number] = str(self.person.input.typed()[1])
            self.person.set_value(None)
            self.changed.emit()
