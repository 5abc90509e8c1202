"""The papers about documents: the register, and the card of one document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from altdesk.desk import Desk
from altdesk.domain.documents import DocumentsQuery
from altdesk.forms.sheets import document_card as card_form
from altdesk.forms.sheets import documents as documents_form
from altdesk.forms.sheets.document_card import CardAudience, CardFile
from altdesk.services import attachments, audiences, changes, organisation
from altdesk.services import documents as documents_service
from altdesk.services.papers.paper import Paper, signed_by


def documents(desk: Desk, ids: Sequence[int] | None = None, on: date | None = None) -> Paper:
    """The register of documents as listed, in the order given; without ids all of it."""
    wanted = documents_service.ids(desk, DocumentsQuery()) if ids is None else ids
    rows = documents_form.rows_of(tuple(documents_service.lines(desk, wanted)))
    day = on or date.today()
    heads = organisation.get(desk)
    return Paper(documents_form.FORM, documents_form.DocumentsData(rows, day, heads.in_both, signed_by(heads)))


def document_card(desk: Desk, document_id: int, on: date | None = None) -> Paper:
    """A document with all its revisions, their steps and files, where it is kept, and who must know it."""
    known = documents_service.get(desk, document_id)
    kept = attachments.of_all(desk, "revision", [each.id for each in known.revisions])
    files = tuple(
        CardFile(each.number, file.name, file.role, file.digest)
        for each in known.revisions
        for file in kept.get(each.id, ())
    )
    (line,) = documents_service.lines(desk, [document_id])
    heads = organisation.get(desk)
    data = card_form.CardData(
        known,
        known.revisions,
        files,
        tuple(CardAudience(part.kind, part.name, part.people) for part in audiences.parts(desk, document_id)),
        line.signed,
        line.total,
        len([each for each in changes.of_document(desk, document_id) if not each.blank]),
        on or date.today(),
        heads.in_both,
        signed_by(heads),
    )
    return Paper(card_form.FORM, data)
