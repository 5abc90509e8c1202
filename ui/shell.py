"""The shell: what every page needs of the window, handed to it; nothing here is global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from altdesk.domain.errors import Refusal
from altdesk.drafts import Drafts
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.settings import Settings
from ui.messages import Messages
from ui.words import Words
from ui.work import Work

if TYPE_CHECKING:
    from altdesk.desk import Desk
    from altdesk.sealing.keys import Keys


class Restore(Protocol):
    """How a backup copy is put in the place of the desk."""

    def __call__(self, path: Path, *, without_files: bool, keys: Keys | None = None) -> None:
        """`without_files`: also when attached files cannot be had; `keys` of a copy that those of the desk do not
        open."""


class NotOpen(RuntimeError):
    """The desk was asked for before it was open."""


def _restore_nothing(path: Path, *, without_files: bool, keys: Keys | None = None) -> None:
    del path, without_files, keys


@dataclass
class Shell:
    """The window's side of a desk."""

    folders: Folders
    settings: Settings
    words: Words
    work: Work
    messages: Messages
    drafts: Drafts
    opened: Desk | None = None
    go: Callable[[str, int | None], None] = field(default=lambda _kind, _id: None)
    """`go("person", 12)` opens a record, `go("documents", None)` a page: the only way from page to page."""
    undo: Callable[[], None] = field(default=lambda: None)
    redo: Callable[[], None] = field(default=lambda: None)
    close_desk: Callable[[Desk], None] = field(default=lambda desk: desk.close())
    """Close a desk for good, in its room."""
    back_up: Callable[[], None] = field(default=lambda: None)
    """Ask where a backup copy goes, and make it."""
    restore: Restore = _restore_nothing
    """Put a backup copy in the place of the desk."""
    trouble: Callable[[Refusal], bool] = field(default=lambda _refusal: False)
    """Show that the desk itself is in trouble; answers whether it is shown."""
    encrypt: Callable[[str], None] = field(default=lambda _passphrase: None)
    """Encrypt the desk with a passphrase that keeps the rule, and show its recovery sheet."""
    decrypt: Callable[[], None] = field(default=lambda: None)
    """Make the desk plain again."""
    show_recovery: Callable[[str], None] = field(default=lambda _recovery: None)
    """Show the sheet of a recovery key, to be printed."""
    lock: Callable[[], None] = field(default=lambda: None)
    """Cover the window until the passphrase is typed."""
    watch_idle: Callable[[], None] = field(default=lambda: None)
    """Begin to wait anew until the window is covered by itself."""
    dress: Callable[[], None] = field(default=lambda: None)
    """Apply theme, text size and language as the settings say now."""

    def take_keys(self, keys: Keys | None) -> None:
        """From now on the desk in the folder is the encrypted one, or without keys the plain one."""
        if keys is not self.folders.keys:
            self.folders = replace(self.folders, keys=keys)
            self.drafts = Drafts(self.folders.drafts, keys)
            self.settings.take_keys(keys)

    @property
    def desk(self) -> Desk:
        if self.opened is None:
            raise NotOpen
        return self.opened

    @property
    def say(self) -> Translator:
        """The screen's translator."""
        return self.words.say
