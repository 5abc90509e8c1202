"""The tables of a report that name records: events, meetings of the leadership, clubs, measures, donations."""

from __future__ import annotations

from collections.abc import Iterable

from altdesk.domain.events_kinds import HeldState, Level
from altdesk.domain.report_facts import DonationFact, EventFact, Facts, MeasureFact
from altdesk.forms.blocks import Align, Column, Holds, Table
from altdesk.forms.sheets.report_figures import money
from altdesk.forms.words import PaperLanguage, called, day, say, value_language
from altdesk.forms.words.events_kinds import EVENT_LEVEL_WORDS, HELD_STATE_WORDS

NUMBERED = 9.0  # mm
_AUDIENCES = {"students": "report_students", "staff": "report_staff", "both": "report_both"}
_CONDITIONS = {"study": "report_study", "living": "report_living"}


def _number(language: PaperLanguage) -> Column:
    return Column("no", say("no", language), NUMBERED, Align.CENTRE, holds=Holds.NUMBER)


def _rows(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple((str(no), *row) for no, row in enumerate(rows, 1))


def is_listed(event: EventFact) -> bool:
    """Whether the report names it: held at city, district or university level (§6)."""
    return event.state == HeldState.HELD and event.level != Level.INSTITUTE


def events(listed: Iterable[EventFact], language: PaperLanguage) -> Table:
    """Events by name, with the day, the level, how many came and what came of it."""
    levels = dict(EVENT_LEVEL_WORDS)
    said = value_language(language)
    columns = (
        _number(language),
        Column("event", say("report_event", language), 60),
        Column("day", say("report_event_day", language), 21, Align.CENTRE, holds=Holds.DAY),
        Column("level", say("report_event_level", language), 25, Align.CENTRE, sizes=(10,)),
        Column("people", say("report_people", language), 20, Align.CENTRE, sizes=(10,), holds=Holds.NUMBER),
        Column("result", say("report_event_result", language), 40, sizes=(10,)),
    )
    rows = (
        (
            event.title,
            day(event.starts_on),
            say(levels[Level(event.level)], said) if event.level else "–",
            "–" if event.participants is None else str(event.participants),
            event.result or "–",
        )
        for event in listed
    )
    return Table(columns, _rows(rows), head_height=9)


def not_done(facts: Facts, language: PaperLanguage) -> Table:
    """Rows of plans that were not held or moved, and why."""
    words = dict(HELD_STATE_WORDS)
    said = value_language(language)
    columns = (
        _number(language),
        Column("row", say("report_row", language), 62),
        Column("plan", say("report_plan_head", language), 36, sizes=(10,)),
        Column("became", say("report_became", language), 26, Align.CENTRE, sizes=(10,)),
        Column("reason", say("report_reason", language), 42, sizes=(10,)),
    )
    rows = (
        (
            row.title,
            row.plan,
            f"{say(words[HeldState(row.state)], said)} {day(row.moved_on)}".strip(),
            row.reason or "–",
        )
        for row in facts.rows
        if row.state in (HeldState.NOT_HELD, HeldState.MOVED)
    )
    return Table(columns, _rows(rows), head_height=9)


def meetings(facts: Facts, language: PaperLanguage) -> Table:
    """The leadership's meetings with students and staff, a line for each issue raised there."""
    said = value_language(language)
    columns = (
        _number(language),
        Column("day", say("report_meeting_day", language), 21, Align.CENTRE, holds=Holds.DAY),
        Column("leader", say("report_leader", language), 33, sizes=(10,)),
        Column("audience", say("report_audience", language), 36, sizes=(10,)),
        Column("issue", say("report_issues", language), 38, sizes=(10,)),
        Column("answer", say("report_answers", language), 38, sizes=(10,)),
    )
    rows: list[tuple[str, ...]] = []
    for number, meeting in enumerate(facts.meetings, 1):
        with_whom = say(_AUDIENCES[meeting.audience], said) if meeting.audience in _AUDIENCES else ""
        first = (
            str(number),
            day(meeting.held_on),
            ", ".join(filter(None, (meeting.leader_post, meeting.leader))),
            ": ".join(filter(None, (with_whom, meeting.topic))),
        )
        for at, (issue, answer) in enumerate(meeting.issues or (("–", "–"),)):
            rows.append((*(first if at == 0 else ("",) * 4), issue, answer or "–"))
    return Table(columns, tuple(rows), head_height=9)


def clubs(facts: Facts, language: PaperLanguage) -> Table:
    """Circles, clubs and sections with their newest assessment of the period."""
    columns = (
        _number(language),
        Column("club", say("report_club", language), 58),
        Column("members", say("report_members", language), 19, Align.CENTRE, sizes=(10,), holds=Holds.NUMBER),
        Column("assessed", say("report_assessed", language), 23, Align.CENTRE, holds=Holds.DAY, sizes=(10,)),
        Column("points", say("report_points", language), 20, Align.CENTRE),
        Column("conclusion", say("report_conclusion", language), 46, sizes=(10,)),
    )
    unsaid = say("report_not_assessed", value_language(language))
    rows = (
        (
            called(club.in_both, value_language(language)),
            str(club.members),
            day(club.assessed_on) or "–",
            f"{club.points} / {club.most}" if club.points is not None else "–",
            club.conclusion or ("–" if club.assessment_id is not None else unsaid),
        )
        for club in (*facts.clubs, *facts.initiatives)
    )
    return Table(columns, _rows(rows), head_height=9)


def unit(of: MeasureFact, language: PaperLanguage) -> str:
    """The institute that took a measure; the whole university where it names none."""
    return of.unit or say("measure_university", language)


def conditions(of: MeasureFact, language: PaperLanguage) -> str:
    """Of study or of life."""
    return say(_CONDITIONS[of.conditions], language) if of.conditions in _CONDITIONS else of.conditions


def given(of: DonationFact) -> str:
    """The sum of a donation, or what was given in kind."""
    return money(of.amount) if of.amount or not of.in_kind else of.in_kind


def measures(facts: Facts, language: PaperLanguage) -> Table:
    """What the institutes did for better conditions of study and life, institute by institute."""
    said = value_language(language)
    columns = (
        _number(language),
        Column("institute", say("report_institute", language), 36, sizes=(10,)),
        Column("measure", say("report_measure", language), 44),
        Column("conditions", say("report_conditions", language), 18, Align.CENTRE, sizes=(10,)),
        Column("day", say("report_event_day", language), 21, Align.CENTRE, holds=Holds.DAY),
        Column("cost", say("report_cost", language), 20, Align.RIGHT, sizes=(10, 9), holds=Holds.NUMBER),
        Column("result", say("report_event_result", language), 27, sizes=(10,)),
    )
    rows = (
        (
            unit(each, said),
            each.title,
            conditions(each, said),
            day(each.taken_on),
            "–" if each.cost is None else money(each.cost),
            each.result or "–",
        )
        for each in facts.measures
    )
    return Table(columns, _rows(rows), head_height=9)


def donations(facts: Facts, language: PaperLanguage) -> Table:
    """What sponsors gave: name, sum, the event supported (§6), and the whole sum at the foot."""
    columns = (
        _number(language),
        Column("sponsor", say("report_sponsor", language), 46),
        Column("sum", say("report_sum", language), 28, Align.RIGHT, holds=Holds.NUMBER),
        Column("event", say("report_sponsored", language), 48),
        Column("document", say("report_document", language), 44, sizes=(10,)),
    )
    rows = _rows(
        (
            each.sponsor,
            given(each),
            each.event or "–",
            ", ".join(filter(None, (each.document, day(each.received_on)))),
        )
        for each in facts.donations
    )
    if not rows:
        return Table(columns, ())
    total = sum(each.amount for each in facts.donations)
    foot = ("", say("report_in_total", language), money(total), "", "")
    bold = frozenset((len(rows), at) for at in range(5))
    return Table(columns, (*rows, foot), head_height=9, bold=bold, summed=True)
