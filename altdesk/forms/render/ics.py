"""Calendar files: iCalendar (RFC 5545) in the time of Almaty; the same events give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TypeVar

from altdesk.forms.calendar import CalendarEntry
from altdesk.forms.form import Form, PrintOptions

D = TypeVar("D")
ZONE = "Asia/Almaty"
LINE = 75  # octets of a line at most, the line feed not counted
NEVER = datetime(1970, 1, 1)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0600",
    "TZOFFSETTO:+0600",
    "TZNAME:+06",
    "END:STANDARD",
    "BEGIN:STANDARD",  # since 1 March 2024 the whole country is at UTC+5
    "DTSTART:20240301T000000",
    "TZOFFSETFROM:+0600",
    "TZOFFSETTO:+0500",
    "TZNAME:+05",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def write_calendar(form: Form[D], data: D, options: PrintOptions) -> bytes:
    """The events of a paper as a calendar file."""
    assert form.calendar is not None
    return calendar_bytes(form.calendar(data, options), form.name(data, options))


def calendar_bytes(entries: Iterable[CalendarEntry], name: str) -> bytes:
    """Events as a calendar called `name`."""
    every = list(entries)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//altdesk//altdesk//KK", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}", f"X-WR-TIMEZONE:{ZONE}"]
    if any(isinstance(each.begins, datetime) for each in every):
        lines += _ZONE
    for each in every:
        lines += _event(each)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: CalendarEntry) -> Iterator[str]:
    changed = f"{entry.changed_at or NEVER:%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART{_moment(entry.begins)}"
    yield f"DTEND{_moment(entry.ends)}"
    yield f"SUMMARY:{_text(entry.title)}"
    for name, said in (("LOCATION", entry.place), ("DESCRIPTION", entry.about), ("CATEGORIES", entry.category)):
        if said:
            yield f"{name}:{_text(said)}"
    yield f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}"
    yield "TRANSP:OPAQUE"
    yield "END:VEVENT"


def _moment(at: date | datetime) -> str:
    if isinstance(at, datetime):
        return f";TZID={ZONE}:{at:%Y%m%dT%H%M%S}"
    return f";VALUE=DATE:{at:%Y%m%d}"


def _text(text: str) -> str:
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for letter, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(letter, written)
    return plain


def _folded(line: str) -> bytes:
    """The line with its end, broken after 75 octets at most, never within a letter."""
    parts, part = [], b""
    for letter in line:
        written = letter.encode()
        if len(part) + len(written) > LINE:
            parts.append(part)
            part = b" "
        part += written
    return b"\r\n".join([*parts, part]) + b"\r\n"
