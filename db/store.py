"""The store of a desk: read, make labelled steps, undo and redo them."""

from __future__ import annotations

import getpass
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, insert, select, update

from altdesk.domain.errors import Refusal
from altdesk.domain.troubles import DeskTrouble, Trouble
from db import engine, journal, sums
from db.changed import Changed
from db.errors import told, told_by_sqlite
from db.models.desk import step as steps
from db.sealed import Database, path_of
from db.step import Step, now

DONE, UNDONE, DISCARDED = "done", "undone", "discarded"


def user_name() -> str:
    """The name of the person logged in to the machine, or an empty text where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class Store:
    """One database. Safe to share between threads: readers never wait, one step is made at a time."""

    def __init__(self, database: Database, noted_sums: Path) -> None:
        """`noted_sums` hold while the database is not written; they are forgotten before the first step."""
        self._database, self._sums = path_of(database), noted_sums
        self.written = False
        self._write = engine.writing(database)
        self._read = engine.reading(database)
        self._lock = threading.RLock()
        self._current: Step | None = None
        with told_by_sqlite(self._database), self._write.connect():  # WAL is switched on before the first reader comes
            pass

    def close(self) -> None:
        """Let go of the files; on Windows nothing can replace them before that."""
        self._read.dispose()
        with self._lock:
            self._write.dispose()

    @property
    def in_step(self) -> bool:
        """True while a step is being made."""
        return self._current is not None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent look at the desk. Inside a step of this thread it is the step's own view."""
        if self._current is not None and self._lock.acquire(blocking=False):
            try:
                if self._current is not None:
                    yield self._current.connection
                    return
            finally:
                self._lock.release()
        with told_by_sqlite(self._database, reading=True), self._read.connect() as connection:
            try:
                yield connection
            except (ValueError, LookupError, TypeError) as error:  # of a value that was read: ours, or the disk's
                from db import plausible

                if plausible.everywhere(connection):
                    raise
                raise DeskTrouble(Trouble.DAMAGED, file=str(self._database), folder=self._database.parent) from error

    def probe(self) -> None:
        """Whether the desk can be read and written now. Raises DeskTrouble, or OSError, when it cannot."""
        with self.read() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM setting").scalar()
        with told(self._database):
            room = self._database.parent / ".part-probe"
            try:
                room.write_bytes(b"\0" * 65536)
            finally:
                room.unlink(missing_ok=True)
        with self._lock, self._writing() as connection:
            connection.rollback()

    def purge(self) -> None:
        """Let nothing that was taken out of the desk be left in its file: it is written anew, without free pages."""
        with self._lock, told_by_sqlite(self._database):
            engine.rewrite(self._write)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if not self.written:
            with told(self._database):
                sums.forget(self._sums)
            self.written = True
        with told_by_sqlite(self._database), self._write.begin() as connection:
            yield connection

    @contextmanager
    def step(self, label: str, **values: object) -> Iterator[Step]:
        """Make one labelled step; any exception takes all of it back. A step inside a step joins it."""
        with self._lock:
            if self._current is not None:
                yield self._current
                return
            with self._writing() as connection:
                made = Step(connection, 0, label, values)
                made.id = made.reserve("step")
                row = {"id": made.id, "label": label, "details": _details(values), "at": now(), "who": user_name()}
                connection.execute(insert(steps).values(state=DONE, **row))
                self._current = made
                try:
                    yield made
                    made.finish()
                    if made.sealed is not None:
                        seal = _details({"sentence": made.sealed[0], "values": made.sealed[1]})
                        connection.execute(update(steps).where(steps.c.id == made.id).values(seal=seal))
                    if made.entries:
                        self._discard_undone(connection)
                    else:
                        connection.rollback()
                finally:
                    self._current = None

    def changed(self, made: Step) -> Changed:
        """What a finished step touched."""
        tables = frozenset(entry.kind for entry in made.entries)
        return Changed(made.id if tables else 0, made.label, made.values, tables, made.made)

    def undo(self, *, even_sealed: bool = False) -> Changed | None:
        """Take the newest step back; None when there is none. Refused when it is sealed, with the seal's sentence."""
        return self._move("undo", even_sealed=even_sealed)

    def redo(self) -> Changed | None:
        """Make the step that was taken back last again; None when there is none."""
        return self._move("redo", even_sealed=True)

    def next_undo(self) -> Changed | None:
        """The step that undo would take back, without its tables."""
        with self.read() as connection:
            return self._candidate(connection, "undo")

    def next_redo(self) -> Changed | None:
        """The step that redo would make again, without its tables."""
        with self.read() as connection:
            return self._candidate(connection, "redo")

    def _candidate(self, connection: Connection, way: Literal["undo", "redo"]) -> Changed | None:
        query = select(steps.c.id, steps.c.label, steps.c.details).limit(1)
        if way == "undo":
            query = query.where(steps.c.state == DONE).order_by(steps.c.id.desc())
        else:
            query = query.where(steps.c.state == UNDONE).order_by(steps.c.id)
        row = connection.execute(query).one_or_none()
        return Changed(row.id, row.label, json.loads(row.details)) if row else None

    def _move(self, way: Literal["undo", "redo"], *, even_sealed: bool) -> Changed | None:
        with self._lock, self._writing() as connection:
            target = self._candidate(connection, way)
            if target is None:
                return None
            if not even_sealed:
                _refuse_sealed(connection, target.step_id)
            touched = (journal.revert if way == "undo" else journal.repeat)(connection, target.step_id)
            state: dict[str, Any] = {"state": UNDONE, "undone_at": now()} if way == "undo" else {"state": DONE}
            connection.execute(update(steps).where(steps.c.id == target.step_id).values(**state))
            return Changed(target.step_id, target.label, target.values, touched)

    @staticmethod
    def _discard_undone(connection: Connection) -> None:
        """A new step ends the chance to redo; what was undone stays in the history."""
        connection.execute(update(steps).where(steps.c.state == UNDONE).values(state=DISCARDED))


def _refuse_sealed(connection: Connection, step_id: int) -> None:
    seal = connection.execute(select(steps.c.seal).where(steps.c.id == step_id)).scalar_one()
    if seal:
        kept = json.loads(seal)
        raise Refusal(kept["sentence"], **kept["values"])


def _details(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, default=str)
