"""Questions about risks: the register with each risk's newest assessment, one risk with all of them, the heat map."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from altdesk.domain.risk_scale import RANKS, Level
from altdesk.domain.risks import Assessment, Risk, RiskLine, RisksQuery, RiskState, Side
from db import search
from db.models.documents import document
from db.models.risks import assessment, risk

_each = assessment.alias("each")
_newest = (
    select(_each.c.id)
    .where(_each.c.risk_id == risk.c.id)
    .order_by(_each.c.assessed_on.desc(), _each.c.id.desc())
    .limit(1)
    .correlate(risk)
    .scalar_subquery()
)
_joined = risk.outerjoin(assessment, assessment.c.id == _newest).outerjoin(
    document, document.c.id == risk.c.document_id
)
_RANK = {level.value: rank for level, rank in RANKS.items()}
_INITIAL = (assessment.c.likelihood, assessment.c.impact)
_RESIDUAL = (assessment.c.residual_likelihood, assessment.c.residual_impact)
_SIDES = {Side.INITIAL: _INITIAL, Side.RESIDUAL: _RESIDUAL}


_OWN = ("id", "title", "cause", "process", "measure", "owner", "due_on", "state", "closed_on")
_NEWEST = ("assessed_on", "likelihood", "impact", "level", "residual_likelihood", "residual_impact", "residual_level")


def _rank(column: Any, product: Any) -> tuple[Any, ...]:
    return (func.coalesce(case(_RANK, value=column, else_=0), 0), func.coalesce(product, 0))


_SORTS: dict[str, tuple[Any, ...]] = {
    "title": (risk.c.title_sort,),
    "level": _rank(assessment.c.level, _INITIAL[0] * _INITIAL[1]),
    "residual": _rank(assessment.c.residual_level, _RESIDUAL[0] * _RESIDUAL[1]),
    "owner": (risk.c.owner_sort,),
    "due_on": (risk.c.due_on,),
    "document": (document.c.code_sort,),
    "state": (risk.c.state,),
    "assessed_on": (assessment.c.assessed_on,),
}


def _narrowed(chosen: Select[Any], query: RisksQuery, steps: int) -> Select[Any]:
    chosen = chosen.where(risk.c.binned_at.is_(None))
    if query.state is not None:
        chosen = chosen.where(risk.c.state == query.state.value)
    if query.document_id is not None:
        chosen = chosen.where(risk.c.document_id == query.document_id)
    if query.cell is not None:
        likelihood, impact = _SIDES[query.side]
        chosen = chosen.where(assessment.c.steps == steps, likelihood == query.cell[0], impact == query.cell[1])
    matching = search.matching("risk", query.text)
    return chosen if matching is None else chosen.where(risk.c.id.in_(matching))


def ids(connection: Connection, query: RisksQuery, steps: int, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; `steps` is the present scale. What is equal stands in the order of titles."""
    keys = _SORTS.get(query.sort, _SORTS["title"])
    order = [key.desc() for key in keys] if query.descending else list(keys)
    if keys is not _SORTS["title"]:  # named twice, a key would keep the index from giving the order
        order.append(risk.c.title_sort)
    chosen: Select[Any] = select(risk.c.id).select_from(_joined)
    chosen = chosen.order_by(*order, risk.c.id).limit(limit)
    return connection.execute(_narrowed(chosen, query, steps)).scalars().all()


def count(connection: Connection, query: RisksQuery, steps: int) -> int:
    source: Any = risk if query.cell is None else _joined
    chosen: Select[Any] = select(func.count()).select_from(source)
    return int(connection.execute(_narrowed(chosen, query, steps)).scalar_one())


def lines(connection: Connection, wanted: Sequence[int]) -> list[RiskLine]:
    """The lines of these risks in the order given."""
    found: dict[int, RiskLine] = {}
    for at in range(0, len(wanted), 500):
        found |= {line.id: line for line in _lines(connection, risk.c.id.in_(list(wanted[at : at + 500])))}
    return [found[number] for number in wanted if number in found]


def overdue(connection: Connection, on: date) -> list[RiskLine]:
    """Open risks whose measure should have been taken before this day, the longest waiting first."""
    late = (risk.c.state == RiskState.OPEN.value) & (risk.c.due_on < on) & risk.c.binned_at.is_(None)
    return sorted(_lines(connection, late), key=lambda line: (line.due_on or on, line.id))


def _lines(connection: Connection, where: ColumnElement[bool]) -> list[RiskLine]:
    own = [risk.c[name] for name in _OWN]
    newest = [assessment.c[name] for name in _NEWEST]
    code = func.coalesce(document.c.code, "").label("document")
    chosen = select(*own, code, *newest).select_from(_joined).where(where)
    return [
        RiskLine(**{
            **row,
            "state": RiskState(row["state"]),
            "level": _level(row["level"]),
            "residual_level": _level(row["residual_level"]),
        })
        for row in connection.execute(chosen).mappings()
    ]


def get(connection: Connection, risk_id: int) -> Risk | None:
    """One risk with its assessments, the newest first."""
    chosen = select(risk, document.c.code.label("document")).select_from(
        risk.outerjoin(document, document.c.id == risk.c.document_id)
    )
    row = connection.execute(chosen.where(risk.c.id == risk_id)).mappings().one_or_none()
    if row is None:
        return None
    names = ("id", "title", "cause", "process", "document_id", "measure", "owner", "due_on", "note", "closed_on")
    return Risk(
        **{name: row[name] for name in names},
        state=RiskState(row["state"]),
        document=row["document"] or "",
        assessments=tuple(assessments(connection, risk_id)),
    )


def assessments(connection: Connection, risk_id: int) -> list[Assessment]:
    """Every assessment of a risk, the newest first."""
    chosen = select(assessment).where(assessment.c.risk_id == risk_id)
    rows = connection.execute(chosen.order_by(assessment.c.assessed_on.desc(), assessment.c.id.desc())).mappings()
    return [
        Assessment(**{**row, "level": Level(row["level"]), "residual_level": _level(row["residual_level"])})
        for row in rows
    ]


def counts(connection: Connection, query: RisksQuery) -> list[tuple[int | None, int | None, int | None, int]]:
    """How many risks have which scale, likelihood and impact on the query's side; all empty where not assessed."""
    likelihood, impact = _SIDES[query.side]
    keys = (assessment.c.steps, likelihood, impact)
    chosen: Select[Any] = select(*keys, func.count()).select_from(_joined).group_by(*keys)
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(_narrowed(chosen, query, 0))]


def processes(connection: Connection) -> Sequence[str]:
    """The processes named so far."""
    chosen = select(risk.c.process).where(risk.c.process != "", risk.c.binned_at.is_(None)).distinct()
    return connection.execute(chosen).scalars().all()


def _level(kept: str | None) -> Level | None:
    return Level(kept) if kept else None
