"""The agenda: ordered, numbered, voted on, resolved, and what it leaves open is offered to the next meeting."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import ItemDraft, MinutesDraft, Named, NamedVote, PointDraft, Vote
from altdesk.domain.minutes_kinds import Choice, ItemState, VoteKind
from altdesk.domain.minutes_lists import OfferReason
from altdesk.services import agenda, minutes, points, tasks, votes
from tests.make import HELD, TODAY, Make

WEEK = timedelta(days=7)
DUE = date(2026, 11, 1)


def titles(desk: Desk, made: int) -> list[str]:
    return [item.title for item in minutes.get(desk, made).items]


def resolved(desk: Desk, made: int) -> list[tuple[str, str]]:
    return [(point.number, point.text) for item in minutes.get(desk, made).items for point in item.points]


def test_items_are_moved_and_their_points_numbered_anew(desk: Desk, make: Make) -> None:
    made = make.minutes(items=("А", "Ә", "Б"))
    make.point(made, "бірінші", item=1)
    make.point(made, "екінші", item=3)
    make.point(made, "үшінші", item=3)
    agenda.move(desk, make.item(made, 3), 1)
    assert titles(desk, made) == ["Б", "А", "Ә"]
    assert resolved(desk, made) == [("1.1", "екінші"), ("1.2", "үшінші"), ("2.1", "бірінші")]
    agenda.move(desk, make.item(made, 1), 99)
    assert titles(desk, made) == ["А", "Ә", "Б"]
    agenda.add(desk, made, ItemDraft("В"), 2)
    assert titles(desk, made) == ["А", "В", "Ә", "Б"]
    agenda.remove(desk, made, [make.item(made, 4), make.item(made, 2)])
    assert titles(desk, made) == ["А", "Ә"]
    desk.undo()
    assert resolved(desk, made)[-1] == ("4.2", "үшінші")


def test_points_are_ordered_within_their_item(desk: Desk, make: Make) -> None:
    made = make.minutes()
    make.point(made, "бір")
    last = make.point(made, "екі")
    points.move(desk, last, 1)
    points.add(desk, make.item(made), PointDraft("ортада"), 2)
    assert resolved(desk, made) == [("1.1", "екі"), ("1.2", "ортада"), ("1.3", "бір")]
    points.remove(desk, made, [last])
    assert resolved(desk, made) == [("1.1", "ортада"), ("1.2", "бір")]


def test_several_may_answer_for_a_point_each_once(desk: Desk, make: Make) -> None:
    made = make.minutes()
    known = minutes.get(desk, made).attendees[0]
    people = (Named(person_id=known.person_id), Named("Деканат"), Named(person_id=known.person_id), Named())
    make.point(made, responsible=people)
    (point,) = minutes.get(desk, made).items[0].points
    assert [who.full_name for who in point.responsible] == [known.full_name, "Деканат"]


def test_an_item_that_cannot_be_is_refused_under_its_field(desk: Desk, make: Make) -> None:
    made = make.minutes()
    with pytest.raises(Refusal) as refused:
        agenda.add(desk, made, ItemDraft("А", starts_at=time(15), ends_at=time(14)))
    assert refused.value.field == "ends_at"
    with pytest.raises(Refusal, match="Type what was resolved"):
        points.add(desk, make.item(made), PointDraft(" "))


def test_nothing_is_due_before_the_meeting_that_resolves_it(desk: Desk, make: Make) -> None:
    made = make.minutes()
    point = make.point(made, due_on=HELD)
    for verb in (
        lambda: points.add(desk, make.item(made), PointDraft("Есеп", due_on=HELD - WEEK)),
        lambda: points.save(desk, point, PointDraft("Есеп", due_on=HELD - WEEK)),
    ):
        with pytest.raises(
            Refusal, match=r"due date 05\.10\.2026 is before the day of the meeting, 12\.10\.2026"
        ) as no:
            verb()
        assert no.value.field == "due_on"
    known = minutes.get(desk, made)
    minutes.save(desk, made, MinutesDraft(HELD + WEEK, chair=known.chair, secretary=known.secretary))
    with pytest.raises(Refusal, match="before the day of the meeting, 19"):
        minutes.finalize(desk, made, today=TODAY)


def test_an_item_may_wait_for_its_title_until_the_minutes_are_final(desk: Desk, make: Make) -> None:
    made = make.minutes(items=("А", ""))
    with pytest.raises(Refusal, match="Type what item 2 is about") as refused:
        minutes.finalize(desk, made, today=TODAY)
    assert refused.value.field == "title"


def test_votes_by_name_keep_who_was_not_for_it(desk: Desk, make: Make) -> None:
    made = make.minutes(present=7)
    item, rows = make.item(made), minutes.get(desk, made).attendees
    votes.voice(desk, item, rows[1].id, Choice.AGAINST)
    votes.voice(desk, item, rows[2].id, Choice.ABSTAINED)
    votes.voice(desk, item, rows[1].id, Choice.ABSTAINED)
    votes.voice(desk, item, rows[2].id, Choice.FOR)
    assert minutes.get(desk, made).items[0].vote.names == (NamedVote(rows[1].id, Choice.ABSTAINED),)
    votes.save(desk, item, Vote(VoteKind.SECRET, against=2))
    assert minutes.get(desk, made).items[0].vote == Vote(VoteKind.SECRET, against=2)
    with pytest.raises(Refusal, match="was not there to vote"):
        votes.voice(desk, item, rows[9].id, Choice.AGAINST)
    other = minutes.get(desk, make.minutes()).attendees[0]
    with pytest.raises(Refusal, match="Only who stands on the attendance list"):
        votes.voice(desk, item, other.id, Choice.AGAINST)


def test_what_was_not_dealt_with_is_offered_to_the_next_meeting_once(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    first = make.minutes(body, present=3, items=("А туралы", "Ә туралы", "Б туралы"))
    agenda.save(desk, make.item(first, 1), ItemDraft("А туралы", heard="Баяндама тыңдалды"))
    agenda.deal(desk, make.item(first, 2), ItemState.DEALT)
    assert agenda.offered(desk, body) == []
    minutes.finalize(desk, first, today=TODAY)
    (offer,) = agenda.offered(desk, body)
    assert (offer.title, offer.minutes_number, offer.reason) == ("Б туралы", "1", OfferReason.NOT_DEALT)
    second = minutes.start(desk, body, HELD + WEEK, carry=[offer.item_id]).id
    assert second is not None
    carried = minutes.get(desk, second).items[0]
    assert (carried.title, carried.carried_from) == ("Б туралы", offer.item_id)
    assert agenda.offered(desk, body) == []
    with pytest.raises(Refusal, match="not offered any more"):
        agenda.carry(desk, second, [offer.item_id])
    minutes.finalize(desk, second, today=TODAY)
    (again,) = agenda.offered(desk, body)
    assert (again.item_id, again.minutes_number) == (carried.id, "2")


def test_an_item_with_an_open_task_is_offered_until_it_is_done(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    first = make.minutes(body, present=3)
    make.point(first, due_on=DUE)
    make.point(first, "Ақпарат ескерілсін")
    minutes.finalize(desk, first, today=TODAY)
    (offer,) = agenda.offered(desk, body)
    assert (offer.reason, offer.open_tasks) == (OfferReason.OPEN_TASK, 1)
    second = make.minutes(body, HELD + WEEK, items=())
    agenda.carry(desk, second, [offer.item_id])
    assert agenda.offered(desk, body, second) == []
    minutes.finalize(desk, second, today=TODAY)
    assert [each.item_id for each in agenda.offered(desk, body)][0] == offer.item_id
    (task,) = tasks.lines(desk, [1])
    tasks.done(desk, [task.id], DUE, today=TODAY)
    assert offer.item_id not in {each.item_id for each in agenda.offered(desk, body)}


def test_an_item_taken_over_by_a_later_agenda_stays(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    first = make.final(body)
    second = make.minutes(body, HELD + WEEK, items=())
    agenda.carry(desk, second, [make.item(first)])
    minutes.reopen(desk, first, "Қате")
    with pytest.raises(Refusal, match="later agenda has taken this item over"):
        agenda.remove(desk, first, [make.item(first)])
