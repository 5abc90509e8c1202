"""The desk: store, settings, translator and folders of one data folder; passed on, never global."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from altdesk import opened, soundness
from altdesk.domain.troubles import of_os_error
from altdesk.files import FileStore
from altdesk.folders import Folders, data_folder
from altdesk.i18n import Translator
from altdesk.lock import Lock
from altdesk.opened import OpenedCopies
from altdesk.settings import Settings
from db import upgrade
from db.changed import Changed
from db.step import Step
from db.store import Store

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys

__all__ = ["Changed", "Desk"]


class Desk:
    """An open desk. Close it, or use it in a `with` block."""

    def __init__(self, folders: Folders, settings: Settings, lock: Lock, say: Translator) -> None:
        self.folders = folders
        self.settings = settings
        self.say = say
        self._lock = lock
        self._listeners: list[Callable[[Changed], None]] = []
        self.store = Store(folders.desk, folders.sums)
        self.files = FileStore(folders.files, folders.keys)
        self.copies = OpenedCopies()

    @classmethod
    def open(
        cls,
        data: Path | None = None,
        language: str | None = None,
        *,
        any_clock: bool = False,
        keys: Keys | None = None,
    ) -> Desk:
        """Open the desk in a data folder, making what is missing. Refused when it is open elsewhere, is newer, is
        damaged or is encrypted with other keys, and, but for `any_clock`, when the machine's clock stands far before
        its newest step.
        """
        folders = Folders(data_folder(data))
        try:
            folders.make()
            lock = Lock(folders.lock)
        except OSError as error:
            raise of_os_error(error, str(folders.data)) from error
        try:
            folders = settled(folders, keys)
            folders.make()
            folders.sweep()
            opened.sweep()
            if folders.restored.exists():
                _finish_restore(folders)
            _make_sound(folders)
            settings = Settings(folders.settings, folders.keys)
            settings.save()  # words from before they were kept encrypted leave the plain file
            soundness.refuse_clock(folders, settings, any_clock=any_clock)
            return cls(folders, settings, lock, Translator(language or settings.language))
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Let go of everything. What the database is now is noted, to be compared when it is opened again."""
        self.copies.close()
        self.store.close()
        soundness.note(self.folders, written=self.store.written)
        self._lock.release()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def step(self, label: str, **values: object) -> Iterator[Step]:
        """One labelled step of the store."""
        with self.store.step(label, **values) as made:
            yield made

    def done(self, made: Step) -> Changed:
        """Close a user verb: tell the listeners what its finished step touched, and answer it."""
        changed = self.store.changed(made)
        if not changed.nothing and not self.store.in_step:
            self._tell(changed)
        return changed

    def on_change(self, listener: Callable[[Changed], None]) -> None:
        """Be told of every finished step, in the thread that made it."""
        self._listeners.append(listener)

    def undo(self) -> Changed | None:
        """Take the newest step back; None when there is none. Refused when that step is sealed."""
        return self._tell(self.store.undo())

    def redo(self) -> Changed | None:
        """Make the step taken back last again; None when there is none."""
        return self._tell(self.store.redo())

    def _tell(self, changed: Changed | None) -> Changed | None:
        if changed is not None:
            for listener in list(self._listeners):
                listener(changed)
        return changed


def settled(folders: Folders, keys: Keys | None) -> Folders:
    """The folders of the desk that counts, plain or encrypted; see altdesk.sealing.switching. The plain desk that
    was never encrypted loads nothing for it."""
    if not folders.key_file.exists() and not any(folders.data.glob("*sealed*")):
        return folders
    from altdesk.sealing import switching

    return switching.settled(folders, keys)


def _finish_restore(folders: Folders) -> None:
    from altdesk.backups import restoring

    restoring.finish(folders)


def _make_sound(folders: Folders) -> None:
    """Refuse a desk that is newer, damaged or gone, and upgrade one that is older."""
    found = upgrade.version(folders.desk)
    if found:
        upgrade.refuse_newer(found)
        soundness.refuse_damaged(folders)
        if found != upgrade.HEAD:
            folders.sums.unlink(missing_ok=True)
    else:
        soundness.refuse_emptied(folders)
    upgrade.upgrade(folders.desk, partial(_before_upgrade, folders))


def _before_upgrade(folders: Folders) -> None:
    from altdesk.backups import making
    from altdesk.domain.backups import Reason

    making.onto_shelf(folders, Reason.UPGRADE)
