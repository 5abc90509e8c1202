"""Making a person anonymous (Law 94-V): the name goes from the live records and from the journal; papers stay."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from altdesk import disk
from altdesk.backups.shelf import Shelf
from altdesk.desk import Changed, Desk
from altdesk.domain.anonymising import ALIAS, LABEL, SEAL, Eraser, Mention, Remains, distinct
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.names import NameParts, one_line
from altdesk.domain.people import Person
from altdesk.domain.records import TABLES
from altdesk.domain.text import clean
from altdesk.drafts import Drafts
from altdesk.services import duties
from db import erasing
from db.erasing import Rows
from db.models import metadata
from db.models.acquaintance import audience
from db.models.attachments import attachment
from db.models.desk import setting
from db.models.people import further_post, group_member, person
from db.queries import anonymising as queries
from db.queries import people as people_queries
from db.queries import record_names
from db.queries.anonymising import OWN, PERSON, OwnFile
from db.step import Step
from db.store import user_name

PARTS = (further_post, metadata.tables["interest"], group_member, audience)  # nothing of them is left
STILL_THERE = N_("%(name)s is still in the register. Record the leaving first.")
DONE_ALREADY = N_("This person is anonymous already.")
SIGNS = N_("%(name)s stands in the settings as somebody who signs. Name another person there first.")
NO_REASON = N_("Type why, for instance the letter in which the consent was taken back.")


@dataclass(frozen=True)
class _Known:
    """A person and every name there ever was; `words` are those each written name has one of."""

    person: Person
    names: tuple[NameParts, ...]
    written: frozenset[str]

    @property
    def words(self) -> list[str]:
        return sorted({each.surname or each.given_name for each in self.names} - {""})

    @property
    def whole(self) -> set[str]:
        return {one_line(each) for each in self.names}


def remains(desk: Desk, person_id: int) -> Remains:
    """What will still say the name, or says it: to be asked before. Refused as `anonymise` is."""
    with desk.store.read() as connection:
        known = _known(connection, person_id)
        papers, texts = _mentions(connection, known)
        since = queries.known_since(connection, person_id)
    kept = Shelf.of(desk.folders).kept()
    return Remains(papers, tuple(each for each in kept if since is None or each.made_at >= since), texts)


def anonymise(desk: Desk, person_id: int, why: str, drafts: Drafts | None = None, on: date | None = None) -> Changed:
    """Take the name, contacts, group and notes of a person out of the desk for good, and note that it was done.

    Papers keep the name (decision 18); nothing before this step can be undone. Refused without a reason, for who is
    still in the register or signs papers, and where there is no room to write the desk anew. `drafts` are those of an
    open window.
    """
    reason = clean(why).text
    if not reason:
        raise Refusal(NO_REASON, field="why")
    disk.need_room(desk.folders.data, desk.folders.database.stat().st_size)
    alias = desk.say(ALIAS, number=person_id)
    with desk.step(LABEL, name=alias) as made:
        known = _known(made.connection, person_id)
        files = queries.attached_ever(made.connection, person_id)
        eraser = Eraser(known.whole.union(file.name for file in files), known.written, alias)
        contents = _take_out(made, known, eraser, files)
        noted = {"anonymous_on": on or date.today(), "anonymous_by": user_name(), "anonymous_why": eraser.text(reason)}
        made.change(person, person_id, **noted)
        made.seal(SEAL)
        made.made = person_id
    with suppress(OSError):  # a draft that cannot be written is lost with the next one that can
        (drafts or Drafts(desk.folders.drafts, desk.folders.keys)).rewrite(eraser.text, without=(PERSON, person_id))
    _drop_contents(desk, contents)
    desk.store.purge()
    return desk.done(made)


def _known(connection: Connection, person_id: int) -> _Known:
    found = people_queries.get(connection, person_id)
    if found is None:
        raise Refusal(N_("There is no such person in the register."))
    if found.anonymous is not None:
        raise Refusal(DONE_ALREADY)
    names = tuple(queries.names_ever(connection, person_id))
    others = queries.others_called(connection, person_id, (word for each in names for word in _words(each)))
    known = _Known(found, names, frozenset(distinct(names, others)))
    binned = connection.execute(select(person.c.binned_at).where(person.c.id == person_id)).scalar()
    if found.active and binned is None:
        raise Refusal(STILL_THERE, name=found.full_name)
    eraser = Eraser(known.whole, known.written, "")
    if any(eraser.text(value) != value for value in connection.execute(select(setting.c.value)).scalars()):
        raise Refusal(SIGNS, name=found.full_name)
    return known


def _words(parts: NameParts) -> Sequence[str]:
    return [word for word in (parts.surname, parts.given_name) if word]


def _take_out(made: Step, known: _Known, eraser: Eraser, files: Sequence[OwnFile]) -> list[str]:
    """Within a step: everything but that it was done; answers the contents of the person's own files."""
    connection, person_id = made.connection, known.person.id
    rows, attached = Rows(person_id, eraser), queries.attached(connection, person_id)
    made.remove(attachment, attachment.c.id.in_([file.id for file in attached]))
    for table in PARTS:
        made.remove(table, table.c.person_id == person_id)
    written = person.select().where(person.c.id == person_id)
    row = dict(connection.execute(written).mappings().one())
    made.change(person, person_id, **_differing(row, rows.cleaned(PERSON, person_id, row)))
    duties.refresh(made, people=[person_id])
    words = known.words if known.written else []
    made.entries = [each for each in made.entries if each.kind != "attachment"]
    erasing.forget_rows(connection, "attachment", (file.id for file in files))
    erasing.find_links(connection, rows, words, made.entries)
    _clean_rows(made, rows, words)
    made.entries, about = erasing.journal_of(connection, rows, words, made.entries)
    erasing.steps_of(connection, eraser, words, about.union(file.step_id for file in files))
    return [file.digest for file in attached]


def _clean_rows(made: Step, rows: Rows, words: Sequence[str]) -> None:
    """Rows that are no papers: what they say of the person now."""
    for table in metadata.sorted_tables:
        if table.name in OWN or table.name == PERSON:
            continue
        found = list(queries.rows_of(made.connection, table, rows.person_id, words))
        known = {row["id"] for row in found}
        found += queries.rows_by_id(made.connection, table, {i for name, i in rows.about if name == table.name} - known)
        papers = queries.papers_among(made.connection, table.name, (row["id"] for row in found))
        for row in found:
            if row["id"] not in papers:
                changed = _differing(row, rows.cleaned(table.name, row["id"], row))
                if changed:
                    made.change(table, row["id"], **changed)


def _differing(before: dict[str, object], after: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in after.items() if value != before[name]}


def _drop_contents(desk: Desk, digests: Sequence[str]) -> None:
    """The person's own files, but for contents that stand somewhere else on the desk as well."""
    with desk.store.read() as connection:
        named = set(queries.contents_named(connection, digests))
    for digest in set(digests) - named:
        with suppress(OSError):  # open in another program
            desk.files.path(digest).unlink(missing_ok=True)


def _mentions(connection: Connection, known: _Known) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Papers with the name, and other records where the surname stands alone in a text."""
    eraser, person_id = Eraser(known.whole, known.written, ""), known.person.id
    alone = _alone(connection, known)
    papers: dict[tuple[str, str, int], None] = {}
    texts: dict[tuple[str, str, int], None] = {}
    for table in metadata.sorted_tables:
        if table.name in OWN or table.name == PERSON or table in PARTS:
            continue
        found = list(queries.rows_of(connection, table, person_id, known.words))
        kept = queries.papers_among(connection, table.name, (row["id"] for row in found))
        for row in found:
            said = [str(row[name]) for name in queries.texts_of(table.name)]
            top = (table.name, *_top(connection, table.name, row["id"]))
            if row["id"] in kept:
                if _points(table.name, row, person_id) or any(eraser.text(text) != text for text in said):
                    papers[top] = None
            elif not _points(table.name, row, person_id):
                rest = " ".join(eraser.text(text) for text in said)
                if any(word in rest for word in alone):
                    texts[top] = None
    return _named(connection, papers), _named(connection, texts)


def _alone(connection: Connection, known: _Known) -> list[str]:
    """The surnames that nobody else in the register has."""
    surnames = {each.surname for each in known.names} - {""}
    taken = {each.surname for each in queries.others_called(connection, known.person.id, surnames)}
    return sorted(surnames - taken)


def _points(table: str, row: dict[str, object], person_id: int) -> bool:
    return any(row[link.column] == person_id and (link.name is None or row[link.name]) for link in queries.links(table))


def _top(connection: Connection, table: str, record_id: int) -> tuple[str, int]:
    return [(table, record_id), *queries.owners_of(connection, table, record_id)][-1]


def _named(connection: Connection, found: dict[tuple[str, str, int], None]) -> tuple[Mention, ...]:
    named: list[Mention] = []
    for own, table, number in found:
        said = own if table == "document" else table
        if table in TABLES:
            named.append(Mention(said, record_names.names(connection, table, [number]).get(number, "")))
    return tuple(dict.fromkeys(named))
