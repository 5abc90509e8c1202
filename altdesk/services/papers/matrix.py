"""The papers of a revision's tables."""

from __future__ import annotations

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.matrix import KIND_NAMES, Grid, GridKind
from altdesk.forms.sheets import inputs, outputs, storage, tables
from altdesk.forms.sheets import matrix as matrix_form
from altdesk.services import documents, matrix, organisation
from altdesk.services.papers.paper import Paper

FORMS = {
    GridKind.MATRIX: matrix_form.FORM,
    GridKind.OUTPUTS: outputs.FORM,
    GridKind.INPUTS: inputs.FORM,
    GridKind.STORAGE: storage.FORM,
    GridKind.OTHER: tables.FORM,
}


def of_kind(desk: Desk, revision_id: int, kind: GridKind) -> Paper:
    """The tables of one kind that a revision has. Refused when it has none."""
    found = matrix.of_revision(desk, revision_id, kind)
    if not found:
        sentence = N_("Revision %(number)s of %(code)s has no such table: %(kind)s. Add it under “Tables and matrix”.")
        revision = documents.revision_of(desk, revision_id)
        code = documents.get(desk, revision.document_id).code
        raise Refusal(sentence, number=revision.number, code=code, kind=desk.say(KIND_NAMES[kind]))
    return Paper(FORMS[kind], _data(desk, revision_id, found))


def of_grid(desk: Desk, grid_id: int) -> Paper:
    """One table."""
    found = matrix.get(desk, grid_id)
    return Paper(FORMS[found.kind], _data(desk, found.revision_id, [found]))


def all_tables(desk: Desk, revision_id: int) -> Paper:
    """Every table of a revision. Refused when it has none."""
    found = matrix.of_revision(desk, revision_id)
    if not found:
        revision = documents.revision_of(desk, revision_id)
        code = documents.get(desk, revision.document_id).code
        raise Refusal(N_("Revision %(number)s of %(code)s has no tables."), number=revision.number, code=code)
    return Paper(tables.FORM, _data(desk, revision_id, found))


def _data(desk: Desk, revision_id: int, found: list[Grid]) -> matrix_form.GridsData:
    revision = documents.revision_of(desk, revision_id)
    known = documents.get(desk, revision.document_id)
    return matrix_form.GridsData(
        known.code,
        known.title,
        revision.number,
        tuple(found),
        revision.state,
        revision.effective_on,
        organisation.get(desk).in_both,
    )
