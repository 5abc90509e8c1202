"""Golden desks: one of each schema revision there was, made by the code of its day (see make.py)."""

from __future__ import annotations

import gzip
from pathlib import Path

HERE = Path(__file__).parent
REVISIONS = sorted(path.name.removesuffix(".db.gz") for path in HERE.glob("*.db.gz"))


def put(revision: str, folder: Path) -> Path:
    """A desk of this revision in a folder of its own; answers the database."""
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "altdesk.db"
    database.write_bytes(gzip.decompress((HERE / f"{revision}.db.gz").read_bytes()))
    return database
