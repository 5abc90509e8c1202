"""Which figures stand beside which section of a report, and what the records behind a figure are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from altdesk.domain.bodies import BodyKind
from altdesk.domain.dates import short_day
from altdesk.domain.report import Section
from altdesk.domain.report_facts import Facts
from altdesk.domain.report_figures import (
    Breakdown,
    Figure,
    Line,
    against,
    by_direction,
    by_form,
    by_kind,
    by_month,
    by_plan,
    by_sponsor,
    counted,
    key_figures,
)


@dataclass(frozen=True)
class Behind:
    """A record behind a figure, as a line of a list; `kind` opens it."""

    kind: str
    id: int
    text: str
    day: str = ""


def key_table(facts: Facts) -> Breakdown:
    """The key figures, one a line."""
    return Breakdown("year", ("all",), tuple(Line(name, (each,)) for name, each in key_figures(facts).items()))


def by_audience(facts: Facts) -> Breakdown:
    """The leadership's meetings by whom they were with."""
    return _grouped("audience", "leadership_meeting", facts.meetings, "audience")


def by_institute(facts: Facts) -> Breakdown:
    """The measures of each institute."""
    return _grouped("institute", "measure", facts.measures, "unit")


def by_assessment(facts: Facts) -> Breakdown:
    """Circles, clubs and sections by kind: there, and assessed in the period."""
    kinds = (BodyKind.HOBBY_CIRCLE, BodyKind.STUDENT_CLUB, BodyKind.SPORTS_SECTION)

    def line(clubs: list[Any]) -> tuple[Figure, ...]:
        return counted("body", clubs), counted("body", [club for club in clubs if club.assessment_id is not None])

    lines = tuple(Line(kind, line([club for club in facts.clubs if club.kind == kind])) for kind in kinds)
    return Breakdown("club", ("all", "assessed"), lines, Line("total", line(list(facts.clubs))))


def _grouped(key: str, kind: str, records: Iterable[Any], by: str) -> Breakdown:
    every = list(records)
    found: dict[str, list[Any]] = {}
    for record in every:
        found.setdefault(getattr(record, by), []).append(record)
    lines = tuple(Line(name, (counted(kind, own),)) for name, own in found.items())
    return Breakdown(key, ("all",), lines, Line("total", (counted(kind, every),)))


_BESIDE: dict[Section, tuple[Callable[[Facts], Breakdown], ...]] = {
    Section.EVENTS: (by_direction, by_form, by_kind, by_month, by_plan),
    Section.LEADERSHIP: (by_audience,),
    Section.CLUBS: (by_assessment,),
    Section.MEASURES: (by_institute,),
    Section.SPONSORS: (by_sponsor,),
}


def tables_of(section: Section, facts: Facts, before: Facts | None = None) -> tuple[Breakdown, ...]:
    """The figures that stand beside the text of a section; beside the first and the last the key figures."""
    if section in _BESIDE:
        return tuple(make(facts) for make in _BESIDE[section])
    return (against(facts, before) if before is not None else key_table(facts),)


def behind(kind: str, ids: Iterable[int], facts: Facts, before: Facts | None = None) -> list[Behind]:
    """The records of these ids, in the order given."""
    known: dict[int, Behind] = {}
    for each in (before, facts):
        if each is not None:
            known |= {record.id: record for record in _records(kind, each)}
    return [known[number] for number in ids if number in known]


def _records(kind: str, facts: Facts) -> Iterable[Behind]:
    match kind:
        case "event":
            return (Behind(kind, each.id, each.title, short_day(each.starts_on)) for each in facts.events)
        case "plan_row":
            return (Behind(kind, each.id, each.title, short_day(each.first_on)) for each in facts.rows)
        case "leadership_meeting":
            called = ((each, each.topic or each.leader) for each in facts.meetings)
            return (Behind(kind, each.id, text, short_day(each.held_on)) for each, text in called)
        case "body":
            return (Behind(kind, each.id, each.name) for each in facts.clubs)
        case "measure":
            return (Behind(kind, each.id, each.title, short_day(each.taken_on)) for each in facts.measures)
        case "donation":
            return (Behind(kind, each.id, each.sponsor, short_day(each.received_on)) for each in facts.donations)
    return ()
