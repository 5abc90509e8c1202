"""`altdesk sheet new` and `altdesk sheet mark`: a sheet is made, and marked when it is back from paper."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from altdesk.commands.answer import Answer
from altdesk.commands.listing import sheet_data
from altdesk.desk import Desk
from altdesk.domain.acquaintance import RowMark, RowState, Sheet
from altdesk.domain.attachments import Role
from altdesk.domain.dates import parse_day
from altdesk.domain.documents import RevisionState
from altdesk.domain.marking import N_
from altdesk.services import acquaintance, attachments, documents, groups, rounds

NOT_YET = N_("This revision is not in force yet; its signatures count from the day it is.")


def new(desk: Desk, asked: Namespace) -> Answer:
    """A sheet for the document's audience, or for a saved group; for everybody when there is no audience."""
    found = documents.by_code(desk, asked.document)
    revision = documents.chosen_revision(found, asked.revision)
    group_id = groups.by_name(desk, asked.group).id if asked.group is not None else None
    standing = rounds.standing(rounds.listed(desk, revision.id, group_id=group_id))
    made = acquaintance.make_sheet(desk, revision.id, group_id=group_id).id
    assert made is not None
    sheet = acquaintance.sheet(desk, made)
    said = desk.say(
        N_("Sheet No. %(number)s: %(document)s, revision %(revision)s, %(count)s people."),
        number=sheet.number,
        document=sheet.document,
        revision=sheet.revision,
        count=len(sheet.rows),
    )
    early = [] if revision.state is RevisionState.IN_FORCE else [desk.say(NOT_YET)]
    return Answer(sheet_data(sheet), [said, *early, *_standing(desk, standing)])


def _standing(desk: Desk, standing: Mapping[int, int]) -> list[str]:
    """Those of a new sheet who stand on one that is still on its way: which, and how many."""
    sentence = N_("Sheet No. %(number)s is not back yet, and asks %(count)s of them already.")
    return [desk.say(sentence, number=number, count=count) for number, count in sorted(standing.items())]


def mark(desk: Desk, asked: Namespace) -> Answer:
    """Rows of a sheet that is back: all that are open, or those named."""
    sheet = acquaintance.sheet_by_number(desk, asked.sheet)
    state = RowState(asked.state)
    today = date.today()
    day = parse_day(asked.date, today) if asked.date is not None else None
    numbers = asked.rows or _open_rows(sheet)
    said = RowMark(state, day, asked.note)
    marks = dict.fromkeys(numbers, said)
    acquaintance.mark(desk, sheet.id, marks, back_on=sheet.back_on or today, today=today)
    now = acquaintance.sheet(desk, sheet.id)
    signed = sum(row.state is RowState.SIGNED for row in now.rows)
    line = desk.say(
        N_("Sheet No. %(number)s: %(count)s rows marked, %(signed)s of %(total)s signed."),
        number=now.number,
        count=len(numbers),
        signed=signed,
        total=len(now.rows),
    )
    lines = [line]
    if state is RowState.REFUSED and not asked.note.strip():
        lines.append(desk.say(N_("The number of the act is missing: give it with --note.")))
    return Answer(sheet_data(now) | {"marked": len(numbers)}, lines)


def attach(desk: Desk, asked: Namespace) -> Answer:
    """Keep the scan of a signed sheet with it; the audit binder shows it behind the sheet."""
    sheet, file = acquaintance.sheet_by_number(desk, asked.sheet), Path(asked.file)
    attachments.attach(desk, "sheet", sheet.id, file, Role(asked.role))
    kept = attachments.of(desk, "sheet", sheet.id)[-1]
    line = desk.say(N_("%(name)s is attached to sheet No. %(number)s."), name=kept.name, number=sheet.number)
    data = {"sheet": sheet.number, "name": kept.name, "role": kept.role.value, "sha256": kept.digest}
    return Answer(data | {"size": kept.size}, [line])


def _open_rows(sheet: Sheet) -> tuple[int, ...]:
    found = tuple(row.no for row in sheet.rows if row.open)
    if not found:
        raise acquaintance.no_open_rows(sheet)
    return found
