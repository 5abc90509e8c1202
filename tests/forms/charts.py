"""A paper and slides with every kind of chart and every block of a report; in no catalogue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from altdesk.forms.blocks import (
    Align,
    Approval,
    Block,
    Column,
    Contents,
    Footer,
    Heading,
    Holds,
    Keep,
    NewPage,
    Running,
    Signatures,
    Table,
    Title,
)
from altdesk.forms.charts import Chart, ChartKind, Series, Unit
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.slides import ChartSlide, Fact, FiguresSlide, Slide, TableSlide, TextSlide, TitleSlide
from altdesk.forms.words import say

DIRECTIONS = (
    "Интеллектуалдық даму",
    "Азаматтық-патриоттық тәрбие және құқықтық мәдениет",
    "Рухани-адамгершілік тәрбие",
    "Эстетикалық тәрбие",
    "Еңбек және экологиялық тәрбие",
    "Дене тәрбиесі және салауатты өмір салты",
)
MONTHS = ("қыркүйек", "қазан", "қараша", "желтоқсан", "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым")
GOLDEN = "sample_year-kk"
SPONSORS = ("«Тұлпар» ЖШС", "«Отандық өндірушілер» қауымдастығы", "«Алатау-Сервис» ЖШС", "Түлектер қоры")


@dataclass(frozen=True)
class Year:
    """What the sample of a report shows."""

    charts: tuple[Chart, ...]
    organisation: str = "«ALT Университеті» АҚ"
    rector: str = "Басқарма төрағасы – Ректор"
    rector_name: str = "Қ.Ә.\u00a0Үмбетәлиев-Жүнісбеков"
    points: tuple[str, ...] = (
        "Студенттік үкіметтің жұмыс жоспары толық орындалды",
        "Қала деңгейіндегі іс-шараларға қатысу екі есе өсті",
        "Үйірмелерге қатысушылар саны 312 студентке жетті",
    )


def charts(empty: str = "Көрсетілген кезең бойынша дерек жоқ") -> tuple[Chart, ...]:
    return (
        Chart(
            ChartKind.BAR,
            "Іс-шаралар бағыты бойынша",
            DIRECTIONS,
            (Series("2025–2026", (24, 31, 18, 12, 9, 27)),),
            empty,
            note="121 іс-шара, оның 4-еуі бойынша нәтиже толтырылмаған",
        ),
        Chart(
            ChartKind.STACKED,
            "Іс-шаралар деңгейі мен түрі бойынша",
            ("Университет", "Институт", "Қала", "Аудан"),
            (Series("Көпшілік", (34, 18, 9, 1)), Series("Топтық", (22, 14, 1, 0)), Series("Жеке", (12, 8, 2, 0))),
            empty,
        ),
        Chart(
            ChartKind.COLUMN,
            "Іс-шаралар айлар бойынша",
            MONTHS,
            (
                Series("2024–2025", (8, 12, 11, 9, 2, 10, 16, 14, 12, 3)),
                Series("2025–2026", (11, 15, 12, 10, 3, 12, 21, 17, 15, 5)),
            ),
            empty,
        ),
        Chart(
            ChartKind.LINE,
            "Қатысушылар айлар бойынша",
            MONTHS,
            (
                Series("2024–2025", (620, 940, 810, 700, 120, 760, 1480, 1010, 930, 210)),
                Series("2025–2026", (840, 1120, 930, 870, 160, 890, 1910, 1330, 1205, 340)),
            ),
            empty,
        ),
        Chart(
            ChartKind.BAR,
            "Демеушілік қаражат",
            SPONSORS,
            (Series("Сомасы", (Decimal("1250000"), Decimal("820500.50"), Decimal(400000), Decimal("95000"))),),
            empty,
            Unit.TENGE,
        ),
        Chart(
            ChartKind.BAR,
            "Жоспардың орындалуы",
            ("Студенттік үкімет", "Үйірмелер", "Спорт секциялары"),
            (
                Series("2024–2025", (Decimal("78.5"), 64, 81)),
                Series("2025–2026", (Decimal("92.3"), Decimal("71.4"), 100)),
            ),
            empty,
            Unit.PERCENT,
        ),
        Chart(ChartKind.BAR, "Ауданішілік іс-шаралар", DIRECTIONS, (Series("", (0, 0, 0, 0, 0, 0)),), empty),
    )


def table(rows: int = 6) -> Table:
    return Table(
        (
            Column("no", "№", 12),
            Column("name", "Демеуші", 80),
            Column("event", "Іс-шара", 53),
            Column("sum", "Сомасы, ₸", 30, Align.RIGHT, holds=Holds.NUMBER),
        ),
        tuple(
            (str(no), SPONSORS[no % len(SPONSORS)], "«Алтын күз» студенттік фестивалі", f"{no * 50}\u00a0000")
            for no in range(1, rows + 1)
        ),
    )


def body(data: Year, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    sections: list[Block] = []
    for number, chart in enumerate(data.charts, 1):
        sections += [Heading(f"{number}. {chart.title}"), Keep((Running(data.points[0]), replace(chart, title="")))]
    return (
        Footer(say("page", language), data.organisation),
        Approval(
            (
                say("approve", language),
                data.rector,
                f"______________\u00a0{data.rector_name}",
                say("approval_day", language),
            ),
            (say("agreed", language), "Проректор", "______________ А.Б. Тегі", say("approval_day", language)),
        ),
        Title("ЖЫЛДЫҚ ЕСЕП"),
        Contents("Мазмұны"),
        NewPage(),
        *sections,
        Heading("8. Демеушілер", 1),
        Heading("8.1. Кесте", 2),
        table(),
        Signatures((("ТжӘЖД директоры", "Б.В. Үлгі"),)),
    )


def slides(data: Year, options: PrintOptions) -> tuple[Slide, ...]:
    empty = say("no_figures", options.language)
    return (
        TitleSlide("Жастармен жұмыс туралы жылдық есеп", (data.organisation, "2025–2026 оқу жылы"), "Алматы, 2026"),
        FiguresSlide(
            "Жыл қорытындысы",
            (
                Fact("121", "іс-шара", "өткен жылы 97"),
                Fact("9\u00a0595", "қатысушы"),
                Fact("2\u00a0565\u00a0500,5\u00a0₸", "демеушілік қаражат"),
                Fact("92,3\u00a0%", "жоспар орындалды", "өткен жылы 78,5 %"),
            ),
            empty,
        ),
        *(ChartSlide(chart) for chart in data.charts),
        TableSlide("Демеушілер", table(20), empty),
        TextSlide("Оң үрдістер", data.points, empty),
    )


def sample() -> Year:
    return Year(charts())


FORM: Form[Year] = Form(
    "sample_year",
    1,
    "binder",
    Year,
    body,
    lambda data, options: "Жылдық есеп",
    sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX, Output.PPTX),
    slides=slides,
)
