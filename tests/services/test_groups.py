"""Groups and units: several go in one step, or none of them."""

from __future__ import annotations

import pytest

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.errors import Refusal
from altdesk.services import groups, units
from tests.make import Make


def made(changed: object) -> int:
    number = getattr(changed, "id", None)
    assert number is not None
    return int(number)


def test_several_groups_go_in_one_step_and_come_back_with_one_undo(desk: Desk, make: Make) -> None:
    chosen = [made(groups.add(desk, name, added=[make.person()])) for name in ("Бірінші", "Екінші")]
    groups.remove(desk, chosen)
    assert groups.all_groups(desk) == []
    desk.undo()
    assert [(group.name, group.size) for group in groups.all_groups(desk)] == [("Бірінші", 1), ("Екінші", 1)]


def test_when_one_group_is_in_use_none_goes(desk: Desk, make: Make) -> None:
    free, used = (made(groups.add(desk, name)) for name in ("Бос", "Керек"))
    make.audience(make.document(), AudienceEntry(group_id=used))
    with pytest.raises(Refusal, match="audience"):
        groups.remove(desk, [free, used])
    assert len(groups.all_groups(desk)) == 2


def test_several_units_go_in_one_step_but_none_that_is_in_use(desk: Desk, make: Make) -> None:
    first, second = (made(units.add(desk, name)) for name in ("Бірінші", "Екінші"))
    make.person(unit="Үшінші")
    third = next(unit.id for unit in units.all_units(desk) if unit.name == "Үшінші")
    with pytest.raises(Refusal, match="in use"):
        units.remove(desk, [first, third])
    units.remove(desk, [first, second])
    assert [unit.name for unit in units.all_units(desk)] == ["Үшінші"]
    desk.undo()
    assert len(units.all_units(desk)) == 3
