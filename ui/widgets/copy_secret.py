"""Asks in place for what opens a copy that the keys of the desk do not open: its passphrase or its recovery key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.fields import Field
from ui.shell import Shell
from ui.widgets.parts import SmallForm
from ui.widgets.secret import SecretInput
from ui.work import Room

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys


class CopySecret(SmallForm):
    """A wrong one is told under the field, and stays there to be mended."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, (Field("passphrase", N_("Passphrase or recovery key of the copy"), make=SecretInput),))

    def ask(self, path: Path, verb: str, then: Callable[[Keys | None], None]) -> None:
        """Ask for what opens the copy; `then` hears its keys when it is right."""

        def try_it(values: dict[str, Any]) -> None:
            from altdesk.services import encryption

            if not self.do_button.isEnabled():
                return
            self.do_button.setEnabled(False)  # a try takes a second, and Enter is pressed soon again
            secret = values["passphrase"]
            self._shell.work.do(lambda: encryption.unlock_copy(path, secret), right, self.refuse, room=Room.RENDER)

        def right(keys: Keys | None) -> None:
            self.do_button.setEnabled(True)
            then(keys)

        self.do_button.setEnabled(True)
        self.open_form(verb, try_it, passphrase="")

    def refuse(self, refusal: Refusal) -> None:
        self.do_button.setEnabled(True)
        super().refuse(refusal)
