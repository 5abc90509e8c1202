"""`altdesk export …`: a list to an Excel file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.services import exporting


def people(desk: Desk, asked: Namespace) -> Answer:
    """The register of people."""
    return answer(desk, exporting.people(desk, Path(asked.file)))


def documents(desk: Desk, asked: Namespace) -> Answer:
    """The register of documents."""
    return answer(desk, exporting.documents(desk, Path(asked.file)))


def acquaintance(desk: Desk, asked: Namespace) -> Answer:
    """Who has signed what and who has not."""
    return answer(desk, exporting.acquaintance(desk, Path(asked.file)))


def answer(desk: Desk, done: exporting.Exported) -> Answer:
    """What is said of a list that was written to a file."""
    line = desk.say(N_("%(rows)s rows are in %(file)s."), rows=done.rows, file=str(done.file))
    return Answer({"file": str(done.file), "rows": done.rows}, [line])
