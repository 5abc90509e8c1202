"""Whatever list comes to the desk is read to the last letter."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from altdesk.reading import read
from altdesk.reading.encodings import BROKEN_LETTERS, CP1251_LOST, KZ1048_READ
from altdesk.reading.reader import OTHER_NAME
from tests import data_files as files


def plain(rows: list[list[object]]) -> list[list[object]]:
    return [[cell if cell not in {None, ""} else None for cell in row] for row in rows]


@pytest.mark.parametrize("writer", [files.xlsx, files.xls, files.ods])
def test_a_workbook_of_any_program_is_read_to_the_last_letter(tmp_path: Path, writer) -> None:
    path = writer(tmp_path / f"Қызметкерлер тізімі.{writer.__name__}", files.table())
    found = read(path)
    assert found.sheets[0].name == "Тізім"
    assert found.sheets[0].rows == plain(files.table())
    assert found.warnings == ()


@pytest.mark.parametrize("writer", [files.xlsx, files.xls, files.ods])
def test_days_and_numbers_come_as_what_they_are(tmp_path: Path, writer) -> None:
    path = writer(tmp_path / f"a.{writer.__name__}", [["Күні", 2, 2.5, date(2026, 11, 22)], ["x"]])
    row = read(path).sheets[0].rows[0]
    assert row[1] == 2
    assert isinstance(row[1], int)
    assert row[2] == 2.5
    assert row[3] in {date(2026, 11, 22), datetime(2026, 11, 22)}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"])
def test_a_text_table_is_read_in_any_encoding_and_with_any_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = [[str(cell) for cell in row] for row in files.table()]
    found = read(files.text_table(tmp_path / "a.csv", rows, encoding=encoding, delimiter=delimiter))
    assert found.sheets[0].rows == plain(rows)
    assert [w.message for w in found.warnings] == ([KZ1048_READ] if encoding == "kz1048" else [])


def test_the_old_russian_encoding_is_read_with_a_warning_that_letters_are_lost(tmp_path: Path) -> None:
    rows = [[str(cell) for cell in row] for row in files.table()]
    found = read(files.text_table(tmp_path / "a.csv", rows, encoding="cp1251", delimiter=";"))
    assert found.sheets[0].rows[2][1] == "Карлыгашева Iнкар Омiркызы".replace("I", "І").replace("i", "і")
    assert [w.message for w in found.warnings] == [CP1251_LOST]


def test_quotes_line_breaks_and_the_hint_of_excel_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sep=;\r\nФИО;Пост\r\n"Асан; ""Бек""\nұлы";x\r\n\r\nЕркін;y\n', encoding="utf-8", newline="")
    assert read(path).sheets[0].rows == [
        [None, None],
        ["ФИО", "Пост"],
        ['Асан; "Бек"\nұлы', "x"],
        [None, None],
        ["Еркін", "y"],
    ]


def test_a_comma_in_names_does_not_hide_the_semicolon(tmp_path: Path) -> None:
    rows = [["ФИО", "Пост", "Топ"]] + [[f"Асанов{n}, Бек", "маман", "А"] for n in range(5)]
    assert read(files.text_table(tmp_path / "a.txt", rows, delimiter=";")).sheets[0].rows == rows


def test_rows_keep_the_numbers_of_the_file_when_the_list_begins_further_down(tmp_path: Path) -> None:
    rows = [[], [], [None, "ФИО"], [None, "Асан Бек"], [], [None, "Еркін Әлі"]]
    found = read(files.xlsx(tmp_path / "a.xlsx", rows)).sheets[0].rows
    assert found[2] == [None, "ФИО"]
    assert found[5] == [None, "Еркін Әлі"]
    assert len(found) == 6


def test_merged_titles_and_empty_edges_do_no_harm(tmp_path: Path) -> None:
    rows = [["«ALT Университеті» АҚ", *[None] * 6], *files.table(), *[[""] * 9] * 30]
    found = read(files.xlsx(tmp_path / "a.xlsx", rows, merged=["A1:G1"])).sheets[0].rows
    assert len(found) == 6
    assert {len(row) for row in found} == {7}


def test_every_filled_sheet_is_read_and_a_hidden_one_is_named(tmp_path: Path) -> None:
    import openpyxl

    path = files.xlsx(
        tmp_path / "a.xlsx", files.table(), more={"Бос": [], "Студенттер": [["ФИО"], ["Асан Бек"]], "Ескі": [["x"]]}
    )
    book = openpyxl.load_workbook(path)
    book["Ескі"].sheet_state = "hidden"
    book.save(path)
    found = read(path)
    assert [sheet.name for sheet in found.sheets] == ["Тізім", "Студенттер"]
    assert [w.values for w in found.warnings] == [{"sheet": "Ескі"}]


def test_a_workbook_under_the_name_of_another_is_read_with_a_remark(tmp_path: Path) -> None:
    found = read(files.xls(tmp_path / "a.xlsx", files.table()))
    assert found.sheets[0].rows == plain(files.table())
    assert [w.message for w in found.warnings] == [OTHER_NAME]


def test_times_of_day_are_text(tmp_path: Path) -> None:
    assert read(files.xlsx(tmp_path / "a.xlsx", [["x", time(9, 5)]])).sheets[0].rows == [["x", "09:05"]]


@pytest.mark.parametrize("name", ["\x00", "a\x00b", "\ud800", "😀 بيان", "=1+1", "<b>&amp;", "x" * 2000, "e\u0301"])
def test_a_hostile_name_in_a_text_table_stays_what_it_is(tmp_path: Path, name: str) -> None:
    path = files.text_table(tmp_path / "a.csv", [["ФИО", "Лауазымы"], [f"Әли {name}", "маман"]])
    assert read(path).sheets[0].rows[1] == [f"Әли {name}", "маман"]


def test_a_text_cut_in_the_middle_of_a_letter_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("ФИО,Лауазымы\nӘлиева Әсел,маман".encode()[:-1])
    found = read(path)
    assert found.sheets[0].rows[1] == ["Әлиева Әсел", "мама\ufffd"]
    assert [(w.message, w.values) for w in found.warnings] == [(BROKEN_LETTERS, {"count": 1})]


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rows=st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=2, max_size=6),
    encoding=st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_no_letter_is_lost_between_a_text_table_and_its_rows(tmp_path: Path, rows, encoding: str) -> None:
    path = files.text_table(tmp_path / "a.csv", [("Тегі", "Аты", "Топ"), *rows], encoding=encoding, delimiter=";")
    assert [tuple(row) for row in read(path).sheets[0].rows[1:]] == rows


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4), kind=st.sampled_from(["xlsx", "ods"]))
def test_no_letter_is_lost_between_a_workbook_and_its_rows(tmp_path: Path, rows, kind: str) -> None:
    texts = [tuple(" ".join(cell.split()) or "x" for cell in row) for row in rows]
    texts = [tuple(c for c in row if all(0x20 <= ord(x) < 0xFFFE for x in c)) or ("x",) for row in texts]
    path = getattr(files, kind)(tmp_path / f"a.{kind}", texts)
    width = max(map(len, texts))
    assert read(path).sheets[0].rows == [[*row, *[None] * (width - len(row))] for row in texts]
