"""The lists of a report in few words, as slides bear them."""

from __future__ import annotations

from altdesk.domain.report_facts import Facts
from altdesk.forms.blocks import Align, Column, Holds, Table
from altdesk.forms.sheets.report_figures import money
from altdesk.forms.sheets.report_lists import conditions, given, unit
from altdesk.forms.words import PaperLanguage, called, day, say, value_language


def issues(facts: Facts, language: PaperLanguage) -> Table:
    """The issues raised at the leadership's meetings in few words: when, by whom they were met, what became of each."""
    columns = (
        Column("day", say("report_meeting_day", language), 22, Align.CENTRE, holds=Holds.DAY),
        Column("leader", say("report_leader", language), 36),
        Column("issue", say("report_issues", language), 60),
        Column("answer", say("report_answers", language), 57),
    )
    rows = tuple(
        (day(meeting.held_on), meeting.leader, issue, answer or "–")
        for meeting in facts.meetings
        for issue, answer in (meeting.issues or (("–", "–"),))
    )
    return Table(columns, rows, head_height=9)


def clubs(facts: Facts, language: PaperLanguage) -> Table:
    """Circles, clubs and sections with the number of their members."""
    columns = (
        Column("club", say("report_club", language), 135),
        Column("members", say("report_members", language), 40, Align.CENTRE, holds=Holds.NUMBER),
    )
    return Table(
        columns,
        tuple((called(club.in_both, value_language(language)), str(club.members)) for club in facts.clubs),
        head_height=9,
    )


def measures(facts: Facts, language: PaperLanguage) -> Table:
    """What the institutes did for better conditions, and what it cost."""
    said = value_language(language)
    columns = (
        Column("institute", say("report_institute", language), 52),
        Column("measure", say("report_measure", language), 73),
        Column("conditions", say("report_conditions", language), 22, Align.CENTRE),
        Column("cost", say("report_cost", language), 28, Align.RIGHT, holds=Holds.NUMBER),
    )
    rows = tuple(
        (unit(each, said), each.title, conditions(each, said), "–" if each.cost is None else money(each.cost))
        for each in facts.measures
    )
    return Table(columns, rows, head_height=9)


def donations(facts: Facts, language: PaperLanguage) -> Table:
    """What each sponsor gave, and for which event."""
    columns = (
        Column("sponsor", say("report_sponsor", language), 55),
        Column("sum", say("report_sum", language), 55),
        Column("event", say("report_sponsored", language), 65),
    )
    rows = tuple((each.sponsor, given(each), each.event or "–") for each in facts.donations)
    return Table(columns, rows, head_height=9)
