"""An encrypted desk after real work and kill -9: no file in its folder shows a known name, and it opens whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.people import PeopleQuery, PersonDraft
from altdesk.drafts import Drafts
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.sealing.switching import Stage
from altdesk.services import attachments, backups, encryption, people, restoring
from tests.faults import FULL, amount, truth
from tests.faults.sealed_work import NAME
from tests.faults.test_kills import ENVIRONMENT, killed

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
WORDS = "қара шай ішеміз"
STAGES = list(Stage) if FULL else [Stage.COPIES, Stage.SWITCHED]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plain desk with the name in it."""
    place = tmp_path / "Хатшының үстелі"
    with Desk.open(place, "en") as desk:
        people.add(desk, PersonDraft(NAME, "Айша"))
    return place


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "құпия.txt"
    file.write_text(WORDS, encoding="utf-8")
    return file


def plain_bytes(folder: Path) -> list[str]:
    """The files that hold the known name, whole or in part, in UTF-8 or UTF-16."""
    parts = [word for name in (NAME, NAME.casefold(), NAME.upper()) for word in (name, name[1:9])]
    forms = [word.encode(encoding) for word in parts for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    every = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path.relative_to(folder).as_posix() for path in every if any(form in path.read_bytes() for form in forms)]


@pytest.mark.parametrize("round_", range(amount(sample=1, full=20)))
def test_no_file_shows_a_known_name_whenever_the_program_is_killed(
    folder: Path, secret: Path, tmp_path: Path, round_: int
) -> None:
    assert plain_bytes(folder)
    with ClosedDesk(folder, Translator("en")) as closed:
        keys = encryption.turn_on(closed, WORDS, WORDS).keys
    assert plain_bytes(folder) == []
    told = killed("tests.faults.sealed_work", str(folder), str(secret), after=0.3 + 0.17 * round_)
    assert list(folder.glob("*.db-wal")), "it was killed while it worked"
    assert plain_bytes(folder) == []
    made = [int(line.split()[1]) for line in told if line.startswith("person ")]
    with Desk.open(folder, "en", keys=keys) as desk:
        assert people.count(desk, PeopleQuery(text="Құлын")) >= len(made) * 2 // 3
        truth.rows_are_as_the_journal_says(desk)
        assert attachments.verify(desk) == []
        assert NAME in str(Drafts(desk.folders.drafts, keys).all())
        copy = backups.by_hand(desk, tmp_path).path
        assert plain_bytes(folder) == []
    assert NAME.encode() not in copy.read_bytes()
    with ClosedDesk(folder, Translator("en"), keys) as closed:
        restoring.restore(closed, copy)
        restoring.salvage(closed)
        assert plain_bytes(folder) == []
    assert plain_bytes(folder) == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_switch_killed_on_its_way_leaves_one_whole_desk(folder: Path, secret: Path, stage: Stage) -> None:
    command = (sys.executable, "-m", "tests.faults.sealed_work", str(folder), str(secret), stage.value)
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, timeout=300)
    assert done.returncode == -signal.SIGKILL, done.stderr[-3000:]
    on = encryption.is_on(Folders(folder))
    assert on == (stage in {Stage.SWITCHED, Stage.CLEARED})
    with Desk.open(folder, "en", keys=encryption.unlock(Folders(folder), WORDS) if on else None) as desk:
        assert people.get(desk, 1).surname == NAME
        truth.rows_are_as_the_journal_says(desk)
    assert bool(plain_bytes(folder)) != on
    truth.nothing_is_half(folder)
