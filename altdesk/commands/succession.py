"""`altdesk handover`: what a successor must accept, as a paper and as a workbook."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.forms.form import PrintOptions
from altdesk.forms.words import PaperLanguage
from altdesk.services import succession


def handover(desk: Desk, asked: Namespace) -> Answer:
    """Both files in a folder."""
    made = succession.hand_over(desk, Path(asked.out), PrintOptions(PaperLanguage(asked.paper)))
    pages = desk.say(N_("%(pages)s pages are in %(file)s."), pages=made.pages, file=str(made.paper))
    data = {"paper": str(made.paper), "workbook": str(made.workbook), "pages": made.pages}
    return Answer(data, [pages, str(made.workbook)])
