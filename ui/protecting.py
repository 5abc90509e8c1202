"""Turning encryption of the desk on and off in the window, and the recovery sheet that belongs to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from altdesk.domain.marking import N_
from ui.work import Progress

if TYPE_CHECKING:
    from altdesk.closed import ClosedDesk
    from altdesk.services.encryption import TurnedOn
    from ui.keeping import Keeping
    from ui.window import Window

ONLY_WAY = N_(
    "Print the recovery sheet now and put it away safely. Without the passphrase and this sheet nobody can open the"
    " desk."
)
LEFT = N_("These files among the copies are not encrypted, delete them yourself: %(files)s")


class Protecting(QObject):
    """Belongs to one window."""

    def __init__(self, window: Window, keeping: Keeping) -> None:
        super().__init__(window)
        self._window, self._shell, self._keeping = window, window.shell, keeping
        self._shell.encrypt, self._shell.decrypt = self.encrypt, self.decrypt
        self._shell.show_recovery = self.show_recovery

    def encrypt(self, passphrase: str) -> None:
        """Close the desk, encrypt it, open it again and show the recovery sheet."""

        def turn_on(closed: ClosedDesk, progress: Progress) -> TurnedOn:
            from altdesk.services import encryption

            return encryption.turn_on(closed, passphrase, passphrase, progress.tell)

        def tell(done: TurnedOn) -> None:
            self.show_recovery(done.recovery)
            if done.left:
                names = ", ".join(path.name for path in done.left)
                self._shell.messages.notice(LEFT, files=names)

        self._keeping.replace(
            turn_on,
            tell,
            N_("Encrypting the desk"),
            before=lambda done: self._shell.take_keys(done.keys),
            stopped=N_("Nothing was changed."),
        )

    def decrypt(self) -> None:
        """Close the desk, make it plain and open it again."""

        def turn_off(closed: ClosedDesk, progress: Progress) -> bool:
            from altdesk.services import encryption

            encryption.turn_off(closed, progress.tell)
            return True

        self._keeping.replace(
            turn_off,
            lambda _done: self._shell.messages.notice(N_("The desk is not encrypted any more.")),
            N_("Turning encryption off"),
            before=lambda _done: self._shell.take_keys(None),
            stopped=N_("Nothing was changed."),
        )

    def show_recovery(self, recovery: str) -> None:
        """Show the sheet beside the copies, to be printed; the key is kept nowhere else."""
        from altdesk.forms.form import Option, Output
        from altdesk.services import organisation
        from altdesk.services.papers import encryption as papers
        from altdesk.services.papers.paper import Paper
        from ui.listpage import ListPage
        from ui.preview import printable

        desk, keys = self._shell.desk, self._shell.folders.keys
        self._shell.go("backups", None)
        page = self._window.page
        if keys is None or not isinstance(page, ListPage):
            return
        title = self._shell.say(N_("Recovery sheet"))

        def paper(key: str) -> Paper:
            return papers.recovery(key, keys.id, organisation.get(desk).in_both)

        pages, outputs = frozenset[Option](), (Output.PDF,)
        page.show_paper(printable(desk, title, partial(paper, recovery), pages, outputs))
        self._shell.messages.notice(ONLY_WAY)
