"""Where the paper is (§9.1, §11.1): originals handed over for keeping, and working copies with their holders."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.documents import RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

MOST = 9999  # the greatest number of a copy


class CopyKind(StrEnum):
    PAPER = "paper"
    ELECTRONIC = "electronic"


class CopyState(StrEnum):
    """Where a working copy is, as a list shows it."""

    OUT = "out"
    COLLECT = "to_collect"  # still out, but its revision is withdrawn
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"  # taken out of use without coming back: deleted, lost, destroyed


class Handed(StrEnum):
    """What of a revision is handed over for keeping."""

    ORIGINAL = "original"  # the approved paper
    ELECTRONIC = "electronic"  # its Word version
    BOTH = "both"


COPY_KIND_NAMES = {CopyKind.PAPER: N_("Paper"), CopyKind.ELECTRONIC: N_("Electronic")}
COPY_STATE_NAMES = {
    CopyState.OUT: N_("With its holder"),
    CopyState.COLLECT: N_("To collect"),
    CopyState.RETURNED: N_("Returned"),
    CopyState.WITHDRAWN: N_("Out of use"),
}
HANDED_NAMES = {
    Handed.BOTH: N_("Original and Word version"),
    Handed.ORIGINAL: N_("Original"),
    Handed.ELECTRONIC: N_("Word version"),
}


def copy_state(revision: RevisionState, returned_on: date | None, withdrawn_on: date | None) -> CopyState:
    """Where a copy of such a revision is."""
    if returned_on is not None:
        return CopyState.RETURNED
    if withdrawn_on is not None:
        return CopyState.WITHDRAWN
    return CopyState.COLLECT if revision is RevisionState.WITHDRAWN else CopyState.OUT


@dataclass(frozen=True)
class Recipient:
    """Who gets a working copy: a person of the register, or as typed; a unit as a whole has no holder."""

    holder: str = ""
    post: str = ""
    unit: str = ""
    person_id: int | None = None


@dataclass(frozen=True)
class CopyDraft:
    """A working copy as typed. Holder, post and unit stay as they were when it was given."""

    number: int | None = None
    holder: str = ""
    post: str = ""
    unit: str = ""
    kind: CopyKind = CopyKind.PAPER
    given_on: date | None = None
    returned_on: date | None = None
    withdrawn_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class WorkingCopy(CopyDraft):
    """A working copy as kept, with what it is a copy of."""

    id: int = 0
    document_id: int = 0
    revision_id: int = 0
    person_id: int | None = None
    document: str = ""  # code
    title: str = ""
    revision: int = 0
    revision_state: RevisionState = RevisionState.IN_FORCE

    @property
    def state(self) -> CopyState:
        return copy_state(self.revision_state, self.returned_on, self.withdrawn_on)

    @property
    def open(self) -> bool:
        """Whether somebody still has it."""
        return self.returned_on is None and self.withdrawn_on is None

    @property
    def recipient(self) -> Recipient:
        return Recipient(self.holder, self.post, self.unit, self.person_id)


@dataclass(frozen=True)
class CopiesQuery:
    text: str = ""
    sort: str = "document"  # document, number, holder, unit, revision, given_on, returned_on
    descending: bool = False
    states: tuple[CopyState, ...] = ()  # none: every one
    document_id: int | None = None


@dataclass(frozen=True)
class Counts:
    """How many copies there are in each state."""

    out: int = 0
    to_collect: int = 0
    returned: int = 0
    withdrawn: int = 0

    def of(self, states: tuple[CopyState, ...]) -> int:
        """How many stand in one of these states; in any where none is named."""
        each = dict(zip(CopyState, (self.out, self.to_collect, self.returned, self.withdrawn), strict=True))
        return sum(each[state] for state in states or CopyState)


@dataclass(frozen=True)
class ToCollect:
    """How many copies of a document have to be collected."""

    document_id: int
    document: str  # code
    title: str
    copies: int


@dataclass(frozen=True)
class HandoverDraft:
    """A hand-over as typed; without a day the receipt is prepared, and the paper still in the department."""

    what: Handed = Handed.BOTH
    sheets: int | None = None  # of the original
    handed_on: date | None = None
    given_by: str = ""
    given_by_post: str = ""
    received_by: str = ""
    received_by_post: str = ""
    place: str = ""  # the unit that keeps it
    note: str = ""


@dataclass(frozen=True)
class Handover(HandoverDraft):
    """A hand-over as kept."""

    id: int = 0
    document_id: int = 0
    revision_id: int = 0
    document: str = ""  # code
    title: str = ""
    revision: int = 0
    revision_state: RevisionState = RevisionState.IN_FORCE
    effective_on: date | None = None
    given_by_post_ru: str = ""
    received_by_post_ru: str = ""

    def covers(self, what: Handed) -> bool:
        return self.what in {what, Handed.BOTH}


def check_copy(draft: CopyDraft) -> None:
    """Refuse a copy that cannot be: nobody has it, it has no number, or it came back before it was given."""
    if not (draft.holder or draft.unit):
        raise Refusal(N_("Type who has the copy: a person, or a unit."), field="holder")
    if draft.number is None or not 1 <= draft.number <= MOST:
        raise Refusal(N_("The number of a copy is a whole number from 1 to %(most)s."), field="number", most=MOST)
    if draft.given_on is None:
        raise Refusal(N_("Type the day on which the copy was given."), field="given_on")
    check_end(draft.given_on, draft.returned_on, "returned_on")
    check_end(draft.given_on, draft.withdrawn_on, "withdrawn_on")
    if draft.returned_on and draft.withdrawn_on:
        sentence = N_("A copy either came back or went out of use. Leave one of the two days empty.")
        raise Refusal(sentence, field="withdrawn_on")


def check_end(given_on: date, ended_on: date | None, field: str) -> None:
    """Refuse a copy that was taken back before it was given."""
    if ended_on is not None and ended_on < given_on:
        from altdesk.domain.dates import short_day

        sentence = N_("The copy was given on %(day)s. It cannot have come back before that day.")
        raise Refusal(sentence, field=field, day=short_day(given_on))


def free_numbers(taken: Container[int], many: int, first: int = 1) -> list[int]:
    """The next so many numbers from `first` on that no copy of the document has. Refused beyond the greatest one."""
    found: list[int] = []
    number = max(1, first)
    while len(found) < many:
        if number > MOST:
            raise Refusal(N_("The number of a copy is a whole number from 1 to %(most)s."), field="number", most=MOST)
        if number not in taken:
            found.append(number)
        number += 1
    return found


def check_handover(draft: HandoverDraft) -> None:
    """Refuse a hand-over with a number of sheets no paper has."""
    if draft.sheets is not None and not 1 <= draft.sheets <= MOST:
        raise Refusal(N_("The number of sheets is a whole number from 1 to %(most)s."), field="sheets", most=MOST)
