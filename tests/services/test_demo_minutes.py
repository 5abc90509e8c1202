"""The sample desk's meetings: every state of minutes, votes and tasks is there to be seen, on any day."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.domain.minutes import Minutes
from altdesk.domain.minutes_decisions import goes_on
from altdesk.domain.minutes_kinds import MinutesState, VoteKind
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.minutes_votes import VoteResult, result, tally
from altdesk.domain.tasks import TasksQuery, Urgency
from altdesk.services import attachments, demo_minutes, minutes, phrases, printing, tasks

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, sample_of: Callable[[date], Path]) -> Iterator[Desk]:
    """One sample desk for all who only look at it."""
    place = shutil.copytree(sample_of(DAY), tmp_path_factory.mktemp("looked-at") / "desk")
    with Desk.open(Path(place), "en") as opened:
        yield opened


@pytest.fixture(scope="module")
def meetings(sample: Desk) -> list[Minutes]:
    """The sample's meetings, the oldest first."""
    return [minutes.get(sample, number) for number in minutes.ids(sample, MinutesQuery(descending=False))]


def test_a_year_of_meetings_is_there_in_every_state(sample: Desk, meetings: list[Minutes]) -> None:
    assert len(meetings) == 11
    assert Counter(each.state for each in meetings) == {
        MinutesState.SIGNED: 9,
        MinutesState.FINAL: 1,
        MinutesState.DRAFT: 1,
    }
    assert meetings[-1].state is MinutesState.DRAFT
    assert (meetings[-1].held_on - meetings[0].held_on).days > 300
    for period in {each.period for each in meetings}:
        numbers = [int(each.number) for each in meetings if each.period == period and each.number]
        assert numbers == list(range(1, len(numbers) + 1))
    for each in meetings:
        scans = [file for file in attachments.of(sample, minutes.OWNER, each.id) if file.role is Role.SCAN]
        assert len(scans) == (each.state is MinutesState.SIGNED)
        assert all(sample.files.path(scan.digest).read_bytes().startswith(b"%PDF") for scan in scans)


def test_votes_are_open_secret_and_by_name_and_one_is_tied(meetings: list[Minutes]) -> None:
    items = [(each, item) for each in meetings for item in each.items]
    assert {item.vote.kind for _, item in items} == set(VoteKind)
    outcomes = {result(each, item) for each, item in items}
    assert {VoteResult.ADOPTED, VoteResult.NOT_ADOPTED} <= outcomes
    counts = [tally(each, item) for each, item in items if result(each, item) is VoteResult.NOT_ADOPTED]
    assert [counted.votes_for == counted.against for counted in counts] == [True]


def test_an_item_is_carried_over_and_dealt_with_by_the_next_meeting(meetings: list[Minutes]) -> None:
    left = {item.id: each for each in meetings for item in each.items if goes_on(item)}
    taken = [(item, each) for each in meetings for item in each.items if item.carried_from in left]
    assert len(taken) == len(left) == 2
    for item, each in taken:
        assert meetings.index(each) == meetings.index(left[item.carried_from or 0]) + 1
    assert taken[0][0].points


def test_minutes_that_were_opened_again_keep_what_they_were(sample: Desk, meetings: list[Minutes]) -> None:
    reopened = [each for each in meetings if each.version == 2]
    assert len(reopened) == 1
    assert [version.number for version in minutes.versions(sample, reopened[0].id)] == [2, 1]
    assert minutes.versions(sample, reopened[0].id)[1].reason
    assert minutes.difference(sample, reopened[0].id, 1)


def test_tasks_are_overdue_due_today_open_and_done_with_evidence(sample: Desk, meetings: list[Minutes]) -> None:
    found = tasks.lines(sample, tasks.ids(sample, TasksQuery()))
    urgencies = Counter(task.urgency_on(DAY) for task in found)
    assert {Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON, Urgency.LATER, Urgency.DONE} <= set(urgencies)
    assert urgencies[Urgency.DONE] > sum(urgencies.values()) / 2
    assert any(task.evidence for task in found if task.done_on)
    assert all(task.responsible for task in found)


def test_no_meeting_is_on_a_free_day_or_before_its_members_were(meetings: list[Minutes]) -> None:
    for each in meetings[:-3]:
        assert each.held_on.weekday() < 5
        assert len(each.attendees) >= 8


def test_phrases_are_there_to_be_put_in(sample: Desk, meetings: list[Minutes]) -> None:
    assert {phrase.key for phrase in phrases.all_phrases(sample)} >= {"ақп", "бақ", "есеп"}


def test_the_forms_of_meetings_and_tasks_are_printed_from_these_records(
    sample: Desk, meetings: list[Minutes], tmp_path: Path
) -> None:
    printed = demo_minutes.printed(sample, "СҮ")
    assert set(printed) == {
        "minutes", "short_minutes", "extract", "attendance", "minutes_register", "tasks", "person_tasks",
    }  # fmt: skip
    newest = [each for each in meetings if each.locked][-1]
    assert printed["minutes"]().data.number == newest.number
    for code, paper in printed.items():
        out = printing.save(sample, paper(), tmp_path / f"{code}.pdf")
        assert out.pages >= 1
        assert out.missing == ()
