"""Units of the organisation: institutes, departments, chairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import func, select

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import Unit
from altdesk.domain.text import clean, fold, sort_key
from altdesk.services import duties
from db.models.acquaintance import audience
from db.models.bodies import body
from db.models.leadership import leadership_meeting
from db.models.measures import measure
from db.models.people import further_post, person, saved_group, unit
from db.queries import people as queries
from db.step import Step


def all_units(desk: Desk) -> list[Unit]:
    """Every unit, in Kazakh order."""
    with desk.store.read() as connection:
        return queries.units(connection)


def ensure(step: Step, name: str) -> int | None:
    """The id of the unit of this name, made when there is none; None for no name."""
    return Ensured(step).id(name)


class Ensured:
    """Units by name within one step, each looked up or made once; `parents` says below which one a new unit lies."""

    def __init__(self, step: Step, parents: Mapping[str, str] | None = None) -> None:
        self._step = step
        self._parents = parents or {}
        self._ids: dict[str, int] = {}  # by name in small letters
        rows = step.connection.execute(select(unit.c.name, unit.c.id).order_by(unit.c.id.desc()))
        self._ids.update((name.casefold(), number) for name, number in rows)

    def id(self, name: str) -> int | None:
        """The id of the unit of this name; None for no name."""
        tidied = clean(name).text
        if tidied and tidied.casefold() not in self._ids:
            self.make([tidied])
        return self._ids.get(tidied.casefold())

    def make(self, names: Iterable[str]) -> None:
        """Make the units of these clean names that are not there, and those above them, in as few writes as can be."""
        wanted: dict[str, str] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name and name.casefold() not in self._ids and name.casefold() not in wanted:
                wanted[name.casefold()] = name
                waiting.append(self._parents.get(name, ""))
        while wanted:
            ready = [name for name in wanted.values() if self._parents.get(name, "").casefold() not in wanted]
            ready = ready or [next(iter(wanted.values()))]  # a list that puts two units below each other
            made = self._step.add_many(unit, [self._row(name) for name in ready])
            for name, number in zip(ready, made, strict=True):
                self._ids[name.casefold()] = number
                del wanted[name.casefold()]

    def _row(self, name: str) -> dict[str, Any]:
        above = self._ids.get(self._parents.get(name, "").casefold())
        return {"name": name, "fold_key": fold(name), "sort_key": sort_key(name), "parent_id": above}


def add(desk: Desk, name: str, parent_id: int | None = None) -> Changed:
    """Add a unit, below another or on its own. Refused without a name or when there is one of that name."""
    tidied = _named(desk, name, None)
    with desk.step(N_("Add the unit %(name)s"), name=tidied) as step:
        step.made = step.add(unit, name=tidied, fold_key=fold(tidied), sort_key=sort_key(tidied), parent_id=parent_id)
    return desk.done(step)


def save(desk: Desk, unit_id: int, name: str, parent_id: int | None) -> Changed:
    """Rename or move a unit; everybody in it moves along. Refused when it would lie within itself."""
    tidied = _named(desk, name, unit_id)
    with desk.step(N_("Change the unit %(name)s"), name=tidied) as step:
        if parent_id is not None and parent_id in queries.within(step.connection, unit_id):
            raise Refusal(N_("A unit cannot lie within itself."), field="parent")
        keys = {"fold_key": fold(tidied), "sort_key": sort_key(tidied)}
        step.change(unit, unit_id, name=tidied, parent_id=parent_id, **keys)
        duties.refresh(step)
    return desk.done(step)


_USED = (
    person.c.unit_id,
    further_post.c.unit_id,
    unit.c.parent_id,
    saved_group.c.rule_unit_id,
    audience.c.unit_id,
    body.c.unit_id,
    measure.c.unit_id,
    leadership_meeting.c.unit_id,
)


def remove(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Remove units that nothing refers to, all of them in one step. Refused when one is in use."""
    with desk.step(N_("Remove a unit")) as step:
        for unit_id in chosen:
            for column in _USED:
                if step.connection.execute(select(column).where(column == unit_id).limit(1)).first():
                    raise Refusal(N_("The unit is in use. Move its people elsewhere first."))
            step.remove(unit, unit.c.id == unit_id)
    return desk.done(step)


def _named(desk: Desk, name: str, own: int | None) -> str:
    tidied = clean(name).text
    if not tidied:
        raise Refusal(N_("Type the name of the unit."), field="name")
    for known in all_units(desk):
        if known.id != own and known.name.casefold() == tidied.casefold():
            raise Refusal(N_("There is already a unit %(name)s."), field="name", name=known.name)
    return tidied


def sizes(desk: Desk) -> dict[int, int]:
    """How many active people each unit has by their first post, the units below it included."""
    active = person.c.left_on.is_(None) & person.c.binned_at.is_(None)
    counted = select(person.c.unit_id, func.count()).where(active, person.c.unit_id.is_not(None))
    with desk.store.read() as connection:
        own = {row[0]: row[1] for row in connection.execute(counted.group_by(person.c.unit_id))}
    parents = {each.id: each.parent_id for each in all_units(desk)}
    found = dict.fromkeys(parents, 0)
    for number, count in own.items():
        above: int | None = number
        while above is not None:
            found[above] += count
            above = parents.get(above)
    return found
