"""Questions an audit binder asks: what happened to documents and risks between two days, and what was attached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, or_, select

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
