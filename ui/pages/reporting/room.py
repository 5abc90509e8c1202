"""The room of a section: its figures beside its text, or below it where both side by side would be too narrow."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget

from ui.pages.reporting.figures import Figures
from ui.pages.reporting.writing import SectionEditor
from ui.widgets.downward import Downward

TEXT_SHARE = 45  # per cent of the height for the text above its figures, which scroll with it


class SectionTexts(QStackedWidget):
    """The editors of all sections: needs what the one that is shown needs."""

    def __init__(self, editors: Iterable[SectionEditor]) -> None:
        super().__init__()
        self._least = 0
        for editor in editors:
            self.addWidget(editor)
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def stand(self, *, beside: bool, height: int) -> None:
        """Stand beside the figures, where the texts scroll; or above them, at least so high and never scrolling."""
        self._least = 0 if beside else height
        editor = self.currentWidget()
        if isinstance(editor, SectionEditor):
            editor.show_whole(whole=not beside)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint().expandedTo(QSize(0, self._least)) if shown is not None else QSize()


class SectionRoom(Downward):
    """Scrolls downwards only, where text and figures do not fit below each other."""

    def __init__(self, texts: SectionTexts, figures: Figures) -> None:
        super().__init__()
        self._texts, self._figures = texts, figures
        self.split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.split.setObjectName("panel")
        self.split.setHandleWidth(1)
        self.split.addWidget(texts)
        self.split.addWidget(figures)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.setWidget(self.split)
        figures.table.entered.connect(lambda: self.ensureWidgetVisible(figures.records))

    def show_from_above(self) -> None:
        """Another section is shown: give its text and figures their places and begin above."""
        self.fit()
        self.verticalScrollBar().setValue(0)

    def fit(self) -> None:
        """Side by side where neither is narrower than it needs to be."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        text, figures = self._texts.minimumSizeHint().width(), self._figures.needed_width()
        across = text + figures + self.split.handleWidth() <= room
        self._figures.stand(beside=across, room=room)
        way = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
        if way != self.split.orientation():
            self.split.setOrientation(way)
        least = self.height() * TEXT_SHARE // 100
        self._texts.stand(beside=across, height=least)
        self.split.setSizes([room - figures, figures] if across else [least, self.height() - least])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "split"):
            self.fit()
