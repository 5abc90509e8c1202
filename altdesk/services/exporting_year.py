"""Sponsors' funds, leadership meetings, measures and assessments as workbooks; sums are numbers there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.club_assessments import KIND_NAMES, ClubAssessmentsQuery
from altdesk.domain.leadership import AUDIENCE_NAMES, Issue, LeadershipQuery
from altdesk.domain.marking import N_
from altdesk.domain.measures import CONDITIONS_NAMES, MeasuresQuery
from altdesk.domain.money import number
from altdesk.domain.sponsors import DonationsQuery
from altdesk.services import club_assessments as assessments_service
from altdesk.services import leadership as leadership_service
from altdesk.services import measures as measures_service
from altdesk.services import sponsors as sponsors_service
from altdesk.services.exporting import Exported, write_list

NO_ISSUE = Issue()


def sponsors(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """Donations in the order given; without ids all of them."""
    wanted = sponsors_service.ids(desk, DonationsQuery()) if ids is None else ids
    heads = (
        (N_("Sponsor"), 36),
        (N_("Sum, ₸"), 16),
        (N_("Help in kind"), 36),
        (N_("Event"), 44),
        (N_("Supporting document"), 24),
        (N_("Day of the document"), 16),
        (N_("Received on"), 14),
        (N_("Note"), 30),
    )
    rows = (
        (
            each.sponsor, number(each.sum), each.in_kind, each.event, each.document, each.document_on,
            each.received_on, each.note,
        )
        for each in sponsors_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Sponsors' funds")), heads, rows)


def leadership(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """Meetings in the order given, a row for each issue raised; without ids all of them."""
    wanted = leadership_service.ids(desk, LeadershipQuery()) if ids is None else ids
    heads = (
        (N_("Met on"), 12),
        (N_("Of the leadership"), 34),
        (N_("Post"), 34),
        (N_("With whom"), 22),
        (N_("Unit"), 30),
        (N_("Where"), 20),
        (N_("Participants"), 12),
        (N_("Topic"), 40),
        (N_("Issue raised"), 50),
        (N_("Answer"), 50),
        (N_("Responsible"), 28),
        (N_("Due on"), 12),
        (N_("Settled on"), 12),
    )
    rows = (
        (
            each.held_on, each.leader.full_name, each.leader_post, desk.say(AUDIENCE_NAMES[each.audience]), each.unit,
            each.place, each.participants, each.topic, issue.issue, issue.answer, issue.responsible, issue.due_on,
            issue.settled_on,
        )
        for each in leadership_service.lines(desk, wanted)
        for issue in each.issues or (NO_ISSUE,)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Leadership meetings")), heads, rows)


def measures(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """Measures in the order given; without ids all of them, by institute."""
    wanted = measures_service.ids(desk, MeasuresQuery()) if ids is None else ids
    heads = (
        (N_("Institute"), 36),
        (N_("Which conditions"), 18),
        (N_("Improvement measure"), 50),
        (N_("Done on"), 12),
        (N_("Cost, ₸"), 16),
        (N_("Responsible"), 28),
        (N_("Result"), 40),
        (N_("Note"), 30),
    )
    rows = (
        (
            each.unit, desk.say(CONDITIONS_NAMES[each.conditions]), each.title, each.taken_on,
            None if each.cost is None else number(each.cost), each.responsible, each.result, each.note,
        )
        for each in measures_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Improvement measures")), heads, rows)


def club_assessments(desk: Desk, out: Path, ids: Sequence[int] | None = None) -> Exported:
    """Assessments in the order given; without ids all of them, the newest first."""
    wanted = assessments_service.ids(desk, ClubAssessmentsQuery()) if ids is None else ids
    heads = (
        (N_("Whom"), 40),
        (N_("Kind"), 20),
        (N_("Assessed on"), 14),
        (N_("Assessed by"), 28),
        (N_("Members"), 10),
        (N_("Points"), 10),
        (N_("Points at most"), 14),
        (N_("Per cent"), 10),
        (N_("Conclusion"), 60),
    )
    rows = (
        (
            each.body, desk.say(KIND_NAMES[each.kind]), each.assessed_on, each.assessed_by, each.members, each.points,
            each.most, each.percent, each.conclusion,
        )
        for each in assessments_service.lines(desk, wanted)
    )  # fmt: skip
    return write_list(desk, out, desk.say(N_("Assessments of clubs")), heads, rows)
