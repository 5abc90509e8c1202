"""Questions about where a person stands: rows that point there, rows whose texts say a word, papers that stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, Text, func, or_, select

from altdesk.domain.names import NameParts
from altdesk.domain.records import TABLES, technical
from db import entries
from db.entries import Entry, Row
from db.models import metadata
from db.models.acquaintance import sheet, sheet_row
from db.models.attachments import attachment
from db.models.desk import journal, step
from db.models.minutes import agenda_item, attendee, minutes, minutes_version, point_person, resolved_point
from db.models.people import person
from db.queries import history, record_names

PERSON = "person"
OWN = frozenset({"counter", "journal", "search_word", "setting", "step"})
NAME_PARTS = ("surname", "given_name", "patronymic")


class Link(NamedTuple):
    """How a row points to a person: the column, those with the name and the post as they were then, and notes."""

    column: str
    name: str | None
    blank: tuple[str, ...]


@cache
def links(table: str) -> tuple[Link, ...]:
    """The ways in which the rows of a table point to people; the columns are told by their names."""
    columns = metadata.tables[table].c if table in metadata.tables and table != PERSON else ()
    found = [column for column, target in record_names.references(table).items() if target == PERSON]
    return tuple(_link(column, columns) for column in found if columns)


def _link(column: str, columns: Any) -> Link:
    prefix = column.removesuffix("_id")
    names, blank = [f"{prefix}_name", prefix], [f"{prefix}_post"]
    if prefix == PERSON:
        names, blank = ["full_name", "name", "holder"], ["post", "unit", "note", "reason"]
    name = next((each for each in names if each in columns), None)
    return Link(column, name, tuple(each for each in blank if each in columns))


_FINAL = or_(minutes.c.state != "draft", minutes.c.id.in_(select(minutes_version.c.minutes_id)))
_final = select(minutes.c.id).where(_FINAL)
_items = select(agenda_item.c.id).where(agenda_item.c.minutes_id.in_(_final))
_points = select(resolved_point.c.id).where(resolved_point.c.item_id.in_(_items))

PAPERS: Mapping[str, Callable[[], Select[int]] | None] = {
    "sheet_row": lambda: select(sheet_row.c.id).join(sheet).where(sheet.c.printed_on.is_not(None)),
    "minutes": lambda: _final,
    "attendee": lambda: select(attendee.c.id).where(attendee.c.minutes_id.in_(_final)),
    "agenda_item": lambda: _items,
    "resolved_point": lambda: _points,
    "point_person": lambda: select(point_person.c.id).where(point_person.c.point_id.in_(_points)),
    "minutes_version": None,
    "change": None,
    "revision_step": None,
    "handover": None,
    "working_copy": None,
    "norm_change": None,
    "norm_flag": None,
    "assessment": None,
    "plan_version": None,
    "approval": None,
    "attachment": None,
}
"""Tables whose rows are papers, or registers that are kept like papers (decision 18), and which of them are; all when
nothing is said. A person's own attached files are taken away before."""


def papers_among(connection: Connection, table: str, ids: Iterable[int]) -> set[int]:
    """Which of these rows are papers now."""
    if table not in PAPERS:
        return set()
    key = metadata.tables[table].c.id
    chosen = PAPERS[table]
    narrowed = chosen() if chosen is not None else select(key)
    return set(_in_pieces(connection, ids, lambda some: narrowed.where(key.in_(some))))


def _in_pieces(connection: Connection, ids: Iterable[int], chosen: Callable[[list[int]], Select[int]]) -> Iterator[int]:
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), 500):
        yield from connection.execute(chosen(wanted[at : at + 500])).scalars()


def names_ever(connection: Connection, person_id: int) -> list[NameParts]:
    """Every name a person had since the register knows of the person, the last one at the end."""
    state: Row = {}
    found: dict[NameParts, None] = {}
    chosen = select(*(journal.c[name] for name in Entry._fields)).where(history.of(PERSON, [person_id]))
    for row in connection.execute(chosen.order_by(journal.c.id)):
        for number, before, after in entries.told(Entry(*row)):
            if number == person_id:
                for said in (before, after):
                    state |= said
                    found[NameParts(*(str(state.get(name) or "") for name in NAME_PARTS))] = None
    now = connection.execute(select(*(person.c[name] for name in NAME_PARTS)).where(person.c.id == person_id)).one()
    last = NameParts(*now)
    return [*(each for each in found if each != last and any(_texts(each))), last]


def _texts(parts: NameParts) -> tuple[str, str, str]:
    return parts.surname, parts.given_name, parts.patronymic


def known_since(connection: Connection, person_id: int) -> datetime | None:
    """When the person came into the register, UTC."""
    here = select(journal.c.step_id).where(history.of(PERSON, [person_id]))
    found: datetime | None = connection.execute(select(func.min(step.c.at)).where(step.c.id.in_(here))).scalar()
    return found


def others_called(connection: Connection, person_id: int, surnames: Iterable[str]) -> list[NameParts]:
    """The names of everybody else who has, or is called by, one of these words."""
    words = sorted(set(surnames))
    chosen = select(*(person.c[name] for name in NAME_PARTS)).where(person.c.id != person_id)
    same = or_(person.c.surname.in_(words), person.c.given_name.in_(words))
    return [NameParts(*row) for row in connection.execute(chosen.where(same))]


def rows_of(connection: Connection, table: Table, person_id: int, words: Sequence[str]) -> Iterator[Row]:
    """The rows of a table that point to the person, or say one of these words in a text."""
    conditions = [table.c[link.column] == person_id for link in links(table.name)]
    conditions += [table.c[name].contains(word, autoescape=True) for name in texts_of(table.name) for word in words]
    if conditions:
        for row in connection.execute(select(table).where(or_(*conditions))).mappings():
            yield dict(row)


@cache
def texts_of(table: str) -> tuple[str, ...]:
    """The columns of a table that hold what somebody typed."""
    columns = metadata.tables[table].c if table in metadata.tables else ()
    return tuple(column.name for column in columns if isinstance(column.type, Text) and not technical(column.name))


def attached(connection: Connection, person_id: int) -> list[Any]:
    """The files attached to the person."""
    mine = (attachment.c.owner == PERSON) & (attachment.c.owner_id == person_id)
    return list(connection.execute(select(attachment).where(mine)).all())


class OwnFile(NamedTuple):
    """What an entry of the journal says of a file that is, or was, attached to the person."""

    id: int
    name: str
    step_id: int


def attached_ever(connection: Connection, person_id: int) -> list[OwnFile]:
    """The files that were ever attached to the person, as the journal knows them."""
    texts = [f'"owner_id":{person_id}{end}' for end in ",}"]
    columns = (journal.c.step_id, *(journal.c[name] for name in Entry._fields))
    chosen = select(*columns).where(journal.c.kind == "attachment")
    found = []
    for row in connection.execute(chosen.where(or_(*map(_says, texts)))):
        for number, before, after in entries.told(Entry(*row[1:])):
            said = before or after
            if said.get("owner") == PERSON and said.get("owner_id") == person_id:
                found.append(OwnFile(number, said.get("name", ""), row[0]))
    return found


def contents_named(connection: Connection, digests: Iterable[str]) -> Iterator[str]:
    """Which of these contents a file on the desk has, or had and may come back with."""
    for digest in set(digests):
        there = select(attachment.c.id).where(attachment.c.digest == digest).limit(1)
        was = select(journal.c.id).where(journal.c.kind == "attachment", _says(f'"{digest}"')).limit(1)
        if connection.execute(there).first() or connection.execute(was).first():
            yield digest


def _says(text: str) -> Any:
    return or_(journal.c.before.contains(text), journal.c.after.contains(text))


def rows_by_id(connection: Connection, table: Table, ids: Iterable[int]) -> list[Row]:
    """These rows of a table."""
    return [dict(row) for row in connection.execute(select(table).where(table.c.id.in_(sorted(ids)))).mappings()]


def owners_of(connection: Connection, table: str, record_id: int) -> Iterator[tuple[str, int]]:
    """The record a row is a part of, what that is a part of, and so on."""
    while (declared := TABLES.get(table)) is not None and declared.of is not None:
        column = metadata.tables[table].c[declared.of[1]]
        above = connection.execute(select(column).where(metadata.tables[table].c.id == record_id)).scalar()
        if above is None:
            return
        table, record_id = declared.of[0], int(above)
        yield table, record_id
