"""The papers about copies: working copies of a document, copies to collect, receipts of hand-overs."""

from __future__ import annotations

from datetime import date

from altdesk.desk import Desk
from altdesk.domain.copies import CopiesQuery
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.forms.sheets import copies as copies_form
from altdesk.forms.sheets import copies_collect as collect_form
from altdesk.forms.sheets import handover as handover_form
from altdesk.forms.sheets.handover import HandoverData, Receipt
from altdesk.services import copies as copies_service
from altdesk.services import documents as documents_service
from altdesk.services import handovers, organisation
from altdesk.services.papers.paper import Paper, signed_by


def copies(desk: Desk, document_id: int, on: date | None = None) -> Paper:
    """Every working copy of a document, in the order of their numbers; an empty list can be filled in by hand."""
    known = documents_service.get(desk, document_id)
    revision = known.in_force or (known.revisions[0] if known.revisions else None)
    rows = copies_service.every(desk, CopiesQuery(sort="number", document_id=document_id))
    heads = organisation.get(desk)
    data = copies_form.CopiesData(
        known.code,
        known.title,
        revision.number if revision else None,
        revision.effective_on if revision else None,
        copies_form.rows_of(tuple(rows)),
        on or date.today(),
        heads.in_both,
        signed_by(heads),
        revision.state if revision else None,
    )
    return Paper(copies_form.FORM, data)


def collect(desk: Desk, document_id: int | None = None, on: date | None = None) -> Paper:
    """The copies to collect, of one document or of all. Refused when there is none."""
    rows = copies_service.to_collect(desk, document_id)
    code = documents_service.get(desk, document_id).code if document_id is not None else ""
    if not rows:
        raise Refusal(N_("No copy has to be collected."))
    heads = organisation.get(desk)
    data = collect_form.CollectData(
        copies_form.rows_of(tuple(rows)), code, on or date.today(), heads.in_both, signed_by(heads)
    )
    return Paper(collect_form.FORM, data)


def handover(desk: Desk, handover_id: int) -> Paper:
    """The receipt of one hand-over."""
    kept = handovers.get(desk, handover_id)
    return _receipts(desk, kept.revision_id, (handover_form.of_handover(kept),))


def handovers_of(desk: Desk, revision_id: int) -> Paper:
    """The receipts of a revision; where none is kept yet, one to be written in."""
    kept = tuple(handover_form.of_handover(each) for each in reversed(handovers.of_revision(desk, revision_id)))
    usual = handovers.usual(desk)
    blank = Receipt(usual.what, None, None, usual.given_by, organisation.get(desk).director_signs[0], place=usual.place)
    return _receipts(desk, revision_id, kept or (blank,))


def _receipts(desk: Desk, revision_id: int, receipts: tuple[Receipt, ...]) -> Paper:
    revision = documents_service.revision_of(desk, revision_id)
    known = documents_service.get(desk, revision.document_id)
    data = HandoverData(
        known.code, known.title, revision.number, revision.effective_on, receipts, organisation.get(desk).in_both,
        revision.state,
    )  # fmt: skip
    return Paper(handover_form.FORM, data)
