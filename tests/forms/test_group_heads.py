"""Heads over several columns: on paper they span them, in Word and Excel the cells are merged."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import openpyxl
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from altdesk.forms.blocks import Column, Table
from altdesk.forms.form import LANDSCAPE, PORTRAIT, Form, Output, PrintOptions
from altdesk.forms.group_heads import Span, spans
from altdesk.forms.layout import lay_out
from altdesk.forms.render import laid_out, render
from altdesk.forms.render.fonts import TinosMetrics
from tests.forms.test_layout import TEXTS, crossing, leaving

GROUP = "Құжатталған ақпаратты сақтау орны"
COLUMNS = (
    Column("no", "№", 10),
    Column("name", "Құжаттың атауы", 65),
    Column("paper", "Электрондық нұсқа", 50, group=GROUP),
    Column("file", "Қағаз нұсқа", 50, group=GROUP),
)


@dataclass(frozen=True)
class Data:
    rows: tuple[tuple[str, ...], ...]


FORM = Form(
    "grouped", 1, "documents", Data, lambda data, _options: (Table(COLUMNS, data.rows),), lambda _data, _options: "",
    lambda: Data(()), outputs=tuple(Output), turned=lambda data: LANDSCAPE if len(data.rows) > 1 else PORTRAIT,
)  # fmt: skip
ROW = ("1.", "СҮ тізімі", "ТжӘЖД", "ТжӘЖД")


def test_neighbours_of_one_group_share_a_head_and_others_do_not():
    columns = [Column("", "", 1, group=group) for group in ("", "а", "а", "б", "", "а")]
    assert spans(columns) == (Span(1, 2, "а"), Span(3, 3, "б"), Span(5, 5, "а"))
    assert spans(columns[:1]) == ()


def test_a_common_head_stands_over_its_columns_and_plain_heads_over_both_levels():
    (page,) = lay_out((Table(COLUMNS, (ROW,)),), PORTRAIT, TinosMetrics()).pages
    boxes = {text.text: text.box for text in page.texts}
    over, name, paper, file = (boxes[said] for said in (GROUP, "Құжаттың атауы", "Электрондық нұсқа", "Қағаз нұсқа"))
    assert (over.x, over.w) == (paper.x, paper.w + file.w)
    assert over.y + over.h == paper.y == file.y
    assert (name.y, name.y + name.h) == (over.y, paper.y + paper.h)
    between = [rule for rule in page.rules if rule.x1 == rule.x2 == file.x]
    assert [rule.y1 for rule in between] == [paper.y]  # the rule between the two ends under their common head
    assert any((rule.x1, rule.x2, rule.y1) == (over.x, over.x + over.w, paper.y) for rule in page.rules)


def test_both_levels_repeat_on_each_page():
    layout = lay_out((Table(COLUMNS, (ROW,) * 90),), PORTRAIT, TinosMetrics())
    assert len(layout.pages) > 1
    for page in layout.pages:
        assert [text.text for text in page.texts].count(GROUP) == 1
        (paper,) = [text.box for text in page.texts if text.text == "Электрондық нұсқа"]
        assert {rule.y1 for rule in page.rules if rule.x1 == rule.x2 == 150} == {paper.y}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", "а", "Тұтынушылар"]) | TEXTS), min_size=1, max_size=7))
def test_whatever_the_heads_say_they_stay_in_their_places(heads):
    width = PORTRAIT.inner / len(heads)
    columns = tuple(Column(str(at), head, width, group=group) for at, (head, group) in enumerate(heads))
    layout = lay_out((Table(columns, (("Х",) * len(heads),)),), PORTRAIT, TinosMetrics())
    assert not leaving(layout)
    assert not crossing(layout)


def test_the_paper_is_turned_where_its_data_ask_for_it():
    assert laid_out(FORM, Data((ROW,)), PrintOptions()).setup == PORTRAIT
    assert laid_out(FORM, Data((ROW, ROW)), PrintOptions()).setup == LANDSCAPE
    document = Document(BytesIO(render(FORM, Data((ROW, ROW)), output=Output.DOCX).content))
    assert document.sections[0].page_width > document.sections[0].page_height


def test_word_merges_the_cells_of_heads():
    table = Document(BytesIO(render(FORM, Data((ROW,)), output=Output.DOCX).content)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["№", "Құжаттың атауы", GROUP, GROUP]
    assert [cell.text for cell in table.rows[1].cells] == ["№", "Құжаттың атауы", "Электрондық нұсқа", "Қағаз нұсқа"]
    assert [cell.text for cell in table.rows[2].cells] == list(ROW)
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, True, False]


def test_excel_merges_the_cells_of_heads():
    sheet = openpyxl.load_workbook(BytesIO(render(FORM, Data((ROW, ROW)), output=Output.XLSX).content)).active
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {"A1:A2", "B1:B2", "C1:D1"}
    assert (sheet["C1"].value, sheet["C2"].value, sheet["D2"].value) == (GROUP, "Электрондық нұсқа", "Қағаз нұсқа")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A3", "A2:D4", "$1:$2")
    assert [cell.value for cell in sheet[3]] == list(ROW)
