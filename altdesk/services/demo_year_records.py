"""The sample desk's sponsors, leadership meetings, measures and assessments of the last academic year and this one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.academic_year import Period, YearStart, academic_year, academic_year_of
from altdesk.domain.club_assessments import ClubAssessmentDraft, ClubAssessmentsQuery, CriterionDraft, blank_scores
from altdesk.domain.leadership import Audience, IssueDraft, LeadershipDraft
from altdesk.domain.marking import N_
from altdesk.domain.measures import Conditions, MeasureDraft
from altdesk.domain.minutes import Named
from altdesk.domain.money import parse_money
from altdesk.domain.sponsors import DonationDraft, SponsorDraft
from altdesk.services import club_assessments, criteria, leadership, measures, organisation, rules, sponsors, units
from altdesk.services.papers import year_records as papers
from altdesk.services.papers.paper import Paper


@dataclass(frozen=True)
class Days:
    """The days of the sample: a month and day of the last academic year, or days before today."""

    today: date
    last: Period
    start: YearStart

    def of(self, told: dict[str, Any], name: str = "on", ago: str = "ago") -> date | None:
        if ago in told:
            return self.today - timedelta(told[ago])
        if name not in told:
            return None
        month, day = map(int, told[name].split("-"))
        first = date(self.last.first.year, month, day)
        return first if first >= self.last.first else date(self.last.first.year + 1, month, day)


def tell(desk: Desk, story: dict[str, Any], today: date) -> None:
    """Put them on the desk, in one step a kind; a donation is for the event of its title where there is one."""
    start = rules.get(desk).year_start
    last = academic_year_of(academic_year(today, start).first.year - 1, start)
    days = Days(today, last, start)
    _donations(desk, story, days)
    _meetings(desk, story, days)
    _measures(desk, story, days)
    _assessments(desk, story, days)


def _donations(desk: Desk, story: dict[str, Any], days: Days) -> None:
    with desk.step(N_("Sample sponsors' funds")) as step:
        for each in story["donation"]:
            amount = parse_money(each["amount"]) if "amount" in each else None
            draft = DonationDraft(
                each["sponsor"], amount, each.get("in_kind", ""), days.of(each),
                sponsors.event_called(desk, each.get("event", "")), each.get("document", ""),
                days.of(each, "document_on", ""), each.get("note", ""),
            )  # fmt: skip
            sponsors.add(desk, draft, days.today)
        for known in sponsors.all_sponsors(desk):
            sponsors.save_sponsor(desk, known.id, SponsorDraft(known.name, story["sponsor"][known.name]))
        step.made = None
    desk.done(step)


def _meetings(desk: Desk, story: dict[str, Any], days: Days) -> None:
    heads = organisation.get(desk)
    leaders = {
        "approver": Named(heads.approver, heads.approver_post),
        "director": Named(heads.director, heads.director_post),
    }
    places = {each.name: each.id for each in units.all_units(desk)}
    with desk.step(N_("Sample leadership meetings")) as step:
        for each in story["meeting"]:
            draft = LeadershipDraft(
                days.of(each), leaders[each["leader"]], "", Audience(each["audience"]),
                places.get(each.get("unit", "")), each["place"], each["participants"], each["topic"],
            )  # fmt: skip
            leadership.add(desk, draft, [_issue(told, days) for told in each.get("issues", ())], days.today)
        step.made = None
    desk.done(step)


def _issue(told: dict[str, Any], days: Days) -> IssueDraft:
    due, settled = days.of(told, "due", "due_ago"), days.of(told, "settled", "settled_ago")
    return IssueDraft(told["issue"], told["answer"], told["responsible"], due, settled)


def _measures(desk: Desk, story: dict[str, Any], days: Days) -> None:
    with desk.step(N_("Sample measures")) as step:
        for each in story["measure"]:
            cost = parse_money(each["cost"]) if "cost" in each else None
            draft = MeasureDraft(
                each["title"], each.get("unit", ""), Conditions(each["conditions"]), days.of(each), cost,
                each.get("responsible", ""), each.get("result", ""),
            )  # fmt: skip
            measures.add(desk, draft, days.today)
        step.made = None
    desk.done(step)


def _assessments(desk: Desk, story: dict[str, Any], days: Days) -> None:
    by = organisation.get(desk).secretary
    with desk.step(N_("Sample assessments")) as step:
        for each in story["criterion"]:
            criteria.add(desk, CriterionDraft(each["title"], each["most"]))
        blank = blank_scores(criteria.all_criteria(desk))
        for each in story["assessment"]:
            scores = tuple(replace(score, points=got) for score, got in zip(blank, each["points"], strict=True))
            draft = ClubAssessmentDraft(
                each["body"], days.of(each), by, each.get("members"), scores, each.get("conclusion", "")
            )
            club_assessments.add(desk, draft, days.today)
        step.made = None
    desk.done(step)


def printed(desk: Desk) -> dict[str, Callable[[], Paper]]:
    """How a paper of each form about the year's records is made, by the form's code."""
    first = club_assessments.ids(desk, ClubAssessmentsQuery())[0]
    return {
        "sponsors": lambda: papers.sponsors_list(desk),
        "leadership": lambda: papers.leadership_meetings(desk),
        "measures": lambda: papers.improvement_measures(desk),
        "club_assessment": lambda: papers.assessment_sheet(desk, first),
        "club_assessments": lambda: papers.assessments_list(desk),
    }
