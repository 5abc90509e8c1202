"""The first Monday: from an empty desk and an Excel list to a signed sheet and the question who is missing.

`python -m tests.journey.first_monday FOLDER` under an X server of 1366 × 768. Everything is done with keys and mouse;
pictures of every station and the printed papers are left in FOLDER.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from altdesk.domain.dates import short_day
from tests.data_files import FATHERS, GIVEN, POSTS, SURNAMES, xlsx
from tests.journey.hand import Hand
from tests.journey.stage import play, window_of

PEOPLE, OPEN_ROWS = 57, 6
WOMEN = {"Іңкәр", "Әсел", "Мөлдір", "Гүлнәр", "Аружан", "Жансая", "Сәуле", "Үміт"}
PLACES = (
    ("Көлік инженериясы институты", "Жол кафедрасы"),
    ("Көлік инженериясы институты", "Вагон кафедрасы"),
    ("Энергетика институты", "Автоматика кафедрасы"),
    ("Жастар департаменті", ""),
)
CODE, TITLE = "ЖН-ALT-40", "Ішкі тәртіп ережелері"
DAYS_IN_FORCE = 14
LIST, SHEET, RESIDUAL = "Қызметкерлер тізімі.xlsx", "Парақ 1.pdf", "Парақ 2.pdf"


def staff_list(path: Path) -> Path:
    """The staff list as it comes from the personnel office: a title over it, a name in capitals, a Latin letter,
    somebody twice."""
    rows: list[list[Any]] = [["«ALT» университеті қызметкерлерінің тізімі"], [], list(_HEAD)]
    rows += [_person(n) for n in range(PEOPLE)]
    rows.append(rows[3 + 40])  # somebody stands there twice
    rows[7][1] = rows[7][1].upper()
    rows[9][1] = rows[9][1].replace("о", "o", 1)
    return xlsx(path, rows, merged=("A1:G1",))


_HEAD = ("№", "Фамилия имя отчество / Тегі, аты, әкесінің аты", "Лауазымы / Должность", "Институт", "Кафедра", "email",
         "Телефон")  # fmt: skip


def _person(n: int) -> list[Any]:
    surname, given, father = SURNAMES[n % 10], GIVEN[(n + n // 10) % 15], FATHERS[(n * 3) % 14]
    name = f"{surname}а {given} {father}қызы" if given in WOMEN else f"{surname} {given} {father}ұлы"
    return [n + 1, name, POSTS[n % 10], *PLACES[n % 4], f"p{n + 1}@alt.example", f"+7 700 000 {n // 100:02} {n:02}"]


def journey(hand: Hand, folder: Path) -> None:
    welcome(hand)
    bring_people(hand, folder / LIST)
    write_document(hand)
    put_in_force(hand, date.today() - timedelta(DAYS_IN_FORCE))
    choose_audience(hand)
    make_sheet(hand, folder / SHEET)
    back_from_paper(hand)
    residual(hand, folder / RESIDUAL)
    coverage(hand)


def welcome(hand: Hand) -> None:
    window_of(hand)
    for text in ("ALT университеті", "Жастармен жұмыс департаменті", "Алматы", "Хатшы", "Ә. Қасымова"):
        hand.write(text)
        hand.keys("Tab")
    hand.fill("Director: post", "Департамент директоры")
    hand.keys("Tab")
    hand.write("Е. Тасболатов")
    hand.picture("welcome")
    hand.click("Import people from Excel")


def bring_people(hand: Hand, path: Path) -> None:
    hand.picture("choose-a-list")
    hand.click("Choose a file")
    hand.choose_file(path)
    hand.find("Rows of the file", QAbstractItemView)
    hand.wait_for_words(hand.say("Nothing is written yet."))
    hand.picture("import")
    hand.keys("Down", "Down")
    table = hand.find("Rows of the file", QAbstractItemView)
    hand.click(hand.say.plural("Import %(n)d person", "Import %(n)d people", PEOPLE))
    hand.wait(lambda: not table.isVisible(), "imported")
    hand.wait_for_words(str(PEOPLE))
    hand.picture("people")


def write_document(hand: Hand) -> None:
    hand.click("Documents", exact=True)
    hand.keys("ctrl+n")
    hand.fill("Code", CODE)
    hand.fill("Title", TITLE)
    hand.keys("ctrl+s")
    hand.wait_for_words(hand.say("No revision is in force yet."))


def put_in_force(hand: Hand, day: date) -> None:
    hand.click("Put in force")
    hand.keys("ctrl+a")
    hand.write(short_day(day))
    hand.picture("put-in-force")
    hand.keys("Return")


def choose_audience(hand: Hand) -> None:
    hand.click("Add who must know it", QLineEdit)
    hand.write(hand.say("Everybody in the register")[:5])
    hand.keys("Return")
    hand.wait_for_words(hand.say.plural("This is %(n)d person:", "These are %(n)d people:", PEOPLE))
    hand.picture("document")


def make_sheet(hand: Hand, path: Path) -> None:
    hand.click("Make acquaintance sheet")
    hand.wait(hand.find("Save as PDF").isEnabled, "the paper")
    hand.picture("paper")
    hand.click("Save as PDF")
    hand.choose_file(path)
    hand.wait(path.exists, "the file")
    hand.settle()


def back_from_paper(hand: Hand) -> None:
    hand.picture("sheet-is-out")
    hand.click_row("Acquaintance", CODE)
    hand.keys("Return")
    hand.find("Rows of the sheet", QAbstractItemView)
    hand.write(short_day(date.today()))
    hand.keys("Return")
    for _ in range(OPEN_ROWS):
        hand.keys("Down", "Down", "Down", "space")
    hand.picture("back-from-paper")
    hand.keys("ctrl+s")


def residual(hand: Hand, path: Path) -> None:
    offered = hand.say.plural("Print residual sheet (%(n)d row)", "Print residual sheet (%(n)d rows)", OPEN_ROWS)
    hand.find(offered)
    hand.picture("recorded")
    hand.keys("Return")
    hand.wait(hand.find("Save as PDF").isEnabled, "the paper")
    hand.picture("residual")
    hand.click("Save as PDF")
    hand.choose_file(path)
    hand.wait(path.exists, "the file")


def coverage(hand: Hand) -> None:
    hand.click("Coverage", exact=True)
    hand.picture("coverage")
    hand.click_row("Acquaintance", CODE)
    hand.find("Missing people", QAbstractItemView)
    hand.picture("who-is-missing")


def main() -> int:
    folder = Path(sys.argv[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    staff_list(folder / LIST)
    return play(folder, lambda hand: journey(hand, folder))


if __name__ == "__main__":
    sys.exit(main())
