"""Audit binders that were printed: the file of a day that is over is kept, and is the same whenever it is asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Row

from altdesk.desk import Desk
from altdesk.domain.attachments import Attachment, Role
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.files import Tell
from altdesk.forms.sheets.binder import Line
from altdesk.forms.words import PaperLanguage
from altdesk.services import attachments
from db.models.attachments import attachment
from db.models.binder import binder
from db.queries import binder as queries
from db.step import now

OWNER = "binder"


@dataclass(frozen=True)
class Which:
    """What a binder is of: a document, or the academic year that begins in `year`; as of which day."""

    document_id: int | None
    year: int | None
    as_of: date
    language: PaperLanguage
    title: str


@dataclass(frozen=True)
class Content:
    """What was bound: its contents, the files that go with it, and the scans that it only names."""

    pages: int
    lines: tuple[Line, ...]
    files: tuple[Attachment, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """A binder as it was printed, `made_at` UTC."""

    file: Attachment
    content: Content
    made_at: datetime


def find(desk: Desk, which: Which) -> Kept | None:
    """The binder of that day, if one was printed and its file is what it was."""
    row = _row(desk, which)
    file = next(iter(attachments.of(desk, OWNER, row.id)), None) if row is not None else None
    if row is None or file is None or not desk.files.whole(file.digest):
        return None
    return Kept(file, _read(row), row.made_at)


def keep(desk: Desk, which: Which, file: Path, content: Content, tell: Tell) -> None:
    """Keep the binder as printed last; one that is the same as the one kept is no step."""
    row = _row(desk, which)
    before = next(iter(attachments.of(desk, OWNER, row.id)), None) if row is not None else None
    stored = desk.files.put(file, tell)
    if before is not None and before.digest == stored.digest:
        return
    said = {"title": which.title, "pages": content.pages, "made_at": now(), "content": _written(content)}
    name = file_name(f"{which.title} {which.as_of:%d.%m.%Y}", "pdf")
    with desk.step(N_("Print the audit binder: %(title)s"), title=which.title) as step:
        if row is None or before is None:
            key = {"document_id": which.document_id, "year": which.year, "as_of": which.as_of}
            made = step.add(binder, **key, language=which.language.value, **said)
            attachments.add(step, OWNER, made, name, stored, Role.FILE)
        else:
            step.change(binder, row.id, **said)
            step.change(attachment, before.id, digest=stored.digest, size=stored.size, name=name, added_at=now())
    desk.done(step)


def _row(desk: Desk, which: Which) -> Row[Any] | None:
    with desk.store.read() as connection:
        return queries.kept(connection, which.document_id, which.year, which.as_of, which.language.value)


def _written(content: Content) -> str:
    lines = [[line.title, line.page, line.level] for line in content.lines]
    files = [[each.id, each.name, each.digest, each.size, each.role.value] for each in content.files]
    return json.dumps({"lines": lines, "files": files, "unread": content.unread}, ensure_ascii=False)


def _read(row: Row[Any]) -> Content:
    told = json.loads(row.content)
    files = tuple(
        Attachment(number, OWNER, row.id, Role(role), name, digest, size, row.made_at)
        for number, name, digest, size, role in told["files"]
    )
    return Content(row.pages, tuple(Line(*line) for line in told["lines"]), files, tuple(told["unread"]))
