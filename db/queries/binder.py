"""Questions an audit binder asks: what happened to documents and risks between two days, and what was attached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from db.models.binder import binder
from db.models.changes import change
from db.models.documents import document, revision
from db.models.risks import assessment, risk


def documents_between(connection: Connection, first: date, last: date) -> Sequence[int]:
    """Documents that came into force, were withdrawn or changed, by code."""
    begun = select(revision.c.document_id).where(
        revision.c.effective_on.between(first, last), revision.c.state.in_(("in_force", "withdrawn"))
    )
    changed = select(change.c.document_id).where(change.c.made_on.between(first, last))
    chosen = select(document.c.id).where(
        or_(document.c.id.in_(begun), document.c.id.in_(changed)), document.c.binned_at.is_(None)
    )
    return connection.execute(chosen.order_by(document.c.code_sort, document.c.id)).scalars().all()


def risks_between(connection: Connection, first: date, last: date) -> Sequence[int]:
    """Risks that were assessed, in the order of their titles."""
    assessed = select(assessment.c.risk_id).where(assessment.c.assessed_on.between(first, last))
    chosen = select(risk.c.id).where(risk.c.id.in_(assessed), risk.c.binned_at.is_(None))
    return connection.execute(chosen.order_by(risk.c.title_sort, risk.c.id)).scalars().all()


def kept(
    connection: Connection, document_id: int | None, year: int | None, as_of: date, language: str
) -> Row[Any] | None:
    """The newest binder that was printed of a document or an academic year as of a day."""
    of = (binder.c.document_id.is_(None) if document_id is None else binder.c.document_id == document_id,
          binder.c.year.is_(None) if year is None else binder.c.year == year)  # fmt: skip
    chosen = select(binder).where(*of, binder.c.as_of == as_of, binder.c.language == language)
    return connection.execute(chosen.order_by(binder.c.id.desc()).limit(1)).first()
