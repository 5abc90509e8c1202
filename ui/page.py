"""A page: title, one sentence of state, a filter, one primary action and a quiet menu; below it the page's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from ui.actions import Action, keys_text, make_all
from ui.icons import icon
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, SEMIBOLD, TITLE_POINTS, Tone, set_icon, set_look, set_tone, set_type
from ui.widgets.sentence import SentenceLabel
from ui.words import Words

FILTER_MS = 120
LEAST_HINT = 13  # letters of the filter that are always seen


class Page(QWidget):
    """The base of every page. A page declares its texts, the tables it shows and its actions; see ListPage too."""

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    shows: ClassVar[frozenset[str]] = frozenset()  # tables; the page reloads when a step touched one of them
    filter_hint: ClassVar[str] = ""  # with one, the page has a filter box

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.stale = True  # shown data is not what the desk has now
        self.head = PageHead(shell.words, self.title, self.filter_hint)
        self.head.filtered.connect(self.filter)
        primary, rest = self.primary(), (*self.more(), *self.of_record())
        self.made = make_all([*([primary] if primary else []), *rest], self, shell.words)
        self.head.set_actions(self.made, primary)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)

    # what a page declares

    def primary(self) -> Action | None:
        """The one action the page is for."""
        return None

    def more(self) -> Sequence[Action]:
        """The rest, for the quiet menu."""
        return ()

    def of_record(self) -> Sequence[Action]:
        """What every page of its kind can do with a selected record; it stands last in the menu."""
        return ()

    # what the window asks

    def refresh(self) -> None:
        """Show what the desk has now. Called when the page is entered stale, and on F5."""

    def open_record(self, kind: str, record_id: int) -> None:
        """Show one record."""

    def leave(self, then: Callable[[], None]) -> None:
        """Save what is typed and call `then`; not calling it keeps the person here."""
        then()

    def new(self) -> None:
        """Ctrl+N: by default the primary action."""
        if primary := self.primary():
            primary.run()

    def save(self) -> None:
        """Ctrl+S."""

    def print_selected(self) -> None:
        """Ctrl+P."""
        self.shell.messages.advise(N_("There is nothing to print on this page."))

    def filter(self, text: str) -> None:
        """The filter box says something else now."""

    def focus_list(self) -> None:
        """Put the focus where work on this page starts."""

    # what a page uses

    def enable_actions(self, selected: int) -> None:
        """Grey out what needs another selection."""
        for action, made in self.made:
            made.setEnabled(action.possible(selected))
        self.head.show_enabled()


class PageHead(QWidget):
    """The top of a page."""

    filtered = Signal(str)
    list_wanted = Signal()

    def __init__(self, words: Words, title: str, filter_hint: str) -> None:
        super().__init__()
        self._words = words
        self._state: Callable[[Translator], str] = lambda _say: ""
        self._primary: QAction | None = None
        self.title, self.state = QLabel(), SentenceLabel()
        set_type(self.title, TITLE_POINTS, SEMIBOLD)
        words(self.title, text=title)
        set_tone(self.state, Tone.QUIET)
        self.filter = FilterBox(words, filter_hint)
        if not filter_hint:
            self.filter.hide()
        self._soon = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._soon.timeout.connect(lambda: self.filtered.emit(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._soon.start())
        self.filter.down.connect(self.list_wanted)
        self.button, self.more = QPushButton(), QToolButton()
        set_look(self.button, "look", "primary")
        self.button.setMinimumHeight(FIELD_HEIGHT)
        self.button.clicked.connect(lambda: self._primary.trigger() if self._primary else None)
        self._set_up_more()
        self._lay_out()
        words.switched.connect(self._say)

    def set_actions(self, made: Sequence[tuple[Action, QAction]], primary: Action | None) -> None:
        menu = QMenu(self.more)
        for action, qt in made:
            if primary is not None and action.key == primary.key:
                self._primary = qt
                tip = f"{self._words.say(action.title)}  {keys_text(action.keys)}".strip()
                self._words(self.button, text=action.title, name=action.title)
                self.button.setToolTip(tip)
                if action.icon:
                    set_icon(self.button, icon(action.icon, Tone.ON_ACCENT))
                continue
            if action.line_before:
                menu.addSeparator()
            menu.addAction(qt)
        self.more.setMenu(menu)
        self.more.setVisible(not menu.isEmpty())
        self.button.setVisible(self._primary is not None)

    def show_enabled(self) -> None:
        if self._primary is not None:
            self.button.setEnabled(self._primary.isEnabled())

    def show_state(self, text: Callable[[Translator], str]) -> None:
        """The sentence of state; said again in another language when that is switched."""
        self._state = text
        self._say()

    def _say(self) -> None:
        self.state.setText(self._state(self._words.say))

    def _set_up_more(self) -> None:
        set_icon(self.more, icon("dots-horizontal"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMinimumSize(FIELD_HEIGHT, FIELD_HEIGHT)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(self.more, "look", "quiet")
        self._words(self.more, name=N_("More actions"), tip=N_("More actions"))

    def _lay_out(self) -> None:
        """The sentence has the whole width: beside the filter and the button large type would lose its last parts."""
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.title, 1)
        row.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 2 * GRID, 12)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.state)


class FilterBox(QLineEdit):
    """The filter of a page: Esc clears it, Down goes to the list."""

    down = Signal()

    def __init__(self, words: Words, hint: str) -> None:
        super().__init__(clearButtonEnabled=True)
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.addAction(icon("magnify", Tone.QUIET), QLineEdit.ActionPosition.LeadingPosition)
        words(self, placeholder=hint, name=hint or N_("Filter"), tip=hint)

    def sizeHint(self) -> QSize:
        return QSize(max(260, self._hint_width()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * LEAST_HINT + 6 * GRID
        return QSize(min(least, self._hint_width()), super().minimumSizeHint().height())

    def _hint_width(self) -> int:
        """What the hint needs, with the icon before it."""
        return self.fontMetrics().horizontalAdvance(self.placeholderText()) + 6 * GRID

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.down.emit()
        else:
            super().keyPressEvent(event)
