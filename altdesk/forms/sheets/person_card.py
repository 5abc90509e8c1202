"""The data card of a person (Law 94-V): everything the desk holds about one person, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.organisation import Signatory
from altdesk.domain.people import Person, PersonKind, Post
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Fields, Heading, Holds, Paragraph, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import GOVERNMENT, SPECIALIST, UNIVERSITY
from altdesk.forms.words import PaperLanguage, called, day, say, value_language
from altdesk.forms.words.people import DUTY_WORDS, NAMED_WORDS, OTHER, PERSON_KIND_WORDS, PRESENCE_WORDS
from altdesk.forms.words.wording import Words


@dataclass(frozen=True)
class TermRow:
    body: Name
    post: str
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True)
class DutyRow:
    """A document the person had to know; `state` is a key of DUTY_WORDS."""

    document: str
    revision: int
    state: str
    on: date | None = None


@dataclass(frozen=True)
class TaskRow:
    text: str
    due: str
    done: bool
    on: date | None = None


@dataclass(frozen=True)
class MeetingRow:
    """A meeting; `presence` is a key of PRESENCE_WORDS."""

    body: Name
    number: str
    held_on: date
    presence: str


@dataclass(frozen=True)
class CopyRow:
    document: str
    number: int
    given_on: date
    back_on: date | None = None


@dataclass(frozen=True)
class PersonCardData:
    """A person with all that is held; `named` are other records by table (NAMED_WORDS) and name, `files` by name and
    day."""

    person: Person
    interests: tuple[str, ...] = ()
    terms: tuple[TermRow, ...] = ()
    duties: tuple[DutyRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    copies: tuple[CopyRow, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, date], ...] = ()
    since: date | None = None
    last: date | None = None
    steps: int = 0
    signature: str = ""  # the name as in a signature
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: PersonCardData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    as_of = say("as_of", language, day=day(data.on)) if data.on else ""
    blocks: list[Block] = [
        parts.footer("person_card", data.on, options),
        *parts.opening(options, data.organisation, say("person_card", language), as_of),
        Fields(_about(data, language), size=11, after=2),
    ]
    for head, table in _sections(data, language):
        if table.rows:
            blocks += [Heading(say(head, language)), table]
    kept = say("card_kept", value_language(language), since=day(data.since), last=day(data.last), steps=data.steps)
    blocks.append(Paragraph(kept, sizes=(11,)))
    signing = ((say("card_seen", language), data.signature or data.person.full_name),)
    return (*blocks, parts.signatures((*data.signed_by, *signing), options))


def _about(data: PersonCardData, language: PaperLanguage) -> tuple[tuple[str, str], ...]:
    person, values = data.person, value_language(language)
    further = "; ".join(", ".join(filter(None, (post.title, post.unit))) for post in person.further_posts)
    group = ", ".join(filter(None, (person.group, str(person.course or ""))))
    said = (
        ("full_name", person.full_name),
        ("kind", say(PERSON_KIND_WORDS[person.kind], values)),
        ("post", person.post),
        ("unit", person.unit),
        ("further_posts", further),
        ("group_course", group),
        ("phone", person.phone),
        ("email", person.email),
        ("interests", ", ".join(data.interests)),
        ("note", person.note),
        ("consent_on", day(person.consent_on) or say("no_consent", values)),
        ("left_on", day(person.left_on)),
    )
    return tuple((say(key, language), value) for key, value in said if value)


def _sections(data: PersonCardData, language: PaperLanguage) -> tuple[tuple[str, Table], ...]:
    values = value_language(language)

    def words(known: dict[str, Words], key: str) -> str:
        return say(known.get(key, OTHER), values)

    terms = tuple((called(each.body, values), each.post, day(each.starts_on), day(each.ends_on)) for each in data.terms)
    duties = tuple(
        (each.document, str(each.revision), words(DUTY_WORDS, each.state), day(each.on)) for each in data.duties
    )
    tasks = tuple(
        (each.text, each.due, say("task_done" if each.done else "task_open", values), day(each.on))
        for each in data.tasks
    )
    meetings = tuple(
        (called(each.body, values), each.number, day(each.held_on), words(PRESENCE_WORDS, each.presence))
        for each in data.meetings
    )
    copies = tuple((each.document, str(each.number), day(each.given_on), day(each.back_on)) for each in data.copies)
    named = tuple((words(NAMED_WORDS, table), name) for table, name in data.named)
    files = tuple((file, day(added)) for file, added in data.files)
    wide, short = (("body", 67), ("post", 62)), DAY
    return (
        ("card_terms", _table(language, terms, *wide, ("starts_on", short), ("ends_on", short))),
        ("card_duties", _table(language, duties, ("document_title", 88), ("copy_revision", 19), ("state", 45),
                               ("date", short))),
        ("card_tasks", _table(language, tasks, ("task", 88), ("due", 32), ("state", 32), ("date", short))),
        ("card_meetings", _table(language, meetings, ("body", 78), ("minutes_number", 27), ("date", short),
                                 ("attends", 47))),
        ("card_copies", _table(language, copies, ("document_title", 110), ("copy_no", 19), ("copy_given", short),
                               ("copy_returned", short))),
        ("card_named", _table(language, named, ("card_kind", 65), ("card_record", 110))),
        ("card_files", _table(language, files, ("file_name", 152), ("date", short))),
    )  # fmt: skip


SHORT, DAY = 34, 23  # mm; narrower columns stand in the middle


def _table(language: PaperLanguage, rows: tuple[tuple[str, ...], ...], *columns: tuple[str, int]) -> Table:
    made = []
    for at, (key, width) in enumerate(columns):
        middle = at > 0 and width < SHORT
        holds = Holds.DAY if width == DAY else Holds.TEXT
        align = Align.CENTRE if middle else Align.LEFT
        made.append(Column(key, say(key, language), width, align, sizes=(10.5, 10, 9.5), holds=holds, breaks=at == 0))
    return Table(tuple(made), rows)


def name(data: PersonCardData, options: PrintOptions) -> str:
    return f"{say('person_card', options.language)} – {data.person.full_name}"


def sample() -> PersonCardData:
    person = Person(
        "Мысалова", "Айша", "Үлгіқызы", PersonKind.STUDENT, "Студент", "Көлік инженериясы институты",
        (Post("Кітапханашы көмекшісі", "Кітапхана"),), "ЖК-23-1", 3, "aisha.mysalova@example.kz", "+7 701 000 00 00",
        "Шахмат турнирлерін ұйымдастыруға көмектеседі.", date(2025, 9, 1), None, 7, "Мысалова Айша Үлгіқызы",
    )  # fmt: skip
    rules = "ЖН-ALT-00 Жастармен жұмысты ұйымдастыру қағидалары"
    return PersonCardData(
        person,
        ("шахмат", "пікірсайыс"),
        (
            TermRow(GOVERNMENT, "Хатшы", date(2026, 9, 15)),
            TermRow("«Шахмат» үйірмесі", "Мүше", date(2025, 10, 1), date(2026, 6, 30)),
        ),
        (
            DutyRow(rules, 1, "signed", date(2025, 9, 20)),
            DutyRow(rules, 2, "owed"),
            DutyRow("ҚР-ALT-05 Ішкі аудит", 1, "refused"),
        ),
        (
            TaskRow("Күзгі шахмат турнирінің ережесін дайындау", "01.11.2026", True, date(2026, 10, 28)),
            TaskRow("Жаңа мүшелердің тізімін тапсыру", "келесі мәжіліске дейін", False),
        ),
        (
            MeetingRow(GOVERNMENT, "3", date(2026, 10, 12), "present"),
            MeetingRow(GOVERNMENT, "4", date(2026, 11, 9), "excused"),
        ),
        (CopyRow(rules, 4, date(2026, 9, 3)),),
        (("saved_group", "СҮ белсенділері"), ("sheet_row", "12"), ("point_person", "Студенттік үкімет 3 12.10.2026")),
        (("келісім Мысалова.pdf", date(2025, 9, 1)),),
        date(2025, 9, 1),
        date(2026, 11, 9),
        6,
        "А.Ү.\u00a0Мысалова",
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="person_card",
    version=1,
    title="person_card",
    data=PersonCardData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX),
)
