"""The rules of the desk are kept, journaled and refused where they make no sense."""

from __future__ import annotations

from dataclasses import replace

import pytest

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.rules import Numbering, ResolvedVerb, Rules, TieRule
from altdesk.services import organisation, rules


def test_rules_are_kept_and_undone(desk: Desk) -> None:
    wanted = Rules(1, 1, Numbering.CALENDAR_YEAR, TieRule.CHAIR_DECIDES, ResolvedVerb.DECIDED)
    rules.save(desk, wanted)
    assert rules.get(desk) == wanted
    desk.undo()
    assert rules.get(desk) == Rules()


def test_going_back_to_the_default_is_kept_too(desk: Desk) -> None:
    rules.save(desk, Rules(year_starts_month=1))
    rules.save(desk, Rules())
    assert rules.get(desk) == Rules()


@pytest.mark.parametrize(("month", "day", "field"), [(13, 1, "year_starts_month"), (4, 31, "year_starts_day")])
def test_a_day_that_is_none_is_refused_under_its_field(desk: Desk, month: int, day: int, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        rules.save(desk, Rules(month, day))
    assert refused.value.field == field


def test_rules_and_the_organisation_do_not_touch_each_other(desk: Desk) -> None:
    organisation.save(desk, replace(organisation.get(desk), name="ALT"))
    rules.save(desk, Rules(year_starts_month=10))
    assert organisation.get(desk).name == "ALT"
    assert rules.get(desk).year_starts_month == 10
