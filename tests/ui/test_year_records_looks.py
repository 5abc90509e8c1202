"""The records for the report photographed in both languages, themes and sizes, and looked at as a reader would."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.club_assessments import ClubAssessmentDraft, ClubAssessmentsQuery, CriterionDraft, Score
from altdesk.domain.leadership import IssueDraft, LeadershipDraft, LeadershipQuery
from altdesk.domain.measures import MeasureDraft, MeasuresQuery
from altdesk.domain.minutes import Named
from altdesk.domain.money import MOST
from altdesk.domain.sponsors import DonationDraft, DonationsQuery
from altdesk.services import club_assessments, criteria, leadership, measures, organisation, sponsors
from altdesk.settings import S
from tests.test_hostile_text import HOSTILE
from tests.ui.test_looks import OTHERS, SCREEN, Look, Walk

DAY = date(2026, 1, 9)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, sample_of: Callable[[date], Path]) -> Path:
    """The sample desk, its welcome behind it."""
    place = Path(shutil.copytree(sample_of(date.today()), tmp_path_factory.mktemp("year") / "desk"))
    with Desk.open(place, "en") as desk:
        organisation.save(desk, replace(organisation.get(desk), welcomed=True))
    return place


@pytest.fixture
def tour(start, folder, request) -> Iterator[Walk]:
    look: Look = request.param
    source: Path | None = request.getfixturevalue("sample") if "sample" in request.fixturenames else None
    if source is not None:
        shutil.copytree(source, folder)
    elif "hostile" in request.fixturenames:
        request.getfixturevalue("hostile")
    hand = start(look.language, theme=look.theme, text_size=look.size)
    hand.window.resize(*SCREEN)
    yield Walk(hand, f"year-{request.node.originalname}-{look}")
    hand.desktop.shell.settings.set(S.text_size, 100)
    hand.desktop.shell.settings.set(S.theme, "light")
    hand.desktop.dress()


def over_the_lists(tour: Walk) -> None:
    desk = tour.hand.desktop.shell.desk
    tour.go("year_records")
    tour.look("sponsors")
    given = sponsors.ids(desk, DonationsQuery())
    if given:
        tour.go("donation", given[0])
        tour.look("donation")
        tour.view.sponsor.ask_change()
        tour.look("sponsor")
        tour.view.sponsor.form.close_form()
    tour.view.leave(lambda: None)
    tour.view.new()
    tour.hand.settle()
    tour.view.editor.boxes["amount"].input.setText("1,250")
    tour.view.save()
    tour.look("refused")
    tour.view.editor.take_back()
    tour.window.page.show_view("leadership")
    tour.look("leadership")
    if met := leadership.ids(desk, LeadershipQuery()):
        number = next((each.id for each in leadership.lines(desk, met) if each.issues), met[0])
        tour.go("leadership_meeting", number)
        tour.look("meeting")
        tour.view.issues.table.selectRow(0)
        tour.hand.settle()
        tour.view.issues.ask_change()
        tour.look("issue")
        tour.view.issues.form.close_form()
    tour.window.page.show_view("measures")
    tour.look("measures")
    if done := measures.ids(desk, MeasuresQuery()):
        tour.go("measure", done[-1])
        tour.look("measure")
    tour.window.page.show_view("club_assessments")
    tour.look("assessments")
    if made := club_assessments.ids(desk, ClubAssessmentsQuery()):
        tour.go("club_assessment", made[0])
        tour.look("assessment")
    tour.view.show_criteria()
    tour.look("criteria")
    tour.view.criteria.ask_new()
    tour.look("criterion")
    tour.view.close_panel()


@pytest.mark.parametrize("tour", OTHERS, ids=str, indirect=True)
def test_the_sample_records_look_right(tour: Walk, sample: Path) -> None:
    over_the_lists(tour)
    for view in ("sponsors", "club_assessments"):
        tour.window.page.show_view(view)
        tour.hand.settle()
        tour.view.print_selected()
        tour.look(f"{view}-paper")
    assert tour.found == []


@pytest.mark.parametrize("tour", OTHERS[1:], ids=str, indirect=True)
def test_empty_lists_say_what_they_are_for(tour: Walk) -> None:
    over_the_lists(tour)
    assert tour.found == []


@pytest.fixture
def hostile(folder: Path) -> None:
    with Desk.open(folder, "en") as desk:
        organisation.save(desk, replace(organisation.get(desk), welcomed=True))
        for number, text in enumerate(HOSTILE.values(), 1):
            name = f"{number} {text}"
            sponsors.add(desk, DonationDraft(name, MOST, text, DAY, None, text, DAY, text))
            issue = IssueDraft(name, text, text, DAY)
            meeting = LeadershipDraft(DAY, Named(name), text, place=text, participants=99_999, topic=text, note=text)
            leadership.add(desk, meeting, [issue])
            measures.add(desk, MeasureDraft(name, "", taken_on=DAY, cost=MOST, responsible=text, result=text))
            criteria.add(desk, CriterionDraft(name, 1000))
            scores = (Score(name, 1000, 1000),)
            club_assessments.add(desk, ClubAssessmentDraft(name, DAY, text, 99_999, scores, text, text))


@pytest.mark.parametrize("tour", OTHERS[1:], ids=str, indirect=True)
def test_hostile_records_stay_in_their_places(tour: Walk, hostile: None) -> None:
    over_the_lists(tour)
    assert tour.found == []
