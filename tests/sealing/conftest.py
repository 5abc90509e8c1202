"""A desk with a known name in every corner of it, plain or encrypted."""

from __future__ import annotations

from collections.abc import Iterator
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


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a desk with a person, a scan, a draft and backups."""
    folder = tmp_path / "Менің дерекқорым"
    scan = tmp_path / "Өтініш.txt"
    scan.write_text(f"Өтініш: {NAME}\n" * 200, encoding="utf-8")
    with Desk.open(folder, "en") as desk:
        person = people.add(desk, PersonDraft(NAME, "Айша")).id
        attachments.attach(desk, "person", person or 0, scan)
        backups.by_itself(desk, Reason.HOUR)
        people.add(desk, PersonDraft(NAME, "Мадина"))
        Drafts(desk.folders.drafts).keep(TYPED)
    return folder


def holds_all(folder: Path, keys: Keys | None) -> None:
    """The desk opens and everything is there: records, the scan, the draft, a backup that can be looked into."""
    with Desk.open(folder, "en", keys=keys) as desk:
        assert [people.get(desk, each).surname for each in (1, 2)] == [NAME, NAME]
        (scan,) = attachments.of(desk, "person", 1)
        assert NAME.encode() in b"".join(desk.files.pieces(scan.digest))
        assert attachments.verify(desk) == []
        assert [draft.values for draft in Drafts(desk.folders.drafts, desk.folders.keys).all()] == [TYPED.values]
        kept = backups.kept(desk)
        assert kept
        assert all(each.known for each in kept)


def encrypt(folder: Path) -> encryption.TurnedOn:
    with ClosedDesk(folder, Translator("en")) as closed:
        return encryption.turn_on(closed, WORDS, WORDS)


@pytest.fixture
def sealed(data: Path) -> Iterator[encryption.TurnedOn]:
    """The same desk, encrypted."""
    return encrypt(data)
