"""How circles, clubs, sections and initiatives are assessed (§6): criteria, and points for each of them.

An assessment keeps its criteria as they were worded on its day; changing them later changes no assessment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from altdesk.domain.academic_year import Period
from altdesk.domain.bodies import BODY_KIND_NAMES
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.twins import Name, twin

INITIATIVE = "initiative"
KIND_NAMES: dict[str, str] = {kind.value: name for kind, name in BODY_KIND_NAMES.items()}
KIND_NAMES[INITIATIVE] = N_("Initiative")
MOST_POINTS = 1000
MOST_MEMBERS = 100_000


@dataclass(frozen=True)
class CriterionDraft:
    """A criterion as typed, with its points at most."""

    title: str = ""
    most: int | None = 10


@dataclass(frozen=True)
class Criterion(CriterionDraft):
    id: int = 0
    ordinal: int = 0


@dataclass(frozen=True)
class Score:
    """Points for a criterion as it was worded; None is not yet said."""

    criterion: str
    most: int
    points: int | None = None


@dataclass(frozen=True)
class ClubAssessmentDraft:
    """An assessment as typed. `body` is the name of a body of the desk, or of an initiative that is none."""

    body: str = ""
    assessed_on: date | None = None
    assessed_by: str = ""
    members: int | None = None
    scores: tuple[Score, ...] = ()
    conclusion: str = ""
    note: str = ""


@dataclass(frozen=True)
class ClubAssessment(ClubAssessmentDraft):
    """A kept assessment: the name and kind of the body as they were, and its points of so many at most."""

    id: int = 0
    body_id: int | None = None
    kind: str = INITIATIVE
    points: int = 0
    most: int = 0
    body_ru: str = ""

    @property
    def in_both(self) -> Name:
        """The name of the body for a paper, as it was."""
        return twin(self.body, self.body_ru)

    @property
    def percent(self) -> int:
        """Points of the most there could be, in whole per cent; halves go up."""
        return (200 * self.points + self.most) // (2 * self.most) if self.most else 0


@dataclass(frozen=True)
class ClubAssessmentsQuery:
    """Which assessments are listed; with `newest_only` the newest of each body."""

    text: str = ""
    sort: str = "assessed_on"  # assessed_on, body, points, members
    descending: bool = True
    period: Period | None = None
    kind: str | None = None
    newest_only: bool = False


@dataclass(frozen=True)
class AssessmentTotals:
    """Assessments counted, of how many bodies, and the mean of their per cent."""

    count: int = 0
    bodies: int = 0
    percent: int = 0


def totals(assessments: Iterable[ClubAssessment]) -> AssessmentTotals:
    every = tuple(assessments)
    bodies = {(each.body_id, "" if each.body_id else each.body) for each in every}
    mean = round(sum(each.percent for each in every) / len(every)) if every else 0
    return AssessmentTotals(len(every), len(bodies), mean)


def blank_scores(criteria: Iterable[Criterion]) -> tuple[Score, ...]:
    """What a new assessment has to say of each criterion there is now."""
    return tuple(Score(each.title, each.most or 0) for each in criteria)


def check_criterion(draft: CriterionDraft) -> None:
    if not draft.title:
        raise Refusal(N_("Type the criterion."), field="title")
    if draft.most is None or not 1 <= draft.most <= MOST_POINTS:
        raise Refusal(N_("The greatest number of points is between 1 and %(most)s."), field="most", most=MOST_POINTS)


def check_assessment(draft: ClubAssessmentDraft, today: date) -> None:
    """Refuse what cannot be, of a draft whose texts are clean."""
    if not draft.body:
        raise Refusal(N_("Choose whom you assess."), field="body")
    if draft.assessed_on is None:
        raise Refusal(N_("Type the day of the assessment."), field="assessed_on")
    if draft.assessed_on > today:
        raise Refusal(N_("The day of the assessment lies ahead."), field="assessed_on")
    if draft.members is not None and not 0 <= draft.members <= MOST_MEMBERS:
        raise Refusal(N_("So many members cannot be."), field="members")


def marked(scores: Iterable[Score]) -> tuple[int, int]:
    """The points together, and the most there could be.

    Refused without criteria, and where points are missing or beyond the most.
    """
    every = tuple(scores)
    if not every:
        raise Refusal(N_("There are no criteria yet. Add them first: menu, Criteria."), field="scores")
    for each in every:
        if each.points is None:
            raise Refusal(N_("Give points for “%(criterion)s”."), field="scores", criterion=each.criterion)
        if not 0 <= each.points <= each.most:
            sentence = N_("Points for “%(criterion)s” are between 0 and %(most)s.")
            raise Refusal(sentence, field="scores", criterion=each.criterion, most=each.most)
    return sum(each.points or 0 for each in every), sum(each.most for each in every)
