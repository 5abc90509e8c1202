"""The words around a table: its title above, a note below where there is one; kept when one leaves the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal

from altdesk.domain.marking import N_
from altdesk.domain.matrix import Grid, GridKind
from ui.shell import Shell
from ui.theme import SEMIBOLD, set_type
from ui.widgets.wrapped_line import WrappedLineInput

TITLE_POINTS = 11.5


class TableWords(QObject):
    """Two fields that the page puts above and below the table, as they stand on paper."""

    kept = Signal(str, str)  # title, note

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.title, self.note = WrappedLineInput(), WrappedLineInput()
        set_type(self.title, TITLE_POINTS, SEMIBOLD)
        title, note = N_("Title of the table"), N_("Note below the table; empty, the legend of the letters is printed")
        shell.words(self.title, placeholder=title, name=title, tip=title)
        shell.words(self.note, placeholder=note, name=N_("Note below the table"), tip=note)
        self._grid: Grid | None = None
        for line in (self.title, self.note):
            line.installEventFilter(self)
            line.returnPressed.connect(lambda: self.leave(lambda: None))

    def show_grid(self, grid: Grid | None, *, open_: bool) -> None:
        """Show the words of a table; what is being typed into the same table stays."""
        typing = self.changed and grid is not None and self._grid is not None and grid.id == self._grid.id
        self._grid = grid
        for line in (self.title, self.note):
            line.setReadOnly(not open_)
        if grid is not None and not typing:
            self.title.set_value(grid.title)
            self.note.set_value(grid.note)
            self.note.setVisible(bool(grid.note))

    def ask_note(self) -> None:
        """Show the line below the table and type into it."""
        self.note.show()
        self.note.setFocus()

    @property
    def changed(self) -> bool:
        """Whether something is typed that is not kept yet."""
        grid = self._grid
        return grid is not None and (self.title.text(), self.note.text()) != (grid.title, grid.note)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep what is typed and go on."""
        if self.changed:
            self.kept.emit(self.title.text(), self.note.text())
        then()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.leave(lambda: None)
        return super().eventFilter(watched, event)


def has_legend(grid: Grid | None) -> bool:
    """Whether letters stand in the table that want to be explained."""
    return grid is not None and grid.kind is GridKind.MATRIX
