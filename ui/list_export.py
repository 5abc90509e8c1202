"""A list goes into an Excel file, as it is filtered and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from altdesk.domain.marking import N_
from altdesk.settings import S
from ui.columns import RowSource
from ui.shell import Shell
from ui.work import Room


def export(
    page: QWidget,
    shell: Shell,
    title: str,
    rows: tuple[RowSource, Any],
    write: Callable[[Path, Sequence[int]], object],
) -> None:
    """Ask for a file and let `write` fill it with the rows a source answers to a query."""
    say, settings = shell.say, shell.settings
    folder = Path(settings.get(S.last_folder) or Path.home())
    start = str(folder / f"{say(title)}.xlsx")
    chosen, _ = QFileDialog.getSaveFileName(page, say(N_("Export to Excel")), start, "Excel (*.xlsx)")
    if not chosen:
        return
    path = Path(chosen).with_suffix(".xlsx")
    settings.set(S.last_folder, str(path.parent))
    source, query = rows

    def done(_: object) -> None:
        shell.messages.tell(N_("The list is written to %(file)s"), file=str(path))

    shell.work.do(lambda: write(path, source.ids(query)), done, label=N_("Writing the list"), room=Room.RENDER)
