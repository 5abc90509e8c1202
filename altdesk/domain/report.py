"""Reports (§5.6 №5, §6): the fixed sections of the yearly one, the parts a person writes, the states of the paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from altdesk.domain.academic_year import Period, YearStart, academic_year_of
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_


class ReportKind(StrEnum):
    YEARLY = "yearly"  # §6
    EXECUTION = "execution"  # of plans in a period, §5.6 №5


class ReportState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"  # by the Rector
    HEARD = "heard"  # at the Academic Council


class Section(StrEnum):
    """The sections of §6 in their order."""

    SUMMARY = "summary"
    EVENTS = "events"
    LEADERSHIP = "leadership"
    CLUBS = "clubs"
    MEASURES = "measures"
    SPONSORS = "sponsors"
    CONCLUSIONS = "conclusions"


class Part(StrEnum):
    """What a person writes, each once; beside it stand the figures of its section."""

    SUMMARY = "summary"
    RESOURCES = "resources"
    EVENTS = "events"
    EXECUTION = "execution"
    LEADERSHIP = "leadership"
    CLUBS = "clubs"
    MEASURES = "measures"
    SPONSORS = "sponsors"
    TENDENCIES = "tendencies"
    SHORTCOMINGS = "shortcomings"
    PROPOSALS = "proposals"


REPORT_KIND_NAMES = {
    ReportKind.YEARLY: N_("Yearly report"),
    ReportKind.EXECUTION: N_("Report on carrying out plans"),
}
REPORT_STATE_NAMES = {
    ReportState.DRAFT: N_("Draft report"),
    ReportState.APPROVED: N_("Approved by the Rector"),
    ReportState.HEARD: N_("Heard at the Academic Council"),
}
SECTION_NAMES = {
    Section.SUMMARY: N_("Summary and resources"),
    Section.EVENTS: N_("Events by direction"),
    Section.LEADERSHIP: N_("Meetings of the leadership"),
    Section.CLUBS: N_("Circles, clubs and sections"),
    Section.MEASURES: N_("Conditions of study and life"),
    Section.SPONSORS: N_("Funds of sponsors"),
    Section.CONCLUSIONS: N_("Conclusions and proposals"),
}
PART_NAMES = {
    Part.SUMMARY: N_("Summary"),
    Part.RESOURCES: N_("People and resources"),
    Part.EVENTS: N_("On the events"),
    Part.EXECUTION: N_("On carrying out the plans"),
    Part.LEADERSHIP: N_("On the meetings of the leadership"),
    Part.CLUBS: N_("On circles, clubs and sections"),
    Part.MEASURES: N_("On the conditions of study and life"),
    Part.SPONSORS: N_("On the funds of sponsors"),
    Part.TENDENCIES: N_("Good tendencies"),
    Part.SHORTCOMINGS: N_("Shortcomings"),
    Part.PROPOSALS: N_("Proposals"),
}
PARTS = {
    Section.SUMMARY: (Part.SUMMARY, Part.RESOURCES),
    Section.EVENTS: (Part.EVENTS, Part.EXECUTION),
    Section.LEADERSHIP: (Part.LEADERSHIP,),
    Section.CLUBS: (Part.CLUBS,),
    Section.MEASURES: (Part.MEASURES,),
    Section.SPONSORS: (Part.SPONSORS,),
    Section.CONCLUSIONS: (Part.TENDENCIES, Part.SHORTCOMINGS, Part.PROPOSALS),
}
SECTIONS = {
    ReportKind.YEARLY: tuple(Section),
    ReportKind.EXECUTION: (Section.SUMMARY, Section.EVENTS, Section.CONCLUSIONS),
}
"""The sections a report of each kind has."""


@dataclass(frozen=True)
class ReportDraft:
    """A report to be begun: the academic year `year` begins in, or the days of an execution report, `plan_id` where
    it speaks of one plan only."""

    kind: ReportKind = ReportKind.YEARLY
    year: int | None = None
    first_on: date | None = None
    last_on: date | None = None
    plan_id: int | None = None
    title: str = ""


@dataclass(frozen=True)
class Report(ReportDraft):
    """A kept report. `texts` are the parts that were written."""

    id: int = 0
    state: ReportState = ReportState.DRAFT
    plan: str = ""
    approved_on: date | None = None
    approved_by: str = ""
    approved_by_post: str = ""
    heard_on: date | None = None
    note: str = ""
    texts: dict[Part, str] = field(default_factory=dict)
    approved_by_post_ru: str = ""  # of one that was approved

    def period(self, start: YearStart) -> Period:
        """The days it speaks of, both in it."""
        return period_of(self, start)

    @property
    def locked(self) -> bool:
        return self.state is not ReportState.DRAFT


@dataclass(frozen=True)
class ReportsQuery:
    """Which reports are listed."""

    text: str = ""
    sort: str = "period"  # period, kind, title, state
    descending: bool = True
    kind: ReportKind | None = None


def period_of(draft: ReportDraft, start: YearStart) -> Period:
    """The days a report speaks of. Refused where they make no period."""
    if draft.kind is ReportKind.YEARLY:
        if draft.year is None:
            raise Refusal(N_("Choose the academic year."), field="year")
        return academic_year_of(draft.year, start)
    if draft.first_on is None:
        raise Refusal(N_("Type the first day of the period."), field="first_on")
    if draft.last_on is None:
        raise Refusal(N_("Type the last day of the period."), field="last_on")
    if draft.last_on < draft.first_on:
        sentence = N_("The period begins on %(day)s. Its last day cannot be earlier.")
        raise Refusal(sentence, field="last_on", day=short_day(draft.first_on))
    return Period(draft.first_on, draft.last_on, f"{short_day(draft.first_on)} – {short_day(draft.last_on)}")


def check_approved(on: date | None, period: Period, today: date) -> None:
    """Refuse a day on which a report cannot have been approved: none, before its period began, or still to come."""
    if on is None:
        raise Refusal(N_("Type the day on which the report was approved."), field="approved_on")
    if on > today:
        raise Refusal(N_("The report cannot have been approved after today."), field="approved_on")
    if on < period.first:
        sentence = N_("The period of the report begins on %(day)s. It cannot have been approved before.")
        raise Refusal(sentence, field="approved_on", day=short_day(period.first))


def check_heard(on: date | None, approved_on: date | None, today: date) -> None:
    """Refuse a day on which a report cannot have been heard at the Academic Council (§6)."""
    if on is None:
        raise Refusal(N_("Type the day on which the report was heard."), field="heard_on")
    if on > today:
        raise Refusal(N_("The report cannot have been heard after today."), field="heard_on")
    if approved_on is not None and on < approved_on:
        sentence = N_("The report was approved on %(day)s. It cannot have been heard before.")
        raise Refusal(sentence, field="heard_on", day=short_day(approved_on))
