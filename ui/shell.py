"""The shell: what every page needs of the window, handed to it; nothing here is global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from altdesk.drafts import Drafts
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.settings import Settings
from ui.messages import Messages
from ui.words import Words
from ui.work import Work

if TYPE_CHECKING:
    from altdesk.desk import Desk


class NotOpen(RuntimeError):
    """The desk was asked for before it was open."""


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
    dress: Callable[[], None] = field(default=lambda: None)
    """Apply theme, text size and language as the settings say now."""

    @property
    def desk(self) -> Desk:
        if self.opened is None:
            raise NotOpen
        return self.opened

    @property
    def say(self) -> Translator:
        """The screen's translator."""
        return self.words.say
