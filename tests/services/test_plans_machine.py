"""Plans under random hands: no road leads to two versions that hold, to an approved plan that was edited, or to a
paper in two places; whatever is given up or undone, the approved version says what it said."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.plans import PlanContent, PlanDraft, RowDraft, StepDraft
from altdesk.domain.plans_kinds import ApprovalRole, ApprovalState, Outcome, PlanKind, VersionState
from altdesk.services import organisation, plans, plans_approval, plans_rows, plans_states, plans_versions
from db.models.events import event
from tests.make import EFFECTIVE, HEADS

DAYS = st.dates(EFFECTIVE - timedelta(5), EFFECTIVE + timedelta(40))
TODAY = EFFECTIVE + timedelta(30)


class RandomHands(RuleBasedStateMachine):
    """What was approved is kept beside, by version."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk.open(Path(self.folder.name) / "desk", language="en")
        self.approved: dict[int, PlanContent] = {}
        self.plan = 0

    def teardown(self) -> None:
        self.desk.close()
        self.folder.cleanup()

    def did(self, verb: Callable[..., Any], *arguments: Any, **options: Any) -> None:
        try:
            verb(self.desk, *arguments, **options)
        except Refusal:
            return

    def rows(self) -> list[int]:
        return [row.id for row in plans_rows.of(self.desk, self.plan)]

    @initialize()
    def a_plan(self) -> None:
        organisation.save(self.desk, HEADS)
        self.plan = plans.add(self.desk, PlanDraft(PlanKind.YOUTH, 2026), EFFECTIVE).id or 0
        with self.desk.step("The start stays") as step:
            plans_rows.add(self.desk, self.plan, RowDraft("Апталық", "қазан"))
            step.seal("The start stays.")

    @rule(title=st.sampled_from(["Акция", "Форум"]), at=st.none() | st.integers(0, 3))
    def add_row(self, title: str, at: int | None) -> None:
        self.did(plans_rows.add, self.plan, RowDraft(title, "қазан"), at)

    @rule(data=st.data(), way=st.sampled_from(["title", "when", "move", "put", "remove"]))
    def touch_row(self, data: st.DataObject, way: str) -> None:
        if not (rows := self.rows()):
            return
        chosen = data.draw(st.sampled_from(rows))
        match way:
            case "move":
                self.did(plans_rows.move, chosen, data.draw(st.sampled_from([-1, 1])))
            case "put":
                self.did(plans_rows.put, chosen, data.draw(st.integers(0, 3)))
            case "remove":
                self.did(plans_rows.remove, [chosen])
            case _:
                self.did(plans_rows.set_field, chosen, way, data.draw(st.sampled_from(["қараша", "15.10.2026"])))

    @rule(data=st.data(), day=DAYS, way=st.sampled_from(["held", "moved", "not_held", "planned_again"]))
    def mark_row(self, data: st.DataObject, day: date, way: str) -> None:
        if not (rows := self.rows()):
            return
        more: dict[str, tuple[Any, ...]] = {"held": (day, TODAY), "moved": (day,), "not_held": ("Карантин",)}
        self.did(getattr(plans_states, way), [data.draw(st.sampled_from(rows))], *more.get(way, ()))

    @rule(data=st.data())
    def add_event(self, data: st.DataObject) -> None:
        if rows := self.rows():
            with self.desk.step("An event") as step:
                days = {"starts_on": EFFECTIVE, "ends_on": EFFECTIVE}
                step.add(event, plan_row_id=data.draw(st.sampled_from(rows)), title="Іс-шара", **days)

    @rule(title=st.sampled_from(["", "Жоспар"]), kind=st.sampled_from([PlanKind.YOUTH, PlanKind.CLUB]))
    def change_head(self, title: str, kind: PlanKind) -> None:
        self.did(plans.save, self.plan, PlanDraft(kind, 2026, title=title))

    @rule(steps=st.lists(st.sampled_from(ApprovalRole), max_size=3))
    def change_chain(self, steps: list[ApprovalRole]) -> None:
        self.did(plans_approval.set_chain, self.plan, [StepDraft(each, "Директор") for each in steps])

    @rule(day=DAYS, way=st.sampled_from(["send", "given", "given", "onward", "returned", "take_back"]))
    def move_the_paper(self, day: date, way: str) -> None:
        match way:
            case "onward":
                self.did(plans_approval.given, self.plan, day, TODAY, onward=True)
            case "returned":
                self.did(plans_approval.returned, self.plan, day, "Түзету", TODAY)
            case _:
                self.did(getattr(plans_approval, way), self.plan, day, TODAY)

    @rule(day=DAYS)
    def everybody_gives_their_word(self, day: date) -> None:
        self.did(plans_approval.send, self.plan, day, TODAY)
        for _ in range(4):
            self.did(plans_approval.given, self.plan, day, TODAY, onward=True)

    @rule(day=DAYS, reason=st.sampled_from(["", "Жаңа тапсырма"]))
    def amend(self, day: date, reason: str) -> None:
        self.did(plans_versions.amend, self.plan, reason, day, TODAY)

    @rule()
    def give_the_amendment_up(self) -> None:
        self.did(plans_versions.cancel, self.plan)

    @rule()
    def bin(self) -> None:
        known = plans.get(self.desk, self.plan)
        if known.valid is not None or known.newest.state is VersionState.ON_APPROVAL:
            self.did(plans.bin_, [self.plan])

    @rule(way=st.sampled_from(["undo", "undo", "redo"]))
    def undo_or_redo(self, way: str) -> None:
        self.did(getattr(Desk, way))

    @invariant()
    def one_version_holds_and_only_the_newest_moves(self) -> None:
        if not self.plan:
            return
        states = [each.state for each in plans.get(self.desk, self.plan).versions]
        assert [each.number for each in plans.get(self.desk, self.plan).versions] == list(range(len(states), 0, -1))
        assert states.count(VersionState.APPROVED) <= 1
        assert VersionState.SUPERSEDED not in states[:1]
        older = set(states[1:])
        assert older <= {VersionState.APPROVED, VersionState.SUPERSEDED}
        assert VersionState.APPROVED not in older or states[0] is not VersionState.APPROVED

    @invariant()
    def what_was_approved_stays_as_it_was(self) -> None:
        if not self.plan:
            return
        known = plans.get(self.desk, self.plan)
        there = {each.number: each for each in known.versions if each.approved_on is not None}
        assert set(self.approved) <= set(there)
        for number in there:
            content = plans.content(self.desk, self.plan, number)
            assert self.approved.setdefault(number, content) == content
        if known.newest.state is VersionState.APPROVED:
            assert plans.content(self.desk, self.plan) == self.approved[known.newest.number]

    @invariant()
    def the_paper_is_in_one_place(self) -> None:
        if not self.plan:
            return
        for version in plans.get(self.desk, self.plan).versions:
            open_ = [visit for visit in version.visits if visit.outcome is Outcome.NONE]
            with_them = [step for step in version.steps if step.state is ApprovalState.WITH_THEM]
            assert len(open_) == len(with_them) <= 1
            assert not with_them or version.state is VersionState.ON_APPROVAL
            given = [step.state is ApprovalState.GIVEN for step in version.steps]
            assert given == sorted(given, reverse=True)
            done = version.state in {VersionState.APPROVED, VersionState.SUPERSEDED}
            assert all(given) is done or not version.steps
            assert [step.role is ApprovalRole.APPROVES for step in version.steps].count(True) <= 1
            days = [day for visit in version.visits for day in (visit.sent_on, visit.back_on) if day]
            assert days == sorted(days)
            assert all(day <= TODAY for day in days)

    @invariant()
    def rows_are_numbered_once_and_lie_in_the_year(self) -> None:
        if not self.plan:
            return
        known, rows = plans.get(self.desk, self.plan), plans_rows.of(self.desk, self.plan)
        assert len({row.ordinal for row in rows}) == len(rows)
        assert all(row.said.time.first in known.period for row in rows)


TestPlansUnderRandomHands = RandomHands.TestCase
TestPlansUnderRandomHands.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
