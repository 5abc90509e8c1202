"""Layout: nothing leaves its cell, no letter is lost, rows keep together, heads repeat."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altdesk.forms.blocks import (
    Align,
    Approval,
    Column,
    Face,
    Fields,
    Footer,
    Heading,
    Heads,
    Keep,
    Paragraph,
    Signatures,
    Table,
    Title,
)
from altdesk.forms.form import PORTRAIT, PrintOptions
from altdesk.forms.layout import Layout, lay_out
from altdesk.forms.measure import UNSEEN, Measure
from altdesk.forms.render import laid_out
from altdesk.forms.render.fonts import TinosMetrics
from altdesk.forms.sheets import changes, coverage
from altdesk.forms.sheets.coverage import CoverageData, CoverageRow
from tests.forms.papers import FORM, HOSTILE, sheet

METRICS = TinosMetrics()
SHORTENED = tuple(text[:500] for text in HOSTILE)  # whole ones have a test of their own
TEXTS = st.text(st.characters() | st.sampled_from(" -/<&%әқҚ0"), max_size=80) | st.sampled_from(SHORTENED)
SLACK = 1e-3  # mm


def leaving(layout: Layout) -> list[object]:
    """The texts that leave their boxes or the paper."""
    out = []
    for page in layout.pages:
        for text in page.texts:
            box = text.box
            top, bottom = text.y - 0.70 * text.size * 25.4 / 72, text.y + 0.23 * text.size * 25.4 / 72
            inside = box.x - SLACK <= text.x and text.x + text.width <= box.x + box.w + SLACK
            inside = inside and box.y - SLACK <= top and bottom <= box.y + box.h + SLACK
            on_paper = box.x >= 0 and box.y >= 0 and box.x + box.w <= 210 and box.y + box.h <= 297
            if not (inside and on_paper):
                out.append((page.number, text))
    return out


def crossing(layout: Layout) -> list[object]:
    """Frames that reach into each other on one page."""
    out = []
    for page in layout.pages:
        spans = sorted((f.box.y, f.box.y + f.box.h) for f in page.frames)
        out += [(page.number, one, two) for one, two in zip(spans, spans[1:], strict=False) if two[0] < one[1] - SLACK]
    return out


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_stays_in_its_cell_and_loses_no_letter(text):
    layout = laid_out(FORM, sheet((text, "Асан")), PrintOptions())
    assert not leaving(layout)
    printed = "".join(t.text for page in layout.pages for t in page.texts if t.box.x == 34 and t.face is Face.REGULAR)
    shown = Measure(METRICS).shown(text, Face.REGULAR)
    assert _letters(shown) in _letters(printed)


def _letters(text):
    return "".join(text.split())


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, max_size=5), TEXTS, TEXTS)
def test_whatever_is_typed_stays_in_its_place(names, title, code):
    layout = laid_out(FORM, sheet(tuple(names), title=title, code=code, organisation=title), PrintOptions())
    assert not leaving(layout)
    assert not crossing(layout)
    printed = _letters(
        "".join(t.text for page in layout.pages for t in page.texts if t.box.x == 34 and t.face is Face.REGULAR)
    )
    for name in names:
        assert _letters(Measure(METRICS).shown(name, Face.REGULAR)) in printed


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 60))
def test_running_blocks_keep_to_the_page(one, two, rows):
    column = Column("a", one or "№", 40), Column("b", two, 60, Align.RIGHT), Column("c", "Қолтаңба", 30, write=True)
    blocks = (
        Footer("%(page)s-бет, барлығы %(pages)s", one),
        Approval(("БЕКІТЕМІН", one, "___", "2026"), ("КЕЛІСІЛДІ", two, "___", "2026")),
        Title(one),
        Fields(((one, two), ("Нұсқа", two)), inline=True),
        Fields(((one, two), ("Нұсқа", "2"))),
        Heading(two),
        Paragraph(one + "\n" + two),
        Table(column, ((one, two, ""),) * min(rows, 3) + (("а", "б", ""),) * rows, heads=Heads.NUMBERED),
        Signatures(((one, two),)),
    )
    layout = lay_out(blocks, PORTRAIT, METRICS)
    assert not leaving(layout)
    assert not crossing(layout)


@given(TEXTS, st.sampled_from([8.0, 10.5, 14.0]), st.sampled_from([12.0, 40.0, 148.0]))
@settings(max_examples=100, deadline=None)
def test_wrapped_lines_are_narrow_enough_and_whole(text, size, width):
    measure = Measure(METRICS)
    lines = measure.wrap(text, Face.REGULAR, size, width)
    assert all(measure.width(line, Face.REGULAR, size) <= width + SLACK or len(line) == 1 for line in lines)
    assert _letters("".join(lines)) == _letters(measure.shown(text, Face.REGULAR))


def test_short_names_break_at_spaces_and_hyphens():
    measure = Measure(METRICS)
    assert measure.wrap("Касым-Жомартов Ян-Іңкәр", Face.REGULAR, 11, 30) == ["Касым-Жомартов", "Ян-Іңкәр"]
    assert measure.wrap("Касым-Жомартов", Face.REGULAR, 11, 20) == ["Касым-", "Жомартов"]
    assert measure.wrap("З.Е.\u00a0Тәуекел бар", Face.REGULAR, 11, 26) == ["З.Е.\u00a0Тәуекел", "бар"]


def test_an_address_breaks_after_its_at_sign():
    lines = Measure(METRICS).wrap("aldiyar.ulgibaev@student.example", Face.REGULAR, 10.5, 36)
    assert lines == ["aldiyar.ulgibaev@", "student.example"]


def test_no_code_of_the_coverage_stays_behind_on_a_page_without_its_names():
    for count in range(20, 32):
        rows = tuple(CoverageRow(f"ҚР-ALT-{at:02}", "Атауы", 1, None, 0, 1, ("Мысалова Айша",)) for at in range(count))
        layout = lay_out(coverage.body(CoverageData(rows), PrintOptions()), PORTRAIT, METRICS)
        for page in layout.pages:
            said = [(text.y, text.face) for text in page.texts if text.size == 11]
            assert not said or max(said)[1] is Face.REGULAR


def test_joiners_print_nothing_and_are_not_reported():
    measure = Measure(METRICS)
    assert measure.shown("".join(map(chr, UNSEEN)), Face.REGULAR) == ""
    assert measure.missing == ()


def test_heads_repeat_and_rows_do_not_split():
    rows = tuple((str(n), "екі жолға бөлінетін ұзақтау мәтін " * (1 + n % 3)) for n in range(120))
    table = Table((Column("no", "№", 10), Column("text", "Мәтін", 60)), rows, heads=Heads.NUMBERED)
    layout = lay_out((table,), PORTRAIT, METRICS)
    assert len(layout.pages) > 2
    for page in layout.pages:
        assert [text.text for text in page.texts if text.face is Face.BOLD] == ["№", "Мәтін"]
        assert [text.text for text in page.texts if text.size == 9] == ["1", "2"]
        tops = {text.box.y for text in page.texts}
        assert all(text.box.y + text.box.h <= 282 + SLACK for text in page.texts), tops
    assert [page.first for page in layout.pages[1:]] == [page.last + 1 for page in layout.pages[:-1]]


def test_a_row_taller_than_a_page_goes_on():
    tall = "бір екі үш төрт бес " * 300
    table = Table((Column("no", "№", 10), Column("text", "Мәтін", 60)), (("1", "а"), ("2", tall), ("3", "б")))
    layout = lay_out((table,), PORTRAIT, METRICS)
    assert len(layout.pages) > 2
    assert not leaving(layout)
    printed = " ".join(text.text for page in layout.pages for text in page.texts)
    assert printed.count("төрт") == 300
    assert [text.text for page in layout.pages for text in page.texts if text.text in {"1", "2", "3"}] == [
        "1",
        "2",
        "3",
    ]


def beside(layout: Layout, *texts: str) -> bool:
    """Whether these texts stand on one page."""
    return any(set(texts) <= {text.text for text in page.texts} for page in layout.pages)


LINES = ("Ұзақтау мәтін екі жолға бөлінеді " * 3).strip()


@pytest.mark.parametrize("above", range(40, 54))
def test_what_is_kept_with_a_table_stands_on_the_page_of_its_last_row(above: int) -> None:
    filler = tuple(Paragraph(f"жол {number}", sizes=(11,), after=0.3) for number in range(above))
    columns = (Column("no", "№", 20), Column("text", "Мәтін", 60))
    for rows in ((("соңы", LINES),), (("1", "а"), ("соңы", LINES))):
        kept = Keep((Table(columns, rows), Paragraph("астындағы сөз")))
        layout = lay_out((*filler, Heading("Тақырып"), kept), PORTRAIT, METRICS)
        assert beside(layout, "соңы", "астындағы сөз")
        assert beside(layout, "Тақырып", rows[0][0])


@pytest.mark.parametrize("above", range(40, 54))
def test_a_sum_does_not_begin_a_page(above: int) -> None:
    filler = tuple(Paragraph(f"жол {number}", sizes=(11,), after=0.3) for number in range(above))
    rows = (("1", LINES), ("2", LINES), ("Жиыны", "3"))
    table = Table((Column("no", "№", 20), Column("text", "Мәтін", 60)), rows, summed=True)
    layout = lay_out((*filler, Heading("Тақырып"), table), PORTRAIT, METRICS)
    assert beside(layout, "2", "Жиыны")
    assert beside(layout, "Тақырып", "1")


@pytest.mark.parametrize("name", ["Мұхамеджан Әсем", "Касым-Жомартов Нұрсұлтан Ерлан ұлы", "Ұ" * 40, "Әбен " * 30])
def test_who_signs_under_a_name_has_nine_millimetres(name: str) -> None:
    data = changes.sample()
    entry = replace(data.sheets[0].entries[0], name=name)
    data = replace(data, sheets=(replace(data.sheets[0], entries=(entry,)),))
    (page,) = laid_out(changes.FORM, data, PrintOptions()).pages
    row, left = page.rows[1], page.rows[1].x + page.rows[1].w - 43
    said = [text for text in page.texts if text.x > left and row.y < text.y < row.y + row.h]
    assert "".join("".join(text.text for text in said).split()) == "".join(name.split())
    assert row.y + row.h - max(text.y for text in said) >= 9
