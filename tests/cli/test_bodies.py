"""Bodies and their members on the command line: lists as on a day, the register on paper, in Word and in Excel."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from altdesk.domain.bodies import BodyKind
from altdesk.services import bodies
from tests.cli.conftest import Terminal

START = date(2025, 9, 1)


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    """A government whose chair changes in the middle of the year, and a circle."""
    with terminal.desk() as make:
        government = make.body(short_name="СҮ", name_ru="Студенческое правительство")
        circle = make.body("Шахмат үйірмесі", kind=BodyKind.HOBBY_CIRCLE)
        about = {"group": "КӨЛ-23-1", "course": 3, "unit": "Көлік институты", "phone": "8701", "email": "a@alt.kz"}
        old, new = make.person("Асанов", "Ерлан", **about), make.person("Әбенов", "Дархан")
        make.term(government, "Төраға", old, START)
        make.term(government, "Хатшы", make.person("Яхин", "Ким"), START)
        make.term(government, "Мүше", new, START)
        make.term(circle, "Төраға", new, START)
        bodies.change_office(make.desk, make.post(government, "Төраға"), new, date(2026, 2, 1))
    return terminal


def test_bodies_are_listed_as_on_a_day(filled: Terminal) -> None:
    before, after = (filled(f"list bodies --json --on {day}").data for day in ("31.01.2026", "01.02.2026"))
    assert [each["name"] for each in before] == ["Студенттік үкімет", "Шахмат үйірмесі"]
    government = before[0]
    assert (government["kind"], government["members"], government["quorum"]) == ("student_government", 3, 2)
    assert (government["chair"], government["secretary"]) == ("Асанов Ерлан", "Яхин Ким")
    assert (after[0]["chair"], after[0]["members"]) == ("Әбенов Дархан", 2)
    assert "Шахмат" in filled("list bodies --search шахм").lines[1]


def test_a_body_is_meant_by_its_russian_name_too(filled: Terminal) -> None:
    (found,) = filled("list bodies --json --search правит").data
    assert (found["name"], found["name_ru"]) == ("Студенттік үкімет", "Студенческое правительство")
    members = filled("list members --json --on 01.10.2025", "--body", "студенческое правительство").data
    assert {each["body"] for each in members} == {"Студенттік үкімет"}


def test_members_are_listed_in_the_order_of_the_screen(filled: Terminal) -> None:
    found = filled("list members --json --on 01.10.2025 --body су").data
    assert [(each["post"], each["full_name"]) for each in found] == [
        ("Төраға", "Асанов Ерлан"),
        ("Хатшы", "Яхин Ким"),
        ("Мүше", "Әбенов Дархан"),
    ]
    assert {name: found[0][name] for name in ("body", "unit", "group", "course", "phone", "email", "starts_on")} == {
        "body": "Студенттік үкімет",
        "unit": "Көлік институты",
        "group": "КӨЛ-23-1",
        "course": 3,
        "phone": "8701",
        "email": "a@alt.kz",
        "starts_on": "2025-09-01",
    }
    assert found[0]["ends_on"] == "2026-01-31"
    everywhere = filled("list members --json --on 01.10.2025 --search абенов").data
    assert [each["body"] for each in everywhere] == ["Студенттік үкімет", "Шахмат үйірмесі"]
    assert filled("list members --on 01.01.2020 --json").data == []


def test_a_body_that_is_not_there_and_a_day_that_is_none_are_refused_in_one_line(filled: Terminal) -> None:
    assert "no body" in filled("list members --body Клуб", code=1).err
    assert "day" in filled("list bodies --on жоқ", code=1).err


def test_the_register_is_printed_to_every_kind_of_file(filled: Terminal, tmp_path: Path) -> None:
    for ending in ("pdf", "docx", "xlsx"):
        file = tmp_path / f"СҮ тізімі.{ending}"
        said = filled(f"print members --body су --on 01.10.2025 --json --out {tmp_path}/out.{ending}").data
        assert said["pages"] == 1
        file.write_bytes((tmp_path / f"out.{ending}").read_bytes())
    text = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "out.docx")).paragraphs)
    assert "СҮ ТІЗІМІ" in text
    rows = list(load_workbook(tmp_path / "out.xlsx").active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert rows[0] == (
        "№", "Тегі, аты, әкесінің аты", "Лауазымы (СҮ)", "Институт", "Топ, курс", "Байланыс", "Өкілеттік мерзімі",
    )  # fmt: skip
    assert rows[1][1:5] == ("Асанов Ерлан", "Төраға", "Көлік институты", "КӨЛ-23-1, 3")
    assert [row[1] for row in rows[1:]] == ["Асанов Ерлан", "Яхин Ким", "Әбенов Дархан"]


def test_the_columns_chosen_are_the_columns_printed_and_exported(filled: Terminal, tmp_path: Path) -> None:
    chosen = "post,full_name,phone"
    filled(f"print members --columns {chosen} --on 01.10.2025 --out {tmp_path}/a.xlsx --body", "Шахмат үйірмесі")
    filled(f"export members {tmp_path}/b.xlsx --columns {chosen} --on 01.10.2025 --body", "Шахмат үйірмесі")
    for name, head in (("a", ("№", "Лауазымы", "Тегі, аты, әкесінің аты", "Телефон")), ("b", None)):
        rows = list(load_workbook(tmp_path / f"{name}.xlsx").active.iter_rows(values_only=True))  # type: ignore[union-attr]
        assert [value for value in rows[1] if value not in {1, None}] == ["Төраға", "Әбенов Дархан"]
        assert head is None or rows[0] == head
    assert "--columns" in filled(f"print members --body СҮ --columns iin --out {tmp_path}/a.pdf", code=2).err


def test_what_is_exported_can_be_imported_again(filled: Terminal, tmp_path: Path) -> None:
    filled(f"export members {tmp_path}/members.xlsx --on 01.10.2025")
    said = filled(f"import members {tmp_path}/members.xlsx --json").data
    assert (said["same"], said["new"], said["doubtful"]) == (4, 0, 0)
    filled(f"export bodies {tmp_path}/bodies.xlsx")
    rows = list(load_workbook(tmp_path / "bodies.xlsx").active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert rows[0][0] == "Name"
    assert len(rows) == 3
