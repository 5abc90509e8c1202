"""The paper beside the table: looked at while one types, printed from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from altdesk.domain.marking import N_
from altdesk.domain.matrix import KIND_NAMES
from ui.pages.tables.shown import Shown
from ui.panel import Panel
from ui.shell import Shell

if TYPE_CHECKING:
    from altdesk.services.papers.paper import Paper
    from ui.preview import Preview

ALL_TABLES = N_("Tables and matrix")


class PaperSide(Panel):
    """Hidden until a paper is asked for."""

    closed = Signal()
    least = 440

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._shell = shell
        self._preview: Preview | None = None
        self.hide()

    def show_table(self, shown: Shown) -> None:
        """The paper of the table that is shown."""
        if (grid := shown.grid) is not None:
            from altdesk.services.papers import matrix as papers

            self._show(KIND_NAMES[grid.kind], shown.code, partial(papers.of_grid, self._shell.desk, grid.id))

    def show_all(self, shown: Shown) -> None:
        """All tables of the revision that is shown, one below the other."""
        if (revision := shown.revision) is not None:
            from altdesk.services.papers import matrix as papers

            self._show(ALL_TABLES, shown.code, partial(papers.all_tables, self._shell.desk, revision.id))

    def _show(self, name: str, code: str, make: Callable[[], Paper]) -> None:
        """Show a paper that is made in the render room."""
        from altdesk.forms.form import Option
        from ui.preview import Preview, printable

        if self._preview is None:
            self._preview = Preview(self._shell)
            self._preview.closed.connect(self._close)
            self.addWidget(self._preview)
        title = f"{self._shell.say(name)} – {code}"
        self._preview.show_paper(printable(self._shell.desk, title, make, frozenset({Option.PAGES})))
        self.show()

    def look(self) -> None:
        """Show the paper as it is now."""
        if self._preview is not None and not self.isHidden():
            self._preview.look()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
