"""Acquaintance (§13): who must know a revision, who has signed it, and the sheets that go round on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from altdesk.domain.marking import N_
from altdesk.domain.twins import Name, twin


class RowState(StrEnum):
    PENDING = "pending"
    SIGNED = "signed"
    REFUSED = "refused"
    ABSENT = "absent"
    LEFT = "left"


ROW_STATE_NAMES = {
    RowState.PENDING: N_("Pending"),
    RowState.SIGNED: N_("Signed"),
    RowState.REFUSED: N_("Refused to sign"),
    RowState.ABSENT: N_("Absent"),
    RowState.LEFT: N_("Left, not acquainted"),
}

# What is said of a row in which nothing stands, because its person has said it on another sheet.
ELSEWHERE_NAMES = {
    RowState.SIGNED: N_("Signed, sheet No. %(number)s"),
    RowState.REFUSED: N_("Refused, sheet No. %(number)s"),
}

OPEN_STATES = frozenset({RowState.PENDING, RowState.ABSENT})
CLOSED_STATES = frozenset({RowState.SIGNED, RowState.REFUSED})  # the person has said it: nothing more is awaited
USUAL_WAY = timedelta(days=7)  # how long a sheet is on its way where nothing else is said


class SheetKind(StrEnum):
    ACQUAINTANCE = "acquaintance"
    RESIDUAL = "residual"


class SheetState(StrEnum):
    """Where a sheet is, as a list shows it."""

    NOT_PRINTED = "not_printed"
    OUT = "out"
    OVERDUE = "overdue"
    BACK = "back"  # with rows still open
    COMPLETE = "complete"


@dataclass(frozen=True)
class AudienceEntry:
    """One line of a document's audience; exactly one of the fields is set, or `everyone`."""

    everyone: bool = False
    group_id: int | None = None
    unit_id: int | None = None
    post: str = ""
    person_id: int | None = None


class PartKind(StrEnum):
    """What a line of an audience names."""

    EVERYONE = "everyone"
    GROUP = "group"
    UNIT = "unit"
    POST = "post"
    PERSON = "person"


@dataclass(frozen=True)
class Elsewhere:
    """What closed an open row of a sheet: the person signed, or refused to, on another sheet of the same round."""

    sheet: int  # number
    state: RowState


def closing(said: Iterable[Elsewhere], own: int) -> Elsewhere | None:
    """What closes an open row of sheet No. `own`, of all that the sheets of its round say of the person: a signature
    before a refusal, the earlier sheet first."""
    others = (each for each in said if each.sheet != own)
    return min(others, key=lambda each: (each.state is RowState.REFUSED, each.sheet), default=None)


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet; name and post are frozen as printed. `no` counts from 1 over all pages."""

    id: int
    no: int
    person_id: int | None
    full_name: str
    post: str
    state: RowState
    signed_on: date | None
    note: str = ""
    recorded_by: str = ""
    recorded_at: datetime | None = None
    elsewhere: Elsewhere | None = None

    @property
    def open(self) -> bool:
        """Whether a signature is still awaited here."""
        return self.state in OPEN_STATES and self.elsewhere is None


@dataclass(frozen=True)
class Sheet:
    """A sheet with its own number; heads are frozen when it is made."""

    id: int
    number: int
    kind: SheetKind
    revision_id: int
    document_id: int
    document: str  # code
    title: str
    revision: int
    effective_on: date | None
    made_on: date
    printed_on: date | None
    expected_on: date | None
    back_on: date | None
    residual_of: int | None  # sheet number
    rows: tuple[SheetRow, ...] = ()
    organisation: str = ""
    department: str = ""
    round: int = 0  # how many changes of meaning had asked anew when it was made
    change_number: int | None = None  # the last of them, of the §12 sheet
    change_on: date | None = None
    in_force_from: date | None = None  # of the revision now; `effective_on` is what the paper says
    organisation_ru: str = ""
    department_ru: str = ""

    @property
    def organisation_in_both(self) -> Name:
        """The organisation for the head of the paper."""
        return twin(self.organisation, self.organisation_ru)

    @property
    def open(self) -> int:
        """How many rows are still open."""
        return sum(row.open for row in self.rows)

    @property
    def signed_from(self) -> date | None:
        """The first day a signature on it may bear."""
        return max(filter(None, (self.effective_on, self.in_force_from, self.change_on)), default=None)

    def state_on(self, day: date) -> SheetState:
        """Where the sheet is on a day."""
        return _state(self, day)


@dataclass(frozen=True)
class SheetLine:
    """A sheet as a row of a list."""

    id: int
    number: int
    kind: SheetKind
    document: str
    title: str
    revision: int
    made_on: date
    printed_on: date | None
    expected_on: date | None
    back_on: date | None
    signed: int
    open: int
    total: int
    revision_id: int = 0
    round: int = 0
    change_number: int | None = None
    superseded: bool = False  # a later change of meaning has asked its people anew

    def state_on(self, day: date) -> SheetState:
        """Where the sheet is on a day."""
        return _state(self, day)


def _state(sheet: Sheet | SheetLine, day: date) -> SheetState:
    if not sheet.open and (sheet.back_on or sheet.printed_on):
        return SheetState.COMPLETE
    if sheet.back_on:
        return SheetState.BACK
    if not sheet.printed_on:
        return SheetState.NOT_PRINTED
    return SheetState.OVERDUE if sheet.expected_on and sheet.expected_on < day else SheetState.OUT


@dataclass(frozen=True)
class Coverage:
    """Signed of those who must, for one revision in force."""

    document_id: int
    revision_id: int
    document: str
    title: str
    revision: int
    effective_on: date | None
    signed: int
    total: int
    owed: int = 0  # of the missing, those who have not refused either: a sheet can still be made for them
    refused: int = 0  # of the missing, those who refused by an act

    @property
    def missing(self) -> int:
        return self.total - self.signed

    @property
    def awaited(self) -> int:
        """The missing who have not refused."""
        return self.missing - self.refused


@dataclass(frozen=True)
class Owed:
    """A revision a person still owes."""

    document_id: int
    revision_id: int
    code: str
    title: str
    revision: int
    effective_on: date | None
    on_sheet: int | None  # number of a sheet that is out with this row


@dataclass(frozen=True)
class Debtor:
    person_id: int
    full_name: str
    post: str
    unit: str
    documents: tuple[Owed, ...]


@dataclass(frozen=True)
class RegisterLine:
    """A row of a sheet as the whole register has it; without sheet and number, somebody who owes and is on none."""

    document: str  # code
    title: str
    revision: int
    effective_on: date | None
    sheet: int | None  # number
    no: int | None
    full_name: str
    post: str
    state: RowState
    signed_on: date | None = None
    note: str = ""
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True)
class RowMark:
    """What the person says of one row when the sheet is back."""

    state: RowState
    signed_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Handwritten:
    """A row written by hand on a blank one of the paper."""

    full_name: str
    post: str
    said: RowMark
