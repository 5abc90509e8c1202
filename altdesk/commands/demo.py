"""`altdesk demo`: an empty desk is filled with a department at work, and every form is printed."""

from __future__ import annotations

import os
import tempfile
from argparse import Namespace
from pathlib import Path

from altdesk import display
from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.marking import N_


def folder(asked: Namespace) -> Path | None:
    """The desk to fill: the one named, else a fresh folder of its own."""
    if asked.data or os.environ.get("ALTDESK_DATA"):
        return Path(asked.data) if asked.data else None
    return Path(tempfile.mkdtemp(prefix="altdesk-demo-"))


def run(desk: Desk, asked: Namespace) -> Answer:
    """Fill the desk, print every form. Refused when the desk is not empty."""
    from altdesk.services import demo

    out = Path(asked.out).absolute() if asked.out else desk.folders.data / "printed"
    made = demo.fill(desk)
    files = demo.print_every_form(desk, out)
    lines = [desk.say(N_("%(pages)s pages: %(file)s"), pages=each.pages, file=str(each.file)) for each in files]
    lines += [
        desk.say(
            N_(
                "%(people)s people, %(documents)s documents, %(sheets)s sheets and %(meetings)s meetings are on the "
                "desk in %(folder)s"
            ),
            people=made.people,
            documents=made.documents,
            sheets=made.sheets,
            meetings=made.meetings,
            folder=str(desk.folders.data),
        ),
        desk.say(N_("The printed forms are in %(folder)s"), folder=str(out)),
    ]
    data = {
        "data": str(desk.folders.data),
        "out": str(out),
        "people": made.people,
        "documents": made.documents,
        "sheets": made.sheets,
        "meetings": made.meetings,
        "files": [{"file": str(each.file), "pages": each.pages} for each in files],
    }
    return Answer(data, lines)


def wants_window(asked: Namespace) -> bool:
    """Whether the filled desk is to be shown: a person sits here, and there is a screen."""
    return not (asked.no_window or asked.json or os.environ.get("CI")) and display.available()
