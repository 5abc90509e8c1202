"""Terms of office under random work: a one-seat post never has two holders, and every day answers as the days say."""

from __future__ import annotations

import copy
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyDraft, BodyPostDraft, Comer, PostRole, Stay
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PersonDraft
from altdesk.domain.spans import day_before
from altdesk.services import bodies, people

FIRST = date(2026, 1, 1)
SPAN = 10
EVERY = [FIRST + timedelta(n) for n in range(SPAN + 4)]
DAYS = st.sampled_from(EVERY[:SPAN])
POSTS = (BodyPostDraft("Төраға", 1, role=PostRole.CHAIR), BodyPostDraft("Мүше"), BodyPostDraft("Хатшы", 1))
SEATS = (1, 0, 1)


@dataclass
class Held:
    """A term as nothing but the days on which it is held."""

    post: int
    person: int
    days: set[date]


Model = dict[int, Held]


def days(starts_on: date, ends_on: date | None) -> set[date]:
    return {day for day in EVERY if starts_on <= day and (ends_on is None or day <= ends_on)}


class Registers(RuleBasedStateMachine):
    """Two bodies, five people; the model after every step is kept beside for undo and redo."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk.open(Path(self.folder.name) / "desk", language="en")
        self.kept: list[Model] = []
        self.at = 0

    def teardown(self) -> None:
        self.desk.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        self.people = [people.add(self.desk, PersonDraft(name, "Ерлан")).id or 0 for name in "АӘБВГ"]
        self.bodies = [bodies.add(self.desk, BodyDraft(name), POSTS).id or 0 for name in ("Үкімет", "Клуб")]
        posts = [post for body in self.bodies for post in bodies.get(self.desk, body).posts]
        self.posts = [post.id for post in posts]
        self.seats = dict(zip(self.posts, SEATS * 2, strict=True))
        self.kept, self.at = [{}], 0

    @property
    def model(self) -> Model:
        return self.kept[self.at]

    def did(self, verb: Any, *arguments: Any, **options: Any) -> tuple[Model, int] | None:
        """Run a verb; a copy of the model to change, and what was made, when it was not refused."""
        try:
            changed = verb(self.desk, *arguments, **options)
        except Refusal:
            return None
        return None if changed.nothing else (copy.deepcopy(self.model), changed.id)

    def now(self, model: Model) -> None:
        self.at += 1
        self.kept[self.at :] = [model]

    def some_term(self, data: st.DataObject) -> int | None:
        return data.draw(st.sampled_from(sorted(self.model))) if self.model else None

    @rule(data=st.data(), start=DAYS, end=st.none() | DAYS)
    def add(self, data: st.DataObject, start: date, end: date | None) -> None:
        post, person = data.draw(st.sampled_from(self.posts)), data.draw(st.sampled_from(self.people))
        if found := self.did(bodies.add_term, post, person, start, end):
            model, made = found
            model[made] = Held(post, person, days(start, end))
            self.now(model)

    @rule(data=st.data(), day=DAYS)
    def end(self, data: st.DataObject, day: date) -> None:
        if (term := self.some_term(data)) and (found := self.did(bodies.end_term, term, day)):
            found[0][term].days &= days(FIRST, day)
            self.now(found[0])

    @rule(data=st.data(), start=DAYS, end=st.none() | DAYS)
    def correct(self, data: st.DataObject, start: date, end: date | None) -> None:
        if (term := self.some_term(data)) and (found := self.did(bodies.save_term, term, start, end)):
            found[0][term].days = days(start, end)
            self.now(found[0])

    @rule(data=st.data())
    def take_out(self, data: st.DataObject) -> None:
        if (term := self.some_term(data)) and (found := self.did(bodies.remove_term, term)):
            del found[0][term]
            self.now(found[0])

    @rule(data=st.data(), day=DAYS)
    def change_office(self, data: st.DataObject, day: date) -> None:
        post, person = data.draw(st.sampled_from(self.posts)), data.draw(st.sampled_from(self.people))
        holding = [number for number, held in self.model.items() if held.post == post and day in held.days]
        taken = data.draw(st.sampled_from(holding)) if holding else None
        found = self.did(bodies.change_office, post, person, day, instead_of=taken)
        if found:
            model, made = found
            after = set(model[taken].days) & days(day, None) if taken else days(day, None)
            if taken:
                model[taken].days -= days(day, None)
            model[made] = Held(post, person, after)
            self.now(model)

    @rule(data=st.data(), day=DAYS, until=st.none() | DAYS)
    def turn(self, data: st.DataObject, day: date, until: date | None) -> None:
        body = data.draw(st.integers(0, 1))
        waiting = bodies.to_turn(self.desk, self.bodies[body], day)
        choice = {term.id: data.draw(st.booleans()) for term in waiting}
        posts = self.posts[body * 3 : body * 3 + 3]
        comes = [Comer(data.draw(st.sampled_from(posts)), data.draw(st.sampled_from(self.people)))]
        stays = [Stay(number) for number, staying in choice.items() if staying]
        leaves = [number for number, staying in choice.items() if not staying]
        before = set(self.model)
        found = self.did(bodies.turn_year, self.bodies[body], day, stays=stays, leaves=leaves, comes=comes, until=until)
        if found:
            model = found[0]
            for term in waiting:
                running_on = term.ends_on is not None and term.ends_on >= day
                if not (choice[term.id] and running_on):
                    model[term.id].days &= days(FIRST, day_before(day))
            for term in bodies.terms_of_body(self.desk, self.bodies[body]):
                if term.id not in before:
                    model[term.id] = Held(term.body_post_id, term.person_id, days(day, until))
            self.now(model)

    @rule(data=st.data(), day=DAYS)
    def leave(self, data: st.DataObject, day: date) -> None:
        person = data.draw(st.sampled_from(self.people))
        if found := self.did(people.leave, [person], day):
            for held in found[0].values():
                if held.person == person:
                    held.days &= days(FIRST, day)
            self.now(found[0])

    @rule(data=st.data())
    def come_back(self, data: st.DataObject) -> None:
        if found := self.did(people.come_back, [data.draw(st.sampled_from(self.people))]):
            self.now(found[0])

    @rule()
    def undo(self) -> None:
        if self.at and self.desk.undo():
            self.at -= 1

    @rule()
    def redo(self) -> None:
        if self.desk.redo():
            self.at += 1

    @invariant()
    def every_day_answers_as_the_days_say(self) -> None:
        if not self.kept:
            return
        for day in (EVERY[0], EVERY[1], EVERY[SPAN // 2], EVERY[SPAN - 1], EVERY[-1]):
            answered = sorted((m.term_id, m.body_post_id, m.person_id) for m in bodies.held_on(self.desk, day))
            assert answered == sorted((n, h.post, h.person) for n, h in self.model.items() if day in h.days)

    @invariant()
    def one_seat_has_one_holder(self) -> None:
        if not self.kept:
            return
        for day in EVERY:
            holding = [(held.post, held.person) for held in self.model.values() if day in held.days]
            assert len(holding) == len(set(holding))
            single = [post for post, _ in holding if self.seats[post] == 1]
            assert len(single) == len(set(single))


Registers.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
test_any_terms = Registers.TestCase
