"""The leadership's meetings: what is refused, how issues live, what a report gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from altdesk.desk import Desk
from altdesk.domain.academic_year import YearStart, academic_year
from altdesk.domain.errors import Refusal
from altdesk.domain.leadership import Audience, IssueDraft, LeadershipDraft, LeadershipQuery
from altdesk.domain.minutes import Named
from altdesk.domain.people import PersonDraft
from altdesk.services import history, leadership, people, units
from altdesk.services.find import find
from tests.make import Make

DAY, TODAY = date(2026, 10, 2), date(2026, 11, 22)
RECTOR = Named("Басшыбаев Үлгі", "Ректор")
MEETING = LeadershipDraft(DAY, RECTOR, place="Акт залы", participants=120, topic="Оқу жылы")


def meet(desk: Desk, draft: LeadershipDraft = MEETING, *issues: IssueDraft) -> int:
    made = leadership.add(desk, draft, issues, TODAY).id
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"held_on": None}, "held_on"),
        ({"held_on": date(2026, 11, 23)}, "held_on"),
        ({"leader": Named(" ")}, "leader"),
        ({"participants": -1}, "participants"),
        ({"participants": 1_000_000}, "participants"),
    ],
)
def test_what_cannot_be_is_refused_under_its_field(desk: Desk, changed: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        meet(desk, replace(MEETING, **changed))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert leadership.count(desk, LeadershipQuery()) == 0


@pytest.mark.parametrize(
    ("issue", "field"),
    [
        (IssueDraft(" "), "issue"),
        (IssueDraft("Интернет", due_on=date(2026, 10, 1)), "due_on"),
        (IssueDraft("Интернет", settled_on=date(2026, 10, 1)), "settled_on"),
        (IssueDraft("Интернет", settled_on=date(2026, 11, 23)), "settled_on"),
    ],
)
def test_an_issue_that_cannot_be_is_refused_and_so_is_its_meeting(desk: Desk, issue: IssueDraft, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        meet(desk, MEETING, issue)
    assert refused.value.field == field
    assert leadership.count(desk, LeadershipQuery()) == 0


def test_name_and_post_stay_as_they_were_on_that_day(desk: Desk, make: Make) -> None:
    person = make.person("Басшыбаев", "Үлгі", post="Проректор")
    number = meet(desk, replace(MEETING, leader=Named("", "", person)))
    with pytest.raises(Refusal):
        meet(desk, replace(MEETING, leader=Named("", "", 9999)))
    people.save(desk, person, PersonDraft("Басшыбаев", "Үлгі", post="Ректор"))
    kept = leadership.get(desk, number)
    assert (kept.leader.full_name, kept.leader_post, kept.leader.person_id) == ("Басшыбаев Үлгі", "Проректор", person)


def test_issues_are_added_moved_settled_and_removed_and_keep_their_order(desk: Desk) -> None:
    number = meet(desk, MEETING, IssueDraft("Бірінші"), IssueDraft("Екінші"))
    leadership.add_issue(desk, number, IssueDraft("Үшінші", due_on=DAY), TODAY)
    first, second, third = leadership.get(desk, number).issues
    leadership.move_issue(desk, third.id, 1)
    assert [each.issue for each in leadership.get(desk, number).issues] == ["Үшінші", "Бірінші", "Екінші"]
    leadership.settle(desk, first.id, TODAY, TODAY)
    leadership.remove_issue(desk, second.id)
    kept = leadership.get(desk, number)
    assert [(each.ordinal, each.issue, each.settled_on) for each in kept.issues] == [
        (1, "Үшінші", None),
        (2, "Бірінші", TODAY),
    ]
    assert kept.issues[0].overdue(TODAY)
    assert leadership.totals(desk, LeadershipQuery()).settled == 1
    leadership.settle(desk, first.id, None, TODAY)
    leadership.save_issue(desk, first.id, IssueDraft("Бірінші", "Жауап", "Кітапхана"), TODAY)
    assert leadership.get(desk, number).issues[1].answer == "Жауап"
    while desk.undo():
        pass
    assert leadership.count(desk, LeadershipQuery()) == 0


def test_a_meeting_cannot_move_behind_what_came_of_it(desk: Desk) -> None:
    number = meet(desk, MEETING, IssueDraft("Интернет", settled_on=date(2026, 10, 5)))
    with pytest.raises(Refusal) as refused:
        leadership.save(desk, number, replace(MEETING, held_on=date(2026, 10, 20)), TODAY)
    assert refused.value.field == "held_on"
    leadership.save(desk, number, replace(MEETING, held_on=date(2026, 10, 5)), TODAY)


def test_meetings_are_found_by_what_was_raised_too(desk: Desk) -> None:
    one = meet(desk, MEETING, IssueDraft("Асханадағы кезек", "Касса ашылады"))
    other = meet(desk, replace(MEETING, topic="Практика", audience=Audience.STAFF))
    for text, found in (("кезек", [one]), ("касса", [one]), ("практ", [other]), ("басшыбаев", [other, one])):
        assert list(leadership.ids(desk, LeadershipQuery(text=text))) == found
    assert list(leadership.ids(desk, LeadershipQuery(audience=Audience.STAFF))) == [other]
    assert list(leadership.ids(desk, LeadershipQuery(open_only=True))) == [one]
    assert {hit.kind for hit in find(desk, "практика")} == {"leadership_meeting"}


def test_a_report_gets_the_meetings_of_its_period_with_their_issues(desk: Desk) -> None:
    meet(desk, replace(MEETING, held_on=date(2026, 8, 31)))
    number = meet(desk, MEETING, IssueDraft("Интернет"))
    period = academic_year(DAY, YearStart())
    (found,) = leadership.meetings(desk, period)
    assert (found.id, [each.issue for each in found.issues]) == (number, ["Интернет"])
    assert leadership.total(desk, period).participants == 120


def test_history_and_a_unit_in_use_know_of_a_meeting(desk: Desk) -> None:
    made = units.add(desk, "Көлік институты").id or 0
    number = meet(desk, replace(MEETING, unit_id=made), IssueDraft("Интернет"))
    with pytest.raises(Refusal):
        units.remove(desk, [made])
    leadership.bin_(desk, [number])
    assert history.of_record(desk, "leadership_meeting", number)
