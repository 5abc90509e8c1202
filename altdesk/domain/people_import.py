"""People out of the rows of a foreign list: names mended and taken apart, each row with what is odd about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from altdesk.domain.cell_columns import CellColumns
from altdesk.domain.cells import Cell, cell_text
from altdesk.domain.clean import clean
from altdesk.domain.columns import Heads
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.import_plan import RowRepair, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.names import NameParts, one_line, proper_case, split_full_name
from altdesk.domain.people import PersonDraft, PersonKind
from altdesk.domain.people_columns import NAME_FIELDS, UNIT_FIELDS, PeopleField
from altdesk.domain.people_kinds import kind_of
from altdesk.domain.people_rows import NobodyHere
from altdesk.domain.remarks import Remark, remark

NO_NAMES = N_("No column with names was found. Choose the column that holds the names.")
NO_PEOPLE = N_("There is nobody under the heads of this list.")
CAPITALS = N_("Capital letters made small")
NO_EMAIL = N_("“%(text)s” is not an email address.")
NO_KIND = N_("“%(text)s” is no kind of person (staff, student, outsider).")

_COURSE_IN_GROUP = re.compile(r"(?:^|[\s,;/(])([1-9])\s*-?\s*(?:курс\w*|к\.)|[,;/]\s*([1-9])\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"[;,\s]+(?=\S+@)|[;,]\s*|(?<=\w)\s+(?=\+)")
_SAID_NOTHING: frozenset[str] = frozenset()
_USUAL_PATRONYMICS = ("ұлы", "қызы", "улы", "кызы", "ович", "евич", "овна", "евна")
_OTHER_ENDS = ("лы", "лу", "гли", "ызы", "изи", "ич", "ыч", "вна", "чна", "ly", "lu", "zy", "ich", "vna", "chna")

P = PeopleField


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One person as the file has it, with the find key of the name.

    `one_cell`: the name stood in one cell and was split here; not `certain`: the split is a guess. `kind_given`: the
    file says the kind, it was not guessed from the rest.
    """

    number: int
    draft: PersonDraft
    fold_key: str
    one_cell: bool = False
    certain: bool = True
    kind_given: bool = False
    repairs: tuple[RowRepair, ...] = ()
    problems: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything a list of people holds. `unit_parents`: the unit above a unit, where the list says it."""

    rows: list[DraftRow]
    skipped: list[SkippedRow]
    unit_parents: Mapping[str, str]


def person_key(full_name: str) -> str:
    """What all spellings of one name share, in whatever order its words stand."""
    return key_of(fold(full_name))


def key_of(fold_key: str) -> str:
    """`person_key` of a name whose find key is known already."""
    return " ".join(sorted(fold_key.split(" ")))


def propose(rows: Sequence[Sequence[Cell]], heads: Heads[PeopleField], today: date) -> Proposal:
    """The people of these rows. Refused when no column holds names, or when nobody is there."""
    if not NAME_FIELDS & set(heads.mapping.values()):
        raise Refusal(NO_NAMES)
    proposal = _Reader(rows, heads, today).proposal()
    if not proposal.rows:
        raise Refusal(NO_PEOPLE)
    return proposal


class _Reader:
    """Reads the list column by column and puts the rows together; remembers the part of the list it stands in."""

    def __init__(self, rows: Sequence[Sequence[Cell]], heads: Heads[PeopleField], today: date) -> None:
        self._first = heads.first_row
        self._rows = rows[heads.first_row :]
        self._columns = columns = CellColumns(self._rows, heads.mapping, today)
        self._mapped = set(heads.mapping.values())
        self._nobody = NobodyHere(rows, heads)
        self._names = [columns.texts(name, but=_SAID_NOTHING) for name in (P.SURNAME, P.GIVEN_NAME, P.PATRONYMIC)]
        self._full = columns.texts(P.FULL_NAME, but=_SAID_NOTHING)
        self._units = [columns.texts(name) for name in UNIT_FIELDS if name in self._mapped]
        self._posts = columns.texts(P.POST)
        self._groups = columns.texts(P.GROUP)
        self._courses = columns.courses(P.COURSE)
        self._both = columns.texts(P.GROUP_AND_COURSE)
        self._emails = columns.texts(P.EMAIL)
        self._phones = columns.texts(P.PHONE)
        self._contacts = columns.texts(P.CONTACT)
        self._kinds = columns.texts(P.KIND)
        self._notes = columns.texts(P.NOTE)
        self._consents = columns.days(P.CONSENT_ON)
        self._left = columns.days(P.LEFT_ON)
        self._kind_words: dict[str, PersonKind | None] = {}
        self._parents: dict[str, str] = {}
        self._folds: dict[str, str] = {}

    def proposal(self) -> Proposal:
        found: list[DraftRow] = []
        skipped: list[SkippedRow] = []
        section = ""
        for place, row in enumerate(self._rows):
            if row.count(None) >= len(row) - 1:
                heading, reason = self._nobody.heading(row, may_be_unit=not self._units)
                if reason is not None:
                    section = heading or section
                    skipped.append(_skipped(self._first + place + 1, row, reason))
                    continue
            drafted = self._drafted(place, row, section)
            if isinstance(drafted, DraftRow):
                found.append(drafted)
            elif row.count(None) < len(row):
                skipped.append(_skipped(self._first + place + 1, row, drafted))
        return Proposal(found, skipped, self._parents)

    def _drafted(self, place: int, row: Sequence[Cell], section: str) -> DraftRow | Remark:
        """The person of this row, or why there is none."""
        problems: list[Remark] = []
        repairs: list[RowRepair] = []
        parts, certain = self._name(place, repairs)
        name = one_line(parts)
        reason = self._nobody.why(name, row, certain=certain)
        if reason is not None:
            return reason
        group, course = self._group(place)
        post = self._posts[place]
        kind, kind_given = self._kind(place, problems, studies=bool(group or course) and not post)
        email, phone = self._contact(place, problems)
        draft = PersonDraft(
            *(parts.surname, parts.given_name, parts.patronymic, kind, post, self._unit(place) or section, ()),
            *(group, course, email, phone, self._notes[place], self._consents[place], self._left[place]),
        )
        mended = self._columns.repairs(row) + tuple(repairs)
        unread = self._columns.problems(row) + tuple(problems)
        number = self._first + place + 1
        one_cell = P.FULL_NAME in self._mapped
        return DraftRow(number, draft, self._folded(parts), one_cell, certain, kind_given, mended, unread)

    def _folded(self, parts: NameParts) -> str:
        """`fold` of the whole name: of its words, many of which many people share."""
        folds = self._folds
        for part in (parts.surname, parts.given_name, parts.patronymic):
            if part not in folds:
                folds[part] = fold(part)
        surname, given, patronymic = folds[parts.surname], folds[parts.given_name], folds[parts.patronymic]
        if surname and given and patronymic:
            return f"{surname} {given} {patronymic}"
        return " ".join(filter(None, (surname, given, patronymic)))

    def _name(self, place: int, repairs: list[RowRepair]) -> tuple[NameParts, bool]:
        if P.FULL_NAME in self._mapped:
            text = self._full[place]
            if usual := _usual_name(text):
                return usual, True
            split = split_full_name(_proper(text, "full_name", repairs))
            return split.parts, split.certain
        surnames, given_names, patronymics = self._names
        return NameParts(
            _proper(surnames[place], "surname", repairs),
            _proper(given_names[place], "given_name", repairs),
            _proper(patronymics[place], "patronymic", repairs),
        ), True

    def _unit(self, place: int) -> str:
        """The most specific unit of the row; the next one above it is remembered as its parent."""
        unit = ""
        for texts in self._units:
            text = texts[place]
            if text and unit and text != unit:
                self._parents.setdefault(unit, text)
                break
            unit = unit or text
        return unit

    def _group(self, place: int) -> tuple[str, int | None]:
        group, course, both = self._groups[place], self._courses[place], self._both[place]
        if both:
            found = _COURSE_IN_GROUP.search(both)
            course = course or (int(found[1] or found[2]) if found else None)
            group = group or (_COURSE_IN_GROUP.sub(" ", both, count=1) if found else both).strip(" ,;/()-")
        return group, course

    def _kind(self, place: int, problems: list[Remark], *, studies: bool) -> tuple[PersonKind, bool]:
        """The kind, and whether the file says it: a group without a post only lets one guess a student."""
        said = self._kinds[place]
        if said and self._word(said) is None:
            problems.append(remark(NO_KIND, text=said))
        kind = self._word(said)
        if kind is not None:
            return kind, True
        post_kind = self._word(self._posts[place])
        return (PersonKind.STUDENT if studies or post_kind is PersonKind.STUDENT else PersonKind.STAFF), False

    def _word(self, text: str) -> PersonKind | None:
        if text not in self._kind_words:
            self._kind_words[text] = kind_of(text) if text else None
        return self._kind_words[text]

    def _contact(self, place: int, problems: list[Remark]) -> tuple[str, str]:
        email, phone = self._emails[place], self._phones[place]
        if both := self._contacts[place]:
            each = [part for part in _SEVERAL.split(both) if part]
            email = email or "; ".join(part for part in each if "@" in part)
            phone = phone or "; ".join(part for part in each if "@" not in part)
        if email and "@" not in email:
            problems.append(remark(NO_EMAIL, text=email))
        return email, phone


def _usual_name(text: str) -> NameParts | None:
    """The parts of a name written the usual way, as `split_full_name` finds them, only faster; None for all others."""
    words = text.split(" ")
    if len(words) != 3 or not words[2].endswith(_USUAL_PATRONYMICS) or len(words[2]) < 6:
        return None
    surname, given, patronymic = words
    if surname.endswith(_OTHER_ENDS) or given.endswith(_OTHER_ENDS) or len(surname) < 3 or len(given) < 2:
        return None
    return (
        NameParts(surname, given, patronymic) if text.istitle() and (surname + given + patronymic).isalpha() else None
    )


def _proper(text: str, name: str, repairs: list[RowRepair]) -> str:
    """Words in capitals made proper, which is noted as a repair."""
    if text.istitle():
        return text
    proper = proper_case(text)
    if proper != text:
        repairs.append(RowRepair(name, CAPITALS, text, proper))
    return proper


def _skipped(number: int, row: Sequence[Cell], reason: Remark) -> SkippedRow:
    texts = (clean(cell_text(cell)).text for cell in row)
    return SkippedRow(number, " · ".join(text for text in texts if text), reason)
