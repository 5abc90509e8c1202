"""Minutes: pre-filled, finalized with a number, locked by every road, opened again only as the rules allow."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.domain.bodies import QuorumKind, QuorumRule
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import ItemDraft, MinutesDraft, Named, PointDraft, Vote
from altdesk.domain.minutes_kinds import Choice, ItemState, MinutesState, Presence, VoteKind
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.organisation import Organisation
from altdesk.domain.people import PersonDraft
from altdesk.domain.rules import Numbering, ResolvedVerb, Rules, TieRule
from altdesk.services import (
    agenda,
    attachments,
    attendance,
    bodies,
    minutes,
    organisation,
    people,
    points,
    rules,
    votes,
)
from tests.make import HELD, TODAY, Make

WEEK = timedelta(days=7)


def numbers(desk: Desk, *made: int) -> list[str]:
    return [minutes.get(desk, each).number for each in made]


def head(desk: Desk, made: int, **fields: object) -> MinutesDraft:
    """The head of minutes as they are, with something typed anew."""
    known = minutes.get(desk, made)
    names = ("held_on", "starts_at", "ends_at", "place", "chair", "secretary", "title", "notes")
    return replace(MinutesDraft(**{name: getattr(known, name) for name in names}), **fields)  # type: ignore[arg-type]


def test_new_minutes_have_the_members_of_the_day_and_who_leads_and_writes_by_their_posts(
    desk: Desk, make: Make
) -> None:
    body = make.body(members=4)
    later = make.person("Жаңабаев")
    make.term(body, "Мүше", later, HELD + WEEK)
    made = minutes.get(desk, make.minutes(body, present=4))
    assert [(row.post, row.state) for row in made.attendees] == [
        ("Төраға", Presence.PRESENT),
        ("Хатшы", Presence.PRESENT),
        ("Мүше", Presence.PRESENT),
        ("Мүше", Presence.PRESENT),
    ]
    assert (made.chair.post, made.secretary.post) == ("Төраға", "Хатшы")
    assert made.chair.full_name == made.attendees[0].full_name


def test_new_minutes_take_chair_secretary_and_place_from_the_last_meeting(desk: Desk, make: Make) -> None:
    body = make.body(members=4)
    first = make.minutes(body)
    third = minutes.get(desk, first).attendees[2]
    specialist = make.person("Маманова", post="Бас маман")
    chair, secretary = Named(person_id=third.person_id), Named(person_id=specialist)
    minutes.save(desk, first, head(desk, first, chair=chair, secretary=secretary, place="Акт залы"))
    second = minutes.get(desk, make.minutes(body, HELD + WEEK))
    assert second.place == "Акт залы"
    assert second.chair.person_id == third.person_id
    assert (second.secretary.person_id, second.secretary.post) == (specialist, "Бас маман")


def test_who_left_the_body_does_not_lead_it_again(desk: Desk, make: Make) -> None:
    body = make.body(members=4)
    chair = minutes.get(desk, make.minutes(body)).chair
    successor = make.person("Жаңабаев")
    bodies.change_office(desk, make.post(body, "Төраға"), successor, HELD + WEEK)
    after = minutes.get(desk, make.minutes(body, HELD + WEEK))
    assert chair.person_id != after.chair.person_id == successor


def test_a_closed_body_does_not_meet(desk: Desk, make: Make) -> None:
    body = make.body(members=1)
    bodies.save(desk, body, replace(bodies.get(desk, body), closed_on=HELD))
    with pytest.raises(Refusal, match="was closed on 12.10.2026") as refused:
        minutes.start(desk, body, HELD + WEEK)
    assert refused.value.field == "held_on"


def test_final_minutes_get_the_next_number_of_their_body_and_year(desk: Desk, make: Make) -> None:
    body, other = make.body(members=3), make.body("Клуб", members=3)
    made = [make.final(body, HELD), make.final(body, HELD + WEEK), make.final(other, HELD)]
    next_year = make.final(body, date(2027, 9, 10))
    assert numbers(desk, *made, next_year) == ["1", "2", "1", "1"]
    assert [minutes.get(desk, each).period for each in (made[0], next_year)] == ["2026-2027", "2027-2028"]


def test_minutes_are_counted_in_calendar_years_where_the_rules_say_so(desk: Desk, make: Make) -> None:
    rules.save(desk, Rules(minutes_numbering=Numbering.CALENDAR_YEAR))
    body = make.body(members=3)
    first, second = make.final(body, date(2026, 12, 20)), make.final(body, date(2027, 1, 20))
    assert numbers(desk, first, second) == ["1", "1"]


def test_a_number_may_be_typed_but_not_one_that_is_taken(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    make.final(body, HELD, number="5")
    second = make.minutes(body, HELD + WEEK)
    with pytest.raises(Refusal, match=r"Number 5 belongs to the meeting of 12\.10\.2026 .*next free one is 6") as no:
        minutes.finalize(desk, second, "№ 5", TODAY)
    assert no.value.field == "number"
    minutes.finalize(desk, second, "5/1", TODAY)
    assert numbers(desk, second, make.final(body, HELD + 2 * WEEK)) == ["5/1", "6"]
    assert minutes.gaps(desk, body, "2026-2027") == (1, 2, 3, 4)


def test_a_reserved_number_is_kept_for_its_draft(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    draft = make.minutes(body, HELD)
    minutes.renumber(desk, draft, "7")
    assert numbers(desk, make.final(body, HELD + WEEK)) == ["8"]
    with pytest.raises(Refusal, match="Number 7 belongs"):
        minutes.renumber(desk, make.minutes(body, HELD + 2 * WEEK), "7")
    minutes.finalize(desk, draft, today=TODAY)
    assert numbers(desk, draft) == ["7"]


def test_a_numbered_draft_moves_to_another_year_only_where_its_number_is_free(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    make.final(body, HELD, number="3")
    draft = make.minutes(body, date(2027, 9, 10))
    minutes.renumber(desk, draft, "3")
    with pytest.raises(Refusal, match="Number 3 belongs") as refused:
        minutes.save(desk, draft, head(desk, draft, held_on=HELD + WEEK))
    assert refused.value.field == "held_on"
    minutes.renumber(desk, draft, "4")
    minutes.save(desk, draft, head(desk, draft, held_on=HELD + WEEK))
    assert minutes.get(desk, draft).period == "2026-2027"


def test_two_that_finalize_at_once_get_two_numbers(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    drafts = [make.minutes(body, HELD + day * WEEK) for day in range(6)]
    ready = threading.Barrier(len(drafts))

    def finalize(made: int) -> None:
        ready.wait()
        minutes.finalize(desk, made, today=TODAY)

    threads = [threading.Thread(target=finalize, args=(made,)) for made in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers(desk, *drafts)) == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("field", "words"),
    [("chair", "Name the chair"), ("secretary", "Name the secretary"), ("held_on", "to come"), ("items", "agenda")],
)
def test_what_the_paper_needs_is_asked_for(desk: Desk, make: Make, field: str, words: str) -> None:
    made = make.minutes(items=() if field == "items" else ("Есеп туралы",))
    if field == "held_on":
        minutes.save(desk, made, head(desk, made, held_on=TODAY + WEEK))
    elif field != "items":
        minutes.save(desk, made, head(desk, made, **{field: Named()}))
    with pytest.raises(Refusal, match=words) as refused:
        minutes.finalize(desk, made, today=TODAY)
    assert refused.value.field == field
    assert minutes.get(desk, made).state is MinutesState.DRAFT


@pytest.mark.parametrize(("row", "field"), [(0, "chair"), (1, "secretary")])
@pytest.mark.parametrize("state", [Presence.ABSENT, Presence.EXCUSED])
def test_who_leads_and_who_writes_was_there(desk: Desk, make: Make, row: int, field: str, state: Presence) -> None:
    made = make.minutes()
    attendance.mark(desk, made, [minutes.get(desk, made).attendees[row].id], state)
    with pytest.raises(Refusal, match="marked absent") as refused:
        minutes.finalize(desk, made, today=TODAY)
    assert refused.value.field == field
    minutes.save(desk, made, head(desk, made, **{field: Named(person_id=make.person("Бас маман"))}))
    minutes.finalize(desk, made, today=TODAY)


def test_a_tie_waits_for_the_chairs_vote(desk: Desk, make: Make) -> None:
    rules.save(desk, Rules(tie_rule=TieRule.CHAIR_DECIDES))
    made = make.minutes(present=8)
    tied = Vote(VoteKind.OPEN, against=4)
    votes.save(desk, make.item(made), tied)
    with pytest.raises(Refusal, match="item 1 is tied"):
        minutes.finalize(desk, made, today=TODAY)
    votes.save(desk, make.item(made), replace(tied, chair=Choice.FOR))
    minutes.finalize(desk, made, today=TODAY)


def every_road(desk: Desk, make: Make, made: int) -> list[Callable[[], object]]:
    """Everything that could change minutes, but for opening them again."""
    known = minutes.get(desk, made)
    row, item = known.attendees[0].id, known.items[0]
    return [
        lambda: minutes.save(desk, made, head(desk, made, place="Басқа жер")),
        lambda: minutes.renumber(desk, made, "77"),
        lambda: minutes.bin_(desk, [made]),
        lambda: minutes.finalize(desk, made, today=TODAY),
        lambda: attendance.mark(desk, made, [row], Presence.ABSENT),
        lambda: attendance.arrive(desk, row, time(15)),
        lambda: attendance.leave(desk, row, time(16)),
        lambda: attendance.set_stays(desk, row, "14:00-15:00"),
        lambda: attendance.add(desk, made, Named("Қонақ")),
        lambda: attendance.save(desk, row, Named("Басқа"), votes=False),
        lambda: attendance.remove(desk, made, [row]),
        lambda: attendance.renew(desk, made),
        lambda: agenda.add(desk, made, ItemDraft("Жаңа")),
        lambda: agenda.save(desk, item.id, ItemDraft("Басқа")),
        lambda: agenda.deal(desk, item.id, ItemState.POSTPONED),
        lambda: agenda.move(desk, item.id, 2),
        lambda: agenda.remove(desk, made, [item.id]),
        lambda: agenda.carry(desk, made, [item.id]),
        lambda: votes.save(desk, item.id, Vote(VoteKind.SECRET)),
        lambda: votes.voice(desk, item.id, row, Choice.AGAINST),
        lambda: points.add(desk, item.id, PointDraft("Жаңа")),
        lambda: points.save(desk, item.points[0].id, PointDraft("Басқа")),
        lambda: points.move(desk, item.points[0].id, 2),
        lambda: points.remove(desk, made, [item.points[0].id]),
        lambda: minutes.attach(desk, made, Path(__file__)),
    ]


@pytest.mark.parametrize("signed", [False, True])
def test_final_minutes_cannot_change_by_any_road(desk: Desk, make: Make, tmp_path: Path, signed: bool) -> None:
    made = make.minutes(items=("Есеп туралы", "Әртүрлі"))
    make.point(made)
    make.point(made, "Екінші")
    minutes.finalize(desk, made, today=TODAY)
    if signed:
        scan = tmp_path / "скан.pdf"
        scan.write_bytes(b"%PDF")
        minutes.sign(desk, made, HELD + WEEK, scan, TODAY)
    before = minutes.get(desk, made)
    for change in every_road(desk, make, made):
        with pytest.raises(Refusal, match=r"The minutes No\. 1 of .* are final\. Reopen them"):
            change()
        assert minutes.get(desk, made) == before


def test_undo_stops_at_final_minutes_and_says_what_to_do(desk: Desk, make: Make) -> None:
    made = make.final()
    before = minutes.get(desk, made)
    with pytest.raises(Refusal, match=r"Undo cannot open them again; reopen them with a reason"):
        desk.undo()
    assert minutes.get(desk, made) == before
    make.person("Кейінгі")
    desk.undo()
    with pytest.raises(Refusal, match="Undo cannot open"):
        desk.undo()


def test_final_minutes_keep_names_posts_and_heads_whatever_happens_to_people(desk: Desk, make: Make) -> None:
    organisation.save(desk, Organisation("ALT", "ТжӘЖД", "Астана"))
    guest = make.person("Қонақов", "Ерлан", post="Декан")
    made = make.minutes()
    attendance.add(desk, made, Named(person_id=guest))
    agenda.save(desk, make.item(made), ItemDraft("Есеп туралы", Named(person_id=guest)))
    make.point(made, responsible=(Named(person_id=guest),))
    minutes.finalize(desk, made, today=TODAY)
    before = minutes.get(desk, made)
    for row in before.attendees:
        assert row.person_id is not None
        people.save(desk, row.person_id, PersonDraft("Өзгертілген", post="Басқа лауазым"))
    people.bin_(desk, [guest])
    body = bodies.get(desk, before.body_id)
    bodies.save(desk, body.id, replace(body, name="Басқа кеңес", quorum=QuorumRule(QuorumKind.AT_LEAST, 2, 3)))
    organisation.save(desk, Organisation("Басқа"))
    rules.save(desk, Rules(resolved_verb=ResolvedVerb.DECIDED, tie_rule=TieRule.CHAIR_DECIDES))
    assert minutes.get(desk, made) == before
    assert before.items[0].speaker == Named("Қонақов Ерлан", "Декан", guest)
    minutes.reopen(desk, made, "Қате")
    opened = minutes.get(desk, made)
    assert (opened.attendees, opened.chair, opened.body) == (before.attendees, before.chair, before.body)


def test_drafts_show_names_posts_and_heads_of_now(desk: Desk, make: Make) -> None:
    guest = make.person("Қонақов", "Ерлан", post="Декан")
    made = make.minutes()
    attendance.add(desk, made, Named(person_id=guest))
    chair = minutes.get(desk, made).chair.person_id
    assert chair is not None
    people.save(desk, chair, PersonDraft("Төрағаева", "Айгүл"))
    people.save(desk, guest, PersonDraft("Қонақов", "Ерлан", post="Проректор"))
    rules.save(desk, Rules(resolved_verb=ResolvedVerb.DECIDED))
    found = minutes.get(desk, made)
    assert found.chair == Named("Төрағаева Айгүл", "Төраға", chair)
    assert found.attendees[0].full_name == "Төрағаева Айгүл"
    assert found.attendees[-1].post == "Проректор"
    assert found.verb is ResolvedVerb.DECIDED
    (line,) = minutes.lines(desk, [made])
    assert (line.chair, line.present, line.entitled, line.quorum) == ("Төрағаева Айгүл", 7, 12, True)


def test_only_the_latest_minutes_of_a_body_are_opened_again(desk: Desk, make: Make) -> None:
    body, other = make.body(members=3), make.body("Клуб", members=3)
    first, second, elsewhere = make.final(body, HELD), make.final(body, HELD + WEEK), make.final(other, HELD)
    with pytest.raises(Refusal, match=r"Only the latest minutes can be opened again: No\. 2 of 19\.10\.2026"):
        minutes.reopen(desk, first, "Қате")
    with pytest.raises(Refusal, match="Type why"):
        minutes.reopen(desk, second, " ")
    minutes.reopen(desk, second, "Қате")
    with pytest.raises(Refusal, match="Only the latest"):
        minutes.reopen(desk, first, "Қате")
    minutes.reopen(desk, elsewhere, "Қате")
    with pytest.raises(Refusal, match="open already"):
        minutes.reopen(desk, elsewhere, "Қате")


def test_minutes_opened_again_keep_their_number_and_every_version(desk: Desk, make: Make) -> None:
    made = make.final(number="4")
    minutes.reopen(desk, made, "Мекенжайы қате")
    with pytest.raises(Refusal, match="were final before"):
        minutes.bin_(desk, [made])
    minutes.save(desk, made, head(desk, made, place="Акт залы"))
    agenda.add(desk, made, ItemDraft("Әртүрлі"))
    minutes.finalize(desk, made, today=TODAY)
    found = minutes.get(desk, made)
    assert (found.number, found.version, found.reopened) == ("4", 2, "")
    newest, oldest = minutes.versions(desk, made)
    assert (newest.number, newest.reason) == (2, "")
    assert (oldest.number, oldest.reason) == (1, "Мекенжайы қате")
    assert minutes.version(desk, made, 1).place == ""
    assert minutes.version(desk, made, 2) == found
    changes = [(each.field, each.item, each.after) for each in minutes.difference(desk, made, 1, 2)]
    assert changes == [("Where", None, "Акт залы"), ("Title", 2, "Әртүрлі")]
    with pytest.raises(Refusal, match="no version 3"):
        minutes.version(desk, made, 3)


def test_undo_of_opening_makes_minutes_final_again(desk: Desk, make: Make) -> None:
    made = make.final()
    before = minutes.get(desk, made)
    minutes.reopen(desk, made, "Қате")
    desk.undo()
    assert minutes.get(desk, made) == before
    assert minutes.versions(desk, made)[0].reason == ""


def test_signed_minutes_have_their_scan(desk: Desk, make: Make, tmp_path: Path) -> None:
    scan = tmp_path / "Хаттама.pdf"
    scan.write_bytes(b"%PDF-1.7")
    draft = make.minutes()
    with pytest.raises(Refusal, match="are a draft"):
        minutes.sign(desk, draft, HELD, scan, TODAY)
    made = make.final(None, HELD)
    with pytest.raises(Refusal, match="Attach the scan"):
        minutes.sign(desk, made, HELD, today=TODAY)
    for day, words in ((HELD - WEEK, "cannot be signed before"), (TODAY + WEEK, "still to come")):
        with pytest.raises(Refusal, match=words):
            minutes.sign(desk, made, day, scan, TODAY)
    assert attachments.of(desk, minutes.OWNER, made) == []
    minutes.attach(desk, made, scan, Role.SCAN)
    (kept,) = attachments.of(desk, minutes.OWNER, made)
    minutes.sign(desk, made, HELD + WEEK, today=TODAY)
    assert (minutes.get(desk, made).state, minutes.get(desk, made).signed_on) == (MinutesState.SIGNED, HELD + WEEK)
    with pytest.raises(Refusal, match="are final"):
        minutes.detach(desk, kept.id)
    desk.undo()
    assert minutes.get(desk, made).state is MinutesState.FINAL


def test_drafts_go_to_the_bin_and_come_back(desk: Desk, make: Make) -> None:
    made = make.minutes()
    minutes.bin_(desk, [made])
    assert minutes.count(desk, MinutesQuery()) == 0
    desk.undo()
    assert minutes.count(desk, MinutesQuery()) == 1


def test_lists_are_narrowed_and_ordered(desk: Desk, make: Make) -> None:
    body, other = make.body("Ә кеңесі", members=3), make.body("Б клубы", members=3)
    first, second = make.final(body, HELD), make.minutes(body, HELD + WEEK)
    third = make.final(other, HELD + 2 * WEEK)
    chair = minutes.get(desk, third).chair.person_id

    def shown(**query: object) -> list[int]:
        asked = MinutesQuery(**query)  # type: ignore[arg-type]
        found = list(minutes.ids(desk, asked))
        assert len(found) == minutes.count(desk, asked)
        return found

    assert shown() == [third, second, first]
    assert shown(sort="body", descending=False) == [first, second, third]
    assert shown(body_id=body) == [second, first]
    assert shown(state=MinutesState.DRAFT) == [second]
    assert shown(period="2026-2027", first=HELD + WEEK) == [third, second]
    assert shown(last=HELD) == [first]
    assert shown(person_id=chair) == [third]
    assert minutes.periods(desk) == ["2026-2027"]
    assert [line.items for line in minutes.lines(desk, [third, first])] == [1, 1]


def test_minutes_are_found_by_everything_that_was_written(desk: Desk, make: Make) -> None:
    made = make.minutes(items=("Шәкіртақы туралы", "Әртүрлі"))
    heard = ItemDraft("Шәкіртақы туралы", Named("Қасымов Ерлан"), "Қаражат бөлінді", "Ұсыныс айтылды")
    agenda.save(desk, make.item(made), heard)
    make.point(made, "Кесте бекітілсін", responsible=(Named("Омарова Динара"),))
    make.minutes()
    for typed in ("шакиртакы", "касымов", "каражат", "усыныс", "кесте", "омарова", "шәкірт кесте", "туралы әртүрлі"):
        assert list(minutes.ids(desk, MinutesQuery(text=typed))) == [made], typed
        assert minutes.count(desk, MinutesQuery(text=typed)) == 1
    assert [line.title for line in minutes.found(desk, "кесте касымов")] == ["Шәкіртақы туралы"]
    assert minutes.found(desk, "әртүрлі кесте") == []
    assert minutes.count(desk, MinutesQuery(text="???")) == 0
    points.remove(desk, made, [minutes.get(desk, made).items[0].points[0].id])
    assert minutes.count(desk, MinutesQuery(text="кесте")) == 0
    desk.undo()
    assert minutes.count(desk, MinutesQuery(text="кесте")) == 1
