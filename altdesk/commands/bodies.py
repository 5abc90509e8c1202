"""Commands about bodies: lists, files and the register as on a day."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as export_answers
from altdesk.commands import importing as import_answers
from altdesk.commands import printing as print_answers
from altdesk.commands.answer import Answer, table
from altdesk.desk import Desk
from altdesk.domain.bodies import BODY_KIND_NAMES, BodyLine, Member, MembersQuery
from altdesk.domain.dates import parse_day
from altdesk.domain.marking import N_
from altdesk.domain.people_matching import full_name
from altdesk.domain.register_columns import REGISTER, WHOLE
from altdesk.services import bodies, exporting, imports, members_import, people_import, printing
from altdesk.services.papers import bodies as papers


def day_asked(asked: Namespace) -> date:
    """The day of --on, else today. Refused when it is no day."""
    today = date.today()
    return today if asked.on is None else parse_day(asked.on, today, field="on")


def _query(desk: Desk, asked: Namespace, text: str = "") -> MembersQuery:
    body = bodies.by_name(desk, asked.body) if asked.body is not None else None
    return MembersQuery(text=text, body_id=body.id if body else None)


def list_bodies(desk: Desk, asked: Namespace) -> Answer:
    """Every body, with who leads it and how many they are."""
    lines = bodies.lines(desk, day_asked(asked), asked.search)
    heads = (N_("Name"), N_("Kind"), N_("Members"), N_("Quorum"), N_("Chairperson"), N_("Secretary"))
    rows = (
        (line.name, desk.say(BODY_KIND_NAMES[line.kind]), line.members, line.quorum, line.chair, line.secretary)
        for line in lines
    )
    return Answer([body_data(line) for line in lines], table([desk.say(head) for head in heads], rows))


def body_data(line: BodyLine) -> dict[str, Any]:
    names = ("name", "short_name", "members", "voting", "quorum", "chair", "secretary", "unit", "closed_on", "name_ru")
    return {name: getattr(line, name) for name in names} | {"kind": line.kind.value}


def list_members(desk: Desk, asked: Namespace) -> Answer:
    """Who holds what, of one body or of all, in the order of the posts."""
    members = bodies.held_on(desk, day_asked(asked), _query(desk, asked, asked.search))
    heads = (N_("Body"), N_("Full name"), N_("Post"), N_("Unit"), N_("Group"), N_("Course"), N_("Since"), N_("Until"))
    rows = ((m.body, m.full_name, m.post, m.unit, m.group, m.course, m.starts_on, m.ends_on) for m in members)
    return Answer([member_data(member) for member in members], table([desk.say(head) for head in heads], rows))


def member_data(member: Member) -> dict[str, Any]:
    names = ("body", "full_name", "post", "unit", "group", "course", "phone", "email", "starts_on", "ends_on", "votes")
    return {name: getattr(member, name) for name in names} | {"role": member.role.value}


@imports.no_collecting()
def import_members(desk: Desk, asked: Namespace) -> Answer:
    """Members from a file; with --dry-run nothing is written."""
    plan = members_import.preview(desk, Path(asked.file), body=asked.body or "")
    people_import.refuse_without_names(plan)
    members_import.refuse_without_body(plan)
    decisions = members_import.without_asking(plan, names=asked.take_names)
    if import_answers.writing(plan, decisions, asked):
        members_import.apply(desk, plan, decisions)
    return import_answers.answer(desk, plan, decisions, _called, written=not asked.dry_run)


def _called(row: Any) -> str:
    return ", ".join(filter(None, (full_name(row.draft), row.draft.body_post, row.draft.body)))


def export_bodies(desk: Desk, asked: Namespace) -> Answer:
    return export_answers.answer(desk, exporting.bodies(desk, Path(asked.file), day_asked(asked)))


def export_members(desk: Desk, asked: Namespace) -> Answer:
    """With every column, so that the file can be imported again, unless columns are named."""
    members = bodies.held_on(desk, day_asked(asked), _query(desk, asked))
    return export_answers.answer(desk, exporting.members(desk, Path(asked.file), members, asked.columns or WHOLE))


def print_members(desk: Desk, asked: Namespace) -> Answer:
    """«СҮ ТІЗІМІ», or the list of members of another body."""
    paper = papers.members(desk, day_asked(asked), _query(desk, asked), asked.columns or REGISTER)
    return print_answers.answer(desk, printing.save(desk, paper, Path(asked.out), print_answers.options_of(asked)))
