"""Who comes when the year turns: people chosen one after the other, each with a post."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.domain.bodies import BodyPost, Comer
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import PersonKind
from ui.fields import Field, FieldBox, Kind
from ui.offers import add_person, offer_persons, person_name
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import button, button_row
from ui.widgets.shortlist import RowList, ShortRow


class WhoComes(QWidget):
    """A person and a post to choose, and the list of those already chosen; Delete takes one out again."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.comers: list[Comer] = []
        self._rows: list[ShortRow] = []
        self._posts: list[tuple[int, str]] = []
        desk = shell.desk
        person = Field("person", N_("Who comes"), Kind.PERSON, offers=partial(offer_persons, desk),
                       name_of=partial(person_name, desk),
                       add=lambda name: add_person(desk, name, PersonKind.STUDENT))  # fmt: skip
        self.person = FieldBox(person, shell)
        self.post = FieldBox(Field("post", N_("Post"), Kind.CHOICE, choices=self._posts), shell)
        self.add_button = button(shell, N_("Add"), self.add, "plus")
        self.list = RowList()
        shell.words(self.list, name=N_("Who comes"), tip=N_("Delete takes a person out"))
        self.out_button = button(shell, N_("Take out"), self.take_out, "account-remove-outline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.person, self.post):
            column.addWidget(widget)
        column.addLayout(button_row((self.add_button,)))
        column.addWidget(self.list)
        column.addLayout(button_row((self.out_button,)))

    def show_posts(self, posts: Sequence[BodyPost]) -> None:
        """The posts one can come into; the lowest is offered first."""
        self._posts[:] = [(post.id, post.title) for post in posts]
        assert isinstance(self.post.input, ChoiceInput)
        self.post.input.say_again()
        self.post.set_value(self._posts[-1][0] if self._posts else None)
        self._show()

    def forget(self) -> None:
        """Begin anew with nobody."""
        self.comers, self._rows = [], []
        self.person.set_value(None)
        self._show()

    def add(self) -> None:
        """Put the person chosen on the list."""
        try:
            number = self.person.value()
        except Refusal as refusal:
            self.person.refuse(refusal)
            return
        if number is None or not self._posts:
            self.person.refuse(Refusal(N_("Choose a person."), field="person"))
            return
        post_id = self.post.value()
        name = str(self.person.input.typed()[1])
        self.comers.append(Comer(post_id, number))
        self._rows.append(ShortRow(len(self._rows), name, "", dict(self._posts)[post_id]))
        self.person.set_value(None)
        self.person.input.setFocus()
        self._show()

    def take_out(self) -> None:
        at = max(0, self.list.currentRow())
        if at < len(self.comers):
            del self.comers[at], self._rows[at]
            self._show()

    def refuse_half_chosen(self) -> None:
        """Refused while somebody is chosen and not added, who would be forgotten."""
        if self.person.value() is not None:
            raise Refusal(N_("Add this person to those who come, or empty the field."), field="person")

    def tab_from(self, before: QWidget) -> QWidget:
        """Let Tab come here after a widget; answers the last one."""
        for each in (self.person.input, self.post.input, self.add_button, self.list, self.out_button):
            QWidget.setTabOrder(before, each)
            before = each
        return before

    def _show(self) -> None:
        self.list.show_rows(self._rows)
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + 4)
        for each in (self.list, self.out_button):
            each.setVisible(bool(self.comers))
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.take_out()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.list.hasFocus():
            self.add()
        else:
            super().keyPressEvent(event)
