"""The journal under random work on the year's records: undo of all steps is the start, redo of all is the end."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyDraft
from altdesk.domain.club_assessments import ClubAssessmentDraft, CriterionDraft, blank_scores
from altdesk.domain.errors import Refusal
from altdesk.domain.leadership import IssueDraft, LeadershipDraft
from altdesk.domain.measures import MeasureDraft
from altdesk.domain.minutes import Named
from altdesk.domain.money import MOST, from_tiyn, to_tiyn
from altdesk.domain.sponsors import DonationDraft, DonationsQuery, SponsorDraft
from altdesk.services import bodies, club_assessments, criteria, leadership, measures, sponsors
from tests.db.test_journal import NAMES, picture

TODAY = date(2027, 1, 15)
DAYS = st.dates(date(2026, 9, 1), date(2027, 2, 1))  # the last ones lie ahead
SUMS = st.none() | st.integers(0, to_tiyn(MOST)).map(from_tiyn)
BINS: dict[str, Callable[[Desk, list[int]], Any]] = {
    "donation": sponsors.bin_,
    "leadership_meeting": leadership.bin_,
    "measure": measures.bin_,
    "club_assessment": club_assessments.bin_,
}


class YearSteps(RuleBasedStateMachine):
    """Random verbs; the pictures after every step are kept beside."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk.open(Path(self.folder.name) / "desk", language="en")
        self.pictures = [picture(self.desk)]
        self.at = 0

    def teardown(self) -> None:
        try:
            while self.desk.undo():
                self.at -= 1
                assert picture(self.desk) == self.pictures[self.at]
            assert self.at == 0
            while self.desk.redo():
                self.at += 1
            assert picture(self.desk) == self.pictures[-1]
        finally:
            self.desk.close()
            self.folder.cleanup()

    def did(self, verb: Any, *arguments: Any, **options: Any) -> None:
        try:
            changed = verb(self.desk, *arguments, **options)
        except Refusal:
            return
        if not changed.nothing:
            self.at += 1
            self.pictures[self.at :] = [picture(self.desk)]

    def ids(self, table: str) -> list[int]:
        return [row[0] for row in self.pictures[self.at][table]]

    @initialize()
    def begin(self) -> None:
        self.did(bodies.add, BodyDraft("Шахмат"))
        self.did(criteria.add, CriterionDraft("Жоспар", 30))

    @rule(data=st.data(), name=NAMES, amount=SUMS, day=DAYS, anew=st.booleans())
    def give(self, data: st.DataObject, name: str, amount: Decimal | None, day: date, anew: bool) -> None:
        draft = DonationDraft(name, amount, "", day)
        kept = self.ids("donation")
        if anew or not kept:
            self.did(sponsors.add, draft, TODAY)
        else:
            self.did(sponsors.save, data.draw(st.sampled_from(kept)), draft, TODAY)

    @precondition(lambda self: self.ids("sponsor"))
    @rule(data=st.data(), name=NAMES)
    def rename(self, data: st.DataObject, name: str) -> None:
        self.did(sponsors.save_sponsor, data.draw(st.sampled_from(self.ids("sponsor"))), SponsorDraft(name, name))

    @rule(day=DAYS, name=NAMES, issues=st.lists(NAMES, max_size=3))
    def meet(self, day: date, name: str, issues: list[str]) -> None:
        draft = LeadershipDraft(day, Named(name), topic=name)
        self.did(leadership.add, draft, [IssueDraft(issue) for issue in issues], TODAY)

    @precondition(lambda self: self.ids("raised_issue"))
    @rule(data=st.data(), day=st.none() | DAYS, way=st.sampled_from(["settle", "move", "remove", "change", "add"]))
    def issue_lives(self, data: st.DataObject, day: date | None, way: str) -> None:
        issue = data.draw(st.sampled_from(self.ids("raised_issue")))
        if way == "settle":
            self.did(leadership.settle, issue, day, TODAY)
        elif way == "move":
            self.did(leadership.move_issue, issue, data.draw(st.integers(1, 4)))
        elif way == "remove":
            self.did(leadership.remove_issue, issue)
        elif way == "change":
            self.did(leadership.save_issue, issue, IssueDraft("Жаңа", due_on=day), TODAY)
        else:
            self.did(leadership.add_issue, self.ids("leadership_meeting")[0], IssueDraft("Тағы"), TODAY)

    @rule(data=st.data(), name=NAMES, cost=SUMS, day=DAYS, anew=st.booleans())
    def take(self, data: st.DataObject, name: str, cost: Decimal | None, day: date, anew: bool) -> None:
        draft, kept = MeasureDraft(name, taken_on=day, cost=cost), self.ids("measure")
        if anew or not kept:
            self.did(measures.add, draft, TODAY)
        else:
            self.did(measures.save, data.draw(st.sampled_from(kept)), draft, TODAY)

    @rule(data=st.data(), title=NAMES, most=st.integers(0, 40), way=st.sampled_from(["add", "save", "move", "bin"]))
    def change_criteria(self, data: st.DataObject, title: str, most: int, way: str) -> None:
        known = [each.id for each in criteria.all_criteria(self.desk)]
        if way == "add" or not known:
            self.did(criteria.add, CriterionDraft(title, most))
            return
        chosen = data.draw(st.sampled_from(known))
        if way == "save":
            self.did(criteria.save, chosen, CriterionDraft(title, most))
        elif way == "move":
            self.did(criteria.move, chosen, most)
        else:
            self.did(criteria.bin_, chosen)

    @rule(data=st.data(), name=st.sampled_from(["Шахмат", "Бастама"]), day=DAYS, points=st.integers(0, 45))
    def assess(self, data: st.DataObject, name: str, day: date, points: int) -> None:
        scores = tuple(
            replace(each, points=min(points, each.most + 1)) for each in blank_scores(criteria.all_criteria(self.desk))
        )
        draft, kept = ClubAssessmentDraft(name, day, scores=scores), self.ids("club_assessment")
        if kept and data.draw(st.booleans()):
            self.did(club_assessments.save, data.draw(st.sampled_from(kept)), draft, TODAY)
        else:
            self.did(club_assessments.add, draft, TODAY)

    @rule(data=st.data(), table=st.sampled_from(sorted(BINS)))
    def put_away(self, data: st.DataObject, table: str) -> None:
        if kept := self.ids(table):
            self.did(BINS[table], [data.draw(st.sampled_from(kept))])

    @rule()
    def undo(self) -> None:
        self.at -= bool(self.desk.undo())

    @rule()
    def redo(self) -> None:
        self.at += bool(self.desk.redo())

    @invariant()
    def the_desk_is_as_remembered(self) -> None:
        assert picture(self.desk) == self.pictures[self.at]

    @invariant()
    def nobody_is_a_sponsor_who_gave_nothing(self) -> None:
        assert {row[1] for row in self.pictures[self.at]["donation"]} == set(self.ids("sponsor"))

    @invariant()
    def a_total_is_the_sum_of_its_records(self) -> None:
        lines = sponsors.lines(self.desk, sponsors.ids(self.desk, DonationsQuery()))
        assert sponsors.totals(self.desk, DonationsQuery()).amount == sum((each.sum for each in lines), Decimal(0))

    @invariant()
    def an_assessment_has_the_sum_of_its_scores(self) -> None:
        scores = self.pictures[self.at]["club_score"]
        for row in club_assessments.lines(self.desk, self.ids("club_assessment")):
            assert row.points == sum(each.points or 0 for each in row.scores) <= row.most
        assert {row[1] for row in scores} <= set(self.ids("club_assessment"))


YearSteps.TestCase.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
test_year_steps = YearSteps.TestCase
