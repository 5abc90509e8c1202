"""Controlled documents: codes that look alike, kinds, and revisions of which one is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from altdesk.domain.marking import N_


class RevisionState(StrEnum):
    DRAFT = "draft"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"


class DocumentKind(StrEnum):
    WORK_INSTRUCTION = "work_instruction"  # ЖН
    PROCEDURE = "procedure"  # ҚР
    POLICY = "policy"
    REGULATION = "regulation"
    JOB_DESCRIPTION = "job_description"
    EXTERNAL_NORM = "external_norm"
    OTHER = "other"


KIND_NAMES = {
    DocumentKind.WORK_INSTRUCTION: N_("Work instruction"),
    DocumentKind.PROCEDURE: N_("Procedure"),
    DocumentKind.POLICY: N_("Policy"),
    DocumentKind.REGULATION: N_("Regulation"),
    DocumentKind.JOB_DESCRIPTION: N_("Job description"),
    DocumentKind.EXTERNAL_NORM: N_("External norm"),
    DocumentKind.OTHER: N_("Other document"),
}

STATE_NAMES = {
    RevisionState.DRAFT: N_("Draft"),
    RevisionState.AGREED: N_("Agreed"),
    RevisionState.IN_FORCE: N_("In force"),
    RevisionState.WITHDRAWN: N_("Withdrawn"),
}


REVIEW_NOTICE = timedelta(days=30)  # how long before its day a review is spoken of


@dataclass(frozen=True)
class DocumentDraft:
    """A document as typed or imported.

    `retention` (сақтау мерзімі) and `file_index` (іс) are texts of the organisation's own, nothing is made up for them;
    the two places say where the electronic and the paper original are kept (§5.6).
    """

    code: str = ""
    title: str = ""
    kind: DocumentKind = DocumentKind.WORK_INSTRUCTION
    owner: str = ""
    note: str = ""
    review_on: date | None = None
    retention: str = ""
    file_index: str = ""
    electronic_place: str = ""
    paper_place: str = ""


@dataclass(frozen=True)
class Who:
    """Who did a step: by name, and as a person of the register where known; the name stays as it was then."""

    name: str = ""
    person_id: int | None = None
    post: str = ""


NOBODY = Who()


@dataclass(frozen=True)
class RevisionStep:
    """One step in the life of a revision, with its day and the person; several people may agree."""

    state: RevisionState
    on: date | None = None
    who: Who = NOBODY
    note: str = ""
    id: int = 0


@dataclass(frozen=True)
class Revision:
    """A revision; `round` counts how often a change of meaning asked its audience again, `steps` are the oldest first.

    An agreed revision with an effective date comes into force by itself when the day has come.
    """

    id: int
    document_id: int
    number: int
    state: RevisionState
    effective_on: date | None
    note: str = ""
    round: int = 0
    steps: tuple[RevisionStep, ...] = ()

    @property
    def planned(self) -> bool:
        """Whether it waits for its effective date."""
        return self.state is RevisionState.AGREED and self.effective_on is not None


@dataclass(frozen=True)
class Document(DocumentDraft):
    id: int = 0
    revisions: tuple[Revision, ...] = ()  # newest number first

    @property
    def in_force(self) -> Revision | None:
        return next((r for r in self.revisions if r.state is RevisionState.IN_FORCE), None)

    @property
    def current(self) -> Revision | None:
        """The revision in force, else the newest."""
        return self.in_force or next(iter(self.revisions), None)


@dataclass(frozen=True)
class ReviewDue:
    """A document whose day of review is near or past."""

    id: int
    code: str
    title: str
    owner: str
    review_on: date

    def days_over(self, day: date) -> int:
        """How many days the review is overdue; none or fewer while its day is still to come."""
        return (day - self.review_on).days


@dataclass(frozen=True)
class HeldUp:
    """A planned revision whose day has come, and the earlier signature for which it cannot come into force."""

    document_id: int
    code: str
    title: str
    revision_id: int
    revision: int
    effective_on: date
    signed_on: date


@dataclass(frozen=True)
class DocumentLine:
    """A document as a row of a list; revision, effective_on and state are of the one in force, else of the newest."""

    id: int
    code: str
    title: str
    kind: DocumentKind
    owner: str
    revision_id: int | None
    revision: int | None
    effective_on: date | None
    state: RevisionState | None
    signed: int = 0
    total: int = 0
    review_on: date | None = None
    retention: str = ""
    file_index: str = ""


@dataclass(frozen=True)
class DocumentsQuery:
    text: str = ""
    sort: str = "code"  # code, title, kind, owner, effective_on, state, review_on
    descending: bool = False
    kind: DocumentKind | None = None
