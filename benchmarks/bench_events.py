"""The page of events over 20 years × 2,000 events and 40,000 participants, against the plainest SQL that answers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from altdesk.domain.academic_year import YearStart, academic_year_of
from altdesk.domain.events import EventsQuery
from altdesk.domain.events_kinds import Direction, HeldState, Level
from altdesk.services import events
from benchmarks.desks_events import FIRST_YEAR, YEARS, of_events
from benchmarks.figures import Figure, best, report

LIMIT_MS = 100
SHOWN = 100  # lines of a page
FIRST, LAST = date(2019, 2, 25), date(2019, 4, 7)  # six weeks, as a month shows them
MONTH = f"""SELECT * FROM event WHERE starts_on <= '{LAST}' AND ends_on >= '{FIRST}' AND binned_at IS NULL
    ORDER BY starts_on, time_sort, id"""
PAGE = f"""SELECT e.*, b.name FROM event e LEFT JOIN body b ON b.id = e.body_id WHERE e.binned_at IS NULL
    ORDER BY e.starts_on DESC, e.time_sort DESC, e.id DESC LIMIT {SHOWN}"""
YEAR = """SELECT id FROM event WHERE starts_on BETWEEN '2018-09-01' AND '2019-08-31' AND direction = 'civic'
    AND level = 'city' AND state = 'held' AND binned_at IS NULL ORDER BY starts_on"""
CLASHES = """SELECT DISTINCT a.id, b.id FROM event a JOIN event b ON a.id <> b.id AND a.place_key = b.place_key
    AND b.starts_on <= a.ends_on AND b.ends_on >= a.starts_on AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at
    WHERE a.starts_on BETWEEN '2019-03-01' AND '2019-03-15'"""
BODY = "SELECT id FROM event WHERE body_id = 3 AND binned_at IS NULL ORDER BY starts_on DESC"


def run() -> list[Figure]:
    with of_events() as desk, desk.store.read() as connection:
        year = academic_year_of(FIRST_YEAR + YEARS // 2, YearStart())
        latest = EventsQuery(descending=True)

        def page(query: EventsQuery) -> None:
            events.count(desk, query)
            ids = events.ids(desk, query, SHOWN)
            events.lines(desk, ids)
            events.clashes_of(desk, ids)

        narrowed = EventsQuery(
            first=year.first, last=year.last, direction=Direction.CIVIC, level=Level.CITY, state=HeldState.HELD
        )
        sample = events.get(desk, events.ids(desk, EventsQuery(first=FIRST))[0])
        shown: dict[str, tuple[Callable[[], object], str]] = {
            "a month of the calendar": (lambda: events.on_days(desk, FIRST, LAST), MONTH),
            "a page of the whole list, with its clashes": (lambda: page(latest), PAGE),
            "a page of a year, of a direction and level": (lambda: page(narrowed), YEAR),
            "a page of one body": (lambda: page(replace(latest, body_id=3)), BODY),
            "a page found by a word": (lambda: page(replace(latest, text="волейбол")), PAGE),
            "clashes of the event being typed": (lambda: events.clashes(desk, sample, sample.id), CLASHES),
            "held ones without a result": (lambda: page(EventsQuery(wanting=True)), YEAR),
        }
        figures = []
        for name, (work, plain) in shown.items():
            took = best(work)
            reference = best(lambda plain=plain: connection.exec_driver_sql(plain).all())  # type: ignore[misc]
            figures.append(Figure(name, took, reference))
            figures.append(Figure(f"{name}, the limit", took, None, LIMIT_MS))
        return figures


if __name__ == "__main__":
    report(run)
