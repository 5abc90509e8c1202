"""A desk that is not opened: its folder, held by its lock, for work on the files themselves."""

from __future__ import annotations

from pathlib import Path

from altdesk.domain.troubles import of_os_error
from altdesk.folders import Folders, data_folder
from altdesk.i18n import Translator
from altdesk.lock import Lock
from altdesk.settings import Settings


class ClosedDesk:
    """The folder of a desk that nobody has open. Refused when somebody has. Use it in a `with` block."""

    def __init__(self, data: Path | None, say: Translator) -> None:
        self.folders = Folders(data_folder(data))
        self.say = say
        try:
            self.folders.make()
            self._lock = Lock(self.folders.lock)
            self.folders.sweep()
        except OSError as error:
            raise of_os_error(error, str(self.folders.data)) from error
        self.settings = Settings(self.folders.settings)

    def __enter__(self) -> ClosedDesk:
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()
