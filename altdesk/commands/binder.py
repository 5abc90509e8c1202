"""`altdesk print binder`: everything about a document or an academic year in one file, and the attached files."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.dates import parse_day, short_day
from altdesk.domain.marking import N_
from altdesk.domain.moments import wall
from altdesk.forms.words import PaperLanguage
from altdesk.services import binder, documents
from altdesk.services.binder import Bound, Wanted


def print_binder(desk: Desk, asked: Namespace) -> Answer:
    """A binder of a document or of a year, as of a day."""
    today = date.today()
    wanted = Wanted(
        documents.by_code(desk, asked.document).id if asked.document is not None else None,
        binder.year_called(desk, asked.year) if asked.year is not None else None,
        parse_day(asked.on, today) if asked.on is not None else None,
        PaperLanguage(asked.paper or PaperLanguage.KK),
        asked.anew,
    )
    archive = Path(asked.zip).absolute() if asked.zip is not None else None
    return _answer(desk, binder.make(desk, wanted, Path(asked.out), archive), archive)


def _answer(desk: Desk, made: Bound, archive: Path | None) -> Answer:
    lines = [desk.say(N_("%(pages)s pages are in %(file)s."), pages=made.pages, file=str(made.file))]
    if made.kept_at is not None:
        said = N_("It is the binder that was printed on %(day)s, the same to the byte. --anew binds what is known now.")
        lines.append(desk.say(said, day=short_day(wall(made.kept_at).date())))
    if made.archive is not None:
        said = N_("%(count)s attached files are in %(file)s.")
        lines.append(desk.say(said, count=made.files, file=str(made.archive)))
    elif archive is not None:
        lines.append(desk.say(N_("No file is attached; no archive was made.")))
    lines += [desk.say(N_("%(name)s: the scan is not shown, a page says why."), name=name) for name in made.unread]
    lines += [desk.say(N_("%(name)s: missing or damaged, not in the archive."), name=name) for name in made.lacking]
    data = {
        "file": str(made.file),
        "pages": made.pages,
        "contents": [{"title": line.title, "page": line.page, "level": line.level} for line in made.entries],
        "zip": str(made.archive) if made.archive else None,
        "files": made.files,
        "unread": list(made.unread),
        "lacking": list(made.lacking),
        "kept_at": made.kept_at,
    }
    return Answer(data, lines)
