"""Whether there is a screen to open a window on, asked before Qt would abort over it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def available() -> bool:
    """True where a window can be opened. Windows and macOS always have a screen."""
    if sys.platform in {"win32", "darwin"}:
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and platform.split(":")[0].split(";")[0] not in {"xcb", "wayland", "wayland-egl"}:
        return True
    return _wayland() or _x11(os.environ.get("DISPLAY", ""))


def _wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _answers(str(Path(folder) / str(name)))


def _x11(display: str) -> bool:
    host, colon, screen = display.rpartition(":")
    number = screen.split(".")[0]
    if not colon or not number.isdigit():
        return False
    if host and host != "unix":
        return _answers((host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"
    return _answers(path) or _answers(f"\0{path}")


def _answers(address: str | tuple[str, int]) -> bool:
    import socket

    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as asked:
            asked.settimeout(2)
            asked.connect(address)
    except OSError:
        return False
    return True
