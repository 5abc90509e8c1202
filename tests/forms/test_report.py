"""The yearly report in a real office: Word and slides open there, and say the figures of the paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pptx import Presentation

from altdesk.domain.report_facts import Facts
from altdesk.domain.report_figures import by_direction, key_figures
from altdesk.forms.blocks import Block, Heading, Keep, Paragraph, Running, Table
from altdesk.forms.charts import Chart
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.render import laid_out, render
from altdesk.forms.sheets import execution_report, yearly_report
from altdesk.forms.sheets.report_figures import figure_text
from altdesk.forms.sheets.report_sample import LAST
from altdesk.forms.sheets.report_sections import ReportData, months_chart, sponsors_chart
from altdesk.forms.slides import ChartSlide, FiguresSlide, GroupsSlide, TableSlide, TextSlide
from altdesk.forms.words import PaperLanguage, say
from altdesk.forms.words.report import SECTION_WORDS
from tests.forms import office
from tests.test_hostile_text import HOSTILE

KK = PrintOptions(PaperLanguage.KK)


def words(file: Path) -> str:
    """All the letters of a PDF on one line, spaces as they come."""
    with pdfplumber.open(file) as pdf:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in pdf.pages)


def texts(data: ReportData, options: PrintOptions = KK) -> list[str]:
    """Headings, paragraphs and cells of the report."""
    said: list[str] = []

    def read(blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Keep):
                read(block.blocks)
            elif isinstance(block, Table):
                said.extend(cell for row in block.rows for cell in row)
            elif isinstance(block, Heading | Paragraph | Running):
                said.append(block.text)

    read(yearly_report.body(data, options))
    return said


def test_the_office_prints_word_and_slides_with_the_figures_of_the_paper(tmp_path: Path) -> None:
    data = yearly_report.sample()
    for kind in (Output.PDF, Output.DOCX, Output.PPTX):
        (tmp_path / f"{kind.value}.{kind.value}").write_bytes(render(yearly_report.FORM, data, KK, kind).content)
    office.to_pdf(tmp_path / "docx.docx", tmp_path / "pptx.pptx")
    paper, word, slides = (words(tmp_path / f"{name}.pdf") for name in ("pdf", "docx", "pptx"))
    for line in by_direction(data.facts).lines:
        row = " ".join(figure_text(figure) for figure in line.figures)
        assert row in paper
        assert row in word
    for name in ("held", "people", "rows_held", "clubs", "meetings", "money"):
        figure = figure_text(key_figures(data.facts)[name])
        assert all(figure in text.replace("\u202f", "\u00a0") or figure.replace("\u00a0", " ") in text for text in
                   (paper, word, slides))  # fmt: skip
    for text in (paper, word, slides):
        assert "400 000,50 ₸" in text.replace("\u00a0", " ")
    for words_ in SECTION_WORDS.values():
        assert say(words_, PaperLanguage.KK).split()[0] in word


def test_the_report_has_its_sections_in_their_order() -> None:
    said = [say(each, PaperLanguage.KK) for each in SECTION_WORDS.values()]
    blocks = yearly_report.body(yearly_report.sample(), KK)
    headings = [block.text for block in blocks if type(block).__name__ == "Heading" and block.level == 1]
    assert headings == [f"{number}. {text}" for number, text in enumerate(said)]


def test_the_list_of_events_says_how_many_it_leaves_out() -> None:
    """Those named and those said not to be come to what the table above counts."""
    data = yearly_report.sample()
    inner = [replace(each, level="institute") for each in data.facts.events]
    for events in (data.facts.events, tuple(inner[:1]), tuple(inner[:3]) + data.facts.events[3:5]):
        facts = replace(data.facts, events=events)
        paper = texts(replace(data, facts=facts))
        named = sum(each.title in paper for each in events if each.level != "institute")
        (told,) = [line for line in paper if line.startswith("Тізімге институт деңгейіндегі")]
        assert named + int("".join(filter(str.isdigit, told))) == key_figures(facts)["held"].value
    every = tuple(replace(each, level="city") for each in data.facts.events)
    assert not any("Тізімге" in line for line in texts(replace(data, facts=replace(data.facts, events=every))))


def test_there_are_eight_to_twelve_slides_of_every_section_of_a_full_and_of_a_fresh_year() -> None:
    full = yearly_report.sample()
    fresh = ReportData(Facts(full.facts.period), Facts(LAST))
    silent = replace(full, facts=replace(full.facts, parts={}))
    wordy = replace(full, facts=replace(full.facts, parts=dict.fromkeys(full.facts.parts, "Ұзақ сөйлем. " * 60)))
    for data in (full, fresh, silent, wordy):
        shown = yearly_report.slides(data, KK)
        assert 8 <= len(shown) <= 12
        titles = {slide.chart.title if isinstance(slide, ChartSlide) else slide.title for slide in shown}
        assert {
            "Университет басшылығының студенттермен және еңбек ұжымымен кездесулері",
            "Үйірмелер, клубтар мен секциялардың бағасы, %",
            "Студенттердің оқу және тұрмыс жағдайларын жақсарту шаралары",
        } <= titles
        facts = [fact.label for slide in shown if isinstance(slide, FiguresSlide) for fact in slide.facts]
        assert {"Қызметкерлер", "Тізімдегі студенттер", "Студенттік үкімет мүшелері"} <= set(facts)
    for data in (full, silent):
        shown = yearly_report.slides(data, KK)
        assert {slide.chart.title for slide in shown if isinstance(slide, ChartSlide)} >= {
            "Өткізілген іс-шаралар: айлар бойынша",
            "Іс-шараларға қатысу: бағыттары бойынша",
            "Жоспарлардың орындалуы, пайызбен",
            "Өткен жылмен салыстыру",
        }


def test_what_is_judged_in_few_words_shares_a_slide_and_in_many_has_one_each() -> None:
    data = yearly_report.sample()
    *_, last = yearly_report.slides(data, KK)
    assert isinstance(last, GroupsSlide)
    assert [head for head, _points in last.groups] == ["Оң тенденциялар", "Кемшіліктер", "Ұсыныстар"]
    deck = Presentation(BytesIO(render(yearly_report.FORM, data, KK, Output.PPTX).content))
    (said,) = [shape.text_frame for shape in deck.slides[len(deck.slides) - 1].placeholders
               if "Кемшіліктер\n" in shape.text_frame.text]  # fmt: skip
    assert [point for _head, points in last.groups for point in points] == [
        paragraph.text for paragraph in said.paragraphs if paragraph.runs[0].font.bold is not True
    ]
    assert all(run.font.size.pt >= 18 for paragraph in said.paragraphs for run in paragraph.runs)
    long = replace(data, facts=replace(data.facts, parts=dict.fromkeys(data.facts.parts, "Ұзақ сөйлем. " * 60)))
    assert sum(isinstance(slide, TextSlide) for slide in yearly_report.slides(long, KK)) == 3


def test_measures_stand_on_a_slide_institute_by_institute() -> None:
    (slide,) = [each for each in yearly_report.slides(yearly_report.sample(), KK) if
                isinstance(each, TableSlide) and each.title.startswith("Студенттердің")]  # fmt: skip
    assert slide.table.rows == (
        ("Көлік инженериясы институты", "Коворкинг аймағы ашылды", "оқу", "1\u00a0450\u00a0000"),
        ("Логистика және менеджмент институты", "Демалыс бөлмесі жабдықталды", "тұрмыс", "–"),
    )


def test_who_gave_in_kind_is_named_and_not_drawn_as_nothing() -> None:
    data = yearly_report.sample()
    drawn = sponsors_chart(data, PaperLanguage.KK)
    assert drawn.categories == ("«Үлгі Сервис» ЖШС", "«Мысал Құрылыс» ЖШС")
    assert drawn.note == "Заттай көмек: «Үлгі Дәптер» дүкені: 120 дәптер, 60 қалам"
    kind = replace(data.facts, donations=data.facts.donations[2:])
    shown = yearly_report.slides(replace(data, facts=kind), KK)
    (slide,) = [each for each in shown if isinstance(each, TableSlide) and "демеуші" in each.title]
    assert slide.table.rows[0][:2] == ("«Үлгі Дәптер» дүкені", "120 дәптер, 60 қалам")


@pytest.mark.parametrize("draft", [True, False])
def test_every_slide_of_a_draft_says_so(draft: bool) -> None:
    data = replace(yearly_report.sample(), draft=draft)
    deck = Presentation(BytesIO(render(yearly_report.FORM, data, KK, Output.PPTX).content))
    marked = ["ЖОБА" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
              for slide in deck.slides]  # fmt: skip
    assert len(marked) >= 8
    assert all(marked) if draft else not any(marked)


@pytest.mark.parametrize("kind", [Output.PDF, Output.DOCX, Output.PPTX])
def test_hostile_texts_go_through_every_output(kind: Output) -> None:
    data = yearly_report.sample()
    for text in HOSTILE:
        facts = replace(
            data.facts,
            events=tuple(replace(each, title=text, result=text) for each in data.facts.events[:2]),
            parts=dict.fromkeys(("summary", "tendencies", "shortcomings", "proposals"), text),
        )
        assert render(yearly_report.FORM, replace(data, facts=facts, title=text), KK, kind).content


def told(form: Form[ReportData], data: ReportData, options: PrintOptions = KK) -> list[str]:
    """Every line of the paper, page after page."""
    return [text.text for page in laid_out(form, data, options).pages for text in page.texts]


def test_an_execution_report_that_nobody_judged_says_so_under_a_heading() -> None:
    data = execution_report.sample()
    said = told(execution_report.FORM, replace(data, facts=replace(data.facts, parts={})))
    assert said[said.index("Мәлімет жоқ.") - 1] == "Оң тенденциялар, кемшіліктер, ұсыныстар"
    assert "Мәлімет жоқ." not in told(execution_report.FORM, data)


def test_the_resources_have_their_heading_without_a_text() -> None:
    data = yearly_report.sample()
    bare = replace(data, facts=replace(data.facts, parts={}))
    for each in (data, bare):
        assert texts(each).count("Адам және ұйымдастырушылық-техникалық ресурстар") == 1


def test_a_measure_of_the_whole_university_says_so() -> None:
    data = yearly_report.sample()
    facts = replace(data.facts, measures=(replace(data.facts.measures[0], unit=""),))
    assert "Университет бойынша" in texts(replace(data, facts=facts))
    (slide,) = [each for each in yearly_report.slides(replace(data, facts=facts), KK) if isinstance(each, TableSlide)
                and each.title.startswith("Студенттердің")]  # fmt: skip
    assert slide.table.rows[0][0] == "Университет бойынша"


def test_a_bilingual_report_says_its_own_words_in_both_languages() -> None:
    both = PrintOptions(PaperLanguage.BILINGUAL)
    said = set(texts(yearly_report.sample(), both))
    assert {
        "Өткізілген іс-шаралар / Проведено мероприятий",
        "Қызметкерлер / Сотрудников",
        "Азаматтық / Гражданское",
        "қыркүйек / сентябрь 2025",
        "Жиыны / Итого",
    } <= said
    assert {"қыр. / сен.", "шіл. / июль"} <= set(
        months_chart(yearly_report.sample(), PaperLanguage.BILINGUAL).categories
    )
    of_plan = f"Жоспар / План: {execution_report.sample().plan}"
    assert of_plan in told(execution_report.FORM, execution_report.sample(), both)
    assert "2025-2026 оқу жылы / 2025-2026 учебный год" in told(yearly_report.FORM, yearly_report.sample(), both)
    titles = {block.title for block in yearly_report.body(yearly_report.sample(), both) if isinstance(block, Chart)}
    assert all(" / " in title for title in titles if title)


def test_the_signature_never_stands_alone_on_the_last_page() -> None:
    form, data, judged = execution_report.FORM, execution_report.sample(), "Сапа артты."
    for lines in range(1, 56):
        parts = {"summary": "Жол\n" * lines, "proposals": judged}
        shown = laid_out(form, replace(data, facts=replace(data.facts, parts=parts)), KK)
        assert judged in [text.text for text in shown.pages[-1].texts]
