"""The bin: what was deleted comes back from here for thirty days, whichever area it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from altdesk.desk import Changed, Desk
from altdesk.domain.bin import EMPTIED, KEPT, BinLine, BinQuery, days_left, full_until
from altdesk.domain.errors import Refusal
from altdesk.domain.history import FieldChange
from altdesk.domain.marking import N_
from altdesk.domain.records import TABLES
from altdesk.domain.text import fold
from altdesk.services import duties, events_draft, history, terms
from db import entries
from db.entries import Entry
from db.models import metadata
from db.models.desk import step as steps
from db.queries import bin as queries
from db.step import Step, now

TWIN = N_("There is another record like %(name)s by now. Change or delete that one first.")
HOMELESS = N_("%(name)s belongs to something that is gone. Restore that first.")
NOT_THERE = N_("This record is no longer in the bin.")

Key = tuple[str, int]


def lines(desk: Desk, query: BinQuery | None = None, moment: datetime | None = None) -> list[BinLine]:
    """What lies in the bin, the newest first."""
    asked, now_ = query or BinQuery(), moment or now()
    since, typed = _since(desk, now_), fold(asked.text)
    with desk.store.read() as connection:
        found = [*queries.put_away(connection), *queries.removed(connection, since)]
    chosen = [
        each for each in found if each.at >= since and asked.area in {None, each.table} and typed in fold(each.name)
    ]
    chosen.sort(key=lambda each: each.at, reverse=True)
    return [
        BinLine(at, *each[:5], days_left=days_left(each.at, now_), removed=each.step_id > 0)
        for at, each in enumerate(chosen, 1)
    ]


def _since(desk: Desk, moment: datetime) -> datetime:
    with desk.store.read() as connection:
        return full_until(moment, connection.execute(select(func.max(steps.c.at))).scalar())


def shown(desk: Desk, table: str, record_id: int) -> list[FieldChange]:
    """What happened to a deleted record, the newest first."""
    return history.of_record(desk, table, record_id)


def restore(desk: Desk, chosen: Iterable[Key]) -> Changed:
    """Bring records back, all of them in one step. Refused when one has a twin by now, or its owner is gone."""
    wanted = list(dict.fromkeys(chosen))
    known = {line.key: line for line in lines(desk)}
    if not all(key in known for key in wanted):
        raise Refusal(NOT_THERE)
    label, values = N_("Restore from the bin: %(count)s records"), {"count": len(wanted)}
    if len(wanted) == 1:
        label, values = N_("Restore from the bin: %(name)s"), {"name": known[wanted[0]].name}  # type: ignore[dict-item]
    with desk.step(label, **values) as step:
        for key in wanted:
            line = known[key]
            with _told(line):
                (_put_back if line.removed else _take_out)(step, line)
            _refuse_twin(step, line)
            AFTER.get(line.table, _nothing)(step, line.record_id)
            step.made = line.record_id
    return desk.done(step)


@contextmanager
def _told(line: BinLine) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        homeless = "FOREIGN KEY" in str(error.orig)
        raise Refusal(HOMELESS if homeless else TWIN, name=line.name) from error


def _take_out(step: Step, line: BinLine) -> None:
    step.change(metadata.tables[line.table], line.record_id, binned_at=None)


def _put_back(step: Step, line: BinLine) -> None:
    gone = queries.removal(step.connection, line.table, line.record_id)
    for entry in gone:
        _refuse_ownerless(step, entry, line)
        table = metadata.tables[entry.kind]
        step.put_back(table, entries.rows_of(table, entry))


def _refuse_ownerless(step: Step, entry: Entry, line: BinLine) -> None:
    if entry.kind == "attachment":
        row = queries.row_of(entry)
        if row["owner"] in metadata.tables and not queries.there(step.connection, row["owner"], row["owner_id"]):
            raise Refusal(HOMELESS, name=line.name)


def _refuse_twin(step: Step, line: BinLine) -> None:
    unique, table = TABLES[line.table].unique, metadata.tables[line.table]
    if not unique:
        return
    mine = step.connection.execute(select(table.c[unique]).where(table.c.id == line.record_id)).scalar()
    twins = select(table.c.id).where(table.c[unique] == mine, table.c.id != line.record_id)
    if "binned_at" in table.c:
        twins = twins.where(table.c.binned_at.is_(None))
    if step.connection.execute(twins.limit(1)).first():
        raise Refusal(TWIN, name=line.name)


def _nothing(_step: Step, _record_id: int) -> None:
    """Most records only have to be there again."""


def _person(step: Step, person_id: int) -> None:
    duties.refresh(step, people=[person_id])


def _document(step: Step, document_id: int) -> None:
    duties.refresh(step, documents=[document_id])


def _term(step: Step, term_id: int) -> None:
    """A term that was taken out may clash with one that was recorded since."""
    known = terms.known_term(step.connection, term_id)
    post = terms.known_post(step.connection, known.body_post_id)
    terms.check(step, post, known.person_id, known.span, term_id)


AFTER: dict[str, Callable[[Step, int], None]] = {
    "person": _person,
    "document": _document,
    "term": _term,
    "event": events_draft.mark_row,
}
"""What a record needs when it is there again, by table; an area to come adds its own line."""


def empty_old(desk: Desk, moment: datetime | None = None) -> Changed | None:
    """Let go for good, in one step, what has been in the bin for thirty days; None when there is nothing.

    A record that a paper, a list or another record still speaks of keeps its row, unseen: papers never change.
    """
    until = _since(desk, moment or now())
    with desk.store.read() as connection:
        old = [each for each in queries.put_away(connection) if each.at < until]
        going = [queries.closure(connection, each.table, each.record_id) for each in old]
        going = [each for each in going if not queries.held(connection, each)]
    if not going:
        return None
    rows: queries.Closure = {}
    for each in going:
        for name, ids in each.items():
            rows.setdefault(name, set()).update(ids)
    with desk.step(EMPTIED, days=KEPT.days, count=len(going)) as step:
        for table in reversed(metadata.sorted_tables):
            every = sorted(rows.get(table.name, ()))
            for at in range(0, len(every), 500):
                step.remove(table, table.c.id.in_(every[at : at + 500]))
    return desk.done(step)
