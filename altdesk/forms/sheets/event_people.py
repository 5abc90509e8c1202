"""The people of the register who took part in one event, to be filed with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.events import Participant, PartRole
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Table
from altdesk.forms.form import Form, Option, Output, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.words import day, say, value_language
from altdesk.forms.words.events import PART_WORDS


@dataclass(frozen=True)
class EventPeopleData:
    title: str
    on: date
    rows: tuple[Participant, ...]
    place: str = ""
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()


def body(data: EventPeopleData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    rows = tuple((each.full_name, each.post, say(PART_WORDS[each.role], values), each.result) for each in data.rows)
    table = Table(
        columns=(
            Column("no", say("no", language), 10, Align.CENTRE),
            Column("full_name", say("full_name", language), 62),
            Column("post", say("post", language), 42),
            Column("part", say("event_part", language), 28),
            Column("result", say("event_result", language), 33, breaks=True),
        ),
        rows=parts.numbered(rows) + tuple(("",) * 5 for _ in range(options.blank_rows)),
        row_height=8,
    )
    under = "\n".join(part for part in (data.title, ", ".join(filter(None, (day(data.on), data.place)))) if part)
    return (
        parts.footer("event_people", data.on, options),
        *parts.opening(options, data.organisation, say("event_people", language), under),
        parts.closed(table, say("total", values, count=len(data.rows)), data.signed_by, options),
    )


def name(data: EventPeopleData, options: PrintOptions) -> str:
    return f"{say('event_people', options.language)} – {data.title}, {day(data.on)}"


def sample() -> EventPeopleData:
    rows = (
        Participant(full_name="Жоспаров Ерлан Кезеңұлы", post="Студент", result="1-орын"),
        Participant(full_name="Кітапбаева Іңкәр Әріпқызы", post="Студент", result="Алғыс хат"),
        Participant(PartRole.SPOKE, full_name="Мысалова Айгүл Үлгіқызы", post="ЖСК бас маманы"),
        Participant(PartRole.ORGANISED, full_name="Үлгібаев Асқар Сынақұлы", post="Куратор"),
    )
    return EventPeopleData(
        "«Пікір» дебат турнирі",
        date(2026, 3, 12),
        rows,
        "Акт залы",
        UNIVERSITY,
        ((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
    )


FORM = Form(
    code="event_people",
    version=1,
    title="event_people",
    data=EventPeopleData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
