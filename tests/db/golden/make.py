"""Makes the golden desk of a schema revision; run in a checkout of the code of that revision:

    git archive COMMIT | tar x -C OLD && cd OLD && python …/tests/db/golden/make.py …/tests/db/golden/NNNN.db.gz

The sample desk of that day, with a step undone, one taken back for good, people who left or lie in the bin.
"""

from __future__ import annotations

import gzip
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from altdesk.desk import Desk
from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.services import demo, documents, groups, people, units


def fill(desk: Desk) -> None:
    demo.fill(desk)
    known = people.ids(desk, PeopleQuery())
    people.add(desk, PersonDraft("Біржола", "Алынған"))
    desk.undo()
    people.leave(desk, known[:2], on=date(2026, 10, 1))
    people.bin_(desk, known[2:4])
    documents.bin_(desk, [documents.by_code(desk, "ҚР-ALT-01").id])
    units.add(desk, "Жойылған бөлімше")
    units.remove(desk, [unit.id for unit in units.all_units(desk) if unit.name == "Жойылған бөлімше"])
    made = groups.add(desk, "Жойылған топ", added=known[:3]).id
    groups.remove(desk, [made])
    people.add(desk, PersonDraft("Қайтарылған", "Әрекет"))
    desk.undo()


def main(out: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        with Desk.open(Path(name), "kk") as desk:
            fill(desk)
            database = desk.folders.database
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("UPDATE step SET who = 'hatshy'")
            connection.commit()
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("VACUUM")
        out.write_bytes(gzip.compress(database.read_bytes(), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
