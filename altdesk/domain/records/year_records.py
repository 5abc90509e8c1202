"""What the yearly report is made of: sponsors, leadership meetings, measures, assessments of clubs (§6)."""

from __future__ import annotations

from altdesk.domain.leadership import AUDIENCE_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.measures import CONDITIONS_NAMES
from altdesk.domain.records.table import Table

SPONSORS = {
    "sponsor": Table(
        N_("Sponsor"), N_("Sponsors"), ("name",), opens="sponsor", bin=True, fields={"contacts": N_("Contacts")}
    ),
    "donation": Table(
        N_("Sponsor's funds"),
        N_("Sponsors' funds"),
        ("sponsor_id", "received_on"),
        opens="donation",
        bin=True,
        fields={
            "sponsor_id": N_("Sponsor"),
            "event_id": N_("Event"),
            "received_on": N_("Received on"),
            "amount": N_("Sum, tiyn"),
            "in_kind": N_("Help in kind"),
            "document": N_("Supporting document"),
            "document_on": N_("Day of the document"),
        },
    ),
}
LEADERSHIP = {
    "leadership_meeting": Table(
        N_("Leadership meeting"),
        N_("Leadership meetings"),
        ("held_on", "leader"),
        opens="leadership_meeting",
        bin=True,
        fields={
            "held_on": N_("Met on"),
            "audience": N_("With whom"),
            "leader": N_("Of the leadership"),
            "leader_post": N_("Post of the leader"),
            "leader_id": N_("Of the leadership, in the register"),
            "place": N_("Where"),
            "participants": N_("Participants"),
            "topic": N_("Topic"),
        },
        values={"audience": AUDIENCE_NAMES},
    ),
    "raised_issue": Table(
        N_("Issue raised"),
        called=("issue",),
        of=("leadership_meeting", "meeting_id"),
        fields={
            "meeting_id": N_("Leadership meeting"),
            "issue": N_("Issue raised"),
            "answer": N_("Answer"),
            "responsible": N_("Responsible"),
            "due_on": N_("Due on"),
            "settled_on": N_("Settled on"),
        },
    ),
}
MEASURES = {
    "measure": Table(
        N_("Improvement measure"),
        N_("Improvement measures"),
        ("title",),
        opens="measure",
        bin=True,
        fields={
            "unit": N_("Institute"),
            "conditions": N_("Which conditions"),
            "taken_on": N_("Done on"),
            "cost": N_("Cost, tiyn"),
            "responsible": N_("Responsible"),
            "result": N_("Result"),
        },
        values={"conditions": CONDITIONS_NAMES},
    ),
}
ASSESSMENTS = {
    "criterion": Table(N_("Criterion"), N_("Criteria"), ("title",), bin=True, fields={"most": N_("Points at most")}),
    "club_assessment": Table(
        N_("Assessment of a club"),
        N_("Assessments of clubs"),
        ("body_name", "assessed_on"),
        opens="club_assessment",
        bin=True,
        fields={
            "body_name": N_("Whom"),
            "assessed_on": N_("Assessed on"),
            "assessed_by": N_("Assessed by"),
            "members": N_("Members"),
            "points": N_("Points"),
            "most": N_("Points at most"),
            "conclusion": N_("Conclusion"),
        },
    ),
    "club_score": Table(
        N_("Points for a criterion"),
        called=("criterion",),
        of=("club_assessment", "assessment_id"),
        fields={
            "assessment_id": N_("Assessment of a club"),
            "criterion": N_("Criterion"),
            "points": N_("Points"),
            "most": N_("Points at most"),
        },
    ),
}
TABLES = {**SPONSORS, **LEADERSHIP, **MEASURES, **ASSESSMENTS}
