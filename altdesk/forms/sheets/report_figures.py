"""Tables and charts of a report's figures: the same breakdown is laid out as both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from altdesk.domain.events_kinds import HeldState
from altdesk.domain.report_figures import NONE_SAID, Breakdown, Counts, Figure, Line, share_held
from altdesk.forms.blocks import Align, Column, Holds, Table
from altdesk.forms.charts import Chart, ChartKind, Series, Unit, written
from altdesk.forms.words import PaperLanguage, say, value_language
from altdesk.forms.words.days import MONTHS
from altdesk.forms.words.events_kinds import DIRECTION_WORDS, EVENT_KIND_WORDS, EVENT_LEVEL_WORDS, FORM_WORDS
from altdesk.forms.words.report import KEY_FIGURE_WORDS
from altdesk.forms.words.wording import Words

INNER = 175.0  # mm
TIYN = 100
_HEADS = {
    "all": "report_all",
    "people": "report_people",
    "money": "report_sum",
    HeldState.HELD: "report_held",
    HeldState.MOVED: "report_moved",
    HeldState.NOT_HELD: "report_not_held",
    HeldState.PLANNED: "report_open",
}
_LEVELS = {str(key): words for key, words in EVENT_LEVEL_WORDS.items()}
_LINES: Mapping[str, Mapping[str, Words]] = {
    "direction": {str(key): words for key, words in DIRECTION_WORDS.items()},
    "form": {str(key): words for key, words in FORM_WORDS.items()},
    "kind": {str(key): words for key, words in EVENT_KIND_WORDS.items()},
    "year": KEY_FIGURE_WORDS,
}


def amount(tiyn: int) -> Decimal:
    """Money in tenge."""
    return Decimal(tiyn) / TIYN


def drawn(figure: Figure) -> int | Decimal:
    """A figure as a chart draws it."""
    return amount(figure.value) if figure.counts is Counts.MONEY else figure.value


def money(tiyn: int) -> str:
    """Money as a table writes it: whole tenge, or with both places of the tiyn."""
    whole, rest = divmod(tiyn, TIYN)
    return f"{written(whole)},{rest:02}" if rest else written(whole)


def figure_text(figure: Figure) -> str:
    """A figure as a table writes it."""
    return money(figure.value) if figure.counts is Counts.MONEY else written(figure.value)


def label(of: Breakdown, key: str, language: PaperLanguage) -> str:
    """What a line of a table is called on paper; on a bilingual one in both languages."""
    if key == NONE_SAID:
        return say("report_not_said", language)
    if of.key == "month":
        year, month = key.split("-")
        return f"{nominative(int(month), language)} {year}"
    known = _LINES.get(of.key, {}).get(key)
    return say(known, language) if known else key


_RUSSIAN = (
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip


def nominative(month: int, language: PaperLanguage) -> str:
    """The name of a month, standing alone."""
    russian = _RUSSIAN[month - 1]
    if language is PaperLanguage.RU:
        return russian
    said = say(MONTHS[month - 1], value_language(language))
    return f"{said} / {russian}" if language is PaperLanguage.BILINGUAL else said


def head(key: str, language: PaperLanguage) -> str:
    """What a column of a breakdown is called on paper."""
    if key in _LEVELS:
        return say(_LEVELS[key], language)
    if key == NONE_SAID:
        return say("report_not_said", language)
    return say(_HEADS[key], language) if key in _HEADS else key


def table(of: Breakdown, first: str, language: PaperLanguage, *, share: bool = False) -> Table:
    """A breakdown as a table: its lines, the sum at the foot in bold; `share` adds how much was carried out."""
    across = len(of.columns) + share
    wide = min(26.0, 132.0 / across)
    columns = [Column("line", say(first, language), INNER - wide * across)]
    columns += [
        Column(key or "none", head(key, language), wide, Align.CENTRE, holds=Holds.NUMBER) for key in of.columns
    ]
    if share:
        columns.append(Column("share", say("report_share", language), wide, Align.CENTRE, holds=Holds.NUMBER))
    lines = [(label(of, line.key, language), line) for line in of.lines]
    if of.total is not None:
        lines.append((say("report_in_total", language), of.total))
    rows = tuple((name, *_cells(line, share=share)) for name, line in lines)
    last = len(rows) - 1
    bold = frozenset((last, at) for at in range(across + 1)) if of.total is not None else frozenset()
    return Table(tuple(columns), rows, head_height=9, bold=bold, summed=of.total is not None)


def _cells(line: Line, *, share: bool) -> tuple[str, ...]:
    cells = tuple(map(figure_text, line.figures))
    if not share:
        return cells
    carried_out = share_held(line)
    return (*cells, "–" if carried_out is None else str(carried_out))


def chart(
    of: Breakdown,
    columns: Iterable[str],
    title: str,
    language: PaperLanguage,
    kind: ChartKind = ChartKind.BAR,
    unit: Unit = Unit.COUNT,
    named: Callable[[str], str] | None = None,
) -> Chart:
    """Some columns of a breakdown as a chart."""
    series = tuple(
        Series(head(key, language), tuple(map(drawn, of.column(key)))) for key in columns if key in of.columns
    )
    names = tuple((named or (lambda key: label(of, key, language)))(line.key) for line in of.lines)
    return Chart(kind, say(title, language), names, series, say("no_figures", language), unit)


def percents(of: Breakdown, language: PaperLanguage) -> Chart:
    """How many of a hundred rows of each plan were carried out."""
    values = tuple(share_held(line) or 0 for line in of.lines)
    return Chart(
        ChartKind.BAR,
        say("report_by_plan_percent", language),
        tuple(line.key for line in of.lines),
        (Series(say("report_held", language), values),),
        say("no_figures", language),
        Unit.PERCENT,
        most=100,
    )


def month_names(key: str, language: PaperLanguage) -> str:
    """A short name of a month, for columns that stand: «қыр.»; its whole name where it is short. Bilingual, with its
    twin."""
    both = (PaperLanguage.KK, PaperLanguage.RU) if language is PaperLanguage.BILINGUAL else (language,)
    names = [nominative(int(key.split("-")[1]), each) for each in both]
    return " / ".join(name if len(name) <= 4 else f"{name[:3]}." for name in names)
