"""What narrows the list and the calendars of events: year, month, body, direction, level, state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale

from altdesk.domain.academic_year import Period
from altdesk.domain.events import EventsQuery
from altdesk.domain.events_kinds import DIRECTION_NAMES, HELD_STATE_NAMES, LEVEL_NAMES, Direction, HeldState, Level
from altdesk.domain.marking import N_
from altdesk.forms.sheets.schedule import Span
from altdesk.services.papers.events import of_month, of_year
from altdesk.settings import S
from ui.shell import Shell
from ui.widgets.filters import Filter, FilterRow

WANTING = "wanting"
OF_TIME = ("year", "month")
BEGINS = 9  # the month listed first, until the years are known
PAGE = "events"


class EventFilters(FilterRow):
    """The filters above the list; a calendar shows its own time, so year and month belong to the list alone."""

    def __init__(self, shell: Shell) -> None:
        states = [(state.value, word) for state, word in HELD_STATE_NAMES.items()]
        self._years: dict[str, Period] = {}
        self._timed = True
        self._begins = BEGINS
        super().__init__(
            shell,
            PAGE,
            (
                Filter("year", N_("Year")),
                Filter("month", N_("Month")),
                Filter("state", N_("State"), [*states, (WANTING, N_("Held, no result"))]),
                Filter("direction", N_("Direction"), [(each.value, word) for each, word in DIRECTION_NAMES.items()]),
                Filter("level", N_("Level"), [(each.value, word) for each, word in LEVEL_NAMES.items()]),
                Filter("body", N_("Body")),
            ),
        )
        self._say_months()
        shell.words.switched.connect(self._say_months)

    def offer_years(self, years: Sequence[Period]) -> None:
        """The academic years there are events of; until the person chooses, the one that runs is chosen."""
        self._years = {each.name: each for each in years}
        if self._shell.settings.of_page(S.filters, PAGE) is None:
            self._wanted["year"] = next((each.name for each in years if date.today() in each), None)
        self._begins = years[0].first.month if years else BEGINS
        self._say_months()
        self.offer("year", [(each.name, each.name) for each in years])

    def show_time(self, *, shown: bool) -> None:
        """Whether the list's own filters of time are shown."""
        self._timed = shown
        self._show_clear()
        for key in OF_TIME:
            box = self.inputs[key].parentWidget()
            assert box is not None
            box.setVisible(shown)

    def _show_clear(self) -> None:
        chosen = (key for key, value in self.values().items() if value is not None)
        self.clear_button.setVisible(any(self._timed or key not in OF_TIME for key in chosen))

    def query(self, *, timed: bool) -> EventsQuery:
        """What is chosen; a month without a year is that month of every year the list can show, so of this one."""
        chosen = self.values()
        state = chosen["state"]
        made = EventsQuery(
            state=HeldState(state) if state and state != WANTING else None,
            wanting=state == WANTING,
            direction=Direction(chosen["direction"]) if chosen["direction"] else None,
            level=Level(chosen["level"]) if chosen["level"] else None,
            body_id=chosen["body"],
        )
        span = self.span if timed else Span()
        return replace(made, first=span.first, last=span.last)

    @property
    def span(self) -> Span:
        """The time the list is narrowed to."""
        chosen = self.values()
        year, month = self._years.get(chosen["year"] or ""), chosen["month"]
        if month is None:
            return of_year(year) if year is not None else Span()
        period = year or next(iter(self._years.values()), None)
        begun = period.first.year if period is not None else date.today().year
        first = date(begun, month, 1)
        if period is not None and first < period.first.replace(day=1):
            first = date(begun + 1, month, 1)
        whole = of_month(first)
        return whole if year is None else Span(max(first, year.first), min(whole.last or year.last, year.last))

    def reach(self, day: date) -> None:
        """Move the list to the year of a day that it does not show."""
        span = self.span
        if (span.first is None or span.first <= day) and (span.last is None or day <= span.last):
            return
        year = next((name for name, period in self._years.items() if day in period), None)
        self.choose(month=None, year=year)

    def _say_months(self) -> None:
        locale = QLocale(self._shell.say.language)
        months = [(at + self._begins - 1) % 12 + 1 for at in range(12)]
        self.offer("month", [(month, locale.standaloneMonthName(month)) for month in months])
