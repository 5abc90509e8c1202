"""Whether a row of a file speaks of a person who is kept, and what it says otherwise."""

from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum
from typing import Any

from altdesk.domain.fold import fold
from altdesk.domain.import_plan import FieldChange
from altdesk.domain.names import NameParts, one_line
from altdesk.domain.people import Person, PersonDraft, Post
from altdesk.domain.people_import import DraftRow

_KAZAKH_ONLY = frozenset("ӘәҒғҚқҢңӨөҰұҮүҺһІі")
_DRAFT_FIELDS = tuple(field.name for field in fields(PersonDraft))
_NAMES = ("surname", "given_name", "patronymic")


class NameMatch(Enum):
    """How the name of a row compares with the name of a person who shares its find key."""

    EQUAL = "equal"
    FORM = "form"  # the same letters, cut into parts or capitals otherwise
    LETTERS = "letters"  # Касым for Қасым, or another order of words


def name_match(row: DraftRow, person: PersonDraft) -> NameMatch:
    """How the names compare; a split that a person has corrected meanwhile counts as equal."""
    draft = row.draft
    same_name = draft.surname == person.surname and draft.given_name == person.given_name
    if same_name and draft.patronymic == person.patronymic:
        return NameMatch.EQUAL
    ours, kept = full_name(draft), full_name(person)
    if ours == kept or (not row.certain and sorted(ours.split()) == sorted(kept.split())):
        return NameMatch.EQUAL if row.one_cell else NameMatch.FORM
    return NameMatch.FORM if ours.casefold() == kept.casefold() else NameMatch.LETTERS


def full_name(draft: PersonDraft) -> str:
    return one_line(NameParts(draft.surname, draft.given_name, draft.patronymic))


def is_richer(kept: PersonDraft, draft: PersonDraft) -> bool:
    """Whether the kept name has Kazakh letters that the file's has lost."""
    return _kazakh_letters(kept) > _kazakh_letters(draft)


def differences(row: DraftRow, person: PersonDraft) -> list[FieldChange]:
    """What the row says otherwise, names apart; what it leaves empty it does not say."""
    draft = row.draft
    found: list[FieldChange] = []
    if not _holds(person, draft.post, draft.unit):
        if draft.post and draft.post != person.post:
            found.append(FieldChange("post", person.post, draft.post))
        if draft.unit and not _same(draft.unit, person.unit):
            found.append(FieldChange("unit", person.unit, draft.unit))
    if missing := tuple(post for post in draft.further_posts if not _holds(person, post.title, post.unit)):
        found.append(FieldChange("further_posts", (), (*person.further_posts, *missing)))
    if draft.group and draft.group != person.group:
        found.append(FieldChange("group", person.group, draft.group))
    if draft.course and draft.course != person.course:
        found.append(FieldChange("course", person.course, draft.course))
    if draft.email and not _same(draft.email, person.email):
        found.append(FieldChange("email", person.email, draft.email))
    if draft.phone and draft.phone != person.phone and _digits(draft.phone) != _digits(person.phone):
        found.append(FieldChange("phone", person.phone, draft.phone))
    if draft.note and draft.note != person.note:
        found.append(FieldChange("note", person.note, draft.note))
    if draft.consent_on and draft.consent_on != person.consent_on:
        found.append(FieldChange("consent_on", person.consent_on, draft.consent_on))
    if draft.left_on and draft.left_on != person.left_on:
        found.append(FieldChange("left_on", person.left_on, draft.left_on))
    if row.kind_given and draft.kind is not person.kind:
        found.append(FieldChange("kind", person.kind, draft.kind))
    return found


def name_changes(draft: PersonDraft, person: PersonDraft) -> list[FieldChange]:
    """The parts of the name that the file gives otherwise."""
    pairs = ((name, getattr(person, name), getattr(draft, name)) for name in _NAMES)
    return [FieldChange(name, before, after) for name, before, after in pairs if before != after]


def agreements(row: DraftRow, person: PersonDraft) -> int:
    """In how many of unit, group, post, email and phone the row and the person say the same."""
    draft = row.draft
    same = (
        bool(draft.unit) and _same(draft.unit, person.unit),
        bool(draft.group) and _same(draft.group, person.group),
        bool(draft.post) and _same(draft.post, person.post),
        reached_alike(draft, person),
    )
    return sum(same)


def reached_alike(draft: PersonDraft, person: PersonDraft) -> bool:
    """Whether an email or phone is the same: nobody shares that with a namesake."""
    if draft.email and _same(draft.email, person.email):
        return True
    digits = _digits(draft.phone)
    return len(digits) >= 5 and digits == _digits(person.phone)


def elsewhere(changes: list[FieldChange]) -> bool:
    """Whether the file puts the person into another unit, group or kind than the kept one."""
    return any(change.before and change.field in {"unit", "group", "kind"} for change in changes)


def merged(person: PersonDraft, changes: list[FieldChange]) -> PersonDraft:
    """The kept person with these changes."""
    values: dict[str, Any] = {name: getattr(person, name) for name in _DRAFT_FIELDS}
    values.update({change.field: change.after for change in changes})
    return PersonDraft(**values)


def joined(person: PersonDraft, row: DraftRow) -> PersonDraft:
    """The person with what a further row of the same list adds: empty fields filled, another post as a further one."""
    changes = differences(row, person)
    post = Post(row.draft.post, row.draft.unit)
    is_further = post.title and any(c.before and c.field in {"post", "unit"} for c in changes)
    filled = [c for c in changes if not c.before and not (is_further and c.field in {"post", "unit"})]
    together = merged(person, filled)
    return replace(together, further_posts=(*together.further_posts, post)) if is_further else together


def is_near(draft: PersonDraft, person: Person) -> bool:
    """Whether two people of one surname may be one: a patronymic left out or cut otherwise, or initials."""
    ours, kept = fold(draft.given_name), fold(person.given_name)
    if not ours or not kept:
        return False
    if ours == kept:
        mine, theirs = _squeezed(draft.patronymic), _squeezed(person.patronymic)
        return not mine or not theirs or mine == theirs or _starts(draft.patronymic, person.patronymic)
    if not _starts(draft.given_name, person.given_name):
        return False
    return not draft.patronymic or not person.patronymic or _starts(draft.patronymic, person.patronymic)


def fuller(draft: PersonDraft, person: PersonDraft) -> bool:
    """Whether the file writes the name longer than it is kept."""
    return len(full_name(draft)) > len(full_name(person))


def _starts(one: str, other: str) -> bool:
    """Whether one of the two is the other's initial, or both are the same."""
    one, other = sorted((one, other), key=len)
    return _squeezed(one) == _squeezed(other) or (one.endswith(".") and _first(one) == _first(other))


def _first(text: str) -> str:
    return fold(text[:1])


def _squeezed(text: str) -> str:
    return fold(text).replace(" ", "")


def _holds(person: PersonDraft, post: str, unit: str) -> bool:
    """Whether the person holds this post there, as the first post or a further one."""
    if (not post or post == person.post) and (not unit or _same(unit, person.unit)):
        return True
    return any(
        (not post or post == further.title) and (not unit or _same(unit, further.unit))
        for further in person.further_posts
    )


def _same(one: str, other: str) -> bool:
    return one == other or one.casefold() == other.casefold()


def _digits(phone: str) -> str:
    digits = "".join(filter(str.isdecimal, phone))
    return f"7{digits[1:]}" if len(digits) == 11 and digits[0] == "8" else digits


def _kazakh_letters(draft: PersonDraft) -> int:
    return sum(map(_KAZAKH_ONLY.__contains__, full_name(draft)))
