"""Tells the installer on Windows that the program is running: a named mutex, dropped by the system with the process."""

from __future__ import annotations

import sys

MUTEX = "altdesk-is-running"  # packaging/altdesk.nsi asks for the same name

if sys.platform == "win32":  # pragma: no cover - Windows
    import ctypes

    def announce() -> None:
        """Hold the mutex from now on; its handle is left to the system, which closes it however the process ends."""
        ctypes.WinDLL("kernel32").CreateMutexW(None, False, MUTEX)

else:

    def announce() -> None:
        """Elsewhere nobody asks: a file that is open can be replaced there."""
