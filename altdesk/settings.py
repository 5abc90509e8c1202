"""Settings of this workplace, a JSON file beside the desk: each setting is one line with name, type and default.

Beside an encrypted desk only those that are read before it is open stay plain; what else is chosen (the name of a
folder, somebody whose steps are looked for) may tell of a person, and lies encrypted with the desk's key.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from altdesk import disk
from altdesk.folders import KEY_FILE
from altdesk.sealing import box

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its name in the file, its type, and what holds until the person chooses."""

    name: str
    type: type[T]
    default: T
    plain: bool = False  # read before the desk is open, and never tells of a person: beside every desk as it is


class S:
    """Every setting there is."""

    language = Setting("language", str, "kk", plain=True)
    theme = Setting("theme", str, "system", plain=True)  # system, light, dark
    text_size = Setting("text_size", int, 100, plain=True)  # per cent of the usual size
    sidebar_collapsed = Setting("sidebar_collapsed", bool, False, plain=True)
    geometry = Setting("geometry", str, "", plain=True)  # Qt's own description of the window's place, base64
    last_page = Setting("last_page", str, "", plain=True)
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


PLAIN = frozenset(each.name for each in vars(S).values() if isinstance(each, Setting) and each.plain)


class Settings:
    """The settings of one desk's windows. A damaged file, or a value of the wrong type, counts as not set."""

    def __init__(self, path: Path | None = None, keys: Keys | None = None) -> None:
        self._path = path
        self._keys: Keys | None = None
        self._values: dict[str, Any] = read_json(path) if path else {}
        self._changed = False
        self._writing = Lock()  # the window writes in another thread while it runs, and itself when it closes
        if keys is not None:
            self.take_keys(keys)

    def take_keys(self, keys: Keys | None) -> None:
        """From now on the desk beside them is the one these keys open, or without keys the plain one."""
        self._keys = keys
        if self._path is None:
            return
        if keys is None:
            self._changed = True
            return
        self._changed = self._changed or not read_json(self._path).keys() <= PLAIN  # words from before it was encrypted
        self._values.update(_opened(sealed_beside(self._path), keys))

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
                if self._keys is None and not self._path.with_name(KEY_FILE).exists():
                    write_json(self._path, dict(self._values))
                else:
                    _write_apart(self._path, dict(self._values), self._keys)
            except OSError:
                self._changed = True

    def copy_to(self, keys: Keys | None) -> None:
        """Write the same settings beside what is there, under other keys or none; `strip` and the removal of
        `sealed_beside` take the others away. Raises OSError."""
        if self._path is None:
            return
        with self._writing:
            if keys is None:
                write_json(self._path, dict(self._values))
            else:
                _seal(self._path, self._values, keys)


def sealed_beside(path: Path) -> Path:
    """Where the settings of an encrypted desk lie that the plain file does not show."""
    return path.with_suffix(".sealed")


def strip(path: Path) -> None:
    """Leave in the plain file only what may stand beside an encrypted desk. Raises OSError."""
    path.with_name(path.name + ".new").unlink(missing_ok=True)
    values = read_json(path)
    if not values.keys() <= PLAIN:
        write_json(path, _shown(values))


def _shown(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in PLAIN}


def _write_apart(path: Path, values: dict[str, Any], keys: Keys | None) -> None:
    """Of an encrypted desk; without its keys only what everybody may read. Raises OSError."""
    if keys is not None:
        _seal(path, values, keys)
    write_json(path, _shown(values))


def _seal(path: Path, values: dict[str, Any], keys: Keys) -> None:
    hidden = {name: value for name, value in values.items() if name not in PLAIN}
    text = json.dumps(hidden, ensure_ascii=False).encode("utf-8", "replace")
    disk.write_whole(sealed_beside(path), box.sealed(keys.settings, text))


def _opened(path: Path, keys: Keys) -> dict[str, Any]:
    """What was kept encrypted; a file that is missing, damaged or of other keys is an empty one."""
    try:
        found = json.loads(box.opened(keys.settings, path.read_bytes()))
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: value for name, value in found.items() if name not in PLAIN} if isinstance(found, dict) else {}


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
