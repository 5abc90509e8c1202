"""Locking: asks for the passphrase of an encrypted desk, and covers the window when nobody has used it for a while.

The desk stays open behind the cover, so nothing typed is lost and one goes on where one was; no page is shown. It
keeps out who passes by, not who can read the memory of this computer.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.troubles import DeskTrouble
from altdesk.lock import Lock
from altdesk.settings import S
from ui.work import Room

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys
    from ui.widgets.unlock_screen import Typed, UnlockScreen
    from ui.window import Window

MINUTE_MS = 60_000
_SIGNS_OF_LIFE = frozenset({
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
})


class Locking(QObject):
    """Belongs to one window. `reopen` opens its desk, when the keys are there."""

    def __init__(self, window: Window, reopen: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._shell, self._reopen = window, window.shell, reopen
        self.screen: UnlockScreen | None = None
        self._before: QWidget | None = None
        self._held: Lock | None = None  # while the passphrase is asked for, the desk is this window's already
        self.idle = QTimer(self, singleShot=True)
        self.idle.timeout.connect(self.lock)
        self._shell.lock, self._shell.watch_idle = self.lock, self.watch
        window.opened.connect(self._opened)

    @property
    def locked(self) -> bool:
        return self.screen is not None and self._window.covered

    def ask(self) -> None:
        """The desk is encrypted and its keys are not there: ask for the passphrase."""
        self._shell.take_keys(None)
        self.release()
        with suppress(Refusal, OSError):
            self._held = Lock(self._shell.folders.lock)
        self._cover()

    def lock(self) -> None:
        """Cover the window until the passphrase is typed; a desk that is not encrypted has none to be asked for."""
        if self._shell.folders.keys is None or self._shell.opened is None or self.locked:
            return
        self._before = self._window.focusWidget()
        self._cover()

    def release(self) -> None:
        """Let go of a desk that is not opened."""
        held, self._held = self._held, None
        if held is not None:
            held.release()

    def watch(self) -> None:
        """Begin to wait anew, as long as is chosen now."""
        minutes = self._shell.settings.get(S.lock_after)
        self.idle.stop()
        if minutes > 0 and self._shell.folders.keys is not None:
            self.idle.start(minutes * MINUTE_MS)

    def _opened(self) -> None:
        if self._window.covered:
            self._window.uncover()
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            if self._shell.folders.keys is not None:
                handle.installEventFilter(self)
        self.watch()

    def _cover(self) -> None:
        if self.screen is None:
            from ui.widgets.unlock_screen import UnlockScreen

            self.screen = UnlockScreen(self._shell, self._unlock, self._window.close_now)
        self.idle.stop()
        self._window.cover(self.screen)
        self.screen.begin()

    def _unlock(self, typed: Typed) -> None:
        folders, recovering = self._shell.folders, self.screen is not None and self.screen.recovering
        behind = self._shell.opened is not None  # whose screen of troubles would let on to the pages

        def unlocked() -> Keys:
            from altdesk.services import encryption

            if not recovering:
                return encryption.unlock(folders, typed.passphrase)
            keys = encryption.recover(folders, typed.recovery)
            encryption.change(folders, lambda: keys, typed.new, typed.again)
            return keys

        def open_it() -> Keys:
            try:
                return unlocked()
            except DeskTrouble as trouble:
                if not behind:
                    raise
                field = "recovery" if recovering else "passphrase"
                raise Refusal(trouble.message, field=field, **trouble.values) from trouble

        self._shell.work.do(open_it, self._unlocked, self._refused, label=N_("Opening the desk"), room=Room.FILES)

    def _unlocked(self, keys: Keys) -> None:
        if self._shell.opened is None:
            self._shell.take_keys(keys)
            self.release()
            self._reopen()  # the cover goes when the desk is open, or in trouble
            return
        self._window.uncover()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.watch()

    def _refused(self, refusal: Refusal) -> None:
        if self.screen is not None:
            self.screen.refuse(refusal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self.idle.isActive():
            self.idle.start()
        return super().eventFilter(watched, event)
