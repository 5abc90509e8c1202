"""Days are read as people type them and written as papers show them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from altdesk.domain.dates import YEARS_AHEAD, long_day, parse_day, short_day
from altdesk.domain.errors import Refusal
from tests.domain.vectors import VECTORS

TODAY = date(2026, 11, 23)

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(("typed", "day"), VECTORS["typed_dates"].items())
def test_the_vectors_are_read(typed: str, day: str) -> None:
    assert parse_day(typed, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(("day", "on_paper"), VECTORS["dates_on_paper"].items())
def test_the_vectors_are_written(day: str, on_paper: str) -> None:
    assert long_day(date.fromisoformat(day), "kk") == on_paper


@pytest.mark.parametrize(
    "typed",
    [
        "22 11 2026",
        " 22.11.2026. ",
        "22-11-26",
        "22 . 11 . 2026",
        "22\u00a011\u00a02026",
        "22.11.2026 ж.",
        "22.11.2026г.",
        "2026/11/22",
        "2026.11.22",
        "22112026",
        "221126",
        "20261122",
        "22.11.2026 00:00:00",
        "2026-11-22T08:30:00Z",
        "22.11",
        "22,11,",
        "22/11",
        "22",
        "2026 жылғы 22 қараша",
        "2026 ж. 22 қараша",
        "22 қараша 2026",
        "22 ҚАРАША 2026 жыл",
        "22 карашада",
        "қараша 22",
        "«22» қараша 2026 ж.",
        "22 ноября 2026 г.",
        "22 нояб. 26",
        "22 November 2026",
        "November 22, 2026",
        "-1",
        "−1",
        "кеше",
        "Кеше",
        "вчера",
        "yesterday",
        "２２.１１.２０２６",
    ],
)
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert parse_day(typed, TODAY) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("бүгін", "2026-11-23"),
        ("бугин", "2026-11-23"),
        ("сегодня", "2026-11-23"),
        ("Today", "2026-11-23"),
        ("ертең", "2026-11-24"),
        ("завтра", "2026-11-24"),
        ("+1", "2026-11-24"),
        ("+30", "2026-12-23"),
        ("+0", "2026-11-23"),
        ("1.3.99", "1999-03-01"),
        ("1.3.46", "2046-03-01"),
        ("29.02.2028", "2028-02-29"),
    ],
)
def test_a_day_can_be_said_in_relation_to_today(typed: str, day: str) -> None:
    assert parse_day(typed, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("28.12", "2027-01-11", "2026-12-28"),
        ("15.01", "2026-12-20", "2027-01-15"),
        ("15.12", "2026-06-01", "2026-12-15"),
        ("15.01", "2026-09-01", "2026-01-15"),
        ("28 желтоқсан", "2027-01-11", "2026-12-28"),
    ],
)
def test_a_day_without_its_year_is_of_this_year_except_around_new_year(typed: str, today: str, day: str) -> None:
    assert parse_day(typed, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "typed", ["31.11.2026", "29.02.2027", "0.1.2026", "11/22/2026", "32", "22.11.1026", "+9999999"]
)
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        parse_day(typed, TODAY)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "иә", "22.11.2026 келді", "2026", "46348", "1.2.3.4", "22.11.202", "22$11", "желтоқсан", "1 2 қараша 3"],
)
def test_what_is_no_day_is_refused_with_what_to_type(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_day(typed, TODAY, field="signed_on")
    assert refused.value.field == "signed_on"
    assert "22.11.2026" in str(refused.value)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_month_is_read_in_every_language(month: int, language: str) -> None:
    day = date(2026, month, 5)
    written = long_day(day, language)
    assert parse_day(written, TODAY) == parse_day(written.upper(), TODAY) == day


def test_papers_show_the_day_in_their_language() -> None:
    day = date(2026, 11, 2)
    assert long_day(day, "ru") == "2 ноября 2026 г."
    assert long_day(day, "en") == "2 November 2026"
    assert short_day(day) == "02.11.2026"


@pytest.mark.parametrize(
    "typed", ["26.11.2206", "2206-11-26", "26112206", "26.11.0206", "1 қараша 1899", "+9999", "1.1.2047"]
)
def test_a_year_that_cannot_be_meant_is_refused_by_its_number(typed: str) -> None:
    with pytest.raises(Refusal, match=r"The year \d+ is not between 1900 and 2046\. Check the year\.") as refused:
        parse_day(typed, TODAY, field="on")
    assert refused.value.field == "on"


@pytest.mark.parametrize("typed", ["31.12.2046", "1.1.1900", "31.12.46"])
def test_the_years_of_the_desk_are_read(typed: str) -> None:
    assert parse_day(typed, TODAY).year in {1900, 2046}


@given(days, days)
def test_a_written_day_is_read_back(day: date, today: date) -> None:
    assume(day.year <= today.year + YEARS_AHEAD)
    for written in (
        short_day(day),
        day.isoformat(),
        f"{day:%d%m%Y}",
        *(long_day(day, said) for said in ("kk", "ru", "en")),
    ):
        assert parse_day(written, today) == day


@given(st.text(st.characters(exclude_categories=())) | st.text("0123456789.,/-+ жгТT:٣²½\x00\ud800"), days)
def test_any_text_is_a_day_or_refused(text: str, today: date) -> None:
    try:
        assert isinstance(parse_day(text, today), date)
    except Refusal as refusal:
        str(refusal).encode("utf-8")
