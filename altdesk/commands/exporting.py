"""`altdesk export …`: a list to an Excel file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.services import exporting


def run(desk: Desk, asked: Namespace) -> Answer:
    """Export people, documents or acquaintance."""
    write = {
        "people": exporting.people,
        "documents": exporting.documents,
        "acquaintance": exporting.acquaintance,
    }[asked.what]
    done = write(desk, Path(asked.file))
    line = desk.say(N_("%(rows)s rows are in %(file)s."), rows=done.rows, file=str(done.file))
    return Answer({"file": str(done.file), "rows": done.rows}, [line])
