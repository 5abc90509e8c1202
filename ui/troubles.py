"""Troubles of the desk in the window: a clear screen with the ways out, instead of pages that cannot work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.settings import S
from ui.work import Room

if TYPE_CHECKING:
    from altdesk.domain.backups import Kept
    from altdesk.folders import Folders
    from altdesk.sealing.keys import Keys
    from ui.keeping import Keeping
    from ui.widgets.trouble_screen import TroubleScreen, Way
    from ui.window import Window

SAID: dict[Trouble, tuple[str, str, str]] = {
    Trouble.DAMAGED: ("database-alert-outline", N_("The desk is damaged"), N_(
        "Its file is not what it was when it was closed: after a power cut, or because the disk is failing. Nothing was"
        " changed. Go back to a copy, or save what can still be read; the damaged file is kept in any case.")),
    Trouble.FULL: ("harddisk", N_("There is no room left on the disk"), N_(
        "Nothing that was saved is lost, and nothing was changed. Delete or move away what you do not need, empty the"
        " recycle bin of the system, and try again.")),
    Trouble.READ_ONLY: ("lock-outline", N_("The desk cannot be written"), N_(
        "The folder or its file is protected from writing. Take the protection off, or ask whoever looks after this"
        " computer for the right to write there, and try again.")),
    Trouble.VANISHED: ("power-plug-off-outline", N_("The desk cannot be reached"), N_(
        "The stick was pulled out, or the network drive is gone. Put it back and try again. What was saved is safe.")),
    Trouble.BUSY: ("timer-sand", N_("Another program is using the desk"), N_(
        "A program that copies or searches may be reading the file. Wait a moment, or close it, and try again.")),
    Trouble.NEWER: ("arrow-up-bold-circle-outline", N_("This desk is newer than the program"), N_(
        "It was opened with a newer altdesk. Install the newest altdesk to go on; this one leaves the desk as it is.")),
    Trouble.CLOCK: ("clock-alert-outline", N_("The computer's clock is wrong"), N_(
        "It says %(now)s, but the desk was last changed on %(last)s. Papers would get a wrong date. Set the clock and"
        " try again.")),
    Trouble.KEY_GONE: ("key-alert-outline", N_("The key file of the encrypted desk is missing"), N_(
        "Without the file %(file)s even the passphrase opens nothing. Put it back into the folder, or take it from the"
        " newest backup copy; the passphrase is then the one of that copy.")),
    Trouble.KEY_DAMAGED: ("key-alert-outline", N_("The key file of the encrypted desk is damaged"), N_(
        "Without the file %(file)s even the passphrase opens nothing. Nothing else was changed. Put a good one into the"
        " folder, or take it from the newest backup copy; the passphrase is then the one of that copy.")),
}  # fmt: skip
COPIES = "altdesk (*.zip *.altdesk);;* (*)"
OTHER = ("alert-circle-outline", N_("The desk cannot be opened"))


class Troubles(QObject):
    """Belongs to one window. `reopen` opens its desk again."""

    def __init__(
        self, window: Window, keeping: Keeping, reopen: Callable[[], None], unlock: Callable[[], None]
    ) -> None:
        """`unlock` asks for the passphrase of an encrypted desk."""
        super().__init__(window)
        self._unlock = unlock
        self._window, self._shell, self._keeping, self._reopen = window, window.shell, keeping, reopen
        self.any_clock = False
        self.screen: TroubleScreen | None = None
        self._shell.trouble = self.meet
        self._shell.work.on_trouble = self.meet
        window.opened.connect(self._over)

    @property
    def shown(self) -> bool:
        return self.screen is not None and self._window.stack.currentWidget() is self.screen

    def meet(self, refusal: Refusal) -> bool:
        """Show the screen of a trouble, with the newest copies where that helps."""
        if isinstance(refusal, DeskTrouble) and refusal.trouble is Trouble.LOCKED:
            self._window.forget_pages()
            self._unlock()
        elif isinstance(refusal, DeskTrouble) and refusal.trouble is Trouble.DAMAGED:
            folders = self._shell.folders
            self._shell.work.do(lambda: _copies(folders), lambda kept: self._show(refusal, kept), room=Room.FILES)
        else:
            self._show(refusal, [])
        return True

    def _show(self, refusal: Refusal, copies: list[Kept]) -> None:
        if self._window.covered:
            self._window.uncover()
        if self.screen is None:
            from ui.widgets.trouble_screen import TroubleScreen

            self.screen = TroubleScreen(self._shell)
            self._window.stack.addWidget(self.screen)
        self._window.stack.setCurrentWidget(self.screen)
        self._window.sidebar.setEnabled(False)
        self._shell.messages.quiet()
        trouble = refusal.trouble if isinstance(refusal, DeskTrouble) else None
        icon_name, title, text = SAID[trouble] if trouble is not None else (*OTHER, refusal.message)
        folder = str(self._shell.folders.data)
        if (why := self._keeping.refused) is not None:
            folder = f"{self._shell.say.refusal(why)}\n{folder}"
        self.screen.show_trouble(icon_name, title, text, refusal.values, folder, self._ways(trouble, copies))

    def _ways(self, trouble: Trouble | None, copies: list[Kept]) -> list[Way]:
        from ui.widgets.trouble_screen import Way

        again, close = Way(N_("Try again"), self._try_again), Way(N_("Close the program"), self._window.close_now)
        folder = Way(N_("Open the folder"), self._open_folder)
        if trouble is Trouble.DAMAGED:
            back = [
                Way(N_("Go back to the copy of %(day)s"), self._go_back_to(kept.path), {"day": clock(kept.made_at)})
                for kept in copies[:1]
            ]
            other = Way(N_("Choose a copy…"), self._choose_copy)
            saving = Way(N_("Save what can be read"), self._busy(self._keeping.salvage))
            return [*back, other, saving, folder, close]
        if trouble is Trouble.CLOCK:
            return [again, Way(N_("Work on all the same"), self._any_clock), close]
        if trouble in {Trouble.KEY_GONE, Trouble.KEY_DAMAGED}:
            key = Way(N_("Take the key file from a copy"), lambda: self._bring_key_back())
            return [key, again, Way(N_("Choose a copy…"), self._choose_key), folder, close]
        if trouble is Trouble.NEWER:
            return [again, Way(N_("Choose a copy…"), self._choose_copy), folder, close]
        return [again, folder, close]

    def _go_back_to(self, path: Path, keys: Keys | None = None) -> Callable[[], None]:
        return self._busy(lambda: self._keeping.restore(path, without_files=True, keys=keys))

    def _take(self, path: Path) -> None:
        """Go back to a copy that may be of another desk, or of another passphrase: that is asked for in place."""
        folders, screen = self._shell.folders, self.screen
        if screen is None:
            return

        def look() -> bool:
            from altdesk.services import encryption

            return encryption.opens(folders, path)

        def go(opens: object) -> None:
            if opens:
                self._go_back_to(path)()
            else:
                screen.ask_secret(path, lambda keys: self._go_back_to(path, keys)())

        self._shell.work.do(look, go, topic="take a copy", room=Room.FILES)

    def _busy(self, act: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            if self.screen is not None:
                self.screen.set_busy(busy=True)
            act()

        return run

    def _choose_copy(self) -> None:
        if (chosen := self._chosen_copy()) is not None:
            self._take(chosen)

    def _chosen_copy(self) -> Path | None:
        say, settings = self._shell.say, self._shell.settings
        start = settings.get(S.backup_folder) or str(self._shell.folders.backups)
        chosen, _ = QFileDialog.getOpenFileName(self._window, say(N_("Which copy?")), start, COPIES)
        return Path(chosen) if chosen else None

    def _bring_key_back(self, copy: Path | None = None) -> None:
        """Take the key file from a copy, by itself the newest; a plain copy has none and is restored."""
        from altdesk.services import encryption

        def done(there: object) -> None:
            if copy is None or there:
                self._reopen()
            else:
                self._go_back_to(copy)()

        folders = self._shell.folders
        self._shell.work.do(lambda: encryption.bring_key_back(folders, copy), done)

    def _choose_key(self) -> None:
        if (chosen := self._chosen_copy()) is not None:
            self._bring_key_back(chosen)

    def _any_clock(self) -> None:
        self.any_clock = True
        self._reopen()

    def _try_again(self) -> None:
        """Look whether the trouble is over: a desk that is open goes on where it was, another is opened."""
        desk = self._shell.opened
        if desk is None:
            self._reopen()
            return
        self._shell.work.do(desk.store.probe, lambda _nothing: self._go_on())

    def _go_on(self) -> None:
        self._over()
        page = self._window.page
        if page is not None:
            self._window.stack.setCurrentWidget(page)
            page.refresh()
            page.focus_list()

    def _over(self) -> None:
        self._window.sidebar.setEnabled(True)
        self.any_clock, self._keeping.refused = False, None

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._shell.folders.data)))


def _copies(folders: Folders) -> list[Kept]:
    """The copies that can be read, the newest first."""
    from altdesk.backups.shelf import Shelf

    return [kept for kept in Shelf.of(folders).kept() if kept.known]
