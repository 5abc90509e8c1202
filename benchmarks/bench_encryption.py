"""An encrypted desk beside the same desk plain: opening (what Argon2 costs aside), finding, an import, a backup."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from altdesk.backups import making
from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.people import PeopleQuery
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.sealing.keys import Keys
from altdesk.services import encryption, find, people, people_import
from benchmarks import desks
from benchmarks.bench_import import workbook
from benchmarks.figures import Figure, best, report

NUMBER = 20_000
WORDS = "қара шай ішеміз"
TYPED = ("қас", "айгүл ерм")
BEYOND_MS = 1000  # opening, beyond what the passphrase costs
SLOWER = 1.5  # finding and importing


def both() -> tuple[Path, Path, Keys]:
    """The same people plain and encrypted, and what opens them."""
    plain, hidden = desks.folder("encryption-plain"), desks.folder("encryption-hidden")
    for place in (plain, hidden):
        shutil.rmtree(place, ignore_errors=True)
    with desks.of_people(NUMBER) as desk:
        made = desk.folders.data
    for place in (plain, hidden):
        shutil.copytree(made, place)
    with ClosedDesk(hidden, Translator("en")) as closed:
        return plain, hidden, encryption.turn_on(closed, WORDS, WORDS).keys


def opened(place: Path, keys: Keys | None) -> Callable[[], None]:
    def run() -> None:
        with Desk.open(place, "kk", keys=keys) as desk:
            people.ids(desk, PeopleQuery(), 200)

    return run


def run() -> list[Figure]:
    plain, hidden, keys = both()
    folders = Folders(hidden)
    passphrase = best(lambda: encryption.unlock(folders, WORDS), 3)
    ours, theirs = best(opened(hidden, keys)), best(opened(plain, None))
    figures = [
        Figure("the passphrase alone (Argon2id, 128 MB)", passphrase),
        Figure("opened and the first page listed", ours, theirs),
        Figure("the same, beyond the plain desk", max(0.0, ours - theirs), None, BEYOND_MS),
    ]
    with Desk.open(plain, "kk") as reference, Desk.open(hidden, "kk", keys=keys) as desk:
        for typed in TYPED:
            slow, fast = (best(lambda one=one, typed=typed: find.find(one, typed)) for one in (desk, reference))
            figures.append(Figure(f"find «{typed}» among {NUMBER:,}", slow, fast, SLOWER))
        file = workbook()

        def imported(one: Desk) -> float:
            took = best(lambda: people_import.apply(one, people_import.preview(one, file)), 1)
            one.undo()
            return took

        slow, fast = (min(imported(one) for _ in range(3)) for one in (desk, reference))
        figures.append(Figure("import of 10,000 people", slow, fast, SLOWER))
        slow, fast = (best(lambda one=one: making.onto_shelf(one.folders, Reason.HOUR), 3) for one in (desk, reference))
        figures.append(Figure("a backup by itself", slow, fast))
    return figures


if __name__ == "__main__":
    report(run)
