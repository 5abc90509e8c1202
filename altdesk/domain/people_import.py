"""People out of the rows of a foreign list: names mended and taken apart, each row with what is odd about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from altdesk.domain.cell_columns import CellColumns
from altdesk.domain.cells import Cell, cell_text
from altdesk.domain.clean import clean
from altdesk.domain.columns import Heads
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.import_plan import RowRepair, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.people import PersonDraft, PersonKind, read_posts
from altdesk.domain.people_columns import NAME_FIELDS, UNIT_FIELDS, PeopleField
from altdesk.domain.people_kinds import kind_of
from altdesk.domain.people_names import NameColumns
from altdesk.domain.people_rows import NobodyHere
from altdesk.domain.remarks import Remark, remark

NO_NAMES = N_("No column with names was found. Choose the column that holds the names.")
NO_PEOPLE = N_("There is nobody under the heads of this list.")
NO_EMAIL = N_("“%(text)s” is not an email address.")
NO_KIND = N_("“%(text)s” is no kind of person (staff, student, outsider).")

_COURSE_IN_GROUP = re.compile(r"(?:^|[\s,;/(])([1-9])\s*-?\s*(?:курс\w*|к\.)|[,;/]\s*([1-9])\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"[;,\s]+(?=\S+@)|[;,]\s*|(?<=\w)\s+(?=\+)")

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
        self._one_cell = P.FULL_NAME in self._mapped
        self._names = NameColumns(columns, one_cell=self._one_cell)
        self._units = [columns.texts(name) for name in UNIT_FIELDS if name in self._mapped]
        self._parents: dict[str, str] = {}
        self._problems: dict[int, tuple[Remark, ...]] = {}
        posts = columns.texts(P.POST)
        groups, courses = self._groups_and_courses()
        kinds, self._kind_given = self._kinds(posts, groups, courses)
        self._people = zip(
            *(self._names.surnames, self._names.given_names, self._names.patronymics, kinds, posts),
            *(
                self._most_specific(),
                map(read_posts, columns.texts(P.FURTHER_POSTS)),
                groups,
                courses,
                *self._contacts(),
                columns.texts(P.NOTE),
            ),
            *(columns.days(P.CONSENT_ON), columns.days(P.LEFT_ON)),
            strict=False,
        )

    def proposal(self) -> Proposal:
        found: list[DraftRow] = []
        skipped: list[SkippedRow] = []
        section = ""
        for place, (row, person) in enumerate(zip(self._rows, self._people, strict=True)):
            filled = len(row) - row.count(None)
            heading, reason = self._nobody.heading(row, may_be_unit=not self._units) if filled < 2 else ("", None)
            section = heading or section
            reason = reason or self._nobody.why(self._names.lines[place], row, certain=self._names.certain[place])
            if reason is None:
                draft = PersonDraft(*person)
                found.append(self._row(place, row, replace(draft, unit=section) if section else draft))
            elif filled:
                skipped.append(_skipped(self._first + place + 1, row, reason))
        return Proposal(found, skipped, self._parents)

    def _row(self, place: int, row: Sequence[Cell], draft: PersonDraft) -> DraftRow:
        names = self._names
        if len(self._units) > 1:
            self._remember_parent(place)
        return DraftRow(
            *(self._first + place + 1, draft, names.folds[place], self._one_cell, names.certain[place]),
            *(self._kind_given[place], self._columns.repairs(row) + names.capitals(place)),
            self._columns.problems(row) + self._problems.get(place, ()),
        )

    def _most_specific(self) -> list[str]:
        """The most specific unit of each row."""
        if len(self._units) == 1:
            return self._units[0]
        return [next(filter(None, units), "") for units in zip(*self._units, strict=True)] or [""] * len(self._rows)

    def _remember_parent(self, place: int) -> None:
        """The next unit of the row above its most specific one is that one's parent."""
        units = [texts[place] for texts in self._units if texts[place]]
        parent = next((unit for unit in units if unit != units[0]), None)
        if parent is not None:
            self._parents.setdefault(units[0], parent)

    def _groups_and_courses(self) -> tuple[list[str], list[int | None]]:
        groups, courses = self._columns.texts(P.GROUP), self._columns.courses(P.COURSE)
        if P.GROUP_AND_COURSE in self._mapped:
            for place, both in enumerate(self._columns.texts(P.GROUP_AND_COURSE)):
                if both:
                    found = _COURSE_IN_GROUP.search(both)
                    courses[place] = courses[place] or (int(found[1] or found[2]) if found else None)
                    rest = (_COURSE_IN_GROUP.sub(" ", both, count=1) if found else both).strip(" ,;/()-")
                    groups[place] = groups[place] or rest
        return groups, courses

    def _kinds(
        self, posts: list[str], groups: list[str], courses: list[int | None]
    ) -> tuple[list[PersonKind], list[bool]]:
        """The kinds, and whether the file says them: a group without a post only lets one guess a student."""
        words: dict[str, PersonKind | None] = {"": None}
        kinds, given = [], []
        for place, said in enumerate(self._columns.texts(P.KIND)):
            post = posts[place]
            for word in (said, post):
                if word not in words:
                    words[word] = kind_of(word)
            if said and words[said] is None:
                self._odd(place, remark(NO_KIND, text=said))
            studies = words[post] is PersonKind.STUDENT or (not post and bool(groups[place] or courses[place]))
            kinds.append(words[said] or (PersonKind.STUDENT if studies else PersonKind.STAFF))
            given.append(words[said] is not None)
        return kinds, given

    def _contacts(self) -> tuple[list[str], list[str]]:
        emails, phones = self._columns.texts(P.EMAIL), self._columns.texts(P.PHONE)
        if P.CONTACT in self._mapped:
            for place, both in enumerate(self._columns.texts(P.CONTACT)):
                each = [part for part in _SEVERAL.split(both) if part]
                emails[place] = emails[place] or "; ".join(part for part in each if "@" in part)
                phones[place] = phones[place] or "; ".join(part for part in each if "@" not in part)
        for place, email in enumerate(emails):
            if email and "@" not in email:
                self._odd(place, remark(NO_EMAIL, text=email))
        return emails, phones

    def _odd(self, place: int, problem: Remark) -> None:
        self._problems[place] = (*self._problems.get(place, ()), problem)


def _skipped(number: int, row: Sequence[Cell], reason: Remark) -> SkippedRow:
    texts = (clean(cell_text(cell)).text for cell in row)
    return SkippedRow(number, " · ".join(text for text in texts if text), reason)
