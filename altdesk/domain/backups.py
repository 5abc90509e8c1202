"""Backups: what one says of itself, which are kept as time goes by, and when one outside this disk is due."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

FORMAT = 1
DATABASE = "altdesk.db"
CONTENT = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{62})", re.ASCII)
OUTSIDE_EVERY = timedelta(days=7)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_TIME = "%Y-%m-%dT%H:%M:%SZ"


class Reason(StrEnum):
    """Why a backup was made."""

    CLOSE = "close"
    HOUR = "hour"
    UPGRADE = "upgrade"
    RESTORE = "restore"
    HAND = "hand"
    SWITCH = "switch"


REASON_NAMES = {
    Reason.CLOSE: N_("When the program was closed"),
    Reason.HOUR: N_("While you worked"),
    Reason.UPGRADE: N_("Before an upgrade"),
    Reason.RESTORE: N_("Before a restore"),
    Reason.HAND: N_("By hand"),
    Reason.SWITCH: N_("Before encryption was turned on or off"),
}


@dataclass(frozen=True)
class Member:
    """A file of a backup: its name inside, its size in bytes, its SHA-256 in hex."""

    name: str
    size: int
    digest: str

    @classmethod
    def content(cls, digest: str, size: int) -> Member:
        """The member that an attached content is."""
        return cls(f"files/{digest[:2]}/{digest}", size, digest)


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself. `apart` are contents that do not lie in it but beside it, in a folder `files`.

    `state` tells two moments of one desk apart; `counts` are rows by table; `made_at` is UTC.
    """

    program: str
    schema: str
    made_at: datetime
    reason: Reason
    state: str
    counts: Mapping[str, int]
    members: tuple[Member, ...]
    apart: tuple[Member, ...] = ()
    format: int = field(default=FORMAT)

    def with_members(self, members: Iterable[Member]) -> Manifest:
        """The same backup, packed anew."""
        return replace(self, members=tuple(members))

    @property
    def contents(self) -> tuple[Member, ...]:
        """Every attached content the desk had, inside or beside."""
        return (*(member for member in self.members if member.name != DATABASE), *self.apart)

    def to_json(self) -> str:
        """As it stands in the backup."""
        said = {
            "format": self.format,
            "program": self.program,
            "schema": self.schema,
            "made_at": f"{self.made_at:{_TIME}}",
            "reason": self.reason.value,
            "state": self.state,
            "counts": dict(self.counts),
            "members": [_said(member) for member in self.members],
            "apart": [_said(member) for member in self.apart],
        }
        return json.dumps(said, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str | bytes) -> Manifest:
        """Read one back. Refused when it is none, or of a later format."""
        try:
            said = json.loads(text)
            if type(said["format"]) is int and said["format"] > FORMAT:
                raise Refusal(NEWER)
            found = cls(
                _text(said["program"]),
                _text(said["schema"]),
                datetime.strptime(said["made_at"], _TIME),
                Reason(said["reason"]),
                _text(said["state"]),
                {_text(name): _whole(number) for name, number in said["counts"].items()},
                tuple(_member(each) for each in said["members"]),
                tuple(_member(each) for each in said["apart"]),
                _whole(said["format"]),
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise Refusal(NO_BACKUP) from error
        names = [member.name for member in (*found.members, *found.apart)]
        inside = [member.name for member in found.members]
        if len(set(names)) < len(names) or inside.count(DATABASE) != 1 or found.format != FORMAT:
            raise Refusal(NO_BACKUP)
        return found


NO_BACKUP = N_("This file is no backup copy of altdesk, or it was changed. Choose another one.")
NEWER = N_("This backup copy was made by a newer altdesk. Install the newest altdesk to look into it.")


def _said(member: Member) -> dict[str, object]:
    return {"name": member.name, "size": member.size, "sha256": member.digest}


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 1000:
        raise TypeError
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 1 << 62:
        raise TypeError
    return value


def _member(said: Any) -> Member:
    member = Member(_text(said["name"]), _whole(said["size"]), _text(said["sha256"]))
    if not _DIGEST.fullmatch(member.digest):
        raise ValueError
    if member.name == DATABASE:
        return member
    content = CONTENT.fullmatch(member.name)
    if content is None or content[2] != member.digest:
        raise ValueError
    return member


@dataclass(frozen=True)
class Kept:
    """A backup as a line of a list; `made_at` is UTC, `size` in bytes; one that is `damaged` cannot be read, one that
    is `locked` only with a passphrase that is not the desk's."""

    path: Path
    made_at: datetime
    reason: Reason
    size: int
    schema: str = ""
    state: str = ""
    damaged: bool = False
    locked: bool = False

    @property
    def known(self) -> bool:
        """Whether it says what it is."""
        return not self.damaged and not self.locked


_HELD = timedelta(days=30)  # what was made before a step that cannot be undone is not thinned before that


def spare(backups: Iterable[tuple[datetime, Reason]], now: datetime) -> set[tuple[datetime, Reason]]:
    """Which of the automatic backups may go: kept is the newest, and the last one of every hour of today, of every
    day of the last week, of every week of the last five, of every month of the last twelve, and of every year.

    Times are those on the wall. What is dated later than now (a clock set back), what was made by hand, and what was
    made before an upgrade or a restore in the last 30 days never goes.
    """
    automatic = sorted((each for each in set(backups) if each[0] <= now and each[1] is not Reason.HAND), reverse=True)
    seen: set[object] = set()
    going: set[tuple[datetime, Reason]] = set()
    for made, reason in automatic:
        held = reason in {Reason.UPGRADE, Reason.RESTORE, Reason.SWITCH} and now - made < _HELD
        stands_for = set(_slots(made, now)) - seen
        seen |= stands_for
        if not stands_for and not held:
            going.add((made, reason))
    return going


def _slots(made: datetime, now: datetime) -> list[object]:
    """The hour, day, week, month and year that a backup may stand for."""
    day, today = made.date(), now.date()
    found: list[object] = [("year", day.year)]
    if day == today:
        found.append(("hour", day, made.hour))
    if (today - day).days < 7:
        found.append(("day", day))
    if (_monday(today) - _monday(day)).days < 7 * 5:
        found.append(("week", _monday(day)))
    if (today.year - day.year) * 12 + today.month - day.month < 12:
        found.append(("month", day.year, day.month))
    return found


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Reminder:
    """A backup outside this disk is due; `last` is when the last one was made (UTC), None for never."""

    last: datetime | None
    days: int


def reminder(last: datetime | None, begun: datetime | None, now: datetime, *, changed: bool) -> Reminder | None:
    """Whether to remind of a backup outside this disk: a week after the last one, or after the first step of a desk
    that never had one, when something changed since. Times are UTC."""
    since = last or begun
    if since is None or not changed or now - since < OUTSIDE_EVERY:
        return None
    return Reminder(last, (now - since).days)
