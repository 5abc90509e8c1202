"""Assessments of clubs: criteria frozen on them, points in their bounds, the newest of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.desk import Desk
from altdesk.domain.academic_year import YearStart, academic_year
from altdesk.domain.bodies import BodyDraft, BodyKind
from altdesk.domain.club_assessments import (
    INITIATIVE,
    ClubAssessment,
    ClubAssessmentDraft,
    ClubAssessmentsQuery,
    CriterionDraft,
    Score,
    blank_scores,
    marked,
)
from altdesk.domain.errors import Refusal
from altdesk.services import bodies, club_assessments, criteria
from tests.make import Make

DAY, TODAY = date(2026, 10, 2), date(2026, 11, 22)
YEAR = academic_year(DAY, YearStart())
SCORES = (Score("Жоспар", 30, 20), Score("Белсенділік", 20, 15))


def assess(desk: Desk, body: str = "Шахмат", on: date = DAY, **more: object) -> int:
    draft = replace(ClubAssessmentDraft(body, on, scores=SCORES), **more)  # type: ignore[arg-type]
    made = club_assessments.add(desk, draft, TODAY).id
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"body": " "}, "body"),
        ({"on": None}, "assessed_on"),
        ({"on": date(2026, 11, 23)}, "assessed_on"),
        ({"members": -1}, "members"),
        ({"scores": ()}, "scores"),
        ({"scores": (Score("Жоспар", 30),)}, "scores"),
        ({"scores": (Score("Жоспар", 30, 31),)}, "scores"),
        ({"scores": (Score("Жоспар", 30, -1),)}, "scores"),
    ],
)
def test_what_cannot_be_is_refused_under_its_field(desk: Desk, changed: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        assess(desk, **changed)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert club_assessments.count(desk, ClubAssessmentsQuery()) == 0


def test_an_assessment_keeps_its_criteria_and_the_name_of_its_day(desk: Desk, make: Make) -> None:
    body = make.body("Шахмат", members=3, kind=BodyKind.SPORTS_SECTION)
    for title, most in (("Жоспар", 30), ("Белсенділік", 20)):
        criteria.add(desk, CriterionDraft(title, most))
    scores = tuple(replace(each, points=each.most // 2) for each in blank_scores(criteria.all_criteria(desk)))
    number = assess(desk, "шахмат", scores=scores)
    criteria.save(desk, criteria.all_criteria(desk)[0].id, CriterionDraft("Жаңа критерий", 99))
    criteria.bin_(desk, criteria.all_criteria(desk)[1].id)
    bodies.save(desk, body, BodyDraft("Шахмат клубы", kind=BodyKind.STUDENT_CLUB))
    kept = club_assessments.get(desk, number)
    assert (kept.body, kept.body_id, kept.kind) == ("Шахмат", body, BodyKind.SPORTS_SECTION.value)
    assert [(each.criterion, each.points, each.most) for each in kept.scores] == [
        ("Жоспар", 15, 30),
        ("Белсенділік", 10, 20),
    ]
    assert (kept.points, kept.most, kept.percent, kept.members) == (25, 50, 50, 3)
    club_assessments.save(desk, number, replace(ClubAssessmentDraft("Шахмат", DAY, scores=SCORES), members=4), TODAY)
    again = club_assessments.get(desk, number)
    assert (again.kind, again.points, again.members) == (BodyKind.SPORTS_SECTION.value, 35, 4)


def test_an_initiative_is_no_body_of_the_desk(desk: Desk, make: Make) -> None:
    make.body("Шахмат")
    assess(desk, "«Таза қала» бастамасы", members=35)
    (kept,) = club_assessments.lines(desk, club_assessments.ids(desk, ClubAssessmentsQuery(kind=INITIATIVE)))
    assert (kept.body_id, kept.kind, kept.members) == (None, INITIATIVE, 35)
    assert club_assessments.names(desk) == ["Шахмат", "«Таза қала» бастамасы"]


def test_the_newest_of_each_in_a_period(desk: Desk, make: Make) -> None:
    make.body("Шахмат")
    assess(desk, "Шахмат", date(2026, 9, 5))
    newest = assess(desk, "Шахмат", date(2026, 10, 5))
    old = assess(desk, "Шахмат", date(2026, 8, 31))
    other = assess(desk, "Бастама", date(2026, 9, 7))
    assert [each.id for each in club_assessments.newest(desk, YEAR)] == [other, newest]
    assert [each.id for each in club_assessments.newest(desk, academic_year(date(2026, 8, 1), YearStart()))] == [old]
    assert club_assessments.total(desk, YEAR).bodies == 2
    assert club_assessments.totals(desk, ClubAssessmentsQuery()).count == 4
    club_assessments.bin_(desk, [newest])
    assert date(2026, 9, 5) in {each.assessed_on for each in club_assessments.newest(desk, YEAR)}


@pytest.mark.parametrize("sort", ["assessed_on", "body", "points", "members"])
@pytest.mark.parametrize("descending", [False, True])
def test_a_list_holds_every_row_once_however_sorted(desk: Desk, sort: str, descending: bool) -> None:
    made = [assess(desk, name, scores=(Score("Жоспар", 30, n),)) for n, name in enumerate(("Ә", "Б", "А"))]
    found = club_assessments.ids(desk, ClubAssessmentsQuery(sort=sort, descending=descending))
    assert sorted(found) == made
    if sort in {"body", "points"}:
        names = [each.body for each in club_assessments.lines(desk, found)]
        wanted = ["А", "Ә", "Б"] if sort == "body" else ["Ә", "Б", "А"]
        assert names == (wanted[::-1] if descending else wanted)


def test_criteria_are_ordered_and_none_is_there_twice(desk: Desk) -> None:
    for title in ("Бірінші", "Екінші", "Үшінші"):
        criteria.add(desk, CriterionDraft(title))
    criteria.move(desk, criteria.all_criteria(desk)[2].id, 1)
    assert [each.title for each in criteria.all_criteria(desk)] == ["Үшінші", "Бірінші", "Екінші"]
    for draft in (
        CriterionDraft("бірінші"),
        CriterionDraft(" "),
        CriterionDraft("Жаңа", 0),
        CriterionDraft("Жаңа", None),
    ):
        with pytest.raises(Refusal):
            criteria.add(desk, draft)


@given(st.lists(st.tuples(st.integers(1, 1000), st.integers(-5, 1005)), min_size=1, max_size=8))
def test_the_sum_is_exact_or_refused(pairs: list[tuple[int, int]]) -> None:
    scores = [Score(f"Критерий {n}", most, points) for n, (most, points) in enumerate(pairs)]
    if all(0 <= points <= most for most, points in pairs):
        points, most = marked(scores)
        assert (points, most) == (sum(each for _, each in pairs), sum(each for each, _ in pairs))
        assert 0 <= ClubAssessment(points=points, most=most).percent <= 100
    else:
        with pytest.raises(Refusal):
            marked(scores)
