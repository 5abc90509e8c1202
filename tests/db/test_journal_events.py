"""The journal under random work on events: undo of all is the start; a row of a plan says what its event says."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from altdesk.domain.events import EventDraft, PartDraft, PartRole
from altdesk.services import bin as bin_service
from altdesk.services import events, participants
from db.models.plans import plan_row
from tests.db.test_journal import AnySteps, picture
from tests.make import Make

DAYS = st.dates(date(2026, 9, 1), date(2027, 8, 31))
TODAY = date(2027, 6, 30)


class AnyEvents(AnySteps):
    """What people do with events and the rows they carry out, between all the rest."""

    def chosen(self, data: st.DataObject, table: str) -> int:
        return data.draw(st.sampled_from(self.ids(table)))

    def __init__(self) -> None:
        """The pictures begin with an approved plan, which undo cannot open again."""
        super().__init__()
        Make(self.desk).approved_plan(("Сенбілік", "10.10.2026"), ("Дебат", "мамыр"))
        self.pictures = [picture(self.desk)]

    def undo_all_and_redo_all(self) -> None:
        while self.at:
            self.undo()
            assert picture(self.desk) == self.pictures[self.at]
        while self.desk.redo():
            self.at += 1
            assert picture(self.desk) == self.pictures[self.at]
        assert self.at == len(self.pictures) - 1

    @rule()
    def undo(self) -> None:
        if self.at:
            assert self.desk.undo()
            self.at -= 1

    @rule(title=st.sampled_from(["Концерт", "Турнир", ""]), day=DAYS, number=st.none() | st.integers(-1, 90))
    def add_event(self, title: str, day: date, number: int | None) -> None:
        self.did(events.add, EventDraft(title, starts_on=day, expected=number, place="Акт залы"), TODAY)

    @precondition(lambda self: self.ids("plan_row"))
    @rule(data=st.data(), day=DAYS, held=st.booleans())
    def carry_out(self, data: st.DataObject, day: date, held: bool) -> None:
        row = self.chosen(data, "plan_row")
        self.did(events.hold_row if held else events.from_row, row, day, today=TODAY)

    @precondition(lambda self: self.ids("event"))
    @rule(data=st.data(), day=DAYS, verb=st.sampled_from(["move", "held", "not", "again", "bin", "back"]))
    def something_becomes_of_it(self, data: st.DataObject, day: date, verb: str) -> None:
        number = self.chosen(data, "event")
        verbs: dict[str, Any] = {
            "move": lambda: self.did(events.move, number, day),
            "held": lambda: self.did(events.held, [number], participants=9, today=TODAY),
            "not": lambda: self.did(events.not_held, [number], "Карантин"),
            "again": lambda: self.did(events.plan_again, [number]),
            "bin": lambda: self.did(events.bin_, [number]),
            "back": lambda: self.did(bin_service.restore, [("event", number)]),
        }
        verbs[verb]()

    @precondition(lambda self: self.ids("event") and self.ids("person"))
    @rule(data=st.data(), role=st.sampled_from(PartRole))
    def somebody_takes_part(self, data: st.DataObject, role: PartRole) -> None:
        self.did(participants.add, self.chosen(data, "event"), [self.chosen(data, "person")], role)
        if there := self.ids("participant"):
            self.did(participants.save, there[0], PartDraft(role, "Алғыс хат"))
            if role is PartRole.SPOKE:
                self.did(participants.remove, there[-1:])

    @invariant()
    def a_row_says_what_its_event_says(self) -> None:
        for row in self.ids("plan_row"):
            found = events.of_row(self.desk, row)
            with self.desk.store.read() as connection:
                state = connection.execute(plan_row.select().where(plan_row.c.id == row)).mappings().one()["state"]
            assert state == (found.state.value if found is not None else "planned")


AnyEvents.TestCase.settings = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
test_any_events = AnyEvents.TestCase
