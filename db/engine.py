"""Engines: the only place that knows SQLite's pragmas; one engine writes, one can only read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from db import sealed
from db.sealed import Database, Sealed

BUSY_TIMEOUT = 5000  # ms
_GONE = "secure_delete=ON"  # what is deleted is overwritten; Debian builds SQLite so, python.org for Windows does not


def _prepare(engine: Engine, *, begin: str, pragmas: tuple[str, ...]) -> Engine:
    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver commits schema changes early otherwise; BEGIN is ours
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begun(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _engine(database: Database, **pool: Any) -> Engine:
    """An engine of SQLAlchemy's own dialect; an encrypted database is opened by SQLCipher's driver, key first."""
    url = f"sqlite:///{sealed.path_of(database).as_posix()}"
    if isinstance(database, Sealed):  # an error must not carry what was to be written into a log
        pool |= {"module": sealed.driver(), "creator": lambda: sealed.connect(database, shared=True)}
    return create_engine(url, hide_parameters=isinstance(database, Sealed), **pool)


def writing(database: Database) -> Engine:
    """The engine of steps: full durability, foreign keys held, the write lock taken at BEGIN."""
    engine = _engine(database, poolclass=QueuePool, pool_size=1, max_overflow=0)
    pragmas = (
        f"busy_timeout={BUSY_TIMEOUT}",
        "journal_mode=WAL",
        "synchronous=FULL",
        _GONE,
        "foreign_keys=ON",
        "cache_size=-16000",
        "temp_store=MEMORY",
        "wal_autocheckpoint=4000",  # pages: an import of thousands need not be written twice before it answers
    )
    return _prepare(engine, begin="BEGIN IMMEDIATE", pragmas=pragmas)


def reading(database: Database) -> Engine:
    """The engine of questions: any write through it is an error of ours and raises."""
    engine = _engine(database, poolclass=QueuePool, pool_size=2, max_overflow=4)
    pragmas = (f"busy_timeout={BUSY_TIMEOUT}", "query_only=ON", "cache_size=-8000", "temp_store=MEMORY")
    return _prepare(engine, begin="BEGIN", pragmas=pragmas)


def upgrading(database: Database) -> Engine:
    """The engine of migrations: foreign keys OFF before BEGIN, or a batch alter empties child tables by cascade."""
    engine = _engine(database, poolclass=NullPool)
    pragmas = (f"busy_timeout={BUSY_TIMEOUT}", "journal_mode=WAL", "synchronous=FULL", _GONE, "foreign_keys=OFF")
    return _prepare(engine, begin="BEGIN IMMEDIATE", pragmas=pragmas)


def rewrite(engine: Engine) -> None:
    """Write the database anew and empty the log beside it; pages that were freed still hold what stood there."""
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
    finally:
        connection.close()
