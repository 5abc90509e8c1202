"""`altdesk print …`: papers to a PDF or Word file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.forms.form import PrintOptions
from altdesk.forms.words import PaperLanguage
from altdesk.services import acquaintance as acquaintance_service
from altdesk.services import printing

_PAGES = N_("%(pages)s pages are in %(file)s.")
_WRITTEN = {".pdf": _PAGES, ".docx": _PAGES, ".pptx": N_("%(pages)s slides are in %(file)s.")}  # others have no pages


def acquaintance(desk: Desk, asked: Namespace) -> Answer:
    """An acquaintance sheet, its names frozen at the first print."""
    sheet = acquaintance_service.sheet_by_number(desk, asked.sheet)
    return answer(desk, printing.acquaintance(desk, sheet.id, Path(asked.out), options_of(asked)))


def residual(desk: Desk, asked: Namespace) -> Answer:
    """A residual sheet of the rows of a sheet that are still open."""
    sheet = acquaintance_service.sheet_by_number(desk, asked.sheet)
    return answer(desk, printing.residual(desk, sheet.id, Path(asked.out), options_of(asked)))


def debts(desk: Desk, asked: Namespace) -> Answer:
    """What one person, or everybody, still owes."""
    out = Path(asked.out)
    if asked.person is None:
        return answer(desk, printing.all_debts(desk, out, options_of(asked)))
    person_id = printing.person_called(desk, asked.person)
    return answer(desk, printing.debts(desk, person_id, out, options_of(asked)))


def coverage(desk: Desk, asked: Namespace) -> Answer:
    return answer(desk, printing.coverage(desk, Path(asked.out), options_of(asked)))


def options_of(asked: Namespace) -> PrintOptions:
    """What was chosen for the print."""
    language = PaperLanguage(asked.paper or PaperLanguage.KK)
    return PrintOptions(language, getattr(asked, "blank_rows", 0), asked.pages, getattr(asked, "two_sided", False))


def answer(desk: Desk, printed: printing.Printed) -> Answer:
    """What is said of a paper that was printed to a file."""
    sentence = _WRITTEN.get(printed.file.suffix.lower(), N_("%(file)s is written."))
    lines = [desk.say(sentence, pages=printed.pages, file=str(printed.file))]
    if printed.missing:
        said = N_("The typeface lacks these letters, a replacement stands for them: %(letters)s")
        lines.append(desk.say(said, letters=" ".join(printed.missing)))
    data = {"file": str(printed.file), "pages": printed.pages, "missing": list(printed.missing)}
    return Answer(data | ({"sheet": printed.sheet} if printed.sheet else {}), lines)
