"""`altdesk list reports`, `altdesk print yearly-report|execution-report`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.academic_year import academic_year_of, year_typed
from altdesk.domain.dates import parse_day
from altdesk.domain.marking import N_
from altdesk.domain.report import (
    REPORT_KIND_NAMES,
    REPORT_STATE_NAMES,
    Report,
    ReportDraft,
    ReportKind,
    ReportsQuery,
)
from altdesk.domain.report_figures import Counts, key_figures
from altdesk.domain.report_gaps import GAP_SENTENCES
from altdesk.services import plans, printing, rules
from altdesk.services import report as service
from altdesk.services.papers import report as papers


def all_reports(desk: Desk, asked: Namespace) -> Answer:
    """The reports kept, the newest first, each with its key figures."""
    lines = service.lines(desk, service.ids(desk, ReportsQuery(text=asked.search)))
    heads = (N_("Report"), N_("Period"), N_("State"), N_("Title"))
    rows = (
        (
            desk.say(REPORT_KIND_NAMES[line.kind]),
            service.period(desk, line).name,
            desk.say(REPORT_STATE_NAMES[line.state]),
            line.title,
        )
        for line in lines
    )
    return Answer([report_data(desk, line) for line in lines], table([desk.say(head) for head in heads], rows))


def report_data(desk: Desk, line: ReportDraft) -> dict[str, Any]:
    """A report as data."""
    period = service.period(desk, line)
    figures = key_figures(service.facts(desk, line))
    kept = line if isinstance(line, Report) else Report(kind=line.kind)
    return {
        "report": kept.kind.value,
        "period": period.name,
        "first_on": period.first,
        "last_on": period.last,
        "title": line.title,
        "state": kept.state.value,
        "approved_on": kept.approved_on,
        "heard_on": kept.heard_on,
        "figures": {
            name: each.value / 100 if each.counts is Counts.MONEY else each.value for name, each in figures.items()
        },
    }


def print_yearly(desk: Desk, asked: Namespace) -> Answer:
    """The yearly report (§6) of an academic year, without one the latest with something in it."""
    year = year_typed(asked.year) if asked.year else service.latest_year(desk)
    return _printed(desk, service.yearly(desk, year), asked)


def print_execution(desk: Desk, asked: Namespace) -> Answer:
    """The report on carrying out plans in a period, or in an academic year."""
    today = date.today()
    wanted = year_typed(asked.year) if asked.year else None
    plan = plans.called(desk, asked.plan, wanted) if asked.plan else None
    plan_id = plan.id if plan else None
    if asked.since or asked.till:
        first = parse_day(asked.since, today, field="from") if asked.since else None
        last = parse_day(asked.till, today, field="to") if asked.till else None
        draft = ReportDraft(ReportKind.EXECUTION, None, first, last, plan_id)
    else:
        year = wanted or (plan.year if plan else service.latest_year(desk))
        period = academic_year_of(year, rules.get(desk).year_start)
        draft = ReportDraft(ReportKind.EXECUTION, None, period.first, period.last, plan_id)
    return _printed(desk, service.execution(desk, draft), asked)


def _printed(desk: Desk, draft: Report, asked: Namespace) -> Answer:
    gaps = service.missing(desk, draft)
    said = answer(desk, printing.save(desk, papers.report(desk, draft), Path(asked.out), options_of(asked)))
    lines = [*said.lines, *(desk.say(GAP_SENTENCES[each.gap], count=each.count) for each in gaps)]
    data = {**said.data, "gaps": [{"gap": each.gap.value, "count": each.count} for each in gaps]}
    return Answer(data, lines)
