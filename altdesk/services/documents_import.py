"""Import of documents: a file is looked at, row by row against the register; nothing is written before yes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain.dates import short_day
from altdesk.domain.documents import Document, RevisionState
from altdesk.domain.documents_columns import DOCUMENTS_VOCABULARY, DocumentsField
from altdesk.domain.documents_import import NO_CODES, propose
from altdesk.domain.documents_plan import (
    LEAVE_OUT,
    SIGNED_BEFORE,
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
from altdesk.files import Tell, silent
from altdesk.services import documents as documents_service
from altdesk.services import imports, matrix_copy, revisions
from db.models.documents import document, revision
from db.queries import documents as queries
from db.step import Step

OF_THE_FILE = frozenset({TWICE_REVISION})


NO_CODE_HEAD = N_("No column with codes was found. Put a head above the codes in the file, such as “Code”.")
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
        compared = compare(proposal.rows, queries.every(connection))
        planned = [_against_signatures(connection, each) for each in compared]
    return DocumentsImport(**vars(begun.plan(planned, proposal.skipped)))


def _against_signatures(connection: Connection, planned: PlannedDocument) -> PlannedDocument:
    """A row that would let a revision be in force after signatures on record is left out, and says why."""
    wanted = next((each.after for each in planned.changes if each.field == "effective_on"), None)
    if not isinstance(wanted, date) or not planned.matches:
        return planned
    (known,) = planned.matches
    meant = next((each for each in known.revisions if each.number == planned.row.revision), known.current)
    if meant is None:
        return planned
    signed = queries.first_signed(connection, [meant.id]).get(meant.id)
    if signed is None or signed >= wanted:
        return planned
    days = {"day": short_day(signed), "wanted": short_day(wanted)}
    reasons = (*planned.reasons, remark(SIGNED_BEFORE, number=meant.number, **days))
    return replace(planned, status=RowStatus.DOUBTFUL, proposed=LEAVE_OUT, reasons=reasons)


def refuse_without_codes(plan: DocumentsImport) -> None:
    """Refused when no column of the file holds codes and nobody is there to choose one."""
    if not plan.has_codes:
        raise Refusal(NO_CODE_HEAD)


def without_asking(plan: DocumentsImport) -> dict[int, DocumentDecision]:
    """The doubtful rows that may be taken though nobody is asked: further revisions of a document of the same file."""
    doubtful = (row for row in plan.rows if row.status is RowStatus.DOUBTFUL)
    return {row.number: row.proposed for row in doubtful if all(each.message in OF_THE_FILE for each in row.reasons)}


@imports.no_collecting()
def apply(
    desk: Desk,
    plan: DocumentsImport,
    decisions: Mapping[int, DocumentDecision] | None = None,
    *,
    today: date | None = None,
    tell: Tell = silent,
) -> Changed:
    """Write what was planned, as one step. Doubtful rows are left out unless `decisions` (by row number) take them.

    `tell` hears how far it is; raising there takes the whole step back.
    Refused when the register has changed since the file was looked at, when two documents would have one code, and
    when a revision would be in force from a day after signatures on record.
    """
    day = today or date.today()
    chosen = {row.number: LEAVE_OUT for row in plan.rows if row.status is RowStatus.DOUBTFUL}
    chosen |= {number: _tidied(decision) for number, decision in (decisions or {}).items()}
    with desk.step(N_("Import documents: %(file)s"), file=plan.file) as step:
        imports.refuse_if_moved(desk, plan.state, step.id)
        with desk.store.read() as connection:
            kept = {each.id: each for each in queries.every(connection).values()}
        writes = settle(plan.rows, chosen, kept)
        _refuse_twins(writes, kept)
        _add(step, [write for write in writes if write.id is None], day)
        for done, write in enumerate(writes):
            tell(done, len(writes))
            if write.id is not None:
                step.change(document, write.id, **documents_service.row_of(write.draft))
                for each in write.revisions:
                    _revise(step, kept[write.id], each, day)
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


def _add(step: Step, writes: Sequence[DocumentWrite], today: date) -> None:
    """New documents with their revisions: of those whose day has come the newest is in force, older are withdrawn."""
    made = step.add_many(document, [documents_service.row_of(write.draft) for write in writes])
    rows: list[dict[str, Any]] = []
    for number, write in zip(made, writes, strict=True):
        rows += [{"document_id": number, **row} for row in _revisions(write.revisions, today)]
    notes: list[tuple[int, RevisionState, date | None]] = []
    ends = [row.pop("ends_on") for row in rows]
    for number, row, ends_on in zip(step.add_many(revision, rows), rows, ends, strict=True):
        withdrawn = row["state"] == RevisionState.WITHDRAWN.value
        if row["effective_on"] is not None and (withdrawn or row["state"] == RevisionState.IN_FORCE.value):
            notes.append((number, RevisionState.IN_FORCE, row["effective_on"]))
        if withdrawn:
            notes.append((number, RevisionState.WITHDRAWN, ends_on))
    revisions.note_many(step, notes)


def _revisions(wanted: Sequence[RevisionWrite], today: date) -> list[dict[str, Any]]:
    """The rows of a new document's revisions, in the states the file says, else as their days make them; `ends_on` is
    the day on which the next one replaced it."""
    open_ = [each for each in wanted if each.state in {None, RevisionState.IN_FORCE}]
    begun = [each for each in open_ if each.effective_on and each.effective_on <= today]
    newest = max((each.number for each in begun), default=0)
    rows = []
    for each in wanted:
        by_day = RevisionState.AGREED if each.effective_on else RevisionState.DRAFT
        state, ends_on = each.state or by_day, None
        if each in begun:
            state = RevisionState.IN_FORCE
            if each.number != newest:
                state = RevisionState.WITHDRAWN
                ends_on = next(other.effective_on for other in begun if other.number > each.number)
        row = {"number": each.number, "state": state.value, "effective_on": each.effective_on}
        rows.append({**row, "ends_on": ends_on})
    return rows


def _revise(step: Step, known: Document, wanted: RevisionWrite, today: date) -> None:
    """A revision of a kept document: made where it is not there, and in force from its day on unless a newer one is."""
    found = next((each for each in known.revisions if each.number == wanted.number), None)
    in_force = known.in_force
    older = in_force is not None and wanted.number < in_force.number
    if found is None:
        state = RevisionState.WITHDRAWN if older and wanted.effective_on else RevisionState.DRAFT
        day = wanted.effective_on if older else None
        row = {"document_id": known.id, "number": wanted.number, "state": state.value, "effective_on": day}
        number = step.add(revision, **row)
        matrix_copy.carry_over(step, known.id, number)
    else:
        number = found.id
    if wanted.effective_on is None:
        return
    if older or (found is not None and found.state is RevisionState.WITHDRAWN):
        revisions.refuse_signed_before(step, number, wanted.effective_on)
        step.change(revision, number, effective_on=wanted.effective_on)
    elif found is not None and found.state is RevisionState.IN_FORCE:
        revisions.correct_day(step, known, found, wanted.effective_on, today)
    else:
        revisions.in_force(step, known.id, number, wanted.effective_on, today=today)
