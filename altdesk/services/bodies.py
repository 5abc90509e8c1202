"""Bodies of students: what the secretary does with them and their posts, and who holds what on any day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import (
    Body,
    BodyDraft,
    BodyLine,
    BodyPostDraft,
    EndReason,
    Member,
    MembersQuery,
    PostRole,
    QuorumRule,
    Term,
    by_person,
)
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import asked, clean, clean_lines, fold, sort_key, words
from altdesk.services import body_posts, terms, units
from altdesk.services.body_posts import add_post, bin_posts, move_post, save_post
from altdesk.services.terms import add_term, change_office, end_term, remove_term, save_term
from altdesk.services.turning import due, to_turn, turn_year
from db.models.bodies import body, body_keyword, body_post, term
from db.queries import bodies as queries
from db.step import Step, now

__all__ = [
    "add",
    "add_post",
    "add_term",
    "all_bodies",
    "bin_",
    "bin_posts",
    "body_of_term",
    "by_name",
    "change_office",
    "due",
    "end_term",
    "get",
    "held_on",
    "holders",
    "lines",
    "members",
    "move_post",
    "post_titles",
    "remove_term",
    "save",
    "save_post",
    "save_term",
    "terms_of",
    "terms_of_body",
    "to_turn",
    "turn_year",
]


def all_bodies(desk: Desk) -> list[Body]:
    """Every body that is not in the bin, in Kazakh order."""
    with desk.store.read() as connection:
        return queries.all_bodies(connection)


def get(desk: Desk, body_id: int) -> Body:
    """One body with its posts. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.get(connection, body_id)
    if found is None:
        raise Refusal(N_("There is no such body."))
    return found


def by_name(desk: Desk, name: str) -> Body:
    """The body of this name, short name or Russian name, letters folded. Refused when there is none."""
    typed = clean(name).text
    every = all_bodies(desk)
    for same in (str.casefold, fold):
        for found in every:
            if same(typed) and same(typed) in {same(found.name), same(found.short_name), same(found.name_ru)}:
                return found
    raise Refusal(N_("There is no body “%(name)s”."), field="body", name=typed)


def lines(desk: Desk, on: date, text: str = "") -> list[BodyLine]:
    """The bodies as rows of a list, with who leads them and how many they are on a day; `text` is found in names."""
    sitting: dict[int, list[Member]] = {}
    for member in held_on(desk, on):
        sitting.setdefault(member.body_id, []).append(member)
    found = all_bodies(desk)
    if text.strip():
        typed = asked(text)
        found = [each for each in found if typed and _begins(f"{each.name} {each.short_name} {each.name_ru}", typed)]
    return [_line(each, sitting.get(each.id, [])) for each in found]


def _line(found: Body, sitting: list[Member]) -> BodyLine:
    people = by_person(sitting)
    voting = sum(member.votes for member in people)

    def holder(role: PostRole) -> str:
        return ", ".join(member.full_name for member in sitting if member.role is role)

    return BodyLine(
        found.id,
        found.name,
        found.short_name,
        found.kind,
        found.unit,
        len(people),
        voting,
        found.quorum.needed(voting),
        holder(PostRole.CHAIR),
        holder(PostRole.SECRETARY),
        found.closed_on,
        found.name_ru,
    )


def members(desk: Desk, body_id: int, on: date) -> list[Member]:
    """Who holds what in a body on a day, in the order of the posts and then of names; two posts come twice."""
    return held_on(desk, on, MembersQuery(body_id=body_id))


def held_on(desk: Desk, on: date, query: MembersQuery | None = None) -> list[Member]:
    """Who held what on a day, over all bodies; text of the query is looked for in name, post, body and unit."""
    wanted = query or MembersQuery()
    with desk.store.read() as connection:
        found = queries.members(connection, on, wanted)
    typed = asked(wanted.text)
    if not typed:
        return [] if wanted.text.strip() else found
    return [member for member in found if _says(member, typed)]


def _says(member: Member, typed: list[str]) -> bool:
    return _begins(
        f"{member.full_name} {member.post} {member.body} {member.body_ru} {member.unit} {member.group}", typed
    )


def _begins(text: str, typed: list[str]) -> bool:
    """Whether each typed word begins a word of the text."""
    said = words(text)
    return all(any(word.startswith(part) for word in said) for part in typed)


def holders(desk: Desk, on: date, post: str, body_id: int | None = None) -> list[Member]:
    """Who held a post of this title on a day."""
    return held_on(desk, on, MembersQuery(body_id=body_id, post=clean(post).text))


def terms_of(desk: Desk, person_id: int) -> list[Term]:
    """Everything a person held and holds, the newest first."""
    with desk.store.read() as connection:
        return queries.terms_of_person(connection, person_id)


def terms_of_body(desk: Desk, body_id: int) -> list[Term]:
    """Everything that was held in a body, the newest first."""
    with desk.store.read() as connection:
        return queries.terms_of_body(connection, body_id)


def body_of_term(desk: Desk, term_id: int) -> int:
    """The body a term is of. Refused when there is no such record."""
    with desk.store.read() as connection:
        return terms.known_term(connection, term_id).body_id


def post_titles(desk: Desk) -> list[str]:
    """Every title of a post in use, in Kazakh order."""
    chosen = select(body_post.c.title, body_post.c.title_key).join(body, body.c.id == body_post.c.body_id)
    chosen = chosen.where(body.c.binned_at.is_(None), body_post.c.binned_at.is_(None)).distinct()
    with desk.store.read() as connection:
        return list(dict.fromkeys(connection.execute(chosen.order_by(body_post.c.title_key)).scalars()))


def tidy(draft: BodyDraft) -> BodyDraft:
    """The draft with its texts cleaned. Refused without a name, or with a quorum or days that cannot be."""
    named: dict[str, Any] = {
        name: clean(getattr(draft, name)).text for name in ("name", "name_ru", "short_name", "unit")
    }
    said = dict.fromkeys(filter(None, (clean(word).text for word in draft.keywords)))
    tidied = replace(draft, **named, keywords=tuple(said), note=clean_lines(draft.note))
    if not tidied.name:
        raise Refusal(N_("Type the name of the body."), field="name")
    _refuse_quorum(tidied.quorum)
    if tidied.founded_on and tidied.closed_on and tidied.closed_on < tidied.founded_on:
        sentence = N_("The body was founded on %(day)s and cannot be closed before that.")
        raise Refusal(sentence, field="closed_on", day=short_day(tidied.founded_on))
    return tidied


def _refuse_quorum(rule: QuorumRule) -> None:
    if not 1 <= rule.parts <= rule.of <= 1000:
        raise Refusal(N_("A quorum is a part of the members: 1 of 2, 2 of 3."), field="quorum")


def add(desk: Desk, draft: BodyDraft, posts: Sequence[BodyPostDraft] = ()) -> Changed:
    """Add a body with its posts in their order. Refused without a name, or when the name is taken."""
    tidied = tidy(draft)
    with desk.step(N_("Add the body %(name)s"), name=tidied.name) as step:
        _refuse_twin(desk, tidied, None)
        step.made = insert(step, tidied)
        for post in posts:
            body_posts.insert(step, step.made, post)
    return desk.done(step)


def insert(step: Step, draft: BodyDraft) -> int:
    """Within a step: a new body of a tidied draft."""
    made = step.add(body, **_row(step, draft))
    _set_keywords(step, made, draft.keywords)
    return made


def save(desk: Desk, body_id: int, draft: BodyDraft) -> Changed:
    """Change a body; a day on which it closes ends the terms that run on that day."""
    tidied = tidy(draft)
    with desk.step(N_("Change the body %(name)s"), name=tidied.name) as step:
        _refuse_twin(desk, tidied, body_id)
        step.made = body_id
        if tidied.closed_on is not None:
            running = queries.beyond(step.connection, tidied.closed_on, term.c.body_id == body_id)
            terms.close_beyond(step, running, tidied.closed_on, EndReason.EXPIRED)
        step.change(body, body_id, **_row(step, tidied))
        _set_keywords(step, body_id, tidied.keywords)
    return desk.done(step)


def bin_(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Put bodies into the bin; undo brings them back."""
    every = list(chosen)
    with desk.step(N_("%(count)s bodies to the bin"), count=len(every)) as step:
        step.change_many(body, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


def _row(step: Step, draft: BodyDraft) -> dict[str, Any]:
    return {
        "name": draft.name,
        "name_sort": sort_key(draft.name),
        "fold_key": fold(draft.name),
        "short_name": draft.short_name,
        "name_ru": draft.name_ru,
        "kind": draft.kind.value,
        "unit_id": units.ensure(step, draft.unit),
        "quorum_kind": draft.quorum.kind.value,
        "quorum_parts": draft.quorum.parts,
        "quorum_of": draft.quorum.of,
        "note": draft.note,
        "founded_on": draft.founded_on,
        "closed_on": draft.closed_on,
    }


def _refuse_twin(desk: Desk, draft: BodyDraft, own: int | None) -> None:
    for known in all_bodies(desk):
        same = known.name.casefold() == draft.name.casefold() or (fold(known.name) or None) == fold(draft.name)
        if known.id != own and same:
            raise Refusal(N_("There is already a body %(name)s."), field="name", name=known.name)


def _set_keywords(step: Step, body_id: int, wanted: tuple[str, ...]) -> None:
    kept = select(body_keyword.c.word).where(body_keyword.c.body_id == body_id).order_by(body_keyword.c.id)
    if tuple(step.connection.execute(kept).scalars()) != wanted:
        step.remove(body_keyword, body_keyword.c.body_id == body_id)
        rows = [{"body_id": body_id, "word": word, "fold_key": fold(word)} for word in wanted]
        step.add_many(body_keyword, rows)
