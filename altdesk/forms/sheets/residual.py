"""The residual sheet: §13 again for the rows still open, marked as the residual of its sheet."""

from __future__ import annotations

from dataclasses import replace

from altdesk.forms.form import PrintOptions
from altdesk.forms.sheets import acquaintance
from altdesk.forms.sheets.acquaintance import AcquaintanceData
from altdesk.forms.words import say


def name(data: AcquaintanceData, options: PrintOptions) -> str:
    residual = say("residual_of", options.language, number=data.residual_of)
    return f"{acquaintance.name(data, options)} ({residual})"


def sample() -> AcquaintanceData:
    whole = acquaintance.sample()
    rows = tuple(replace(row, no=no) for no, row in enumerate(whole.rows[:6], 1))
    return replace(whole, sheet_id=15, number=15, residual_of=whole.number, rows=rows)


FORM = replace(acquaintance.FORM, code="residual", title="residual", name=name, sample=sample)
