"""Controlled documents: codes that look alike, kinds, and revisions of which one is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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


@dataclass(frozen=True)
class DocumentDraft:
    """A document as typed or imported."""

    code: str = ""
    title: str = ""
    kind: DocumentKind = DocumentKind.WORK_INSTRUCTION
    owner: str = ""
    note: str = ""


@dataclass(frozen=True)
class Revision:
    id: int
    document_id: int
    number: int
    state: RevisionState
    effective_on: date | None
    note: str = ""


@dataclass(frozen=True)
class Document(DocumentDraft):
    id: int = 0
    revisions: tuple[Revision, ...] = ()  # newest number first

    @property
    def in_force(self) -> Revision | None:
        return next((r for r in self.revisions if r.state is RevisionState.IN_FORCE), None)


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


@dataclass(frozen=True)
class DocumentsQuery:
    text: str = ""
    sort: str = "code"  # code, title, kind, owner, effective_on, coverage
    descending: bool = False
    kind: DocumentKind | None = None
