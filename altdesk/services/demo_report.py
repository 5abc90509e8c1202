"""The sample desk's yearly report: of the newest academic year that is over, its texts written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.report import Part, ReportDraft, ReportKind
from altdesk.services import report
from altdesk.services.papers import report as papers
from altdesk.services.papers.paper import Paper


def tell(desk: Desk, story: dict[str, Any], today: date) -> None:
    """Begin the report of the year and write its parts, in one step."""
    with desk.step(N_("Sample report")) as step:
        made = report.begin(desk, ReportDraft(year=_year(desk, today))).id
        assert made is not None
        report.write(desk, made, {Part(name): text.strip() for name, text in story["texts"].items()})
        step.made = None
    desk.done(step)


def _year(desk: Desk, today: date) -> int:
    """When the newest academic year that is over, and of which there is something to report, began."""
    year = report.latest_year(desk, today)
    over = report.period(desk, ReportDraft(year=year)).last < today
    return year if over or not report.facts(desk, ReportDraft(year=year - 1)).events else year - 1


def printed(desk: Desk, today: date | None = None) -> dict[str, Callable[[], Paper]]:
    """The papers of reports, by their form's code."""
    year = _year(desk, today or date.today())
    period = report.period(desk, ReportDraft(year=year))
    execution = ReportDraft(ReportKind.EXECUTION, None, period.first, period.last)
    return {
        "yearly-report": lambda: papers.report(desk, report.yearly(desk, year)),
        "execution-report": lambda: papers.report(desk, report.execution(desk, execution)),
    }
