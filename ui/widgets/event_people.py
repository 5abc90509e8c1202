"""The people of the register at an event: added by name, by body or by group; what each did, and with what result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QSizePolicy

from altdesk.desk import Changed, Desk
from altdesk.domain.events import PART_ROLE_NAMES, PartDraft, Participant, PartRole
from altdesk.domain.marking import N_
from altdesk.services import bodies, groups, participants
from ui.columns import Column
from ui.fields import Field, Kind
from ui.offers import holding, offer_persons
from ui.shell import Shell
from ui.widgets.finder import Suggestion
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import Part, SmallForm, Then, button, button_row
from ui.widgets.pick import PickInput
from ui.widgets.short_table import ShortTable

ICONS = {"person": "account-outline", "body": "account-tie-outline", "group": "account-multiple-outline"}
ADDS: dict[str, Callable[..., Changed]] = {
    "person": lambda desk, event_id, number, role: participants.add(desk, event_id, [number], role),
    "body": participants.add_body,
    "group": participants.add_group,
}
ROLES = tuple((role, word) for role, word in PART_ROLE_NAMES.items())


class EventPeople(Part):
    """Below an event's fields. `saved(then)` saves what is typed in them first; `printed()` shows the list on paper."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None], printed: Then) -> None:
        super().__init__(shell, N_("Participants"))
        self._saved = saved
        self._event_id: int | None = None
        self.finder = PickInput(shell.work, partial(offers, shell.desk), lambda value: ICONS[value[0]])
        shell.words(self.finder, name=N_("Add a participant"), placeholder=N_("A name, a body or a group"))
        self.role = ChoiceInput(lambda: [(role, shell.say(word)) for role, word in ROLES])
        self.role.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        shell.words(self.role, name=N_("Part taken"))
        shell.words.switched.connect(self.role.say_again)
        columns = (
            Column("name", N_("Full name"), 200, lambda each: each.full_name),
            Column("role", N_("Part taken"), 110, lambda each: shell.say(PART_ROLE_NAMES[each.role])),
            Column("result", N_("Result"), 120, lambda each: each.result),
        )
        self.table = ShortTable(shell, "event people", columns, 8)
        shell.words(self.table, name=N_("Participants"))
        self.change_button = button(shell, N_("Part and result…"), self.ask, "pencil-outline")
        self.remove_button = button(shell, N_("Remove"), self.remove, "account-remove-outline")
        self.print_button = button(shell, N_("Print the list"), printed, "printer-outline")
        fields = (
            Field("role", N_("Part taken"), Kind.CHOICE, letters=16, choices=ROLES),
            Field("result", N_("Result"), letters=30),
        )
        self.form = SmallForm(shell, fields)
        self.column.addWidget(self.finder)
        self.column.addLayout(button_row((self.role,)))
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.change_button, self.remove_button, self.print_button)))
        self.column.addWidget(self.form)
        self._connect()

    def _connect(self) -> None:
        self.finder.picked.connect(self.add)
        self.table.selection_changed.connect(self._show_possible)
        self.table.activated_id.connect(lambda _id: self.ask())
        self.table.insert_wanted.connect(self.finder.setFocus)
        self.table.delete_wanted.connect(self.remove)
        self.shell.words.switched.connect(self._say)

    def show_record(self, event_id: int) -> None:
        """Show who took part in an event."""
        if self._event_id != event_id:
            self.table.clearSelection()
            self.form.hide()
        self._event_id = event_id
        desk = self.shell.desk
        self.shell.work.do(lambda: participants.of(desk, event_id), self._show, topic=f"event-people-{id(self)}")

    def add(self, chosen: tuple[str, int]) -> None:
        """Put a person, or those of a body or a group, on the list."""
        number, desk, role = self._event_id, self.shell.desk, self.role.value()
        if number is not None:
            kind, chosen_id = chosen
            self._do(partial(ADDS[kind], desk, number, chosen_id, role))

    def ask(self) -> None:
        """What the selected one did, and with what result."""
        known = self.table.current_line()
        if isinstance(known, Participant):
            save = partial(self._save, known.id)
            self.form.open_form(N_("Save"), save, role=known.role, result=known.result)

    def _save(self, participant_id: int, values: dict[str, Any]) -> None:
        desk, draft = self.shell.desk, PartDraft(PartRole(values["role"]), values["result"])
        self._do(partial(participants.save, desk, participant_id, draft), self.form.close_form)

    def remove(self) -> None:
        """Take the selected ones off the list; undo puts them back."""
        if chosen := self.table.selected_ids():
            self._do(partial(participants.remove, self.shell.desk, chosen))

    def _do(self, verb: Callable[[], Changed], then: Then | None = None) -> None:
        def done(_changed: Changed) -> None:
            if then is not None:
                then()
            if self._event_id is not None:
                self.show_record(self._event_id)

        def start() -> None:
            self.shell.work.do(verb, done, self.form.refuse, label=N_("Saving"))

        self._saved(start)

    def _show(self, found: Sequence[Participant]) -> None:
        self.table.show_lines(found)
        self.table.setVisible(bool(found))
        self.say_count(len(found) or "")
        self._say()
        self._show_possible()

    def _say(self) -> None:
        nobody = self.shell.say(N_("Nobody of the register is named here yet."))
        self.say_sentence(nobody if self.table.isHidden() else "")

    def _show_possible(self) -> None:
        there = not self.table.isHidden()
        for each in (self.change_button, self.remove_button, self.print_button):
            each.setVisible(there)
        self.change_button.setEnabled(self.table.selected_count() == 1)
        self.remove_button.setEnabled(self.table.selected_count() > 0)


def offers(desk: Desk, text: str) -> list[Suggestion]:
    """People by any part of a name, then bodies and saved groups; nothing while nothing is typed."""
    if not text.strip():
        return []
    many: list[tuple[str, dict[str, int]]] = [
        ("body", {each.name: each.id for each in bodies.all_bodies(desk)}),
        ("group", {each.name: each.id for each in groups.all_groups(desk)}),
    ]
    whole = [Suggestion((kind, known[each.title]), each.title) for kind, known in many for each in holding(text, known)]
    people = [Suggestion(("person", each.value), each.title, each.subtitle) for each in offer_persons(desk, text)]
    return [*people, *whole]
