"""The figures of a report: every one knows the records it counts, so that it can be opened and checked by counting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.domain.report_facts import DonationFact, EventFact, Facts, RowFact


class Counts(StrEnum):
    """What a figure is of."""

    RECORDS = "records"
    PEOPLE = "people"
    MONEY = "money"  # tiyn


@dataclass(frozen=True)
class Figure:
    """A number and the records of one kind behind it: `value` is how many they are, or what `sums` adds up to."""

    kind: str  # the table of the records: event, plan_row, donation …
    ids: tuple[int, ...]
    value: int
    counts: Counts = Counts.RECORDS


@dataclass(frozen=True)
class Line:
    """A row of a table of figures; `key` is a value of an enumeration, a month, or a name."""

    key: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Breakdown:
    """A table of figures: lines by something, columns by something else, a sum at the foot."""

    key: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line | None = None

    def column(self, key: str) -> tuple[Figure, ...]:
        """The figures of one column, line by line."""
        at = self.columns.index(key)
        return tuple(line.figures[at] for line in self.lines)


NONE_SAID = ""
"""The key of a line or column of those of which it is not said."""


def counted(kind: str, records: Iterable[Any]) -> Figure:
    """How many records there are."""
    ids = tuple([record.id for record in records])
    return Figure(kind, ids, len(ids))


def people_of(events: Iterable[EventFact]) -> Figure:
    """How many people took part in events; one who came to two is counted twice."""
    known = [(event.id, event.participants) for event in events if event.participants is not None]
    return Figure("event", tuple([number for number, _ in known]), sum(people for _, people in known), Counts.PEOPLE)


def money_of(donations: Iterable[DonationFact]) -> Figure:
    """What was given, in tiyn."""
    every = list(donations)
    return Figure("donation", tuple(each.id for each in every), sum(each.amount for each in every), Counts.MONEY)


def held(facts: Facts) -> list[EventFact]:
    """The events of the period that took place."""
    return [event for event in facts.events if event.state == HeldState.HELD]


def _grouped(
    events: Sequence[EventFact], key: str, names: Iterable[str], line: Callable[[list[EventFact]], tuple[Figure, ...]]
) -> tuple[tuple[Line, ...], Line]:
    """A line for every name, in this order, one for those without, and their total."""
    found: dict[str, list[EventFact]] = {name: [] for name in names}
    for event in events:
        found.setdefault(getattr(event, key), []).append(event)
    lines = tuple(Line(name, line(own)) for name, own in found.items())
    return lines, Line("total", line(list(events)))


def by_direction(facts: Facts) -> Breakdown:
    """Held events: directions down, levels across, then all of them and the people who came (§6, first section)."""
    events = held(facts)
    levels: list[str] = list(Level)
    if any(event.level not in levels for event in events):
        levels.append(NONE_SAID)

    def line(own: list[EventFact]) -> tuple[Figure, ...]:
        across = (counted("event", [event for event in own if event.level == level]) for level in levels)
        return (*across, counted("event", own), people_of(own))

    lines, total = _grouped(events, "direction", Direction, line)
    return Breakdown("direction", (*levels, "all", "people"), lines, total)


def by_form(facts: Facts) -> Breakdown:
    """Held events by form (§5.5.4)."""
    return _by("form", facts, EventForm)


def by_kind(facts: Facts) -> Breakdown:
    """Held events by kind; kinds of which there was none are left out."""
    whole = _by("kind", facts, EventKind)
    return Breakdown(
        whole.key, whole.columns, tuple(each for each in whole.lines if each.figures[0].value), whole.total
    )


def _by(key: str, facts: Facts, names: Iterable[str]) -> Breakdown:
    events = held(facts)
    lines, total = _grouped(events, key, names, lambda own: (counted("event", own), people_of(own)))
    return Breakdown(key, ("all", "people"), lines, total)


def months(first: date, last: date) -> list[str]:
    """The months from one day to another: 2025-09, 2025-10 …"""
    found = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        found.append(f"{year}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def by_month(facts: Facts) -> Breakdown:
    """Held events by month."""
    every = held(facts)
    names = months(facts.period.first, facts.period.last)
    found: dict[tuple[int, int], list[EventFact]] = {(int(name[:4]), int(name[5:])): [] for name in names}
    for event in every:
        day = event.starts_on
        found[day.year, day.month].append(event)
    own = zip(names, found.values(), strict=True)
    lines = tuple(Line(name, (counted("event", events), people_of(events))) for name, events in own)
    return Breakdown("month", ("all", "people"), lines, Line("total", (counted("event", every), people_of(every))))


EXECUTION = (HeldState.HELD, HeldState.MOVED, HeldState.NOT_HELD, HeldState.PLANNED)
"""The columns of how plans were carried out, after the number of their rows."""


def by_plan(facts: Facts) -> Breakdown:
    """How each plan was carried out: its rows of the period, held, moved, not held, still open."""
    found: dict[str, list[RowFact]] = {}
    for row in facts.rows:
        found.setdefault(row.plan, []).append(row)

    def line(own: Sequence[RowFact]) -> tuple[Figure, ...]:
        states = (counted("plan_row", [row for row in own if row.state == state]) for state in EXECUTION)
        return (counted("plan_row", own), *states)

    lines = tuple(Line(name, line(own)) for name, own in found.items())
    return Breakdown("plan", ("all", *EXECUTION), lines, Line("total", line(facts.rows)))


def share_held(line: Line) -> int | None:
    """How many of a hundred rows were held; None where there are none."""
    rows, carried_out = line.figures[0].value, line.figures[1].value
    return round(100 * carried_out / rows) if rows else None


def by_sponsor(facts: Facts) -> Breakdown:
    """What each sponsor gave."""
    found: dict[str, list[DonationFact]] = {}
    for donation in facts.donations:
        found.setdefault(donation.sponsor, []).append(donation)
    lines = tuple(Line(name, (counted("donation", own), money_of(own))) for name, own in found.items())
    return Breakdown(
        "sponsor",
        ("all", "money"),
        lines,
        Line("total", (counted("donation", facts.donations), money_of(facts.donations))),
    )


def key_figures(facts: Facts) -> dict[str, Figure]:
    """The few numbers a director looks at first, by name."""
    events = held(facts)
    rows = [row for row in facts.rows if row.state == HeldState.HELD]
    return {
        "held": counted("event", events),
        "people": people_of(events),
        "rows": counted("plan_row", facts.rows),
        "rows_held": counted("plan_row", rows),
        "meetings": counted("leadership_meeting", facts.meetings),
        "clubs": counted("body", facts.clubs),
        "measures": counted("measure", facts.measures),
        "donations": counted("donation", facts.donations),
        "money": money_of(facts.donations),
    }


def against(now: Facts, before: Facts) -> Breakdown:
    """This year beside the one before it."""
    this, last = key_figures(now), key_figures(before)
    lines = tuple(Line(name, (last[name], this[name])) for name in this)
    return Breakdown("year", (before.period.name, now.period.name), lines)
