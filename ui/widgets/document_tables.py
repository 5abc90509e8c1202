"""The tables of a document's current revision: which there are, one key away from where they are filled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from altdesk.domain.documents import Document, Revision
from altdesk.domain.marking import N_
from altdesk.domain.matrix import KIND_NAMES, Grid
from altdesk.services import matrix
from ui.columns import Align, Column
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.document_part import DocumentPart
from ui.widgets.parts import button, button_row
from ui.widgets.short_table import ShortTable

if TYPE_CHECKING:
    from altdesk.services.papers.paper import Paper
    from ui.preview import Printable


class DocumentTables(DocumentPart):
    """Enter opens a table; `show` shows a paper."""

    def __init__(self, shell: Shell, show: Callable[[Printable], None]) -> None:
        super().__init__(shell, N_("Tables and matrix"))
        self._show_paper = show
        self._document: Document | None = None
        self._revision: Revision | None = None
        columns = (
            Column("kind", N_("Table"), 260, lambda grid: shell.say(KIND_NAMES[grid.kind])),
            Column("rows", N_("Rows"), 70, lambda grid: str(len(grid.rows)), Align.RIGHT),
        )
        self.table = ShortTable(shell, "document tables", columns, 6)
        shell.words(self.table, name=N_("Tables and matrix"))
        self.open_button = button(shell, N_("Open the tables"), self.open_tables, "table")
        self.print_button = button(shell, N_("Print all tables"), self.print_tables, "printer-outline")
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.open_button, self.print_button)))
        self.table.activated_id.connect(lambda number: shell.go("matrix", number))
        shell.words.switched.connect(self._say)

    def show_document(self, document: Document) -> None:
        revision = document.in_force or (document.revisions[0] if document.revisions else None)
        self._document, self._revision, desk = document, revision, self.shell.desk

        def find() -> list[Grid]:
            return matrix.of_revision(desk, revision.id) if revision is not None else []

        self.shell.work.do(find, self._show, topic=f"tables-{id(self)}")

    def open_tables(self) -> None:
        """Go to where the tables are filled, also when there is none yet."""
        if self._revision is not None:
            self.shell.go("tables_of", self._revision.id)

    def print_tables(self) -> None:
        """All tables of the revision as one paper."""
        from altdesk.forms.form import Option
        from altdesk.services.papers import matrix as papers
        from ui.preview import printable

        document, revision, desk = self._document, self._revision, self.shell.desk
        if document is None or revision is None:
            return

        def make() -> Paper:
            return papers.all_tables(desk, revision.id)

        title = f"{self.shell.say(N_('Tables and matrix'))} – {document.code}"
        self._show_paper(printable(desk, title, make, frozenset({Option.PAGES})))

    def _show(self, grids: list[Grid]) -> None:
        self.table.show_lines(grids)
        self.table.setVisible(bool(grids))
        self.open_button.setEnabled(self._revision is not None)
        self.print_button.setEnabled(bool(grids))
        self.heading.say_count(str(len(grids)) if grids else "")
        self._say()

    def _say(self) -> None:
        if self._revision is None:
            self.say_sentence(self.shell.say(N_("A table belongs to a revision. Add one first.")), Tone.WAIT)
        else:
            self.say_sentence(self.shell.say(N_("Those of revision %(number)s."), number=self._revision.number))
