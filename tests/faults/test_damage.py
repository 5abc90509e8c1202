"""A damaged database: bits turned over in every region, the file cut off anywhere. Nobody sees a traceback or wrong
data, and there is a way out."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from altdesk import cli
from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PeopleQuery
from altdesk.i18n import Translator
from altdesk.services import backups, demo, people, restoring
from tests.cli.conftest import NoWindow
from tests.faults import amount, truth

FLIPS, CUTS = amount(sample=30, full=1000), amount(sample=10, full=200)
SALVAGED_EVERY = 20


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with everything in it, and a copy among its backups; closed."""
    place = tmp_path_factory.mktemp("whole") / "desk"
    with Desk.open(place, "en") as desk:
        demo.fill(desk)
        backups.by_itself(desk, Reason.CLOSE)
    return place


@pytest.fixture
def place(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "desk"))


class Spoiler:
    """Damages one desk again and again, and looks at what the person gets."""

    def __init__(self, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.place, self.capsys = place, capsys
        self.database = place / "altdesk.db"
        self.content, self.sums = self.database.read_bytes(), (place / "altdesk.sums").read_bytes()
        self.truth = self.listed()
        self.refused, self.said = 0, ""

    def listed(self) -> list[object] | None:
        """What the command line says of people; None where it refused, in one line."""
        self.capsys.readouterr()
        arguments = ["--data", str(self.place), "--lang", "en", "list", "people", "--json"]
        code = cli.run(arguments, NoWindow())
        said = self.capsys.readouterr()
        if code == 0:
            found: list[object] = json.loads(said.out)
            return found
        assert code == 1
        self.said = said.err
        assert len(said.err.splitlines()) == 1
        assert "The program has a fault" not in said.err, self.fault()
        return None

    def fault(self) -> str:
        """What the program wrote down of its fault."""
        return max((self.place / "logs").glob("fault-*")).read_text(encoding="utf-8")[-3000:]

    def look(self, content: bytes, *, salvage: bool) -> None:
        for left in self.place.glob("altdesk.db-*"):
            left.unlink()
        self.database.write_bytes(content)
        (self.place / "altdesk.sums").write_bytes(self.sums)
        found = self.listed()
        if found is None:
            self.refused += 1
            assert self.database.read_bytes() == content
            if salvage:
                self.way_out()
        else:
            assert found == self.truth

    def people(self) -> int:
        with Desk.open(self.place, "en") as desk:
            return people.count(desk, PeopleQuery(include_left=True))

    def way_out(self) -> None:
        """What is left is saved, or the newest copy is taken; then the desk works."""
        shelf = self.place / "backups"
        with ClosedDesk(self.place, Translator("en")) as closed:
            try:
                lost = restoring.salvage(closed).outcome.lost
            except Refusal:
                lost = 0
                restoring.restore(closed, max(shelf.glob("*-close.zip")))
        if lost and not self.people():  # the report said so, and the newest copy is offered beside it
            with ClosedDesk(self.place, Translator("en")) as closed:
                restoring.restore(closed, max(shelf.glob("*-close.zip")))
        assert self.people()
        with Desk.open(self.place, "en") as desk:
            truth.nothing_is_half(desk.folders.data)
        for aside in shelf.glob("*-damaged*"):
            shutil.rmtree(aside)


def test_bits_turned_over_everywhere(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoiler, chance = Spoiler(place, capsys), random.Random(1)
    size = len(spoiler.content)
    for number in range(FLIPS):
        at = number * size // FLIPS + chance.randrange(max(1, size // FLIPS))
        content = bytearray(spoiler.content)
        content[min(at, size - 1)] ^= 1 << chance.randrange(8)
        spoiler.look(bytes(content), salvage=number % SALVAGED_EVERY == 0)
    assert spoiler.refused == FLIPS


def test_whole_regions_overwritten(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoiler, chance = Spoiler(place, capsys), random.Random(2)
    size = len(spoiler.content)
    for number in range(CUTS):
        content = bytearray(spoiler.content)
        at, long = chance.randrange(size), chance.choice((16, 512, 4096, 65536))
        content[at : at + long] = chance.choice((bytes(long), chance.randbytes(long)))[: size - at]
        if content != spoiler.content:
            spoiler.look(bytes(content), salvage=number % SALVAGED_EVERY == 0)


def test_a_file_cut_off_anywhere(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoiler, chance = Spoiler(place, capsys), random.Random(3)
    size = len(spoiler.content)
    for number in range(CUTS):
        spoiler.look(spoiler.content[: chance.randrange(1, size)], salvage=number % SALVAGED_EVERY == 0)
    assert spoiler.refused == CUTS


def test_damage_after_a_kill_never_shows_a_traceback(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without sums SQLite's own check counts; what it lets through must still not end in a fault of the program."""
    spoiler, chance = Spoiler(place, capsys), random.Random(4)
    for _ in range(CUTS):
        content = bytearray(spoiler.content)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        spoiler.database.write_bytes(content)
        for left in (*place.glob("altdesk.db-*"), *place.glob("altdesk.sums")):
            left.unlink()
        spoiler.listed()


@pytest.mark.parametrize("spoiled", ["x'ffd0d0'", "'2026-13-45'"])
def test_a_value_that_no_program_wrote_is_damage_and_no_fault(
    place: Path, capsys: pytest.CaptureFixture[str], spoiled: str
) -> None:
    """Sound pages without sums, on them a text that is none or a day there is not."""
    spoiler = Spoiler(place, capsys)
    column = "left_on" if "-" in spoiled else "post"
    with closing(sqlite3.connect(spoiler.database)) as connection:
        connection.execute(f"UPDATE person SET {column} = CAST({spoiled} AS TEXT) WHERE id = 7")
        connection.commit()
    (place / "altdesk.sums").unlink()
    assert spoiler.listed() is None
    assert "altdesk.db" in spoiler.said
