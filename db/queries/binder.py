"""Questions an audit binder asks: which documents and risks there were between two days, and what was bound before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from db.models.binder import binder
from db.models.changes import change
from db.models.documents import document, revision, revision_step
from db.models.risks import assessment, risk

HAPPENED = ("in_force", "withdrawn")  # states of a revision that has been in force


def documents_between(connection: Connection, first: date, last: date) -> Sequence[int]:
    """Documents a revision of which was in force at any time between the days, or that were changed then, by code."""
    follower = revision.alias("follower")
    next_on = (
        select(func.min(follower.c.effective_on))
        .where(follower.c.document_id == revision.c.document_id, follower.c.number > revision.c.number)
        .where(follower.c.state.in_(HAPPENED))
        .scalar_subquery()
    )
    gone_on = (
        select(func.min(revision_step.c.done_on))
        .where(revision_step.c.revision_id == revision.c.id, revision_step.c.state == "withdrawn")
        .scalar_subquery()
    )
    in_force = select(revision.c.document_id).where(
        revision.c.effective_on <= last,
        revision.c.state.in_(HAPPENED),
        or_(revision.c.effective_on >= first, revision.c.state == "in_force", func.coalesce(gone_on, next_on) >= first),
    )
    changed = select(change.c.document_id).where(change.c.made_on.between(first, last))
    chosen = select(document.c.id).where(
        or_(document.c.id.in_(in_force), document.c.id.in_(changed)), document.c.binned_at.is_(None)
    )
    return connection.execute(chosen.order_by(document.c.code_sort, document.c.id)).scalars().all()


def risks_between(connection: Connection, first: date, last: date) -> Sequence[int]:
    """Risks assessed by the last day that were open at any time between the days, in the order of their titles."""
    assessed = select(assessment.c.risk_id).where(assessment.c.assessed_on <= last)
    chosen = select(risk.c.id).where(
        risk.c.id.in_(assessed), or_(risk.c.closed_on.is_(None), risk.c.closed_on >= first), risk.c.binned_at.is_(None)
    )
    return connection.execute(chosen.order_by(risk.c.title_sort, risk.c.id)).scalars().all()


def kept(
    connection: Connection, document_id: int | None, year: int | None, as_of: date, language: str
) -> Row[Any] | None:
    """The newest binder that was printed of a document or an academic year as of a day."""
    of = (binder.c.document_id.is_(None) if document_id is None else binder.c.document_id == document_id,
          binder.c.year.is_(None) if year is None else binder.c.year == year)  # fmt: skip
    chosen = select(binder).where(*of, binder.c.as_of == as_of, binder.c.language == language)
    return connection.execute(chosen.order_by(binder.c.id.desc()).limit(1)).first()
