"""What can be read of a damaged desk becomes a desk again; what a table lost comes from the journal."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PeopleQuery
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.i18n import Translator
from altdesk.services import acquaintance, demo, find, history, people, restoring
from db import backup, sums
from tests.make import Make


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("filled") / "desk"
    with Desk.open(place, "en") as desk:
        demo.fill(desk)
        Make(desk).person("Қайтарылған")
        desk.undo()
    return place


@pytest.fixture
def place(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "desk"))


def contents(place: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(place / "altdesk.db")) as connection:
        every = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        names = [row[0] for row in every if not row[0].startswith("sqlite_")]
        return {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}


def salvage(place: Path) -> restoring.Saved:
    with ClosedDesk(place, Translator("en")) as closed:
        return restoring.salvage(closed)


def test_a_whole_desk_is_saved_whole(place: Path) -> None:
    before = contents(place)
    outcome = salvage(place).outcome
    assert outcome.lost == 0
    assert [each.table for each in outcome.saved if each.doubtful] == []
    after = contents(place)
    for name in before.keys() - {"counter", "step"}:
        assert after[name] == before[name], name
    assert after["step"][:-1] == before["step"]
    assert backup.faults(place / "altdesk.db", backup.Read.LOGGED) == []
    with Desk.open(place, "en") as desk, pytest.raises(Refusal, match="damaged file"):
        desk.undo()


def test_a_lost_page_of_people_is_taken_from_the_journal(place: Path) -> None:
    before = contents(place)["person"]
    page = wreck(place, "person")
    assert page
    with pytest.raises(DeskTrouble) as caught:
        Desk.open(place)
    assert caught.value.trouble is Trouble.DAMAGED
    saved = {each.table: each for each in salvage(place).outcome.saved}
    assert saved["person"].from_journal > 0
    assert saved["person"].lost == 0
    assert contents(place)["person"] == before
    with Desk.open(place, "en") as desk:
        assert people.count(desk, PeopleQuery()) > 50
        assert find.find(desk, "бекетова")
        assert acquaintance.coverage(desk)
        Make(desk).person("Жаңа")
        desk.undo()


def wreck(place: Path, table: str) -> list[int]:
    """Overwrite a leaf page of a table; answers which."""
    database = place / "altdesk.db"
    with closing(sqlite3.connect(database)) as connection:
        try:
            sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
            pages = [row[0] for row in connection.execute(sql, (table,))]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite cannot tell which page holds what")
    content = bytearray(database.read_bytes())
    chosen = pages[len(pages) // 2]
    content[(chosen - 1) * 4096 : chosen * 4096] = random.Random(1).randbytes(4096)
    database.write_bytes(content)
    return [chosen]


@pytest.mark.parametrize("table", ["journal", "step", "duty", "document", "unit", "setting", "search_word", "counter"])
def test_a_lost_page_of_any_table_leaves_a_desk_that_works(place: Path, table: str) -> None:
    wreck(place, table)
    salvage(place)
    with Desk.open(place, "en") as desk:
        assert people.count(desk, PeopleQuery()) > 50
        assert history.steps(desk, 5)
        made = Make(desk).person("Жаңа")
        assert people.get(desk, made).surname == "Жаңа"
    assert backup.faults(place / "altdesk.db", backup.Read.LOGGED) == []


def test_a_single_bit_in_what_describes_the_tables_hides_none_of_them(place: Path) -> None:
    database = place / "altdesk.db"
    whole, before = database.read_bytes(), contents(place)
    at = whole.index(b"CREATE TABLE person ")
    database.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    with pytest.raises(DeskTrouble):
        Desk.open(place)
    saved = {each.table: each for each in salvage(place).outcome.saved}
    assert saved["person"].from_journal == len(before["person"])
    after = contents(place)
    assert {name: after[name] for name in ("person", "document", "journal")} == {
        name: before[name] for name in ("person", "document", "journal")
    }


def test_a_changed_letter_is_named_as_doubtful(place: Path) -> None:
    content = (place / "altdesk.db").read_bytes()
    name, other = "Бекетова Шынар".encode(), "Бекетова Шыназ".encode()
    assert name in content
    (place / "altdesk.db").write_bytes(content.replace(name, other, 1))
    with pytest.raises(DeskTrouble):
        Desk.open(place)
    saved = salvage(place)
    assert any(each.doubtful for each in saved.outcome.saved)
    assert "doubtful: " in saved.report.read_text(encoding="utf-8")


def test_a_desk_without_its_first_page_is_refused_and_left(place: Path) -> None:
    content = bytearray((place / "altdesk.db").read_bytes())
    content[:4096] = bytes(4096)
    (place / "altdesk.db").write_bytes(content)
    with pytest.raises(Refusal, match="Nothing can be read"):
        salvage(place)
    assert (place / "altdesk.db").read_bytes() == content


# the sums of pages


def test_a_closed_desk_is_compared_with_its_sums(place: Path) -> None:
    noted = sums.read(place / "altdesk.sums")
    assert noted is not None
    assert sums.damaged(place / "altdesk.db", noted) == []


def test_a_single_bit_is_noticed_wherever_it_is(place: Path) -> None:
    whole = (place / "altdesk.db").read_bytes()
    chance = random.Random(3)
    for _ in range(60):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (place / "altdesk.db").write_bytes(content)
        with pytest.raises((DeskTrouble, Refusal)):
            Desk.open(place)
    (place / "altdesk.db").write_bytes(whole)
    Desk.open(place).close()


def test_sums_that_are_damaged_or_of_another_moment_do_no_harm(place: Path, tmp_path: Path) -> None:
    noted = place / "altdesk.sums"
    noted.write_bytes(noted.read_bytes()[:-1])
    with Desk.open(place, "en") as desk:
        Make(desk).person("Жаңа")
    older = Path(shutil.copy(place / "altdesk.db", tmp_path / "older.db"))
    with Desk.open(place, "en") as desk:
        Make(desk).person("Тағы")
    shutil.copy(older, place / "altdesk.db")
    with Desk.open(place, "en") as desk:
        assert people.count(desk, PeopleQuery(text="тағы")) == 0


def test_sums_are_forgotten_before_the_first_step(place: Path) -> None:
    with Desk.open(place, "en") as desk:
        people.count(desk, PeopleQuery())
        assert (place / "altdesk.sums").exists()
        Make(desk).person("Жаңа")
        assert not (place / "altdesk.sums").exists()
    assert (place / "altdesk.sums").exists()
