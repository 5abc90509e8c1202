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
from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.render import render
from altdesk.forms.sheets import yearly_report
from altdesk.forms.sheets.report_figures import figure_text
from altdesk.forms.sheets.report_sample import LAST
from altdesk.forms.sheets.report_sections import ReportData, sponsors_chart
from altdesk.forms.slides import ChartSlide, TableSlide
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
    wordy = replace(full, facts=replace(full.facts, parts={}))
    for data in (full, fresh, wordy):
        shown = yearly_report.slides(data, KK)
        assert 8 <= len(shown) <= 12
        titles = {slide.chart.title if isinstance(slide, ChartSlide) else slide.title for slide in shown}
        assert {
            "Адам және ұйымдастырушылық-техникалық ресурстар",
            "Университет басшылығының студенттермен және еңбек ұжымымен кездесулері",
            "Үйірмелер, клубтар мен секциялардың бағасы, %",
            "Студенттердің оқу және тұрмыс жағдайларын жақсарту шаралары",
        } <= titles
    assert {slide.chart.title for slide in yearly_report.slides(wordy, KK) if isinstance(slide, ChartSlide)} >= {
        "Өткізілген іс-шаралар: айлар бойынша",
        "Іс-шараларға қатысу: бағыттары бойынша",
        "Өткен жылмен салыстыру",
    }


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
            parts={"summary": text, "tendencies": text},
        )
        assert render(yearly_report.FORM, replace(data, facts=facts, title=text), KK, kind).content
