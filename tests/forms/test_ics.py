"""The calendar file of the schedule: a strict reader finds every event where and when it is, in the time of Almaty."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from altdesk.domain.events import Event
from altdesk.domain.events_kinds import HeldState
from altdesk.forms.catalogue import FORMS
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.render import render
from altdesk.forms.render.ics import LINE
from altdesk.forms.sheets import schedule
from altdesk.forms.words import PaperLanguage

AT = datetime(2026, 2, 20, 9, 15, 7)


def written(*events: Event) -> bytes:
    data = schedule.ScheduleData(events)
    return render(schedule.FORM, data, PrintOptions(), Output.ICS).content


def read(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def event(day: date = date(2026, 3, 2), **fields: Any) -> Event:
    return Event("Акция", starts_on=day, uid="7f@altdesk", changed_at=AT, **fields)


def test_the_sample_is_read_by_a_strict_reader() -> None:
    content = render(schedule.FORM, schedule.sample(), PrintOptions(PaperLanguage.RU), Output.ICS).content
    calendar = Calendar.from_ical(content)
    found = read(content)
    assert [str(each["SUMMARY"]) for each in found] == [each.title for each in schedule.sample().rows]
    assert [str(each["STATUS"]) for each in found] == ["CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert [each["CATEGORIES"].to_ical().decode() for each in found][0] == "Нравственное"
    assert all(not each.errors for each in calendar.walk())
    assert content == render(schedule.FORM, schedule.sample(), PrintOptions(PaperLanguage.RU), Output.ICS).content


@pytest.mark.parametrize(
    ("day", "offset"),
    [(date(2024, 2, 29), 6), (date(2024, 3, 1), 5), (date(2026, 3, 2), 5), (date(2019, 7, 1), 6)],
)
def test_almaty_is_five_hours_ahead_since_march_2024(day: date, offset: int) -> None:
    content = written(event(day, starts_at=time(11), ends_at=time(12, 30)))
    calendar = Calendar.from_ical(content)
    (zone,) = calendar.walk("VTIMEZONE")
    begins = datetime.combine(day, time(11))
    assert begins.replace(tzinfo=zone.to_tz(lookup_tzid=False)).utcoffset() == timedelta(hours=offset)
    (found,) = read(content)
    assert found["DTSTART"].params["TZID"] == "Asia/Almaty"
    assert found["DTSTART"].dt.astimezone(UTC) == (begins - timedelta(hours=offset)).replace(tzinfo=UTC)
    assert found["DTEND"].dt - found["DTSTART"].dt == timedelta(minutes=90)


def test_an_event_without_a_time_takes_its_whole_days() -> None:
    content = written(event(ends_on=date(2026, 3, 4)))
    (found,) = read(content)
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2026, 3, 2), date(2026, 3, 5))
    assert b"VTIMEZONE" not in content


def test_a_change_is_told_by_number_and_moment_under_the_same_name() -> None:
    known = event()
    (before,) = read(written(known))
    (after,) = read(written(replace(known, title="Жаңа", sequence=3, changed_at=AT + timedelta(days=1))))
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 3)
    assert before["DTSTAMP"].dt == AT.replace(tzinfo=UTC)
    assert after["LAST-MODIFIED"].dt == (AT + timedelta(days=1)).replace(tzinfo=UTC)


def test_what_was_not_held_is_called_off() -> None:
    (found,) = read(written(event(state=HeldState.NOT_HELD, reason="Карантин")))
    assert found["STATUS"] == "CANCELLED"


@given(st.text(min_size=1, max_size=200), st.text(max_size=120))
def test_every_text_comes_back_and_no_line_is_too_long(title: str, place: str) -> None:
    plain = "".join(letter for letter in title if letter.isprintable() or letter == "\n")
    content = written(replace(event(), title=plain, place=place))
    assert all(len(line) <= LINE for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    content.decode()
    (found,) = read(content)
    assert str(found["SUMMARY"]) == plain


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
def test_a_form_is_written_as_a_calendar_when_it_says_what_of(form: Form[Any]) -> None:
    assert (Output.ICS in form.outputs) == (form.calendar is not None)
