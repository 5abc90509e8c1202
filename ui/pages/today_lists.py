"""The lists of Today, a line each: what waits, where it opens, and what is said of it; they stand in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from altdesk.domain.marking import N_
from altdesk.domain.today import Today
from altdesk.i18n import Translator
from ui.pages import today_lines as told
from ui.theme import Tone
from ui.widgets.lines import Line


@dataclass(frozen=True)
class TodayList:
    """A list: `opens` is the kind of record a line leads to, `found` what stands in it, `said` a line of it."""

    key: str
    title: str
    icon: str
    tone: Tone
    opens: str
    found: Callable[[Today, date], Iterable[Any]]
    said: Callable[[Any, date, Translator], Line]

    def lines(self, today: Today, now: date, say: Translator) -> list[Line]:
        return [self.said(each, now, say) for each in self.found(today, now)]


LEFT = (
    TodayList("held_up", N_("Not in force though the day has come"), "calendar-alert", Tone.BAD, "document",
              lambda today, _: today.held_up, told.held_up),
    TodayList("overdue", N_("Overdue sheets"), "clock-alert-outline", Tone.BAD, "sheet",
              lambda today, _: today.overdue, told.late_sheet),
    TodayList("late_tasks", N_("Overdue tasks"), "checkbox-marked-outline", Tone.BAD, "task",
              lambda today, now: today.late_tasks(now), told.task),
    TodayList("tasks", N_("Tasks of the next seven days"), "checkbox-marked-outline", Tone.WAIT, "task",
              lambda today, now: today.tasks_of_the_week(now), told.task),
    TodayList("issues", N_("Issues not settled"), "account-voice", Tone.WAIT, "leadership_meeting",
              lambda today, _: today.issues, told.issue),
    TodayList("unsaid", N_("What became of these events?"), "comment-alert-outline", Tone.WAIT, "event",
              lambda today, _: today.unsaid_events, told.unsaid),
    TodayList("unprinted", N_("Not printed yet"), "printer-off-outline", Tone.QUIET, "sheet",
              lambda today, _: today.unprinted, told.made_sheet),
    TodayList("out", N_("On the way"), "send-outline", Tone.ACCENT, "sheet",
              lambda today, _: today.out, told.expected_sheet),
    TodayList("norms", N_("Norms changed"), "flag-outline", Tone.WAIT, "norm",
              lambda today, _: today.norms, told.norm),
    TodayList("collect", N_("Copies to collect"), "clipboard-arrow-down-outline", Tone.WAIT, "copies_to_collect",
              lambda today, _: today.to_collect, told.collect),
)  # fmt: skip
RIGHT = (
    TodayList("events", N_("Events of the week"), "calendar-month-outline", Tone.ACCENT, "event",
              lambda today, _: today.events, told.event),
    TodayList("coming", N_("Next meetings"), "calendar-clock", Tone.ACCENT, "minutes",
              lambda today, _: today.coming_meetings, told.meeting),
    TodayList("meetings", N_("Minutes not final yet"), "text-box-edit-outline", Tone.WAIT, "minutes",
              lambda today, _: today.meetings, told.meeting),
    TodayList("owing", N_("Not signed by all"), "progress-check", Tone.WAIT, "coverage",
              lambda today, _: (*today.owing, *today.unasked), told.coverage),
    TodayList("papers", N_("Papers that wait for a signature"), "draw", Tone.BAD, "plan",
              lambda today, _: today.slow_papers, told.paper),
    TodayList("measures", N_("Overdue measures"), "alert-octagon", Tone.BAD, "risk",
              lambda today, _: today.late_measures, told.measure),
    TodayList("reviews", N_("To be reviewed"), "calendar-refresh-outline", Tone.WAIT, "document",
              lambda today, _: today.reviews, told.review),
    TodayList("back", N_("Came back in the last days"), "tray-arrow-down", Tone.GOOD, "sheet",
              lambda today, _: today.back, told.signed_sheet),
)  # fmt: skip
