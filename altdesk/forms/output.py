"""Writing a finished paper to disk: whole or not at all, and a sentence where it cannot be."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar

from altdesk import disk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

T = TypeVar("T")
_PATIENCE = 1.0  # seconds: a paper open in Word stays open, and the person waits for the sentence that says so


def write(path: Path | str, content: bytes) -> Path:
    """Write `content` as a whole, as `writing` does."""
    return writing(path, lambda file: file.write(content))[0]


def writing(path: Path | str, work: Callable[[IO[bytes]], T]) -> tuple[Path, T]:
    """Let `work` write a file beside the target and put it in its place; the target is never half written.

    Refuses, in words, a folder that is missing or cannot be written, a file open in another program, a full disk.
    """
    target = Path(path)
    folder = target.parent
    if target.is_dir():
        raise Refusal(N_("%(name)s is a folder. Give the file a name."), field="out", name=str(target))
    if not folder.is_dir():
        raise Refusal(N_("The folder %(folder)s does not exist."), field="out", folder=str(folder))
    try:
        handle, name = tempfile.mkstemp(prefix=".altdesk-", suffix=".part", dir=folder)
    except OSError as error:
        raise Refusal(
            N_("Nothing can be written in the folder %(folder)s. Choose another one."), field="out", folder=str(folder)
        ) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            answer = work(file)
            file.flush()
            os.fsync(file.fileno())
        _open_to_all(part)
        disk.replace(part, target, _PATIENCE)
    except PermissionError as error:
        raise Refusal(
            N_("%(name)s is open in another program. Close it there and try again."), field="out", name=target.name
        ) from error
    except OSError as error:
        raise Refusal(
            N_("%(name)s could not be written: %(reason)s."), field="out", name=target.name, reason=error.strerror
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return target, answer


def _open_to_all(path: Path) -> None:
    """A temporary file is private; a paper gets the rights a new file has."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
