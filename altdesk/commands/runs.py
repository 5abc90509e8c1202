"""Which function does which command."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from altdesk.commands import exporting, importing, listing, printing, sheets, steps
from altdesk.commands.answer import Answer
from altdesk.commands.selftest import self_test
from altdesk.desk import Desk

__all__ = ["ON_DESK", "self_test"]

Name = tuple[str, str | None]

ON_DESK: Mapping[Name, Callable[[Desk, Namespace], Answer]] = {
    ("import", "people"): importing.people,
    ("import", "documents"): importing.documents,
    ("export", "people"): exporting.run,
    ("export", "documents"): exporting.run,
    ("export", "acquaintance"): exporting.run,
    ("list", "people"): listing.people,
    ("list", "documents"): listing.all_documents,
    ("list", "sheets"): listing.sheets,
    ("list", "coverage"): listing.coverage,
    ("list", "debts"): listing.debts,
    ("sheet", "new"): sheets.new,
    ("sheet", "mark"): sheets.mark,
    ("print", "acquaintance"): printing.acquaintance,
    ("print", "residual"): printing.residual,
    ("print", "debts"): printing.debts,
    ("print", "coverage"): printing.coverage,
    ("undo", None): steps.undo,
    ("redo", None): steps.redo,
    ("history", None): steps.history,
}
