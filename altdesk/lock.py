"""The lock of a desk: one program at a time; a dead process holds nothing, because the system lets go for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

if sys.platform == "win32":  # pragma: no cover - Windows
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class DeskIsOpen(Refusal):
    """Another program has this desk open."""

    def __init__(self) -> None:
        super().__init__(N_("This desk is already open in another window. Close it there first."))


class Lock:
    """Held from creation until `release`. Raises DeskIsOpen when somebody else holds it."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab")
        try:
            _take(self._file)
        except OSError as error:
            self._file.close()
            raise DeskIsOpen from error

    def release(self) -> None:
        self._file.close()
