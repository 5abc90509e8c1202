"""«СҮ ТІЗІМІ» (§5.6 No. 4) and the lists of members of other bodies, as on a day, in the columns chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.bodies import BodyKind, Member, PostRole
from altdesk.domain.organisation import Signatory
from altdesk.domain.register_columns import REGISTER, MemberColumn, value_of
from altdesk.domain.twins import Name, twin
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Holds, Paragraph, Table
from altdesk.forms.form import LANDSCAPE, Form, Option, Output, PrintOptions
from altdesk.forms.sheets.sample_names import GOVERNMENT, SPECIALIST, UNIVERSITY
from altdesk.forms.words import PaperLanguage, called, day, say, value_language

C = MemberColumn
NUMBER = 10.0  # mm

_WIDTHS = {
    C.BODY: 42, C.FULL_NAME: 56, C.POST: 46, C.UNIT: 46, C.GROUP_COURSE: 27, C.GROUP: 24, C.COURSE: 13, C.CONTACT: 40,
    C.PHONE: 32, C.EMAIL: 40, C.TERM: 44, C.STARTS_ON: 24, C.ENDS_ON: 24, C.NOTE: 36,
}  # fmt: skip
_HEADS = {C.POST: "post", C.UNIT: "institute"}
_DAYS = frozenset({C.STARTS_ON, C.ENDS_ON})


@dataclass(frozen=True)
class MembersData:
    """`kind` is that of the one body listed, None for a list over several; `heading` its name, or what is listed."""

    rows: tuple[Member, ...]
    heading: Name = ""
    kind: BodyKind | None = None
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name
    columns: tuple[MemberColumn, ...] = REGISTER


def body(data: MembersData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    rows = tuple(tuple(_text(row, column, language) for column in data.columns) for row in data.rows)
    rows += (("",) * len(data.columns),) * options.blank_rows
    dated = say("as_of", value_language(language), day=day(data.on)) if data.on else ""
    heading = called(data.heading, language)
    return (
        parts.footer("members", data.on, options, _called(data, options)),
        *parts.opening(options, data.organisation, title(data, language), "\n".join(filter(None, (heading, dated)))),
        Table(columns=_columns(data, language), rows=parts.numbered(rows), head_height=11),
        Paragraph(say("total", language, count=len(data.rows)), sizes=(11,)),
        *parts.signed(data.signed_by, options),
    )


def title(data: MembersData, language: PaperLanguage) -> str:
    """«СҮ ТІЗІМІ» for a student government, a neutral title for every other list."""
    return say("government_members" if data.kind is BodyKind.STUDENT_GOVERNMENT else "members", language)


def _called(data: MembersData, options: PrintOptions) -> str:
    """The list's name within a line."""
    if data.kind is BodyKind.STUDENT_GOVERNMENT:
        return say("government_members_called", value_language(options.language))
    return say("members", value_language(options.language)).capitalize()


def _columns(data: MembersData, language: PaperLanguage) -> tuple[Column, ...]:
    """The columns chosen share the width of the paper as they would stand beside each other."""
    share = (LANDSCAPE.inner - NUMBER) / sum(_WIDTHS[column] for column in data.columns)
    return (
        Column("no", say("no", language), NUMBER, Align.CENTRE, holds=Holds.NUMBER),
        *(_column(column, _WIDTHS[column] * share, data.kind, language) for column in data.columns),
    )


def _column(column: MemberColumn, width: float, kind: BodyKind | None, language: PaperLanguage) -> Column:
    head = _HEADS.get(column, column.value)
    if column is C.POST and kind is BodyKind.STUDENT_GOVERNMENT:
        head = "government_post"
    holds = Holds.DAY if column in _DAYS else Holds.NUMBER if column is C.COURSE else Holds.TEXT
    align = Align.LEFT if holds is Holds.TEXT else Align.CENTRE
    return Column(column.value, say(head, language), width, align, holds=holds)


def _text(row: Member, column: MemberColumn, language: PaperLanguage) -> str:
    if column is C.TERM and row.ends_on is None:
        return say("term_from", value_language(language), day=day(row.starts_on))
    if column is C.BODY:
        return called(twin(row.body, row.body_ru), value_language(language))
    value = value_of(row, column)
    return day(value) if isinstance(value, date) else "" if value is None else str(value)


def name(data: MembersData, options: PrintOptions) -> str:
    values = value_language(options.language)
    parts_of_it = (_called(data, options), called(data.heading, values), day(data.on))
    return " – ".join(part for part in parts_of_it if part)


def sample() -> MembersData:
    opened, closed = date(2026, 9, 1), date(2027, 8, 31)

    def member(rank: int, post: str, full_name: str, ends_on: date | None, *about: str) -> Member:
        group, unit, phone, email = about
        return Member(
            rank, 1, "Студенттік үкімет", rank, post, PostRole.NONE, True, rank, rank, full_name, "", opened, ends_on,
            group, 3, unit, phone, email,
        )  # fmt: skip

    transport = "Көлік инженериясы институты"
    rows = (
        member(1, "Төраға", "Бірінші Алдияр Үлгіұлы", None, "КӨЛ-23-1", transport, "+7 700 000 00 01", "a@alt.kz"),
        member(2, "Төрағаның орынбасары", "Касым-Жомартов Ян-Іңкәр Ерлан ұлы", closed, "ЛОГ-23-1",
               "Логистика және менеджмент институты", "+7 700 000 00 02", ""),
        member(3, "Хатшы", "Үшінші Нұрсұлтан", closed, "АВТ-24-1", "Автоматика институты", "", "hatshy@alt.kz"),
        member(4, "Мәдениет комитетінің төрайымы", "Төртінші Іңкәр Қалыпқызы", closed, "ЛОГ-24-2", "", "", ""),
    )  # fmt: skip
    return MembersData(
        rows,
        GOVERNMENT,
        BodyKind.STUDENT_GOVERNMENT,
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="members",
    version=1,
    title="members",
    data=MembersData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    options=frozenset({Option.PAGES, Option.BLANK_ROWS}),
)
