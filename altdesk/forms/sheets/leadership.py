"""Meetings of the leadership with students and staff (§6): a row for each issue raised, with its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.leadership import Audience, Issue, LeadershipMeeting
from altdesk.domain.minutes import Named
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Table
from altdesk.forms.form import LANDSCAPE, Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.sheets.sponsors import year_line
from altdesk.forms.words import PaperLanguage, day, say, value_language
from altdesk.forms.words.year_records import AUDIENCE_WORDS


@dataclass(frozen=True)
class LeadershipData:
    """The meetings of a list in its order; `year` is the academic year, empty for all of them."""

    rows: tuple[LeadershipMeeting, ...]
    year: str = ""
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: LeadershipData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    rows = tuple(row for no, meeting in enumerate(data.rows, 1) for row in _rows(no, meeting, values))
    table = Table(
        columns=(
            Column("no", say("no", language), 11, Align.CENTRE),
            Column("day", say("meeting_day_place", language), 32, sizes=(10,), breaks=True),
            Column("leader", say("meeting_leader", language), 42, sizes=(10,), breaks=True),
            Column("with", say("meeting_with", language), 30, sizes=(10,), breaks=True),
            Column("issue", say("meeting_issue", language), 52, breaks=True),
            Column("answer", say("meeting_answer", language), 50, breaks=True),
            Column("due", say("meeting_due", language), 28, sizes=(10,), breaks=True),
            Column("settled", say("meeting_settled", language), 22, Align.CENTRE, sizes=(10,), holds=Holds.DAY),
        ),
        rows=rows,
        head_height=10,
        air=1.0,
    )
    return (
        parts.footer("leadership", data.on, options, say("leadership_short", values)),
        *parts.opening(options, data.organisation, say("leadership", language), year_line(data.year, values)),
        parts.closed(table, _total(data.rows, values), data.signed_by, options),
    )


def _rows(no: int, meeting: LeadershipMeeting, language: PaperLanguage) -> list[tuple[str, ...]]:
    """Day, leader and audience stand in each row: one that begins a page is understood by itself."""
    held = "\n".join(part for part in (day(meeting.held_on), meeting.place) if part)
    leader = "\n".join(part for part in (meeting.leader.full_name, meeting.leader_post) if part)
    people = "" if meeting.participants is None else say("meeting_people", language, count=meeting.participants)
    whom = "\n".join(part for part in (say(AUDIENCE_WORDS[meeting.audience], language), meeting.unit, people) if part)
    head = (held, leader, whom)
    if not meeting.issues:
        none = say("meeting_no_issues", language)
        return [(str(no), *head, f"{meeting.topic}\n({none})" if meeting.topic else none, "", "", "")]
    return [(f"{no}.{issue.ordinal}", *head, *_issue(issue)) for issue in meeting.issues]


def _issue(issue: Issue) -> tuple[str, ...]:
    due = "\n".join(part for part in (issue.responsible, day(issue.due_on)) if part)
    return issue.issue, issue.answer, due, day(issue.settled_on)


def _total(rows: tuple[LeadershipMeeting, ...], language: PaperLanguage) -> str:
    return say(
        "meeting_total",
        language,
        count=len(rows),
        participants=sum(meeting.participants or 0 for meeting in rows),
        issues=sum(len(meeting.issues) for meeting in rows),
        settled=sum(meeting.settled for meeting in rows),
    )


def name(data: LeadershipData, options: PrintOptions) -> str:
    return say("leadership_short", options.language) + (f" – {data.year}" if data.year else "")


def sample() -> LeadershipData:
    rector = Named("Басшыбаев Үлгі Мысалұлы", "Басқарма Төрағасы – Ректор")
    vice = Named("Проректорова Әсел Кестеқызы", "Корпоративтік және әлеуметтік даму жөніндегі проректор")
    rows = (
        LeadershipMeeting(
            date(2026, 9, 15), rector, rector.post, Audience.STUDENTS, None, "Акт залы", 240,
            "Жаңа оқу жылының міндеттері", id=1,
            issues=(
                Issue(
                    "Оқу залының жұмыс уақытын 22:00-ге дейін ұзарту.", "1 қазаннан бастап ұзартылады.", "Кітапхана",
                    date(2026, 10, 1), date(2026, 10, 1), 1, 1,
                ),
                Issue(
                    "№ 2 студенттер үйіндегі интернет жылдамдығы төмен.",
                    "Жабдық ауыстырылады, жөндеу кестесі ілінеді.",
                    "АТ қызметі", date(2026, 11, 15), None, 2, 2,
                ),
            ),
        ),
        LeadershipMeeting(
            date(2026, 10, 20), vice, vice.post, Audience.BOTH, None, "№ 305 аудитория", 64, "Кураторлар жұмысы",
            id=2, unit="Көлік институты (үлгі)",
            issues=(Issue("Кураторлық сағаттарға бөлме жетпейді.", "Бөлмелер кестесі қайта жасалады.", ordinal=1),),
        ),
        LeadershipMeeting(date(2026, 11, 10), rector, rector.post, Audience.STAFF, topic="Жыл қорытындысы", id=3),
    )  # fmt: skip
    return LeadershipData(
        rows,
        "2026-2027",
        date(2026, 11, 22),
        UNIVERSITY,
        ((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
    )


FORM = Form(
    code="leadership",
    version=1,
    title="leadership_short",
    data=LeadershipData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
