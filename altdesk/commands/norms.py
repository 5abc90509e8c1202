"""`altdesk list norms`, `print norms`, `export norms`: what documents refer to."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from altdesk.commands import exporting as writing
from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.norms import NORM_STATE_NAMES, NormsQuery
from altdesk.services import documents, exporting, norms, printing
from altdesk.services.papers import norms as papers


def listing(desk: Desk, asked: Namespace) -> Answer:
    """Every norm with the documents that cite it, and those of them that have to be looked at."""
    lines = norms.lines(desk, norms.ids(desk, NormsQuery(text=asked.search)))
    citing, flagged = norms.citing_codes(desk), norms.citing_codes(desk, flagged=True)
    heads = (N_("Designation"), N_("Title"), N_("State"), N_("Changed on"), N_("Documents"), N_("To review"))
    rows = (
        (
            line.designation, line.title, desk.say(NORM_STATE_NAMES[line.state]), line.changed_on,
            ", ".join(citing.get(line.id, ())), ", ".join(flagged.get(line.id, ())),
        )
        for line in lines
    )  # fmt: skip
    data = [
        {
            "designation": line.designation,
            "title": line.title,
            "kind": line.kind.value,
            "state": line.state.value,
            "changed_on": line.changed_on,
            "documents": citing.get(line.id, []),
            "flagged": flagged.get(line.id, []),
        }
        for line in lines
    ]
    return Answer(data, table([desk.say(head) for head in heads], rows))


def export(desk: Desk, asked: Namespace) -> Answer:
    return writing.answer(desk, exporting.norms(desk, Path(asked.file)))


def print_norms(desk: Desk, asked: Namespace) -> Answer:
    """The register of norms, or those that one document cites."""
    if asked.document is not None:
        paper = papers.norms_of(desk, documents.by_code(desk, asked.document).id)
    else:
        paper = papers.norms(desk)
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))
