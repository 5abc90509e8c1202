"""`altdesk list copies`, `print copies`, `print handover`, `export copies`: where the paper is."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as writing
from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.copies import COPY_STATE_NAMES, CopiesQuery, CopyState, WorkingCopy
from altdesk.domain.marking import N_
from altdesk.services import copies, documents, exporting, printing
from altdesk.services.papers import copies as papers


def listing(desk: Desk, asked: Namespace) -> Answer:
    """Every working copy, or those in one state."""
    states = (CopyState(asked.state),) if asked.state else ()
    found = copies.every(desk, CopiesQuery(text=asked.search, states=states))
    heads = (N_("Document"), N_("No."), N_("Revision"), N_("Holder"), N_("Unit"), N_("Given on"), N_("State"))
    rows = (
        (
            copy.document, copy.number, copy.revision, copy.holder, copy.unit, copy.given_on,
            desk.say(COPY_STATE_NAMES[copy.state]),
        )
        for copy in found
    )  # fmt: skip
    return Answer([_data(copy) for copy in found], table([desk.say(head) for head in heads], rows))


def _data(copy: WorkingCopy) -> dict[str, Any]:
    names = ("document", "revision", "number", "holder", "post", "unit", "given_on", "returned_on", "withdrawn_on")
    data = {name: getattr(copy, name) for name in names}
    return data | {"kind": copy.kind.value, "state": copy.state.value, "note": copy.note}


def export(desk: Desk, asked: Namespace) -> Answer:
    return writing.answer(desk, exporting.copies(desk, Path(asked.file)))


def print_copies(desk: Desk, asked: Namespace) -> Answer:
    """The working copies of a document, or the copies to collect."""
    found = documents.by_code(desk, asked.document).id if asked.document is not None else None
    if asked.collect or found is None:
        paper = papers.collect(desk, found)
    else:
        paper = papers.copies(desk, found)
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))


def print_handover(desk: Desk, asked: Namespace) -> Answer:
    """The receipts of a revision that is handed over, or one to be filled in."""
    revision = documents.chosen_revision(documents.by_code(desk, asked.document), asked.revision)
    paper = papers.handovers_of(desk, revision.id)
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))
