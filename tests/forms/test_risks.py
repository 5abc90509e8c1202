"""The risk register on paper: levels are told apart by word and pattern, and every risk stands on the map once."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from altdesk.domain.risk_scale import USUAL_SCALES, Level
from altdesk.domain.risks import RiskLine, RiskState, Side, heat_map
from altdesk.forms.blocks import Face, Shade, Table
from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.marks import Box
from altdesk.forms.render import laid_out, render
from altdesk.forms.shading import STRIP, hatch
from altdesk.forms.sheets.risks import FORM, legend
from altdesk.forms.words import PaperLanguage
from tests.forms.papers import HOSTILE
from tests.forms.test_layout import crossing


def tables(data):
    return [block for block in FORM.body(data, PrintOptions()) if isinstance(block, Table)]


def test_a_level_is_a_word_and_a_pattern():
    register, initial, _residual = tables(FORM.sample())
    levels = {row[4].split()[0]: shades[4] for row, shades in zip(register.rows, register.shades, strict=True)}
    assert levels == {"жоғары": Shade.SOLID, "орташа": Shade.HATCHED, "төмен": Shade.PLAIN, "–": Shade.PLAIN}
    words = {(text.split()[-1], shade) for row, shades in zip(initial.rows, initial.shades, strict=True)
             for text, shade in zip(row[1:], shades[1:], strict=True)}  # fmt: skip
    assert words == {("төмен", Shade.PLAIN), ("орташа", Shade.HATCHED), ("жоғары", Shade.SOLID)}


@pytest.mark.parametrize("steps", [3, 4, 5])
def test_the_map_goes_up_with_likelihood_and_right_with_impact(steps):
    scale = USUAL_SCALES[steps]
    shown = heat_map(scale, Side.INITIAL, {(steps, 1): 7, (1, steps): 2})
    data = replace(FORM.sample(), scale=scale, maps=(shown,))
    table = tables(data)[1]
    assert [row[0][0] for row in table.rows] == [str(number) for number in range(steps, 0, -1)]
    assert table.rows[0][1].startswith("7 · ")
    assert table.rows[-1][-1].startswith("2 · ")
    assert table.bold == {(0, 1), (steps - 1, steps)}
    layout = laid_out(FORM, data, PrintOptions())
    assert [t.text for p in layout.pages for t in p.texts if t.face is Face.BOLD and " · " in t.text] == [
        table.rows[0][1],
        table.rows[-1][-1],
    ]


def test_solid_and_hatched_strips_stand_in_the_cells_they_mark():
    layout = laid_out(FORM, FORM.sample(), PrintOptions())
    for page in layout.pages:
        assert page.fills
        for fill in page.fills:
            assert fill.w == STRIP
            assert any(frame.box.x <= fill.x and frame.box.y <= fill.y for frame in page.frames)
        for text in page.texts:
            assert not any(
                fill.x < text.x + text.width and text.x < fill.x + fill.w and fill.y < text.y < fill.y + fill.h
                for fill in page.fills
            )
    assert not crossing(layout)


@given(st.floats(0, 100), st.floats(0, 100), st.floats(1, 20), st.floats(1, 200))
@settings(max_examples=50, deadline=None)
def test_hatching_never_leaves_its_box(x, y, w, h):
    for rule in hatch(Box(x, y, w, h)):
        for at, down in ((rule.x1, rule.y1), (rule.x2, rule.y2)):
            assert x - 1e-6 <= at <= x + w + 1e-6
            assert y - 1e-6 <= down <= y + h + 1e-6


def test_word_shades_the_cells_and_says_the_level():
    document = Document(BytesIO(render(FORM, FORM.sample(), output=Output.DOCX).content))
    filled = {
        cell.text.split()[0]: cell._tc.tcPr.find(qn("w:shd")).get(qn("w:fill"))
        for row in document.tables[0].rows
        for cell in row.cells
        if cell._tc.tcPr.find(qn("w:shd")) is not None
    }
    assert set(filled) == {"жоғары", "орташа"}
    assert filled["жоғары"] < filled["орташа"]  # the darker one
    bold = [run.text for row in document.tables[2].rows for cell in row.cells
            for p in cell.paragraphs for run in p.runs if run.bold]  # fmt: skip
    assert bold == ["1 · жоғары", "1 · орташа"]


def test_the_legend_says_the_bounds_of_the_scale():
    assert legend(USUAL_SCALES[3], PaperLanguage.EN) == (
        "The level is likelihood times impact: 1–2 – low, 3–5 – medium, 6–9 – high."
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_their_cells(text):
    line = RiskLine(1, text, text, text, text, text, text, None, RiskState.OPEN, None, None, 5, 5, Level.HIGH)
    data = replace(FORM.sample(), rows=(line,), organisation=text)
    layout = laid_out(FORM, data, PrintOptions())
    for page in layout.pages:
        for item in page.texts:
            assert item.x + item.width <= item.box.x + item.box.w + 0.01
    assert not crossing(layout)
