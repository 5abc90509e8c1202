"""The risk register (§7), as an auditor expects it: one line per risk, and the map of all of them before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.organisation import Signatory
from altdesk.domain.risk_scale import Level, RiskScale
from altdesk.domain.risks import HeatCell, HeatMap, RiskLine, RiskState, Side, heat_map
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Heading, Holds, NewPage, Paragraph, Shade, Table
from altdesk.forms.form import LANDSCAPE, Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import SPECIALIST, UNIVERSITY
from altdesk.forms.words import PaperLanguage, day, say, value_language
from altdesk.forms.words.risks import LEVEL_WORDS, RISK_STATE_WORDS, SIDE_WORDS, STEP_WORDS

SHADES = {Level.LOW: Shade.PLAIN, Level.MEDIUM: Shade.HATCHED, Level.HIGH: Shade.SOLID}
LABEL, WIDEST = 40.0, 38.0  # mm: the column of likelihoods, a cell of the map


@dataclass(frozen=True)
class RisksData:
    """The lines of a register in the order shown, and the maps of the risks that are open."""

    rows: tuple[RiskLine, ...]
    scale: RiskScale
    maps: tuple[HeatMap, ...] = ()
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: RisksData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    as_of = say("as_of", language, day=day(data.on)) if data.on else ""
    return (
        parts.footer("risks", data.on, options),
        *parts.opening(options, data.organisation, say("risks", language), as_of),
        _register(data, language),
        Paragraph(say("total", language, count=len(data.rows)), sizes=(11,)),
        Paragraph(legend(data.scale, language), sizes=(10.5,), legend=True),
        *parts.signed(data.signed_by, options),
        *((NewPage(),) if data.maps else ()),
        *(block for shown in data.maps for block in map_blocks(shown, language)),
    )


def _register(data: RisksData, language: PaperLanguage) -> Table:
    level = say("risk_level", language)
    plain = Shade.PLAIN
    return Table(
        columns=(
            Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER),
            Column("title", say("risk_title", language), 42),
            Column("cause", say("risk_cause", language), 34),
            Column("place", say("risk_place", language), 26, sizes=(10,)),
            Column("initial", say("risk_initial", language), 25, Align.CENTRE, sizes=(10,), group=level),
            Column("residual", say("risk_residual", language), 25, Align.CENTRE, sizes=(10,), group=level),
            Column("measure", say("risk_measure", language), 37),
            Column("owner", say("risk_owner", language), 25, sizes=(10,)),
            Column("due_on", say("risk_due", language), 22, Align.CENTRE, sizes=(10,), holds=Holds.DAY),
            Column("state", say("risk_state", language), 22, Align.CENTRE, sizes=(10,)),
        ),
        rows=tuple((str(no), *_cells(line, language)) for no, line in enumerate(data.rows, 1)),
        shades=tuple(
            (plain, plain, plain, plain, _shade(line.level), _shade(line.residual_level), plain, plain, plain, plain)
            for line in data.rows
        ),
        head_height=14,
    )


def _shade(level: Level | None) -> Shade:
    return SHADES[level] if level else Shade.PLAIN


def _cells(line: RiskLine, language: PaperLanguage) -> tuple[str, ...]:
    said = value_language(language)
    state = say(RISK_STATE_WORDS[line.state], said)
    days = day(line.closed_on if line.state is RiskState.CLOSED else line.assessed_on)
    return (
        line.title,
        line.cause,
        ", ".join(part for part in (line.document, line.process) if part),
        _measured(line.level, line.likelihood, line.impact, said),
        _measured(line.residual_level, line.residual_likelihood, line.residual_impact, said),
        line.measure,
        line.owner,
        day(line.due_on),
        f"{days} {state}".strip(),
    )


def _measured(level: Level | None, likelihood: int | None, impact: int | None, language: PaperLanguage) -> str:
    """«жоғары 4 × 5 = 20»."""
    if level is None or likelihood is None or impact is None:
        return "–"
    return f"{say(LEVEL_WORDS[level], language)} {likelihood}\u00a0×\u00a0{impact}\u00a0=\u00a0{likelihood * impact}"


def map_blocks(shown: HeatMap, language: PaperLanguage) -> tuple[Block, ...]:
    """One map: a heading, likelihood down, impact across, in each cell how many risks and which level."""
    said = value_language(language)
    steps = shown.scale.steps
    wide = min(WIDEST, (LANDSCAPE.inner - LABEL) / steps)
    labels = [f"{number} – {say(word, said)}" for number, word in enumerate(STEP_WORDS[steps], 1)]
    columns = (
        Column("likelihood", say("risk_likelihood", language), LABEL),
        *(Column(label, label, wide, Align.CENTRE, group=say("risk_impact", language)) for label in labels),
    )
    rows = tuple(
        (label, *(_counted(cell, said) for cell in row))
        for label, row in zip(reversed(labels), shown.rows, strict=True)
    )
    counted = {(down, at) for down, row in enumerate(shown.rows) for at, cell in enumerate(row, 1) if cell.count}
    shades = tuple((Shade.PLAIN, *(SHADES[cell.level] for cell in row)) for row in shown.rows)
    away = say("risk_not_on_map", language, unassessed=shown.unassessed, elsewhere=shown.elsewhere)
    return (
        Heading(f"{say('risk_map', language)}: {say(SIDE_WORDS[shown.side], language).lower()}", keep=10),
        Table(columns, rows, row_height=10, shades=shades, bold=frozenset(counted)),
        *((Paragraph(away, sizes=(10.5,), legend=True),) if shown.unassessed or shown.elsewhere else ()),
    )


def _counted(cell: HeatCell, language: PaperLanguage) -> str:
    """«3 · жоғары»; where nothing is counted, the level alone."""
    level = say(LEVEL_WORDS[cell.level], language)
    return f"{cell.count} · {level}" if cell.count else level


def legend(scale: RiskScale, language: PaperLanguage) -> str:
    """From which product on a level is which."""
    bounds = {level.value: "–".join(map(str, sorted(set(scale.bounds(level))))) for level in Level}
    return say("risk_levels", language, **bounds)


def name(data: RisksData, options: PrintOptions) -> str:
    return say("risks", options.language) + (f" – {day(data.on)}" if data.on else "")


def sample() -> RisksData:
    scale = RiskScale()
    rows = (
        RiskLine(
            1, "Іс-шараға студенттердің аз қатысуы", "Іс-шара кестесінің сабақ кестесімен қабаттасуы", "ЖН-ALT-00",
            "Жастармен жұмысты ұйымдастыру", "Кестені институттармен алдын ала келісу", "ЖСК Бас маманы",
            date(2026, 12, 1), RiskState.OPEN, None, date(2026, 11, 2), 4, 4, Level.HIGH, 2, 4, Level.MEDIUM,
        ),
        RiskLine(
            2, "Мәжіліс хаттамасының уақытында рәсімделмеуі", "Хатшының ауысуы", "ЖН-ALT-00", "",
            "Хатшының орынбасарын тағайындау", "СҮ төрағасы", date(2026, 11, 15), RiskState.OPEN, None,
            date(2026, 11, 2), 3, 3, Level.MEDIUM, 1, 3, Level.LOW,
        ),
        RiskLine(
            3, "Құжаттың ескі нұсқасының қолданылуы", "Жұмыс көшірмелерінің жиналмауы", "ҚР-ALT-01", "",
            "Көшірмелерді тізім бойынша жинау", "АССД", None, RiskState.CLOSED, date(2026, 10, 1),
            date(2026, 9, 10), 2, 2, Level.LOW, 1, 2, Level.LOW,
        ),
        RiskLine(
            4, "Демеушінің бас тартуы", "", "", "Іс-шаралар", "", "", None, RiskState.OPEN, None,
        ),
    )  # fmt: skip
    initial = heat_map(scale, Side.INITIAL, {(4, 4): 1, (3, 3): 1})
    residual = heat_map(scale, Side.RESIDUAL, {(2, 4): 1, (1, 3): 1})
    return RisksData(
        rows,
        scale,
        (initial, residual),
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="risks",
    version=1,
    title="risks",
    data=RisksData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
