"""Imports hostile files one after another in a process of its own; tells of each what came of it.

python -m tests.faults.hostile_import FOLDER FIRST LAST
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PeopleQuery
from altdesk.services import documents, documents_import, people, people_import
from tests.faults import hostile_files, tell


def kept(desk: Desk) -> tuple[int, int]:
    return people.count(desk, PeopleQuery(include_left=True)), documents.count(desk, documents.DocumentsQuery())


def peak() -> float:
    """The most memory this program has held, in MB; getrusage would also count the one that started it."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def bring(desk: Desk, path: Path, seed: int) -> str:
    """Import a file as the command line does; answers "read" or the refusal."""
    service = people_import if seed % 3 else documents_import
    before, newest = kept(desk), desk.store.next_undo()
    try:
        plan = service.preview(desk, path)  # type: ignore[attr-defined]
        service.apply(desk, plan, service.without_asking(plan))  # type: ignore[attr-defined]
    except Refusal as refusal:
        assert kept(desk) == before
        assert desk.store.next_undo() == newest
        return f"refused: {refusal}"
    desk.undo()
    assert kept(desk) == before
    return "read"


def main(folder: Path, first: int, last: int) -> None:
    with Desk.open(folder, "en") as desk, tempfile.TemporaryDirectory() as scratch:
        for seed in range(first, last):
            path = hostile_files.make(Path(scratch), seed)
            began = time.process_time()  # a busy machine is no fault of the file
            outcome = bring(desk, path, seed)
            took = time.process_time() - began
            path.unlink()
            kind = hostile_files.KINDS[seed % len(hostile_files.KINDS)].__name__
            tell(json.dumps({"seed": seed, "kind": kind, "outcome": outcome, "seconds": took, "peak": peak()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
