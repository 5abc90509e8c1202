"""Versions of a plan: an approved one is amended as a new version, and holds until that is approved itself."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes_difference import Change
from altdesk.domain.plans import Plan, PlanContent, StepDraft
from altdesk.domain.plans_approval import AHEAD
from altdesk.domain.plans_difference import difference as compare
from altdesk.domain.plans_kinds import VersionState
from altdesk.domain.text import clean_lines, sort_key
from altdesk.services import plans_approval, plans_known
from altdesk.services.plans_rows import insert, kept_columns, short
from db.models.events import event
from db.models.plans import approval, approval_visit, plan, plan_row, plan_version
from db.step import Step


def difference(desk: Desk, plan_id: int, older: int, newer: int | None = None) -> list[Change]:
    """What two versions differ in, in the order of the paper; without `newer` an old one and the plan of now."""
    with desk.store.read() as connection:
        known = plans_known.known(connection, plan_id)
        before = plans_known.version(connection, known, older)
        if newer is None:
            after = plans_known.as_it_stands(known, plans_known.rows_now(connection, known))
        else:
            after = plans_known.version(connection, known, newer)
    return compare(before, after, desk.say.language)


def amend(desk: Desk, plan_id: int, reason: str, on: date | None = None, today: date | None = None) -> Changed:
    """Open an approved plan for changes, as a new version with an approval of its own; the approved one holds until
    then. Refused without a reason, and before the day of the approval."""
    said, day = clean_lines(reason), on or today or date.today()
    if not said:
        raise Refusal(N_("Type why the approved plan is changed."), field="reason")
    with desk.store.read() as connection:
        title = plans_known.known(connection, plan_id).title
    with desk.step(N_("Amend the plan «%(title)s»"), title=short(title)) as step:
        known = plans_known.known(step.connection, plan_id)
        valid = known.newest
        if valid.state is not VersionState.APPROVED:
            raise Refusal(N_("Only an approved plan is amended. This one can still be changed as it is."))
        if day > (today or date.today()):
            raise Refusal(AHEAD, field="on", day=short_day(day))
        if valid.approved_on is not None and day < valid.approved_on:
            sentence = N_("The plan was approved on %(day)s. It cannot be amended before that day.")
            raise Refusal(sentence, field="on", day=short_day(valid.approved_on))
        step.made = plan_id
        chain = [StepDraft(each.role, each.post, each.full_name, each.person_id) for each in valid.steps]
        plans_approval.begin(step, plan_id, valid.number + 1, day, chain, said)
    return desk.done(step)


def cancel(desk: Desk, plan_id: int) -> Changed:
    """Give an amendment up: the plan says again what was approved, and what became of its rows stays.

    Refused while the paper is with somebody, and where nothing is being amended.
    """
    with desk.store.read() as connection:
        title = plans_known.known(connection, plan_id).title
    with desk.step(N_("Give up the amendment of «%(title)s»"), title=short(title)) as step:
        known = plans_known.known(step.connection, plan_id)
        if not known.amended:
            raise Refusal(N_("This plan is not being amended."))
        plans_known.changeable(step.connection, plan_id)
        content = plans_known.approved(step.connection, known)
        assert content is not None
        step.made = plan_id
        _restore(step, known, content)
        _forget(step, known)
    return desk.done(step)


def _restore(step: Step, known: Plan, content: PlanContent) -> None:
    """Rows as the approved version has them; one that was taken out comes back under its own id."""
    head = {"title": content.title, "title_sort": sort_key(content.title), "approach": content.approach.value}
    step.change(plan, known.id, **head)
    there = {each.id for each in plans_known.rows_now(step.connection, known)}
    wanted = [each.id for each in content.rows]
    added = there - set(wanted)
    linked = select(event.c.id).where(event.c.plan_row_id.in_(added))
    for number in step.connection.execute(linked).scalars().all():
        step.change(event, number, plan_row_id=None)
    step.remove(plan_row, plan_row.c.id.in_(added))
    for ordinal, said in enumerate(content.rows, 1):
        if said.id in there:
            step.change(plan_row, said.id, ordinal=ordinal, **kept_columns(said))
        else:
            insert(step, known.id, ordinal, kept_columns(said), said.id)


def _forget(step: Step, known: Plan) -> None:
    steps = [each.id for each in known.newest.steps]
    step.remove(approval_visit, approval_visit.c.approval_id.in_(steps))
    step.remove(approval, approval.c.id.in_(steps))
    step.remove(plan_version, plan_version.c.id == known.newest.id)
