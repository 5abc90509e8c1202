"""Questions about reports: the reports kept, and the records of a period that their figures count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from altdesk.domain.academic_year import Period, YearStart, academic_year, academic_year_of
from altdesk.domain.bodies import CLUB_KINDS, BodyKind
from altdesk.domain.club_assessments import INITIATIVE
from altdesk.domain.plans_time import PlanTime, Precision, counted_on, in_period
from altdesk.domain.report import Part, Report, ReportKind, ReportState
from altdesk.domain.report_facts import ClubFact, DonationFact, EventFact, Facts, MeasureFact, MeetingFact, RowFact
from altdesk.domain.text import sort_key
from db.models.bodies import body, term
from db.models.club_assessments import club_assessment
from db.models.events import event
from db.models.leadership import leadership_meeting, raised_issue
from db.models.measures import measure
from db.models.people import person, unit
from db.models.plans import plan, plan_row
from db.models.report import report, report_text
from db.models.sponsors import donation, sponsor

_EVENT = (
    "id", "title", "starts_on", "kind", "form", "direction", "level", "state", "participants", "result", "reason",
    "plan_row_id",
)  # fmt: skip


def facts(connection: Connection, period: Period, start: YearStart, plan_id: int | None = None) -> Facts:
    """All that a report of this period counts; of one plan only its rows and their events. Years begin on `start`."""
    people = _register(connection)
    rows = _rows(connection, period, start, plan_id)
    return Facts(
        period=period,
        events=_events(connection, period, None if plan_id is None else [row.id for row in rows]),
        rows=rows,
        meetings=_meetings(connection, period),
        clubs=_clubs(connection, period),
        initiatives=_initiatives(connection, period),
        measures=_measures(connection, period),
        donations=_donations(connection, period),
        members=_members(connection, period.last),
        staff=people.get("staff", 0),
        students=people.get("student", 0),
    )


def _events(connection: Connection, period: Period, rows: Sequence[int] | None) -> tuple[EventFact, ...]:
    chosen = select(*(event.c[name] for name in _EVENT)).where(
        event.c.starts_on.between(period.first, period.last), event.c.binned_at.is_(None)
    )
    if rows is not None:
        chosen = chosen.where(event.c.plan_row_id.in_(list(rows)))
    rows_ = connection.execute(chosen.order_by(event.c.starts_on, event.c.id)).all()
    return tuple([EventFact(*row) for row in rows_])


def _rows(connection: Connection, period: Period, start: YearStart, plan_id: int | None) -> tuple[RowFact, ...]:
    """Rows that begin in the period, each counted by one day, which lies in the year of its plan (decision 22)."""
    begun = range(academic_year(period.first, start).first.year, academic_year(period.last, start).first.year + 1)
    own = [plan_row.c[name] for name in ("title", "first_on", "last_on", "state", "moved_on", "reason")]
    chosen = (
        select(plan.c.year, plan_row.c.precision, plan_row.c.id, plan_row.c.plan_id, *own)
        .join(plan, plan.c.id == plan_row.c.plan_id)
        .where(plan.c.year.between(begun[0], begun[-1]), plan.c.binned_at.is_(None))
        .order_by(plan.c.title_sort, plan.c.id, plan_row.c.ordinal)
    )
    if plan_id is not None:
        chosen = chosen.where(plan.c.id == plan_id)
    years = {each: academic_year_of(each, start) for each in begun}
    called = _called(connection, years)
    found = []
    for year, precision, number, of, title, first, last, *became in connection.execute(chosen):
        time = PlanTime(Precision(precision), first, last)
        if counted_on(time, years[year]) in period:
            now = in_period(time, years[year])
            found.append(RowFact(number, of, called[of], title, now.first, now.last, *became))
    return tuple(found)


def _called(connection: Connection, years: Mapping[int, Period]) -> dict[int, str]:
    """What the plans of these years are called: those of one title by whose they are too, else by their year."""
    whose = func.coalesce(body.c.name, unit.c.name, "")
    joined = plan.outerjoin(body, body.c.id == plan.c.body_id).outerjoin(unit, unit.c.id == plan.c.unit_id)
    chosen = select(plan.c.id, plan.c.title, whose, plan.c.year).select_from(joined)
    every = connection.execute(chosen.where(plan.c.year.in_(list(years)), plan.c.binned_at.is_(None))).all()
    titles, owners = Counter(row[1] for row in every), Counter((row[1], row[2]) for row in every)
    found = {}
    for number, title, of, year in every:
        more = [of] if of and titles[title] > 1 and of not in title else []
        more += [years[year].name] if owners[title, of] > 1 else []
        found[number] = f"{title} ({', '.join(more)})" if more else title
    return found


def _meetings(connection: Connection, period: Period) -> tuple[MeetingFact, ...]:
    table = leadership_meeting
    names = ("id", "held_on", "leader", "leader_post", "audience", "participants", "topic")
    inside = and_(table.c.held_on.between(period.first, period.last), table.c.binned_at.is_(None))
    issues: dict[int, list[tuple[str, str]]] = {}
    asked = (
        select(raised_issue.c.meeting_id, raised_issue.c.issue, raised_issue.c.answer)
        .join(table, table.c.id == raised_issue.c.meeting_id)
        .where(inside)
        .order_by(raised_issue.c.meeting_id, raised_issue.c.ordinal)
    )
    for meeting_id, issue, answer in connection.execute(asked):
        issues.setdefault(meeting_id, []).append((issue, answer))
    chosen = select(*(table.c[name] for name in names)).where(inside).order_by(table.c.held_on, table.c.id)
    rows = connection.execute(chosen).mappings()
    return tuple(MeetingFact(**row, issues=tuple(issues.get(row["id"], ()))) for row in rows)


UNASSESSED = (None, None, None, None, "")


def _clubs(connection: Connection, period: Period) -> tuple[ClubFact, ...]:
    """Circles, clubs and sections that were there in the period, each with its newest assessment in it."""
    there = and_(
        body.c.kind.in_([kind.value for kind in CLUB_KINDS]),
        body.c.binned_at.is_(None),
        or_(body.c.founded_on.is_(None), body.c.founded_on <= period.last),
        or_(body.c.closed_on.is_(None), body.c.closed_on >= period.first),
    )
    names = ("id", "assessed_on", "points", "most", "conclusion")
    newest: dict[int, tuple[int | None, date | None, int | None, int | None, str]] = {}
    table = club_assessment
    chosen = select(table.c.body_id, *(table.c[name] for name in names)).where(
        table.c.body_id.is_not(None),
        table.c.assessed_on.between(period.first, period.last),
        table.c.binned_at.is_(None),
    )
    for body_id, own, on, points, most, said in connection.execute(chosen.order_by(table.c.assessed_on, table.c.id)):
        newest[body_id] = (own, on, points, most, said)
    members = _members_of(connection, period.last)
    chosen = select(body.c.id, body.c.name, body.c.kind, body.c.name_ru).where(there).order_by(body.c.name_sort)
    return tuple(
        ClubFact(number, name, kind, members.get(number, 0), *newest.get(number, UNASSESSED), name_ru)
        for number, name, kind, name_ru in connection.execute(chosen)
    )


def _initiatives(connection: Connection, period: Period) -> tuple[ClubFact, ...]:
    """Initiatives of students that are no bodies, assessed in the period; of each name the newest assessment."""
    table = club_assessment
    names = ("id", "body_name", "members", "assessed_on", "points", "most", "conclusion")
    chosen = select(*(table.c[name] for name in names)).where(
        table.c.body_id.is_(None), table.c.assessed_on.between(period.first, period.last), table.c.binned_at.is_(None)
    )
    found: dict[str, ClubFact] = {}
    for number, name, members, *own in connection.execute(chosen.order_by(table.c.assessed_on, table.c.id)):
        found[name] = ClubFact(number, name, INITIATIVE, members or 0, number, *own)
    return tuple(found[name] for name in sorted(found, key=sort_key))


def _members_of(connection: Connection, day: date) -> dict[int, int]:
    """How many people each body has on a day."""
    chosen = select(term.c.body_id, func.count(term.c.person_id.distinct())).where(_runs(day))
    return {row[0]: row[1] for row in connection.execute(chosen.group_by(term.c.body_id))}


def _runs(day: date) -> Any:
    return and_(term.c.starts_on <= day, or_(term.c.ends_on.is_(None), term.c.ends_on >= day))


def _members(connection: Connection, day: date) -> int:
    chosen = select(func.count(term.c.person_id.distinct())).join(body, body.c.id == term.c.body_id)
    government = body.c.kind == BodyKind.STUDENT_GOVERNMENT.value
    return int(connection.execute(chosen.where(_runs(day), government, body.c.binned_at.is_(None))).scalar_one())


def _register(connection: Connection) -> dict[str, int]:
    chosen = select(person.c.kind, func.count()).where(person.c.binned_at.is_(None), person.c.left_on.is_(None))
    return {row[0]: row[1] for row in connection.execute(chosen.group_by(person.c.kind))}


def _measures(connection: Connection, period: Period) -> tuple[MeasureFact, ...]:
    names = ("id", "unit", "conditions", "title", "taken_on", "cost", "result")
    chosen = select(*(measure.c[name] for name in names)).where(
        measure.c.taken_on.between(period.first, period.last), measure.c.binned_at.is_(None)
    )
    ordered = chosen.order_by(measure.c.unit_sort, measure.c.taken_on, measure.c.id)
    return tuple(MeasureFact(*row) for row in connection.execute(ordered))


def _donations(connection: Connection, period: Period) -> tuple[DonationFact, ...]:
    chosen = (
        select(
            donation.c.id, sponsor.c.name, donation.c.amount, donation.c.in_kind, donation.c.event_id,
            func.coalesce(event.c.title, ""), donation.c.document, donation.c.received_on,
        )
        .join(sponsor, sponsor.c.id == donation.c.sponsor_id)
        .outerjoin(event, event.c.id == donation.c.event_id)
        .where(donation.c.received_on.between(period.first, period.last), donation.c.binned_at.is_(None))
        .order_by(donation.c.received_on, donation.c.id)
    )  # fmt: skip
    return tuple(DonationFact(*row) for row in connection.execute(chosen))


def latest(connection: Connection, today: date, start: YearStart) -> int | None:
    """When the newest academic year of which there is something to report began, that of today or one before it; None
    on an empty desk."""
    columns = (event.c.starts_on, leadership_meeting.c.held_on, measure.c.taken_on, donation.c.received_on)
    newest = [
        connection.execute(select(func.max(each)).where(each <= today, each.table.c.binned_at.is_(None))).scalar()
        for each in columns
    ]
    years = [academic_year(day, start).first.year for day in newest if day is not None]
    running = academic_year(today, start).first.year
    planned = select(func.max(plan.c.year)).where(plan.c.year <= running, plan.c.binned_at.is_(None))
    of_plans = connection.execute(planned.where(plan.c.id.in_(select(plan_row.c.plan_id)))).scalar()
    return max((*years, *([of_plans] if of_plans is not None else [])), default=None)


def every(connection: Connection) -> list[Report]:
    """All reports kept."""
    chosen = select(report.c.id).where(report.c.binned_at.is_(None)).order_by(report.c.id)
    return lines(connection, connection.execute(chosen).scalars().all())


def lines(connection: Connection, wanted: Sequence[int]) -> list[Report]:
    """These reports in the order given, with their written parts."""
    names = [column for column in report.c if column.name != "binned_at"]
    chosen = select(*names, func.coalesce(plan.c.title, "").label("plan")).outerjoin(
        plan, plan.c.id == report.c.plan_id
    )
    texts: dict[int, dict[Part, str]] = {}
    for row in connection.execute(select(report_text).where(report_text.c.report_id.in_(list(wanted)))).mappings():
        if row["text"]:
            texts.setdefault(row["report_id"], {})[Part(row["section"])] = row["text"]
    found = {
        row["id"]: Report(**{
            **row,
            "kind": ReportKind(row["kind"]),
            "state": ReportState(row["state"]),
            "texts": texts.get(row["id"], {}),
        })
        for row in connection.execute(chosen.where(report.c.id.in_(list(wanted)))).mappings()
    }
    return [found[number] for number in wanted if number in found]


def plans(connection: Connection) -> list[tuple[int, str]]:
    """Id and title of every plan, the newest year first."""
    chosen = select(plan.c.id, plan.c.title).where(plan.c.binned_at.is_(None))
    rows = connection.execute(chosen.order_by(plan.c.year.desc(), plan.c.title_sort, plan.c.id))
    return [(row[0], row[1]) for row in rows]


def yearly(connection: Connection, year: int) -> int | None:
    """The id of the report of an academic year; None when it was not begun."""
    chosen = select(report.c.id).where(
        report.c.kind == ReportKind.YEARLY.value, report.c.year == year, report.c.binned_at.is_(None)
    )
    return connection.execute(chosen.order_by(report.c.id)).scalars().first()


def text_id(connection: Connection, report_id: int, part: Part) -> int | None:
    chosen = select(report_text.c.id).where(report_text.c.report_id == report_id, report_text.c.section == part.value)
    return connection.execute(chosen).scalar()
