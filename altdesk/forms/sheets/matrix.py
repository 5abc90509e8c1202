"""§5.5 responsibility matrix: stages by units, its legend below; the other tables of a document are laid out alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from altdesk.domain.documents import RevisionState
from altdesk.domain.matrix import Grid, GridColumn, GridKind, GridRow, Holds
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Face, Footer, Heading, Paragraph, Table
from altdesk.forms.form import LANDSCAPE, PORTRAIT, Form, Output, PageSetup, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY
from altdesk.forms.words import PaperLanguage, day, say, stacked, value_language

NO = 10.0  # mm
LEAST = {Holds.TEXT: 38.0, Holds.LETTERS: 25.0, Holds.CROSS: 25.0}  # mm: no word of an ordinary head is cut
FIRST = 12.0  # mm more for the column that says what the row is about
ROOMY = 22.0  # mm


@dataclass(frozen=True)
class GridsData:
    """Tables of one revision of a document."""

    code: str
    title: str
    revision: int
    grids: tuple[Grid, ...]
    state: RevisionState = RevisionState.IN_FORCE
    effective_on: date | None = None
    organisation: Name = ""


def body(data: GridsData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    revision = f"{say('revision', value_language(language))} {data.revision}"
    return (
        Footer(say("page", language, page="%(page)s", pages="%(pages)s"), f"{data.code}, {revision.lower()}"),
        *parts.withdrawn(data.state, options),
        *opening(data, options),
        *(block for grid in data.grids for block in blocks_of(grid, language, setup(data).inner)),
    )


def opening(data: GridsData, options: PrintOptions) -> tuple[Block, ...]:
    """Whose tables these are: organisation, document, revision."""
    language = options.language
    quoted = data.title if "«" in data.title else f"«{data.title}»"
    organisation = stacked(data.organisation, language)
    details = f"{say('revision', language)}: {data.revision}"
    if data.effective_on:
        details += f"     {say('effective_on', language)}: {day(data.effective_on)}"
    return (
        *((Paragraph(organisation, sizes=(11, 10, 9), align=Align.CENTRE),) if organisation else ()),
        Paragraph(f"{data.code} {quoted}", Face.BOLD, (12, 11), Align.CENTRE),
        Paragraph(details, sizes=(10.5,), align=Align.CENTRE, after=5),
    )


def blocks_of(grid: Grid, language: PaperLanguage, width: float) -> tuple[Block, ...]:
    """One table of a document as in its source: title, table with its common heads, the note below."""
    note = grid.note or (say("matrix_legend", language) if grid.kind is GridKind.MATRIX else "")
    rows = tuple((f"{no}.", *row.cells) for no, row in enumerate(grid.rows, 1))
    return (
        Heading(grid.title or say(_WORDS[grid.kind], language), keep=6),
        Table(columns=_columns(grid.columns, say("no", language), width), rows=rows, head_height=12),
        *((Paragraph(note, sizes=(10.5,), after=6, legend=True),) if note else ()),
    )


def _columns(columns: Sequence[GridColumn], no: str, width: float) -> tuple[Column, ...]:
    """The least widths, and the room that is left shared among the columns of words."""
    least = _least(columns)
    spare = width - NO - sum(least)
    words = [at for at, column in enumerate(columns) if column.holds is Holds.TEXT] or list(range(len(columns)))
    shared = spare > 0
    widths = [
        wide + (spare / len(words) if at in words else 0) if shared else wide * (width - NO) / sum(least)
        for at, wide in enumerate(least)
    ]
    made = [
        Column(
            str(at),
            column.head,
            wide,
            _ALIGN[column.holds],
            sizes=(11,) if wide >= ROOMY else (10, 9, 8),
            group=column.group,
        )
        for at, (column, wide) in enumerate(zip(columns, widths, strict=True))
    ]
    return (Column("no", no, NO, Align.CENTRE), *made)


def _sizes(width: float) -> tuple[float, ...]:
    """From some width on a row grows rather than its text becomes small."""
    return (11,) if width >= ROOMY else (10, 9, 8)


def _least(columns: Sequence[GridColumn]) -> list[float]:
    return [LEAST[column.holds] + (FIRST if at == 0 else 0) for at, column in enumerate(columns)]


def setup(data: GridsData) -> PageSetup:
    """Upright, unless a table is too wide for it."""
    widest = max((sum(_least(grid.columns)) for grid in data.grids), default=0.0)
    return LANDSCAPE if NO + widest > PORTRAIT.inner else PORTRAIT


_ALIGN = {Holds.TEXT: Align.LEFT, Holds.LETTERS: Align.CENTRE, Holds.CROSS: Align.CENTRE}
_WORDS = {
    GridKind.MATRIX: "matrix",
    GridKind.OUTPUTS: "outputs",
    GridKind.INPUTS: "inputs",
    GridKind.STORAGE: "storage",
    GridKind.OTHER: "tables",
}


def form_of(code: str, sample: Callable[[], GridsData]) -> Form[GridsData]:
    """The form of one kind of tables; `code` is also the key of its title."""
    return Form(
        code=code,
        version=1,
        title=code,
        data=GridsData,
        body=body,
        name=partial(_name, code),
        sample=sample,
        outputs=(Output.PDF, Output.DOCX, Output.XLSX),
        turned=setup,
    )


def _name(code: str, data: GridsData, options: PrintOptions) -> str:
    return f"{say(code, options.language)} – {data.code}"


def sample_of(*grids: Grid) -> GridsData:
    """A paper to look at with these tables."""
    return GridsData(
        "ЖН-ALT-00",
        "Жастармен жұмысты ұйымдастыру қағидалары",
        2,
        grids,
        effective_on=date(2026, 9, 1),
        organisation=UNIVERSITY,
    )


def filled(kind: GridKind, title: str, columns: tuple[GridColumn, ...], *rows: tuple[str, ...]) -> Grid:
    """A table of a sample."""
    return Grid(kind, title, columns, tuple(GridRow(row) for row in rows))


UNITS = "Жауапты құрылымдық бөлімшелер (лауазымы)"
HEADS = (
    "ТжӘЖД Директоры",
    "ЖСК Жетекшісі",
    "Институт (тәрбие жөніндегі директор орынбасары)",
    "СҮ",
)
STAGES = (
    ("Жоспарлау", "Б", "Б, Ж, О", "О", "Ж,О,Қ"),
    ("Орындау", "Б", "Б, Ж, О", "О", "Ж,О,Қ"),
    ("Жастармен жұмыс ұйымдастырудың орындалуын бақылау", "Б", "Б, Ж, О", "", "Ж,О,Қ"),
    ("Мониторинг нәтижелері бойынша жастармен жұмыс ұйымдастыруды талдау", "Б", "Б, Ж, О", "", "Ж,О,Қ"),
    (
        "Студенттің шығармашылық әлеуетін, дамыған тұлға талаптарына сәйкес деңгейін анықтау жөніндегі шешім қабылдау",
        "Б",
        "Б, Ж, О",
        "",
        "Ж,О,Қ",
    ),
    ("Жастармен жұмыс ұйымдастырудың қорытындысын шығару", "Б", "Б, Ж, О", "", ""),
)


def sample_matrix() -> Grid:
    return filled(
        GridKind.MATRIX,
        "5.5. Жұмыс нұсқаулығына кіретін операцияларды орындау жауапкершілігі матрицасы",
        (GridColumn("Үдерістің кезеңдері"), *(GridColumn(head, UNITS, Holds.LETTERS) for head in HEADS)),
        *STAGES,
    )


FORM = form_of("matrix", lambda: sample_of(sample_matrix()))
