"""Norms (§2): what documents refer to, how its state changed, and which documents that asks to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.documents import RevisionState
from altdesk.domain.marking import N_


class NormKind(StrEnum):
    """The groups of section 2."""

    STANDARD = "standard"  # international or of the state
    LAW = "law"
    INTERNAL = "internal"


class NormState(StrEnum):
    IN_FORCE = "in_force"
    CHANGED = "changed"
    REPEALED = "repealed"


class Outcome(StrEnum):
    """What became of the question whether a document has to follow a change of a norm."""

    OPEN = "open"
    NO_CHANGE = "no_change"  # reviewed: nothing has to be changed
    ENTERED = "entered"  # answered by an entry of §12
    SUPERSEDED = "superseded"  # the norm changed again; that change asks anew
    DROPPED = "dropped"  # the document no longer cites the norm, or the norm did not change after all


NORM_KIND_NAMES = {
    NormKind.STANDARD: N_("International or state standard"),
    NormKind.LAW: N_("Law"),
    NormKind.INTERNAL: N_("Internal document"),
}
NORM_STATE_NAMES = {
    NormState.IN_FORCE: N_("In force"),
    NormState.CHANGED: N_("Amended"),
    NormState.REPEALED: N_("Repealed"),
}
OUTCOME_NAMES = {
    Outcome.OPEN: N_("To review"),
    Outcome.NO_CHANGE: N_("Reviewed, no change"),
    Outcome.ENTERED: N_("Change entered"),
    Outcome.SUPERSEDED: N_("Changed again since"),
    Outcome.DROPPED: N_("No longer needed"),
}


@dataclass(frozen=True)
class NormDraft:
    """A norm as typed; `designation` is its code or number, exactly as the source writes it."""

    designation: str = ""
    title: str = ""
    kind: NormKind = NormKind.LAW
    note: str = ""


@dataclass(frozen=True)
class NormChange:
    """One change of a norm's state, with its day and what is known of it."""

    id: int
    state: NormState
    changed_on: date
    note: str = ""


@dataclass(frozen=True)
class Citing:
    """A document that cites a norm, and whether it has to be looked at; the newest question of the two."""

    document_id: int
    code: str
    title: str
    flag_id: int | None = None
    outcome: Outcome | None = None
    reviewed_on: date | None = None
    reviewed_by: str = ""
    note: str = ""

    @property
    def id(self) -> int:
        return self.document_id

    @property
    def flagged(self) -> bool:
        return self.outcome is Outcome.OPEN


@dataclass(frozen=True)
class Norm(NormDraft):
    """A norm as kept, whole."""

    id: int = 0
    state: NormState = NormState.IN_FORCE
    changed_on: date | None = None
    change_note: str = ""
    changes: tuple[NormChange, ...] = ()  # the newest first
    documents: tuple[Citing, ...] = ()
    document_id: int | None = None  # the document of the desk that it is


@dataclass(frozen=True)
class NormLine:
    """A norm as a row of a list; `documents` cite it, `flagged` of them have to be looked at."""

    id: int
    designation: str
    title: str
    kind: NormKind
    state: NormState
    changed_on: date | None
    documents: int = 0
    flagged: int = 0
    document_id: int | None = None
    revision: int | None = None  # of the document of the desk that it is
    revision_state: RevisionState | None = None


@dataclass(frozen=True)
class Cited:
    """A norm as a row of the document that cites it."""

    id: int  # of the norm
    designation: str
    title: str
    kind: NormKind
    state: NormState
    changed_on: date | None
    change_note: str = ""
    flag_id: int | None = None
    outcome: Outcome | None = None
    reviewed_on: date | None = None
    reviewed_by: str = ""
    note: str = ""

    @property
    def flagged(self) -> bool:
        return self.outcome is Outcome.OPEN


@dataclass(frozen=True)
class Flag:
    """A document that has to be looked at because a norm it cites changed."""

    id: int
    norm_id: int
    designation: str
    norm_title: str
    state: NormState
    changed_on: date
    change_note: str
    document_id: int
    code: str
    title: str


@dataclass(frozen=True)
class NormsQuery:
    text: str = ""
    sort: str = "kind"  # kind, designation, title, state, changed_on, documents, flagged
    descending: bool = False
    kind: NormKind | None = None
    flagged_only: bool = False
