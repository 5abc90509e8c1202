"""Word papers: styles, heads that repeat, rows that keep together; a word processor prints the same names."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn

from altdesk.domain.documents import RevisionState
from altdesk.domain.errors import Refusal
from altdesk.forms.catalogue import FORMS, by_code
from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.render import render
from altdesk.forms.render.safe import xml_text
from altdesk.forms.words import PaperLanguage
from tests.forms import office
from tests.forms.papers import FORM, HOSTILE, head_rows, sheet


def word(form, data, options=None):
    return render(form, data, options, Output.DOCX, author="АҚ").content


def opened(form, data, options=None):
    return Document(BytesIO(word(form, data, options)))


def test_title_head_and_rows_have_styles_of_their_own():
    document = opened(FORM, sheet(3))
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == ["ТАНЫСУ ПАРАҒЫ № 12"]
    rows = document.tables[0].rows
    assert {p.style.name for cell in rows[0].cells for p in cell.paragraphs} == {"Table Head"}
    assert {p.style.name for row in rows[1:] for cell in row.cells for p in cell.paragraphs} == {"Table Text"}


WITHOUT = {"minutes", "short_minutes", "extract", "binder_note"}
WITH_TABLE = [form for form in FORMS if Output.DOCX in form.outputs and form.code not in WITHOUT]


@pytest.mark.parametrize("form", WITH_TABLE, ids=[form.code for form in WITH_TABLE])
def test_heads_repeat_and_no_row_splits(form):
    tables = opened(form, form.sample()).tables
    table = next(each for each in tables if each.cell(0, 0).paragraphs[0].style.name == "Table Head")
    for index, row in enumerate(table.rows):
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        assert (row._tr.trPr.find(qn("w:tblHeader")) is not None) == (index < head_rows(form))


@pytest.mark.parametrize(("language", "tag"), [(PaperLanguage.KK, "kk-KZ"), (PaperLanguage.RU, "ru-RU")])
def test_the_file_says_its_title_author_and_language(language, tag):
    document = opened(FORM, sheet(3), PrintOptions(language))
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == (
        FORM.name(sheet(3), PrintOptions(language)),
        "АҚ",
        tag,
    )


def test_a_withdrawn_revision_is_marked_in_the_header():
    document = opened(FORM, sheet(3, state=RevisionState.WITHDRAWN))
    assert document.sections[0].header.paragraphs[0].text == "КҮШІ ЖОЙЫЛДЫ"


def test_hostile_names_arrive_whole():
    names = [row.cells[1].text for row in opened(FORM, sheet(HOSTILE)).tables[0].rows[1:]]
    assert names == [xml_text(name).replace("\n", " ") for name in HOSTILE]


def test_pages_cannot_be_chosen():
    with pytest.raises(Refusal):
        word(FORM, sheet(3), PrintOptions(pages="1"))


def test_a_word_processor_prints_the_same_names(tmp_path):
    data = sheet(60)
    (tmp_path / "sheet.docx").write_bytes(word(FORM, data))
    people = by_code("people")
    (tmp_path / "people.docx").write_bytes(word(people, people.sample()))
    (tmp_path / "both.docx").write_bytes(word(FORM, data, PrintOptions(two_sided=True)))
    office.to_pdf(tmp_path / "sheet.docx", tmp_path / "people.docx", tmp_path / "both.docx")
    assert _names(tmp_path / "sheet.pdf") == [row.full_name for row in data.rows]
    assert _names(tmp_path / "people.pdf") == [row.full_name for row in people.sample().rows]
    setup = FORM.setup(data)
    front, back = _left_edges(tmp_path / "both.pdf")[:2]
    assert (front, front) == pytest.approx(_left_edges(tmp_path / "sheet.pdf")[:2], abs=0.1)
    assert back - front == pytest.approx(setup.right - setup.left, abs=0.1)  # mm
    with pdfplumber.open(tmp_path / "sheet.pdf") as pdf:
        assert f"1-бет, барлығы {len(pdf.pages)}" in pdf.pages[0].extract_text()


def _left_edges(path):
    """Where the table of each page begins, in mm from the left edge of the paper."""
    with pdfplumber.open(path) as pdf:
        return [page.find_tables()[0].bbox[0] / 72 * 25.4 for page in pdf.pages]


def _names(path):
    """The second column of every table of a file, without its head."""
    with pdfplumber.open(path) as pdf:
        rows = [row for page in pdf.pages for table in page.extract_tables() for row in table]
    return [" ".join(row[1].split()) for row in rows if row[0] and row[0].isdigit()]
