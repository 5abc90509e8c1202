"""The paper of norms: all of them, or those that one document cites."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from altdesk.desk import Desk
from altdesk.domain.norms import NormsQuery
from altdesk.forms.sheets import norms as norms_form
from altdesk.services import documents as documents_service
from altdesk.services import norms as norms_service
from altdesk.services import organisation
from altdesk.services.papers.paper import Paper, signed_by


def norms(desk: Desk, ids: Sequence[int] | None = None, on: date | None = None, code: str = "") -> Paper:
    """Norms with the documents that cite them, in the order given; without ids all of them. `code` heads the paper."""
    wanted = norms_service.ids(desk, NormsQuery()) if ids is None else ids
    citing = norms_service.citing_codes(desk)
    flagged = norms_service.citing_codes(desk, flagged=True)
    rows = tuple(
        norms_form.NormRow(
            line.designation,
            line.title,
            line.kind,
            line.state,
            line.changed_on,
            tuple(citing.get(line.id, ())),
            tuple(flagged.get(line.id, ())),
        )
        for line in norms_service.lines(desk, wanted)
    )
    heads = organisation.get(desk)
    return Paper(norms_form.FORM, norms_form.NormsData(rows, on or date.today(), heads.in_both, signed_by(heads), code))


def norms_of(desk: Desk, document_id: int, on: date | None = None) -> Paper:
    """The norms that one document cites."""
    known = documents_service.get(desk, document_id)
    wanted = [each.id for each in norms_service.of_document(desk, document_id)]
    return norms(desk, wanted, on, known.code)
