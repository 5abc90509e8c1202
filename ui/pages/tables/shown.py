"""What the page of tables shows: a document, one of its revisions, the tables of that, and one of them."""

from __future__ import annotations

from dataclasses import dataclass

from altdesk.desk import Desk
from altdesk.domain.documents import Document, Revision, RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.matrix import Grid, GridKind
from altdesk.services import documents, matrix

Wanted = tuple[str, int]  # "document", "revision" or "table", and its id
NOTHING: Wanted = ("", 0)


@dataclass(frozen=True)
class Shown:
    """Empty from where nothing was chosen or nothing is there."""

    document: Document | None = None
    revision: Revision | None = None
    grids: tuple[Grid, ...] = ()
    grid: Grid | None = None

    @property
    def changeable(self) -> bool:
        """Whether the tables may be changed: those of a withdrawn revision stay as they are."""
        return self.revision is not None and self.revision.state is not RevisionState.WITHDRAWN

    @property
    def place(self) -> Wanted:
        """What to show again after a change: the table, else the nearest that is there."""
        for what, record in (("table", self.grid), ("revision", self.revision), ("document", self.document)):
            if record is not None:
                return what, record.id
        return NOTHING

    @property
    def code(self) -> str:
        return self.document.code if self.document else ""


def load(desk: Desk, wanted: Wanted, remembered: int) -> Shown:
    """In the desk's room: what is wanted, else what was shown last, else the first document with tables."""
    what, number = wanted
    try:
        match what:
            case "table":
                return _around_table(desk, number)
            case "revision":
                return _of_revision(desk, number)
            case "document":
                return _of_document(desk, number)
        return _around_table(desk, remembered)
    except Refusal:  # it is no longer there
        first = next(iter(matrix.with_tables(desk)), None)
        return Shown() if first is None else _of_document(desk, first)


def _around_table(desk: Desk, grid_id: int) -> Shown:
    shown = _of_revision(desk, matrix.get(desk, grid_id).revision_id)
    there = next((each for each in shown.grids if each.id == grid_id), shown.grid)
    return Shown(shown.document, shown.revision, shown.grids, there)


def _of_revision(desk: Desk, revision_id: int) -> Shown:
    revision = documents.revision_of(desk, revision_id)
    grids = tuple(matrix.of_revision(desk, revision_id))
    first = next((each for each in grids if each.kind is GridKind.MATRIX), next(iter(grids), None))
    return Shown(documents.get(desk, revision.document_id), revision, grids, first)


def _of_document(desk: Desk, document_id: int) -> Shown:
    known = documents.get(desk, document_id)
    return _of_revision(desk, documents.chosen_revision(known).id) if known.revisions else Shown(known)
