"""How plans and their papers are told apart: kinds, approaches, states of versions and of approvals."""

from __future__ import annotations

from enum import StrEnum

from altdesk.domain.bodies import BodyKind
from altdesk.domain.marking import N_


class PlanKind(StrEnum):
    GOVERNMENT = "government"
    CLUB = "club"
    CIRCLE = "circle"
    SECTION = "section"
    YOUTH = "youth"
    INSTITUTE = "institute"


PLAN_KIND_NAMES = {
    PlanKind.GOVERNMENT: N_("Plan of the student government"),
    PlanKind.CLUB: N_("Plan of a student club"),
    PlanKind.CIRCLE: N_("Plan of a hobby circle"),
    PlanKind.SECTION: N_("Plan of a sports section"),
    PlanKind.YOUTH: N_("Plan of work with youth"),
    PlanKind.INSTITUTE: N_("Upbringing plan of an institute"),
}
OF_BODY = {
    PlanKind.GOVERNMENT: BodyKind.STUDENT_GOVERNMENT,
    PlanKind.CLUB: BodyKind.STUDENT_CLUB,
    PlanKind.CIRCLE: BodyKind.HOBBY_CIRCLE,
    PlanKind.SECTION: BodyKind.SPORTS_SECTION,
}


class Approach(StrEnum):
    """How the programme of a plan is made (§5.5.3)."""

    NONE = ""
    DIRECTIONS = "directions"
    CULTURE = "culture"
    VALUES = "values"


APPROACH_NAMES = {
    Approach.NONE: N_("not chosen"),
    Approach.DIRECTIONS: N_("First: directions of upbringing"),
    Approach.CULTURE: N_("Second: basic culture"),
    Approach.VALUES: N_("Third: values"),
}


class VersionState(StrEnum):
    DRAFT = "draft"
    ON_APPROVAL = "on_approval"
    RETURNED = "returned"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


VERSION_STATE_NAMES = {
    VersionState.DRAFT: N_("Draft of a plan"),
    VersionState.ON_APPROVAL: N_("On approval"),
    VersionState.RETURNED: N_("Returned for rework"),
    VersionState.APPROVED: N_("Approved"),
    VersionState.SUPERSEDED: N_("Replaced by a newer version"),
}
EDITABLE = frozenset({VersionState.DRAFT, VersionState.RETURNED})


class ApprovalRole(StrEnum):
    AGREES = "agrees"
    CONSENTS = "consents"
    APPROVES = "approves"


ROLE_NAMES = {
    ApprovalRole.AGREES: N_("agrees"),
    ApprovalRole.CONSENTS: N_("gives consent"),
    ApprovalRole.APPROVES: N_("approves"),
}


class ApprovalState(StrEnum):
    WAITING = "waiting"
    WITH_THEM = "with_them"
    GIVEN = "given"
    RETURNED = "returned"


APPROVAL_STATE_NAMES = {
    ApprovalState.WAITING: N_("its turn is to come"),
    ApprovalState.WITH_THEM: N_("the paper is there"),
    ApprovalState.GIVEN: N_("given"),
    ApprovalState.RETURNED: N_("returned"),
}


class Outcome(StrEnum):
    """How a paper came back from somebody; empty while it is there."""

    NONE = ""
    GIVEN = "given"
    RETURNED = "returned"
    TAKEN_BACK = "taken_back"


OUTCOME_NAMES = {
    Outcome.NONE: N_("still there"),
    Outcome.GIVEN: N_("given"),
    Outcome.RETURNED: N_("returned for rework"),
    Outcome.TAKEN_BACK: N_("the paper was taken back"),
}
