"""The window: sidebar, one page at a time, the status line; it opens the desk after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.settings import S
from ui import place, unsaved, walk
from ui.clockwork import Clockwork
from ui.frame import Frame
from ui.help import help_text
from ui.keys import all_keys, bind_keys
from ui.moves import Moves
from ui.pages import PAGES, PageEntry, entry_of, first_entry
from ui.shell import Shell
from ui.sidebar import Sidebar
from ui.skeleton import Skeleton

if TYPE_CHECKING:
    from altdesk.desk import Changed, Desk
    from ui.find import FindPalette
    from ui.page import Page


class Window(QMainWindow):
    """The frame around the pages."""

    painted = Signal()  # the first time
    opened = Signal()  # the desk is open and the first page asked for its data
    _stepped = Signal(object)  # Changed, from the desk's room

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._laid_out = False
        self.entries = PAGES
        self.pages: dict[str, Page] = {}
        self.page: Page | None = None
        self._painted = False
        self._closing = False
        self._moves = Moves(shell)
        self._palette: FindPalette | None = None
        shell.go, shell.undo, shell.redo = self.go, self.undo, self.redo
        shell.words(self, window_title=N_("altdesk"))
        sidebar = Sidebar([entry for entry in self.entries if entry.listed], shell.settings, shell.words)
        self.frame = frame = Frame(shell, sidebar)
        self.sidebar, self.stack, self.help = sidebar, frame.stack, frame.help
        self.status, self.notice = frame.status, frame.notice
        self.sidebar.chosen.connect(lambda key: self.go(key, None))
        self.status.undo_wanted.connect(self.undo)
        self.help.closed.connect(self._focus_page)
        self._covers = QStackedWidget()
        self._covers.addWidget(frame)
        self.setCentralWidget(self._covers)
        self._laid_out = True
        self._stepped.connect(self._show_step)
        self._keys = bind_keys(self)
        self.setMinimumSize(800, 440)
        place.restore(self, shell.settings)
        first = first_entry(shell.settings.get(S.last_page))
        self.stack.addWidget(Skeleton(shell.words, first.title))
        self.sidebar.mark(first.key)
        self.clockwork = Clockwork(self, shell)

    # the desk

    def open_desk(self, opening: Callable[[], Desk]) -> None:
        """Open the desk in its room and show the first page."""
        last = self.shell.settings.get(S.last_page)

        def open_and_ask() -> tuple[Desk, PageEntry]:
            from altdesk.services import organisation

            desk = opening()
            first = first_entry(last, new=organisation.is_new(desk))
            first.load()
            return desk, first

        self.shell.work.do(open_and_ask, self._desk_open, self._desk_refused, label=N_("Opening the desk"))

    def _desk_open(self, opened: tuple[Desk, PageEntry]) -> None:
        desk, first = opened
        desk.say, desk.settings = self.shell.say, self.shell.settings
        self.shell.take_keys(desk.folders.keys)
        desk.on_change(self._stepped.emit)
        self.shell.opened = desk
        self._show_entry(first)
        self._offer_undo()
        self._offer_drafts()
        self.clockwork.start()
        self.opened.emit()

    def _desk_refused(self, refusal: Refusal) -> None:
        if not self.shell.trouble(refusal):
            self.shell.messages.refuse(refusal)

    def _show_step(self, changed: Changed) -> None:
        if self.shell.opened is None:  # told while closing
            return
        self._moves.tell(changed)
        for page in self.pages.values():
            if page.shows & changed.tables:
                page.stale = True
        if self.page is not None and self.page.stale:
            self.page.refresh()
            self.page.stale = False
        self._offer_undo()

    def undo(self) -> None:
        self._moves.undo()

    def redo(self) -> None:
        self._moves.redo()

    def _offer_undo(self) -> None:
        desk = self.shell.desk
        self.shell.work.do(desk.store.next_undo, self.status.offer_undo, topic="undo-label")

    def _offer_drafts(self) -> None:
        unsaved.offer(self.shell, self.open_draft)

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
        if entry is None or self.shell.opened is None:
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
        walk.put_last(self, self.help, self.status)
        moved = super().focusNextPrevChild(forward)
        walk.scroll_to_focus()
        return moved

    def _focus_page(self) -> None:
        if self.page is not None:
            self.page.focus_list()

    # what the keys and the sidebar ask for

    def find_anything(self) -> None:
        """Open the palette that finds anything."""
        if self.shell.opened is None:
            return
        if self._palette is None:
            from ui.find import FindPalette

            self._palette = FindPalette(self, self.shell, self.entries)
        self._palette.open_palette()

    def toggle_help(self) -> None:
        self.help.toggle(self._help_of_the_page)

    def show_keys(self) -> None:
        """The sheet of all keys, in the help panel."""
        self.help.show_help(lambda: all_keys(self))

    def _help_of_the_page(self) -> str:
        return help_text(self.page.key if self.page else "", self.shell.say.language)

    # the cover of a locked desk

    @property
    def covered(self) -> bool:
        return self._covers.currentIndex() > 0

    def cover(self, screen: QWidget) -> None:
        """Show a screen instead of everything else; no key of the window acts behind it."""
        if self._covers.indexOf(screen) < 0:
            self._covers.addWidget(screen)
        if self._palette is not None:
            self._palette.hide()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        self._covers.setCurrentWidget(screen)
        for key in self._keys:
            key.setEnabled(False)

    def uncover(self) -> None:
        self._covers.setCurrentIndex(0)
        for key in self._keys:
            key.setEnabled(True)

    # the frame

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.make_room()

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
            self.frame.make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page is not None and not self._closing:
            event.ignore()
            self._closing = True  # closing again leaves what is refused as a draft
            self.page.leave(lambda: QTimer.singleShot(0, self, self.close_now))  # not within this closing
            QTimer.singleShot(2000, self, self._stay_open)
            return
        place.keep(self, self.shell.settings)
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
