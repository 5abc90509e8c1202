"""What a person holds and held in bodies of students."""

from __future__ import annotations

from datetime import date

from altdesk.domain.bodies import Term
from altdesk.domain.marking import N_
from altdesk.services import bodies
from ui.columns import Column
from ui.shell import Shell
from ui.widgets.parts import Part
from ui.widgets.short_table import ShortTable
from ui.words import breakable, cut

LETTERS = 240  # of the sentence
COLUMNS = (
    Column("body", N_("Body"), 150, lambda term: term.body),
    Column("post", N_("Post"), 120, lambda term: term.post),
    Column("span", N_("Term"), 210, lambda term: str(term.span)),
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
        shell.words.switched.connect(self._say)
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
        self._say()

    def _say(self) -> None:
        today = date.today()
        now = [f"{term.post} ({term.body})" for term in self._terms if today in term.span]
        said = self.shell.say(N_("Now: %(posts)s"), posts=", ".join(now)) if now else ""
        self.say_sentence(breakable(cut(said, LETTERS)))

    def _open(self, term_id: int) -> None:
        term = next((each for each in self._terms if each.id == term_id), None)
        if term is not None:
            self.shell.go("body", term.body_id)
