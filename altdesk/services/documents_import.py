"""Import of documents: a file is looked at, row by row against the register; nothing is written before yes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from altdesk.desk import Changed, Desk
from altdesk.domain.documents import Document, RevisionState
from altdesk.domain.documents_columns import DOCUMENTS_VOCABULARY, DocumentsField
from altdesk.domain.documents_import import NO_CODES, propose
from altdesk.domain.documents_plan import (
    LEAVE_OUT,
    TWICE_REVISION,
    DocumentDecision,
    DocumentWrite,
    PlannedDocument,
    RevisionWrite,
    compare,
    settle,
)
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.remarks import remark
from altdesk.domain.text import code_key
from altdesk.services import documents as documents_service
from altdesk.services import imports
from db.models.documents import document, revision
from db.queries import documents as queries
from db.step import Step

OF_THE_FILE = frozenset({TWICE_REVISION})


CODES = frozenset({DocumentsField.CODE, DocumentsField.TITLE})


@dataclass(frozen=True)
class DocumentsImport(imports.Planned[DocumentsField, PlannedDocument]):
    """What a file would do to the register of documents."""

    @property
    def has_codes(self) -> bool:
        return self.names(CODES)


@imports.no_collecting()
def preview(
    desk: Desk,
    path: Path,
    mapping: Mapping[int, DocumentsField] | None = None,
    *,
    sheet: int | None = None,
    today: date | None = None,
) -> DocumentsImport:
    """Look at a file; nothing is written. `mapping` says what the columns hold where the heads do not say it.

    Refused when the file cannot be read or holds no document.
    """
    begun = imports.begin(desk, path, DOCUMENTS_VOCABULARY, mapping, sheet)
    if not begun.names(CODES):
        return DocumentsImport(**vars(begun.plan((), (), remark(NO_CODES))))
    proposal = propose(begun.rows, begun.heads, today or date.today())
    with desk.store.read() as connection:
        planned = compare(proposal.rows, queries.every(connection))
    return DocumentsImport(**vars(begun.plan(planned, proposal.skipped)))


def refuse_without_codes(plan: DocumentsImport) -> None:
    """Refused when no column of the file holds codes, which only a person can put right."""
    if not plan.has_codes:
        raise Refusal(NO_CODES)


def without_asking(plan: DocumentsImport) -> dict[int, DocumentDecision]:
    """The doubtful rows that may be taken though nobody is asked: further revisions of a document of the same file."""
    doubtful = (row for row in plan.rows if row.status is RowStatus.DOUBTFUL)
    return {row.number: row.proposed for row in doubtful if all(each.message in OF_THE_FILE for each in row.reasons)}


@imports.no_collecting()
def apply(desk: Desk, plan: DocumentsImport, decisions: Mapping[int, DocumentDecision] | None = None) -> Changed:
    """Write what was planned, as one step. Doubtful rows are left out unless `decisions` (by row number) take them.

    Refused when the register has changed since the file was looked at, or when two documents would have one code.
    """
    chosen = {row.number: LEAVE_OUT for row in plan.rows if row.status is RowStatus.DOUBTFUL}
    chosen |= {number: _tidied(decision) for number, decision in (decisions or {}).items()}
    with desk.step(N_("Import documents: %(file)s"), file=plan.file) as step:
        imports.refuse_if_moved(desk, plan.state, step.id)
        with desk.store.read() as connection:
            kept = {each.id: each for each in queries.every(connection).values()}
        writes = settle(plan.rows, chosen, kept)
        _refuse_twins(writes, kept)
        _add(step, [write for write in writes if write.id is None])
        for write in writes:
            if write.id is not None:
                step.change(document, write.id, **documents_service.row_of(write.draft))
                for each in write.revisions:
                    _revise(step, kept[write.id], each)
    return desk.done(step)


def _tidied(decision: DocumentDecision) -> DocumentDecision:
    """A draft edited in the preview is cleaned as one typed in the register."""
    return decision if decision.draft is None else replace(decision, draft=documents_service.tidy(decision.draft))


def _refuse_twins(writes: Iterable[DocumentWrite], kept: Mapping[int, Document]) -> None:
    codes = {code_key(each.code): number for number, each in kept.items()}
    for place, write in enumerate(writes):
        own = write.id if write.id is not None else -1 - place
        if codes.setdefault(code_key(write.draft.code), own) != own:
            raise Refusal(N_("Two documents would have the code %(code)s."), field="code", code=write.draft.code)


def _add(step: Step, writes: Sequence[DocumentWrite]) -> None:
    """New documents with their revisions: the newest one with a day is in force, older ones are withdrawn."""
    made = step.add_many(document, [documents_service.row_of(write.draft) for write in writes])
    rows = []
    for number, write in zip(made, writes, strict=True):
        newest = max((each.number for each in write.revisions if each.effective_on), default=0)
        for each in write.revisions:
            state = RevisionState.DRAFT
            if each.effective_on:
                state = RevisionState.IN_FORCE if each.number == newest else RevisionState.WITHDRAWN
            row = {"document_id": number, "number": each.number, "state": state.value}
            rows.append(row | {"effective_on": each.effective_on})
    step.add_many(revision, rows)


def _revise(step: Step, known: Document, wanted: RevisionWrite) -> None:
    """A revision of a kept document: made where it is not there, and in force from its day on unless a newer one is."""
    found = next((each for each in known.revisions if each.number == wanted.number), None)
    in_force = known.in_force
    older = in_force is not None and wanted.number < in_force.number
    if found is None:
        state = RevisionState.WITHDRAWN if older and wanted.effective_on else RevisionState.DRAFT
        day = wanted.effective_on if older else None
        row = {"document_id": known.id, "number": wanted.number, "state": state.value, "effective_on": day}
        number = step.add(revision, **row)
    else:
        number = found.id
    if wanted.effective_on is None:
        return
    if older or (found is not None and found.state is RevisionState.WITHDRAWN):
        step.change(revision, number, effective_on=wanted.effective_on)
    else:
        documents_service.in_force(step, known.id, number, wanted.effective_on)
