"""Work beside the window: answers, refusals, bugs, topics, cancelling."""

from __future__ import annotations

import threading

import pytest

from altdesk.domain.errors import Refusal
from ui.work import Progress, Work


@pytest.fixture
def work():
    made = Work()
    yield made
    made.close()


def test_the_answer_comes_in_this_thread(work, qtbot):
    seen: list[tuple[int, int]] = []
    work.do(threading.get_ident, lambda where: seen.append((where, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen), timeout=30_000)
    there, here = seen[0]
    assert here == threading.get_ident()
    assert there != here


def test_a_refusal_goes_to_who_asked_or_to_the_bar(work, qtbot):
    def refuse() -> None:
        raise Refusal("No.")

    asked: list[Refusal] = []
    bar: list[Refusal] = []
    work.on_refusal = bar.append
    work.do(refuse, failed=asked.append)
    work.do(refuse)
    qtbot.waitUntil(lambda: bool(asked and bar), timeout=30_000)


def test_our_bug_goes_to_the_crash_window_and_work_goes_on(work, qtbot):
    crashes: list[BaseException] = []
    answers: list[int] = []
    work.on_crash = crashes.append
    work.do(lambda: 1 // 0)
    work.do(lambda: 7, answers.append)
    qtbot.waitUntil(lambda: answers == [7], timeout=30_000)
    assert isinstance(crashes[0], ZeroDivisionError)


def test_only_the_newest_of_a_topic_answers(work, qtbot):
    hold = threading.Event()
    answers: list[int] = []
    work.do(hold.wait)
    for number in range(5):
        work.do(lambda number=number: number, answers.append, topic="find")
    hold.set()
    qtbot.waitUntil(lambda: work.idle, timeout=30_000)
    assert answers == [4]


def test_long_work_shows_itself_and_can_be_stopped(work, qtbot):
    progress = Progress()

    def count() -> None:
        for done in range(100_000):
            progress.tell(done, 100_000)
            threading.Event().wait(0.005)

    with qtbot.waitSignal(work.changed, timeout=30_000):
        job = work.do(count, label="Counting", progress=progress)
    assert work.showing is job
    job.cancel()
    qtbot.waitUntil(lambda: work.idle, timeout=30_000)
    assert work.showing is None
