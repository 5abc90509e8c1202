"""Charts as data and on paper: round scales, figures as written, names that never overlap, nothing said by an image."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import combinations

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.forms.blocks import Heading
from altdesk.forms.chart_placing import pictures
from altdesk.forms.charts import Chart, ChartKind, Series, Unit, parted, written
from altdesk.forms.drawing import area
from altdesk.forms.flow import Flow
from altdesk.forms.form import PORTRAIT, PrintOptions
from altdesk.forms.layout import lay_out
from altdesk.forms.marks import Box
from altdesk.forms.measure import Measure
from altdesk.forms.palette import LOOKS
from altdesk.forms.render import laid_out, render
from altdesk.forms.render.fonts import TinosMetrics
from altdesk.forms.sheets.report_figures import money
from tests.forms import charts, golden
from tests.forms.charts import DIRECTIONS, FORM, MONTHS, Year
from tests.forms.papers import HOSTILE

NONE = "Дерек жоқ"
KINDS = list(ChartKind)


def chart(*values, kind=ChartKind.BAR, names=None, unit=Unit.COUNT, **changed):
    return Chart(kind, "Іс-шаралар", names or tuple(f"{no}" for no in range(len(values))),
                 (Series("2026", values),), NONE, unit, **changed)  # fmt: skip


def placed(*given):
    return lay_out(given, PORTRAIT, TinosMetrics())


figures = st.one_of(st.integers(-(10**12), 10**12), st.decimals(-(10**9), 10**9, places=2))


@given(st.lists(figures, min_size=1, max_size=9))
def test_a_scale_holds_every_figure_in_few_round_steps(values):
    ticks = chart(*values).ticks()
    assert ticks[0] <= min(0, *values) <= max(0, *values) <= ticks[-1]
    steps = {second - first for first, second in zip(ticks, ticks[1:], strict=False)}
    assert len(steps) <= 1
    assert len(ticks) <= 9


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (1234567, "1\u00a0234\u00a0567"),
        (Decimal("820500.50"), "820\u00a0500,5"),
        (Decimal("12.345"), "12,35"),
        (-5, "−5"),
        (10**40, "\u00a0".join(["10", *["000"] * 13])),
    ],
)
def test_figures_are_written_as_papers_write_them(value, said):
    assert written(value) == said
    assert chart(value, unit=Unit.PERCENT).said(value) == f"{said}\u00a0%"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (650_000, "650\u00a0000"),
        (Decimal("650000.00"), "650\u00a0000"),
        (Decimal("650000.50"), "650\u00a0000,50"),
        (Decimal("650000.05"), "650\u00a0000,05"),
        (Decimal("0.5"), "0,50"),
    ],
)
def test_sums_on_a_chart_read_like_those_of_the_table(value, said):
    assert money(int(value * 100)) == said
    assert chart(value, unit=Unit.TENGE).said(value) == f"{said}\u00a0₸"


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60), st.integers(1, 20))
def test_a_parted_chart_loses_nothing_and_keeps_its_scale(values, most):
    whole = chart(*values)
    parts = parted(whole, most)
    assert tuple(value for part in parts for value in part.values) == whole.values
    assert tuple(name for part in parts for name in part.categories) == whole.categories
    assert all(len(part.categories) <= most and part.ticks()[-1] >= whole.ticks()[-1] for part in parts)
    assert len({part.ticks()[-1] for part in parts}) == 1


def test_a_series_has_a_figure_for_each_category():
    with pytest.raises(ValueError, match="2026"):
        Chart(ChartKind.BAR, "", ("а", "ә"), (Series("2026", (1,)),), NONE)


def test_short_months_stand_and_long_names_lie_down():
    assert chart(*range(10), kind=ChartKind.COLUMN, names=MONTHS).stands
    assert not chart(*range(6), kind=ChartKind.COLUMN, names=DIRECTIONS).stands
    assert not chart(*([1_250_000] * 10), kind=ChartKind.COLUMN, names=MONTHS, unit=Unit.TENGE).stands
    assert not chart(*range(13), kind=ChartKind.COLUMN).stands


def test_a_paper_of_charts_looks_as_reviewed():
    data, options = FORM.sample(), PrintOptions()
    golden.check(charts.GOLDEN, laid_out(FORM, data, options), render(FORM, data, options).content, (0, 1, 2))


def test_every_name_and_figure_is_text_to_be_found():
    with pdfplumber.open(BytesIO(render(FORM, FORM.sample()).content)) as pdf:
        said = "".join("".join(char["text"] for char in page.chars) for page in pdf.pages).replace("\u00a0", " ")
        assert not any(page.images for page in pdf.pages)
    for each in FORM.sample().charts:
        if each.drawn:
            for value in each.values:
                assert written(value).replace("\u00a0", " ") in said
            assert all(word in said for name in each.categories for word in name.split())
    assert said.count(FORM.sample().charts[-1].empty) == 1


def test_what_is_hidden_in_a_slim_segment_stands_behind_the_bar():
    stacked = Chart(
        ChartKind.STACKED,
        "",
        ("Қала",),
        (Series("а", (9,)), Series("ә", (1,)), Series("б", (0,))),
        NONE,
        most=500,
    )
    said = [text.text for text in placed(stacked).pages[0].texts]
    assert "10 = 9 + 1 + 0" in said


@pytest.mark.parametrize("kind", KINDS)
def test_zeros_and_nothing_are_said_in_words(kind):
    for empty in (
        chart(0, 0, kind=kind),
        Chart(kind, "Бос", (), (), NONE),
        Chart(kind, "Бос", (), (Series("", ()),), NONE),
    ):
        page = placed(empty).pages[0]
        assert page.texts[-1].text == NONE
        assert not page.shapes


def overlapping(page):
    """Pairs of texts that lie over each other by more than a hair."""
    boxes = [(t.x, t.y - t.size * 0.24, t.x + t.width, t.y, t.text) for t in page.texts if t.text.strip()]
    return [
        (one[4], other[4])
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 0.3 and min(one[3], other[3]) - max(one[1], other[1]) > 0.3
    ]


values_of_any_size = st.one_of(st.integers(0, 30), st.integers(0, 10**9), st.decimals(0, 10**7, places=2))


@given(
    st.sampled_from(KINDS),
    st.lists(st.sampled_from((*DIRECTIONS, *MONTHS, "Ә", "Ұзын " * 30, "W" * 90)), min_size=1, max_size=14),
    st.integers(1, 4),
    st.sampled_from(list(Unit)),
    st.data(),
)
def test_no_text_of_a_chart_lies_over_another_or_leaves_the_paper(kind, names, number, unit, drawn):
    series = tuple(
        Series(f"{year} оқу жылы", tuple(drawn.draw(values_of_any_size) for _ in names)) for year in range(number)
    )
    layout = placed(Chart(kind, "Іс-шаралар", tuple(names), series, NONE, unit, "ескерту"))
    for page in layout.pages:
        assert not overlapping(page)
        for text in page.texts:
            assert PORTRAIT.left - 0.1 <= text.x
            assert text.x + text.width <= PORTRAIT.width - PORTRAIT.right + 0.1
        for shape in page.shapes:
            for x, y in shape.points:
                assert PORTRAIT.left - 0.1 <= x <= PORTRAIT.width - PORTRAIT.right + 0.1
                assert PORTRAIT.top - 0.1 <= y <= PORTRAIT.height - PORTRAIT.bottom + 0.1


def test_a_chart_of_forty_categories_goes_on_on_the_next_page():
    long = chart(*range(1, 41), names=tuple(f"{no}. {DIRECTIONS[no % 6]}" for no in range(40)))
    flow = Flow(PORTRAIT, Measure(TinosMetrics()), ())
    assert [each.chart.title for each in pictures(long, flow)] == ["Іс-шаралар (1/2)", "Іс-шаралар (2/2)"]
    assert len(placed(long).pages) == 2


def test_a_heading_stays_with_its_chart():
    fill = [chart(*range(1, 12)) for _ in range(2)]
    layout = placed(*fill, Heading("Айлар"), chart(*range(1, 12)))
    (entry,) = layout.outline
    page = layout.pages[entry.page - 1]
    assert [text.text for text in page.texts if text.text == "Іс-шаралар" and text.y > entry.y]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_stay_text(kind, text):
    hostile = Chart(kind, text, (text, "Ә"), (Series(text, (3, 4)), Series("ә", (1, 2))), text, note=text)
    content = render(FORM, Year((hostile, replace(hostile, series=())))).content
    assert content == render(FORM, Year((hostile, replace(hostile, series=())))).content


def test_neighbours_differ_in_lightness_or_pattern_without_colour():
    def grey(rgb):
        red, green, blue = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    for one, other in combinations(LOOKS, 2):
        assert one.pattern != other.pattern or abs(grey(one.fill) - grey(other.fill)) > 25
    for one, other in zip(LOOKS, LOOKS[1:], strict=False):
        assert abs(grey(one.fill) - grey(other.fill)) > 60
        assert one.pattern != other.pattern


@given(st.floats(0.4, 90), st.floats(0.4, 30), st.sampled_from(LOOKS))
def test_a_pattern_never_leaves_its_box(width, height, used):
    box = Box(10, 20, width, height)
    for shape in area(box, used):
        for x, y in shape.points:
            assert 10 - 1e-6 <= x <= 10 + width + 1e-6
            assert 20 - 1e-6 <= y <= 20 + height + 1e-6
