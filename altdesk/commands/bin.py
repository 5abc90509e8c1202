"""`altdesk bin list` and `altdesk bin restore`."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.answer import Answer, table
from altdesk.commands.history import record_named
from altdesk.desk import Desk
from altdesk.domain.bin import BinQuery
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLES
from altdesk.services import bin as bin_service


def listed(desk: Desk, asked: Namespace) -> Answer:
    """What was deleted in the last thirty days, the newest first."""
    found = bin_service.lines(desk, BinQuery(asked.search, area=asked.area))
    data = [
        {
            "key": f"{line.table}/{line.record_id}",
            "kind": line.table,
            "name": line.name,
            "at": line.at,
            "who": line.who,
            "days_left": line.days_left,
        }
        for line in found
    ]
    heads = (N_("Record"), N_("Kind"), N_("Name"), N_("Deleted at"), N_("Who"), N_("Days left"))
    rows = (
        (f"{line.table}/{line.record_id}", desk.say(TABLES[line.table].one), line.name, clock(line.at), line.who,
         line.days_left)
        for line in found
    )  # fmt: skip
    return Answer(data, table([desk.say(head) for head in heads], rows))


def restore(desk: Desk, asked: Namespace) -> Answer:
    """Records back where they were."""
    keys = [record_named(text) for text in asked.record]
    changed = bin_service.restore(desk, keys)
    label = desk.say(changed.label, **dict(changed.values))
    return Answer({"id": changed.step_id, "label": label, "restored": asked.record}, [label])
