"""The acquaintance sheet: its columns, its geometry, its marks, and that names arrive whole."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
import zxingcpp

from altdesk.domain.errors import Refusal
from altdesk.domain.readback import decode
from altdesk.forms import marks
from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.layout import CellMap
from altdesk.forms.render import laid_out, render
from altdesk.forms.sheets import acquaintance, residual
from altdesk.forms.words import PaperLanguage
from tests.forms.golden import picture
from tests.forms.papers import FORM, HOSTILE, sheet

ALL = PrintOptions()
MM = 72 / 25.4


@pytest.mark.parametrize("language", list(PaperLanguage))
@pytest.mark.parametrize("people", [22, 44, 60])
def test_a_full_page_has_22_rows_in_every_language(language, people):
    pages = laid_out(FORM, sheet(people), PrintOptions(language)).pages
    rows = [page.last - page.first + 1 for page in pages]
    assert rows == [22] * (people // 22) + ([people % 22] if people % 22 else [])


def test_a_title_of_two_lines_still_leaves_22_rows():
    title = "«ALT Университеті» АҚ күндізгі оқу бөлімі студенттеріне әлеуметтік қолдау көрсету жөніндегі ереже"
    assert laid_out(FORM, sheet(30, title=title, residual_of=3), ALL).pages[0].last == 22


def test_a_title_too_long_for_the_head_stands_whole_on_the_first_page_only():
    title = "Өте ұзақ атау " * 140
    pages = laid_out(FORM, sheet(60, title=title), ALL).pages
    said = " ".join(text.text for text in pages[0].texts)
    assert said.count("атау") == 140
    assert 0 < pages[0].last < 22
    assert pages[1].last - pages[1].first + 1 == 22


def test_the_columns_are_those_of_section_13():
    table = next(block for block in FORM.body(sheet(1), ALL) if hasattr(block, "columns"))
    assert [column.head for column in table.columns] == [
        "№",
        "Құжатпен танысқан тұлғаның аты-жөні",
        "Лауазымы",
        "Қолтаңба",
        "Күні",
    ]
    assert [column.width for column in table.columns] == [9, 55, 40, 44, 27]
    assert (table.row_height, table.frame, table.inner) == (9.6, 0.7, 0.4)


def test_bilingual_heads_stand_side_by_side():
    table = next(b for b in FORM.body(sheet(1), PrintOptions(PaperLanguage.BILINGUAL)) if hasattr(b, "columns"))
    assert table.columns[4].head == "Күні / Дата"


def test_the_written_in_cells_are_empty_and_mapped():
    layout = laid_out(FORM, sheet(47), PrintOptions(blank_rows=3))
    kept = layout.cell_map("acquaintance", 1)
    assert [(cell.row, cell.column) for cell in kept.cells] == [
        (row, column) for row in range(1, 51) for column in ("signature", "date")
    ]
    for page in layout.pages:
        for cell in page.cells:
            assert cell.h == pytest.approx(9.6)
            assert cell.w == (44 if cell.column == "signature" else 27)
            for text in page.texts:
                outside = text.x >= cell.x + cell.w or text.x + text.width <= cell.x
                assert outside or not cell.y < text.y < cell.y + cell.h


def test_the_cell_map_survives_json():
    kept = laid_out(FORM, sheet(47), ALL).cell_map("acquaintance", 1)
    assert CellMap.from_json(kept.to_json()) == kept
    assert (len(kept.codes), len(kept.squares)) == (2, 5)
    with pytest.raises(ValueError, match="cell map"):
        CellMap.from_json("{}")


def test_every_mark_keeps_its_distance():
    for box in marks.SQUARES:
        assert (box.w, box.h) == (5, 5)
        centre = (box.x + 2.5, box.y + 2.5)
        assert min(centre[0], centre[1], 210 - centre[0], 297 - centre[1]) >= 12
    layout = laid_out(FORM, sheet(tuple("Ә" * 30 for _ in range(60))), PrintOptions(PaperLanguage.BILINGUAL))
    for page in layout.pages:
        for box in page.squares:
            white = (box.x - 3, box.y - 3, box.x + 8, box.y + 8)
            assert not [t for t in page.texts if _cross(white, (t.x, t.y - 3, t.x + t.width, t.y + 0.5))]
            assert not [
                f for f in page.frames if _cross(white, (f.box.x, f.box.y, f.box.x + f.box.w, f.box.y + f.box.h))
            ]
        for code in page.codes:
            quiet = 4 * code.box.w / marks.MODULES
            x, y, w, h = code.box
            white = (x - quiet, y - quiet, x + w + quiet, y + h + quiet)
            assert not [t for t in page.texts if _cross(white, (t.x, t.y - 3, t.x + t.width, t.y + 0.5))]
            assert not [
                f for f in page.frames if _cross(white, (f.box.x, f.box.y, f.box.x + f.box.w, f.box.y + f.box.h))
            ]


def _cross(one, other):
    return (
        one[0] < other[2] - 1e-6 and other[0] < one[2] - 1e-6 and one[1] < other[3] - 1e-6 and other[1] < one[3] - 1e-6
    )


def test_both_codes_are_read_from_the_page_at_200_dots():
    printed = render(FORM, sheet(47))
    for number in range(printed.pages):
        found = zxingcpp.read_barcodes(picture(printed.content, number, 200))
        assert len(found) == 2
        for code in found:
            mark = decode(code.text)
            assert (mark.sheet, mark.page, mark.pages) == (12, number + 1, 3)
            assert (mark.first_row, mark.last_row) == ((1, 22), (23, 44), (45, 47))[number]
            assert code.ec_level == "Q"


def test_names_come_back_out_of_the_file():
    data = sheet(47)
    with pdfplumber.open(BytesIO(render(FORM, data).content)) as pdf:
        said = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
        cells = [row[1] for page in pdf.pages for table in page.extract_tables() for row in table]
    assert "ТАНЫСУ ПАРАҒЫ № 12" in said
    assert "1-бет, барлығы 3" in said
    names = [" ".join(cell.split()) for cell in cells if cell and "аты-жөні" not in cell]
    assert names == [row.full_name for row in data.rows]


def test_a_page_alone_is_the_page_of_the_whole():
    whole, alone = render(FORM, sheet(60)), render(FORM, sheet(60), PrintOptions(pages="2"))
    assert (alone.pages, alone.printed) == (3, (2,))
    with pdfplumber.open(BytesIO(whole.content)) as all_pages, pdfplumber.open(BytesIO(alone.content)) as one:
        assert len(one.pages) == 1
        assert _content(one.pages[0]) == _content(all_pages.pages[1])
        assert "2-бет, барлығы 3" in one.pages[0].extract_text()


def _content(page):
    return b"".join(stream.get_data() for stream in page.page_obj.contents)


@pytest.mark.parametrize("pages", ["0", "4", "3-2", "a", "1,,2", "1-9"])
def test_pages_the_paper_has_not_are_refused(pages):
    with pytest.raises(Refusal):
        render(FORM, sheet(60), PrintOptions(pages=pages))


def test_selected_pages_come_in_order():
    assert render(FORM, sheet(100), PrintOptions(pages="5, 1-2")).printed == (1, 2, 5)


@pytest.mark.parametrize("blank", [-1, 501])
def test_blank_rows_have_bounds(blank):
    with pytest.raises(Refusal):
        PrintOptions(blank_rows=blank)


def test_blank_rows_go_on_with_the_numbers():
    page = laid_out(FORM, sheet(5), PrintOptions(blank_rows=2)).pages[0]
    assert (page.first, page.last) == (1, 7)
    assert [text.text for text in page.texts if text.text in {"6", "7"}] == ["6", "7"]


def test_a_sheet_without_rows_prints_its_head():
    printed = render(FORM, sheet(0))
    assert printed.pages == 1
    assert printed.cell_map is not None
    assert printed.cell_map.cells == ()


def test_the_residual_sheet_says_whose_it_is():
    page = laid_out(residual.FORM, residual.sample(), ALL).pages[0]
    assert any("№ 12 парақ бойынша қалғандар" in text.text for text in page.texts)


def test_missing_letters_are_reported_and_seen():
    printed = render(FORM, sheet(HOSTILE))
    assert "😀" in printed.missing
    assert "\x00" in printed.missing
    assert "Қ" not in printed.missing
    said = [text.text for page in laid_out(FORM, sheet(HOSTILE), ALL).pages for text in page.texts]
    assert "Ерлан □ □□□ Қуаныш" in " ".join(said)


def test_the_same_sheet_gives_the_same_bytes():
    for output in (Output.PDF, Output.DOCX):
        assert render(FORM, sheet(30), output=output).content == render(FORM, sheet(30), output=output).content


def test_a_kept_sheet_becomes_its_paper(make_sheet):
    data = acquaintance.of_sheet(make_sheet, "АҚ")
    assert [row.no for row in data.rows] == [1, 2]
    assert data.residual_of is None
    assert render(FORM, data).pages == 1


@pytest.fixture
def make_sheet():
    from datetime import date

    from altdesk.domain.acquaintance import RowState, Sheet, SheetKind, SheetRow

    rows = tuple(
        SheetRow(no, no, no, name, "Бас маман", RowState.SIGNED, date(2026, 9, 2))
        for no, name in enumerate(("Мұхамеджан Әсем", "Қуаныш Гүлнәр"), 1)
    )
    made = date(2026, 9, 1)
    return Sheet(5, 5, SheetKind.ACQUAINTANCE, 1, 1, "ЖН-ALT-02", "Ереже", 1, made, made, None, None, None, None, rows)
