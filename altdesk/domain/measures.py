"""Measures that better the conditions of study and life, by institute (§6): what was done, when, at what cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from altdesk.domain.academic_year import Period
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.money import total


class Conditions(StrEnum):
    """Which conditions a measure betters."""

    STUDY = "study"
    LIVING = "living"


CONDITIONS_NAMES = {Conditions.STUDY: N_("Conditions of study"), Conditions.LIVING: N_("Living conditions")}


@dataclass(frozen=True)
class MeasureDraft:
    """A measure as typed: `unit` is the institute as it is called, empty for the whole university. A cost of None is
    not said; 0 is none."""

    title: str = ""
    unit: str = ""
    conditions: Conditions = Conditions.STUDY
    taken_on: date | None = None
    cost: Decimal | None = None
    responsible: str = ""
    result: str = ""
    note: str = ""


@dataclass(frozen=True)
class Measure(MeasureDraft):
    """A kept measure."""

    id: int = 0
    unit_id: int | None = None


@dataclass(frozen=True)
class MeasuresQuery:
    """Which measures are listed; `unit` is the name of an institute as it stands in the list."""

    text: str = ""
    sort: str = "unit"  # unit, title, taken_on, cost, conditions
    descending: bool = False
    period: Period | None = None
    unit: str | None = None
    conditions: Conditions | None = None


@dataclass(frozen=True)
class UnitMeasures:
    """The measures of one institute; an empty name is the whole university."""

    unit: str
    measures: tuple[Measure, ...]

    @property
    def cost(self) -> Decimal:
        return cost_of(self.measures)

    def of(self, conditions: Conditions) -> tuple[Measure, ...]:
        return tuple(each for each in self.measures if each.conditions is conditions)


@dataclass(frozen=True)
class MeasureTotals:
    """Measures counted; `unsaid` are those whose cost nobody said."""

    count: int = 0
    study: int = 0
    living: int = 0
    cost: Decimal = Decimal("0.00")
    unsaid: int = 0


def cost_of(measures: Iterable[Measure]) -> Decimal:
    """What these measures cost, as far as it is said."""
    return total(each.cost for each in measures if each.cost is not None)


def totals(measures: Iterable[Measure]) -> MeasureTotals:
    every = tuple(measures)
    study = sum(each.conditions is Conditions.STUDY for each in every)
    unsaid = sum(each.cost is None for each in every)
    return MeasureTotals(len(every), study, len(every) - study, cost_of(every), unsaid)


def by_unit(measures: Iterable[Measure]) -> tuple[UnitMeasures, ...]:
    """Measures that stand in the order of their institutes, grouped by them."""
    grouped = groupby(measures, key=lambda each: each.unit)
    return tuple(UnitMeasures(unit, tuple(members)) for unit, members in grouped)


def check_measure(draft: MeasureDraft, today: date) -> None:
    """Refuse what cannot be, of a draft whose texts are clean."""
    if not draft.title:
        raise Refusal(N_("Type what was done."), field="title")
    if draft.taken_on is None:
        raise Refusal(N_("Type the day on which it was done."), field="taken_on")
    if draft.taken_on > today:
        raise Refusal(N_("This day lies ahead. Enter the measure when it has been taken."), field="taken_on")
