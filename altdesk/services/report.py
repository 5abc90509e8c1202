"""Reports: what they count, what is written in them, their way to the Rector and the Academic Council (§6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import Period, academic_year
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.report import (
    Part,
    Report,
    ReportDraft,
    ReportKind,
    ReportsQuery,
    ReportState,
    check_approved,
    check_heard,
    period_of,
)
from altdesk.domain.report_facts import Facts
from altdesk.domain.report_gaps import Missing, gaps
from altdesk.domain.text import clean, clean_lines, fold
from altdesk.services import organisation, rules
from db.models.report import report, report_text
from db.queries import report as queries
from db.step import Step, now

LOCKED = N_("This report is approved and stays as it is. Take the approval back first.")


def ids(desk: Desk, query: ReportsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the reports of a list in the order shown."""
    with desk.store.read() as connection:
        start = rules.read(connection).year_start
        kept = queries.every(connection)
    words = fold(query.text).split()
    found = [
        each
        for each in kept
        if query.kind in (None, each.kind) and all(word in fold(f"{each.title} {each.plan}") for word in words)
    ]
    keys = {
        "kind": lambda each: (each.kind, each.period(start).first),
        "title": lambda each: (fold(each.title), each.period(start).first),
        "state": lambda each: (list(ReportState).index(each.state), each.period(start).first),
    }
    found.sort(key=keys.get(query.sort, lambda each: (each.period(start).first, each.id)), reverse=query.descending)
    return [each.id for each in found][:limit]


def lines(desk: Desk, wanted: Sequence[int]) -> list[Report]:
    """These reports in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, report_id: int) -> Report:
    """One report. Refused when there is no such record."""
    found = lines(desk, [report_id])
    if not found:
        raise Refusal(N_("There is no such report."))
    return found[0]


def latest_year(desk: Desk, today: date | None = None) -> int:
    """When the newest academic year with something to report began; the present one on an empty desk."""
    day = today or date.today()
    with desk.store.read() as connection:
        start = rules.read(connection).year_start
        newest = queries.latest(connection, day, start)
    return academic_year(day, start).first.year if newest is None else newest


def yearly(desk: Desk, year: int) -> Report:
    """The report of an academic year as kept, or one not yet begun (id 0)."""
    with desk.store.read() as connection:
        known = queries.yearly(connection, year)
    return get(desk, known) if known is not None else Report(kind=ReportKind.YEARLY, year=year)


def execution(desk: Desk, draft: ReportDraft) -> Report:
    """The report on carrying out plans of this period and plan as kept, or one not yet begun (id 0)."""
    asked = (draft.first_on, draft.last_on, draft.plan_id)
    with desk.store.read() as connection:
        kept = [each for each in queries.every(connection) if each.kind is ReportKind.EXECUTION]
        for each in reversed(kept):
            if (each.first_on, each.last_on, each.plan_id) == asked:
                return each
        titles = dict(queries.plans(connection))
    return Report(
        kind=ReportKind.EXECUTION,
        first_on=draft.first_on,
        last_on=draft.last_on,
        plan_id=draft.plan_id,
        plan=titles.get(draft.plan_id or 0, ""),
    )


def plans(desk: Desk) -> list[tuple[int, str]]:
    """Every plan there is, to choose one: id and title, the newest year first."""
    with desk.store.read() as connection:
        return queries.plans(connection)


def facts(desk: Desk, draft: ReportDraft) -> Facts:
    """The records that a report counts, with the parts written in it. Refused for days that make no period."""
    with desk.store.read() as connection:
        start = rules.read(connection).year_start
        found = queries.facts(connection, period_of(draft, start), start, draft.plan_id)
    written = draft.texts if isinstance(draft, Report) else {}
    return replace(found, parts={part.value: text for part, text in written.items()})


def facts_before(desk: Desk, draft: ReportDraft) -> Facts | None:
    """The same of the year before a yearly report, to be compared with; None where nothing was kept then."""
    if draft.kind is not ReportKind.YEARLY or draft.year is None:
        return None
    before = facts(desk, ReportDraft(year=draft.year - 1))
    return before if before.events or before.rows or before.meetings or before.donations or before.measures else None


def missing(desk: Desk, draft: ReportDraft, today: date | None = None) -> tuple[Missing, ...]:
    """What the report lacks, before it is printed."""
    return gaps(facts(desk, draft), draft.kind, today or date.today())


def period(desk: Desk, draft: ReportDraft) -> Period:
    """The days a report speaks of."""
    return period_of(draft, rules.get(desk).year_start)


def begin(desk: Desk, draft: ReportDraft) -> Changed:
    """Begin a report. Refused for a second one of the same academic year, and for days that make no period."""
    start = rules.get(desk).year_start
    own = period_of(draft, start)
    heads = organisation.get(desk)
    with desk.step(N_("Begin the report %(period)s"), period=own.name) as step:
        yearly = draft.kind is ReportKind.YEARLY
        if draft.year is not None and yearly and queries.yearly(step.connection, draft.year) is not None:
            raise Refusal(N_("The report of this academic year is already there. Open it."), field="year")
        before = [each for each in queries.every(step.connection) if each.approved_by]
        newest = before[-1] if before else None
        step.made = step.add(
            report,
            kind=draft.kind.value,
            year=draft.year if yearly else None,
            first_on=None if yearly else draft.first_on,
            last_on=None if yearly else draft.last_on,
            plan_id=None if yearly else draft.plan_id,
            title=clean(draft.title).text,
            state=ReportState.DRAFT.value,
            approved_by=newest.approved_by if newest else heads.rector,
            approved_by_post=newest.approved_by_post if newest else heads.rector_post,
        )
    return desk.done(step)


def write(desk: Desk, report_id: int, texts: Mapping[Part, str]) -> Changed:
    """Keep what a person wrote in some parts. Refused when the report is approved."""
    with desk.step(N_("Write in the report")) as step:
        _open(step, report_id)
        for part, text in texts.items():
            kept = queries.text_id(step.connection, report_id, part)
            cleaned = clean_lines(text)
            if kept is not None:
                step.change(report_text, kept, text=cleaned)
            elif cleaned:
                step.add(report_text, report_id=report_id, section=part.value, text=cleaned)
    return desk.done(step)


def rename(desk: Desk, report_id: int, *, title: str, approved_by: str, approved_by_post: str, note: str) -> Changed:
    """Change how the report is called and who approves it. Refused when it is approved."""
    with desk.step(N_("Change the head of the report")) as step:
        _open(step, report_id)
        step.change(
            report,
            report_id,
            title=clean(title).text,
            approved_by=clean(approved_by).text,
            approved_by_post=clean(approved_by_post).text,
            note=clean_lines(note),
        )
    return desk.done(step)


def approve(desk: Desk, report_id: int, on: date | None, today: date | None = None) -> Changed:
    """The Rector approved the report (§6): its texts stay as they are from now on."""
    with desk.step(N_("Approve the report")) as step:
        kept = _open(step, report_id)
        check_approved(on, period_of(kept, rules.read(step.connection).year_start), today or date.today())
        russian = organisation.read(step.connection).post_in_russian(kept.approved_by_post)
        approved = {"state": ReportState.APPROVED.value, "approved_on": on, "approved_by_post_ru": russian}
        step.change(report, report_id, **approved)
    return desk.done(step)


def heard(desk: Desk, report_id: int, on: date | None, today: date | None = None) -> Changed:
    """The Academic Council heard the report (§6). Refused before it is approved."""
    with desk.step(N_("The report was heard at the Academic Council")) as step:
        kept = _kept(step, report_id)
        if kept.state is ReportState.DRAFT:
            raise Refusal(N_("The Rector approves the report first."), field="heard_on")
        check_heard(on, kept.approved_on, today or date.today())
        step.change(report, report_id, state=ReportState.HEARD.value, heard_on=on)
    return desk.done(step)


def reopen(desk: Desk, report_id: int) -> Changed:
    """Take the approval back, so that the report can be changed."""
    with desk.step(N_("Take the approval of the report back")) as step:
        _kept(step, report_id)
        step.change(report, report_id, state=ReportState.DRAFT.value, approved_on=None, heard_on=None)
    return desk.done(step)


def delete(desk: Desk, report_ids: Sequence[int]) -> Changed:
    """Move reports to the bin. Refused for one that is approved."""
    with desk.step(N_("Delete the report")) as step:
        for number in report_ids:
            _open(step, number)
            step.change(report, number, binned_at=now())
    return desk.done(step)


def _kept(step: Step, report_id: int) -> Report:
    found = queries.lines(step.connection, [report_id])
    if not found:
        raise Refusal(N_("There is no such report."))
    return found[0]


def _open(step: Step, report_id: int) -> Report:
    kept = _kept(step, report_id)
    if kept.locked:
        raise Refusal(LOCKED)
    return kept
