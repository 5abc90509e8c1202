"""Charts and slides in Word, PowerPoint and Excel: native, with the same figures, opened and printed by LibreOffice."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from altdesk.domain.errors import Refusal
from altdesk.forms.charts import Chart, ChartKind, Series, Unit, written
from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.render import render
from altdesk.forms.render.chart_xml import Frame, chart_xml
from altdesk.forms.render.pptx import SMALLEST
from altdesk.forms.render.safe import xml_text
from altdesk.forms.slides import ChartSlide, Fact, FiguresSlide, TableSlide, TextSlide, TitleSlide
from altdesk.forms.words import PaperLanguage
from tests.forms import office
from tests.forms.charts import DIRECTIONS, FORM, MONTHS, Year, table
from tests.forms.papers import HOSTILE

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWN = [chart for chart in FORM.sample().charts if chart.drawn]
NATIVE = (Output.DOCX, Output.PPTX)


def made(output, data=None, options=None):
    return render(FORM, data or FORM.sample(), options, output, author="АҚ").content


def deck(*slides):
    form = replace(FORM, slides=lambda data, options: slides)
    return Presentation(BytesIO(render(form, FORM.sample(), output=Output.PPTX).content))


def numbers(content, folder):
    with ZipFile(BytesIO(content)) as package:
        return [name for name in package.namelist() if re.search(rf"/{folder}/[^/]*\d+\.\w+$", name)]


def native(content):
    with ZipFile(BytesIO(content)) as package:
        names = sorted(numbers(content, "charts"), key=lambda name: int(re.search(r"(\d+)\.xml", name)[1]))
        return [etree.fromstring(package.read(name)) for name in names]


@pytest.mark.parametrize("output", NATIVE)
def test_native_charts_hold_the_figures_of_the_paper(output):
    found = native(made(output))
    assert len(found) == len(DRAWN)
    for chart, space in zip(DRAWN, found, strict=True):
        series = space.findall(f".//{C}ser")
        assert [each.findtext(f"{C}tx//{C}v") for each in series] == [each.name for each in chart.series]
        values = [[Decimal(v.text) for v in each.findall(f"{C}val//{C}v")] for each in series]
        assert values == [[Decimal(value) for value in each.values] for each in chart.series]
        names = [v.text for v in series[0].findall(f"{C}cat//{C}v")]
        assert all(said.startswith(name) for said, name in zip(names, chart.categories, strict=True))


@pytest.mark.parametrize("output", NATIVE)
def test_the_workbook_behind_a_chart_has_what_the_chart_shows(output):
    content = made(output)
    books = sorted(numbers(content, "embeddings"), key=lambda name: int(re.search(r"(\d+)\.xlsx", name)[1]))
    assert len(books) == len(DRAWN)
    with ZipFile(BytesIO(content)) as package:
        for space, name in zip(native(content), books, strict=True):
            sheet = openpyxl.load_workbook(BytesIO(package.read(name))).active
            for at, series in enumerate(space.findall(f".//{C}ser")):
                column = chr(ord("B") + at)
                count = len(series.findall(f"{C}val//{C}v"))
                assert series.findtext(f"{C}val//{C}f") == f"{sheet.title}!${column}$2:${column}${count + 1}"
                cells = [Decimal(str(sheet[f"{column}{row}"].value)) for row in range(2, count + 2)]
                assert cells == [Decimal(v.text) for v in series.findall(f"{C}val//{C}v")]
                texts = [sheet[f"A{row}"].value for row in range(2, count + 2)]
                assert texts == [v.text for v in series.findall(f"{C}cat//{C}v")]


def test_the_workbook_of_a_report_has_its_charts_as_tables_and_pictures():
    book = openpyxl.load_workbook(BytesIO(made(Output.XLSX)))
    assert len(book.worksheets) == 1 + len(FORM.sample().charts)  # the table of the sample is the last
    for chart, sheet in zip(FORM.sample().charts, book.worksheets, strict=False):
        heads, *rows = sheet.iter_rows(values_only=True)
        assert [Decimal(str(row[1])) for row in rows] == list(map(Decimal, chart.series[0].values))
        assert [row[0] for row in rows] == list(chart.categories)
        assert len(sheet._charts) == chart.drawn


@pytest.mark.parametrize("output", NATIVE)
def test_a_chart_is_told_in_words_to_who_cannot_see_it(output):
    content = made(output)
    with ZipFile(BytesIO(content)) as package:
        pages = b"".join(
            package.read(name) for name in package.namelist() if re.search(r"(document|slide\d+)\.xml$", name)
        )
    told = re.findall(r'descr="([^"]*)"', pages.decode("utf-8"))
    for chart in DRAWN:
        (one,) = [each for each in told if all(f"{name} – " in each for name in chart.categories)
                  and all(chart.said(value) in each for value in chart.values)]  # fmt: skip
        assert one


def pages_of(path):
    with pdfplumber.open(path) as pdf:
        return [(page.extract_text() or "").replace("\u00a0", " ") for page in pdf.pages]


def stands_in(value, said):
    """Whether a figure stands there as such, with the decimal comma of the paper whatever the office's language."""
    shown = re.escape(written(value).replace("\u00a0", " ")) + "0?" * ("," in written(value))
    return re.search(rf"(?<!\d){shown}(?!\d)", said) is not None


def test_libreoffice_prints_both_with_the_same_figures_and_names(tmp_path):
    report, slides = tmp_path / "есеп.docx", tmp_path / "слайд.pptx"
    for file, output in ((report, Output.DOCX), (slides, Output.PPTX)):
        file.write_bytes(made(output))
        office.to_pdf(file)
    in_report, on_slides = pages_of(report.with_suffix(".pdf")), pages_of(slides.with_suffix(".pdf"))
    assert len(on_slides) == len(Presentation(slides).slides)
    before = 2  # slides before the first chart
    for at, chart in enumerate(FORM.sample().charts):
        for said in (" ".join(in_report), on_slides[before + at]):
            if not chart.drawn:
                assert chart.empty in said
                continue
            assert all(word in said for name in chart.categories for word in name.split())
            assert [value for value in chart.values if not stands_in(value, said)] == []
    assert "Қала: 12 = 9 + 1 + 2" in " ".join(in_report)
    assert re.search(r"1\. Іс-шаралар бағыты бойынша[ .]*2\n", in_report[0])


@pytest.mark.parametrize("output", list(FORM.outputs))
def test_the_same_report_gives_the_same_bytes(output):
    assert made(output) == made(output)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_go_into_every_file(text):
    chart = Chart(ChartKind.STACKED, text, (text, "Ә"), (Series(text, (3, 4)), Series("ә", (1, 2))), text, note=text)
    data = Year((chart, replace(chart, kind=ChartKind.BAR), replace(chart, series=())), text, text, text, (text, text))
    files = {output: render(FORM, data, output=output, author=text).content for output in FORM.outputs}
    Document(BytesIO(files[Output.DOCX]))
    slides = deck(
        TitleSlide(text, (text,), text),
        FiguresSlide(text, (Fact(text, text, text),) * 7, text),
        FiguresSlide(text, (), text),
        ChartSlide(chart),
        TableSlide(text, replace(table(), rows=((text,) * 4,) * 3), text),
        TextSlide(text, (text, "Екінші"), text),
    ).slides
    assert all(slide.shapes.title.text for slide in slides)


def test_every_slide_has_a_title_a_number_and_the_language_of_the_paper():
    for language, tag in ((PaperLanguage.KK, "kk-KZ"), (PaperLanguage.RU, "ru-RU")):
        content = made(Output.PPTX, options=PrintOptions(language))
        shown = Presentation(BytesIO(content))
        assert shown.core_properties.language == tag
        for at, slide in enumerate(shown.slides, 1):
            assert slide.shapes.title is not None
            assert slide.shapes.title.text
            fields = [each.text for each in slide._element.iter(f"{A}fld") for each in each.iter(f"{A}t")]
            assert fields == ([] if at == 1 else [str(at)])
            assert not slide.has_notes_slide
            if at > 1:
                last = list(slide.shapes)[-1]
                assert last.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
            for shape in slide.placeholders:
                if shape.placeholder_format.type != PP_PLACEHOLDER.SLIDE_NUMBER:
                    assert shape.text_frame.text
        with ZipFile(BytesIO(content)) as package:
            every = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml")).decode()
            assert set(re.findall(r'\blang="([^"]*)"', every)) == {tag}


def test_nothing_is_left_of_the_template():
    with ZipFile(BytesIO(made(Output.PPTX))) as package:
        names = package.namelist()
        every = b"".join(package.read(name) for name in names if name.endswith((".xml", ".rels"))).decode()
    assert len([name for name in names if re.search(r"slideLayout\d+\.xml$", name)]) == 3
    for trace in (
        "Click to edit",
        "Office Theme",
        "printerSettings",
        "thumbnail",
        "Macintosh",
        "Steve",
        "Calibri",
        "screen4x3",
        "TextBox",
    ):
        assert trace not in every
    assert not [name for name in names if "notes" in name or name.endswith((".jpeg", ".bin"))]


def test_slides_are_sixteen_by_nine_and_nothing_leaves_them():
    shown = deck(*FORM.slides(FORM.sample(), PrintOptions()), FiguresSlide("Бәрі", (Fact("1", "а"),) * 13, "–"))
    assert round(shown.slide_width / shown.slide_height, 3) == 1.778
    for slide in shown.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= shown.slide_width
            assert shape.top + shape.height <= shown.slide_height


def sizes(slide):
    return [run.font.size.pt for shape in slide.placeholders if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.font.size]  # fmt: skip


def test_text_grows_smaller_down_to_eighteen_points_and_then_goes_on():
    def slides_of(count):
        return list(deck(TextSlide("Ұсыныстар", tuple(f"{no}. {DIRECTIONS[1]}" for no in range(count)), "–")).slides)

    (few,), (more,) = slides_of(3), slides_of(11)
    assert min(sizes(few)) > min(sizes(more)) >= SMALLEST
    many = slides_of(40)
    assert len(many) > 1
    assert all(min(sizes(slide)) >= SMALLEST for slide in many)
    said = [p.text for slide in many for p in slide.placeholders[1].text_frame.paragraphs]
    assert said == [f"{no}. {DIRECTIONS[1]}" for no in range(40)]
    assert many[0].shapes.title.text == f"Ұсыныстар (1/{len(many)})"


def test_a_long_table_goes_on_under_its_head():
    slides = list(deck(TableSlide("Демеушілер", table(50), "–")).slides)
    tables = [next(shape.table for shape in slide.shapes if shape.has_table) for slide in slides]
    rows = [[cell.text for cell in row.cells] for each in tables for row in list(each.rows)[1:]]
    assert rows == [list(row) for row in table(50).rows]
    assert all(
        [cell.text for cell in each.rows[0].cells] == ["№", "Демеуші", "Іс-шара", "Сомасы, ₸"] for each in tables
    )


def test_a_chart_of_many_categories_goes_on_on_the_next_slide():
    chart = Chart(ChartKind.BAR, "Көп", tuple(f"{no}" for no in range(40)), (Series("а", tuple(range(40))),), "–")
    shown = [shape.chart for slide in deck(ChartSlide(chart)).slides for shape in slide.shapes if shape.has_chart]
    assert [value for each in shown for value in each.plots[0].series[0].values] == list(range(40))
    assert len({each.value_axis.maximum_scale for each in shown}) == 1


@pytest.mark.parametrize(
    ("values", "unit"),
    [((10**15, Decimal("0.01")), Unit.TENGE), ((-5, 1), Unit.COUNT), ((Decimal("99.5"), 0), Unit.PERCENT)],
)
@pytest.mark.parametrize("kind", list(ChartKind))
def test_huge_small_and_negative_figures_are_exact(values, unit, kind):
    chart = Chart(kind, "", ("а", "ә"), (Series("б", values),), "–", unit)
    space = etree.fromstring(chart_xml(chart, Frame(175, 9, "kk-KZ")))
    assert [Decimal(v.text) for v in space.findall(f".//{C}val//{C}v")] == list(map(Decimal, values))


def test_lines_of_many_years_have_their_figures_in_a_table_below():
    years = tuple(Series(str(year), tuple(range(10))) for year in (2023, 2024, 2025))
    space = etree.fromstring(chart_xml(Chart(ChartKind.LINE, "", MONTHS, years, "–"), Frame(175, 9, "kk-KZ")))
    assert space.find(f".//{C}dTable") is not None


def test_pages_of_slides_cannot_be_chosen():
    with pytest.raises(Refusal):
        made(Output.PPTX, options=PrintOptions(pages="1"))


def test_word_writes_the_approval_in_two_corners():
    cells = Document(BytesIO(made(Output.DOCX))).tables[0].rows[0].cells
    assert [cell.paragraphs[0].text for cell in cells] == ["КЕЛІСІЛДІ", "БЕКІТЕМІН"]
    assert all(cell.paragraphs[0].runs[0].bold for cell in cells)
    assert xml_text(FORM.sample().rector) == cells[1].paragraphs[1].text
    assert cells[0]._tc.getparent().trPr.find(qn("w:cantSplit")) is not None
