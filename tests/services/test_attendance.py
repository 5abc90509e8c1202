"""Attendance of a meeting: marked, timed, with guests; never fewer than already voted."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import Attendee, ItemDraft, Named, Stay, Vote
from altdesk.domain.minutes_attendance import quorum_now, quorum_of
from altdesk.domain.minutes_kinds import Choice, Presence, VoteKind
from altdesk.domain.minutes_votes import VoteResult, result, tally
from altdesk.services import agenda, attendance, bodies, minutes, votes
from tests.make import HELD, TODAY, Make


def row(desk: Desk, made: int, place: int) -> Attendee:
    return minutes.get(desk, made).attendees[place - 1]


def test_the_quorum_follows_every_mark(desk: Desk, make: Make) -> None:
    made = make.minutes(present=7, of=12)
    assert quorum_now(minutes.get(desk, made)).held
    attendance.mark(desk, made, [row(desk, made, 7).id], Presence.EXCUSED, "ауырып қалды")
    assert quorum_now(minutes.get(desk, made)).missing == 1
    assert row(desk, made, 7).reason == "ауырып қалды"
    attendance.mark(desk, made, [row(desk, made, 7).id], Presence.PRESENT)
    assert row(desk, made, 7).reason == ""


def test_who_leaves_is_missing_from_the_items_after(desk: Desk, make: Make) -> None:
    made = make.minutes(present=7, of=12, items=())
    agenda.add(desk, made, ItemDraft("Бірінші", starts_at=time(14)))
    agenda.add(desk, made, ItemDraft("Екінші", starts_at=time(15)))
    votes.save(desk, make.item(made, 1), Vote(VoteKind.OPEN))
    votes.save(desk, make.item(made, 2), Vote(VoteKind.OPEN))
    attendance.leave(desk, row(desk, made, 7).id, time(14, 30))
    known = minutes.get(desk, made)
    assert [quorum_of(known, item).held for item in known.items] == [True, False]
    assert [tally(known, item).votes_for for item in known.items] == [7, 6]
    assert [result(known, item) for item in known.items] == [VoteResult.ADOPTED, VoteResult.NO_QUORUM]
    attendance.arrive(desk, row(desk, made, 7).id, time(14, 55))
    assert row(desk, made, 7).stays == (Stay(None, time(14, 30)), Stay(time(14, 55)))
    assert quorum_of(minutes.get(desk, made), known.items[1]).held


def test_nobody_goes_whose_vote_is_counted(desk: Desk, make: Make) -> None:
    made = make.minutes(present=7)
    votes.save(desk, make.item(made), Vote(VoteKind.SECRET, votes_for=5, against=2))
    before = minutes.get(desk, made)
    for leave in (
        lambda: attendance.mark(desk, made, [row(desk, made, 3).id], Presence.ABSENT),
        lambda: attendance.remove(desk, made, [row(desk, made, 3).id]),
        lambda: attendance.save(desk, row(desk, made, 3).id, Named("Мүше"), votes=False),
    ):
        with pytest.raises(Refusal, match="Item 1 has 7 votes, but 6 were present"):
            leave()
        assert minutes.get(desk, made) == before


def test_who_voted_by_name_is_named_when_they_would_go(desk: Desk, make: Make) -> None:
    made = make.minutes(present=7)
    third = row(desk, made, 3)
    votes.voice(desk, make.item(made), third.id, Choice.AGAINST)
    with pytest.raises(Refusal, match=f"{third.full_name} was not there to vote on item 1"):
        attendance.mark(desk, made, [third.id], Presence.ABSENT)
    attendance.remove(desk, made, [third.id])
    assert minutes.get(desk, made).items[0].vote.names == ()
    desk.undo()
    assert minutes.get(desk, made).items[0].vote.names != ()


def test_guests_come_but_never_vote(desk: Desk, make: Make) -> None:
    made = make.minutes(present=7)
    attendance.add(desk, made, Named("Қонақов Ерлан", "Декан"), votes=True)
    guest = row(desk, made, 13)
    assert (guest.state, guest.votes) == (Presence.GUEST, False)
    attendance.save(desk, guest.id, Named("Қонақов Ерлан", "Проректор"), votes=True)
    assert not row(desk, made, 13).votes
    attendance.mark(desk, made, [guest.id], Presence.ABSENT)
    assert row(desk, made, 13).state is Presence.GUEST


def test_nobody_stands_on_the_list_twice(desk: Desk, make: Make) -> None:
    made = make.minutes()
    with pytest.raises(Refusal, match="stands on the attendance list already"):
        attendance.add(desk, made, Named(person_id=row(desk, made, 1).person_id))
    attendance.add(desk, made, Named("Қонақов Ерлан"))
    with pytest.raises(Refusal, match="stands on the attendance list already"):
        attendance.add(desk, made, Named("қонақов ерлан"))
    with pytest.raises(Refusal, match="Type the name"):
        attendance.add(desk, made, Named(" "))


def test_times_are_typed_anew(desk: Desk, make: Make) -> None:
    made = make.minutes()
    attendance.set_stays(desk, row(desk, made, 1).id, "14.10-15; 15:30-")
    assert row(desk, made, 1).stays == (Stay(time(14, 10), time(15)), Stay(time(15, 30)))
    attendance.set_stays(desk, row(desk, made, 1).id, "")
    assert row(desk, made, 1).stays == ()
    with pytest.raises(Refusal):
        attendance.set_stays(desk, row(desk, made, 1).id, "кешке")


def test_the_list_is_renewed_by_the_members_of_the_day(desk: Desk, make: Make) -> None:
    body = make.body(members=4)
    made = make.minutes(body, present=3)
    gone, stays = row(desk, made, 3), row(desk, made, 4)
    attendance.add(desk, made, Named("Қонақов Ерлан"))
    (term,) = bodies.terms_of(desk, gone.person_id or 0)
    bodies.end_term(desk, term.id, HELD - timedelta(days=1))
    fresh = make.person("Жаңабаев")
    make.term(body, "Орынбасар", fresh, HELD)
    attendance.renew(desk, made)
    known = minutes.get(desk, made).attendees
    assert gone.person_id not in {each.person_id for each in known}
    assert [(each.person_id, each.post) for each in known][-1] == (fresh, "Орынбасар")
    assert next(each for each in known if each.person_id == stays.person_id).state is Presence.ABSENT
    assert "Қонақов Ерлан" in {each.full_name for each in known}


def test_a_former_member_who_is_named_in_a_vote_stays_on_the_list(desk: Desk, make: Make) -> None:
    made = make.minutes(present=7)
    gone = row(desk, made, 3)
    votes.voice(desk, make.item(made), gone.id, Choice.AGAINST)
    (term,) = bodies.terms_of(desk, gone.person_id or 0)
    bodies.end_term(desk, term.id, HELD - timedelta(days=1))
    attendance.renew(desk, made)
    assert gone.id in {each.id for each in minutes.get(desk, made).attendees}


def test_a_person_with_two_posts_stands_on_the_list_once(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    chair = bodies.members(desk, body, HELD)[0]
    make.term(body, "Мүше", chair.person_id, HELD)
    known = minutes.get(desk, make.minutes(body, present=3))
    assert len(known.attendees) == 3
    assert replace(known.attendees[0], id=0).post == "Төраға"


def test_undo_takes_one_mark_back_at_a_time(desk: Desk, make: Make) -> None:
    made = make.minutes(present=7)
    before = minutes.get(desk, made)
    attendance.mark(desk, made, [before.attendees[0].id], Presence.ABSENT)
    attendance.arrive(desk, before.attendees[0].id, time(15))
    desk.undo()
    desk.undo()
    assert minutes.get(desk, made) == before
    minutes.finalize(desk, made, today=TODAY)
