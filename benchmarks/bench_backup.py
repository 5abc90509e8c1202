"""A backup of a large desk, against SQLite's own online copy and one read of the attached contents.

ALTDESK_BENCH_MB says how large the desk is, 128 by default; 1024 is the one the requirement names.
"""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from altdesk.backups import making
from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.files import PIECE
from benchmarks import desks
from benchmarks.figures import Figure, best, report
from db.models.attachments import attachment
from db.models.people import person
from db.step import now

MB = int(os.environ.get("ALTDESK_BENCH_MB", "128"))
LIMIT = 1.3


@contextmanager
def large_desk() -> Iterator[Desk]:
    """A quarter of it the database, the rest attached scans of 2 MB that no squeezing makes smaller."""
    where = desks.folder(f"backup-{MB}-1")
    fresh = not (where / "altdesk.db").exists()
    with Desk.open(where, language="kk") as desk:
        if fresh:
            chance = random.Random(7)
            with tempfile.TemporaryDirectory() as folder:
                scan = Path(folder) / "scan.pdf"
                stored = []
                for _ in range(MB * 3 // 4 // 2):
                    scan.write_bytes(chance.randbytes(2 << 20))
                    stored.append(desk.files.put(scan))
            with desk.step("Benchmark scans") as step:
                rows = [
                    {"owner": "person", "owner_id": at, "role": "scan", "name": f"{at}.pdf", "digest": each.digest,
                     "size": each.size, "added_at": now()}
                    for at, each in enumerate(stored)
                ]  # fmt: skip
                step.add_many(attachment, rows)
            while desk.folders.database.stat().st_size < MB << 18:
                with desk.step("Benchmark people") as step:
                    drafts = desks.drafts(20_000, desk.folders.database.stat().st_size)
                    step.add_many(person, [desks.people.row_of(each, None) for each in drafts])
                with closing(sqlite3.connect(desk.folders.database)) as connection:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        yield desk


def run() -> list[Figure]:
    with large_desk() as desk, tempfile.TemporaryDirectory(dir=desks.folder("")) as folder:
        out = Path(folder)

        def online_copy() -> None:
            copied = out / "copy.db"
            with closing(sqlite3.connect(desk.folders.database)) as source, closing(sqlite3.connect(copied)) as target:
                source.backup(target)
            copied.unlink()

        def read_contents() -> None:
            for content in desk.files.every():
                with content.open("rb") as file:
                    while file.read(PIECE):
                        pass

        def by_itself() -> None:
            making.onto_shelf(desk.folders, Reason.HOUR).path.unlink()

        def by_hand() -> None:
            making.to_file(desk.folders, out / "whole.zip")
            (out / "whole.zip").unlink()

        by_itself()  # from now on every content lies beside the backups
        reference = best(online_copy, 3) + best(read_contents, 3)
        return [
            Figure(f"a backup of {MB} MB by itself, contents kept before", best(by_itself, 3), reference, LIMIT),
            Figure(f"a backup of {MB} MB by hand, all of it written", best(by_hand, 3), reference),
        ]


if __name__ == "__main__":
    report(run)
