"""A desk that is not opened: its folder, held by its lock, for work on the files themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from altdesk.desk import settled
from altdesk.domain.troubles import DeskTrouble, Trouble, of_os_error
from altdesk.folders import Folders, data_folder
from altdesk.i18n import Translator
from altdesk.lock import Lock
from altdesk.settings import Settings

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys


class ClosedDesk:
    """The folder of a desk that nobody has open. Refused when somebody has. Use it in a `with` block."""

    def __init__(
        self, data: Path | None, say: Translator, keys: Keys | None = None, *, without_keys: bool = False
    ) -> None:
        """`keys` of an encrypted desk; `without_keys` takes one without a good key file too, to be replaced."""
        self.folders = Folders(data_folder(data))
        self.say = say
        try:
            self.folders.make()
            self._lock = Lock(self.folders.lock)
            self.folders = self._settled(keys, without_keys=without_keys)
            self.folders.make()
            self.folders.sweep()
        except OSError as error:
            raise of_os_error(error, str(self.folders.data)) from error
        except BaseException:
            if hasattr(self, "_lock"):
                self._lock.release()
            raise
        self.settings = Settings(self.folders.settings, self.folders.keys)

    def _settled(self, keys: Keys | None, *, without_keys: bool) -> Folders:
        try:
            return settled(self.folders, keys)
        except DeskTrouble as trouble:
            if without_keys and trouble.trouble in {Trouble.KEY_GONE, Trouble.KEY_DAMAGED}:
                return self.folders
            raise

    def __enter__(self) -> ClosedDesk:
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()
