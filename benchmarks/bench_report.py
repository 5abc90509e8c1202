"""The yearly report over twenty years of two thousand events: its figures, the paper, the slides; beside plain SQL."""

from __future__ import annotations

from altdesk.desk import Desk
from altdesk.domain.report import ReportDraft, Section
from altdesk.domain.report_tables import tables_of
from altdesk.forms.form import Output
from altdesk.services import printing, report
from altdesk.services.papers import report as papers
from benchmarks import desks_report
from benchmarks.figures import Figure, best
from benchmarks.figures import report as show

LIMIT_MS, PAPER_MS = 100, 2_000
PLAIN = """SELECT direction, level, count(*), sum(participants) FROM event
    WHERE starts_on BETWEEN '2025-09-01' AND '2026-08-31' AND state = 'held' AND binned_at IS NULL
    GROUP BY direction, level"""


def run() -> list[Figure]:
    with desks_report.of_years() as desk, desk.store.read() as connection:
        draft = ReportDraft(year=desks_report.NEWEST)

        def figures() -> None:
            facts, before = report.facts(desk, draft), report.facts_before(desk, draft)
            for section in Section:
                tables_of(section, facts, before)

        reference = best(lambda: connection.exec_driver_sql(PLAIN).all())
        took = best(figures)
        found = [
            Figure("all figures of a yearly report, and the year before", took, reference),
            Figure("all figures of a yearly report, the limit", took, None, LIMIT_MS),
            Figure("what the report lacks, the limit", best(lambda: report.missing(desk, draft)), None, LIMIT_MS),
        ]
        for kind in (Output.PDF, Output.DOCX, Output.PPTX):
            found.append(
                Figure(f"the whole report as {kind.value}, the limit", _paper(desk, draft, kind), None, PAPER_MS)
            )
        return found


def _paper(desk: Desk, draft: ReportDraft, kind: Output) -> float:
    return best(lambda: printing.render(desk, papers.report(desk, draft), kind=kind))


if __name__ == "__main__":
    show(run)
