"""The paper beside the table: looked at while one types, printed from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.listpage import Panel
from ui.shell import Shell

if TYPE_CHECKING:
    from altdesk.services.papers import Paper
    from ui.preview import Preview


class PaperSide(Panel):
    """Hidden until a paper is asked for."""

    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._shell = shell
        self._preview: Preview | None = None
        self.hide()

    def show_paper(self, title: str, make: Callable[[], Paper]) -> None:
        """Show a paper that is made in the render room."""
        from altdesk.forms.form import Option
        from ui.preview import Preview, printable

        if self._preview is None:
            self._preview = Preview(self._shell)
            self._preview.closed.connect(self._close)
            self.addWidget(self._preview)
        self._preview.show_paper(printable(self._shell.desk, title, make, frozenset({Option.PAGES})))
        self.show()

    def look(self) -> None:
        """Show the paper as it is now."""
        if self._preview is not None and not self.isHidden():
            self._preview.look()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
