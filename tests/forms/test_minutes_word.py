"""Minutes as a Word document: styles to edit by, points that hang, and a word processor prints the same text."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn

from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.render import render
from altdesk.forms.render.safe import xml_text
from altdesk.forms.sheets import attendance, extract, minutes, minutes_register
from altdesk.forms.sheets.meeting import Decision
from tests.forms import office
from tests.forms.meetings import hostile_meeting, item, meeting
from tests.forms.papers import HOSTILE


def word(form, data, options=None):
    return render(form, data, options, Output.DOCX, author="АҚ").content


def opened(data, form=minutes.FORM):
    return Document(BytesIO(word(form, data)))


def of_style(document, style):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def test_every_part_has_a_style_of_its_own():
    document = opened(meeting(item("1"), item("2")))
    assert of_style(document, "Title") == ["ХАТТАМА № 3"]
    assert of_style(document, "Heading 1") == [
        "КҮН ТӘРТІБІ",
        "Жастар апталығы туралы, 1-мәселе",
        "Жастар апталығы туралы, 2-мәселе",
    ]
    assert of_style(document, "Heading 2")[:4] == [
        "ТЫҢДАЛДЫ: Қуаныш Гүлнәр Һасанқызы",
        "СӨЗ СӨЙЛЕДІ:",
        "ДАУЫС БЕРУ ҚОРЫТЫНДЫСЫ: жақтап – 9, қарсы – 0, қалыс қалды – 0. Шешім бірауыздан қабылданды.",
        "ҚАУЛЫ ЕТТІ:",
    ]
    assert [len(text.split("\t")) for text in of_style(document, "Point")] == [1, 1, 1, 1]
    assert of_style(document, "Point Note")[-1].startswith("Жауапты: Мұхамеджан Әсем")
    assert len(of_style(document, "Body Text")) == 4
    assert of_style(document, "Details")[1] == "Төраға:\tТәуекел Заңғар Ермекұлы, СҮ төрағасы"


def numbering(document, style):
    """The number of the list and the level of each paragraph of a style, None for one that Word does not number."""
    found = [each._p.pPr.numPr for each in document.paragraphs if each.style.name == style]
    return [(numbers.numId.val, numbers.ilvl.val) if numbers is not None else None for numbers in found]


def test_items_and_points_are_one_list_of_two_levels():
    document = opened(meeting(item("1"), item("2")))
    agenda, items = numbering(document, "Point")[0], numbering(document, "Heading 1")[1]
    assert numbering(document, "Point") == [agenda, agenda, (items[0], 1), (items[0], 1)]
    assert numbering(document, "Heading 1") == [None, items, items]
    assert agenda[1] == items[1] == 0
    assert agenda[0] != items[0]


def test_a_mark_that_is_no_number_of_a_list_stays_text():
    odd = item("1", decisions=(Decision("1.1", "Бірінші"), Decision("1.а", "Қосымша"), Decision("1.5", "Соңғы")))
    document = opened(meeting(odd))
    assert [each is None for each in numbering(document, "Point")] == [False, False, True, True]
    assert of_style(document, "Point")[1:] == ["Бірінші", "1.а\tҚосымша", "1.5\tСоңғы"]


def test_points_hang_and_texts_are_justified():
    styles = opened(meeting()).styles
    point, body = styles["Point"].paragraph_format, styles["Body Text"].paragraph_format
    assert point.left_indent == -point.first_line_indent > 0
    assert body.alignment == point.alignment == 3
    assert body.first_line_indent > 0
    assert body.line_spacing in {None, 1}


def test_pages_are_fields_and_heads_keep_with_their_text():
    document = opened(meeting())
    fields = [field.get(qn("w:instr")) for field in document.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    for name in ("Heading 1", "Heading 2"):
        assert document.styles[name].paragraph_format.keep_with_next


def test_the_last_decision_keeps_with_the_signatures():
    document = opened(meeting())
    last = [paragraph for paragraph in document.paragraphs if paragraph.text][-1]
    assert last.paragraph_format.keep_with_next
    rows = document.tables[-1].rows
    assert [cell.text for cell in rows[0].cells] == ["Төраға", "_" * 18, "З.Е.\u00a0Тәуекел"]
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in rows[0].cells)


def test_a_draft_is_marked_in_the_header():
    assert opened(meeting(draft=True, number="")).sections[0].header.paragraphs[0].text == "ЖОБА"


def test_a_long_place_stands_on_a_line_of_its_own():
    place = "Алматы қаласы, Шевченко көшесі, 97, «М. Тынышбаев атындағы ALT университеті» АҚ, 304-кабинет"
    details = of_style(opened(meeting(place=place)), "Details")
    assert details[:2] == ["2026\u00a0жылғы 22\u00a0қараша", place]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_arrive_whole(text):
    document = opened(hostile_meeting(text))
    wanted = "".join(xml_text(text).split())
    said = "".join("".join(paragraph.text.split()) for paragraph in document.paragraphs)
    assert said.count(wanted) >= 17
    assert [document.tables[-1].rows[row].cells[2].text for row in (0, 1)] == [xml_text(text)] * 2


def test_a_word_processor_prints_the_same_text(tmp_path):
    long = replace(minutes.sample(), items=(*minutes.sample().items, *(item(str(n), 9) for n in range(4, 12))))
    papers = {
        "minutes": (minutes.FORM, long),
        "extract": (extract.FORM, extract.sample()),
        "attendance": (attendance.FORM, attendance.sample()),
        "register": (minutes_register.FORM, minutes_register.sample()),
    }
    for name, (form, data) in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(word(form, data))
    office.to_pdf(*(tmp_path / f"{name}.docx" for name in papers))
    for name, (form, data) in papers.items():
        ours = letters(BytesIO(render(form, data).content))
        theirs = letters(tmp_path / f"{name}.pdf")
        assert theirs == ours, name


def letters(file):
    """The words of a file in alphabetical order, without what stands at the foot of its pages and lines to sign on.

    Words and not lines: two typefaces break them at other places.
    """
    with pdfplumber.open(file) as pdf:
        found = [line for page in pdf.pages for line in page.extract_text(y_tolerance=2).split("\n")]
        foot = re.compile(r".*\d+-бет, барлығы \d+$")
        heads = {line for line in found if found.count(line) > 1 and line.startswith("№ ")}
        kept = [line for line in found if not foot.fullmatch(line) and line not in heads]
    return sorted(word for word in re.sub("_+", " ", " ".join(kept)).split())


def test_the_same_minutes_give_the_same_bytes():
    assert word(minutes.FORM, meeting()) == word(minutes.FORM, meeting())
    assert render(minutes.FORM, meeting(), PrintOptions()).content == render(minutes.FORM, meeting()).content
