"""Meetings of the leadership with students and staff (§6), and the issues raised there.

For the report: `meetings` and `total` of a period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import Period
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.leadership import (
    DueIssue,
    Issue,
    IssueDraft,
    LeadershipDraft,
    LeadershipMeeting,
    LeadershipQuery,
    LeadershipTotals,
    check_issue,
    check_meeting,
)
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Named
from altdesk.domain.text import clean, clean_lines, sort_key
from db.models.leadership import leadership_meeting, raised_issue
from db.queries import leadership as queries
from db.queries import people as people_queries
from db.step import Step, now


def ids(desk: Desk, query: LeadershipQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the meetings of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: LeadershipQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[LeadershipMeeting]:
    """These meetings with their issues, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, meeting_id: int) -> LeadershipMeeting:
    """One meeting. Refused when there is no such record."""
    with desk.store.read() as connection:
        return _known(connection, meeting_id)


def totals(desk: Desk, query: LeadershipQuery) -> LeadershipTotals:
    """How many meetings a list has, who came, how many issues were raised and settled."""
    with desk.store.read() as connection:
        return queries.totals(connection, query)


def meetings(desk: Desk, period: Period) -> list[LeadershipMeeting]:
    """The meetings of a period with their issues, in the order of days."""
    query = LeadershipQuery(period=period, descending=False)
    with desk.store.read() as connection:
        return queries.lines(connection, queries.ids(connection, query))


def total(desk: Desk, period: Period) -> LeadershipTotals:
    """The totals of a period."""
    return totals(desk, LeadershipQuery(period=period))


def due_issues(desk: Desk, last: date) -> list[DueIssue]:
    """Issues not settled that are due on a day or before it, the longest waiting first."""
    with desk.store.read() as connection:
        return queries.due_issues(connection, last)


def add(desk: Desk, draft: LeadershipDraft, issues: Iterable[IssueDraft] = (), today: date | None = None) -> Changed:
    """Record a meeting, with what was raised. Refused as `check_meeting` and `check_issue` say."""
    day = today or date.today()
    with desk.step(N_("Add the leadership meeting of %(day)s"), day=_day(draft)) as step:
        tidied = _tidy(step, draft, day)
        step.made = step.add(leadership_meeting, **_row(tidied))
        for ordinal, issue in enumerate(issues, 1):
            step.add(raised_issue, **_issue_row(issue, tidied, day), meeting_id=step.made, ordinal=ordinal)
    return desk.done(step)


def save(desk: Desk, meeting_id: int, draft: LeadershipDraft, today: date | None = None) -> Changed:
    """Change what is said of a meeting; its issues stay. Refused where an issue would be settled before it."""
    day = today or date.today()
    with desk.step(N_("Change the leadership meeting of %(day)s"), day=_day(draft)) as step:
        step.made = meeting_id
        tidied = _tidy(step, draft, day)
        for issue in _known(step.connection, meeting_id).issues:
            _refuse_moved(issue, tidied, day)
        step.change(leadership_meeting, meeting_id, **_row(tidied))
    return desk.done(step)


def bin_(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Put meetings into the bin with their issues; undo brings them back."""
    every = list(chosen)
    with desk.step(N_("%(count)s leadership meetings to the bin"), count=len(every)) as step:
        step.change_many(leadership_meeting, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


# issues


def add_issue(desk: Desk, meeting_id: int, draft: IssueDraft, today: date | None = None) -> Changed:
    """Add what was raised, as the last issue of a meeting."""
    with desk.step(N_("Add an issue raised at a leadership meeting")) as step:
        known = _known(step.connection, meeting_id)
        row = _issue_row(draft, known, today or date.today())
        last = max((issue.ordinal for issue in known.issues), default=0)
        step.made = step.add(raised_issue, **row, meeting_id=meeting_id, ordinal=last + 1)
    return desk.done(step)


def save_issue(desk: Desk, issue_id: int, draft: IssueDraft, today: date | None = None) -> Changed:
    """Change an issue."""
    with desk.step(N_("Change an issue raised at a leadership meeting")) as step:
        step.made = issue_id
        known = _meeting_of(step, issue_id)
        step.change(raised_issue, issue_id, **_issue_row(draft, known, today or date.today()))
    return desk.done(step)


def settle(desk: Desk, issue_id: int, on: date | None, today: date | None = None) -> Changed:
    """Note on which day an issue was settled; None opens it again."""
    with desk.step(N_("Settle an issue raised at a leadership meeting")) as step:
        step.made = issue_id
        known = _meeting_of(step, issue_id)
        issue = next(each for each in known.issues if each.id == issue_id)
        check_issue(replace(_draft_of(issue), settled_on=on), known.held_on or date.min, today or date.today())
        step.change(raised_issue, issue_id, settled_on=on)
    return desk.done(step)


def move_issue(desk: Desk, issue_id: int, rank: int) -> Changed:
    """Give an issue another place, from 1; the others make room."""
    with desk.step(N_("Move an issue raised at a leadership meeting")) as step:
        step.made = issue_id
        order = [issue.id for issue in _meeting_of(step, issue_id).issues if issue.id != issue_id]
        order.insert(max(0, rank - 1), issue_id)
        step.change_many(raised_issue, [(number, {"ordinal": at}) for at, number in enumerate(order, 1)])
    return desk.done(step)


def remove_issue(desk: Desk, issue_id: int) -> Changed:
    """Remove an issue; undo brings it back."""
    with desk.step(N_("Remove an issue raised at a leadership meeting")) as step:
        order = [issue.id for issue in _meeting_of(step, issue_id).issues if issue.id != issue_id]
        step.remove(raised_issue, raised_issue.c.id == issue_id)
        step.change_many(raised_issue, [(number, {"ordinal": at}) for at, number in enumerate(order, 1)])
    return desk.done(step)


def _known(connection: Connection, meeting_id: int) -> LeadershipMeeting:
    found = queries.lines(connection, [meeting_id])
    if not found:
        raise Refusal(N_("There is no such leadership meeting."))
    return found[0]


def _meeting_of(step: Step, issue_id: int) -> LeadershipMeeting:
    meeting_id = queries.meeting_of(step.connection, issue_id)
    if meeting_id is None:
        raise Refusal(N_("There is no such issue any more."))
    return _known(step.connection, meeting_id)


def _tidy(step: Step, draft: LeadershipDraft, today: date) -> LeadershipDraft:
    """A draft with clean texts. Somebody of the register brings name and post along where none are typed."""
    person = next(iter(people_queries.lines(step.connection, [draft.leader.person_id or 0])), None)
    name = clean(draft.leader.full_name).text or (person.full_name if person else "")
    post = clean(draft.leader_post).text or clean(draft.leader.post).text or (person.post if person else "")
    leader = Named(name, post, person.id if person else None)
    texts: dict[str, Any] = {key: clean(getattr(draft, key)).text for key in ("place", "topic")}
    tidied = replace(draft, leader=leader, leader_post=post, note=clean_lines(draft.note), **texts)
    check_meeting(tidied, today)
    return tidied


def _row(draft: LeadershipDraft) -> dict[str, Any]:
    names = ("held_on", "leader_post", "unit_id", "place", "participants", "topic", "note")
    leader = {"leader": draft.leader.full_name, "leader_id": draft.leader.person_id}
    more = {"audience": draft.audience.value, "topic_sort": sort_key(draft.topic)}
    return {name: getattr(draft, name) for name in names} | leader | more


def _issue_row(draft: IssueDraft, meeting: LeadershipDraft, today: date) -> dict[str, Any]:
    texts: dict[str, Any] = {"issue": clean_lines(draft.issue), "answer": clean_lines(draft.answer)}
    tidied = replace(draft, **texts, responsible=clean(draft.responsible).text)
    check_issue(tidied, meeting.held_on or date.min, today)
    return asdict(_draft_of(tidied))


def _draft_of(issue: IssueDraft) -> IssueDraft:
    return IssueDraft(issue.issue, issue.answer, issue.responsible, issue.due_on, issue.settled_on)


def _refuse_moved(issue: Issue, meeting: LeadershipDraft, today: date) -> None:
    """The day of a meeting cannot move behind what came of it."""
    try:
        check_issue(_draft_of(issue), meeting.held_on or date.min, today)
    except Refusal as refusal:
        sentence = N_("Issue %(number)s has an earlier day than the meeting. Correct that first.")
        raise Refusal(sentence, field="held_on", number=issue.ordinal) from refusal


def _day(draft: LeadershipDraft) -> str:
    return short_day(draft.held_on) if draft.held_on else "–"
