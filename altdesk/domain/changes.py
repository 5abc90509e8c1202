"""The change-registration sheet (§12): numbered entries of a document, editorial or changing the meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from altdesk.domain.dates import short_day
from altdesk.domain.documents import NOBODY, Revision, Who
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.twins import Name, twin


class ChangeKind(StrEnum):
    EDITORIAL = "editorial"
    MEANING = "meaning"


KIND_NAMES = {
    ChangeKind.EDITORIAL: N_("Editorial"),
    ChangeKind.MEANING: N_("Changes the meaning"),
}


@dataclass(frozen=True)
class ChangeDraft:
    """An entry as typed. The paragraph is free text: section numbers repeat in real documents (DOMAIN §2).

    `corrects` is the number of the printed entry it corrects, if it corrects one; `answers` are norms whose change it
    answers.
    """

    paragraph: str = ""
    change: str = ""
    on: date | None = None
    who: Who = NOBODY
    kind: ChangeKind | None = None
    corrects: int | None = None
    answers: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Change(ChangeDraft):
    """An entry that is kept.

    `revision` is the number of the revision in force when it was made; `sheet` is the number of the sheet on which it
    was printed; `round` is the round of acquaintance that it opened (0: none), `due_on` the day by which it ends.
    """

    id: int = 0
    document_id: int = 0
    number: int = 0
    revision_id: int | None = None
    revision: int | None = None
    sheet: int | None = None
    printed_on: date | None = None
    round: int = 0
    due_on: date | None = None

    @property
    def printed(self) -> bool:
        return self.sheet is not None

    @property
    def blank(self) -> bool:
        """Printed as an empty row, and what was written into it not typed in yet."""
        return self.kind is None

    @property
    def unasked(self) -> bool:
        """Whether it changes the meaning and nobody was asked to sign again."""
        return self.kind is ChangeKind.MEANING and not self.round


AHEAD = timedelta(days=366)  # a day of the paper further from today is a slip of the hand


def check_day(on: date, revisions: Sequence[Revision], today: date) -> None:
    """Refuse a day on which a document cannot have been changed: over a year ahead, or before its first revision.

    A desk may know only later revisions of an old document; what was changed before those can be typed in.
    """
    check_ahead(on, today, "on")
    first = min(revisions, key=lambda each: each.number, default=None)
    if first is not None and first.number <= 1 and first.effective_on is not None and on < first.effective_on:
        sentence = N_("The first revision is in force since %(day)s. A change cannot be of an earlier day.")
        raise Refusal(sentence, field="on", day=short_day(first.effective_on))


def check_ahead(on: date, today: date, field: str) -> None:
    """Refuse a day of a change that lies over a year ahead."""
    if on > today + AHEAD:
        sentence = N_("%(day)s is more than a year ahead. Check the year.")
        raise Refusal(sentence, field=field, day=short_day(on))


@dataclass(frozen=True)
class SheetHeads:
    """What stands at the head of a sheet: code and title of the document, the organisation."""

    code: str
    title: str
    organisation: str
    organisation_ru: str = ""

    @property
    def organisation_in_both(self) -> Name:
        return twin(self.organisation, self.organisation_ru)


@dataclass(frozen=True, kw_only=True)
class ChangeSheet(SheetHeads):
    """A sheet that was printed, with its heads as they were then; a later one continues it."""

    id: int
    document_id: int
    number: int
    printed_on: date


def by_sheet(entries: Iterable[Change], last: int) -> dict[int, list[Change]]:
    """The entries by the sheet they stand on, `last` being the number of the last one printed.

    What is not printed comes on the next sheet, but where later rows of the last one are printed already, its place
    among them is kept for it.
    """
    every = list(entries)
    reached = max((each.number for each in every if each.sheet == last), default=0)
    found: dict[int, list[Change]] = {}
    for each in every:
        number = each.sheet or (last if each.number < reached else last + 1)
        found.setdefault(number, []).append(each)
    return found


@dataclass(frozen=True)
class ChangeLine:
    """An entry in a list over documents."""

    code: str
    entry: Change
