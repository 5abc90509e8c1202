"""The paper of a plan: as it was approved, or, until then, as a draft that says so."""

from __future__ import annotations

from datetime import date

from altdesk.desk import Desk
from altdesk.domain.organisation import Organisation
from altdesk.domain.plans import Mark, Version
from altdesk.domain.plans_kinds import VersionState
from altdesk.domain.twins import twin
from altdesk.forms.sheets import plans as form
from altdesk.services import organisation, plans_known
from altdesk.services.papers.paper import Paper, signing
from db.queries import plans_marks as marks_queries


def plan(desk: Desk, plan_id: int, number: int | None = None) -> Paper:
    """A version of a plan; without a number the approved one that holds, and before the first approval the draft.

    What the rows say is frozen with the version; what became of them is marked as it stands now, or in a version that
    was replaced as it stood then.
    """
    with desk.store.read() as connection:
        known = plans_known.known(connection, plan_id)
        chosen = number or (known.valid or known.newest).number
        content = plans_known.version(connection, known, chosen)
        version = next(each for each in known.versions if each.number == chosen)
        marks = {each.id: each.mark for each in plans_known.rows_now(connection, known)}
        replaced_on = known.replaced_on(version)
        if replaced_on is not None:
            then = marks_queries.when_replaced(connection, version.id, marks)
            marks = {row: _by(replaced_on, mark, then[row]) for row, mark in marks.items()}
    rows = tuple(form.PlanPaperRow(each, marks.get(each.id, Mark())) for each in content.rows)
    draft = version.state not in {VersionState.APPROVED, VersionState.SUPERSEDED}
    heads = organisation.get(desk)
    data = form.PlanData(
        content.kind,
        content.title,
        content.of,
        content.period,
        rows,
        _approvals(version, heads if draft else None),
        draft,
        version.number,
        version.reason,
        heads.in_both,
        replaced_on,
    )
    return Paper(form.FORM, data)


def _by(day: date, now: Mark, then: Mark) -> Mark:
    """A mark as of the day a version was replaced. What was held by then was, whenever it was typed; a mark without a
    day of its own counts as it stood `then`, and what was held later stands in the newer version."""
    if now.held_on is not None and now.held_on <= day:
        return now
    return then if then.held_on is None or then.held_on <= day else Mark()


def _approvals(version: Version, heads: Organisation | None) -> tuple[form.PlanApproval, ...]:
    """Who agrees and who approves; the Russian posts are those of `heads`, without them those of the approval."""
    found = []
    for each in version.steps:
        russian = each.post_ru if heads is None else heads.post_in_russian(each.post)
        found.append(
            form.PlanApproval(each.role, *signing((twin(each.post, russian), each.full_name)), each.decided_on)
        )
    return tuple(found)
