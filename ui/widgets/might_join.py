"""Who might join a club: people whose interests go with its words (§5.5.5), taken in with one button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from altdesk.domain.bodies import CLUB_KINDS, Body
from altdesk.domain.interests import Candidate
from altdesk.domain.marking import N_
from altdesk.services import interests
from ui.columns import Column
from ui.shell import Shell
from ui.widgets.parts import Part, button, button_row
from ui.widgets.short_table import ShortTable

COLUMNS = (
    Column("name", N_("Full name"), 210, lambda person: person.full_name),
    Column("group", N_("Group"), 90, lambda person: person.group),
    Column("words", N_("Interests"), 180, lambda person: ", ".join(person.words)),
)


class MightJoin(Part):
    """Below the members of a club."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("Who might join"))
        self._body: Body | None = None
        self._count = 0
        self.table = ShortTable(shell, "might join", COLUMNS, 8)
        shell.words(self.table, name=N_("Who might join"))
        self.join_button = button(shell, N_("Take into the club"), self.join, "account-plus-outline")
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.join_button,)))
        self.table.selection_changed.connect(self._show_possible)
        self.table.activated_id.connect(lambda number: shell.go("person", number))
        shell.words.switched.connect(self._say)

    def show_body(self, body: Body) -> None:
        """Show it for a club; other bodies have none."""
        self.setVisible(body.kind in CLUB_KINDS)
        self._body = body
        desk, today = self.shell.desk, date.today()
        if body.kind in CLUB_KINDS:
            self.shell.work.do(
                lambda: interests.might_join(desk, body.id, today), self._show, topic=f"might-join-{id(self)}"
            )

    def _show(self, found: Sequence[Candidate]) -> None:
        self._count = len(found)
        for each in (self.table, self.join_button):
            each.setVisible(bool(found))
        self.table.show_lines(found)
        self.say_count(len(found) or "")
        self._say()

    def _say(self) -> None:
        say, body = self.shell.say, self._body
        if body is None:
            return
        if not body.keywords:
            self.say_sentence(say(N_("Type keywords below: what the club is about. Then people are suggested.")))
        elif not self._count:
            self.say_sentence(say(N_("Nobody else has said that this is of interest.")))
        else:
            self.say_sentence(say(N_("Their interests go with the words of the club.")))
        self._show_possible()

    def _show_possible(self) -> None:
        self.join_button.setEnabled(self.table.selected_count() > 0)

    def join(self) -> None:
        """Let the selected people in from today."""
        body, desk, chosen = self._body, self.shell.desk, self.table.selected_ids()
        if body is not None and chosen:
            number = body.id
            self.table.setFocus()
            self.shell.work.do(lambda: interests.join(desk, number, chosen, date.today()), label=N_("Saving"))
