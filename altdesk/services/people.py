"""People: what the secretary does with the register of persons, and asks of it.

A list is shown first thing in the morning: what changing somebody involves besides (units, terms of office, duties) is
loaded when somebody is changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import PeopleQuery, Person, PersonDraft, PersonLine, Post
from altdesk.domain.text import clean, clean_lines, fold, post_key, sort_key
from db.models.people import further_post, person
from db.queries import people as queries
from db.step import Step, now

ANONYMOUS = N_("This person was made anonymous; nothing is kept of the person any more. Add a new person instead.")


def ids(desk: Desk, query: PeopleQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the people of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: PeopleQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[PersonLine]:
    """The rows of these people, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, person_id: int) -> Person:
    """One person. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.get(connection, person_id)
    if found is None:
        raise Refusal(N_("There is no such person in the register."))
    return found


def further_posts(desk: Desk, wanted: Sequence[int]) -> dict[int, tuple[Post, ...]]:
    """Further posts of these people, by person; nobody without one is among them."""
    with desk.store.read() as connection:
        return queries.further_posts(connection, wanted)


def posts(desk: Desk) -> list[str]:
    """Every post title in use, in Kazakh order."""
    with desk.store.read() as connection:
        return queries.posts(connection)


def tidy(draft: PersonDraft) -> PersonDraft:
    """The draft with every text cleaned. Refused without any name."""
    names = ("surname", "given_name", "patronymic", "post", "unit", "group", "email", "phone")
    cleaned: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in names}
    tidied = replace(draft, **cleaned)
    further = tuple(Post(clean(post.title).text, clean(post.unit).text) for post in draft.further_posts)
    tidied = replace(tidied, further_posts=tuple(post for post in further if post.title), note=clean_lines(draft.note))
    if not (tidied.surname or tidied.given_name or tidied.patronymic):
        raise Refusal(N_("Type the surname or the name of the person."), field="surname")
    if tidied.course is not None and not 1 <= tidied.course <= 9:
        raise Refusal(N_("The course is a number from 1 to 9."), field="course")
    return tidied


_group_key, _post_key = lru_cache(4096)(sort_key), lru_cache(4096)(post_key)  # few posts and groups, many people
_AS_TYPED = ("surname", "given_name", "patronymic", "post", "course", "email", "phone", "note", "consent_on", "left_on")


def columns_of(
    drafts: Sequence[PersonDraft], unit_ids: Sequence[int | None], fold_keys: Sequence[str] | None = None
) -> dict[str, list[Any]]:
    """The columns of tidied drafts, with their keys for order and search; `fold_keys` of the names where known."""
    names = list(map(_called, drafts))
    columns = {name: list(map(attrgetter(name), drafts)) for name in _AS_TYPED}
    groups = [draft.group for draft in drafts]
    return columns | {
        "full_name": names,
        "sort_key": list(map(sort_key, names)),
        "fold_key": list(map(fold, names) if fold_keys is None else fold_keys),
        "kind": [draft.kind.value for draft in drafts],
        "post_key": list(map(_post_key, columns["post"])),
        "unit_id": list(unit_ids),
        "group_name": groups,
        "group_key": list(map(_group_key, groups)),
    }


def row_of(draft: PersonDraft, unit_id: int | None, fold_key: str | None = None) -> dict[str, Any]:
    """The columns of one tidied draft as a row."""
    columns = columns_of([draft], [unit_id], None if fold_key is None else [fold_key])
    return {name: values[0] for name, values in columns.items()}


def add(desk: Desk, draft: PersonDraft) -> Changed:
    """Put a person into the register. Refused without a name."""
    from altdesk.services import duties, units

    tidied = tidy(draft)
    with desk.step(N_("Add %(name)s"), name=_called(tidied)) as step:
        step.made = step.add(person, **row_of(tidied, units.ensure(step, tidied.unit)))
        set_further_posts(step, step.made, tidied.further_posts)
        duties.refresh(step, people=[step.made])
    return desk.done(step)


def save(desk: Desk, person_id: int, draft: PersonDraft) -> Changed:
    """Change a person. Sheets already made keep the name and post they were made with."""
    from altdesk.services import units

    tidied = tidy(draft)
    with desk.step(N_("Change %(name)s"), name=_called(tidied)) as step:
        step.made = person_id
        _refuse_anonymous(step, [person_id])
        step.change(person, person_id, **row_of(tidied, units.ensure(step, tidied.unit)))
        set_further_posts(step, person_id, tidied.further_posts)
        _follow(step, [person_id])
    return desk.done(step)


def leave(desk: Desk, people: Iterable[int], on: date) -> Changed:
    """Record that people left on a day: what they still owe is closed as "left, not acquainted", their terms end.

    Refused when a term of one of them would only begin later.
    """
    return _mark(desk, N_("%(count)s people left"), list(people), left_on=on)


def come_back(desk: Desk, people: Iterable[int]) -> Changed:
    """Record that people are there again."""
    return _mark(desk, N_("%(count)s people came back"), list(people), left_on=None)


def bin_(desk: Desk, people: Iterable[int]) -> Changed:
    """Put people into the bin; undo brings them back. Refused for who stands in the register of a body."""
    return _mark(desk, N_("%(count)s people to the bin"), list(people), binned_at=now())


def _mark(desk: Desk, label: str, people: list[int], **values: Any) -> Changed:
    with desk.step(label, count=len(people)) as step:
        if "binned_at" not in values:
            _refuse_anonymous(step, people)
        step.change_many(person, [(number, values) for number in people])
        _follow(step, people)
    return desk.done(step)


def _follow(step: Step, people: Sequence[int]) -> None:
    """Within a step that changed people: their terms of office end, their duties open or close, as it must be now."""
    from altdesk.services import duties, terms

    terms.follow(step, people)
    duties.refresh(step, people=people)


def _refuse_anonymous(step: Step, people: Iterable[int]) -> None:
    if queries.anonymous_among(step.connection, people):
        raise Refusal(ANONYMOUS, field="surname")


def _called(draft: PersonDraft) -> str:
    return " ".join(filter(None, (draft.surname, draft.given_name, draft.patronymic)))


def set_further_posts(step: Step, person_id: int, wanted: tuple[Post, ...]) -> None:
    """Within a step: make the further posts of a person be exactly these."""
    from altdesk.services import units

    kept = queries.get(step.connection, person_id)
    if kept is not None and kept.further_posts == wanted:
        return
    step.remove(further_post, further_post.c.person_id == person_id)
    for ordinal, post in enumerate(wanted, 1):
        place = units.ensure(step, post.unit)
        key = _post_key(post.title)
        step.add(further_post, person_id=person_id, ordinal=ordinal, post=post.title, post_key=key, unit_id=place)
