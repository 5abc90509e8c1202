"""Every command there is, declared by area."""

from __future__ import annotations

from altdesk.commands.grammar import (
    acquaintance,
    backups,
    bodies,
    changes,
    copies,
    desk,
    documents,
    encryption,
    events,
    history,
    matrix,
    minutes,
    norms,
    people,
    plans,
    report,
    risks,
    starter,
    succession,
    tasks,
    year_records,
)
from altdesk.commands.grammar.command import Command
from altdesk.domain.marking import N_

AREAS = (
    people,
    documents,
    changes,
    acquaintance,
    copies,
    norms,
    matrix,
    risks,
    bodies,
    minutes,
    tasks,
    plans,
    year_records,
    events,
    report,
    starter,
    backups,
    encryption,
    succession,
    history,
    desk,
)
COMMANDS: tuple[Command, ...] = tuple(command for area in AREAS for command in area.COMMANDS)
BY_KEY = {command.key: command for command in COMMANDS}

FAMILIES = {
    "import": N_("take a list over from Excel, CSV or a Word table"),
    "export": N_("write a list to Excel"),
    "list": N_("show a list in the order of the screen"),
    "person": N_("what is done about one person"),
    "revision": N_("the life of a document's revisions"),
    "change": N_("the change-registration sheet of a document"),
    "sheet": N_("make an acquaintance sheet, or mark one that is back"),
    "minutes": N_("finalize, sign and reopen minutes"),
    "event": N_("say what became of an event"),
    "bin": N_("show what was deleted, or bring it back"),
    "print": N_("print to a file"),
}
