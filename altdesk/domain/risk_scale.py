"""The scale risks are measured on (§7): likelihood times impact, and from which product on the level is which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_


class Level(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


LEVEL_NAMES = {Level.LOW: N_("Low"), Level.MEDIUM: N_("Medium"), Level.HIGH: N_("High")}
RANKS = {Level.LOW: 1, Level.MEDIUM: 2, Level.HIGH: 3}
STEP_NAMES = {
    3: (N_("low"), N_("medium"), N_("high")),
    4: (N_("low"), N_("medium"), N_("high"), N_("very high")),
    5: (N_("very low"), N_("low"), N_("medium"), N_("high"), N_("very high")),
}


@dataclass(frozen=True)
class RiskScale:
    """Likelihood and impact go from 1 to `steps`; products from `medium_from` on are medium, from `high_from` high."""

    steps: int = 5
    medium_from: int = 5
    high_from: int = 12

    @property
    def most(self) -> int:
        """The greatest product."""
        return self.steps * self.steps

    def level(self, likelihood: int, impact: int) -> Level:
        """The level of a risk. Refused for what is not on the scale."""
        for field, value in (("likelihood", likelihood), ("impact", impact)):
            if not 1 <= value <= self.steps:
                raise Refusal(N_("The scale goes from 1 to %(steps)s."), field=field, steps=self.steps)
        product = likelihood * impact
        if product >= self.high_from:
            return Level.HIGH
        return Level.MEDIUM if product >= self.medium_from else Level.LOW

    def check(self) -> None:
        """Refused for a scale on which some level can never come out."""
        if self.steps not in STEP_NAMES:
            raise Refusal(N_("The scale has 3, 4 or 5 steps."), field="risk_steps")
        if not 2 <= self.medium_from < self.most:
            raise Refusal(
                N_("Medium begins somewhere between 2 and %(most)s."), field="risk_medium_from", most=self.most - 1
            )
        if not self.medium_from < self.high_from <= self.most:
            sentence = N_("High begins above %(medium)s and not above %(most)s.")
            raise Refusal(sentence, field="risk_high_from", medium=self.medium_from, most=self.most)

    def bounds(self, level: Level) -> tuple[int, int]:
        """The smallest and the greatest product of a level."""
        return {
            Level.LOW: (1, self.medium_from - 1),
            Level.MEDIUM: (self.medium_from, self.high_from - 1),
            Level.HIGH: (self.high_from, self.most),
        }[level]


USUAL_SCALES = {3: RiskScale(3, 3, 6), 4: RiskScale(4, 4, 9), 5: RiskScale(5, 5, 12)}
