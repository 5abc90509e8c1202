"""The window: Qt lives here and nowhere else."""

from __future__ import annotations

import sys


def _hold_singletons() -> None:
    """Keep None, True and False alive under Python 3.11.

    PySide6 6.12 gives back references to them that it never took (measured: one per `index.data()` that answers None).
    From Python 3.12 on they are immortal; before that, their count reaches zero after some minutes of painting and
    the interpreter aborts.
    """
    import ctypes

    for singleton in (None, True, False):
        ctypes.c_ssize_t.from_address(id(singleton)).value += 1 << 40


if sys.version_info < (3, 12):
    _hold_singletons()
