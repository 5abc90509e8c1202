"""Minutes under random work: no vote exceeds those present, no number comes twice, final minutes stay what they were,
only the latest are opened again, and undo of all steps gives the start."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections import Counter
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import ItemDraft, Minutes, MinutesDraft, Named, PointDraft, Vote
from altdesk.domain.minutes_attendance import is_there, moment
from altdesk.domain.minutes_kinds import Choice, ItemState, Majority, MinutesState, Presence, VoteKind
from altdesk.domain.minutes_votes import tally
from altdesk.domain.people import PersonDraft
from altdesk.domain.rules import Numbering, Rules, TieRule
from altdesk.domain.tasks import TasksQuery
from altdesk.services import agenda, attendance, bodies, minutes, people, points, rules, tasks, votes
from db.models.minutes import minutes as table
from tests.db.test_journal import Picture, picture
from tests.make import HELD, TODAY, Make

DAYS = st.sampled_from([HELD + timedelta(days) for days in (0, 7, 14, 100, 400)])
TIMES = st.sampled_from([time(14), time(14, 30), time(15), time(15, 30), time(16)])
FEW = st.integers(0, 4)
TEXTS = st.sampled_from(["Жоспар", "Есеп", "<b>&%s</b>"])


@cache
def begun() -> tuple[Path, Picture]:
    """A desk in the middle of its life, closed: one body has final minutes and a draft, another a draft; and what it
    was when it was empty."""
    folder = Path(tempfile.mkdtemp()) / "desk"
    atexit.register(shutil.rmtree, folder.parent)
    with Desk.open(folder, language="en") as desk:
        empty, make = picture(desk), Make(desk)
        body, club = make.body(members=4), make.body("Клуб", members=3)
        first = make.minutes(body, present=3)
        make.point(first, due_on=HELD)
        minutes.finalize(desk, first, today=TODAY)
        for each in (make.minutes(body, HELD + timedelta(7), present=4), make.minutes(club, present=3)):
            votes.save(desk, make.item(each), Vote(VoteKind.OPEN, against=1))
    return folder, empty


class Meetings(RuleBasedStateMachine):
    """Two bodies of four and three members meet, vote, become final, are opened again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        template, self.empty = begun()
        self.desk = Desk.open(shutil.copytree(template, Path(self.folder.name) / "desk"), language="en")
        self.pictures: list[Picture] = [picture(self.desk)]
        self.sealed: list[bool] = []
        self.at = 0
        self.bodies = [row[0] for row in self.pictures[0]["body"]]
        self.frozen = {each.id: each for each in self.all() if each.locked}

    def teardown(self) -> None:
        try:
            while self.at:
                assert self.desk.store.undo(even_sealed=True) is not None
                self.at -= 1
                assert picture(self.desk) == self.pictures[self.at]
            while self.desk.store.undo(even_sealed=True):
                pass
            assert picture(self.desk) == self.empty
            while self.desk.redo():
                pass
            assert picture(self.desk) == self.pictures[-1]
        finally:
            self.desk.close()
            self.folder.cleanup()

    def keep(self, *, sealed: bool) -> None:
        self.at += 1
        self.pictures[self.at :] = [picture(self.desk)]
        self.sealed[self.at - 1 :] = [sealed]

    def did(self, verb: Any, *arguments: Any, sealed: bool = False, **options: Any) -> bool:
        try:
            changed = verb(self.desk, *arguments, **options)
        except Refusal:
            assert picture(self.desk) == self.pictures[self.at]
            return False
        if not changed.nothing:
            self.keep(sealed=sealed)
        return True

    def all(self) -> list[Minutes]:
        with self.desk.store.read() as connection:
            ids = connection.execute(select(table.c.id).order_by(table.c.id)).scalars().all()
        return [minutes.get(self.desk, number) for number in ids]

    def some(self, data: st.DataObject) -> Minutes | None:
        known = self.all()
        return data.draw(st.sampled_from(known)) if known else None

    @rule(data=st.data(), day=DAYS)
    def meet(self, data: st.DataObject, day: date) -> None:
        body = data.draw(st.sampled_from(self.bodies))
        offered = [offer.item_id for offer in agenda.offered(self.desk, body)]
        if self.did(minutes.start, body, day, starts_at=time(14), carry=offered[:1]):
            self.did(agenda.add, self.all()[-1].id, ItemDraft("Жоспар туралы"))

    @rule(data=st.data(), state=st.sampled_from(Presence), at=TIMES, way=st.sampled_from(["mark", "come", "go", "off"]))
    def attend(self, data: st.DataObject, state: Presence, at: time, way: str) -> None:
        known = self.some(data)
        if known is None or not known.attendees:
            return
        row = data.draw(st.sampled_from(known.attendees)).id
        if way == "mark":
            self.did(attendance.mark, known.id, [row], state)
        elif way == "off":
            self.did(attendance.remove, known.id, [row])
        else:
            self.did(attendance.arrive if way == "come" else attendance.leave, row, at)

    @rule(data=st.data(), guest=st.sampled_from(["Қонақ 1", "Қонақ 2"]))
    def invite_or_renew(self, data: st.DataObject, guest: str) -> None:
        if (known := self.some(data)) is not None:
            self.did(attendance.add, known.id, Named(guest))
            self.did(attendance.renew, known.id)

    @rule(
        data=st.data(),
        kind=st.sampled_from(VoteKind),
        majority=st.sampled_from(Majority),
        counts=st.tuples(st.none() | FEW, FEW, FEW),
        chair=st.none() | st.sampled_from(Choice),
    )
    def vote(
        self,
        data: st.DataObject,
        kind: VoteKind,
        majority: Majority,
        counts: tuple[int | None, int, int],
        chair: Choice | None,
    ) -> None:
        known = self.some(data)
        if known is not None and known.items:
            item = data.draw(st.sampled_from(known.items))
            self.did(votes.save, item.id, Vote(kind, majority, *counts, chair))

    @rule(data=st.data(), choice=st.sampled_from(Choice))
    def vote_by_name(self, data: st.DataObject, choice: Choice) -> None:
        known = self.some(data)
        if known is not None and known.items and known.attendees:
            item = data.draw(st.sampled_from(known.items))
            self.did(votes.voice, item.id, data.draw(st.sampled_from(known.attendees)).id, choice)

    @rule(data=st.data(), text=TEXTS, at=st.none() | TIMES, way=st.sampled_from(["add", "save", "move", "remove"]))
    def change_agenda(self, data: st.DataObject, text: str, at: time | None, way: str) -> None:
        known = self.some(data)
        if known is None:
            return
        draft = ItemDraft(text, heard=text, starts_at=at)
        if way == "add" or not known.items:
            self.did(agenda.add, known.id, draft, 1)
            return
        item = data.draw(st.sampled_from(known.items)).id
        if way == "save":
            self.did(agenda.save, item, draft)
        elif way == "move":
            self.did(agenda.move, item, 1)
        else:
            self.did(agenda.remove, known.id, [item])

    @rule(data=st.data(), state=st.sampled_from(ItemState))
    def deal(self, data: st.DataObject, state: ItemState) -> None:
        known = self.some(data)
        if known is not None and known.items:
            self.did(agenda.deal, data.draw(st.sampled_from(known.items)).id, state)

    @rule(data=st.data(), text=TEXTS, due=st.none() | DAYS, way=st.sampled_from(["add", "save", "remove"]))
    def resolve(self, data: st.DataObject, text: str, due: date | None, way: str) -> None:
        known = self.some(data)
        if known is None or not known.items:
            return
        item = data.draw(st.sampled_from(known.items))
        draft = PointDraft(text, (known.chair,), due)
        if way == "add" or not item.points:
            self.did(points.add, item.id, draft)
        elif way == "save":
            self.did(points.save, item.points[0].id, draft)
        else:
            self.did(points.remove, known.id, [item.points[0].id])

    @rule(data=st.data(), day=DAYS, place=TEXTS)
    def change_head(self, data: st.DataObject, day: date, place: str) -> None:
        if (known := self.some(data)) is not None:
            self.did(minutes.save, known.id, MinutesDraft(day, time(14), None, place, known.chair, known.secretary))

    @rule(data=st.data(), number=st.sampled_from(["", "", "2", "2/1", "3"]))
    def finalize(self, data: st.DataObject, number: str) -> None:
        drafts = [each for each in self.all() if not each.locked]
        if drafts:
            known = data.draw(st.sampled_from(drafts))
            if self.did(minutes.finalize, known.id, number, TODAY, sealed=True):
                self.frozen[known.id] = minutes.get(self.desk, known.id)

    @rule(data=st.data(), number=st.sampled_from(["", "2", "3", "5"]))
    def renumber(self, data: st.DataObject, number: str) -> None:
        if (known := self.some(data)) is not None:
            self.did(minutes.renumber, known.id, number)

    @rule(data=st.data())
    def reopen(self, data: st.DataObject) -> None:
        known = self.some(data)
        if known is None:
            return
        before = [each for each in self.all() if each.body_id == known.body_id and each.version]
        if self.did(minutes.reopen, known.id, "Қате"):
            assert known.locked
            assert known.held_on == max(each.held_on for each in before)
            assert not any(each.state is MinutesState.DRAFT and each.held_on > known.held_on for each in before)

    @rule(data=st.data(), name=TEXTS, day=DAYS, way=st.sampled_from(["rename", "bin", "leave office"]))
    def people_change(self, data: st.DataObject, name: str, day: date, way: str) -> None:
        rows = self.pictures[self.at]["term" if way == "leave office" else "person"]
        chosen = data.draw(st.sampled_from([row[0] for row in rows]))
        if way == "rename":
            self.did(people.save, chosen, PersonDraft(name, post=name))
        elif way == "bin":
            self.did(people.bin_, [chosen])
        else:
            self.did(bodies.end_term, chosen, day)

    @rule(numbering=st.sampled_from(Numbering), tie=st.sampled_from(TieRule))
    def rules_change(self, numbering: Numbering, tie: TieRule) -> None:
        self.did(rules.save, Rules(minutes_numbering=numbering, tie_rule=tie))

    @rule(data=st.data(), way=st.sampled_from(["done", "cancel", "reopen"]))
    def end_a_task(self, data: st.DataObject, way: str) -> None:
        if every := list(tasks.ids(self.desk, TasksQuery())):
            chosen = [data.draw(st.sampled_from(every))]
            if way == "done":
                self.did(tasks.done, chosen, TODAY, today=TODAY)
            elif way == "cancel":
                self.did(tasks.cancel, chosen, "Керек емес")
            else:
                self.did(tasks.reopen, chosen)

    @rule()
    def undo(self) -> None:
        if self.at and self.sealed[self.at - 1]:
            with pytest.raises(Refusal, match="Undo cannot open them again"):
                self.desk.undo()
        elif self.at and self.desk.undo():
            self.at -= 1

    @rule()
    def redo(self) -> None:
        if self.desk.redo():
            self.at += 1

    @invariant()
    def nothing_is_as_it_may_not_be(self) -> None:
        assert picture(self.desk) == self.pictures[self.at]
        every = self.all()
        for known in every:
            no_more_votes_than_voters(known)
            if known.locked:
                assert known.number
                assert known == self.frozen[known.id]
                assert minutes.version(self.desk, known.id, known.version) == known
        numbers = Counter((each.body_id, each.period, each.number) for each in every if each.number)
        assert set(numbers.values()) <= {1}
        given = tasks.lines(self.desk, tasks.ids(self.desk, TasksQuery()))
        assert set(Counter(each.point_id for each in given if each.point_id).values()) <= {1}


def no_more_votes_than_voters(known: Minutes) -> None:
    for item in known.items:
        at = moment(known, item)
        there = sum(each.votes and each.member and is_there(each, at) for each in known.attendees)
        counted = tally(known, item)
        assert min(counted.votes_for, counted.against, counted.abstained) >= 0
        assert counted.votes_for + counted.against + counted.abstained <= there


Meetings.TestCase.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
test_meetings = Meetings.TestCase
