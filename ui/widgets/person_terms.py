"""What a person holds and held in bodies of students."""

from __future__ import annotations

from datetime import date

from altdesk.domain.bodies import Term
from altdesk.domain.marking import N_
from altdesk.services import bodies
from ui.columns import Column, State
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.parts import Part
from ui.widgets.short_table import ShortTable

RUNS = State("check-circle-outline", N_("Runs"), Tone.GOOD)
ENDED = State("history", N_("Ended"), Tone.QUIET)
TO_COME = State("clock-outline", N_("To come"), Tone.WAIT)


def state_of(term: Term) -> State:
    """Where a term stands today."""
    today = date.today()
    if today in term.span:
        return RUNS
    return TO_COME if term.starts_on > today else ENDED


COLUMNS = (
    Column("body", N_("Body"), 180, lambda term: term.body),
    Column("post", N_("Post"), 160, lambda term: term.post),
    Column("span", N_("Term of office"), 170, lambda term: str(term.span)),
    Column("state", N_("State"), 110, state=state_of),
)


class PersonTerms(Part):
    """Below the fields of a person; Enter opens the body."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("Posts in bodies"))
        self._terms: list[Term] = []
        self.table = ShortTable(shell, "person terms", COLUMNS, 8)
        shell.words(self.table, name=N_("Posts in bodies"))
        self.column.addWidget(self.table)
        self.table.activated_id.connect(self._open)
        self.fold_as("person terms")
        self.hide()

    def show_person(self, person_id: int) -> None:
        """Show the terms of a person; for somebody without any the part is not there."""
        desk = self.shell.desk
        self.shell.work.do(lambda: bodies.terms_of(desk, person_id), self._show, topic=f"person-terms-{id(self)}")

    def _show(self, found: list[Term]) -> None:
        self._terms = found
        self.setVisible(bool(found))
        self.table.show_lines(found)
        self.say_count(len(found) or "")

    def _open(self, term_id: int) -> None:
        term = next((each for each in self._terms if each.id == term_id), None)
        if term is not None:
            self.shell.go("body", term.body_id)
