"""`altdesk list reports`, `altdesk print yearly-report|execution-report`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.academic_year import academic_year_of
from altdesk.domain.dates import parse_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.report import (
    REPORT_KIND_NAMES,
    REPORT_STATE_NAMES,
    Report,
    ReportDraft,
    ReportKind,
    ReportsQuery,
    year_typed,
)
from altdesk.domain.report_figures import Counts, key_figures
from altdesk.domain.report_gaps import GAP_SENTENCES
from altdesk.domain.text import fold
from altdesk.services import printing, rules
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
    plan_id = _plan_called(desk, asked.plan) if asked.plan else None
    if asked.since or asked.till:
        first = parse_day(asked.since, today, field="from") if asked.since else None
        last = parse_day(asked.till, today, field="to") if asked.till else None
        draft = ReportDraft(ReportKind.EXECUTION, None, first, last, plan_id)
    else:
        year = year_typed(asked.year) if asked.year else service.latest_year(desk)
        period = academic_year_of(year, rules.get(desk).year_start)
        draft = ReportDraft(ReportKind.EXECUTION, None, period.first, period.last, plan_id)
    return _printed(desk, service.execution(desk, draft), asked)


def _plan_called(desk: Desk, name: str) -> int:
    """The plan of this title, whole or by what stands in it. Refused when there is none, or several."""
    known = service.plans(desk)
    same = [each for each in known if fold(each[1]) == fold(name)] or [
        each for each in known if fold(name) in fold(each[1])
    ]
    if not same:
        raise Refusal(N_("There is no plan called %(name)s."), field="plan", name=name)
    if len(same) > 1:
        titles = "; ".join(each[1] for each in same[:5])
        raise Refusal(N_("Several plans are called so: %(titles)s. Give the whole title."), field="plan", titles=titles)
    return same[0][0]


def _printed(desk: Desk, draft: Report, asked: Namespace) -> Answer:
    gaps = service.missing(desk, draft)
    said = answer(desk, printing.save(desk, papers.report(desk, draft), Path(asked.out), options_of(asked)))
    lines = [*said.lines, *(desk.say(GAP_SENTENCES[each.gap], count=each.count) for each in gaps)]
    data = {**said.data, "gaps": [{"gap": each.gap.value, "count": each.count} for each in gaps]}
    return Answer(data, lines)
