"""The tables of a document on paper: as in the source, with their legend, upright unless they are too wide."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from altdesk.domain.documents import RevisionState
from altdesk.domain.matrix import Grid, GridColumn, GridKind, GridRow, Holds
from altdesk.forms.form import LANDSCAPE, PORTRAIT, PrintOptions
from altdesk.forms.render import laid_out, render
from altdesk.forms.sheets import inputs, matrix, outputs, storage, tables
from altdesk.forms.words import PaperLanguage, say
from tests.forms.papers import HOSTILE
from tests.forms.test_layout import crossing


def printed(form, data, language=PaperLanguage.KK):
    with pdfplumber.open(BytesIO(render(form, data, PrintOptions(language)).content)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages), [
            table for page in pdf.pages for table in page.extract_tables()
        ]


def joined(row):
    return tuple(" ".join(cell.split()) if cell is not None else None for cell in row)


def test_the_matrix_stands_on_paper_as_in_its_source():
    text, (table,) = printed(matrix.FORM, matrix.FORM.sample())
    rows = [joined(row) for row in table]
    assert rows[0] == ("№", "Үдерістің кезеңдері", "Жауапты құрылымдық бөлімшелер (лауазымы)", None, None, None)
    assert rows[1][2:] == matrix.HEADS
    assert rows[2] == ("1.", "Жоспарлау", "Б", "Б, Ж, О", "О", "Ж,О,Қ")
    assert rows[-1][2:] == ("Б", "Б, Ж, О", "", "")
    assert " ".join(say("matrix_legend", PaperLanguage.KK).split()) in " ".join(text.split())


def test_the_legend_is_said_in_the_language_of_the_paper_unless_a_note_was_typed():
    data = matrix.FORM.sample()
    assert "Примечание: Б – контроль" in printed(matrix.FORM, data, PaperLanguage.RU)[0]
    own = replace(data, grids=(replace(data.grids[0], note="Ескертпе: өз сөзі"),))
    text = printed(matrix.FORM, own, PaperLanguage.RU)[0]
    assert "өз сөзі" in text
    assert "Примечание" not in text


@pytest.mark.parametrize(("form", "first"), [
    (outputs.FORM, ("1.", "СҮ Жоспары", "Х", "", "", "Х")),
    (inputs.FORM, ("1.", "Дамыған тұлға", "Х", "", "")),
    (storage.FORM, ("1.", "СҮ жұмыс жоспары", "ЖСК Жетекшісі", "ТжӘЖД", "ТжӘЖД")),
], ids=["outputs", "inputs", "storage"])  # fmt: skip
def test_other_tables_stand_as_in_their_source_and_have_no_legend(form, first):
    text, (table,) = printed(form, form.sample())
    assert joined(table[2]) == first
    assert "Ескертпе" not in text


def wide(units: int) -> matrix.GridsData:
    heads = tuple(GridColumn(f"{at}-бөлімше басшысы", "Бөлімшелер", Holds.LETTERS) for at in range(units))
    rows = (GridRow(("Жоспарлау", *("Б, Ж, О, Қ",) * units)),)
    return matrix.sample_of(Grid(GridKind.MATRIX, "Кең", (GridColumn("Кезең"), *heads), rows))


@pytest.mark.parametrize(("units", "page"), [(4, PORTRAIT), (5, LANDSCAPE), (12, LANDSCAPE), (39, LANDSCAPE)])
def test_a_table_stands_upright_until_it_is_too_wide(units, page):
    layout = laid_out(matrix.FORM, wide(units), PrintOptions())
    assert layout.setup == page
    assert not crossing(layout)
    right = page.width - page.right + 0.01
    assert all(text.box.x + text.box.w <= right and text.x + text.width <= right for text in layout.pages[0].texts)


def test_a_withdrawn_revision_is_marked_and_the_paper_says_which_it_is():
    text = printed(tables.FORM, replace(tables.FORM.sample(), state=RevisionState.WITHDRAWN))[0]
    assert "КҮШІ ЖОЙЫЛДЫ" in text
    assert "ЖН-ALT-00, нұсқа 2" in text


def test_a_heading_stays_with_its_table():
    layout = laid_out(tables.FORM, tables.FORM.sample(), PrintOptions())
    for page in layout.pages:
        headings = [t.y for t in page.texts if t.text.startswith("5.") and len(t.text) > 9]
        numbers = [t.y for t in page.texts if t.text == "1."]
        assert len(headings) == len(numbers)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_cells_and_heads_stay_in_their_cells(text):
    grid = Grid(GridKind.OTHER, text, (GridColumn(text, text), GridColumn(text, text)), (GridRow((text, text)),), text)
    layout = laid_out(tables.FORM, matrix.sample_of(grid), PrintOptions())
    for page in layout.pages:
        for item in page.texts:
            assert item.x + item.width <= item.box.x + item.box.w + 0.01
    assert not crossing(layout)
