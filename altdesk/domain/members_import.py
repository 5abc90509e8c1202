"""Members out of the rows of a foreign list: who, in which post of which body, from when to when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from altdesk.domain.academic_year import YearStart, academic_year_of
from altdesk.domain.bodies_kinds import is_government, kind_of, written_out
from altdesk.domain.cell_columns import CellColumns
from altdesk.domain.cells import Cell, cell_text, is_blank
from altdesk.domain.clean import clean
from altdesk.domain.columns import Column, Heads
from altdesk.domain.dates import parse_day
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.import_plan import RowRepair, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.members_columns import OF_PERSON, MembersField
from altdesk.domain.people import PersonDraft, PersonKind
from altdesk.domain.people_columns import PeopleField
from altdesk.domain.people_import import DraftRow
from altdesk.domain.people_import import propose as propose_people
from altdesk.domain.remarks import Remark, remark
from altdesk.domain.spans import Span

BODY_TAKEN = N_("This row names the body of the people below it; they were put into it.")
NO_TERM = N_("“%(text)s” is no term: write 01.09.2026 – 30.06.2027, or 2026-2027.")

_DAY = re.compile(r"(?<!\d)\d{1,2}[./,]\d{1,2}[./,]\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_LIST = re.compile(r"\b(?:тізімі|мүшелерінің|мүшелері|список|членов|члены|members|list|of)\b", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-–—/]\s*(20)?(\d\d)(?!\d)")

M = MembersField


@dataclass(frozen=True)
class MemberDraft(PersonDraft):
    """A person in a post of a body, as typed or imported."""

    body: str = ""
    body_post: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    term_note: str = ""


def draft_of(person: PersonDraft, like: MemberDraft) -> MemberDraft:
    """The person as given, in the post of `like`."""
    return replace(like, **{each.name: getattr(person, each.name) for each in fields(PersonDraft)})


def person_of(draft: PersonDraft) -> PersonDraft:
    """Only the person of a member."""
    return PersonDraft(**{each.name: getattr(draft, each.name) for each in fields(PersonDraft)})


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member as the file has it; a day that is None is not said."""

    person: DraftRow
    draft: MemberDraft
    problems: tuple[Remark, ...] = ()
    repairs: tuple[RowRepair, ...] = ()

    @property
    def number(self) -> int:
        return self.person.number


@dataclass(frozen=True, slots=True)
class MembersProposal:
    rows: list[MemberRow]
    skipped: list[SkippedRow]
    unit_parents: Mapping[str, str]


@dataclass(frozen=True)
class Known:
    """What reading needs to know of the desk: bodies by the find key of their names, when years begin, today."""

    today: date
    bodies: Mapping[str, str] = field(default_factory=dict)
    year_start: YearStart = field(default_factory=YearStart)

    def body(self, text: str) -> str:
        """The kept body that a text names, in whatever letters; empty when it names none."""
        return self.bodies.get(fold(text), "")


def propose(rows: Sequence[Sequence[Cell]], heads: Heads[MembersField], known: Known) -> MembersProposal:
    """The members of these rows. Refused when no column holds names, or when nobody is there."""
    body, sections, kept_rows = _sections(rows, heads, known)
    people = propose_people(kept_rows, _people_heads(heads), known.today)
    below = rows[heads.first_row :]
    columns = CellColumns(below, heads.mapping, known.today)
    texts = {name: columns.texts(name) for name in (M.BODY, M.BODY_POST, M.NOTE)}
    spans = _Spans(columns, known)
    found: list[MemberRow] = []
    for person in people.rows:
        at = person.number - heads.first_row - 1
        row = below[at]
        span, problems = spans.at(at)
        draft = draft_of(person.draft, MemberDraft(
            body=texts[M.BODY][at] or sections.get(at, "") or body,
            body_post=texts[M.BODY_POST][at],
            starts_on=span[0],
            ends_on=span[1],
            term_note=texts[M.NOTE][at],
        ))  # fmt: skip
        draft = replace(draft, kind=PersonKind.STUDENT)
        person = replace(person, draft=person_of(draft))
        found.append(
            MemberRow(
                person, draft, (*person.problems, *columns.problems(row), *problems),
                (*person.repairs, *columns.repairs(row)),
            )
        )  # fmt: skip
    skipped = [*people.skipped, *_section_rows(rows, heads, kept_rows)]
    return MembersProposal(found, sorted(skipped, key=lambda each: each.number), people.unit_parents)


def _people_heads(heads: Heads[MembersField]) -> Heads[PeopleField]:
    """The columns about the person, as a list of people has them."""
    columns = tuple(
        Column(each.index, each.heading, OF_PERSON.get(each.field) if each.field else None) for each in heads.columns
    )
    return Heads(heads.first_row, columns, heads.found)


def _sections(
    rows: Sequence[Sequence[Cell]], heads: Heads[MembersField], known: Known
) -> tuple[str, dict[int, str], list[Sequence[Cell]]]:
    """The body a title above the heads names, the body of each row by headings among them, and the rows without those.

    A row with one filled cell is the heading of a part when it names a kept body, or sounds like a body at all.
    """
    titles = (clean(cell_text(cell)).text for row in rows[: heads.first_row] for cell in row if not is_blank(cell))
    body = next((named for title in titles if (named := _titled(title, known))), "")
    current, sections = "", {}
    kept = list(rows)
    for at, row in enumerate(rows[heads.first_row :]):
        filled = [clean(cell_text(cell)).text for cell in row if not is_blank(cell)]
        if len(filled) == 1 and len(heads.mapping) > 1 and (known.body(filled[0]) or kind_of(filled[0])):
            current = known.body(filled[0]) or filled[0]
            kept[heads.first_row + at] = [None] * len(row)
        sections[at] = current
    return body, sections, kept


def _titled(title: str, known: Known) -> str:
    """The body a title speaks of: its name, or «СҮ ТІЗІМІ»; empty when it speaks of none."""
    text = _LIST.sub("", title).strip(' «»“”":.')
    return known.body(title) or known.body(text) or (written_out(text) if is_government(written_out(text)) else "")


def _section_rows(
    rows: Sequence[Sequence[Cell]], heads: Heads[MembersField], kept: Sequence[Sequence[Cell]]
) -> list[SkippedRow]:
    found = []
    for at in range(heads.first_row, len(rows)):
        if kept[at] is not rows[at]:
            text = " ".join(clean(cell_text(cell)).text for cell in rows[at] if not is_blank(cell))
            found.append(SkippedRow(at + 1, text, remark(BODY_TAKEN)))
    return found


class _Spans:
    """From when to when, by two columns of days or one of terms."""

    def __init__(self, columns: CellColumns[MembersField], known: Known) -> None:
        self._known = known
        self._starts, self._ends = columns.days(M.STARTS_ON), columns.days(M.ENDS_ON)
        self._terms = columns.texts(M.TERM)

    def at(self, place: int) -> tuple[tuple[date | None, date | None], tuple[Remark, ...]]:
        start, end, term = self._starts[place], self._ends[place], self._terms[place]
        if not term or (start and end):
            return (start, end), ()
        said = term_of(term, self._known)
        if said is None:
            return (start, end), (remark(NO_TERM, text=term),)
        return (start or said.starts_on, end or said.ends_on), ()


def term_of(text: str, known: Known) -> Span | None:
    """The term a text says: one day or two, or an academic year; None when it says none."""
    days = []
    for found in _DAY.findall(text):
        try:
            days.append(parse_day(found, known.today))
        except Refusal:
            return None
    if days:
        return Span(days[0], days[1] if len(days) > 1 else None)
    if (years := _YEARS.search(text)) and int(years[3]) == (int(years[1]) + 1) % 100:
        year = academic_year_of(int(years[1]), known.year_start)
        return Span(year.first, year.last)
    return None
