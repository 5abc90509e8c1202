"""Verifying the files of a desk: every attached content is read, and what is damaged is named with its record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from altdesk.desk import Desk
from altdesk.domain.attachments import Damaged
from altdesk.domain.errors import Refusal
from altdesk.files import Tell, silent
from altdesk.services import attachments, documents


@dataclass(frozen=True)
class Broken:
    """A damaged file, and what its record is called («ҚР-ALT-05, 2»); empty where nobody knows a name for it."""

    damaged: Damaged
    record: str


def verify(desk: Desk, tell: Tell = silent) -> list[Broken]:
    """The damaged files; none when everything is what was attached. `tell` hears files."""
    return [Broken(each, _record(desk, each)) for each in attachments.verify(desk, tell)]


def _revision(desk: Desk, revision_id: int) -> str:
    found = documents.revision_of(desk, revision_id)
    return f"{documents.get(desk, found.document_id).code}, {found.number}"


CALLED: dict[str, Callable[[Desk, int], str]] = {"revision": _revision}
"""How the records of a table are called; an area adds its own line."""


def _record(desk: Desk, damaged: Damaged) -> str:
    name = CALLED.get(damaged.attachment.owner)
    try:
        return name(desk, damaged.attachment.owner_id) if name else ""
    except Refusal:  # the record is gone, its file is still named
        return ""
