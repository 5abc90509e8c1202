"""`altdesk print minutes|extract|attendance|minutes-register`: the papers of meetings."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.dates import parse_day
from altdesk.services import bodies, papers, printing
from altdesk.services.papers.minutes import chosen
from altdesk.services.papers.paper import Paper


def print_minutes(desk: Desk, asked: Namespace) -> Answer:
    """Minutes in full or short; a draft is marked as one."""
    form = papers.short_minutes if asked.short else papers.minutes
    return _saved(desk, form(desk, _meant(desk, asked)), asked)


def print_extract(desk: Desk, asked: Namespace) -> Answer:
    """One decision with a signature of its own."""
    on = parse_day(asked.date, date.today(), field="date") if asked.date is not None else None
    return _saved(desk, papers.extract(desk, _meant(desk, asked), asked.point, on), asked)


def print_attendance(desk: Desk, asked: Namespace) -> Answer:
    return _saved(desk, papers.attendance(desk, _meant(desk, asked)), asked)


def print_register(desk: Desk, asked: Namespace) -> Answer:
    """The final minutes of a body in a year."""
    return _saved(desk, papers.minutes_register(desk, bodies.by_name(desk, asked.body).id, asked.year), asked)


def _meant(desk: Desk, asked: Namespace) -> int:
    """The minutes of --id, else of --body, --number and --year, else the newest."""
    if asked.id is not None:
        return int(asked.id)
    body = bodies.by_name(desk, asked.body).id if asked.body is not None else None
    return chosen(desk, body, asked.number, asked.year)


def _saved(desk: Desk, paper: Paper, asked: Namespace) -> Answer:
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))
