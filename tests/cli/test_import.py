"""`altdesk import`: a file as it comes, a dry run that writes nothing, a kill that leaves before or after."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Terminal

COUNTS = ("new", "changed", "same", "doubtful", "skipped", "repairs")
SURNAMES = (
    "АСАНОВ",
    "ӘБЕНОВ",
    "ҚУАНЫШЕВ",
    "ӨМІРБЕКОВ",
    "ҰЛЫҚБЕК",
    "ІЗБАСАР",
    "ҺАСЕНОВ",
    "ҢҰҢҒАРОВ",
    "ҒАЛЫМОВ",
    "ҮСЕНОВ",
)
GIVEN = ("ЕРЖАН", "НҰРСҰЛТАН", "ОЛЖАС", "ТИМУР", "ҒАНИ", "БОЛАТ")
PATRONYMICS = ("СЕРІКҰЛЫ", "ЕРЛАН ҰЛЫ", "АСҚАРОВИЧ", "", "ҚАНАТҰЛЫ")


def staff_list(file: Path) -> Path:
    """Three hundred people in capitals, each in one cell, with doubled spaces, under merged titles."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Университет қызметкерлерінің тізімі"])
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["№", "Фамилия имя отчество /Тегі, аты, әкесінің аты", "Лауазымы", "Бөлімше"])
    names = list(product(SURNAMES, GIVEN, PATRONYMICS))
    random.Random(7).shuffle(names)
    for number, name in enumerate(names, 1):
        sheet.append([number, "  ".join(name) + " ", "маман", f"{number % 7}-кафедра"])
    book.save(file)
    return file


def test_three_hundred_people_in_capitals_are_three_hundred_people(terminal: Terminal, tmp_path: Path) -> None:
    file = str(staff_list(tmp_path / "Тізім.xlsx"))
    dry = terminal("import people --dry-run --json", file).data
    assert terminal("list people --json").data == []
    said = terminal("import people --json", file).data
    assert {name: said[name] for name in COUNTS} == {name: dry[name] for name in COUNTS}
    assert said["new"] + said["doubtful"] == 300
    assert said["repairs"] >= 300
    found = terminal("list people --json").data
    assert len(found) == 300
    assert len({each["full_name"] for each in found}) == 300
    assert all(each["surname"].istitle() and "  " not in each["full_name"] for each in found)
    again = terminal("import people --json", file).data
    assert (again["same"], again["new"], again["changed"]) == (300, 0, 0)
    terminal("undo")
    assert terminal("list people --json").data == []


def test_what_is_doubtful_is_named_with_its_reason(terminal: Terminal, tmp_path: Path) -> None:
    with terminal.desk() as make:
        make.person("Қасымов", "Ержан", "Серікұлы", post="Маман")
    file = tmp_path / "a.csv"
    file.write_text(
        "Аты-жөні;Лауазымы\nКасымов Ержан Серикулы;Бас маман\nМадина;Маман\nБарлығы: 2;\n", encoding="utf-8"
    )
    said = terminal("import people --json", str(file)).data
    assert (said["doubtful"], said["skipped"]) == (2, 1)
    assert [(row["row"], row["taken"], bool(row["reasons"])) for row in said["rows"]] == [
        (2, False, True),
        (3, True, True),
    ]
    assert [row["row"] for row in said["skipped_rows"]] == [4]
    names = [(each["full_name"], each["post"]) for each in terminal("list people --json").data]
    assert names == [("Қасымов Ержан Серікұлы", "Маман"), ("Мадина", "Маман")]
    lines = terminal("import people", str(file)).lines
    assert lines[1].startswith("Row 2 is left out: Касымов Ержан Серикулы.")


def test_a_file_of_which_every_row_waits_says_so(terminal: Terminal, tmp_path: Path) -> None:
    with terminal.desk() as make:
        make.person("Қасымов", "Ержан", "Серікұлы", post="Маман")
    file = tmp_path / "a.csv"
    file.write_text("Аты-жөні;Лауазымы\nКасымов Ержан Серикулы;Бас маман\n", encoding="utf-8")
    before = terminal("history --json").data
    said = terminal("import people --json", str(file)).data
    assert [(row["row"], row["taken"]) for row in said["rows"]] == [(2, False)]
    assert (said["doubtful"], said["written"]) == (1, False)
    for asked in ("import people", "import people --dry-run"):
        lines = terminal(asked, str(file)).lines
        assert lines[-1].startswith("Nothing was taken: every row is doubtful (1).")
    assert terminal("history --json").data == before


def test_documents_come_with_their_revisions(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "d.csv"
    file.write_text(
        "Код;Наименование;Вид;Владелец;Версия;Дата введения в действие\n"
        "ҚР-ALT-05;Тәуекелдер;процедура;АССД;2;01.09.2026\n",
        encoding="utf-8",
    )
    assert terminal("import documents --json", str(file)).data["new"] == 1
    (document,) = terminal("list documents --json").data
    assert (document["code"], document["revision"], document["effective_on"]) == ("ҚР-ALT-05", 2, "2026-09-01")
    assert (document["kind"], document["owner"], document["state"]) == ("procedure", "АССД", "in_force")


@pytest.mark.parametrize("what", ["people", "documents"])
def test_a_file_that_is_not_what_it_says_gets_a_sentence(terminal: Terminal, tmp_path: Path, what: str) -> None:
    broken, empty, picture = tmp_path / "a.xlsx", tmp_path / "b.csv", tmp_path / "c.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    empty.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    nobody = tmp_path / "d.csv"
    nobody.write_text("Түсі;Бағасы\nқызыл;5\n", encoding="utf-8")
    for file in (broken, empty, picture, nobody, tmp_path / "none.xlsx", tmp_path):
        assert terminal(f"import {what}", str(file), code=1).err
    assert terminal("history --json").data == []


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")
@pytest.mark.parametrize("seed", range(3))
def test_a_kill_during_an_import_leaves_before_or_after(terminal: Terminal, tmp_path: Path, seed: int) -> None:
    file = str(staff_list(tmp_path / "a.xlsx"))
    command = [sys.executable, "-m", "altdesk", "--data", str(terminal.data), "import", "people", file]
    terminal("list people")
    running = subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL)
    time.sleep(random.Random(seed).uniform(0.3, 1.2))
    running.send_signal(signal.SIGKILL)
    running.wait()
    found = len(terminal("list people --json").data)
    assert found in {0, 300}
    assert len(terminal("history --json").data) == (1 if found else 0)


def test_members_come_with_their_terms_and_the_dry_run_writes_nothing(terminal: Terminal, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["СҮ ТІЗІМІ"])
    sheet.append(["№", "Ұйым", "Лауазымы (СҮ)", "Тегі, аты, әкесінің аты", "Топ, курс", "Өкілеттік мерзімі"])
    sheet.append([1, "Студенттік үкімет", "Төраға", "ҮЛГІБАЕВ АЛДИЯР СЫНАҚҰЛЫ", "КӨЛ-23-1, 3", "2025-2026"])
    sheet.append([2, "Студенттік үкімет", "Мүше", "Мысалова Айша", "ЛОГ-24-1, 2", "01.09.2025 – 31.08.2026"])
    sheet.append([3, "Студенттік үкімет", "Төраға", "Кестебаев Арман", "ЛОГ-24-1, 2", "01.09.2025"])
    book.save(tmp_path / "мүшелер.xlsx")
    file = str(tmp_path / "мүшелер.xlsx")
    dry = terminal("import members --dry-run --json", file).data
    assert (dry["new"], dry["doubtful"], dry["written"]) == (2, 1, False)
    assert terminal("list bodies --json").data == []
    terminal("import members", file)
    listed = terminal("list members --json --on 01.10.2025 --body", "студенттик укимет").data
    assert [(each["post"], each["full_name"], each["ends_on"]) for each in listed] == [
        ("Төраға", "Үлгібаев Алдияр Сынақұлы", "2026-08-31"),
        ("Мүше", "Мысалова Айша", "2026-08-31"),
    ]
    assert terminal("import members --json", file).data["same"] == 2
    terminal("undo")
    assert terminal("list people --json").data == []


def members_file(file: Path, *rows: tuple[str, ...]) -> str:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(file)
    return str(file)


def test_the_short_name_and_the_whole_one_are_one_student_government(terminal: Terminal, tmp_path: Path) -> None:
    file = members_file(
        tmp_path / "a.xlsx",
        ("Ұйым", "Лауазымы (СҮ)", "Тегі, аты, әкесінің аты"),
        ("СҮ", "Төраға", "Үлгібаев Алдияр Сынақұлы"),
        ("Студенттік үкімет", "Мүше", "Мысалова Айша Сынаққызы"),
    )
    terminal("import members", file)
    (body,) = terminal("list bodies --json").data
    assert (body["name"], body["short_name"], body["members"]) == ("Студенттік үкімет", "СҮ", 2)
    assert terminal("import members --json", file).data["same"] == 2


def test_a_body_named_for_the_rows_is_added_by_the_import(terminal: Terminal, tmp_path: Path) -> None:
    heads, row = ("Лауазымы", "Тегі, аты, әкесінің аты"), ("Төраға", "Үлгібаев Алдияр Сынақұлы")
    plain = members_file(tmp_path / "a.xlsx", heads, row)
    dry = terminal("import members --dry-run --body СҮ", plain).lines
    assert any("“Студенттік үкімет” is not kept yet" in line for line in dry)
    terminal("import members --body СҮ", plain)
    terminal("import members --body Шахмат", plain)
    titled = members_file(tmp_path / "b.xlsx", ("СҮ ТІЗІМІ",), heads, ("Мүше", "Мысалова Айша Сынаққызы"))
    terminal("import members", titled)
    bodies = {each["name"]: each["members"] for each in terminal("list bodies --json").data}
    assert bodies == {"Студенттік үкімет": 2, "Шахмат": 1}


def test_a_name_taken_apart_by_guess_is_taken_and_named(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    rows = ("Асанов Ержан Серікұлы", "Ержан Асанов Серік Қанат", "Неясно Ә. Б.", "Асанов Ержан Серікұлы")
    file.write_text("\n".join(("Аты-жөні", *rows)), encoding="utf-8")
    said = terminal("import people --json", str(file)).data
    assert [(row["row"], row["taken"], row["joined"]) for row in said["rows"]] == [
        (3, True, None),
        (4, True, None),
        (5, True, 2),
    ]
    found = {each["full_name"] for each in terminal("list people --json").data}
    assert found == {"Асанов Ержан Серікұлы", "Ержан Асанов Серік Қанат", "Неясно Ә. Б."}
    terminal("undo")
    lines = terminal("import people", str(file)).lines
    assert lines[2].startswith("Row 4 is taken: Неясно Ә. Б. It is not certain")
    assert lines[3].startswith("Row 5 counts as row 2: Асанов Ержан Серікұлы. Row 2 ")


def test_a_refusal_names_what_the_file_needs(terminal: Terminal, tmp_path: Path) -> None:
    for what, head in (("people", "Full name"), ("documents", "Code"), ("members", "Full name")):
        file = members_file(tmp_path / f"{what}.xlsx", ("1", "2"), ("3", "4"))
        assert f"such as “{head}”" in terminal(f"import {what}", file, code=1).err
    nobody = members_file(tmp_path / "m.xlsx", ("Лауазымы", "Аты-жөні"), ("Мүше", "Мысалова Айша Сынаққызы"))
    assert "--body" in terminal("import members", nobody, code=1).err
    assert terminal("history --json").data == []


def test_a_further_post_is_listed_and_exported_and_comes_back_as_it_was(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "Аты-жөні;Лауазымы;Бөлімшенің атауы\n"
        "Омаров Дархан Асқарұлы;маман;ТжӘЖД\n"
        "Омаров Дархан Асқарұлы;оқытушы;Энергетика институты\n",
        encoding="utf-8",
    )
    terminal("import people", str(file))
    (known,) = terminal("list people --json").data
    assert (known["post"], known["unit"]) == ("маман", "ТжӘЖД")
    assert known["further_posts"] == [{"post": "оқытушы", "unit": "Энергетика институты"}]
    book = str(tmp_path / "people.xlsx")
    terminal("export people", book)
    assert terminal("import people --json", book).data["same"] == 1
    terminal("undo")
    assert terminal("list people --json").data == []
    terminal("import people", book)
    assert terminal("list people --json").data == [known]


def test_namesakes_of_one_file_are_both_taken_and_letters_tell_people_apart(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "Аты-жөні;Топ\nОмаров Дархан Асқарұлы;АУ-22-1\nОмаров Дархан Асқарұлы;АУ-23-1\nҰлан Бек;Б-1\nУлан Бек;Б-1\n",
        encoding="utf-8",
    )
    said = terminal("import people --json", str(file)).data
    assert [(row["row"], row["taken"], row["reasons"]) for row in said["rows"]] == [
        (3, True, ["Row 2 has the same name."]),
        (5, True, ["Row 4 has this name with other letters."]),
    ]
    assert len(terminal("list people --json").data) == 4
    assert terminal("import people --json", str(file)).data["same"] == 4
