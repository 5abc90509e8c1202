"""Drafts: what was typed and not yet saved, kept on disk so that a power cut costs at most two seconds of typing."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from altdesk import disk
from altdesk.domain.troubles import of_os_error
from altdesk.sealing import box
from altdesk.settings import read_json, write_json

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys


@dataclass(frozen=True)
class Draft:
    """The fields of one record as typed; `record_id` is None for a record that is not kept yet."""

    kind: str
    record_id: int | None
    values: Mapping[str, Any]
    typed_at: datetime | None = None


class Drafts:
    """All drafts of a desk, in one JSON file that is always whole. Safe to call from any thread."""

    def __init__(self, path: Path, keys: Keys | None = None) -> None:
        self._path, self._keys = path, keys
        self._lock = threading.Lock()
        self._kept: dict[str, Any] = read_json(path) if keys is None else _opened(path, keys)

    def all(self) -> list[Draft]:
        """Every draft; entries that make no sense are passed over."""
        return [draft for key in list(self._kept) if (draft := self._read(key))]

    def get(self, kind: str, record_id: int | None) -> Draft | None:
        return self._read(_key(kind, record_id))

    def keep(self, draft: Draft) -> None:
        """Write the draft to disk. Raises DeskTrouble when that cannot be."""
        typed_at = draft.typed_at or datetime.now()
        kept = {"values": dict(draft.values), "typed_at": typed_at.isoformat(timespec="seconds")}
        with self._lock:
            self._kept[_key(draft.kind, draft.record_id)] = kept
            self._write_or_tell()

    def drop(self, kind: str, record_id: int | None) -> None:
        """Forget a draft, because it was saved or taken back. Raises DeskTrouble when that cannot be written."""
        with self._lock:
            if self._kept.pop(_key(kind, record_id), None) is not None:
                self._write_or_tell()

    def rewrite(self, said: Callable[[str], str], *, without: tuple[str, int]) -> None:
        """Drop the draft of one record; every other text becomes what `said` makes of it. Raises OSError."""
        with self._lock:
            kept = {key: _rewritten(value, said) for key, value in self._kept.items() if key != _key(*without)}
            if kept != self._kept:
                self._kept = kept
                self._write()

    def copy_to(self, path: Path, keys: Keys | None) -> None:
        """Write the same drafts elsewhere, under other keys or none. Raises OSError."""
        copied = Drafts(path, keys)
        copied._kept = dict(self._kept)
        if copied._kept:
            copied._write()

    def _write_or_tell(self) -> None:
        try:
            self._write()
        except OSError as error:
            raise of_os_error(error, str(self._path.parent)) from error

    def _write(self) -> None:
        if self._keys is None:
            write_json(self._path, self._kept)
        else:
            text = json.dumps(self._kept, ensure_ascii=False).encode("utf-8", "replace")
            disk.write_whole(self._path, box.sealed(self._keys.drafts, text))

    def _read(self, key: str) -> Draft | None:
        kept = self._kept.get(key)
        kind, _, number = key.partition("/")
        if not isinstance(kept, dict) or not isinstance(kept.get("values"), dict) or not kind:
            return None
        try:
            typed_at = datetime.fromisoformat(str(kept.get("typed_at", "")))
        except ValueError:
            typed_at = None
        return Draft(kind, int(number) if number.isdecimal() else None, kept["values"], typed_at)


def _opened(path: Path, keys: Keys) -> dict[str, Any]:
    """The drafts in an encrypted file; a missing or damaged file holds none."""
    try:
        found = json.loads(box.opened(keys.drafts, path.read_bytes()))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _rewritten(value: Any, said: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return said(value)
    if isinstance(value, dict):
        return {name: _rewritten(each, said) for name, each in value.items()}
    return [_rewritten(each, said) for each in value] if isinstance(value, list) else value


def _key(kind: str, record_id: int | None) -> str:
    return f"{kind}/{'new' if record_id is None else record_id}"
