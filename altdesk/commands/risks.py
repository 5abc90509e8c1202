"""`altdesk list|print|export risks`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as exporting_commands
from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.risk_scale import LEVEL_NAMES
from altdesk.domain.risks import RISK_STATE_NAMES, RiskLine, RisksQuery
from altdesk.services import exporting, printing, risks
from altdesk.services.papers import risks as papers

NAMES = (
    "cause", "likelihood", "impact", "measure", "owner", "due_on", "document", "process", "assessed_on",
    "residual_likelihood", "residual_impact",
)  # fmt: skip


def all_risks(desk: Desk, asked: Namespace) -> Answer:
    """The register with each risk's newest assessment, the greatest first."""
    lines = risks.lines(desk, risks.ids(desk, RisksQuery(text=asked.search)))
    heads = (N_("Risk"), N_("Level"), N_("Measure"), N_("Responsible"), N_("Due"), N_("Document"), N_("State"))
    rows = (
        (
            line.title, desk.say(LEVEL_NAMES[line.level]) if line.level else "", line.measure, line.owner, line.due_on,
            line.document, desk.say(RISK_STATE_NAMES[line.state]),
        )
        for line in lines
    )  # fmt: skip
    return Answer([risk_data(line) for line in lines], table([desk.say(head) for head in heads], rows))


def risk_data(line: RiskLine) -> dict[str, Any]:
    """A risk as data."""
    return {
        "risk": line.title,
        **{name: getattr(line, name) for name in NAMES},
        "level": line.level.value if line.level else None,
        "residual_level": line.residual_level.value if line.residual_level else None,
        "state": line.state.value,
    }


def print_register(desk: Desk, asked: Namespace) -> Answer:
    """The risk register with its map."""
    return answer(desk, printing.save(desk, papers.register(desk), Path(asked.out), options_of(asked)))


def export_register(desk: Desk, asked: Namespace) -> Answer:
    """The risk register as an Excel list."""
    return exporting_commands.answer(desk, exporting.risks(desk, Path(asked.file)))
