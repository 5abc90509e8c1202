"""What an editor edits, as a page declares it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ui.fields import Field

if TYPE_CHECKING:
    from altdesk.desk import Changed


@dataclass(frozen=True)
class Record:
    """What an editor edits: the fields, and the user verbs that read and keep it. They run in the desk's room.

    `blank` makes the draft of a new record, `get` answers a kept one (a dataclass with the fields' keys); what was
    typed goes back with `dataclasses.replace`. What a page adds to `editor.below` stands
    under the fields; the editor tells by `shown` which record it is.
    """

    kind: str
    new_title: str
    fields: Sequence[Field]
    blank: Callable[[], Any]
    get: Callable[[int], Any]
    add: Callable[[Any], Changed]
    save: Callable[[int, Any], Changed]
    title: Callable[[Any], str]
    subtitle: Callable[[Any], str] = field(default=lambda _record: "")
