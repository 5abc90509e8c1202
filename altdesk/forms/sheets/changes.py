"""§12 ӨЗГЕРІСТЕРДІ ТІРКЕУ ПАРАҒЫ: the changes of a document, sheet after sheet as they were printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.documents import RevisionState
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Face, Footer, Heads, Holds, NewPage, Paragraph, Table, Title
from altdesk.forms.form import Form, Option, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY
from altdesk.forms.words import day, say, value_language

SIGNATURE = 9.0  # mm under the name, which stands in the cell that is signed
ROW_HEIGHT = SIGNATURE + 6  # mm


@dataclass(frozen=True)
class Entry:
    """A row; a blank one has only its number."""

    no: int
    paragraph: str = ""
    change: str = ""
    on: date | None = None
    name: str = ""
    corrects: int | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet with its heads as printed; `open` takes the blank rows asked for, `last` is the number they go on from.

    The first sheet has number 1; later ones continue it.
    """

    number: int
    code: str
    title: str
    organisation: Name
    entries: tuple[Entry, ...]
    open: bool = False
    last: int = 0


@dataclass(frozen=True)
class ChangesData:
    code: str
    sheets: tuple[Sheet, ...]
    state: RevisionState | None = None  # withdrawn when the whole document is


def body(data: ChangesData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    left = f"{say('changes', value_language(language)).capitalize()}, {data.code}"
    blocks: list[Block] = [Footer(say("page", language, page="%(page)s", pages="%(pages)s"), left=left)]
    if data.state is not None:
        blocks += parts.withdrawn(data.state, options)
    shown = [each for each in data.sheets if each.entries or (each.open and options.blank_rows)]
    for at, sheet in enumerate(shown or data.sheets[-1:]):  # an empty form can be printed too
        blocks += [NewPage()] if at else []
        blocks += _sheet(sheet, options)
    return tuple(blocks)


def _sheet(sheet: Sheet, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    number = say("sheet_no", value_language(language), number=sheet.number)
    if sheet.number > 1:
        number += f" ({say('continuation', value_language(language))})"
    quoted = sheet.title if "«" in sheet.title else f"«{sheet.title}»"
    heads: list[Block] = [*parts.letterhead(sheet.organisation, options)]
    heads.append(Title(say("changes", language).replace(" / ", "\n")))
    heads.append(Paragraph(f"{sheet.code} {quoted}", Face.BOLD, (12, 11), Align.CENTRE, lines=2, after=1))
    heads.append(Paragraph(number, sizes=(10,), align=Align.CENTRE, after=3))
    return (*heads, _table(sheet, options))


def _table(sheet: Sheet, options: PrintOptions) -> Table:
    language = options.language
    rows = [_cells(entry, options) for entry in sheet.entries]
    numbers = [entry.no for entry in sheet.entries]
    if sheet.open:
        blank = range(sheet.last + 1, sheet.last + 1 + options.blank_rows)
        rows += [(str(no), "", "", "", "") for no in blank]
        numbers += blank
    return Table(
        columns=(
            Column("no", say("no", language), 10, Align.CENTRE, sizes=(10.5, 9, 8), holds=Holds.NUMBER),
            Column("paragraph", say("paragraph", language), 27, sizes=(10.5, 10, 9)),
            Column("change", say("changes_made", language), 72),
            Column("on", say("date", language), 23, Align.CENTRE, holds=Holds.DAY),
            Column("name", say("name_signature", language), 43, sizes=(9.5, 9, 8.5, 8), signed=SIGNATURE),
        ),
        rows=tuple(rows),
        numbers=tuple(numbers),
        heads=Heads.NUMBERED,
        row_height=ROW_HEIGHT,
        head_height=10,
        air=1.0,
    )


def _cells(entry: Entry, options: PrintOptions) -> tuple[str, ...]:
    change = entry.change
    if entry.corrects is not None:
        change = f"{say('corrects_entry', value_language(options.language), number=entry.corrects)}: {change}"
    return str(entry.no), entry.paragraph, change, day(entry.on), entry.name


def name(data: ChangesData, options: PrintOptions) -> str:
    return f"{say('changes', options.language)} – {data.code}"


def sample() -> ChangesData:
    code, title = "ЖН-ALT-00", "Жастармен жұмысты ұйымдастыру қағидалары"
    organisation, person = UNIVERSITY, "Мұхамеджан Әсем"
    first = (
        Entry(1, "2.1", "«МС ISO 9000:2015» сілтемесі жаңартылды", date(2026, 9, 14), person),
        Entry(
            2,
            "5.5.2, екінші абзац",
            "СҮ жұмыс жоспарын бекіту тәртібі өзгертілді: жоспарды Корпоративтік және әлеуметтік даму жөніндегі"
            " проректор бекітеді, Тәрбие және әлеуметтік жұмыс департаментінің директоры келіседі.",
            date(2026, 10, 1),
            person,
        ),
    )
    second = (
        Entry(3, "5.5.2", "Абзац нөмірі 5.5.3 деп оқылсын", date(2026, 11, 20), "Тәуекел Заңғар Ермекұлы", corrects=2),
    )
    return ChangesData(
        code,
        (
            Sheet(1, code, title, organisation, first),
            Sheet(2, code, title, organisation, second, open=True, last=3),
        ),
    )


FORM = Form(
    code="changes",
    version=2,
    title="changes",
    data=ChangesData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
