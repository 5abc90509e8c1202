"""ҚАТЫСҚАНДАР ТІЗІМІ: who was at a meeting, to be signed; the attachment of minutes with more than 15 present."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Paragraph, Table
from altdesk.forms.form import Form, Option, Output, PrintOptions
from altdesk.forms.sheets import minutes
from altdesk.forms.sheets.meeting import NO_NUMBER, Attendant, Meeting
from altdesk.forms.words import PaperLanguage, called, day, of_day, say, value_language


@dataclass(frozen=True)
class AttendanceData:
    """Who was present, invited or absent, names and posts as frozen; signed by chair and secretary."""

    body: Name
    number: str
    on: date
    present: tuple[Attendant, ...]
    guests: tuple[Attendant, ...] = ()
    absent: tuple[Attendant, ...] = ()
    organisation: Name = ""
    officers: tuple[str, str] = ("", "")  # chair, secretary, as in signatures
    draft: bool = False


def of_minutes(data: Meeting) -> AttendanceData:
    """The list of a meeting."""
    return AttendanceData(
        data.body,
        data.number,
        data.on,
        data.present,
        data.guests,
        data.absent,
        data.organisation,
        (data.chair.signature or data.chair.full_name, data.secretary.signature or data.secretary.full_name),
        data.draft,
    )


def body(data: AttendanceData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    attached = say("attached_to", values, number=data.number or NO_NUMBER, day=say(of_day(data.on), values))
    totals = say(
        "attendance_totals",
        values,
        present=len(data.present),
        guests=len(data.guests),
        absent=len(data.absent),
    )
    rows = (*parts.numbered(tuple(_rows(data, values))), *((("", "", "", "", ""),) * options.blank_rows))
    officers = zip((say("chair", language), say("secretary", language)), data.officers, strict=True)
    return (
        parts.footer("attendance", data.on, options),
        *parts.draft(data.draft, options),
        Paragraph(attached, sizes=(11,), align=Align.RIGHT, after=4),
        *parts.opening(options, data.organisation, say("attendance", language), called(data.body, language)),
        parts.closed(
            Table(
                columns=(
                    Column("no", say("no", language), 10, Align.CENTRE, holds=Holds.NUMBER),
                    Column("full_name", say("full_name", language), 54),
                    Column("post", say("post", language), 43, breaks=True),
                    Column("attends", say("attends", language), 34, breaks=True),
                    Column("signature", say("signature", language), 34, write=True),
                ),
                rows=rows,
                row_height=9,
                head_height=10,
                air=1.0,
            ),
            totals,
            tuple((word, name) for word, name in officers if name),
            options,
        ),
    )


def _rows(data: AttendanceData, language: PaperLanguage) -> Iterator[tuple[str, ...]]:
    for key, people in (("is_present", data.present), ("is_guest", data.guests), ("is_absent", data.absent)):
        for each in people:
            place = "\n".join(part for part in (each.post, each.unit) if part)
            word = "is_excused" if each.excused else key
            times = (("came_at", each.came), ("left_at", each.left))
            said = [say(when, language, time=time) for when, time in times if time]
            state = "\n".join(part for part in (say(word, language), *said, each.note) if part)
            yield each.full_name, place, state, ""


def name(data: AttendanceData, options: PrintOptions) -> str:
    number, body = data.number or NO_NUMBER, called(data.body, value_language(options.language))
    return f"{say('attendance', options.language)} № {number} – {body}, {day(data.on)}"


def sample() -> AttendanceData:
    return of_minutes(minutes.sample())


FORM = Form(
    code="attendance",
    version=1,
    title="attendance",
    data=AttendanceData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
