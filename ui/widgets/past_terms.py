"""Everything that was ever held in a body, the newest first: to look at."""

from __future__ import annotations

from altdesk.domain.bodies import END_REASON_NAMES, Body, EndReason, Term
from altdesk.domain.marking import N_
from altdesk.services import bodies
from ui.columns import Column
from ui.shell import Shell
from ui.widgets.parts import Part
from ui.widgets.short_table import ShortTable


class PastTerms(Part):
    """Below the members of a body, folded away at first."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("All terms"))
        say = shell.say

        def reason(term: Term) -> str:
            return say(END_REASON_NAMES[term.end_reason]) if term.end_reason is not EndReason.NONE else ""

        columns = (
            Column("name", N_("Full name"), 130, lambda term: term.full_name),
            Column("post", N_("Post"), 110, lambda term: term.post),
            Column("span", N_("Term"), 200, lambda term: str(term.span)),
            Column("reason", N_("Reason"), 90, reason),
        )
        self.table = ShortTable(shell, "body terms", columns, 14)
        shell.words(self.table, name=N_("All terms"))
        self.column.addWidget(self.table)
        self._terms: list[Term] = []
        self.table.activated_id.connect(self._open)
        self.fold_as("body terms", opened=False)

    def show_body(self, body: Body) -> None:
        desk = self.shell.desk
        self.shell.work.do(lambda: bodies.terms_of_body(desk, body.id), self._show, topic=f"terms-{id(self)}")

    def _show(self, found: list[Term]) -> None:
        self._terms = found
        self.setVisible(bool(found))
        self.table.show_lines(found)
        self.say_count(len(found) or "")
        self.say_sentence("")

    def _open(self, term_id: int) -> None:
        term = next((each for each in self._terms if each.id == term_id), None)
        if term is not None:
            self.shell.go("person", term.person_id)
