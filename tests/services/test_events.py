"""Events: planned, held, moved, not held; the row of the plan goes along; clashes are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from altdesk.desk import Desk
from altdesk.domain.academic_year import academic_year_of
from altdesk.domain.bin import BinQuery
from altdesk.domain.errors import Refusal
from altdesk.domain.events import EventDraft, EventsQuery, PartDraft, PartRole
from altdesk.domain.events_clashes import ClashKind
from altdesk.domain.events_kinds import Direction, HeldState, Level
from altdesk.domain.minutes import Named
from altdesk.services import bin as bin_service
from altdesk.services import events, find, participants, plans_rows, rules
from db.models.plans import plan_row
from tests.make import Make

DAY = date(2026, 3, 12)
TODAY = date(2026, 3, 20)


def draft(title: str = "Дебат турнирі", day: date = DAY, **fields: object) -> EventDraft:
    return EventDraft(title, starts_on=day, **fields)  # type: ignore[arg-type]


def made(desk: Desk, title: str = "Дебат турнирі", day: date = DAY, **fields: object) -> int:
    number = events.add(desk, draft(title, day, **fields), TODAY).id
    assert number is not None
    return number


def row_of_plan(make: Make, title: str = "Көшет отырғызу", **fields: object) -> int:
    """The only row of an approved plan of 2025-2026."""
    plan_id = make.approved_plan((title, "12.03.2026"), year=2025)
    (row,) = plans_rows.of(make.desk, plan_id)
    with make.desk.step("What the row says") as step:
        if fields:
            step.change(plan_row, row.id, **fields)
    return row.id


def state_of(desk: Desk, row_id: int) -> tuple[str, date | None, str]:
    with desk.store.read() as connection:
        row = connection.execute(plan_row.select().where(plan_row.c.id == row_id)).mappings().one()
    return row["state"], row["moved_on"], row["reason"]


def test_an_event_is_kept_as_it_was_typed(desk: Desk, make: Make) -> None:
    speaker = make.person("Ермеков")
    number = made(
        desk,
        "  Дөңгелек үстел:  жастар және еңбек ",
        starts_at=time(15),
        place="Акт залы",
        responsible=Named("Ермеков", person_id=speaker),
        direction=Direction.LABOUR,
        level=Level.CITY,
        expected=60,
        whom="1–2 курс студенттері",
    )
    known = events.get(desk, number)
    assert (known.title, known.first, known.last) == ("Дөңгелек үстел: жастар және еңбек", DAY, DAY)
    assert (known.state, known.direction, known.level) == (HeldState.PLANNED, Direction.LABOUR, Level.CITY)
    assert known.responsible == Named("Ермеков Айгүл", person_id=speaker)
    assert known.uid.endswith("@altdesk")
    assert known.sequence == 0


def test_a_moved_event_remembers_the_day_it_was_planned_for(desk: Desk) -> None:
    number = made(desk, ends_on=DAY + timedelta(1))
    events.move(desk, number, DAY + timedelta(7))
    events.move(desk, number, DAY + timedelta(9))
    known = events.get(desk, number)
    assert (known.state, known.moved_from) == (HeldState.MOVED, DAY)
    assert (known.first, known.last) == (DAY + timedelta(9), DAY + timedelta(10))
    events.move(desk, number, DAY)
    assert events.get(desk, number).state is HeldState.PLANNED
    assert events.get(desk, number).moved_from is None


def test_what_was_held_is_not_moved(desk: Desk) -> None:
    number = made(desk)
    events.held(desk, [number], participants=40, result="1-орын – «Пікір» клубы", today=TODAY)
    with pytest.raises(Refusal):
        events.move(desk, number, TODAY)
    assert not events.get(desk, number).wanting
    events.plan_again(desk, [number])
    events.move(desk, number, TODAY)


def test_an_event_to_come_is_not_held_and_one_without_a_reason_is_not_given_up(desk: Desk) -> None:
    number = made(desk, day=TODAY + timedelta(1))
    with pytest.raises(Refusal) as refusal:
        events.held(desk, [number], today=TODAY)
    assert refusal.value.field == "starts_on"
    with pytest.raises(Refusal) as refusal:
        events.not_held(desk, [number], "  ")
    assert refusal.value.field == "reason"
    events.not_held(desk, [number], "Карантин")
    assert events.get(desk, number).reason == "Карантин"


def test_held_without_a_result_is_wanting(desk: Desk) -> None:
    number = made(desk)
    made(desk, "Басқа")
    events.held(desk, [number], today=TODAY)
    assert events.ids(desk, EventsQuery(wanting=True)) == [number]
    events.held(desk, [number], participants=0, result="Ешкім келмеді", today=TODAY)
    assert events.count(desk, EventsQuery(wanting=True)) == 0


def test_a_row_is_held_in_one_step_with_its_event_and_undo_takes_both_back(desk: Desk, make: Make) -> None:
    row = row_of_plan(make, direction="labour", level="university", form="mass", kind="campaign", responsible="ЖСК")
    events.hold_row(desk, row, DAY, participants=120, today=TODAY)
    found = events.of_row(desk, row)
    assert found is not None
    assert (found.title, found.state, found.participants) == ("Көшет отырғызу", HeldState.HELD, 120)
    assert (found.direction, found.responsible.full_name) == (Direction.LABOUR, "ЖСК")
    assert state_of(desk, row) == ("held", None, "")
    desk.undo()
    assert events.of_row(desk, row) is None
    assert state_of(desk, row) == ("planned", None, "")


def test_the_event_scheduled_from_a_row_is_the_one_that_is_held(desk: Desk, make: Make) -> None:
    row = row_of_plan(make)
    scheduled = events.from_row(desk, row, DAY).id
    assert state_of(desk, row) == ("planned", None, "")
    assert events.hold_row(desk, row, DAY + timedelta(2), today=TODAY).id == scheduled
    found = events.get(desk, scheduled or 0)
    assert (found.first, found.moved_from, found.state) == (DAY + timedelta(2), DAY, HeldState.HELD)


def test_what_becomes_of_an_event_is_written_into_its_row(desk: Desk, make: Make) -> None:
    row = row_of_plan(make)
    number = events.from_row(desk, row, DAY).id or 0
    events.move(desk, number, DAY + timedelta(3))
    assert state_of(desk, row) == ("moved", DAY + timedelta(3), "")
    events.not_held(desk, [number], "Ауа райы")
    assert state_of(desk, row) == ("not_held", None, "Ауа райы")
    events.bin_(desk, [number])
    assert state_of(desk, row) == ("planned", None, "")
    line = bin_service.lines(desk, BinQuery(area="event"))[0]
    bin_service.restore(desk, [line.key])
    assert state_of(desk, row) == ("not_held", None, "Ауа райы")


def test_an_event_of_a_plan_that_is_not_approved_yet_leaves_its_row_alone(desk: Desk, make: Make) -> None:
    (row,) = plans_rows.of(desk, make.plan(("Жиын", "12.03.2026"), year=2025))
    events.hold_row(desk, row.id, DAY, today=TODAY)
    assert state_of(desk, row.id) == ("planned", None, "")
    found = events.of_row(desk, row.id)
    assert found is not None
    assert found.state is HeldState.HELD


def test_an_event_outside_the_year_of_its_plan_is_refused_under_the_field(desk: Desk, make: Make) -> None:
    row = row_of_plan(make)
    year = academic_year_of(2025, rules.get(desk).year_start)
    for day in (year.first - timedelta(1), year.last + timedelta(1)):
        with pytest.raises(Refusal) as refusal:
            events.from_row(desk, row, day)
        assert refusal.value.field == "starts_on"
    number = events.from_row(desk, row, year.last).id or 0
    with pytest.raises(Refusal):
        events.move(desk, number, year.last + timedelta(1))
    known = events.get(desk, number)
    with pytest.raises(Refusal):
        events.save(desk, number, replace(known, starts_on=year.first - timedelta(1)), TODAY)
    assert events.get(desk, number).first == year.last


def test_another_start_of_the_year_moves_the_border(desk: Desk) -> None:
    day = date(2026, 8, 20)
    assert events.year_of(desk, day).name == "2025-2026"
    rules.save(desk, replace(rules.get(desk), year_starts_month=8, year_starts_day=15))
    assert events.year_of(desk, day).name == "2026-2027"


def test_one_place_and_one_person_at_once_are_told_not_refused(desk: Desk, make: Make) -> None:
    leader = make.person("Қуанышев")
    first = made(desk, "Концерт", starts_at=time(15), ends_at=time(17), place="Акт залы")
    participants.add(desk, first, [leader], PartRole.ORGANISED)
    other = draft("Жиналыс", starts_at=time(16), place="АКТ  ЗАЛЫ", responsible=Named("Қуанышев", person_id=leader))
    found = events.clashes(desk, other)
    assert [(each.kind, each.event_id) for each in found] == [(ClashKind.PLACE, first), (ClashKind.PERSON, first)]
    second = events.add(desk, other, TODAY).id or 0
    assert set(events.clashes_of(desk, [first, second])) == {first, second}
    assert events.clashes(desk, replace(other, starts_at=time(17))) == []
    events.not_held(desk, [first], "Карантин")
    assert events.clashes_of(desk, [first, second]) == {}


def test_participants_keep_the_name_and_post_they_had(desk: Desk, make: Make) -> None:
    number, student = made(desk), make.person("Әбенов", post="Студент")
    participants.add(desk, number, [student, student])
    participants.add(desk, number, [student])
    (found,) = participants.of(desk, number)
    assert (found.full_name, found.post, found.role) == ("Әбенов Айгүл", "Студент", PartRole.TOOK_PART)
    participants.save(desk, found.id, PartDraft(PartRole.SPOKE, "Алғыс хат"))
    assert participants.of(desk, number)[0].result == "Алғыс хат"
    assert events.get(desk, number).people == 1
    participants.remove(desk, [found.id])
    assert participants.of(desk, number) == []


def test_a_body_comes_as_it_sat_on_the_day_of_the_event(desk: Desk, make: Make) -> None:
    body = make.body(members=4)
    leaving = make.person("Шәкенов")
    make.term(body, "Мүше", leaving, date(2025, 9, 1), date(2025, 12, 31))
    late, early = made(desk, day=date(2026, 10, 1)), made(desk, day=date(2025, 11, 1))
    participants.add_body(desk, late, body)
    participants.add_body(desk, early, body)
    assert len(participants.of(desk, late)) == 4
    assert [each.person_id for each in participants.of(desk, early)] == [leaving]


def test_a_calendar_learns_that_an_event_is_another_now(desk: Desk) -> None:
    number = made(desk)
    known = events.get(desk, number)
    events.save(desk, number, known, TODAY)
    assert events.get(desk, number).sequence == 0
    events.save(desk, number, replace(known, place="Кітапхана"), TODAY)
    events.move(desk, number, DAY + timedelta(1))
    later = events.get(desk, number)
    assert (later.sequence, later.uid) == (2, known.uid)


def test_days_show_what_is_on_also_what_began_before(desk: Desk) -> None:
    camp = made(desk, "Лагерь", day=DAY - timedelta(3), ends_on=DAY)
    late, early = made(desk, "Кеш", starts_at=time(18)), made(desk, "Таң", starts_at=time(9))
    made(desk, "Ертең", day=DAY + timedelta(1))
    assert [each.id for each in events.on_days(desk, DAY, DAY)] == [camp, early, late]


def test_lists_are_narrowed_ordered_and_searched(desk: Desk, make: Make) -> None:
    body = make.body()
    one = made(desk, "Өлең кеші", body_id=body, direction=Direction.AESTHETIC)
    two = made(desk, "Ана тілі апталығы", day=DAY + timedelta(1), level=Level.CITY, place="Кітапхана")
    assert events.ids(desk, EventsQuery(sort="title")) == [two, one]
    assert events.ids(desk, EventsQuery(body_id=body)) == [one]
    assert events.ids(desk, EventsQuery(level=Level.CITY)) == [two]
    assert events.ids(desk, EventsQuery(first=DAY + timedelta(1))) == [two]
    assert events.ids(desk, EventsQuery(text="кітап")) == [two]
    assert [(hit.kind, hit.id) for hit in find.find(desk, "олен")] == [("event", one)]
