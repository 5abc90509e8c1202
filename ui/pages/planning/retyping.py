"""A cell of a plan typed anew that cannot be kept goes on in the editor, with the reason below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Signal

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.services import plans_rows
from ui.editor import Editor


@dataclass(frozen=True)
class Typed:
    """What was typed into a cell, and why it cannot be kept."""

    row_id: int
    field: str
    text: str
    why: Refusal


class Retyping(QObject):
    """Keeps a typed cell, or asks for the row to be opened in the editor and says there what was refused."""

    _refused = Signal(object)  # from the desk's room to the window's

    def __init__(self, desk: Desk, open_row: Callable[[int], None]) -> None:
        super().__init__()
        self._desk = desk
        self._open_row = open_row
        self._waiting: Typed | None = None
        self._refused.connect(self._wait)

    def keep(self, editor: Editor, field: str, row_id: int, text: str) -> Changed | None:
        """Keep a cell; runs in the desk's room. A refusal that no field of the editor can show is raised."""
        try:
            return plans_rows.set_field(self._desk, row_id, field, text)
        except Refusal as refusal:
            if refusal.field not in {each.name for each in fields(editor.record.blank())}:
                raise
            self._refused.emit(Typed(row_id, field, text, refusal))
            return None

    def say(self, editor: Editor) -> None:
        """Put what waits into the editor, once it shows the row."""
        waiting, self._waiting = self._waiting, None
        if waiting is None or editor.record_id != waiting.row_id:
            return
        typed = editor.boxes[waiting.field].input
        typed.setText(waiting.text) if hasattr(typed, "setText") else typed.setPlainText(waiting.text)
        editor.refuse(waiting.why)

    def _wait(self, typed: Typed) -> None:
        self._waiting = typed
        self._open_row(typed.row_id)
