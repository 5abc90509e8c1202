"""Settings of this workplace, plain JSON beside the desk: each setting is one line with name, type and default."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar, cast

from altdesk import disk

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its name in the file, its type, and what holds until the person chooses."""

    name: str
    type: type[T]
    default: T


class S:
    """Every setting there is."""

    language = Setting("language", str, "kk")
    theme = Setting("theme", str, "system")  # system, light, dark
    text_size = Setting("text_size", int, 100)  # per cent of the usual size
    sidebar_collapsed = Setting("sidebar_collapsed", bool, False)
    geometry = Setting("geometry", str, "")  # Qt's own description of the window's place, base64
    last_page = Setting("last_page", str, "")
    columns: Setting[dict[str, Any]] = Setting("columns", dict, {})  # page → [[column, width, shown], …]
    sorting: Setting[dict[str, Any]] = Setting("sorting", dict, {})  # page → [column, descending]
    panels: Setting[dict[str, Any]] = Setting("panels", dict, {})  # page → [panel open, list width, panel width]
    filters: Setting[dict[str, Any]] = Setting("filters", dict, {})  # page → {filter: value}
    open_parts: Setting[dict[str, Any]] = Setting("open_parts", dict, {})  # part of a record → unfolded
    backup_folder = Setting("backup_folder", str, "")  # where a backup was last put by hand
    outside_backup: Setting[dict[str, Any]] = Setting("outside_backup", dict, {})  # of the last one on another disk
    failed_backup: Setting[dict[str, Any]] = Setting("failed_backup", dict, {})  # why there is none of the last close
    accepted_clock = Setting("accepted_clock", str, "")  # the newest step that may lie after the machine's clock
    lock_after = Setting("lock_after", int, 10)  # minutes nobody used an encrypted desk; 0 for never
    printing: Setting[dict[str, Any]] = Setting("printing", dict, {})  # form → what was chosen for its last print
    last_folder = Setting("last_folder", str, "")  # where files were last opened or saved


class Settings:
    """The settings of one desk's windows. A damaged file, or a value of the wrong type, counts as not set."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values: dict[str, Any] = read_json(path) if path else {}
        self._changed = False
        self._writing = Lock()  # the window writes in another thread while it runs, and itself when it closes

    def get(self, setting: Setting[T]) -> T:
        value = self._values.get(setting.name, setting.default)
        fits = isinstance(value, setting.type) and (setting.type is bool or not isinstance(value, bool))
        return cast(T, value) if fits else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Remember `value`; the file is written by `save`."""
        if self._values.get(setting.name) != value:
            self._values[setting.name] = value
            self._changed = True

    def of_page(self, setting: Setting[dict[str, Any]], page: str) -> Any:
        """What is remembered for one page under a setting kept per page, or None."""
        kept: dict[str, Any] = self.get(setting)
        return kept.get(page)

    def set_of_page(self, setting: Setting[dict[str, Any]], page: str, value: object) -> None:
        kept: dict[str, Any] = self.get(setting)
        self.set(setting, {**kept, page: value})

    @property
    def language(self) -> str:
        """The language of the screen."""
        return self.get(S.language)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self._changed

    def save(self) -> None:
        """Write the file if anything changed. A folder that cannot be written is not the person's trouble here."""
        if self._path is None:
            return
        with self._writing:
            if not self._changed:
                return
            self._changed = False  # before writing: what is chosen meanwhile is written the next time
            try:
                write_json(self._path, dict(self._values))
            except OSError:
                self._changed = True


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file; a missing or damaged file is an empty one."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: Path, values: dict[str, Any]) -> None:
    """Write the file whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    text = json.dumps(values, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    with beside.open("wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    disk.replace(beside, path)
