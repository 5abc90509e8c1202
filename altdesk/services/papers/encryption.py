"""The recovery sheet of an encrypted desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from altdesk.domain.twins import Name
from altdesk.forms import output
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import render
from altdesk.forms.sheets import recovery as form
from altdesk.forms.words import PaperLanguage
from altdesk.services.papers.paper import Paper


def recovery(key: str, keys_id: str, organisation: Name = "", on: date | None = None) -> Paper:
    """The sheet of a recovery key; `keys_id` names the keys it opens. The key is kept nowhere else."""
    mark = "-".join(keys_id[at : at + 4].upper() for at in range(0, len(keys_id), 4))
    return Paper(form.FORM, form.RecoveryData(key, mark, on or date.today(), organisation))


def write(paper: Paper, out: Path, language: PaperLanguage) -> Path:
    """Write the sheet as a PDF, whole or not at all. Refused where that cannot be."""
    return output.write(out.absolute(), render(paper.form, paper.data, PrintOptions(language)).content)
