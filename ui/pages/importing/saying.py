"""Sentences about a row of an import: why it is doubted, what changes, what was mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from altdesk.domain.dates import short_day
from altdesk.domain.import_plan import RowStatus, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark
from altdesk.i18n import Translator
from ui.pages.importing.rows import Line

_LONGEST = 60  # letters of a value within a sentence


@dataclass(frozen=True)
class Saying:
    """Says everything about a row. `words` are the names of values such as kinds, `known` says a kept record."""

    say: Translator
    names: Mapping[Any, str]
    words: Mapping[Any, str]
    known: Callable[[Any], str]
    new: str  # the sentence of a row that will be added
    hint: str  # how to mend a doubtful row

    def remark(self, line: Line) -> str:
        """The doubt, the changes or what was mended, in one line for the table."""
        return " ".join(self._reasons(line)) or "; ".join(self._mended(line.row))

    def sentence(self, line: Line) -> str:
        """The whole row in words, for the line below the table."""
        say, row = self.say, line.row
        parts = [say(N_("Row %(number)d."), number=row.number), *self._reasons(line)]
        if isinstance(row, SkippedRow):
            return " ".join([*parts, short(row.text)])
        if row.status is RowStatus.DOUBTFUL:
            parts += self._doubt(row)
        elif row.status is RowStatus.NEW:
            parts.append(say(self.new))
        elif row.status is RowStatus.SAME:
            parts.append(say(N_("The register says the same; nothing will change.")))
        if mended := self._mended(row):
            parts.append(say(N_("Mended: %(what)s."), what="; ".join(mended)))
        return " ".join(parts)

    def _doubt(self, row: Any) -> list[str]:
        if not row.matches:
            return [self.say(self.hint)]
        kept = self.say(N_("In the register: %(person)s."), person=self.known(row.matches[0]))
        return [kept, *self._all_changes(row)]

    def _reasons(self, line: Line) -> list[str]:
        row = line.row
        if isinstance(row, SkippedRow):
            return self._remarks((row.reason,))
        said = self._remarks((*row.reasons, *row.row.problems))
        return [*self._all_changes(row), *said] if row.status is RowStatus.CHANGED else said

    def _remarks(self, found: Iterable[Remark]) -> list[str]:
        return [self.say(remark.message, **remark.values) for remark in found]

    def _all_changes(self, row: Any) -> list[str]:
        changes = self._changes(row)
        return ["; ".join(changes) + "."] if changes else []

    def _changes(self, row: Any) -> list[str]:
        """Each change as “Post: Lecturer → Docent”."""
        empty = self.say(N_("empty"))
        return [
            self.say(
                N_("%(field)s: %(before)s → %(after)s"),
                field=self.say(self.names.get(change.field, change.field)),
                before=short(self.value(change.before)) or empty,
                after=short(self.value(change.after)) or empty,
            )
            for change in row.changes
        ]

    def _mended(self, row: Any) -> list[str]:
        """What was mended, each kind once."""
        return list(dict.fromkeys(self.say(repair.message) for repair in getattr(row, "repairs", ())))

    def value(self, value: object) -> str:
        """A value as a person reads it."""
        if value is None:
            return ""
        if isinstance(value, Enum):
            return self.say(self.words.get(value, str(value.value)))
        if isinstance(value, tuple):
            return "; ".join(map(self.value, value))
        return short_day(value) if isinstance(value, date) else str(value)


def short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
