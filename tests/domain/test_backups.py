"""Which backups are kept as time goes by, and when one on another disk is due."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altdesk.domain.backups import Manifest, Member, Reason, Reminder, reminder, spare
from altdesk.domain.errors import Refusal

NOW = datetime(2026, 11, 22, 18, 30)
Backup = tuple[datetime, Reason]
moments = st.datetimes(datetime(2022, 1, 1), NOW)
automatic = st.sampled_from([Reason.CLOSE, Reason.HOUR])
histories = st.sets(st.tuples(moments, automatic), max_size=80)


def closes(*moments: datetime) -> set[Backup]:
    return {(moment, Reason.CLOSE) for moment in moments}


def left(backups: set[Backup], now: datetime = NOW) -> set[Backup]:
    return backups - spare(backups, now)


def test_today_keeps_the_last_of_every_hour() -> None:
    early, late, next_hour = NOW.replace(hour=9, minute=5), NOW.replace(hour=9, minute=50), NOW.replace(hour=10)
    assert left(closes(early, late, next_hour)) == closes(late, next_hour)


def test_a_week_keeps_the_last_of_every_day() -> None:
    day = NOW - timedelta(days=3)
    assert left(closes(day.replace(hour=9), day.replace(hour=17), NOW)) == closes(day.replace(hour=17), NOW)


def test_a_desk_used_every_day_for_years_keeps_a_few_dozen() -> None:
    kept: set[Backup] = set()
    now = datetime(2023, 1, 2, 9, 0)
    while now < NOW:
        for hour in (9, 11, 13, 15, 17):
            now = now.replace(hour=hour)
            kept = left(kept | closes(now), now)
        now += timedelta(days=1)
    days = sorted(moment for moment, _ in kept)
    assert 25 <= len(kept) <= 7 + 5 + 12 + 5 + 4
    assert days[0] < NOW - timedelta(days=365 * 2)
    recent = [day for day in days if day > NOW - timedelta(days=30)]
    assert all(later - earlier <= timedelta(days=8) for earlier, later in pairwise(recent))


def test_what_was_made_by_hand_or_before_a_great_step_stays() -> None:
    minute = timedelta(minutes=1)
    held = {(NOW - minute, Reason.HAND), (NOW - 2 * minute, Reason.UPGRADE), (NOW - 3 * minute, Reason.RESTORE)}
    assert left(held | closes(NOW)) == held | closes(NOW)


def test_a_clock_set_back_costs_no_backup() -> None:
    later = closes(*(NOW + timedelta(minutes=number) for number in range(1, 9)))
    assert left(later | closes(NOW)) == later | closes(NOW)


@given(histories)
def test_the_newest_is_always_kept(backups: set[Backup]) -> None:
    if backups:
        assert max(backups) in left(backups)


@given(histories)
def test_thinning_twice_is_thinning_once(backups: set[Backup]) -> None:
    assert left(left(backups)) == left(backups)


@given(histories)
def test_no_day_week_month_or_year_that_counts_is_left_empty(backups: set[Backup]) -> None:
    kept = {moment for moment, _ in left(backups)}
    for moment, _ in backups:
        assert any(other.year == moment.year for other in kept)
        if (NOW.date() - moment.date()).days < 7:
            assert any(other.date() == moment.date() for other in kept)
        if moment > NOW - timedelta(days=28):
            assert any(other.isocalendar()[:2] == moment.isocalendar()[:2] for other in kept)
        if moment > NOW - timedelta(days=330):
            assert any((other.year, other.month) == (moment.year, moment.month) for other in kept)


@given(histories, st.timedeltas(timedelta(0), timedelta(days=400)))
@settings(max_examples=60)
def test_thinning_often_keeps_what_thinning_late_keeps(backups: set[Backup], wait: timedelta) -> None:
    """However often it is done on the way, what stands for a slot at the end is there."""
    later = NOW + wait
    assert left(left(backups), later) == left(backups, later)


def test_a_reminder_comes_a_week_after_the_last_one_outside() -> None:
    week = timedelta(days=7)
    assert reminder(NOW - week, NOW - 9 * week, NOW, changed=True) == Reminder(NOW - week, 7)
    assert reminder(NOW - week, NOW - 9 * week, NOW, changed=False) is None
    assert reminder(NOW - timedelta(days=6), NOW - 9 * week, NOW, changed=True) is None


def test_a_new_desk_has_a_week_before_it_is_reminded() -> None:
    assert reminder(None, None, NOW, changed=True) is None
    assert reminder(None, NOW - timedelta(days=6), NOW, changed=True) is None
    assert reminder(None, NOW - timedelta(days=8), NOW, changed=True) == Reminder(None, 8)


DIGEST = "ab" + "0" * 62
SAID = Manifest(
    "altdesk 0.1.0", "0002", NOW.replace(second=0), Reason.HAND, "5/4/", {"person": 3},
    (Member("altdesk.db", 4096, DIGEST), Member.content(DIGEST, 7)), (),
)  # fmt: skip


def test_a_manifest_reads_back_as_it_was_written() -> None:
    assert Manifest.from_json(SAID.to_json()) == SAID


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format": 1', '"format": "1"'),
        ('"format": 1', '"format": 0'),
        ('"reason": "hand"', '"reason": "whim"'),
        ('"person": 3', '"person": -3'),
        ('"altdesk.db"', '"../altdesk.db"'),
        (f'"files/ab/{DIGEST}"', f'"files/ac/{DIGEST}"'),
        (f'"files/ab/{DIGEST}"', '"altdesk.db"'),
        (f'"sha256": "{DIGEST}"', f'"sha256": "{DIGEST[:-1]}g"'),
        ('"size": 7', '"size": 7.0'),
        ('"size": 7', '"size": true'),
        ("{", "["),
    ],
)
def test_a_manifest_that_is_wrong_is_refused(old: str, new: str) -> None:
    with pytest.raises(Refusal, match="no backup copy"):
        Manifest.from_json(SAID.to_json().replace(old, new))


def test_a_backup_of_a_later_format_asks_for_a_newer_program() -> None:
    with pytest.raises(Refusal, match="newer altdesk"):
        Manifest.from_json('{"format": 2, "all": "else"}')


names = st.sampled_from(["format", "members", "counts", "made_at"]) | st.text()
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(names, inner)
)


@given(anything)
def test_what_is_no_manifest_is_refused_in_words(said: object) -> None:
    with pytest.raises(Refusal):
        Manifest.from_json(json.dumps(said))
