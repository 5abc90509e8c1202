"""Sentences about a row of an import: why it is doubted, what changes, what was mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from altdesk.domain.dates import short_day
from altdesk.domain.import_plan import FieldChange, RowRepair
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark
from altdesk.i18n import Translator

_LONGEST = 60  # letters of a value within a sentence


def remarks(say: Translator, found: Iterable[Remark]) -> list[str]:
    return [say(remark.message, **remark.values) for remark in found]


def changes(say: Translator, found: Sequence[FieldChange], names: Mapping[Any, str], value: Any) -> list[str]:
    """Each change as “Post: Lecturer → Docent”; `value(field, value)` says a value that is no text."""
    empty = say(N_("empty"))
    return [
        say(
            N_("%(field)s: %(before)s → %(after)s"),
            field=say(names.get(change.field, change.field)),
            before=short(value(change.field, change.before)) or empty,
            after=short(value(change.field, change.after)) or empty,
        )
        for change in found
    ]


def repairs(say: Translator, found: Sequence[RowRepair]) -> list[str]:
    """What was mended, each kind once."""
    return list(dict.fromkeys(say(repair.message) for repair in found))


def plain(value: object) -> str:
    """A value as a person reads it."""
    if value is None:
        return ""
    return short_day(value) if isinstance(value, date) else str(value)


def short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
