"""What a reader would mind in tables and lists: heads, figures and columns that are cut, rows over each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QListView, QStyleOptionViewItem, QTableView

from tests.ui.naming import SLACK, called

CELL = 6  # pixels of a cell that are no text
FIGURE = re.compile(r"[\d\s\u00a0\u202f,/]*\d%?")


def wrong_in_table(table: QTableView) -> list[str]:
    """What of a table's heads, figures and columns cannot be read."""
    return [*_cut_heads(table.horizontalHeader()), *_cut_figures(table), *_out_of_sight(table)]


def _cut_heads(header: QHeaderView) -> Iterator[str]:
    if not header.isVisible():
        return
    model = header.model()
    for section in range(header.count()):
        at = header.sectionViewportPosition(section)
        if header.isSectionHidden(section) or at >= header.viewport().width():
            continue
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        arrow = 14 if header.isSortIndicatorShown() and header.sortIndicatorSection() == section else 0
        words = max(map(header.fontMetrics().horizontalAdvance, text.split("\n")))
        needed = words + 16 + arrow
        if text and needed > header.sectionSize(section) + SLACK:
            yield f"head cut by {needed - header.sectionSize(section)} px: «{text}» of {called(header.parentWidget())}"


def _cut_figures(table: QTableView) -> Iterator[str]:
    """Figures of which digits are hidden: a number that is cut is another number."""
    model, head = table.model(), table.horizontalHeader()
    for row in range(max(0, table.rowAt(0)), model.rowCount()):
        if table.rowViewportPosition(row) >= table.viewport().height():
            return
        for column in range(model.columnCount()):
            said = str(model.index(row, column).data() or "")
            if head.isSectionHidden(column) or not FIGURE.fullmatch(said):
                continue
            over = table.fontMetrics().horizontalAdvance(said) + CELL - table.columnWidth(column)
            if over > SLACK:
                yield f"figure cut by {over} px: «{said}» of {called(table)}"


def _out_of_sight(table: QTableView) -> list[str]:
    """Columns that nothing scrolls to, or that are half hidden behind what scrolls the rows."""
    over = table.horizontalHeader().length() - table.viewport().width()
    hidden = over > SLACK and not table.horizontalScrollBar().isVisible()
    return [f"columns are out of sight by {over} px: {called(table)}"] if hidden else []


def rows_too_low(rows: QListView) -> Iterator[str]:
    """Rows that are lower than what is drawn in them, so that they are drawn over each other."""
    for at in range(rows.model().rowCount()):
        index = rows.model().index(at, 0)
        option = QStyleOptionViewItem()
        option.initFrom(rows)
        option.widget = rows
        needed, place = rows.itemDelegate().sizeHint(option, index).height(), rows.visualRect(index)
        if place.height() + SLACK < needed:
            yield f"row {at} is too low by {needed - place.height()} px: {called(rows)}"
