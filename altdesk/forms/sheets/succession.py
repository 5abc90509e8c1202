"""The act by which a successor takes over the desk: what is open, out, given and kept on the day of the change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.backups import Reason
from altdesk.domain.documents import RevisionState
from altdesk.domain.names import signature_name, split_full_name
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Heading, Holds, Keep, Paragraph, Signatures, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import DEPARTMENT, DIRECTOR, GOVERNMENT, UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.sheets.tasks import Source, Standing, TaskRow, sourced
from altdesk.forms.words import STATE_WORDS, PaperLanguage, called, day, say, stacked, value_language
from altdesk.forms.words.succession import REASON_WORDS

BY_HAND = "_" * 22


@dataclass(frozen=True)
class SheetOut:
    """A sheet that is not back with all signatures; `open` of `total` rows are without."""

    number: int
    document: str
    printed_on: date | None
    expected_on: date | None
    open: int
    total: int


@dataclass(frozen=True)
class PaperOut:
    """A revision on its way (`state`), or minutes: drafts have no number, others are not signed."""

    called: Name
    number: str
    state: RevisionState | None
    since: date | None


@dataclass(frozen=True)
class CopyOut:
    document: str
    number: int
    holder: str
    unit: str
    given_on: date | None


@dataclass(frozen=True)
class BackupKept:
    """A copy on the shelf; `made` is the time on the wall as text."""

    made: str
    reason: Reason
    file: str


@dataclass(frozen=True)
class SuccessionData:
    """The desk as it is handed over; `outside` is when the last copy on another disk was made, as text."""

    tasks: tuple[TaskRow, ...] = ()
    sheets: tuple[SheetOut, ...] = ()
    papers: tuple[PaperOut, ...] = ()
    copies: tuple[CopyOut, ...] = ()
    backups: tuple[BackupKept, ...] = ()
    outside: str = ""
    people: int = 0
    documents: int = 0
    minutes: int = 0
    gives: Signatory = ("", "")
    head: Signatory = ("", "")
    on: date | None = None
    organisation: Name = ""
    department: Name = ""


def body(data: SuccessionData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    under = say("as_of", language, day=day(data.on)) if data.on else ""
    counts = {"people": data.people, "documents": data.documents, "minutes": data.minutes}
    department = stacked(data.department, language)
    blocks: list[Block] = [
        parts.footer("succession", data.on, options),
        *parts.opening(options, data.organisation, say("succession", language), under),
        *((Paragraph(department, sizes=(11,), align=Align.CENTRE),) if department else ()),
        Paragraph(say("succession_holds", values, **counts), sizes=(11,)),
    ]
    for key, table in _sections(data, language):
        blocks += [Heading(say(key, language)), table]
    outside = "succession_outside" if data.outside else "succession_no_outside"
    last = (blocks.pop(), Paragraph(say(outside, values, day=data.outside), sizes=(11,), after=4))
    return (*blocks, Keep((*last, Signatures(_signing(data, values)))))


def _sections(data: SuccessionData, language: PaperLanguage) -> tuple[tuple[str, Table], ...]:
    return (
        ("succession_tasks", _tasks(data, language)),
        ("succession_sheets", _sheets(data, language)),
        ("succession_papers", _papers(data, language)),
        ("succession_copies", _copies(data, language)),
        ("succession_backups", _backups(data, language)),
    )


def _tasks(data: SuccessionData, language: PaperLanguage) -> Table:
    values = value_language(language)
    rows = tuple(
        (row.text, row.responsible, row.due_text or day(row.due), sourced(row.source, values)) for row in data.tasks
    )
    columns = (
        Column("text", say("task", language), 66, breaks=True, sizes=(10, 9.5)),
        Column("who", say("responsible", language), 45, sizes=(10, 9.5)),
        Column("due", say("due", language), 24, Align.CENTRE, sizes=(10, 9.5, 9), holds=Holds.DAY),
        Column("source", say("source", language), 31, sizes=(9.5, 9)),
    )
    return _numbered(language, columns, rows)


def _sheets(data: SuccessionData, language: PaperLanguage) -> Table:
    rows = tuple(
        (str(each.number), each.document, day(each.printed_on), day(each.expected_on), f"{each.open} / {each.total}")
        for each in data.sheets
    )
    columns = (
        Column("number", say("succession_sheet", language), 18, Align.CENTRE, holds=Holds.NUMBER),
        Column("document", say("document_title", language), 78, sizes=(10, 9.5)),
        Column("printed", say("succession_printed", language), 24, Align.CENTRE, holds=Holds.DAY),
        Column("expected", say("succession_expected", language), 24, Align.CENTRE, holds=Holds.DAY),
        Column("open", say("succession_open", language), 22, Align.CENTRE),
    )
    return _numbered(language, columns, rows)


def _papers(data: SuccessionData, language: PaperLanguage) -> Table:
    values = value_language(language)

    def named(each: PaperOut) -> str:
        of = called(each.called, values)
        if each.state is not None:
            return say("succession_revision", values, code=of, number=each.number)
        key = "succession_minutes" if each.number else "succession_draft"
        return say(key, values, body=of, number=each.number)

    def state(each: PaperOut) -> str:
        if each.state is not None:
            return say(STATE_WORDS[each.state], values)
        return say("succession_unsigned", values) if each.number else say(STATE_WORDS[RevisionState.DRAFT], values)

    rows = tuple((named(each), state(each), day(each.since)) for each in data.papers)
    columns = (
        Column("paper", say("succession_paper", language), 98),
        Column("state", say("state", language), 44),
        Column("since", say("succession_since", language), 24, Align.CENTRE, holds=Holds.DAY),
    )
    return _numbered(language, columns, rows)


def _copies(data: SuccessionData, language: PaperLanguage) -> Table:
    rows = tuple((each.document, str(each.number), each.holder, each.unit, day(each.given_on)) for each in data.copies)
    columns = (
        Column("document", say("document_title", language), 58, sizes=(10, 9.5)),
        Column("number", say("copy_no", language), 16, Align.CENTRE, holds=Holds.NUMBER),
        Column("holder", say("name_short", language), 40, sizes=(10, 9.5)),
        Column("unit", say("unit", language), 28, sizes=(9.5, 9)),
        Column("given", say("copy_given", language), 24, Align.CENTRE, holds=Holds.DAY),
    )
    return _numbered(language, columns, rows)


def _backups(data: SuccessionData, language: PaperLanguage) -> Table:
    values = value_language(language)
    rows = tuple((each.made, say(REASON_WORDS[each.reason], values), each.file) for each in data.backups)
    columns = (
        Column("made", say("succession_made", language), 40),
        Column("why", say("succession_why", language), 52),
        Column("file", say("succession_where", language), 74, sizes=(9.5, 9)),
    )
    return _numbered(language, columns, rows)


def _numbered(language: PaperLanguage, columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    first = Column("no", say("no", language), 9, Align.CENTRE, holds=Holds.NUMBER)
    nothing = ("", say("succession_nothing", value_language(language)), *("" for _ in columns[1:]))
    return Table((first, *columns), parts.numbered(rows) or (nothing,))


def _signing(data: SuccessionData, values: PaperLanguage) -> tuple[tuple[str, str], ...]:
    """Who gives, who takes over (named by hand), and before whom; the day stands at the head of the act."""
    people = (("gave", *data.gives), ("took", "", BY_HAND), ("agreed", *data.head))
    said = ((say(key, values).capitalize(), called(post, values), name) for key, post, name in people if name)
    return tuple((f"{key}: {post}" if post else key, _signature(name)) for key, post, name in said)


def _signature(name: str) -> str:
    return name if name == BY_HAND else signature_name(split_full_name(name).parts)


def name(data: SuccessionData, options: PrintOptions) -> str:
    title = say("succession", value_language(options.language)).capitalize()
    return f"{title} {day(data.on)}".strip()


def sample() -> SuccessionData:
    rules = "ЖН-ALT-00 Жастармен жұмысты ұйымдастыру қағидалары"
    return SuccessionData(
        (
            TaskRow("Күзгі шахмат турнирінің ережесін дайындау", "Мысалова Айша Үлгіқызы", date(2026, 12, 1), "",
                    Standing.OPEN, Source(GOVERNMENT, "3", "1.2", date(2026, 10, 12))),
            TaskRow("Жаңа мүшелердің тізімін тапсыру", "Бірінші Алдияр Үлгіұлы", None, "келесі мәжіліске дейін",
                    Standing.OPEN, None),
        ),
        (
            SheetOut(12, rules, date(2026, 11, 3), date(2026, 11, 17), 4, 22),
            SheetOut(14, "ҚР-ALT-05 Ішкі аудит", None, None, 9, 9),
        ),
        (
            PaperOut("ҚР-ALT-05", "3", RevisionState.AGREED, date(2026, 11, 10)),
            PaperOut(GOVERNMENT, "4", None, date(2026, 11, 9)),
            PaperOut("Студенттік клуб", "", None, date(2026, 11, 20)),
        ),
        (CopyOut(rules, 4, "Тәуекел Заңғар Ермекұлы", "ТжӘЖД", date(2026, 9, 3)),),
        (
            BackupKept("22.11.2026 17:58", Reason.CLOSE, "2026-11-22-175800-close.zip"),
            BackupKept("20.11.2026 12:00", Reason.HOUR, "2026-11-20-120000-hour.zip"),
        ),
        "16.11.2026 18:05",
        1240,
        37,
        18,
        (YOUTH_SPECIALIST, "Мұхамеджан Әсем"),
        (DIRECTOR, "Тәуекел Заңғар Ермекұлы"),
        date(2026, 11, 22),
        UNIVERSITY,
        DEPARTMENT,
    )  # fmt: skip


FORM = Form(
    code="succession",
    version=1,
    title="succession",
    data=SuccessionData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
)
