"""Tables of a document's revision: the responsibility matrix (§5.5), outputs (§5.2), inputs (§5.3), storage (§5.6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from altdesk.domain.marking import N_

MOST_ROWS, MOST_COLUMNS = 500, 40


class GridKind(StrEnum):
    """Which table of the document it is."""

    MATRIX = "matrix"  # §5.5
    OUTPUTS = "outputs"  # §5.2
    INPUTS = "inputs"  # §5.3
    STORAGE = "storage"  # §5.6
    OTHER = "other"


class Holds(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    LETTERS = "letters"  # Б, Ж, О, Қ, several of them
    CROSS = "cross"  # Х or nothing


KIND_NAMES = {
    GridKind.MATRIX: N_("Responsibility matrix"),
    GridKind.OUTPUTS: N_("Consumers and outputs"),
    GridKind.INPUTS: N_("Suppliers and inputs"),
    GridKind.STORAGE: N_("Storage of documents"),
    GridKind.OTHER: N_("Another table"),
}
HOLDS_NAMES = {
    Holds.TEXT: N_("Words"),
    Holds.LETTERS: N_("Letters Б, Ж, О, Қ"),
    Holds.CROSS: N_("Mark Х"),
}


@dataclass(frozen=True)
class GridColumn:
    """A column; neighbours of the same `group` stand under one head."""

    head: str = ""
    group: str = ""
    holds: Holds = Holds.TEXT
    id: int = 0


@dataclass(frozen=True)
class GridRow:
    """A row: a cell for each column, in the order of the columns."""

    cells: tuple[str, ...]
    id: int = 0


@dataclass(frozen=True)
class GridDraft:
    """A table as typed. `note` stands below it; an empty note of a matrix is the legend of its letters."""

    kind: GridKind
    title: str = ""
    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Grid(GridDraft):
    """A kept table."""

    id: int = 0
    revision_id: int = 0

    def row_at(self, row_id: int) -> int:
        """The place of a row, from 0. Raises StopIteration where there is no such row."""
        return next(at for at, row in enumerate(self.rows) if row.id == row_id)

    def column_at(self, column_id: int) -> int:
        """The place of a column, from 0. Raises StopIteration where there is no such column."""
        return next(at for at, column in enumerate(self.columns) if column.id == column_id)


# What a new table begins with. Titles and heads are data of a Kazakh document, in the words of its source.
_UNITS, _USERS = "Жауапты құрылымдық бөлімшелер (лауазымы)", "Тұтынушылар"
_STORED = "Құжатталған ақпаратты сақтау орны"
_CONSUMER = "Білім беру қызметінің тұтынушысы"
NEW_GRIDS = {
    GridKind.MATRIX: GridDraft(
        GridKind.MATRIX,
        "Жұмыс нұсқаулығына кіретін операцияларды орындау жауапкершілігі матрицасы",
        (GridColumn("Үдерістің кезеңдері"), GridColumn("", _UNITS, Holds.LETTERS)),
    ),
    GridKind.OUTPUTS: GridDraft(
        GridKind.OUTPUTS,
        "Жұмыс нұсқаулығының тұтынушылары мен нәтижелерінің сипаттамасы",
        (
            GridColumn("Нәтиже"),
            GridColumn("Т", _USERS, Holds.CROSS),
            GridColumn("Институттар", _USERS, Holds.CROSS),
            GridColumn("Кафедралар", _USERS, Holds.CROSS),
            GridColumn(_CONSUMER, _USERS, Holds.CROSS),
        ),
    ),
    GridKind.INPUTS: GridDraft(
        GridKind.INPUTS,
        "Жұмыс нұсқаулығындағы жеткізушілер мен кірістердің сипаттамасы",
        (
            GridColumn("Нәтиже"),
            GridColumn(_CONSUMER, _USERS, Holds.CROSS),
            GridColumn("Кафедралар", _USERS, Holds.CROSS),
            GridColumn("Институттар", _USERS, Holds.CROSS),
        ),
    ),
    GridKind.STORAGE: GridDraft(
        GridKind.STORAGE,
        "Жұмыс нұсқаулығы сапасы бойынша құжатталған ақпаратты сақтау",
        (
            GridColumn("Құжаттың/ақпараттың атауы"),
            GridColumn("Құжатқа/ақпаратқа жауапты қызметкердің лауазымы"),
            GridColumn("Электрондық нұсқа", _STORED),
            GridColumn("Қағаз нұсқа", _STORED),
        ),
    ),
    GridKind.OTHER: GridDraft(GridKind.OTHER, "", (GridColumn(), GridColumn())),
}
