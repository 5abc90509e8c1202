"""`altdesk starter`: the documents, tables and abbreviations of the work instruction come onto the desk."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.answer import Answer, table
from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.services import abbreviations, starter


def load(desk: Desk, _asked: Namespace) -> Answer:
    """Load the starter set; what is there already is named and left alone."""
    loaded = starter.load(desk)
    lines = [
        desk.say(
            N_("Added: documents %(documents)s, norms %(norms)s, tables %(tables)s, abbreviations %(abbreviations)s."),
            documents=len(loaded.documents),
            norms=len(loaded.norms),
            tables=len(loaded.tables),
            abbreviations=len(loaded.abbreviations),
        )
    ]
    if loaded.left:
        lines.append(desk.say(N_("Already there and left alone: %(what)s"), what="; ".join(loaded.left)))
    data = {
        "documents": loaded.documents,
        "norms": loaded.norms,
        "tables": loaded.tables,
        "abbreviations": loaded.abbreviations,
        "left": loaded.left,
    }
    return Answer(data, lines)


def all_abbreviations(desk: Desk, asked: Namespace) -> Answer:
    """The abbreviations with their expansions, as far as they have one."""
    found = abbreviations.every(desk, asked.search)
    heads = (N_("Abbreviation"), N_("Expansion"), N_("Note"))
    data = [{"short": each.short, "expansion": each.expansion, "note": each.note} for each in found]
    rows = ((each.short, each.expansion, each.note) for each in found)
    return Answer(data, table([desk.say(head) for head in heads], rows))
