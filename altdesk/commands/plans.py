"""Commands about plans: which there are and where their papers lie, rows from a file, the paper itself."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as export_answers
from altdesk.commands import importing as import_answers
from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.academic_year import year_typed
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.plans import Plan
from altdesk.domain.plans_kinds import VERSION_STATE_NAMES, PlanKind, VersionState
from altdesk.domain.plans_lists import PlanLine, PlansQuery
from altdesk.services import exporting_plans, plans, plans_import, printing
from altdesk.services.papers import plans as papers


def list_plans(desk: Desk, asked: Namespace) -> Answer:
    """Plans, the newest year first, each with who has its paper and since when."""
    query = PlansQuery(
        text=asked.search,
        year=_year(asked),
        kind=PlanKind(asked.kind) if asked.kind is not None else None,
        state=VersionState(asked.state) if asked.state is not None else None,
    )
    today = date.today()
    lines = plans.lines(desk, plans.ids(desk, query), today)
    heads = (
        N_("No."),
        N_("Year"),
        N_("Title"),
        N_("Whose"),
        N_("State"),
        N_("Where the paper is"),
        N_("Held"),
        N_("Rows"),
    )
    rows = (
        (
            line.id, line.period, line.title, line.of, desk.say(VERSION_STATE_NAMES[line.state]), _where(line),
            line.figures.held, line.figures.rows,
        )
        for line in lines
    )  # fmt: skip
    return Answer([plan_data(line, today) for line in lines], table([desk.say(head) for head in heads], rows))


def _where(line: PlanLine) -> str:
    since = short_day(line.since) if line.since else ""
    return ", ".join(part for part in (line.holder, since) if part)


def plan_data(line: PlanLine, today: date) -> dict[str, Any]:
    """`paper_with` is who has the paper, empty when it lies in the department; figures count rows."""
    names = ("id", "title", "body", "unit", "version", "amended", "approved_on", "since", "comment")
    counts = ("rows", "planned", "held", "moved", "not_held", "late")
    return {
        "year": line.period,
        "kind": line.kind.value,
        "state": line.state.value,
        "paper_with": line.holder,
        "waits_long": line.waits_long(today),
        **{name: getattr(line, name) for name in names},
        **{name: getattr(line.figures, name) for name in counts},
    }


def import_plan(desk: Desk, asked: Namespace) -> Answer:
    """Rows of a plan from a file; with --dry-run nothing is written."""
    found = plans_import.preview(desk, Path(asked.file), plan_id=_plan(desk, asked).id)
    plans_import.refuse_without_titles(found)
    if import_answers.writing(found, {}, asked):
        plans_import.apply(desk, found)
    return import_answers.answer(desk, found, {}, lambda row: row.draft.title, written=not asked.dry_run)


def export_plans(desk: Desk, asked: Namespace) -> Answer:
    return export_answers.answer(desk, exporting_plans.rows(desk, Path(asked.file), _year(asked)))


def print_plan(desk: Desk, asked: Namespace) -> Answer:
    """The paper of a plan."""
    plan = _plan(desk, asked) if asked.plan is not None else plans.main(desk, _year(asked))
    paper = papers.plan(desk, plan.id, asked.version)
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))


def _plan(desk: Desk, asked: Namespace) -> Plan:
    return plans.called(desk, asked.plan, _year(asked))


def _year(asked: Namespace) -> int | None:
    return year_typed(asked.year) if asked.year is not None else None
