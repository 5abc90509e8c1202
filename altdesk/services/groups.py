"""Saved groups: people by a rule and by hand, the audiences that come again and again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import Group, GroupRule, PersonKind, PersonLine
from altdesk.domain.text import clean, fold, post_key, sort_key
from altdesk.services import duties
from db.models.acquaintance import audience
from db.models.people import group_member, saved_group
from db.queries import people as queries
from db.step import Step


def all_groups(desk: Desk) -> list[Group]:
    """Every saved group in Kazakh order, with its size now."""
    with desk.store.read() as connection:
        rows = (
            connection.execute(select(saved_group).order_by(saved_group.c.sort_key, saved_group.c.id)).mappings().all()
        )
        return [_group(connection, row) for row in rows]


def get(desk: Desk, group_id: int) -> Group:
    """One saved group. Refused when there is no such group."""
    return _only([group for group in all_groups(desk) if group.id == group_id])


def by_name(desk: Desk, name: str) -> Group:
    """The saved group of this name, letters folded. Refused when there is none."""
    return _only([group for group in all_groups(desk) if fold(group.name) == fold(name)])


def _only(found: list[Group]) -> Group:
    if not found:
        raise Refusal(N_("There is no such group."))
    return found[0]


def members(desk: Desk, group_id: int) -> list[PersonLine]:
    """The active members, in Kazakh order."""
    with desk.store.read() as connection:
        return queries.lines_by_name(connection, queries.group_members(connection, group_id))


def add(
    desk: Desk, name: str, rule: GroupRule | None = None, added: Iterable[int] = (), removed: Iterable[int] = ()
) -> Changed:
    """Save a new group. Refused without a name, or when there is one of that name."""
    row = _row(desk, name, rule or GroupRule(), None)
    with desk.step(N_("Add the group %(name)s"), name=row["name"]) as step:
        step.made = step.add(saved_group, **row)
        _set_members(step, step.made, added, removed)
    return desk.done(step)


def save(
    desk: Desk, group_id: int, name: str, rule: GroupRule, added: Iterable[int] = (), removed: Iterable[int] = ()
) -> Changed:
    """Change a group; audiences that use it follow at once."""
    row = _row(desk, name, rule, group_id)
    with desk.step(N_("Change the group %(name)s"), name=row["name"]) as step:
        step.made = group_id
        step.change(saved_group, group_id, **row)
        _set_members(step, group_id, added, removed)
        duties.refresh(step)
    return desk.done(step)


def remove(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Remove groups that no audience uses, all of them in one step. Refused when one is in use."""
    with desk.step(N_("Remove a group")) as step:
        for group_id in chosen:
            if step.connection.execute(select(audience.c.id).where(audience.c.group_id == group_id).limit(1)).first():
                raise Refusal(N_("The group is the audience of a document. Take it out there first."))
            step.remove(group_member, group_member.c.group_id == group_id)
            step.remove(saved_group, saved_group.c.id == group_id)
    return desk.done(step)


def _row(desk: Desk, name: str, rule: GroupRule, own: int | None) -> dict[str, Any]:
    tidied = clean(name).text
    if not tidied:
        raise Refusal(N_("Type the name of the group."), field="name")
    if any(group.id != own and fold(group.name) == fold(tidied) for group in all_groups(desk)):
        raise Refusal(N_("There is already a group %(name)s."), field="name", name=tidied)
    post = clean(rule.post).text
    return {
        "name": tidied,
        "sort_key": sort_key(tidied),
        "fold_key": fold(tidied),
        "rule_kind": rule.kind.value if rule.kind else None,
        "rule_unit_id": rule.unit_id,
        "rule_post": post,
        "rule_post_key": post_key(post),
    }


def _set_members(step: Step, group_id: int, added: Iterable[int], removed: Iterable[int]) -> None:
    wanted = {(number, "added") for number in added} | {(number, "removed") for number in removed}
    chosen = select(group_member.c.person_id, group_member.c.mode).where(group_member.c.group_id == group_id)
    kept = {(number, mode) for number, mode in step.connection.execute(chosen)}
    for number, mode in sorted(kept - wanted):
        own = (group_member.c.group_id == group_id) & (group_member.c.person_id == number)
        step.remove(group_member, own & (group_member.c.mode == mode))
    rows = [{"group_id": group_id, "person_id": number, "mode": mode} for number, mode in sorted(wanted - kept)]
    step.add_many(group_member, rows)


def _group(connection: Any, row: Any) -> Group:
    by_hand = select(group_member.c.person_id, group_member.c.mode).where(group_member.c.group_id == row["id"])
    modes = connection.execute(by_hand).all()
    members_now = queries.group_members(connection, row["id"]).subquery()
    return Group(
        row["id"],
        row["name"],
        GroupRule(PersonKind(row["rule_kind"]) if row["rule_kind"] else None, row["rule_unit_id"], row["rule_post"]),
        tuple(number for number, mode in modes if mode == "added"),
        tuple(number for number, mode in modes if mode == "removed"),
        connection.execute(select(func.count()).select_from(members_now)).scalar_one(),
    )


def put_in(desk: Desk, group_id: int, people: Iterable[int]) -> Changed:
    """Add people to a group by hand; who was taken out of it is back."""
    known, wanted = get(desk, group_id), set(people)
    by_rule = _by_rule(desk, known.rule)
    added = (set(known.added) | wanted) - by_rule
    return save(desk, group_id, known.name, known.rule, sorted(added), sorted(set(known.removed) - wanted))


def take_out(desk: Desk, group_id: int, people: Iterable[int]) -> Changed:
    """Take people out of a group by hand, whether its rule or a hand had put them in."""
    known, gone = get(desk, group_id), set(people)
    removed = set(known.removed) | (gone & _by_rule(desk, known.rule))
    return save(desk, group_id, known.name, known.rule, sorted(set(known.added) - gone), sorted(removed))


def _by_rule(desk: Desk, rule: GroupRule) -> set[int]:
    kind = rule.kind.value if rule.kind else None
    with desk.store.read() as connection:
        conditions = queries.by_rule(connection, kind, rule.unit_id, post_key(rule.post))
        return set(connection.execute(queries.meant(conditions, [], [])).scalars())
