"""`altdesk list|print|export sponsors|leadership|measures|assessments`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as export_answers
from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.academic_year import Period
from altdesk.domain.club_assessments import KIND_NAMES, ClubAssessment, ClubAssessmentsQuery
from altdesk.domain.leadership import AUDIENCE_NAMES, LeadershipMeeting, LeadershipQuery
from altdesk.domain.marking import N_
from altdesk.domain.measures import CONDITIONS_NAMES, Measure, MeasuresQuery
from altdesk.domain.money import money, number
from altdesk.domain.sponsors import Donation, DonationsQuery
from altdesk.services import club_assessments, exporting_year, leadership, measures, printing, sponsors, year_records
from altdesk.services.papers import year_records as papers
from altdesk.services.papers.paper import Paper


def list_sponsors(desk: Desk, asked: Namespace) -> Answer:
    """What sponsors gave, the newest first; the total stands under the list."""
    query = DonationsQuery(text=asked.search, period=_listed_year(desk, asked))
    found = sponsors.lines(desk, sponsors.ids(desk, query))
    heads = (N_("Sponsor"), N_("Sum"), N_("Help in kind"), N_("Event"), N_("Supporting document"), N_("Received on"))
    rows = (
        (each.sponsor, money(each.amount) if each.amount else "", each.in_kind, each.event, each.document,
         each.received_on)
        for each in found
    )  # fmt: skip
    total = desk.say(N_("Total: %(amount)s"), amount=money(sponsors.totals(desk, query).amount))
    return Answer([donation_data(each) for each in found], [*table([desk.say(head) for head in heads], rows), total])


def donation_data(each: Donation) -> dict[str, Any]:
    """`amount` is a number in tenge, exact to the tiyn; 0 where help was in kind only."""
    names = ("event", "event_on", "document", "document_on", "received_on", "note", "in_kind")
    own = {"id": each.id, "sponsor": each.sponsor, "amount": number(each.sum)}
    return own | {name: getattr(each, name) for name in names}


def list_leadership(desk: Desk, asked: Namespace) -> Answer:
    """The leadership's meetings, the newest first."""
    query = LeadershipQuery(text=asked.search, period=_listed_year(desk, asked))
    found = leadership.lines(desk, leadership.ids(desk, query))
    heads = (N_("Met on"), N_("Of the leadership"), N_("With whom"), N_("Participants"), N_("Topic"), N_("Settled"))
    rows = (
        (
            each.held_on, each.leader.full_name, desk.say(AUDIENCE_NAMES[each.audience]), each.participants, each.topic,
            f"{each.settled}/{len(each.issues)}",
        )
        for each in found
    )  # fmt: skip
    return Answer([meeting_data(each) for each in found], table([desk.say(head) for head in heads], rows))


def meeting_data(each: LeadershipMeeting) -> dict[str, Any]:
    names = ("id", "held_on", "leader_post", "place", "participants", "topic", "unit", "note")
    raised = ("issue", "answer", "responsible", "due_on", "settled_on")
    issues = [{name: getattr(issue, name) for name in raised} for issue in each.issues]
    who = {"leader": each.leader.full_name, "audience": each.audience.value, "issues": issues}
    return {name: getattr(each, name) for name in names} | who


def list_measures(desk: Desk, asked: Namespace) -> Answer:
    """Measures by institute; the cost of all stands under the list."""
    query = MeasuresQuery(text=asked.search, period=_listed_year(desk, asked))
    found = measures.lines(desk, measures.ids(desk, query))
    heads = (
        N_("Institute"),
        N_("Which conditions"),
        N_("Improvement measure"),
        N_("Done on"),
        N_("Cost"),
        N_("Result"),
    )
    rows = (
        (
            each.unit, desk.say(CONDITIONS_NAMES[each.conditions]), each.title, each.taken_on,
            "" if each.cost is None else money(each.cost), each.result,
        )
        for each in found
    )  # fmt: skip
    total = desk.say(N_("Total: %(amount)s"), amount=money(measures.totals(desk, query).cost))
    return Answer([measure_data(each) for each in found], [*table([desk.say(head) for head in heads], rows), total])


def measure_data(each: Measure) -> dict[str, Any]:
    """`cost` is a number in tenge, null where it is not said; `unit` is empty for the whole university."""
    names = ("id", "unit", "title", "taken_on", "responsible", "result", "note")
    cost = None if each.cost is None else number(each.cost)
    return {name: getattr(each, name) for name in names} | {"conditions": each.conditions.value, "cost": cost}


def list_assessments(desk: Desk, asked: Namespace) -> Answer:
    """Assessments, the newest first."""
    query = ClubAssessmentsQuery(text=asked.search, period=_listed_year(desk, asked))
    found = club_assessments.lines(desk, club_assessments.ids(desk, query))
    heads = (N_("Whom"), N_("Kind"), N_("Assessed on"), N_("Members"), N_("Points"), N_("Per cent"), N_("Conclusion"))
    rows = (
        (
            each.body, desk.say(KIND_NAMES[each.kind]), each.assessed_on, each.members, f"{each.points}/{each.most}",
            each.percent, each.conclusion,
        )
        for each in found
    )  # fmt: skip
    return Answer([assessment_data(each) for each in found], table([desk.say(head) for head in heads], rows))


def assessment_data(each: ClubAssessment) -> dict[str, Any]:
    names = ("id", "body", "kind", "assessed_on", "assessed_by", "members", "points", "most", "percent", "conclusion")
    scores = [{"criterion": score.criterion, "points": score.points, "most": score.most} for score in each.scores]
    return {name: getattr(each, name) for name in names} | {"note": each.note, "scores": scores}


def print_sponsors(desk: Desk, asked: Namespace) -> Answer:
    """The sponsors' list of an academic year."""
    query = DonationsQuery(period=_paper_year(desk, asked, "sponsors"), descending=False)
    return _saved(desk, asked, papers.sponsors_list(desk, query))


def print_leadership(desk: Desk, asked: Namespace) -> Answer:
    """The leadership's meetings of an academic year."""
    query = LeadershipQuery(period=_paper_year(desk, asked, "leadership"), descending=False)
    return _saved(desk, asked, papers.leadership_meetings(desk, query))


def print_measures(desk: Desk, asked: Namespace) -> Answer:
    """The measures of an academic year, by institute."""
    query = MeasuresQuery(period=_paper_year(desk, asked, "measures"))
    return _saved(desk, asked, papers.improvement_measures(desk, query))


def print_assessments(desk: Desk, asked: Namespace) -> Answer:
    """The newest assessment of each body in an academic year, or the sheet of one assessment."""
    if asked.id is not None:
        return _saved(desk, asked, papers.assessment_sheet(desk, asked.id))
    period = _paper_year(desk, asked, "club_assessments")
    query = ClubAssessmentsQuery(period=period, newest_only=True, sort="body", descending=False)
    return _saved(desk, asked, papers.assessments_list(desk, query))


def export_sponsors(desk: Desk, asked: Namespace) -> Answer:
    return export_answers.answer(desk, exporting_year.sponsors(desk, Path(asked.file)))


def export_leadership(desk: Desk, asked: Namespace) -> Answer:
    return export_answers.answer(desk, exporting_year.leadership(desk, Path(asked.file)))


def export_measures(desk: Desk, asked: Namespace) -> Answer:
    return export_answers.answer(desk, exporting_year.measures(desk, Path(asked.file)))


def export_assessments(desk: Desk, asked: Namespace) -> Answer:
    return export_answers.answer(desk, exporting_year.club_assessments(desk, Path(asked.file)))


def _listed_year(desk: Desk, asked: Namespace) -> Period | None:
    return None if asked.year is None else year_records.called(desk, asked.year)


def _paper_year(desk: Desk, asked: Namespace, area: str) -> Period:
    return year_records.latest(desk, area) if asked.year is None else year_records.called(desk, asked.year)


def _saved(desk: Desk, asked: Namespace, paper: Paper) -> Answer:
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))
