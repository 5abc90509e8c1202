"""The risks of a document: which are open and how great they are, one key away from the register."""

from __future__ import annotations

from datetime import date

from altdesk.domain.dates import short_day
from altdesk.domain.documents import Document
from altdesk.domain.marking import N_
from altdesk.domain.risks import RiskLine, RisksQuery, RiskState
from altdesk.services import risks
from ui.columns import Column, State
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.assessments import level_state
from ui.widgets.document_part import DocumentPart
from ui.widgets.parts import button, button_row
from ui.widgets.short_table import ShortTable


class DocumentRisks(DocumentPart):
    """Enter opens a risk."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("Risks"))
        self._document: Document | None = None
        say = shell.say
        columns = (
            Column("title", N_("Risk"), 220, lambda line: line.title),
            Column("level", N_("Level"), 120,
                   state=lambda line: level_state(line.likelihood, line.impact, line.level, say)),
            Column("due_on", N_("Due"), 110, state=_due),
        )  # fmt: skip
        self.table = ShortTable(shell, "document risks", columns, 6)
        shell.words(self.table, name=N_("Risks"))
        self.add_button = button(shell, N_("Add a risk"), self.add, "plus")
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.add_button,)))
        self.table.activated_id.connect(lambda number: shell.go("risk", number))
        self.table.insert_wanted.connect(self.add)

    def show_document(self, document: Document) -> None:
        self._document, desk = document, self.shell.desk
        query = RisksQuery(state=RiskState.OPEN, document_id=document.id)

        def find() -> list[RiskLine]:
            return risks.lines(desk, risks.ids(desk, query))

        self.shell.work.do(find, self._show, topic=f"risks-{id(self)}")

    def add(self) -> None:
        """Begin a risk of this document on the page of risks."""
        if self._document is not None:
            self.shell.go("risk_of", self._document.id)

    def _show(self, found: list[RiskLine]) -> None:
        self.table.show_lines(found)
        self.table.setVisible(bool(found))
        self.heading.say_count(str(len(found)) if found else "")


def _due(line: RiskLine) -> State | None:
    if line.due_on is None:
        return None
    late = line.overdue(date.today())
    return State("clock-alert-outline" if late else "", short_day(line.due_on), Tone.BAD if late else Tone.PLAIN)
