"""The sidebar: every page by icon and word, in groups, narrowed to icons on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from altdesk.domain.marking import N_
from altdesk.settings import S, Settings
from ui.actions import keys_text
from ui.icons import icon
from ui.pages import PageEntry
from ui.theme import GRID, SEMIBOLD, SIDEBAR_WIDTH, Tone, set_icon, set_tone, set_type
from ui.widgets.elided import ElidedLabel
from ui.words import Words

NARROW = 56
ROW = 36  # px, where there is room for all pages
CLOSE, EASY = 6, 10  # px beside the text of a row: the least by which all pages are seen at once; while they scroll
BETWEEN = 1  # px
SIGN = 22  # px of what says that there are more pages above or below


class Sidebar(QWidget):
    """Chooses a page."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], settings: Settings, words: Words) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._marked = ""
        words(self, name=N_("Pages"))
        self._settings, self._words = settings, words
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._headings: list[ElidedLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(0)
        self._list = self._entries(entries)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for hide in (self._scroll.setVerticalScrollBarPolicy, self._scroll.setHorizontalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the wheel, the focus and the signs above and below move it
        self._scroll.setWidget(self._list)
        self._above = self._sign("chevron-up", N_("Pages above"), -1)
        self._below = self._sign("chevron-down", N_("Pages below"), 1)
        column.addWidget(self._above)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._below)
        moved = self._scroll.verticalScrollBar()
        moved.valueChanged.connect(lambda _at: self._say_further())
        moved.rangeChanged.connect(lambda _least, _most: self._range_changed())
        self._fold = self._tool("chevron-double-left")
        self._fold.clicked.connect(self.toggle)
        column.addWidget(self._fold)
        self._narrow, self._cramped = settings.get(S.sidebar_collapsed), False
        self._show_width()
        words.switched.connect(self._show_width)

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self._group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)
        self._marked = key
        self._show_marked()

    def make_room(self, *, cramped: bool) -> None:
        """Only icons while the window is too narrow for words, whatever was chosen."""
        if cramped != self._cramped:
            self._cramped = cramped
            self._show_width()

    def toggle(self) -> None:
        """Narrow to icons, or widen to words."""
        self._narrow = not self._narrow
        self._settings.set(S.sidebar_collapsed, self._narrow)
        self._show_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())] > 0)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._show_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Rows come closer together where all of them would not fit; what still does not fit scrolls, and says so."""
        headings = [heading for heading in self._headings if not heading.isHidden()]
        taken = sum(heading.sizeHint().height() + BETWEEN for heading in headings)
        signs = 0 if self._above.isHidden() else 2 * SIGN
        room = self._scroll.height() + signs - taken
        text, each = self.fontMetrics().height(), room // max(1, len(self.buttons)) - BETWEEN
        scrolls = each < text + CLOSE
        for sign in (self._above, self._below):
            sign.setVisible(scrolls)
        height = text + EASY if scrolls else min(ROW, each)
        for button in self.buttons.values():
            button.setFixedHeight(height)

    def _sign(self, icon_name: str, name: str, way: int) -> QToolButton:
        """What says that there are more pages; a click goes there."""
        sign = QToolButton()
        sign.setObjectName("further")
        set_icon(sign, icon(icon_name))
        sign.setFixedHeight(SIGN)
        sign.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys one goes to the pages themselves
        sign.setAutoRepeat(True)
        self._words(sign, name=name, tip=name)
        bar = self._scroll.verticalScrollBar()
        sign.clicked.connect(lambda: bar.setValue(bar.value() + way * 3 * ROW))
        sign.hide()
        return sign

    def _say_further(self) -> None:
        bar = self._scroll.verticalScrollBar()
        self._above.setEnabled(bar.value() > bar.minimum())
        self._below.setEnabled(bar.value() < bar.maximum())

    def _range_changed(self) -> None:
        self._show_marked()
        self._say_further()

    def _show_marked(self) -> None:
        """The page that is open is always among those that are seen."""
        if self._marked in self.buttons:
            self._scroll.ensureWidgetVisible(self.buttons[self._marked], 0, GRID)

    def _entries(self, entries: Sequence[PageEntry]) -> QWidget:
        """The pages, one under the other, each group under its heading."""
        inside = QWidget()
        inside.setObjectName("entries")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                column.addWidget(self._heading(group))
            column.addWidget(self._button(entry))
        column.addStretch(1)
        return inside

    def _heading(self, text: str) -> ElidedLabel:
        label = ElidedLabel()
        set_type(label, 9)
        label.setContentsMargins(10, GRID // 2, 0, 1)
        set_tone(label, Tone.QUIET)
        if text:
            self._words(label, text=text)
        self._headings.append(label)
        return label

    def _button(self, entry: PageEntry) -> QToolButton:
        button = self._tool(entry.icon)
        button.setCheckable(True)
        self._words(button, text=entry.title, name=entry.title)
        if entry.letter:
            QShortcut(QKeySequence(f"Alt+{entry.letter}"), self, lambda: self.chosen.emit(entry.key))
            button.setProperty("keys", keys_text(f"Alt+{entry.letter}"))
        button.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(button)
        self.buttons[entry.key] = button
        return button

    def _tool(self, icon_name: str) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon(icon_name), GRID)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(min(ROW, 28))
        return button

    def _show_width(self) -> None:
        narrow = self._narrow or self._cramped
        self._fold.setVisible(not self._cramped)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for heading in self._headings:
            heading.setVisible(not narrow and bool(heading.text()))
        for button in self.buttons.values():
            button.setToolButtonStyle(style)
            button.setToolTip(f"{button.text()}  {button.property('keys') or ''}".strip())
        self._fold.setIcon(icon("chevron-double-right" if narrow else "chevron-double-left"))
        fold = N_("Show the words") if narrow else N_("Only icons")
        self._words(self._fold, text=fold, name=fold, tip=fold)
        self._fold.setToolButtonStyle(style)
        every = (*self.buttons.values(), self._fold)
        needed = max(button.sizeHint().width() if narrow else _widest(button) for button in every) + 2 * GRID
        self.setFixedWidth(max(NARROW if narrow else SIDEBAR_WIDTH, needed))
        self._fit_height()


def _widest(button: QToolButton) -> int:
    """The width a button needs when it is the marked one, whose words are bold."""
    bold = QFont(button.font())
    bold.setWeight(SEMIBOLD)
    more = QFontMetrics(bold).horizontalAdvance(button.text()) - button.fontMetrics().horizontalAdvance(button.text())
    return button.sizeHint().width() + max(0, more)
