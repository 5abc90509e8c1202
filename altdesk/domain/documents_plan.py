"""What an import of documents would do: every row new, changed, same or doubtful, and what the decisions come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from altdesk.domain.codes import code_key
from altdesk.domain.documents import Document, DocumentDraft, Revision, RevisionState
from altdesk.domain.documents_import import DocumentRow
from altdesk.domain.fold import fold
from altdesk.domain.import_plan import Action, Decision, FieldChange, RowRepair, RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark, remark

OTHER_TITLE = N_("“%(code)s” is kept with quite another title: “%(title)s”.")
OLDER = N_("Revision %(kept)s is kept already; the file has revision %(number)s.")
OTHER_DAY = N_("The file has another day without saying of which revision.")
OTHER_STATE = N_("The file has another state than “%(code)s” has here. Change the state on the page of documents.")
NO_TITLE = N_("There is no title in this row. Type it, or leave the row out.")
SIGNED_BEFORE = N_("A signature of %(day)s is on record: revision %(number)s cannot be in force from %(wanted)s.")
TWICE = N_("Row %(row)s has the same code.")
TWICE_REVISION = N_("Row %(row)s has the same code. The revision would be added to that document.")

_ALIKE = 0.6
"""Titles less alike than this are of two documents, or one was given a new name: a person should look."""

DocumentDecision = Decision[DocumentDraft]
TAKE = DocumentDecision(Action.NEW)
LEAVE_OUT = DocumentDecision(Action.SKIP)


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """One row with what would be done. `changes` may name `revision` and `effective_on` beside the draft's fields."""

    row: DocumentRow
    status: RowStatus
    draft: DocumentDraft
    proposed: DocumentDecision = TAKE
    changes: tuple[FieldChange, ...] = ()
    reasons: tuple[Remark, ...] = ()
    matches: tuple[Document, ...] = ()

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def repairs(self) -> tuple[RowRepair, ...]:
        return self.row.repairs


@dataclass(frozen=True, slots=True)
class RevisionWrite:
    """A revision to be added, or given this day where the document has it already; no day: as it is."""

    number: int
    effective_on: date | None
    state: RevisionState | None = None  # as the file says it, of a new document


@dataclass(frozen=True, slots=True)
class DocumentWrite:
    """A document to be added (no `id`) or changed, and its revisions to be added or dated, lowest number first."""

    id: int | None
    draft: DocumentDraft
    key: str
    revisions: tuple[RevisionWrite, ...]


def compare(rows: Sequence[DocumentRow], kept: Mapping[str, Document]) -> list[PlannedDocument]:
    """The plan of these rows; `kept` are all documents by `code_key`."""
    earlier: dict[str, PlannedDocument] = {}
    planned: list[PlannedDocument] = []
    for row in rows:
        if row.key in kept:
            found = _against(row, kept[row.key])
        elif row.key in earlier:
            found = _again(row, earlier[row.key])
        elif row.draft.title:
            found = earlier[row.key] = _new(row)
        else:
            found = PlannedDocument(row, RowStatus.DOUBTFUL, row.draft, LEAVE_OUT, reasons=(remark(NO_TITLE),))
        planned.append(found)
    return planned


def _new(row: DocumentRow) -> PlannedDocument:
    if row.doubt is not None:
        return PlannedDocument(row, RowStatus.DOUBTFUL, row.draft, reasons=(row.doubt,))
    return PlannedDocument(row, RowStatus.NEW, row.draft)


def settle(
    planned: Sequence[PlannedDocument],
    decisions: Mapping[int, DocumentDecision],
    kept: Mapping[int, Document],
) -> list[DocumentWrite]:
    """What is to be written after the person's decisions (by row number; without one, what was proposed).

    `kept` are documents by id, needed for those that a decision names. Rows that change nothing are not among the
    writes; a row that was to join one now left out is taken as new.
    """
    writes: list[_Target] = []
    by_row: dict[int, _Target] = {}
    by_id: dict[int, _Target] = {}
    for document in planned:
        decision = decisions.get(document.number, document.proposed)
        target: _Target | None = None
        if decision.action is Action.SKIP:
            continue
        if decision.action is Action.UPDATE and decision.id is not None:
            target = by_id.get(decision.id)
            if target is None:
                known = next((match for match in document.matches if match.id == decision.id), None)
                target = _Target(decision.id, known or kept[decision.id], document.row.key)
                by_id[decision.id] = target
                writes.append(target)
            target.update(document, decision)
        elif decision.action is Action.JOIN and decision.row in by_row:
            target = by_row[decision.row]
            target.join(document.row)
        else:
            target = _Target(None, decision.draft or document.row.draft, _key(document, decision))
            target.add(document.row, first=True)
            writes.append(target)
        by_row[document.number] = target
    return [write for target in writes if (write := target.write()) is not None]


class _Target:
    """A document that rows of the file come to."""

    def __init__(self, document_id: int | None, before: DocumentDraft, key: str) -> None:
        self._id = document_id
        self._before = _draft_of(before)
        self._kept = {each.number: each for each in before.revisions} if isinstance(before, Document) else {}
        self._draft = self._before
        self._revisions: dict[int, date | None] = {}
        self._states: dict[int, RevisionState] = {}
        self.key = key

    def update(self, planned: PlannedDocument, decision: DocumentDecision) -> None:
        if decision.draft is not None:
            self._draft = decision.draft
        elif decision.id == planned.proposed.id or decision.id in {match.id for match in planned.matches}:
            self._draft = _merged(self._draft, planned.changes)
        else:
            self._draft = _merged(self._draft, _draft_changes(planned.row, self._draft))
        self.add(planned.row)

    def join(self, row: DocumentRow) -> None:
        """A further revision; the title of the newest one counts."""
        if row.revision is not None and row.revision > max(self._revisions, default=0) and row.draft.title:
            self._draft = replace(self._draft, title=row.draft.title)
        self.add(row)

    def add(self, row: DocumentRow, *, first: bool = False) -> None:
        if first and row.without_revision:
            return
        number = row.revision or (1 if first else max([*self._revisions, *self._kept], default=1))
        known = self._kept.get(number)
        if known is None or (row.effective_on and row.effective_on != known.effective_on):
            self._revisions[number] = row.effective_on or self._revisions.get(number)
            if row.state is not None:
                self._states[number] = row.state

    def write(self) -> DocumentWrite | None:
        if self._id is not None and self._draft == self._before and not self._revisions:
            return None
        days = sorted(self._revisions.items())
        revisions = tuple(RevisionWrite(number, day, self._states.get(number)) for number, day in days)
        return DocumentWrite(self._id, self._draft, self.key, revisions)


def _against(row: DocumentRow, document: Document) -> PlannedDocument:
    """The row against the document of that code."""
    reasons: list[Remark] = []
    known = {revision.number: revision for revision in document.revisions}
    newest = max(known, default=0)
    changes: list[FieldChange] = []
    if row.revision is None or row.revision >= newest:  # what is said of an older revision changes nothing now
        changes += _draft_changes(row, document)
    if row.draft.title and not _alike(row.draft.title, document.title):
        reasons.append(remark(OTHER_TITLE, code=document.code, title=document.title))
    if row.revision is not None and row.revision not in known:
        changes.append(FieldChange("revision", newest or None, row.revision))
        if row.revision < newest:
            reasons.append(remark(OLDER, kept=newest, number=row.revision))
    elif row.effective_on is not None:
        meant = known.get(row.revision) if row.revision is not None else _current(document)
        if meant is None or meant.effective_on != row.effective_on:
            changes.append(FieldChange("effective_on", meant.effective_on if meant else None, row.effective_on))
            if row.revision is None and meant is not None and meant.effective_on is not None:
                reasons.append(remark(OTHER_DAY))
    if (said := _other_state(row, document)) is not None:
        reasons.append(said)
    if reasons and not changes and row.revision in known and row.revision != newest:
        reasons = []  # an old revision under its old title
    status = RowStatus.DOUBTFUL if reasons else RowStatus.CHANGED if changes else RowStatus.SAME
    proposed = DocumentDecision(Action.UPDATE, id=document.id) if changes and not reasons else LEAVE_OUT
    draft = _merged(_draft_of(document), changes)
    return PlannedDocument(row, status, draft, proposed, tuple(changes), tuple(reasons), (document,))


def _other_state(row: DocumentRow, document: Document) -> Remark | None:
    """Why the state a row says cannot be taken over: what is kept goes from state to state by its own steps."""
    if row.doubt is not None or row.state is None:
        return row.doubt
    numbers = {each.number: each for each in document.revisions}
    meant = numbers.get(row.revision) if row.revision is not None else _current(document)
    if row.state is (meant.state if meant is not None else RevisionState.IN_FORCE):
        return None
    return remark(OTHER_STATE, code=document.code)


def _again(row: DocumentRow, other: PlannedDocument) -> PlannedDocument:
    """The row after another of the same code: a further revision, the same once more, or a mistake."""
    join = DocumentDecision(Action.JOIN, row=other.number)
    if row.draft.title and other.draft.title and not _alike(row.draft.title, other.draft.title):
        proposed, reason = LEAVE_OUT, TWICE
    elif row.revision is not None and row.revision != (other.row.revision or 1):
        proposed, reason = join, TWICE_REVISION
    else:
        proposed, reason = LEAVE_OUT, TWICE
    said = (remark(reason, row=other.number),)
    return PlannedDocument(row, RowStatus.DOUBTFUL, row.draft, proposed, reasons=said)


def _current(document: Document) -> Revision | None:
    return document.in_force or next(iter(document.revisions), None)


def _draft_changes(row: DocumentRow, kept: DocumentDraft) -> list[FieldChange]:
    """What the row says otherwise of the document itself; what it leaves empty it does not say."""
    found = []
    for name in ("title", "owner", "note", "review_on", "retention", "file_index"):
        before, after = getattr(kept, name), getattr(row.draft, name)
        if after and after != before:
            found.append(FieldChange(name, before, after))
    if row.kind_given and row.draft.kind is not kept.kind:
        found.append(FieldChange("kind", kept.kind, row.draft.kind))
    return found


def _merged(kept: DocumentDraft, changes: Sequence[FieldChange]) -> DocumentDraft:
    values: dict[str, Any] = {c.field: c.after for c in changes if c.field not in {"revision", "effective_on"}}
    return replace(kept, **values)


def _draft_of(document: DocumentDraft) -> DocumentDraft:
    return DocumentDraft(**{field.name: getattr(document, field.name) for field in fields(DocumentDraft)})


def _alike(one: str, other: str) -> bool:
    if not one or not other or one == other:
        return True
    one, other = fold(one)[:300], fold(other)[:300]
    return one in other or other in one or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _key(planned: PlannedDocument, decision: DocumentDecision) -> str:
    return planned.row.key if decision.draft is None else code_key(decision.draft.code)
