"""The rules a desk works by, chosen once in the settings: its years, its minutes, the scale of its risks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from altdesk.domain.academic_year import YearStart
from altdesk.domain.marking import N_
from altdesk.domain.risk_scale import RiskScale


class Numbering(StrEnum):
    """The period within which the minutes of a body are numbered."""

    ACADEMIC_YEAR = "academic_year"
    CALENDAR_YEAR = "calendar_year"


class TieRule(StrEnum):
    """What holds when as many vote for as against."""

    REJECTED = "rejected"
    CHAIR_DECIDES = "chair_decides"  # the chair's vote counts for two


class ResolvedVerb(StrEnum):
    """The word over the decisions of minutes."""

    RESOLVED = "resolved"  # ҚАУЛЫ ЕТТІ / ПОСТАНОВИЛИ
    DECIDED = "decided"  # ШЕШТІ / РЕШИЛИ


NUMBERING_NAMES = {Numbering.ACADEMIC_YEAR: N_("Academic year"), Numbering.CALENDAR_YEAR: N_("Calendar year")}
TIE_NAMES = {TieRule.REJECTED: N_("Not adopted"), TieRule.CHAIR_DECIDES: N_("The chair's vote decides")}
VERB_NAMES = {ResolvedVerb.RESOLVED: N_("RESOLVED"), ResolvedVerb.DECIDED: N_("DECIDED")}


@dataclass(frozen=True)
class Rules:
    """Each field is one setting of the desk."""

    year_starts_month: int = 9
    year_starts_day: int = 1
    minutes_numbering: Numbering = Numbering.ACADEMIC_YEAR
    tie_rule: TieRule = TieRule.REJECTED
    resolved_verb: ResolvedVerb = ResolvedVerb.RESOLVED
    risk_steps: int = 5
    risk_medium_from: int = 5
    risk_high_from: int = 12

    @property
    def year_start(self) -> YearStart:
        """The day on which academic years begin."""
        return YearStart(self.year_starts_month, self.year_starts_day)

    @property
    def risk_scale(self) -> RiskScale:
        """The scale on which risks are assessed from now on."""
        return RiskScale(self.risk_steps, self.risk_medium_from, self.risk_high_from)
