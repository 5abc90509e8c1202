"""What a page of one list declares: its columns, where the rows come from, its record, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from ui.columns import Column, RowSource
from ui.page import Page
from ui.table import Table
from ui.widgets.empty import Empty

if TYPE_CHECKING:
    from altdesk.desk import Changed
    from ui.editor import Editor
    from ui.record import Record


class Listed(Page):
    """The declarations; most of them have an answer to begin with."""

    columns: ClassVar[tuple[Column, ...]] = ()
    history_of: ClassVar[str] = ""  # the table of the records listed; with one, their history can be looked up
    nothing_found: ClassVar[str] = N_("Nothing found for “%(text)s”.")

    table: Table

    def all_columns(self) -> tuple[Column, ...]:
        """The columns; override where they need the page, for editing in place."""
        return self.columns

    def source(self) -> RowSource:
        """Where the rows come from."""
        raise NotImplementedError

    def query(self) -> Any:
        """The query of the whole list, narrowed as the page's own controls say; the filter text is added to it."""
        raise NotImplementedError

    def record(self) -> Record | None:
        """The editor's declaration; None for a list that is only looked at."""
        return None

    def fill_editor(self, editor: Editor) -> None:
        """The editor was just made: put more under its fields (`editor.below`), follow what it shows."""

    def above_fields(self) -> Sequence[QWidget]:
        """What stands over the fields of the editor."""
        return ()

    def empty_state(self) -> Empty:
        """What to show when there is nothing at all."""
        raise NotImplementedError

    def state(self, say: Translator) -> str:
        """The sentence under the title, when nothing is filtered."""
        return say.plural("%(n)d row", "%(n)d rows", self.table.rows.count)

    def totals(self, say: Translator, selected: int) -> str:
        """The footer: how many, how many selected."""
        count = self.table.rows.count
        if selected > 1:
            return say(N_("Selected: %(selected)d of %(count)d"), selected=selected, count=count)
        return say(N_("Rows: %(count)d"), count=count)

    def bin_(self, ids: Sequence[int]) -> Changed | None:
        """Delete: the user verb, run in the desk's room; None when this list cannot."""
        del ids
        return None

    def export(self, path: Path, ids: Sequence[int]) -> object:
        """Write these records to an Excel file, in this order; runs in the render room."""
        raise NotImplementedError
