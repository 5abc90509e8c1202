"""The window: sidebar, one page at a time, the status line; it opens the desk after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.settings import S
from ui.help import HelpPanel, help_text, keys_sheet
from ui.messages import NoticeBar, StatusLine, StepName
from ui.pages import PageEntry, entry_of, present
from ui.shell import Shell
from ui.sidebar import Sidebar
from ui.skeleton import Skeleton
from ui.theme import TEXT_POINTS
from ui.work import Room

if TYPE_CHECKING:
    from altdesk.desk import Changed, Desk
    from ui.find import FindPalette
    from ui.page import Page

SAVE_SETTINGS_MS = 1500
HOUR_MS = 3_600_000
CRAMPED = 1000  # a window narrower than this leaves the sidebar its icons only


class Window(QMainWindow):
    """The frame around the pages."""

    painted = Signal()  # the first time
    opened = Signal()  # the desk is open and the first page asked for its data
    _stepped = Signal(object)  # Changed, from the desk's room

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._laid_out = False
        self.entries = present()
        self.pages: dict[str, Page] = {}
        self.page: Page | None = None
        self._painted = False
        self._closing = False
        self._moved = ""  # the sentence for the journal's move that is under way
        self._palette: FindPalette | None = None
        shell.go, shell.undo, shell.redo = self.go, self.undo, self.redo
        shell.words(self, window_title=N_("altdesk"))
        self.sidebar = Sidebar([entry for entry in self.entries if entry.listed], shell.settings, shell.words)
        self.sidebar.chosen.connect(lambda key: self.go(key, None))
        self.status = StatusLine(shell.words, shell.messages, shell.work)
        self.status.undo_wanted.connect(self.undo)
        self.notice = NoticeBar(shell.words, shell.messages)
        self.stack = QStackedWidget()
        self.help = HelpPanel(shell.words)
        self.help.closed.connect(self._focus_page)
        self.help.shown_or_hidden.connect(self._make_room)
        self._lay_out()
        self._laid_out = True
        self._stepped.connect(self._show_step)
        self._make_keys()
        self._restore_place()
        first = self._first_entry()
        self.stack.addWidget(Skeleton(shell.words, first.title))
        self.sidebar.mark(first.key)
        self._saver = QTimer(self, interval=SAVE_SETTINGS_MS)
        self._saver.timeout.connect(self._save_settings)
        self._hourly = QTimer(self, interval=HOUR_MS)
        self._hourly.timeout.connect(self._catch_up)

    # the desk

    def open_desk(self, opening: Callable[[], Desk]) -> None:
        """Open the desk in its room and show the first page."""

        def open_and_ask() -> tuple[Desk, bool]:
            from altdesk.services import organisation

            desk = opening()
            return desk, organisation.is_new(desk)

        self.shell.work.do(open_and_ask, self._desk_open, self._desk_refused, label=N_("Opening the desk"))

    def _desk_open(self, opened: tuple[Desk, bool]) -> None:
        desk, is_new = opened
        desk.say, desk.settings = self.shell.say, self.shell.settings
        desk.on_change(self._stepped.emit)
        self.shell.opened = desk
        self._saver.start()
        self._hourly.start()
        welcome = entry_of("welcome") if is_new else None
        self._show_entry(welcome or self._first_entry())
        self._offer_undo()
        self._offer_drafts()
        self._catch_up()
        self.opened.emit()

    def _catch_up(self) -> None:
        """What the days bring by themselves; a window may stay open over midnight."""
        desk = self.shell.opened
        if desk is None:
            return

        def look() -> object:
            from altdesk.services import daily

            return daily.catch_up(desk)

        self.shell.work.do(look)

    def _desk_refused(self, refusal: Refusal) -> None:
        self.shell.messages.refuse(refusal)

    def _show_step(self, changed: Changed) -> None:
        if self.shell.opened is None:  # told while closing
            return
        if self._moved:
            self.shell.messages.tell(self._moved, step=StepName(self.shell.say, changed))
        else:
            self.shell.messages.step(changed)
        self._moved = ""
        for page in self.pages.values():
            if page.shows & changed.tables:
                page.stale = True
        if self.page is not None and self.page.stale:
            self.page.refresh()
            self.page.stale = False
        self._offer_undo()

    def undo(self) -> None:
        self._move_journal(N_("Taken back: %(step)s"), lambda desk: desk.undo())

    def redo(self) -> None:
        self._move_journal(N_("Made again: %(step)s"), lambda desk: desk.redo())

    def _move_journal(self, sentence: str, move: Callable[[Desk], Changed | None]) -> None:
        desk = self.shell.opened
        if desk is None:
            return

        def begin() -> Changed | None:
            return move(desk)

        def done(changed: Changed | None) -> None:
            self._moved = ""
            if changed is None:
                self.shell.messages.tell(N_("There is no step to move."))

        def failed(refusal: Refusal) -> None:
            self._moved = ""
            self.shell.messages.refuse(refusal)

        self._moved = sentence
        self.shell.work.do(begin, done, failed, label=N_("Moving a step"))

    def _offer_undo(self) -> None:
        desk = self.shell.desk
        self.shell.work.do(desk.store.next_undo, self.status.offer_undo, topic="undo-label")

    def _offer_drafts(self) -> None:
        drafts = self.shell.drafts.all()
        if drafts:
            kind, record_id = drafts[0].kind, drafts[0].record_id
            self.shell.messages.notice(
                N_("Something typed earlier was not saved. It is still there."),
                verb=N_("Open it"),
                act=lambda: self.open_draft(kind, record_id),
            )

    def open_draft(self, kind: str, record_id: int | None) -> None:
        """Go on with what was typed earlier and not saved."""
        entry = entry_of(kind)
        if entry is None:
            return
        if record_id is not None:
            self.go(kind, record_id)
            return
        self.go(entry.key, None)
        if self.page is not None:
            self.page.new()

    # pages

    def go(self, key_or_kind: str, record_id: int | None = None) -> None:
        """Open a page by its key, or a record by its kind; what is typed here is saved first."""
        entry = entry_of(key_or_kind)
        if entry is None or not entry.there or self.shell.opened is None:
            return

        def enter() -> None:
            self._show_entry(entry)
            if record_id is not None and self.page is not None:
                self.page.open_record(key_or_kind, record_id)

        if self.page is not None and self.page.key != entry.key:
            self.page.leave(enter)
        else:
            enter()

    def _show_entry(self, entry: PageEntry) -> None:
        page = self.pages.get(entry.key)
        if page is None:
            page = entry.make(self.shell)
            self.pages[entry.key] = page
            self.stack.addWidget(page)
        self.page = page
        self.stack.setCurrentWidget(page)
        self.sidebar.mark(entry.key)
        self.shell.messages.quiet()
        if entry.listed:
            self.shell.settings.set(S.last_page, entry.key)
        if page.stale:
            page.refresh()
            page.stale = False
        if self.help.isVisible():
            self.help.show_again()
        page.focus_list()

    def forget_pages(self) -> None:
        """Take every page away: the desk they show is being replaced."""
        self.page = None
        for page in self.pages.values():
            for timer in page.findChildren(QTimer):
                timer.stop()
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self.stack.setCurrentIndex(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as one reads: the pages and what they open later come before the help and the status line."""
        for last in (self.help, self.status):
            for part in last.findChildren(QWidget):
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(_last_stop(self), part)
        moved = super().focusNextPrevChild(forward)
        focused = above = QApplication.focusWidget()
        while focused is not None and above is not None:
            if isinstance(above, QScrollArea):  # one that Tab comes into from outside does not scroll by itself
                above.ensureWidgetVisible(focused)
            above = above.parentWidget()
        return moved

    def _first_entry(self) -> PageEntry:
        listed = [entry for entry in self.entries if entry.listed]
        last = self.shell.settings.get(S.last_page)
        return next((entry for entry in listed if entry.key == last), listed[0])

    def _focus_page(self) -> None:
        if self.page is not None:
            self.page.focus_list()

    # keys

    def _make_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+K": self.find_anything,
            "Ctrl+N": self._here(lambda page: page.new()),
            "Ctrl+S": self._here(lambda page: page.save()),
            "Ctrl+P": self._here(lambda page: page.print_selected()),
            "Ctrl+F": self._here(lambda page: page.head.filter.setFocus()),
            "F5": self._here(lambda page: page.refresh()),
            "F6": self._next_part,
            "Ctrl+Z": self.undo,
            "Ctrl+Y": self.redo,
            "Ctrl+Shift+Z": self.redo,
            "F1": self.toggle_help,
            "Ctrl+/": self.show_keys,
            "Shift+F1": self.show_keys,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _here(self, act: Callable[[Page], None]) -> Callable[[], None]:
        """A key that acts on the page one is on."""

        def run() -> None:
            if self.page is not None:
                act(self.page)

        return run

    def find_anything(self) -> None:
        """Open the palette that finds anything."""
        if self.shell.opened is None:
            return
        if self._palette is None:
            from ui.find import FindPalette

            self._palette = FindPalette(self, self.shell, self.entries)
        self._palette.open_palette()

    def toggle_help(self) -> None:
        if self.help.isVisible():
            self.help.close_help()
        else:
            self.help.show_help(lambda: help_text(self.page.key if self.page else "", self.shell.say.language))

    def show_keys(self) -> None:
        """The sheet of all keys, in the help panel."""
        pages = [(entry.title, entry.letter) for entry in self.entries if entry.letter]

        def sheet() -> str:
            here = [(action.keys, action.title) for action, _ in self.page.made if action.keys] if self.page else []
            return keys_sheet(self.shell.say, pages, here)

        self.help.show_help(sheet)

    def _next_part(self) -> None:
        """F6: from the list to what stands beside it, and back."""
        page, focused = self.page, QApplication.focusWidget()
        panel: Any = getattr(page, "panel", None)
        if page is None:
            return
        if panel is not None and panel.isVisible() and not (focused and panel.isAncestorOf(focused)):
            panel.currentWidget().setFocus()
            panel.currentWidget().focusNextChild()
        else:
            page.focus_list()

    # the frame

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.notice)
        middle.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(middle, 1)
        row.addWidget(self.help)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _restore_place(self) -> None:
        self.setMinimumSize(800, 440)
        room = self.screen().availableSize()
        self.resize(min(1280, room.width()), min(720, room.height()))
        kept = self.shell.settings.get(S.geometry)
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _save_settings(self) -> None:
        if self.shell.settings.changed:
            self.shell.work.do(self.shell.settings.save, room=Room.FILES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The sidebar gives its words up where the page would have too little room for its own."""
        grown = self.font().pointSizeF() / TEXT_POINTS
        room = self.width() - (0 if self.help.isHidden() else self.help.width())
        self.sidebar.make_room(cramped=room < CRAMPED * (1 + (grown - 1) * 0.6))

    def come_forward(self) -> None:
        """Another start of the program asked for this window."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange:
            self.shell.dress()
        elif event.type() == QEvent.Type.FontChange and self._laid_out:
            self._make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page is not None and not self._closing:
            event.ignore()
            self._closing = True  # closing again leaves what is refused as a draft
            self.page.leave(lambda: QTimer.singleShot(0, self, self.close_now))  # not within this closing
            QTimer.singleShot(2000, self._stay_open)
            return
        self.shell.settings.set(S.geometry, bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self.shell.settings.save()
        for timer in self.findChildren(QTimer):  # what a page still meant to do soon has no desk any more
            timer.stop()
        desk, self.shell.opened = self.shell.opened, None
        self.hide()  # the last backup may take a while
        self.shell.work.close(partial(self.shell.close_desk, desk) if desk else None)
        event.accept()

    def close_now(self) -> None:
        """Close; what is typed and not saved stays a draft."""
        self._closing = True
        self.close()

    def _stay_open(self) -> None:
        if self.isVisible():
            self._closing = False


def _last_stop(window: QWidget) -> QWidget:
    """The last widget that Tab stops at before it goes round."""
    last = window.previousInFocusChain()
    while last is not None and last is not window and last.focusPolicy() == Qt.FocusPolicy.NoFocus:
        last = last.previousInFocusChain()
    return last or window
