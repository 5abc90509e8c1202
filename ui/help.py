"""Help beside the work: the page one is on, explained in the person's language, and the sheet of all keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.folders import resources
from altdesk.i18n import DEFAULT_LANGUAGE, Translator
from ui.actions import keys_text
from ui.icons import icon
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, set_icon, set_look, set_type
from ui.words import Words

WIDEST, NARROWEST = 340, 240  # px
SHARE = 0.26  # of the window's width
_HEADING = re.compile("^#", re.MULTILINE)
KEYS = (
    ("Ctrl+K", N_("Find anything")),
    ("Ctrl+F", N_("Filter the list")),
    ("Ctrl+N", N_("New here")),
    ("Ctrl+S", N_("Save")),
    ("Ctrl+P", N_("Print what is selected")),
    ("Ctrl+Z", N_("Undo the last step")),
    ("Ctrl+Y", N_("Redo the step")),
    ("Ctrl+Shift+L", N_("Lock an encrypted desk")),
    ("F1", N_("Help on this page")),
    ("Ctrl+/", N_("All keys")),
    ("F5", N_("Refresh")),
    ("F6", N_("From the list to the record and back")),
    ("Enter", N_("Open the record")),
    ("F2", N_("Edit in place")),
    ("Insert", N_("New record")),
    ("Delete", N_("To the bin")),
    ("Ctrl+C", N_("Copy the selected rows for Excel")),
    ("Esc", N_("Take back, close, clear the filter")),
    ("F4", N_("Calendar of a date field")),
    ("Up", N_("Date field: a day on; with Ctrl a month")),
)


def help_text(page: str, language: str) -> str:
    """The help of a page as Markdown: in the language, else in the default one."""
    for one in (language, DEFAULT_LANGUAGE, "en"):
        try:
            return (resources("help") / one / f"{page}.md").read_text(encoding="utf-8")
        except OSError:
            continue
    return ""


def keys_sheet(say: Translator, pages: Sequence[tuple[str, str]], here: Sequence[tuple[str, str]]) -> str:
    """All keys as Markdown: those of everywhere, of the sidebar, and of this page."""
    rows = [*KEYS, *((f"Alt+{letter}", title) for title, letter in pages), *here]
    lines = [f"| **{keys_text(keys)}** | {say(title)} |" for keys, title in rows]
    return "\n".join([
        "## " + say(N_("All keys")),
        "",
        "| " + say(N_("Key")) + " | " + say(N_("What it does")) + " |",
        "|---|---|",
        *lines,
    ])


class HelpPanel(QWidget):
    """The panel at the right edge. What it shows is asked anew when the language changes."""

    closed = Signal()
    shown_or_hidden = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDEST)
        self._words = words
        self._content: Callable[[], str] = lambda: ""
        title, close = QLabel(), QToolButton()
        set_type(title, SECTION_POINTS, SEMIBOLD)
        words(title, text=N_("Help"))
        set_icon(close, icon("close"))
        set_look(close, "look", "quiet")
        words(close, name=N_("Close the help"), tip=N_("Close the help (F1)"))
        close.clicked.connect(self.close_help)
        self.text = QTextBrowser()
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(2 * GRID)
        words(self.text, name=N_("Help"))
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, GRID, 0)
        head.addWidget(title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        words.switched.connect(self.show_again)
        self.hide()

    def make_room(self, window: int) -> None:
        """Take a share of a window that is so many px wide, and leave the page what its buttons need."""
        self.setFixedWidth(max(NARROWEST, min(WIDEST, round(window * SHARE))))

    def show_help(self, content: Callable[[], str]) -> None:
        self._content = content
        self.show()
        self.show_again()

    def toggle(self, content: Callable[[], str]) -> None:
        """Show this help, in the place of another; close the panel when it is the one shown."""
        if self.isVisible() and self._content == content:
            self.close_help()
        else:
            self.show_help(content)

    def show_again(self) -> None:
        if self.isHidden():
            return
        text = self._content() or self._words.say(N_("There is no help for this page yet."))
        self.text.setMarkdown(_HEADING.sub("##", text))  # its own first heading is larger than the page's title

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_or_hidden.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_or_hidden.emit()

    def close_help(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_help()
        else:
            super().keyPressEvent(event)
