"""The back of a sheet: what is filed stays clear of the holes, the marks stay where they are, the map stays true."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp

from altdesk.domain.readback import decode
from altdesk.forms import marks
from altdesk.forms.blocks import Stamp
from altdesk.forms.catalogue import FORMS
from altdesk.forms.form import PrintOptions
from altdesk.forms.layout import CellMap
from altdesk.forms.render import laid_out, render
from altdesk.forms.sheets import risks
from altdesk.forms.turning import turned
from tests.forms.golden import picture
from tests.forms.papers import FORM, sheet

BOTH, ALL = PrintOptions(two_sided=True), PrintOptions()
MOVED = -15.0  # mm: from a margin of 25 at the left to one of 10
NEAREST = 5.0  # mm from the edge of the paper
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)


def _boxes(page):
    yield from (frame.box for frame in page.frames)
    yield from page.fills
    yield from (marks.Box(text.x, text.y, text.width, 0) for text in page.texts)
    yield from (marks.Box(rule.x1, rule.y1, rule.x2 - rule.x1, rule.y2 - rule.y1) for rule in page.rules)


@every_form
def test_the_back_of_every_form_leaves_the_other_margin_free(form):
    data = form.sample()
    layout = laid_out(form, data, ALL)
    back = turned(layout, frozenset(page.number for page in layout.pages))
    setup = layout.setup
    for page, front in zip(back.pages, layout.pages, strict=True):
        assert [text.text for text in page.texts] == [text.text for text in front.texts]
        for box in _boxes(page):
            assert box.x >= NEAREST
            assert box.x + box.w <= setup.width - NEAREST
            assert box.y >= NEAREST
        if not page.squares:
            ends = max(box.y for box in _boxes(page)) if setup.lying else max(box.x + box.w for box in _boxes(page))
            filed, was = (
                (setup.height - setup.top, setup.top) if setup.lying else (setup.width - setup.left, setup.left)
            )
            assert ends <= filed + was * 0.5


def test_the_body_of_a_sheet_moves_between_its_marks():
    front, back = (laid_out(FORM, sheet(47), ALL), turned(laid_out(FORM, sheet(47), ALL), frozenset({2})))
    assert back.pages[0] == front.pages[0]
    assert back.pages[1].squares == front.pages[1].squares
    assert [code.box for code in back.pages[1].codes] == [code.box for code in front.pages[1].codes]
    for cell, before in zip(back.pages[1].cells, front.pages[1].cells, strict=True):
        assert cell == before._replace(x=before.x + MOVED)
    white = [(box.x - marks.WHITE, box.x + box.w + marks.WHITE, box.y, box.y + box.h) for box in marks.SQUARES]
    for frame in back.pages[1].frames:
        for left, right, top, bottom in white:
            x, y, w, h = frame.box
            assert x >= right or x + w <= left or y >= bottom or y + h <= top


def test_the_code_of_a_back_is_read_and_says_so():
    printed = render(FORM, sheet(47), BOTH)
    for number in range(printed.pages):
        found = zxingcpp.read_barcodes(picture(printed.content, number, 200))
        assert [decode(code.text).turned for code in found] == [number == 1] * 2
        assert {decode(code.text).page for code in found} == {number + 1}


def test_one_map_reads_every_print_of_a_sheet():
    fronts, both = render(FORM, sheet(47), ALL).cell_map, render(FORM, sheet(47), BOTH).cell_map
    assert fronts is not None
    assert both is not None
    assert (fronts.turned, both.turned) == ((), (2,))
    assert CellMap.from_json(both.to_json()) == both
    for page in (1, 2, 3):
        for on_back in (False, True):
            assert fronts.cells_of(page, turned=on_back) == both.cells_of(page, turned=on_back)
    assert both.cells_of(2, turned=True) == tuple(cell for cell in both.cells if cell.page == 2)


def test_a_map_kept_before_there_were_backs_is_read():
    import json

    old = json.loads(render(FORM, sheet(5)).cell_map.to_json())
    del old["turned"], old["moved"]
    assert CellMap.from_json(json.dumps(old)).cells_of(1, turned=False)


def test_the_first_page_of_a_print_is_a_front_whatever_its_number():
    assert render(FORM, sheet(47), PrintOptions(pages="2-3", two_sided=True)).cell_map.turned == (3,)


def test_a_mark_in_the_upper_margin_finds_a_place_on_a_back_that_lies():
    form = replace(risks.FORM, body=lambda data, options: (Stamp("КҮШІ ЖОЙЫЛДЫ"), *risks.FORM.body(data, options)))
    back = turned(laid_out(form, risks.sample(), ALL), frozenset({2})).pages[1]
    (stamp,) = (text for text in back.texts if text.text == "КҮШІ ЖОЙЫЛДЫ")
    others = [text for text in back.texts if text is not stamp]
    assert stamp.y > max(text.y for text in others) + 4
    assert stamp.y < back_edge(form) - NEAREST


def back_edge(form) -> float:
    return form.page.height
