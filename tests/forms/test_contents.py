"""Lists of contents: every heading with the page it stands on, led to from the line, on paper and in Word."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from altdesk.forms.blocks import Contents, Heading, NewPage, Running, Title
from altdesk.forms.form import PORTRAIT, Form, Output, PrintOptions
from altdesk.forms.layout import lay_out
from altdesk.forms.render import render
from altdesk.forms.render.fonts import TinosMetrics
from tests.forms.papers import HOSTILE

TEXT = "Жыл бойы іс-шаралар жоспарға сай өтті. " * 40


def form(*blocks):
    return Form("sample", 1, "binder", tuple, lambda data, _: data, lambda *_: "Есеп", lambda: blocks,
                outputs=(Output.PDF, Output.DOCX))  # fmt: skip


def report(heads=12):
    sections = [
        (Heading(f"{no}. Бөлім"), Running(TEXT), Heading(f"{no}.1. Тармақ", 2), Running(TEXT)) for no in range(1, heads)
    ]
    deep = (Heading("Тереңі", 3),)
    return (Title("ЕСЕП"), Contents("Мазмұны"), NewPage(), *(each for part in sections for each in part), *deep)


def listed(layout):
    """Each line of the contents: heading and page."""
    out = []
    for page in layout.pages:
        for link in page.links:
            words = [t.text for t in page.texts if link.box.y <= t.y <= link.box.y + link.box.h]
            out.append((words[0], int(words[-2] if words[-1].startswith(".") else words[-1])))
    return out


@pytest.mark.parametrize("heads", [2, 12, 70])
def test_every_heading_stands_on_the_page_the_contents_say(heads):
    layout = lay_out(report(heads), PORTRAIT, TinosMetrics())
    headings = [entry for entry in layout.outline if entry.level in {1, 2}]
    assert listed(layout) == [(entry.title, entry.page) for entry in headings]
    for entry in headings:
        assert entry.title in [text.text for text in layout.pages[entry.page - 1].texts if text.y > entry.y]


def led_to(content):
    """The pages the first page of a file leads to, by its lines."""
    reader = PdfReader(BytesIO(content))
    links = [each.get_object() for each in reader.pages[0]["/Annots"]]
    return reader, [reader.get_page_number(link["/Dest"][0].get_object()) + 1 for link in links]


def test_a_file_leads_from_each_line_to_its_heading():
    made = form(*report())
    reader, pages = led_to(render(made, made.sample()).content)
    assert pages == [page for _, page in listed(lay_out(report(), PORTRAIT, TinosMetrics()))]
    assert [type(each) is list for each in reader.outline] == [False, True]


def test_a_page_printed_alone_leads_nowhere_that_is_not_there():
    made = form(*report())
    on_third = [page for _, page in listed(lay_out(report(), PORTRAIT, TinosMetrics())) if page == 3]
    _, pages = led_to(render(made, made.sample(), PrintOptions(pages="1,3")).content)
    assert pages == [2] * len(on_third) != []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_headings_are_listed_whole(text):
    made = form(Title("ЕСЕП"), Contents("Мазмұны"), NewPage(), Heading(text), Running(TEXT))
    layout = lay_out(made.sample(), PORTRAIT, TinosMetrics())
    assert [entry.page for entry in layout.heads] == [max(link.page for page in layout.pages for link in page.links)]
    for output in made.outputs:
        assert render(made, made.sample(), output=output).content == render(made, made.sample(), output=output).content


def test_word_lists_its_headings_and_asks_nothing():
    made = form(*report())
    document = Document(BytesIO(render(made, made.sample(), output=Output.DOCX).content))
    entries = [p for p in document.paragraphs if p.style.name.startswith("toc ")]
    headings = [p for p in document.paragraphs if p.style.name in {"Heading 1", "Heading 2"}]
    assert [p._p.xpath("string(.//w:hyperlink/w:r[1])") for p in entries] == [p.text for p in headings]
    assert [p.style.name[-1] for p in entries] == [p.style.name[-1] for p in headings]
    marks = [p._p.find(qn("w:bookmarkStart")).get(qn("w:name")) for p in headings]
    assert [p._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for p in entries] == marks
    fields = [each.get(qn("w:fldCharType")) for p in entries for each in p._p.iter(qn("w:fldChar"))]
    assert fields.count("begin") == fields.count("separate") == fields.count("end") == len(entries) + 1
    instructions = [each.text for p in entries for each in p._p.iter(qn("w:instrText"))]
    assert instructions[0].split()[:2] == ["TOC", "\\o"]
    assert document.settings.element.find(qn("w:updateFields")) is None
    assert not [each for each in document.element.body.iter() if set(each.attrib) & {"heading", "contents"}]


def test_no_text_of_the_contents_runs_into_another():
    layout = lay_out(report(40), PORTRAIT, TinosMetrics())
    made = form(*report(40))
    with pdfplumber.open(BytesIO(render(made, made.sample()).content)) as pdf:
        lines = pdf.pages[0].extract_text().splitlines()
    for title, page in listed(layout)[:20]:
        (line,) = [each for each in lines if each.startswith(title)]
        assert line.rstrip().endswith(f" {page}")
