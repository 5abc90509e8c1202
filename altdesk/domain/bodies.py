"""Bodies of students (§3.2, §5.2): their posts, who holds them from when to when, and how many must be present."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from altdesk.domain.marking import N_
from altdesk.domain.spans import Span
from altdesk.domain.twins import Name, twin


class BodyKind(StrEnum):
    STUDENT_GOVERNMENT = "student_government"
    STUDENT_CLUB = "student_club"
    HOBBY_CIRCLE = "hobby_circle"
    SPORTS_SECTION = "sports_section"
    STUDENT_RESIDENCE = "student_residence"
    COUNCIL = "council"


BODY_KIND_NAMES = {
    BodyKind.STUDENT_GOVERNMENT: N_("Student government"),
    BodyKind.STUDENT_CLUB: N_("Student club"),
    BodyKind.HOBBY_CIRCLE: N_("Hobby circle"),
    BodyKind.SPORTS_SECTION: N_("Sports section"),
    BodyKind.STUDENT_RESIDENCE: N_("Student residence"),
    BodyKind.COUNCIL: N_("Council"),
}

# What a member may be offered by interest (§5.5.5).
CLUB_KINDS = frozenset({BodyKind.STUDENT_CLUB, BodyKind.HOBBY_CIRCLE, BodyKind.SPORTS_SECTION})


class PostRole(StrEnum):
    """What a post does at a meeting; most do nothing special."""

    NONE = "none"
    CHAIR = "chair"
    DEPUTY = "deputy"
    SECRETARY = "secretary"


POST_ROLE_NAMES = {
    PostRole.NONE: N_("Member"),
    PostRole.CHAIR: N_("Chairperson"),
    PostRole.DEPUTY: N_("Deputy chairperson"),
    PostRole.SECRETARY: N_("Secretary"),
}


class EndReason(StrEnum):
    """Why a term ended; a term that runs, or only has a planned last day, has none."""

    NONE = ""
    EXPIRED = "expired"
    REPLACED = "replaced"
    RESIGNED = "resigned"
    LEFT = "gone"
    OTHER = "other_reason"


END_REASON_NAMES = {
    EndReason.EXPIRED: N_("Term over"),
    EndReason.REPLACED: N_("Change of office"),
    EndReason.RESIGNED: N_("Own wish"),
    EndReason.LEFT: N_("Left the university"),
    EndReason.OTHER: N_("Other reason"),
}


ONE_SEAT = N_(
    "“%(post)s” has one seat, and %(name)s holds it: %(span)s. End that term first, or choose days that do not overlap."
)
TWICE = N_("%(name)s already holds “%(post)s”: %(span)s. Choose days that do not overlap.")


class QuorumKind(StrEnum):
    MORE_THAN_HALF = "more_than_half"
    AT_LEAST = "at_least"


QUORUM_NAMES = {QuorumKind.MORE_THAN_HALF: N_("More than half"), QuorumKind.AT_LEAST: N_("At least this part")}


@dataclass(frozen=True)
class QuorumRule:
    """How many of those entitled must be present: more than half, or at least `parts` of `of` (2 of 3)."""

    kind: QuorumKind = QuorumKind.MORE_THAN_HALF
    parts: int = 1
    of: int = 2

    def needed(self, members: int) -> int:
        """The least number present, of so many entitled; never less than one."""
        if self.kind is QuorumKind.MORE_THAN_HALF:
            return members // 2 + 1
        return max(1, -(-members * self.parts // self.of))

    def met(self, present: int, members: int) -> bool:
        return present >= self.needed(members)


@dataclass(frozen=True)
class BodyDraft:
    """A body as typed, before it is kept. `unit` is a unit's name; `keywords` say what a club is about."""

    name: str = ""
    short_name: str = ""
    kind: BodyKind = BodyKind.STUDENT_GOVERNMENT
    unit: str = ""
    quorum: QuorumRule = field(default_factory=QuorumRule)
    keywords: tuple[str, ...] = ()
    note: str = ""
    founded_on: date | None = None
    closed_on: date | None = None
    name_ru: str = ""  # on Russian papers; where it is empty, they have the Kazakh one

    @property
    def in_both(self) -> Name:
        """The name for a paper."""
        return twin(self.name, self.name_ru)


@dataclass(frozen=True)
class BodyPostDraft:
    """A post of a body as typed; one seat, or any number of them with `seats` 0."""

    title: str = ""
    seats: int = 0
    votes: bool = True
    role: PostRole = PostRole.NONE


@dataclass(frozen=True)
class BodyPost(BodyPostDraft):
    """A post as kept; `rank` counts from 1, the highest post first."""

    id: int = 0
    body_id: int = 0
    rank: int = 0


@dataclass(frozen=True)
class Body(BodyDraft):
    """A body as kept, with its posts in their order (those in the bin left out)."""

    id: int = 0
    unit_id: int | None = None
    posts: tuple[BodyPost, ...] = ()

    @property
    def called(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    def post(self, body_post_id: int) -> BodyPost | None:
        return next((post for post in self.posts if post.id == body_post_id), None)


@dataclass(frozen=True)
class BodyLine:
    """A body as a row of a list, with who leads it on the day asked for."""

    id: int
    name: str
    short_name: str
    kind: BodyKind
    unit: str
    members: int  # people, not terms
    voting: int
    quorum: int  # how many must be present
    chair: str
    secretary: str
    closed_on: date | None = None
    name_ru: str = ""


@dataclass(frozen=True)
class Term:
    """A person in a post of a body from a day to a day; no last day: it runs."""

    id: int
    body_id: int
    body: str
    kind: BodyKind
    body_post_id: int
    post: str
    role: PostRole
    person_id: int
    full_name: str
    starts_on: date
    ends_on: date | None
    end_reason: EndReason
    note: str
    body_ru: str = ""

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.ends_on)


def clash(post: BodyPost, person_id: int, wanted: Span, held: Iterable[Term]) -> Term | None:
    """The first of the terms held of a post that forbids a new one: its one seat, or the same person twice at once."""
    for each in held:
        if (post.seats == 1 or each.person_id == person_id) and each.span.overlaps(wanted):
            return each
    return None


def two_at_once(held: Iterable[Term]) -> tuple[Term, Term] | None:
    """Two of the terms that share a day; None when there are no such two."""
    last: Term | None = None
    for each in sorted(held, key=lambda term: term.starts_on):
        if last is not None and last.span.overlaps(each.span):
            return last, each
        last = each
    return None


@dataclass(frozen=True)
class Member:
    """Who holds a post of a body on the day asked for; a person with two posts comes twice."""

    term_id: int
    body_id: int
    body: str
    body_post_id: int
    post: str
    role: PostRole
    votes: bool
    rank: int
    person_id: int
    full_name: str
    signature: str  # А.Б. Тегі
    starts_on: date
    ends_on: date | None
    group: str
    course: int | None
    unit: str
    phone: str
    email: str
    note: str = ""
    body_ru: str = ""

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.ends_on)


def by_person(members: Iterable[Member]) -> list[Member]:
    """Each person once, with the first of the posts; entitled to vote when any of the posts is."""
    found: dict[tuple[int, int], Member] = {}
    for member in members:
        key = (member.body_id, member.person_id)
        first = found.setdefault(key, member)
        if member.votes and not first.votes:
            found[key] = replace(first, votes=True)
    return list(found.values())


@dataclass(frozen=True)
class MembersQuery:
    """What a list of members shows of all bodies on a day; `post` is a post's title."""

    text: str = ""
    body_id: int | None = None
    kind: BodyKind | None = None
    post: str = ""
    sort: str = "body"  # body, name, post, unit, group, course, starts_on, ends_on
    descending: bool = False


@dataclass(frozen=True)
class Stay:
    """Who stays when the year turns over: the term of last year, and another post if it changes."""

    term_id: int
    body_post_id: int | None = None


@dataclass(frozen=True)
class Comer:
    """Who comes into a post when the year turns over."""

    body_post_id: int
    person_id: int
