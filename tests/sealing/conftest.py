"""A desk with a known name in every corner of it, plain or encrypted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.people import PersonDraft
from altdesk.drafts import Draft, Drafts
from altdesk.i18n import Translator
from altdesk.sealing.keys import Keys
from altdesk.services import attachments, backups, encryption, people
from altdesk.settings import S, Settings

NAME = "Құлыншақова"
WORDS = "қара шай ішеміз"
TYPED = Draft("person", None, {"surname": NAME})


def plain_bytes(folder: Path) -> list[str]:
    """The files in a folder that hold the known name, in either encoding."""
    forms = [NAME.encode(), NAME.encode("utf-16-le"), NAME.encode("utf-16-be"), NAME.casefold().encode()]
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and any(form in path.read_bytes() for form in forms):
            found.append(path.relative_to(folder).as_posix())
    return found


@pytest.fixture(scope="session")
def plain_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a person, a scan, a draft, backups, and a name in its settings and its log; made once."""
    place = tmp_path_factory.mktemp("plain")
    folder, scan = place / "desk", place / "Өтініш.txt"
    scan.write_text(f"Өтініш: {NAME}\n" * 200, encoding="utf-8")
    with Desk.open(folder, "en") as desk:
        person = people.add(desk, PersonDraft(NAME, "Айша")).id
        attachments.attach(desk, "person", person or 0, scan)
        backups.by_itself(desk, Reason.HOUR)
        people.add(desk, PersonDraft(NAME, "Мадина"))
        Drafts(desk.folders.drafts).keep(TYPED)
        desk.settings.set(S.text_size, 125)
        desk.settings.set(S.last_folder, f"D:/{NAME}")
        desk.settings.set_of_page(S.filters, "history", {"who": NAME})
        desk.settings.save()
        for name in ("altdesk.log", "altdesk.log.1", "fault-20260101-101010-7.txt"):
            (desk.folders.logs / name).write_text(f"IntegrityError: ({NAME})\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sealed_desk(plain_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, encryption.TurnedOn]:
    """The same desk, encrypted once."""
    folder = Path(shutil.copytree(plain_desk, tmp_path_factory.mktemp("sealed") / "desk"))
    return folder, encrypt(folder)


@pytest.fixture
def data(plain_desk: Path, tmp_path: Path) -> Path:
    """The plain desk in a folder of this test."""
    return Path(shutil.copytree(plain_desk, tmp_path / "Менің дерекқорым"))


def holds_all(folder: Path, keys: Keys | None) -> None:
    """The desk opens and everything is there: records, the scan, the draft, the settings, a backup that can be looked
    into."""
    with Desk.open(folder, "en", keys=keys) as desk:
        assert [people.get(desk, each).surname for each in (1, 2)] == [NAME, NAME]
        (scan,) = attachments.of(desk, "person", 1)
        assert NAME.encode() in b"".join(desk.files.pieces(scan.digest))
        assert attachments.verify(desk) == []
        assert [draft.values for draft in Drafts(desk.folders.drafts, desk.folders.keys).all()] == [TYPED.values]
        settings = Settings(desk.folders.settings, desk.folders.keys)
        assert (settings.get(S.text_size), settings.get(S.last_folder)) == (125, f"D:/{NAME}")
        assert settings.of_page(S.filters, "history") == {"who": NAME}
        kept = backups.kept(desk)
        assert kept
        assert all(each.known for each in kept)


def encrypt(folder: Path) -> encryption.TurnedOn:
    with ClosedDesk(folder, Translator("en")) as closed:
        return encryption.turn_on(closed, WORDS, WORDS)


@pytest.fixture
def sealed(data: Path, sealed_desk: tuple[Path, encryption.TurnedOn]) -> encryption.TurnedOn:
    """The encrypted desk in its place."""
    folder, done = sealed_desk
    shutil.rmtree(data)
    shutil.copytree(folder, data)
    return done
