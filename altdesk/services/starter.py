"""The starter set: documents, norms, tables and abbreviations of the work instruction, put onto a desk in one step.

What is there already is left alone: a document of the same code in either spelling, a table of the same kind in the
document's current revision, a norm of the same designation, an abbreviation that is explained. Nothing is invented: a
document comes without a revision, except one with tables, which comes with a draft to keep them in.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from altdesk.desk import Changed, Desk
from altdesk.domain.abbreviations import AbbreviationDraft
from altdesk.domain.documents import Document, DocumentDraft, RevisionState
from altdesk.domain.marking import N_
from altdesk.domain.matrix import GridDraft
from altdesk.domain.text import code_key, fold
from altdesk.services import abbreviations as abbreviations_service
from altdesk.services import documents as documents_service
from altdesk.services import matrix_copy, norms_starter, seeds
from db.queries import documents as document_queries
from db.queries import matrix as matrix_queries
from db.queries import norms as norm_queries
from db.step import Step


@dataclass
class Loaded:
    """What came onto the desk, and what was left alone because it is there already."""

    documents: list[str] = field(default_factory=list)  # codes
    norms: list[str] = field(default_factory=list)  # designations
    tables: list[str] = field(default_factory=list)  # titles
    abbreviations: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)  # codes, titles and abbreviations
    changed: Changed | None = None

    @property
    def added(self) -> int:
        """How many records came."""
        return len(self.documents) + len(self.norms) + len(self.tables) + len(self.abbreviations)


def load(desk: Desk) -> Loaded:
    """Put the starter set onto the desk; one undo takes all of it back."""
    loaded = Loaded()
    with desk.step(N_("Load the starter set")) as step:
        tables = list(seeds.tables())
        _documents(desk, step, {code_key(code) for code, _ in tables}, loaded)
        _norms(desk, step, loaded)
        for code, draft in tables:
            _table(step, code, draft, loaded)
        _abbreviations(step, list(seeds.abbreviations()), loaded)
        step.made = None
    loaded.changed = desk.done(step)
    return loaded


def _documents(desk: Desk, step: Step, with_tables: set[str], loaded: Loaded) -> None:
    known = document_queries.every(step.connection)
    for draft in seeds.documents():
        key = code_key(draft.code)
        if key in known:
            loaded.left.append(known[key].code)
        else:
            _add(desk, draft, loaded, number=1 if key in with_tables else None)


def _add(desk: Desk, draft: DocumentDraft, loaded: Loaded, number: int | None) -> None:
    documents_service.add(desk, draft, number)
    loaded.documents.append(draft.code)


def _norms(desk: Desk, step: Step, loaded: Loaded) -> None:
    """The references of §2; an instruction that came with the set cites them, one that was there cites what it did."""
    known = norm_queries.every_key(step.connection)
    came = seeds.INSTRUCTION in loaded.documents
    instruction = document_queries.by_key(step.connection, code_key(seeds.INSTRUCTION)) if came else None
    for draft in norms_starter.drafts():
        (loaded.left if code_key(draft.designation) in known else loaded.norms).append(draft.designation)
    norms_starter.load(desk, instruction)


def _table(step: Step, code: str, draft: GridDraft, loaded: Loaded) -> None:
    document = document_queries.every(step.connection).get(code_key(code))
    revision = None if document is None else _current(document)
    there = matrix_queries.of_revisions(step.connection, [] if revision is None else [revision])
    if revision is None or any(each.kind is draft.kind for each in there):
        loaded.left.append(draft.title)
    else:
        matrix_copy.insert(step, revision, draft)
        loaded.tables.append(draft.title)


def _current(document: Document) -> int | None:
    """The revision in force, else the newest that may still be changed."""
    if document.in_force is not None:
        return document.in_force.id
    open_ = (each.id for each in document.revisions if each.state is not RevisionState.WITHDRAWN)
    return next(open_, None)


def _abbreviations(step: Step, drafts: list[AbbreviationDraft], loaded: Loaded) -> None:
    known = abbreviations_service.read(step.connection)
    new = []
    for draft in drafts:
        explained = not draft.expansion and any(fold(each.short) == fold(draft.short) for each in known)
        if explained or any(abbreviations_service.same(each, draft) for each in known):
            loaded.left.append(draft.short)
        else:
            new.append(draft)
    abbreviations_service.insert(step, new)
    loaded.abbreviations += [draft.short for draft in new]
