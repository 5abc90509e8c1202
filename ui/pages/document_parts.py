"""What stands below the fields of a document: each part declared on a line, in the order of the panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altdesk.domain.acquaintance import USUAL_WAY
from ui.widgets.audience import Audience
from ui.widgets.changes import Changes
from ui.widgets.document_copies import DocumentCopies
from ui.widgets.document_norms import DocumentNorms
from ui.widgets.document_original import DocumentOriginal
from ui.widgets.document_part import DocumentPart
from ui.widgets.document_risks import DocumentRisks
from ui.widgets.document_tables import DocumentTables
from ui.widgets.revisions import Revisions

if TYPE_CHECKING:
    from ui.pages.documents import DocumentsPage


@dataclass(frozen=True)
class Below:
    """A part below a document's fields: how it is made, the tables it shows, whether it is open until one folds it."""

    key: str
    make: Callable[[DocumentsPage], DocumentPart]
    shows: frozenset[str] = frozenset()
    opened: bool = False


PARTS = (
    Below(
        "revisions",
        lambda page: Revisions(page.shell, page.commit),
        frozenset({"revision", "revision_step", "attachment"}),
        opened=True,
    ),
    Below(
        "audience",
        lambda page: Audience(page.shell, page.commit, page.make_sheet, page.show_missing),
        frozenset({"audience", "duty", "person", "further_post", "unit", "saved_group", "group_member"}),
        opened=True,
    ),
    Below(
        "changes",
        lambda page: Changes(page.shell, page.commit, page.show_paper, USUAL_WAY),
        frozenset({"change", "change_sheet", "norm_flag", "audience"}),
    ),
    Below(
        "original",
        lambda page: DocumentOriginal(page.shell, page.commit, page.show_paper),
        frozenset({"handover", "revision"}),
    ),
    Below(
        "copies",
        lambda page: DocumentCopies(page.shell, page.commit, page.show_paper),
        frozenset({"working_copy", "revision"}),
    ),
    Below(
        "norms",
        lambda page: DocumentNorms(page.shell, page.commit, page.show_paper),
        frozenset({"norm", "document_norm", "norm_change", "norm_flag"}),
    ),
    Below(
        "tables",
        lambda page: DocumentTables(page.shell, page.show_paper),
        frozenset({"grid", "grid_row", "revision"}),
    ),
    Below("risks", lambda page: DocumentRisks(page.shell), frozenset({"risk", "assessment"})),
)
