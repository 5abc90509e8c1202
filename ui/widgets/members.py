"""The members of a saved group: who belongs by the rule as it is typed, people put in and taken out by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel

from altdesk.desk import Changed
from altdesk.domain.marking import N_
from altdesk.domain.people import Group, GroupRule
from altdesk.services import audiences, groups, people
from ui.columns import Column, State
from ui.offers import offer_persons
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.finder import Suggestion
from ui.widgets.parts import Part, Then, button, button_row
from ui.widgets.pick import PickInput
from ui.widgets.short_table import FoundPeople, ShortTable

WAIT_MS = 250
BY_HAND = State("hand-back-right-outline", N_("By hand"))
BY_RULE = State("filter-outline", N_("By rule"), Tone.QUIET)
Rule = Callable[[], GroupRule]


class Members(Part):
    """Below a group's fields. `saved(then)` saves the fields first; `group_id()` then knows the group."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None], group_id: Callable[[], int | None]) -> None:
        super().__init__(shell, N_("Members"))
        self._saved, self._group_id = saved, group_id
        self._kept = Group(0, "")
        self._rule: Rule = GroupRule
        columns = (
            Column("name", N_("Full name"), 210, lambda person: person.full_name),
            Column("post", N_("Post"), 130, lambda person: person.post),
            Column("how", N_("Why"), 100, state=lambda person: BY_HAND if person.id in self._kept.added else BY_RULE),
        )
        self.table = ShortTable(shell, "group members", columns, 8)
        shell.words(self.table, name=N_("Members"))
        self.finder = PickInput(shell.work, partial(_by_name, shell), lambda _id: "account-outline")
        shell.words(self.finder, name=N_("Add a person by hand"), placeholder=N_("Add by name"))
        self.out_button = button(shell, N_("Take out"), self.take_out, "account-remove-outline")
        self.gone_label = QLabel(wordWrap=True)
        shell.words(self.gone_label, text=N_("Taken out by hand"))
        self.gone = ShortTable(shell, "group taken out", columns[:2], 4)
        shell.words(self.gone, name=N_("Taken out by hand"))
        self.back_button = button(shell, N_("Put back"), self.put_back, "account-arrow-left-outline")
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.look)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        add = QHBoxLayout()
        add.setSpacing(GRID)
        add.addWidget(self.finder, 1)
        add.addWidget(self.out_button)
        self.column.addLayout(add)
        for widget in (self.table, self.gone_label, self.gone):
            self.column.addWidget(widget)
        self.column.addLayout(button_row((self.back_button,)))

    def _connect(self) -> None:
        self.finder.picked.connect(lambda number: self._change(groups.put_in, [number]))
        for table, act in ((self.table, self.take_out), (self.gone, self.put_back)):
            table.selection_changed.connect(self._show_possible)
            table.delete_wanted.connect(act)
            table.activated_id.connect(lambda number: self.shell.go("person", number))
        self.table.insert_wanted.connect(self.finder.setFocus)
        self.table.rows.loaded.connect(self._say)
        self.shell.words.switched.connect(self._say)

    def show_group(self, kept: Group, rule: Rule) -> None:
        """Show a group; `rule` answers, in the desk's room, the rule as it is typed now."""
        self._kept, self._rule = kept, rule
        self.table.clearSelection()
        self.look()

    def use_rule(self, rule: Rule) -> None:
        """The rule is being typed: show soon who that would be."""
        self._rule = rule
        self._soon.start()

    def look(self) -> None:
        desk, kept, rule = self.shell.desk, self._kept, self._rule

        def find() -> Sequence[int]:
            return audiences.members(desk, rule(), kept.added, kept.removed)

        self.table.show_source(FoundPeople(desk, find))
        for widget in (self.gone_label, self.gone, self.back_button):
            widget.setVisible(bool(kept.removed))
        if kept.removed:
            self.shell.work.do(
                partial(people.lines, desk, kept.removed), self.gone.show_lines, topic=f"gone-{id(self)}"
            )

    def _say(self) -> None:
        say, count = self.shell.say, self.table.rows.count
        self.table.setVisible(count > 0)
        if count:
            self.say_sentence(say.plural("%(n)d person belongs to it.", "%(n)d people belong to it.", count))
        else:
            self.say_sentence(say(N_("Nobody yet. Choose a rule above, or add people by name.")), Tone.WAIT)
        self._show_possible()

    def _show_possible(self) -> None:
        self.out_button.setEnabled(self.table.selected_count() > 0)
        self.back_button.setEnabled(self.gone.selected_count() > 0)

    def take_out(self) -> None:
        self.table.setFocus()
        self._change(groups.take_out, self.table.selected_ids())

    def put_back(self) -> None:
        self.table.setFocus()
        self._change(groups.put_in, self.gone.selected_ids())

    def _change(self, verb: Callable[..., Changed], chosen: Sequence[int]) -> None:
        desk = self.shell.desk

        def start() -> None:
            number = self._group_id()
            if number is not None:
                self.shell.work.do(partial(verb, desk, number, chosen), label=N_("Saving"))

        if chosen:
            self._saved(start)


def _by_name(shell: Shell, text: str) -> list[Suggestion]:
    return offer_persons(shell.desk, text) if text.strip() else []
