"""A program at work on an encrypted desk, to be killed: a known name goes everywhere a name can go.

python -m tests.faults.sealed_work FOLDER PASSPHRASE-FILE          works until it is killed
python -m tests.faults.sealed_work FOLDER PASSPHRASE-FILE STAGE    turns encryption on, or off, and dies at the stage
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

from altdesk.closed import ClosedDesk
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.people import PersonDraft
from altdesk.drafts import Draft, Drafts
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.sealing import envelope, switching
from altdesk.sealing.switching import Stage
from altdesk.services import attachments, backups, encryption, people
from tests.faults import tell

NAME = "Құлыншақова"


def work(folder: Path, passphrase: str) -> None:
    """People, files, drafts and copies, until somebody stops it."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        Desk.open(folder, "en", keys=encryption.unlock(Folders(folder), passphrase)) as desk,
    ):
        drafts, number = Drafts(desk.folders.drafts, desk.folders.keys), 0
        while True:
            number += 1
            person = people.add(desk, PersonDraft(NAME, f"Айша {number}", note=f"{NAME} " * 50)).id or 0
            scan = Path(scratch) / f"{NAME} {number}.txt"
            scan.write_text(f"{NAME} {number}\n" * 3000, encoding="utf-8")
            attachments.attach(desk, "person", person, scan)
            drafts.keep(Draft("person", person, {"surname": NAME, "note": NAME * number}))
            if number % 3 == 0:
                backups.by_itself(desk, Reason.HOUR)
                desk.undo()
            tell(f"person {person}")
            if number == 4:
                tell("ready")


def switch(folder: Path, passphrase: str, wanted: str) -> None:
    """A switch that is killed when it has come so far."""

    def reached(stage: Stage) -> None:
        if stage.value == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    folders = Folders(folder)
    envelope.USUAL = envelope.Cost(memory=64, passes=1, lanes=1)
    keys = encryption.unlock(folders, passphrase) if encryption.is_on(folders) else None
    with ClosedDesk(folder, Translator("en"), keys) as closed:
        if keys is None:
            switching.turn_on(closed.folders, passphrase, reached=reached)
        else:
            switching.turn_off(closed.folders, reached=reached)


if __name__ == "__main__":
    place, secret = Path(sys.argv[1]), Path(sys.argv[2]).read_text("utf-8")
    if len(sys.argv) > 3:
        switch(place, secret, sys.argv[3])
    else:
        work(place, secret)
