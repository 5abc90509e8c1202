"""People: who stands in the register, how their names are written, and what a saved group means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from altdesk.domain.marking import N_


@dataclass(frozen=True)
class Anonymity:
    """That a person was made anonymous: on which day, by whom, why."""

    on: date
    by: str
    why: str


class PersonKind(StrEnum):
    STAFF = "staff"
    STUDENT = "student"
    OUTSIDER = "outsider"


KIND_NAMES = {
    PersonKind.STAFF: N_("Staff"),
    PersonKind.STUDENT: N_("Student"),
    PersonKind.OUTSIDER: N_("Outsider"),
}


@dataclass(frozen=True)
class Post:
    """A further post of a person, in a unit or none."""

    title: str
    unit: str = ""

    def __str__(self) -> str:
        """As a line of a list: `Оқытушы (Энергетика институты)`; brackets of the post's own are told by empty ones."""
        return f"{self.title} ({self.unit})" if self.unit or self.title.endswith(")") else self.title

    @classmethod
    def read(cls, line: str) -> Post:
        """The post that a line says: what stands in the last pair of brackets is the unit."""
        line, depth = line.strip(), 0
        for at in range(len(line) - 1, 0, -1):
            depth += (line[at] == ")") - (line[at] == "(")
            if depth == 0:
                closed = line.endswith(")") and line[at] == "(" and line[at - 1] == " "
                return cls(line[: at - 1].strip(), line[at + 1 : -1].strip()) if closed else cls(line)
        return cls(line)


def posts_in_words(posts: Iterable[Post]) -> str:
    """Further posts on one line, as a list gives them: `Оқытушы (Энергетика институты); Куратор`."""
    return "; ".join(map(str, posts))


def read_posts(text: str) -> tuple[Post, ...]:
    """The further posts that `posts_in_words` wrote, or somebody like it."""
    return tuple(Post.read(part) for part in text.split(";") if part.strip())


@dataclass(frozen=True)
class PersonDraft:
    """A person as typed or imported, before it is kept. `unit` is a unit's name; an unknown one is created."""

    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    kind: PersonKind = PersonKind.STAFF
    post: str = ""
    unit: str = ""
    further_posts: tuple[Post, ...] = ()
    group: str = ""
    course: int | None = None
    email: str = ""
    phone: str = ""
    note: str = ""
    consent_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True)
class Person(PersonDraft):
    """A person as kept."""

    id: int = 0
    full_name: str = ""
    anonymous: Anonymity | None = None

    @property
    def active(self) -> bool:
        return self.left_on is None


@dataclass(frozen=True)
class PersonLine:
    """A person as a row of a list."""

    id: int
    full_name: str
    surname: str
    given_name: str
    patronymic: str
    kind: PersonKind
    post: str
    unit: str
    group: str
    course: int | None
    active: bool
    left_on: date | None = None
    anonymous: bool = False


@dataclass(frozen=True)
class PeopleQuery:
    """What a list of people shows: text found by any part of a name, and what narrows it."""

    text: str = ""
    sort: str = "name"  # name, post, unit, group, course
    descending: bool = False
    kind: PersonKind | None = None
    unit_id: int | None = None
    group_id: int | None = None
    include_left: bool = False


@dataclass(frozen=True)
class GroupRule:
    """Who belongs by rule: every given condition must hold; a unit includes its sub-units. All empty: nobody."""

    kind: PersonKind | None = None
    unit_id: int | None = None
    post: str = ""

    @property
    def empty(self) -> bool:
        return self.kind is None and self.unit_id is None and not self.post


@dataclass(frozen=True)
class Group:
    """A saved group: a rule, and people added or taken out by hand."""

    id: int
    name: str
    rule: GroupRule = field(default_factory=GroupRule)
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    size: int = 0


@dataclass(frozen=True)
class Unit:
    """A unit of the organisation: institute, department, chair."""

    id: int
    name: str
    parent_id: int | None = None
