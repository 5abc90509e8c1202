"""The window on an encrypted desk, at work and killed: no file it left on the disk shows a known name."""

from __future__ import annotations

import signal
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.domain.people import PersonDraft
from altdesk.drafts import Drafts
from altdesk.i18n import Translator
from altdesk.opened import PREFIX
from altdesk.sealing.keys import Keys
from altdesk.services import attachments, encryption, organisation, people, printing
from altdesk.services.papers import acquaintance as papers
from altdesk.settings import S
from tests.faults.sealed_work import NAME
from tests.faults.test_kills import ENVIRONMENT, killed
from tests.faults.test_sealed import WORDS, plain_bytes
from tests.make import Make
from tests.services.test_binder import scan_file

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keys:
    """A desk with a name in it, in files and in who made the steps; encrypted."""
    monkeypatch.setenv("LOGNAME", NAME)
    with Desk.open(tmp_path / "desk", "en") as desk:
        organisation.save(desk, replace(organisation.get(desk), welcomed=True))
        people.add(desk, PersonDraft(NAME, "Айша"))
        make = Make(desk)
        document = make.document("ЖН-ALT-40", NAME)
        make.audience(document)
        make.revision_in_force(document)
        sheet = make.sheet(document, today=date(2026, 9, 1))
        paper = papers.acquaintance(desk, sheet)
        printing.record(paper, printing.render(desk, paper), printing.PrintOptions(), date(2026, 9, 1))
        attachments.attach(desk, "sheet", sheet, scan_file(tmp_path / f"{NAME}.pdf"), Role.SCAN)
        note = tmp_path / f"{NAME}.txt"
        note.write_text(NAME, encoding="utf-8")
        attachments.attach(desk, "person", 1, note)
    with ClosedDesk(tmp_path / "desk", Translator("en")) as closed:
        return encryption.turn_on(closed, WORDS, WORDS).keys


def test_no_file_shows_a_known_name_after_the_window_was_killed(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, home, temporary, out, secret = (tmp_path / name for name in ("desk", "home", "temporary", "out", "secret"))
    for each in (home, temporary, out):
        each.mkdir()
    secret.write_text(WORDS, encoding="utf-8")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setitem(ENVIRONMENT, name, str(home))
    monkeypatch.setitem(ENVIRONMENT, "TMPDIR", str(temporary))
    monkeypatch.setitem(ENVIRONMENT, "LOGNAME", NAME)
    told = killed("tests.faults.sealed_window", str(folder), str(secret), str(out), after=0)
    (copy,) = (Path(line.removeprefix("opened ")) for line in told if line.startswith("opened "))
    wrote = [Path(line.removeprefix("wrote ")) for line in told if line.startswith(f"wrote {tmp_path}")]
    assert NAME in copy.read_text("utf-8"), "the other program reads it"
    assert wrote
    assert [path for path in wrote if not any(map(path.is_relative_to, (folder, out, copy.parent.parent)))] == []
    assert plain_bytes(folder) == plain_bytes(home) == []
    assert [path for path in plain_bytes(temporary) if not path.startswith(PREFIX)] == []
    assert [path for path in (folder, home) if list(path.rglob(f"*{NAME}*"))] == []

    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with Desk.open(folder, "en", keys=keys) as desk:
        assert not copy.parent.parent.exists()
        assert plain_bytes(temporary) == []
        assert desk.settings.of_page(S.filters, "history") == {"who": NAME}
        assert desk.settings.get(S.last_folder) == str(out)
        assert NAME in str(Drafts(desk.folders.drafts, keys).all())
    assert plain_bytes(folder) == []
