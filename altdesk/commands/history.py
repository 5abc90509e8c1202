"""`altdesk history` and `altdesk export history`: what was done, field by field, narrowed as asked."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as export_commands
from altdesk.commands.answer import Answer, table
from altdesk.desk import Desk
from altdesk.domain.dates import parse_day
from altdesk.domain.errors import Refusal
from altdesk.domain.history import FieldChange, HistoryQuery, said_value
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLES, field_name
from altdesk.services import exporting
from altdesk.services import history as history_service

FIELDS_OF_A_STEP = 2000


def history(desk: Desk, asked: Namespace) -> Answer:
    """What was done, the newest first; times are UTC in JSON, the clock on the wall in lines."""
    steps = history_service.steps(desk, asked.limit, query=_query(asked))
    data = [
        {
            "id": step.id,
            "label": desk.say(step.label, **step.values),
            "at": step.at,
            "who": step.who,
            "state": step.state,
            "changes": step.changes,
            "fields": [_field(desk, change) for change in history_service.of_step(desk, step.id, FIELDS_OF_A_STEP)],
        }
        for step in (steps if asked.json else ())
    ]
    states = {"done": "", "undone": desk.say(N_("undone")), "discarded": desk.say(N_("undone"))}
    heads = (N_("When"), N_("Who"), N_("Step"), "")
    rows = ((clock(step.at), step.who, desk.say(step.label, **step.values), states.get(step.state)) for step in steps)
    return Answer(data, table([desk.say(head) for head in heads], rows))


def export(desk: Desk, asked: Namespace) -> Answer:
    """The same to an Excel file, a row for each field that changed."""
    return export_commands.answer(desk, exporting.history(desk, Path(asked.file), _query(asked)))


def _field(desk: Desk, change: FieldChange) -> dict[str, Any]:
    values = (change.before, change.after)
    return {
        "table": change.table,
        "record_id": change.record_id,
        "record": change.record,
        "field": change.field,
        "name": desk.say(field_name(change.table, change.field)),
        "before": change.before,
        "after": change.after,
        "said": [said_value(desk.say, change.table, change.field, value) for value in values],
    }


def _query(asked: Namespace) -> HistoryQuery:
    today = date.today()
    since, until = (parse_day(text, today) if text else None for text in (asked.since, asked.until))
    record = record_named(asked.record) if asked.record is not None else None
    return HistoryQuery(asked.search, who=asked.who, area=asked.area, since=since, until=until, record=record)


def record_named(text: str) -> tuple[str, int]:
    """The table and the id that `person/12` names. Refused when it names none."""
    name, _, number = text.partition("/")
    if name not in TABLES or not number.isdecimal() or len(number) > 15:
        raise Refusal(N_("Name the record like this: person/12. “%(text)s” is none."), text=text)
    return name, int(number)
