"""Import of 10,000 people, journal and keys and index included, against calamine and a raw executemany."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from itertools import product
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.text import fold
from altdesk.services import people_import
from benchmarks import desks
from benchmarks.figures import Figure, best, report

NUMBER = 10_000
HEADS = ("Тегі", "Аты", "Әкесінің аты", "Лауазымы", "Бөлімше", "Топ", "Курс", "Телефон")
TABLE = "CREATE TABLE person (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT, g TEXT, h TEXT)"
INSERT = "INSERT INTO person (a, b, c, d, e, f, g, h) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def workbook() -> Path:
    """A staff list of ten thousand rows as Excel keeps it, made once."""
    path = desks.folder("import") / f"people-{NUMBER}-2.xlsx"
    if not path.exists():
        from openpyxl import Workbook

        path.parent.mkdir(parents=True, exist_ok=True)
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        sheet.append(HEADS)
        for number, (each, names) in enumerate(zip(desks.drafts(NUMBER), different_names(), strict=False)):
            sheet.append((*names, each.post, each.unit, each.group, each.course, f"+7701{number:07}"))
        book.save(path)
    return path


def different_names() -> list[tuple[str, ...]]:
    """Names no two of which are alike, as in a staff list: surname, given name, patronymic."""
    stems = {fold(name): name for name in desks.SURNAMES}.values()
    surnames = [f"{stem}{end}" for stem in stems for end in ("", "а", "бай", "хан")]
    names = list(product(surnames, desks.GIVEN, desks.PATRONYMICS))
    random.Random(1).shuffle(names)
    return names


def raw(path: Path, database: Path) -> None:
    """What cannot be saved: read the file, and one transaction with the same durability."""
    from python_calamine import CalamineWorkbook

    database.unlink(missing_ok=True)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(TABLE)
        connection.executemany(INSERT, rows[1:])
        connection.commit()


def run() -> list[Figure]:
    path = workbook()
    where = desks.folder("import-desk")
    shutil.rmtree(where, ignore_errors=True)
    reference = best(lambda: raw(path, desks.folder("import") / "raw.db"))
    with Desk.open(where, language="kk") as desk:

        def look() -> None:
            people_import.preview(desk, path)

        def whole() -> None:
            people_import.apply(desk, people_import.preview(desk, path))

        looked = best(look)
        times = []
        for _ in range(5):  # as often as the reference
            times.append(best(whole, 1))
            desk.undo()
        undone = best(lambda: (desk.redo(), desk.undo()), 1)
    return [
        Figure(f"import of {NUMBER:,} people", min(times), reference, 4),
        Figure("of which the preview", looked, reference),
        Figure("redo and undo of it", undone, reference),
    ]


if __name__ == "__main__":
    report(run)
