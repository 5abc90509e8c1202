"""The rules a desk works by, chosen once in the settings: when years begin, how minutes are numbered and decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from altdesk.domain.academic_year import YearStart
from altdesk.domain.marking import N_


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

    @property
    def year_start(self) -> YearStart:
        """The day on which academic years begin."""
        return YearStart(self.year_starts_month, self.year_starts_day)
