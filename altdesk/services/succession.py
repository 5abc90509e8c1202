"""Handing the desk over: one action prints and exports what a successor must accept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.forms.form import PrintOptions
from altdesk.services import printing
from altdesk.services.papers import succession as papers


@dataclass(frozen=True)
class HandedOver:
    """The act as a paper and as a workbook, and how many pages it has."""

    paper: Path
    workbook: Path
    pages: int


def hand_over(desk: Desk, folder: Path, options: PrintOptions | None = None, on: date | None = None) -> HandedOver:
    """Write the act to a folder, as PDF and as Excel workbook. Refused where nothing can be written."""
    if not folder.is_dir():
        raise Refusal(N_("The folder %(folder)s does not exist."), field="out", folder=str(folder))
    chosen, paper = options or PrintOptions(), papers.succession(desk, on)
    title = paper.form.name(paper.data, chosen)
    made = printing.save(desk, paper, folder / file_name(title, "pdf"), chosen)
    workbook = printing.save(desk, paper, folder / file_name(title, "xlsx"), chosen)
    return HandedOver(made.file, workbook.file, made.pages)
