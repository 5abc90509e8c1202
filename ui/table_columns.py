"""The columns of a list: chosen by right click, dragged, remembered, and fitted to the room as long as nobody has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView

from altdesk.settings import S
from ui.columns import Column
from ui.shell import Shell

WIDE = 160  # columns declared at least so wide share the room there is, the others keep their width
LEAST_SHARE = 0.4  # of the declared widths; below that the list scrolls sideways
LEAD_SHARE = 0.75  # the same of the column that says what the record is: the first of them


class TableColumns(QObject):
    """Which columns of a list are shown, in what order and how wide, as the person last set them on this page."""

    def __init__(
        self, table: QTableView, shell: Shell, key: str, columns: Sequence[Column], fit: Callable[[], None]
    ) -> None:
        super().__init__(table)
        self.as_declared = True  # nobody has set widths on this page yet
        self._table, self._shell, self._key, self._columns = table, shell, key, tuple(columns)
        self._fit = fit
        self._grasped: list[int] = []  # the widths when the mouse went down on the header
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.choose)
        header.sectionMoved.connect(self._remember)
        header.viewport().installEventFilter(self)

    def shown(self) -> list[int]:
        """The sections of the columns that are shown, in the order declared."""
        return [at for at in range(len(self._columns)) if not self._table.isColumnHidden(at)]

    def as_they_stand(self) -> list[int]:
        """The same in the order on the screen."""
        return sorted(self.shown(), key=self._table.horizontalHeader().visualIndex)

    def restore(self) -> None:
        """Put the columns as they were last left on this page."""
        table, header = self._table, self._table.horizontalHeader()
        header.blockSignals(True)
        places = {column.key: at for at, column in enumerate(self._columns)}
        for at, column in enumerate(self._columns):
            table.setColumnWidth(at, column.width)
            table.setColumnHidden(at, not column.shown)
        visual = 0
        for entry in self._shell.settings.of_page(S.columns, self._key) or []:
            match entry:
                case [str(key), int(width), bool(shown)] if key in places:
                    at = places[key]
                    table.setColumnHidden(at, not shown)
                    if width > 0:
                        table.setColumnWidth(at, width)
                    self.as_declared = False
                    header.moveSection(header.visualIndex(at), visual)
                    visual += 1
        header.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice widths that the person has dragged; those that Qt or the window's size changed do not count."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._grasped = self._widths()
        elif event.type() in {QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}:
            QTimer.singleShot(0, self, self._dragged)
        return super().eventFilter(watched, event)

    def choose(self, at: QPoint) -> None:
        """Open the list of columns at a place of the head."""
        menu = QMenu(self._table)
        for section, column in enumerate(self._columns):
            action = QAction(self._shell.say(column.title), menu, checkable=True)
            action.setChecked(not self._table.isColumnHidden(section))
            action.setEnabled(self._table.isColumnHidden(section) or len(self.shown()) > 1)
            action.toggled.connect(lambda on, section=section: self._show(section, on))
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._table.horizontalHeader().mapToGlobal(at))

    def _show(self, section: int, on: bool) -> None:
        self._table.setColumnHidden(section, not on)
        if self.as_declared:
            self._fit()
        self._remember()

    def _widths(self) -> list[int]:
        return [self._table.columnWidth(at) for at in range(len(self._columns))]

    def _dragged(self) -> None:
        if self._grasped and self._grasped != self._widths():
            self._remember()
        self._grasped = []

    def _remember(self, *_: int) -> None:
        self.as_declared = False
        table, order = self._table, self._table.horizontalHeader().visualIndex
        kept = [
            [self._columns[at].key, table.columnWidth(at), not table.isColumnHidden(at)]
            for at in sorted(range(len(self._columns)), key=order)
        ]
        self._shell.settings.set_of_page(S.columns, self._key, kept)


def fitted(columns: Sequence[Column], heads: dict[int, int], grown: float, room: int) -> dict[int, int]:
    """Spread the declared widths of the shown columns over the room there is.

    `heads` says by section what the heads of the shown columns need; `grown` is how much larger than usual the text is.
    """
    wanted = {at: max(round(columns[at].width * grown), head) for at, head in heads.items()}
    wide = [at for at in heads if columns[at].width >= WIDE and not columns[at].firm]
    lead = wide[0] if wide else -1
    missing = sum(wanted.values()) - room
    if missing <= 0 and wide:
        share = 1 - missing / sum(wanted[at] for at in wide)
        return {at: int(width * share) if at in wide else width for at, width in wanted.items()}
    shares = {at: LEAD_SHARE if at == lead else LEAST_SHARE for at in wide}
    least = {at: max(int(wanted[at] * share), heads[at]) for at, share in shares.items()}
    return narrowed(wanted, least, [[at for at in wide if at != lead], [lead] if wide else []], missing)


def narrowed(
    wanted: dict[int, int], least: dict[int, int], turns: Sequence[Sequence[int]], missing: int
) -> dict[int, int]:
    """Take what is missing from the columns, group after group, none below its least width."""
    widths = dict(wanted)
    for turn in turns:
        spare = sum(widths[at] - least[at] for at in turn)
        taken = min(missing, spare)
        if taken <= 0:
            continue
        for at in turn:
            widths[at] -= round((widths[at] - least[at]) * taken / spare)
        missing -= taken
    return widths
