"""Commands about one person: the data card, and making a person anonymous."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.anonymising import Mention, Remains
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLES
from altdesk.services import anonymising, people, printing
from altdesk.services.papers import people as papers

PAPERS = N_("Papers that keep the name: %(count)s")
BACKUPS = N_("Older backup copies that still hold the name: %(count)s")
TEXTS = N_("Texts to read yourself, the surname stands in them: %(count)s")


def print_card(desk: Desk, asked: Namespace) -> Answer:
    """The data card of a person."""
    person_id = printing.person_called(desk, asked.person)
    return answer(desk, printing.save(desk, papers.person_card(desk, person_id), Path(asked.out), options_of(asked)))


def anonymize(desk: Desk, asked: Namespace) -> Answer:
    """Take a person's name out of the desk for good, or with --dry-run say what would still say it."""
    person_id = printing.person_called(desk, asked.person)
    remains = anonymising.remains(desk, person_id)
    if not asked.dry_run:
        anonymising.anonymise(desk, person_id, asked.why)
    name = people.get(desk, person_id).full_name
    data = {
        "person": name,
        "papers": [_data(each) for each in remains.papers],
        "backups": [each.path.name for each in remains.backups],
        "texts": [_data(each) for each in remains.texts],
    }
    return Answer(data, [name, *lines(desk, remains)])


def lines(desk: Desk, remains: Remains) -> list[str]:
    """What remains and where, a line each."""
    copies = [f"  {clock(each.made_at)}  {each.path.name}" for each in remains.backups]
    parts = ((PAPERS, _called(desk, remains.papers)), (BACKUPS, copies), (TEXTS, _called(desk, remains.texts)))
    return [line for head, found in parts if found for line in (desk.say(head, count=len(found)), *found)]


def _called(desk: Desk, found: tuple[Mention, ...]) -> list[str]:
    return [f"  {desk.say(TABLES[each.table].one)}: {each.name}" for each in found]


def _data(mention: Mention) -> dict[str, str]:
    return {"kind": mention.table, "name": mention.name}
