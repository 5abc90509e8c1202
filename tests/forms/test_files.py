"""Every form's PDF: embedded fonts, what it says of itself, the same bytes, marks and cells where the map has them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

from altdesk.domain.documents import RevisionState
from altdesk.forms import marks
from altdesk.forms.catalogue import FORMS, by_code
from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.render import laid_out, render
from altdesk.forms.words import PaperLanguage
from tests.forms.golden import picture
from tests.forms.papers import FORM, HOSTILE, sheet

DOTS = 200
DOT = DOTS / 25.4  # per mm
every_form = pytest.mark.parametrize("form", FORMS, ids=[form.code for form in FORMS])
LANGUAGES = {PaperLanguage.KK: "kk", PaperLanguage.RU: "ru", PaperLanguage.BILINGUAL: "kk"}


@every_form
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_file_says_what_it_is(form, language):
    data, options = form.sample(), PrintOptions(language)
    content = render(form, data, options, author="«ALT университеті» АҚ").content
    with pdfplumber.open(BytesIO(content)) as pdf:
        assert pdf.metadata["Title"] == form.name(data, options)
        assert pdf.metadata["Author"] == "«ALT университеті» АҚ"
        assert resolve1(pdf.doc.catalog["Lang"]).decode() == LANGUAGES[language]
        assert list(pdf.doc.get_outlines())
        for page in pdf.pages:
            for font in resolve1(page.page_obj.resources["Font"]).values():
                described = resolve1(resolve1(font)["FontDescriptor"])
                assert described.get("FontFile2"), resolve1(font)["BaseFont"]
                assert "Tinos" in str(resolve1(font)["BaseFont"])


@every_form
@pytest.mark.parametrize("output", list(Output))
def test_the_same_paper_gives_the_same_bytes(form, output):
    if output in form.outputs:
        once, again = (render(form, form.sample(), PrintOptions(), output).content for _ in range(2))
        assert once == again


@every_form
def test_every_text_of_the_layout_is_found_in_the_file(form):
    layout = laid_out(form, form.sample(), PrintOptions())
    with pdfplumber.open(BytesIO(render(form, form.sample()).content)) as pdf:
        for page, drawn in zip(layout.pages, pdf.pages, strict=True):
            said = "".join(char["text"] for char in drawn.chars)
            assert said == "".join(text.text for text in page.texts).replace("\u00a0", " ")


@pytest.mark.parametrize("text", HOSTILE)
@every_form
def test_hostile_texts_print_everywhere(form, text):
    """The first of every kind of text a form holds, replaced."""
    data = form.sample()
    changed = {name: text for name, value in vars(data).items() if type(value) is str}
    for name, value in vars(data).items():
        if isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__"):
            inside = {key: text for key, held in vars(value[0]).items() if isinstance(held, str) and key != "state"}
            changed[name] = (replace(value[0], **_texts(value[0], inside)), *value[1:2])
    data = replace(data, **changed)
    for output in form.outputs:
        assert render(form, data, PrintOptions(), output, author=text).content


def _texts(record, inside):
    return {key: text for key, text in inside.items() if type(getattr(record, key)) is str}


def test_squares_rules_and_cells_are_drawn_where_the_map_says():
    data = sheet(47)
    printed = render(FORM, data, PrintOptions(blank_rows=3))
    for number in range(printed.pages):
        image = picture(printed.content, number, DOTS)
        for box in printed.cell_map.squares:
            assert _darkest(image, box.x + 0.2, box.y + 0.2, box.w - 0.4, box.h - 0.4)[1] < 30  # black all over
            for x, y, w, h in _around(box):
                assert _darkest(image, x, y, w, h)[0] > 225  # white around
        cells = [cell for cell in printed.cell_map.cells if cell.page == number + 1]
        assert len(cells) == 2 * (22, 22, 6)[number]
        for cell in cells:
            assert _darkest(image, cell.x + 0.4, cell.y + 0.4, cell.w - 0.8, cell.h - 0.8)[0] > 225
            for x, y, w, h in ((cell.x + 5, cell.y - 0.3, 0.2, 0.6), (cell.x - 0.3, cell.y + 3, 0.6, 0.2)):
                assert _darkest(image, x, y, w, h)[0] < 128


def _around(box):
    white = marks.WHITE - 0.3
    yield box.x - white, box.y - white, box.w + 2 * white, white - 0.2
    yield box.x - white, box.y + box.h + 0.2, box.w + 2 * white, white - 0.2
    yield box.x - white, box.y - white, white - 0.2, box.h + 2 * white
    yield box.x + box.w + 0.2, box.y - white, white - 0.2, box.h + 2 * white


def _darkest(image, x, y, w, h):
    left, top = int(x * DOT), int(y * DOT)
    return image.crop((left, top, max(left + 1, int((x + w) * DOT)), max(top + 1, int((y + h) * DOT)))).getextrema()


def test_a_withdrawn_revision_is_marked_on_every_page_and_no_other_is():
    with pdfplumber.open(BytesIO(render(FORM, sheet(47, state=RevisionState.WITHDRAWN)).content)) as pdf:
        assert ["КҮШІ ЖОЙЫЛДЫ" in page.extract_text() for page in pdf.pages] == [True] * 3
    with pdfplumber.open(BytesIO(render(FORM, sheet(47)).content)) as pdf:
        assert not any("КҮШІ ЖОЙЫЛДЫ" in page.extract_text() for page in pdf.pages)


def test_the_second_page_of_five_is_numbered_so_when_printed_alone():
    alone = render(FORM, sheet(107, state=RevisionState.WITHDRAWN), PrintOptions(pages="2"))
    with pdfplumber.open(BytesIO(alone.content)) as pdf:
        assert "2-бет, барлығы 5" in pdf.pages[0].extract_text()


@pytest.mark.parametrize("code", ["debts", "people"])
def test_blank_rows_are_numbered_on(code):
    form = by_code(code)
    plain, more = (laid_out(form, form.sample(), PrintOptions(blank_rows=rows)) for rows in (0, 3))
    assert more.pages[-1].last == plain.pages[-1].last + 3


def test_a_list_is_signed_by_who_answers_for_it():
    form = by_code("coverage")
    texts = [text.text for text in laid_out(form, form.sample(), PrintOptions()).pages[0].texts]
    assert texts.index("Ә.\u00a0Мұхамеджан") == texts.index("Бас маман") + 1
    unsigned = replace(form.sample(), signed_by=())
    assert "Бас маман" not in [text.text for text in laid_out(form, unsigned, PrintOptions()).pages[0].texts]


def test_a_paper_of_no_organisation_still_has_an_author() -> None:
    with pdfplumber.open(BytesIO(render(FORM, sheet(1)).content)) as pdf:
        assert pdf.metadata["Author"] == "altdesk"
