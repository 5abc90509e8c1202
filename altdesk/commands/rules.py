"""`altdesk rules`: the rules the desk works by, and another day on which academic years begin."""

from __future__ import annotations

import re
from argparse import Namespace
from dataclasses import replace

from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.academic_year import academic_year_of
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.rules import NUMBERING_NAMES, TIE_NAMES, VERB_NAMES
from altdesk.services import report as reports
from altdesk.services import rules


def show(desk: Desk, asked: Namespace) -> Answer:
    """The rules of the desk; `--year-starts` changes one of them first, as one step."""
    if asked.year_starts is not None:
        day, month = _day_and_month(asked.year_starts)
        rules.save(desk, replace(rules.get(desk), year_starts_day=day, year_starts_month=month))
    known, say = rules.get(desk), desk.say
    year = academic_year_of(reports.latest_year(desk), known.year_start)
    days = {"day": f"{known.year_starts_day:02}.{known.year_starts_month:02}", "year": year.name,
            "first": short_day(year.first), "last": short_day(year.last)}  # fmt: skip
    lines = [
        say(N_("The academic year begins on %(day)s: %(year)s is from %(first)s to %(last)s."), **days),
        f"{say(N_('Minutes are numbered within'))}: {say(NUMBERING_NAMES[known.minutes_numbering])}",
        f"{say(N_('When as many are for as against'))}: {say(TIE_NAMES[known.tie_rule])}",
        f"{say(N_('The word over the decisions'))}: {say(VERB_NAMES[known.resolved_verb])}",
    ]
    return Answer(vars(known), lines)


def _day_and_month(typed: str) -> tuple[int, int]:
    found = re.fullmatch(r"\s*(\d{1,2})\s*[.,/-]\s*(\d{1,2})\.?\s*", typed)
    if found is None:
        raise Refusal(N_("Type the day and the month, like 01.09."), field="year_starts_day")
    return int(found[1]), int(found[2])
