"""Questions about criteria and about assessments of circles, clubs, sections and initiatives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from altdesk.domain.club_assessments import ClubAssessment, ClubAssessmentsQuery, Criterion, Score
from db import search
from db.models.club_assessments import club_assessment, club_score, criterion

_made = club_assessment.c
_SORTS: dict[str, Any] = {
    "assessed_on": _made.assessed_on,
    "body": _made.body_sort,
    "points": _made.points * 1000 // _made.most,
    "members": _made.members,
}
_OWN = ("id", "body_id", "kind", "assessed_on", "assessed_by", "members", "points", "most", "conclusion", "note")
_later = club_assessment.alias("later")


def criteria(connection: Connection) -> list[Criterion]:
    """The criteria by which is assessed now, in their order."""
    chosen = select(criterion).where(criterion.c.binned_at.is_(None))
    rows = connection.execute(chosen.order_by(criterion.c.ordinal, criterion.c.id))
    return [Criterion(row.title, row.most, row.id, row.ordinal) for row in rows]


def _asked(query: ClubAssessmentsQuery) -> ColumnElement[bool]:
    wanted = [_made.binned_at.is_(None), search.any_of((("club_assessment", _made.id),), query.text)]
    if query.period is not None:
        wanted.append(_made.assessed_on.between(query.period.first, query.period.last))
    if query.kind is not None:
        wanted.append(_made.kind == query.kind)
    if query.newest_only:
        wanted.append(~_newer(query).exists())
    return and_(*wanted)


def _newer(query: ClubAssessmentsQuery) -> Any:
    """A later assessment of the same body, or of the initiative of this name, within the query's period."""
    newer, mine = _later.c, _made
    same = or_(
        newer.body_id == mine.body_id,
        and_(newer.body_id.is_(None), mine.body_id.is_(None), newer.body_sort == mine.body_sort),
    )
    after = or_(newer.assessed_on > mine.assessed_on, and_(newer.assessed_on == mine.assessed_on, newer.id > mine.id))
    chosen = select(newer.id).where(newer.binned_at.is_(None), same, after)
    if query.period is not None:
        chosen = chosen.where(newer.assessed_on.between(query.period.first, query.period.last))
    return chosen.correlate(club_assessment)


def ids(connection: Connection, query: ClubAssessmentsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; what is equal stands by name, the newest first."""
    key = _SORTS.get(query.sort, _made.assessed_on)
    first = key.desc() if query.descending else key
    chosen = select(_made.id).where(_asked(query)).order_by(first, _made.body_sort, _made.id.desc())
    return connection.execute(chosen.limit(limit)).scalars().all()


def count(connection: Connection, query: ClubAssessmentsQuery) -> int:
    chosen = select(func.count()).select_from(club_assessment).where(_asked(query))
    return int(connection.execute(chosen).scalar_one())


def lines(connection: Connection, wanted: Sequence[int]) -> list[ClubAssessment]:
    """These assessments with their scores, in the order given."""
    found: dict[int, ClubAssessment] = {}
    columns = (*(_made[name] for name in _OWN), _made.body_name, _made.body_name_ru)
    for at in range(0, len(wanted), 500):
        some = list(wanted[at : at + 500])
        scores = _scores(connection, some)
        for row in connection.execute(select(*columns).where(_made.id.in_(some))).mappings():
            own = {name: row[name] for name in _OWN}
            named = {"body": row["body_name"], "body_ru": row["body_name_ru"]}
            found[row["id"]] = ClubAssessment(**own, **named, scores=tuple(scores.get(row["id"], ())))
    return [found[number] for number in wanted if number in found]


def _scores(connection: Connection, assessments: Iterable[int]) -> dict[int, list[Score]]:
    chosen = select(club_score).where(club_score.c.assessment_id.in_(list(assessments)))
    found: dict[int, list[Score]] = {}
    for row in connection.execute(chosen.order_by(club_score.c.assessment_id, club_score.c.ordinal)):
        found.setdefault(row.assessment_id, []).append(Score(row.criterion, row.most, row.points))
    return found


def initiatives(connection: Connection) -> Sequence[str]:
    """The names of what was assessed and is no body of the desk, in Kazakh order."""
    chosen = select(_made.body_name, _made.body_sort).where(_made.body_id.is_(None), _made.binned_at.is_(None))
    return [row[0] for row in connection.execute(chosen.distinct().order_by(_made.body_sort))]
