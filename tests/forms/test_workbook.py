"""Workbooks: whatever looks like a formula is text, days are days, hostile texts arrive, the bytes are the same."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from altdesk.forms.catalogue import FORMS, by_code
from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.render import render
from altdesk.forms.render.safe import xml_text
from altdesk.forms.render.xlsx import ExportColumn, book_bytes, table_bytes
from altdesk.forms.sheets import outputs, tables
from altdesk.forms.sheets.matrix import sample_matrix, sample_of
from altdesk.forms.words import PaperLanguage, say
from tests.forms.papers import HOSTILE, head_rows

FORMULAS = ("=1+1", "+7 701 000 00 00", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "\t=1", "001")


def sheet_of(content):
    return openpyxl.load_workbook(BytesIO(content)).active


@pytest.mark.parametrize("text", [*HOSTILE, *FORMULAS])
def test_a_text_stays_the_text_it_is(text):
    content = table_bytes([ExportColumn(text)], [[text]], title=text, author=text)
    for cell in (sheet_of(content)["A1"], sheet_of(content)["A2"]):
        assert cell.data_type == "s"
        assert cell.value == xml_text(text)
    assert CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[1] == [xml_text(text)]


def test_a_workbook_is_never_a_file_before_it_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    books = [table_bytes([ExportColumn("Аты")], [["Құлыншақова"]]), book_bytes([])]
    assert [sheet_of(content)["A2"].value for content in books] == ["Құлыншақова", None]


def test_days_are_days_and_numbers_numbers():
    form = by_code("documents")
    sheet = sheet_of(render(form, form.sample(), PrintOptions(), Output.XLSX).content)
    first = [cell.value for cell in sheet[2]]
    assert first == [1, "ҚР-ALT-01", "Құжатталған ақпаратты басқару", "Құжатталған рәсім", "АССД", 3] + [
        datetime(2026, 9, 1),
        "Қолданыста",
    ]
    assert sheet["G2"].number_format == "dd.mm.yyyy"
    assert sheet["G5"].value is None  # no day yet


def test_a_number_among_texts_is_no_number():
    content = table_bytes([ExportColumn("Код")], [["007"], [7], [date(2026, 11, 22)], [None], ["-"]])
    assert [row[0].value for row in sheet_of(content).iter_rows(min_row=2)] == [
        "007",
        7,
        datetime(2026, 11, 22),
        None,
        "-",
    ]


@pytest.mark.parametrize("form", [form for form in FORMS if Output.XLSX in form.outputs], ids=lambda form: form.code)
def test_the_head_is_frozen_filtered_and_repeated(form):
    sheet = sheet_of(render(form, form.sample(), PrintOptions(), Output.XLSX).content)
    heads = head_rows(form) + (sheet.auto_filter.ref[1:].split(":")[0] != str(head_rows(form)))  # a title over it
    assert sheet.freeze_panes == f"A{heads + 1}"
    assert sheet.auto_filter.ref.startswith(f"A{heads}:")
    assert sheet.print_title_rows == f"$1:${heads}"
    assert sheet["A1"].font.bold


def test_every_table_of_a_document_is_a_sheet_with_its_title_and_its_legend():
    data = sample_of(sample_matrix(), sample_matrix(), outputs.FORM.sample().grids[0])
    content = render(tables.FORM, data, PrintOptions(), Output.XLSX).content
    book = openpyxl.load_workbook(BytesIO(content))
    assert [len(name) <= 31 for name in book.sheetnames] == [True] * 3
    assert book.sheetnames[1] == book.sheetnames[0][:29] + " 2"
    for sheet, grid in zip(book.worksheets, data.grids, strict=True):
        assert sheet["A1"].value == grid.title
        rows = [
            row[1:]
            for row in sheet.iter_rows(min_row=sheet.freeze_panes and int(sheet.freeze_panes[1:]), values_only=True)
        ]
        assert [tuple(cell or "" for cell in row) for row in rows[: len(grid.rows)]] == [row.cells for row in grid.rows]
    last = list(book.worksheets[0].iter_rows(values_only=True))[-1]
    assert last[0] == say("matrix_legend", PaperLanguage.KK)
    assert render(tables.FORM, data, PrintOptions(), Output.XLSX).content == content


def test_the_register_of_risks_has_its_maps_as_sheets():
    form = by_code("risks")
    book = openpyxl.load_workbook(BytesIO(render(form, form.sample(), PrintOptions(), Output.XLSX).content))
    assert len(book.sheetnames) == 3
    texts = [cell for row in book.worksheets[1].iter_rows(values_only=True) for cell in row if cell]
    assert "1 · жоғары" in texts
