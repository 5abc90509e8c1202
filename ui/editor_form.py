"""The fields of an editor, laid out in lines as declared; they scroll downwards only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.fields import Field, FieldBox, Kind
from ui.shell import Shell
from ui.theme import GRID, SEMIBOLD, set_type
from ui.widgets.downward import Downward
from ui.widgets.heading import FoldedFields
from ui.widgets.line import FieldLine
from ui.widgets.twins import offer_russian


class EditorForm(Downward):
    """A box for every field, between what a page puts above and `below` them."""

    typed = Signal()
    open_wanted = Signal(str, int)  # the record that is there already: its kind, its id

    def __init__(self, shell: Shell, fields: Sequence[Field], above: Sequence[QWidget], below: QVBoxLayout) -> None:
        super().__init__()
        self._shell = shell
        self._whole = False
        self.boxes: dict[str, FieldBox] = {}
        self._inside = self._lay_out(list(fields), above, below)
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)

    @property
    def needed_width(self) -> int:
        """What the fields need, which do not scroll sideways."""
        return self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands below the fields comes and goes; a scroll area does not pass on that it needs more width."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        if not self._whole:
            return QSize(self.needed_width, super().minimumSizeHint().height())
        column = self._inside.layout()
        assert column is not None
        wrapped = column.minimumHeightForWidth(self._inside.width())  # a label that is wrapped is higher than it hints
        return QSize(self.needed_width, max(wrapped, self._inside.minimumSizeHint().height()))

    def show_whole(self, *, whole: bool) -> None:
        """Need the height of all fields, where what is around scrolls, or scroll by itself."""
        self._whole = whole
        self.updateGeometry()

    def _lay_out(self, fields: list[Field], above: Sequence[QWidget], below: QVBoxLayout) -> QWidget:
        inside = QWidget()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(12)
        for widget in above:
            column.addWidget(widget)
        line: FieldLine | None = None
        where = column
        for at, declared in enumerate(fields):
            if declared.folds:
                section = FoldedFields(self._shell, declared.section, declared.folds)
                column.addWidget(section)
                where, line = section.column, None
            elif declared.section:
                where.addWidget(self._section(declared.section))
            box = FieldBox(declared, self._shell)
            box.changed.connect(self.typed)
            box.open_wanted.connect(self.open_wanted)
            self.boxes[declared.key] = box
            if not declared.beside or line is None:
                line = FieldLine()
                where.addWidget(line, 1 if declared.kind is Kind.ROOMY else 0)
            line.add(box, 0 if declared.letters else 1)
            last = at + 1 == len(fields) or not fields[at + 1].beside
            if declared.letters and last:
                line.end()
        for declared in fields:
            if declared.russian_of:
                offer_russian(self.boxes[declared.russian_of].input, self.boxes[declared.key].input)
        column.addLayout(below)
        if all(declared.kind is not Kind.ROOMY for declared in fields):
            column.addStretch(1)
        return inside

    def _section(self, text: str) -> QLabel:
        label = QLabel()
        set_type(label, 11, SEMIBOLD)
        label.setContentsMargins(0, GRID, 0, 0)
        self._shell.words(label, text=text)
        return label
