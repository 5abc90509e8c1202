"""Questions about the leadership's meetings and the issues raised there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from altdesk.domain.leadership import Audience, DueIssue, Issue, LeadershipMeeting, LeadershipQuery, LeadershipTotals
from altdesk.domain.minutes import Named
from db import search
from db.models.leadership import leadership_meeting as meeting
from db.models.leadership import raised_issue as issue
from db.models.people import unit

_SORTS: dict[str, Any] = {
    "held_on": meeting.c.held_on,
    "topic": meeting.c.topic_sort,
    "participants": meeting.c.participants,
}
_OWN = ("id", "held_on", "leader_post", "unit_id", "place", "participants", "topic", "note")


def _asked(query: LeadershipQuery) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [meeting.c.binned_at.is_(None)]
    if query.text.strip():
        wanted.append(_says(query.text))
    if query.period is not None:
        wanted.append(meeting.c.held_on.between(query.period.first, query.period.last))
    if query.audience is not None:
        wanted.append(meeting.c.audience == query.audience.value)
    if query.open_only:
        still = select(issue.c.meeting_id).where(issue.c.settled_on.is_(None))
        wanted.append(meeting.c.id.in_(still))
    return and_(*wanted)


def _says(text: str) -> ColumnElement[bool]:
    """Meetings, or one of their issues, that have every typed word."""
    raised = select(issue.c.meeting_id).where(search.any_of((("raised_issue", issue.c.id),), text))
    return or_(search.any_of((("leadership_meeting", meeting.c.id),), text), meeting.c.id.in_(raised))


def ids(connection: Connection, query: LeadershipQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown."""
    key = _SORTS.get(query.sort, meeting.c.held_on)
    order = (key.desc(), meeting.c.id.desc()) if query.descending else (key, meeting.c.id)
    return connection.execute(select(meeting.c.id).where(_asked(query)).order_by(*order).limit(limit)).scalars().all()


def count(connection: Connection, query: LeadershipQuery) -> int:
    return int(connection.execute(select(func.count()).select_from(meeting).where(_asked(query))).scalar_one())


def lines(connection: Connection, wanted: Sequence[int]) -> list[LeadershipMeeting]:
    """These meetings with their issues, in the order given."""
    found: dict[int, LeadershipMeeting] = {}
    names = [meeting.c[name] for name in _OWN]
    more = (meeting.c.leader, meeting.c.leader_id, meeting.c.audience, unit.c.name)
    joined = meeting.outerjoin(unit, unit.c.id == meeting.c.unit_id)
    for at in range(0, len(wanted), 500):
        some = list(wanted[at : at + 500])
        raised = issues(connection, some)
        chosen: Select[Any] = select(*names, *more).select_from(joined).where(meeting.c.id.in_(some))
        for row in connection.execute(chosen).mappings():
            own = {name: row[name] for name in _OWN}
            leader = Named(row["leader"], row["leader_post"], row["leader_id"])
            found[row["id"]] = LeadershipMeeting(
                **own,
                leader=leader,
                audience=Audience(row["audience"]),
                unit=row["name"] or "",
                issues=tuple(raised.get(row["id"], ())),
            )
    return [found[number] for number in wanted if number in found]


def due_issues(connection: Connection, last: date) -> list[DueIssue]:
    """Issues not settled that are due on a day or before it, the longest waiting first."""
    columns = (issue.c.id, issue.c.meeting_id, issue.c.issue, issue.c.responsible, issue.c.due_on)
    open_ones = and_(issue.c.settled_on.is_(None), issue.c.due_on <= last, meeting.c.binned_at.is_(None))
    chosen = select(*columns).join(meeting, meeting.c.id == issue.c.meeting_id).where(open_ones)
    return [DueIssue(*row) for row in connection.execute(chosen.order_by(issue.c.due_on, issue.c.id))]


def issues(connection: Connection, meetings: Iterable[int]) -> dict[int, list[Issue]]:
    """The issues of meetings in their order, by meeting."""
    chosen = select(issue).where(issue.c.meeting_id.in_(list(meetings)))
    found: dict[int, list[Issue]] = {}
    for row in connection.execute(chosen.order_by(issue.c.meeting_id, issue.c.ordinal, issue.c.id)).mappings():
        own = {name: value for name, value in row.items() if name != "meeting_id"}
        found.setdefault(row["meeting_id"], []).append(Issue(**own))
    return found


def meeting_of(connection: Connection, issue_id: int) -> int | None:
    """The meeting in which an issue was raised."""
    return connection.execute(select(issue.c.meeting_id).where(issue.c.id == issue_id)).scalar()


def totals(connection: Connection, query: LeadershipQuery) -> LeadershipTotals:
    """The totals of a list."""
    those = select(meeting.c.id).where(_asked(query))
    people = func.coalesce(func.sum(meeting.c.participants), 0)
    number, came = connection.execute(select(func.count(), people).where(_asked(query))).one()
    raised = select(func.count(), func.count(issue.c.settled_on)).where(issue.c.meeting_id.in_(those))
    every, settled = connection.execute(raised).one()
    return LeadershipTotals(int(number), int(came), int(every), int(settled))
