"""The work plan: who agrees and who approves it, its rows under their sections, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState
from altdesk.domain.plans import ContentRow, Mark
from altdesk.domain.plans_kinds import ApprovalRole, PlanKind
from altdesk.domain.plans_time import PlanTime, Precision, say_time
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Approval, Block, Column, Holds, Paragraph, Stamp, Table
from altdesk.forms.form import LANDSCAPE, Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import DIRECTOR, GOVERNMENT, UNIVERSITY, VICE_RECTOR
from altdesk.forms.words import (
    PaperLanguage,
    called,
    called_lines,
    day,
    language_tag,
    long_day,
    say,
    stacked,
    value_language,
)
from altdesk.forms.words.events_kinds import DIRECTION_WORDS, EVENT_KIND_WORDS, FORM_WORDS
from altdesk.forms.words.plans import PLAN_KIND_WORDS, ROLE_WORDS

PLANNED = Mark()


@dataclass(frozen=True)
class PlanApproval:
    """One corner: post and name as in a signature, and the day it was given, if it was."""

    role: ApprovalRole
    post: Name
    name: str
    on: date | None = None


@dataclass(frozen=True)
class PlanPaperRow:
    said: ContentRow
    mark: Mark = Mark()


@dataclass(frozen=True)
class PlanData:
    """`draft`: not approved yet, which the paper says in words. `number` above 1 is that of an amendment.

    `replaced_on`: a newer version holds since then; the marks are those of that day.
    """

    kind: PlanKind
    title: str
    of: Name
    year: str
    rows: tuple[PlanPaperRow, ...]
    approvals: tuple[PlanApproval, ...] = ()
    draft: bool = False
    number: int = 1
    reason: str = ""
    organisation: Name = ""
    replaced_on: date | None = None


def body(data: PlanData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    rows, bands = _rows(data, value_language(language))
    table = Table(
        columns=(
            Column("no", say("no", language), 11, Align.CENTRE, holds=Holds.NUMBER),
            Column("event", say("plan_event", language), 81, breaks=True),
            Column("kind", say("plan_kind_form", language), 33, breaks=True),
            Column("direction", say("plan_direction", language), 34),
            Column("time", say("plan_time", language), 34, Align.CENTRE, holds=Holds.DAY),
            Column("responsible", say("plan_responsible", language), 40),
            Column("mark", say("plan_mark", language), 34),
        ),
        rows=rows,
        head_height=10,
        row_height=9,
        air=1.0,
        bands=bands,
    )
    under = "\n".join(part for part in (_called(data, language), say("plan_year", language, year=data.year)) if part)
    return (
        parts.footer("plan", None, options, f"{_called(data, value_language(language))}, {data.year}"),
        *parts.draft(data.draft, options),
        *((Stamp(say("plan_replaced_mark", language)),) if data.replaced_on else ()),
        *_corners(data, options),
        *parts.opening(options, data.organisation, say("plan", language), under),
        *(Paragraph(line, sizes=(11,), align=Align.CENTRE) for line in _standing(data, language)),
        table,
    )


def _standing(data: PlanData, language: PaperLanguage) -> list[str]:
    """Which version it is, where there were others, and that it is no approved plan or holds no more."""
    lines = [say("plan_version", language, number=data.number, reason=data.reason)] if data.number > 1 else []
    if data.replaced_on:
        lines.append(say("plan_replaced", language, number=data.number, day=day(data.replaced_on)))
    return [*lines, say("plan_draft", language)] if data.draft else lines


def _called(data: PlanData, language: PaperLanguage) -> str:
    """The plan as its owner calls it; by its kind where the title says no more than that."""
    title = data.title or say(PLAN_KIND_WORDS[data.kind], language)
    known = called_lines(data.of, PaperLanguage.BILINGUAL)
    if not known or any(name.casefold() in title.casefold() for name in known):
        return title
    return f"{called(data.of, language)}. {title}"


def _corners(data: PlanData, options: PrintOptions) -> list[Block]:
    """Who approves at the right, who agrees at the left; further ones one below the other."""
    right = [_corner(each, options) for each in data.approvals if each.role is ApprovalRole.APPROVES]
    left = [_corner(each, options) for each in data.approvals if each.role is not ApprovalRole.APPROVES]
    empty = ("", "", "", "")
    blocks: list[Block] = []
    for at in range(max(len(right), len(left))):
        blocks.append(Approval(right[at] if at < len(right) else empty, left[at] if at < len(left) else None))
    return blocks


def _corner(each: PlanApproval, options: PrintOptions) -> tuple[str, str, str, str]:
    language = options.language
    on = say(long_day(each.on) if each.on else "approval_day", value_language(language))
    return say(ROLE_WORDS[each.role], language), stacked(each.post, language), f"______________ {each.name}", on


def _rows(data: PlanData, language: PaperLanguage) -> tuple[tuple[tuple[str, ...], ...], frozenset[int]]:
    """The rows, numbered through, with a band where another section begins."""
    found: list[tuple[str, ...]] = []
    bands: set[int] = set()
    section = ""
    for number, row in enumerate(data.rows, 1):
        if row.said.section != section:
            section = row.said.section
            if section:
                bands.add(len(found))
                found.append((section, "", "", "", "", "", ""))
        found.append((str(number), *_cells(row, language)))
    return tuple(found), frozenset(bands)


def _cells(row: PlanPaperRow, language: PaperLanguage) -> tuple[str, ...]:
    said = row.said
    kind = say(EVENT_KIND_WORDS[said.kind], language) if said.kind and said.kind is not EventKind.OTHER else ""
    form = say(FORM_WORDS[said.form], language) if said.form else ""
    return (
        "\n".join(part for part in (said.title, said.note) if part),
        "\n".join(part for part in (kind, form) if part),
        say(DIRECTION_WORDS[said.direction], language) if said.direction else "",
        say_time(said.time, language_tag(language)),
        said.responsible,
        _mark(row.mark, language),
    )


def _mark(mark: Mark, language: PaperLanguage) -> str:
    match mark.state:
        case HeldState.HELD:
            if mark.held_on is None:
                return say("plan_held_some_day", language)
            return say("plan_held", language, day=day(mark.held_on))
        case HeldState.MOVED:
            return say("plan_moved", language, day=day(mark.moved_on))
        case HeldState.NOT_HELD:
            return say("plan_not_held", language, reason=mark.reason)
    return ""


def name(data: PlanData, options: PrintOptions) -> str:
    return f"{_called(data, options.language)}, {data.year}"


def sample() -> PlanData:
    def row(number: int, section: str, title: str, time: PlanTime, *more: object, mark: Mark = PLANNED) -> PlanPaperRow:
        return PlanPaperRow(ContentRow(number, section, title, time, *more), mark)  # type: ignore[arg-type]

    first, last = date(2026, 9, 1), date(2027, 8, 31)
    study, life = "I. Азаматтық және адамгершілік тәрбие", "II. Шығармашылық және спорт"
    mass, group = EventForm.MASS, EventForm.GROUP
    return PlanData(
        PlanKind.GOVERNMENT,
        "Студенттік үкіметтің жұмыс жоспары",
        GOVERNMENT,
        "2026-2027",
        (
            row(1, study, "Бірінші курс студенттерімен таныстыру кездесуі", _day(2026, 9, 4), EventKind.MEETING, mass,
                Direction.CIVIC, None, "Төраға", mark=Mark(HeldState.HELD, date(2026, 9, 4))),
            row(2, study, "«Адал ұрпақ» дөңгелек үстелі: академиялық адалдық қағидаларын талқылау",
                PlanTime(Precision.MONTH, date(2026, 10, 1), date(2026, 10, 31)), EventKind.ROUND_TABLE, group,
                Direction.MORAL, None, "Ақпарат секторының жетекшісі",
                mark=Mark(HeldState.MOVED, moved_on=date(2026, 11, 12), reason="Зал бос емес")),
            row(3, study, "«Таза қала» акциясы", PlanTime(Precision.DAYS, date(2026, 10, 16), date(2026, 10, 17)),
                EventKind.CAMPAIGN, mass, Direction.LABOUR, None, "Еріктілер секторының жетекшісі",
                mark=Mark(HeldState.NOT_HELD, reason="ауа райы қолайсыз болды")),
            row(4, life, "Клубтардың таныстыру күні", PlanTime(Precision.MONTHS, date(2026, 11, 1), date(2026, 12, 31)),
                EventKind.CONCERT, mass, Direction.AESTHETIC, None, "Мәдениет секторының жетекшісі"),
            row(5, life, "Студенттер үйлерінің тұрғындарымен жеке әңгімелесу", PlanTime(Precision.YEAR, first, last),
                EventKind.TALK, EventForm.INDIVIDUAL, None, None, "Төрағаның орынбасары"),
        ),
        (
            PlanApproval(ApprovalRole.AGREES, DIRECTOR, "А.С.\u00a0Үлгібаев", date(2026, 9, 1)),
            PlanApproval(
                ApprovalRole.APPROVES,
                VICE_RECTOR,
                "З.Қ.\u00a0Нұсқабаева",
                date(2026, 9, 2),
            ),
        ),
        organisation=UNIVERSITY,
    )  # fmt: skip


def _day(year: int, month: int, number: int) -> PlanTime:
    return PlanTime(Precision.DAY, date(year, month, number), date(year, month, number))


FORM = Form(
    code="plan",
    version=1,
    title="plan",
    data=PlanData,
    body=body,
    name=name,
    sample=sample,
    page=LANDSCAPE,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
