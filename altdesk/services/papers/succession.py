"""The act by which a successor takes over the desk."""

from __future__ import annotations

from datetime import date, datetime

from altdesk.backups.shelf import Shelf
from altdesk.desk import Desk
from altdesk.domain.copies import CopiesQuery, CopyState
from altdesk.domain.documents import RevisionState
from altdesk.domain.moments import clock
from altdesk.domain.tasks import TasksQuery, TaskState
from altdesk.forms.sheets import succession as form
from altdesk.forms.sheets.succession import BackupKept, CopyOut, PaperOut, SheetOut
from altdesk.services import acquaintance_sheets, copies, organisation, tasks
from altdesk.services.papers.paper import Paper
from altdesk.services.papers.tasks import rows_of
from altdesk.settings import S
from db.queries import succession as queries

NEWEST = 5  # copies on the shelf that are named


def succession(desk: Desk, on: date | None = None) -> Paper:
    """What a successor accepts: open tasks, sheets without signatures, papers on their way, copies given, backups."""
    day, heads = on or date.today(), organisation.get(desk)
    open_tasks = tasks.lines(desk, tasks.ids(desk, TasksQuery(state=TaskState.OPEN)))
    with desk.store.read() as connection:
        waiting = [*queries.revisions(connection), *queries.minutes_out(connection)]
        counts = queries.counts(connection)
    data = form.SuccessionData(
        rows_of(desk, open_tasks, day),
        _sheets(desk),
        tuple(
            PaperOut(each.called, each.number, RevisionState(each.state) if each.state else None, each.since)
            for each in waiting
        ),
        _copies(desk),
        _backups(desk),
        _outside(desk),
        *counts,
        heads.secretary_signs,
        heads.director_signs,
        day,
        heads.in_both,
        heads.department_in_both,
    )
    return Paper(form.FORM, data)


def _sheets(desk: Desk) -> tuple[SheetOut, ...]:
    """Sheets with open rows that no later change has overtaken, the oldest first."""
    return tuple(
        SheetOut(each.number, f"{each.document} {each.title}", each.printed_on, each.expected_on, each.open, each.total)
        for each in reversed(acquaintance_sheets.sheet_lines(desk))
        if each.open and not each.superseded
    )


def _copies(desk: Desk) -> tuple[CopyOut, ...]:
    query = CopiesQuery(states=(CopyState.OUT, CopyState.COLLECT))
    return tuple(
        CopyOut(f"{each.document} {each.title}", each.number or 0, each.holder, each.unit, each.given_on)
        for each in copies.lines(desk, copies.ids(desk, query))
    )


def _backups(desk: Desk) -> tuple[BackupKept, ...]:
    kept = [each for each in Shelf.of(desk.folders).kept() if each.known]
    return tuple(BackupKept(clock(each.made_at), each.reason, each.path.name) for each in kept[:NEWEST])


def _outside(desk: Desk) -> str:
    try:
        return clock(datetime.fromisoformat(str(desk.settings.get(S.outside_backup).get("at", ""))))
    except ValueError:
        return ""
