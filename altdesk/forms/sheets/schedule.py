"""The event schedule (§5.6 № 2): what is held when, where, at which level, by whom and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from altdesk.domain.events import Event
from altdesk.domain.events_clashes import Taken
from altdesk.domain.events_kinds import Direction, HeldState, Level
from altdesk.domain.minutes import Named
from altdesk.domain.minutes_attendance import clock
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Approval, Block, Column, Table
from altdesk.forms.calendar import CalendarEntry
from altdesk.forms.form import LANDSCAPE, Form, Option, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.words import PaperLanguage, day, say, stacked, value_language
from altdesk.forms.words.events import MONTH_NAMES
from altdesk.forms.words.events_kinds import DIRECTION_WORDS, EVENT_LEVEL_WORDS
from altdesk.forms.words.wording import Words

LINE = "_" * 18


@dataclass(frozen=True)
class Span:
    """What time a schedule is of: an academic year by its name, else the days it goes from and to."""

    first: date | None = None
    last: date | None = None
    year: str = ""


@dataclass(frozen=True)
class ScheduleData:
    """`approver` approves it (post, name as in a signature); nobody, and the corner is left out."""

    rows: tuple[Event, ...]
    span: Span = Span()
    organisation: Name = ""
    approver: Signatory | None = None
    signed_by: tuple[Signatory, ...] = ()
    heading: str = ""  # what the list is narrowed to
    on: date | None = None


def body(data: ScheduleData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    rows = parts.numbered(tuple(_cells(each, values) for each in data.rows))
    table = Table(
        columns=(
            Column("no", say("no", language), 10, Align.CENTRE),
            Column("title", say("schedule_event", language), 79, breaks=True),
            Column("time", say("schedule_time", language), 36, Align.CENTRE, breaks=True),
            Column("place", say("schedule_place", language), 42, breaks=True),
            Column("level", say("schedule_level", language), 26, Align.CENTRE),
            Column("responsible", say("schedule_responsible", language), 40),
            Column("people", say("schedule_people", language), 34, breaks=True),
        ),
        rows=rows + tuple(("",) * 7 for _ in range(options.blank_rows)),
        head_height=10,
        air=1.0,
    )
    under = "\n".join(part for part in (spanned(data.span, values), data.heading) if part)
    return (
        parts.footer("schedule", data.on, options),
        *_approval(data, language),
        *parts.opening(options, data.organisation, say("schedule", language), under),
        parts.closed(table, _totals(data.rows, values), data.signed_by, options),
    )


def _approval(data: ScheduleData, language: PaperLanguage) -> tuple[Block, ...]:
    if data.approver is None:
        return ()
    post, name = data.approver
    said = value_language(language)
    corner = (say("approve", language), stacked(post, language), f"{LINE} {name}", say("approval_day", said))
    return (Approval(corner),)


def spanned(span: Span, language: PaperLanguage) -> str:
    """What time it is of: `2026 жылғы наурыз`, `2025-2026 оқу жылы`, else from day to day."""
    if span.year:
        return say("schedule_year", language, year=span.year)
    if span.first is None or span.last is None:
        return ""
    if span.first.day == 1 and (span.last + timedelta(1)).day == 1 and span.first.month == span.last.month:
        month = say(MONTH_NAMES[span.first.month - 1], language)
        return say("schedule_month", language, year=span.first.year, month=month)
    return say("schedule_days", language, first=day(span.first), last=day(span.last))


def _cells(known: Event, language: PaperLanguage) -> tuple[str, ...]:
    return (
        known.title,
        "\n".join(_time(known, language)),
        known.place,
        say(EVENT_LEVEL_WORDS[known.level], language) if known.level else "",
        known.responsible.full_name,
        "\n".join(_people(known, language)),
    )


def _time(known: Event, language: PaperLanguage) -> list[str]:
    days = day(known.first) if known.last == known.first else f"{day(known.first)} – {day(known.last)}"
    times = "–".join(clock(at) for at in (known.starts_at, known.ends_at) if at)
    said = [days, times] if times else [days]
    if known.moved_from is not None and known.state is not HeldState.NOT_HELD:
        said.append(say("schedule_moved", language, day=day(known.moved_from)))
    if known.state is HeldState.NOT_HELD:
        said.append(say("schedule_not_held", language, reason=known.reason))
    return said


def _people(known: Event, language: PaperLanguage) -> list[str]:
    said = [known.whom] if known.whom else []
    if known.participants is not None:
        said.append(say("schedule_came", language, count=known.participants))
    elif known.expected is not None:
        said.append(say("schedule_awaited", language, count=known.expected))
    return said


def _totals(rows: tuple[Event, ...], language: PaperLanguage) -> str:
    of = {state: sum(each.state is state for each in rows) for state in HeldState}
    return say("schedule_totals", language, count=len(rows), held=of[HeldState.HELD], not_held=of[HeldState.NOT_HELD])


def name(data: ScheduleData, options: PrintOptions) -> str:
    about = spanned(data.span, value_language(options.language))
    return say("schedule", options.language) + (f" – {about}" if about else "")


def calendar(data: ScheduleData, options: PrintOptions) -> tuple[CalendarEntry, ...]:
    """The same events for a calendar program; one that was not held is called off there."""
    language = value_language(options.language)
    return tuple(_entry(each, language) for each in data.rows)


def _entry(known: Event, language: PaperLanguage) -> CalendarEntry:
    taken = Taken(known.first, known.last, known.starts_at, known.ends_at)
    timed = known.starts_at is not None
    about = {
        "schedule_level": say(EVENT_LEVEL_WORDS[known.level], language) if known.level else "",
        "schedule_responsible": known.responsible.full_name,
        "schedule_people": ", ".join(_people(known, language)),
        "event_result": known.result,
    }
    return CalendarEntry(
        known.uid,
        known.title,
        taken.begins if timed else known.first,
        taken.ends if timed else known.last + timedelta(1),
        known.place,
        "\n".join(f"{say(word, language)}: {said}" for word, said in about.items() if said),
        say(_direction(known), language),
        known.state is HeldState.NOT_HELD,
        known.sequence,
        known.changed_at,
    )


def _direction(known: Event) -> Words:
    return DIRECTION_WORDS[known.direction] if known.direction else Words("", "", "")


def sample() -> ScheduleData:
    at = datetime(2026, 2, 20, 9)
    rows = (
        Event(
            "«Алғыс айту күні» акциясы", level=Level.UNIVERSITY, direction=Direction.MORAL,
            starts_on=date(2026, 3, 2), starts_at=time(11), ends_at=time(12, 30), place="Бас ғимарат, фойе",
            responsible=Named("Мысалова Айгүл Үлгіқызы"), whom="1–4 курс студенттері", participants=214,
            state=HeldState.HELD, uid="sample-1@altdesk", changed_at=at,
        ),
        Event(
            "«Наурыз – береке бастауы» мерекелік концерті және ұлттық ойындар", level=Level.CITY,
            direction=Direction.AESTHETIC, starts_on=date(2026, 3, 20), starts_at=time(10), ends_at=time(15),
            place="Университет алаңы", responsible=Named("Үлгібаев Асқар Сынақұлы"), expected=500,
            moved_from=date(2026, 3, 19), state=HeldState.MOVED, uid="sample-2@altdesk", sequence=1, changed_at=at,
        ),
        Event(
            "Көшет отырғызу", level=Level.DISTRICT, direction=Direction.LABOUR, starts_on=date(2026, 3, 24),
            ends_on=date(2026, 3, 26), place="Медеу ауданы", responsible=Named("Парақбаев Ілияс Тізімұлы"),
            whom="Волонтёрлер", expected=60, uid="sample-3@altdesk", changed_at=at,
        ),
        Event(
            "Институтаралық волейбол турнирі", level=Level.INSTITUTE, direction=Direction.PHYSICAL,
            starts_on=date(2026, 3, 27), starts_at=time(16), place="Спорт залы",
            responsible=Named("Жоспаров Ерлан Кезеңұлы"), state=HeldState.NOT_HELD, reason="зал жөнделуде",
            uid="sample-4@altdesk", sequence=2, changed_at=at,
        ),
    )  # fmt: skip
    return ScheduleData(
        rows,
        Span(date(2026, 3, 1), date(2026, 3, 31)),
        UNIVERSITY,
        ("Тәрбие жұмысы және әлеуметтік даму жөніндегі проректор", "С.\u00a0Бекітов"),
        ((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
        on=date(2026, 2, 25),
    )


FORM = Form(
    code="schedule",
    version=1,
    title="schedule",
    data=ScheduleData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX, Output.ICS),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
    calendar=calendar,
)
