"""Verifying a desk: the database is gone through, every attached content is read, what is damaged is named."""

from __future__ import annotations

from dataclasses import dataclass

from altdesk.desk import Desk
from altdesk.domain.attachments import Damaged
from altdesk.files import Tell, silent
from altdesk.services import attachments
from db import backup
from db.queries import attachments as queries
from db.queries import record_names


@dataclass(frozen=True)
class Broken:
    """A damaged file, and what its record is called («ҚР-ALT-05 Ішкі аудит 2»); empty where the record is gone."""

    damaged: Damaged
    record: str


@dataclass(frozen=True)
class State:
    """What was found: faults of the database a line each, how many attached files there are, and those damaged."""

    faults: tuple[str, ...]
    files: int
    broken: tuple[Broken, ...]

    @property
    def whole(self) -> bool:
        return not self.faults and not self.broken


def verify(desk: Desk, tell: Tell = silent) -> State:
    """Read everything. `tell` hears how many files of how many."""
    faults = backup.faults(desk.folders.database, alone=False)
    if faults:
        return State(tuple(faults), 0, ())
    broken = [Broken(each, _record(desk, each)) for each in attachments.verify(desk, tell)]
    with desk.store.read() as connection:
        return State((), len(queries.every(connection)), tuple(broken))


def _record(desk: Desk, damaged: Damaged) -> str:
    owner, number = damaged.attachment.owner, damaged.attachment.owner_id
    with desk.store.read() as connection:
        return record_names.names(connection, owner, [number]).get(number, "")
