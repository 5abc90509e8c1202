"""The paper of a plan on its way: sent, given, returned for rework, taken back; approved and locked at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.plans import Approval, Plan, StepDraft, Version
from altdesk.domain.plans_approval import check_chain, check_day, default_chain
from altdesk.domain.plans_content import to_text
from altdesk.domain.plans_kinds import EDITABLE, ApprovalRole, ApprovalState, Outcome, PlanKind, VersionState
from altdesk.domain.text import clean, clean_lines
from altdesk.services import organisation, plans_known, plans_states
from altdesk.services.plans_rows import short
from db.models.plans import approval, approval_visit, plan_version
from db.step import Step

SEALED = N_("The plan «%(title)s» is approved. Undo cannot open it again: press “Amend…” beside it and say why.")
NOBODY_HAS_IT = N_("The paper is with nobody now. Send it first.")


def chain_of(connection: Connection, kind: PlanKind) -> tuple[StepDraft, ...]:
    """Who agrees and who approves a plan of this kind, as the organisation names them now."""
    return default_chain(kind, organisation.read(connection))


def begin(step: Step, plan_id: int, number: int, on: date, chain: Sequence[StepDraft], reason: str = "") -> int:
    """Within a step: a new version, a draft, with its chain."""
    row = {"plan_id": plan_id, "number": number, "state": VersionState.DRAFT.value, "begun_on": on}
    version_id = step.add(plan_version, **row, approved_on=None, reason=reason, content="")
    _add_steps(step, version_id, chain, 1)
    return version_id


def set_chain(desk: Desk, plan_id: int, chain: Sequence[StepDraft]) -> Changed:
    """Change who agrees and who approves, from the first who has not given their word on.

    Refused while the paper is with somebody, once the plan is approved, and for a chain nobody could follow.
    """
    tidied = [StepDraft(each.role, clean(each.post).text, clean(each.full_name).text, each.person_id) for each in chain]
    with desk.step(N_("Change the approvals of a plan")) as step:
        known = plans_known.changeable(step.connection, plan_id)
        check_chain([*_given(known.newest), *tidied])
        step.made = plan_id
        rewrite(step, known, tidied)
    return desk.done(step)


def rewrite(step: Step, known: Plan, chain: Sequence[StepDraft]) -> None:
    """Within a step: another chain behind those who have given their word. Who had the paper before keeps that."""
    version = known.newest
    open_ = [each for each in version.steps if each.state is not ApprovalState.GIVEN]
    begun = len(version.steps) - len(open_)
    for place, wanted in enumerate(chain):
        if place < len(open_):
            step.change(approval, open_[place].id, ordinal=begun + place + 1, **_columns(wanted))
    spare = open_[len(chain) :]
    if any(each.visits for each in spare):
        raise Refusal(N_("The paper was with them already. Name somebody else in their place instead."), field="post")
    step.remove(approval, approval.c.id.in_([each.id for each in spare]))
    _add_steps(step, version.id, chain[len(open_) :], begun + len(open_) + 1)


def send(desk: Desk, plan_id: int, on: date, today: date | None = None) -> Changed:
    """Hand the paper to the next in the chain: after a return, to the one who returned it.

    Refused without rows, while somebody has it, and for a day before it last moved or ahead.
    """
    with _moving(desk, plan_id, N_("Send the plan «%(title)s»")) as (step, known):
        version = known.newest
        if version.state is VersionState.APPROVED:
            raise Refusal(plans_known.LOCKED[VersionState.APPROVED])
        if version.with_them is not None:
            raise Refusal(N_("The paper is with %(who)s. Record how it came back first."), who=version.with_them.called)
        if not plans_known.rows_now(step.connection, known):
            raise Refusal(N_("The plan has no rows yet. Type what is planned first."))
        _name(step, known)
        version = plans_known.known(step.connection, plan_id).newest
        check_chain([StepDraft(each.role, each.post, each.full_name) for each in version.steps])
        check_day(version, on, today or date.today(), "sent_on")
        _hand(step, version, on)
    return desk.done(step)


def given(desk: Desk, plan_id: int, on: date, today: date | None = None, *, onward: bool = False) -> Changed:
    """Who has the paper gave their word. The last one approves: the plan is frozen as a version and locked.

    `onward` hands it to the next on the same day.
    """
    with _moving(desk, plan_id, N_("Approval given: «%(title)s»")) as (step, known):
        version, holder = _holder(known)
        check_day(version, on, today or date.today(), "back_on")
        _back(step, holder, on, Outcome.GIVEN, "", ApprovalState.GIVEN, on)
        if holder.role is ApprovalRole.APPROVES:
            _approve(step, known, on)
        elif onward:
            _hand(step, plans_known.known(step.connection, plan_id).newest, on)
    return desk.done(step)


def returned(desk: Desk, plan_id: int, on: date, comment: str, today: date | None = None) -> Changed:
    """The paper came back for rework; when it is sent again it goes to the one who returned it.

    Refused without a comment: what is to be changed.
    """
    said = clean_lines(comment)
    if not said:
        raise Refusal(N_("Type what has to be changed."), field="comment")
    with _moving(desk, plan_id, N_("Returned for rework: «%(title)s»")) as (step, known):
        version, holder = _holder(known)
        check_day(version, on, today or date.today(), "back_on")
        _back(step, holder, on, Outcome.RETURNED, said, ApprovalState.RETURNED, None)
        step.change(plan_version, version.id, state=VersionState.RETURNED.value)
    return desk.done(step)


def take_back(desk: Desk, plan_id: int, on: date, today: date | None = None) -> Changed:
    """Take the paper back to change it before anybody has decided."""
    with _moving(desk, plan_id, N_("Take back the plan «%(title)s»")) as (step, known):
        version = known.newest
        if version.state is not VersionState.ON_APPROVAL:
            raise Refusal(NOBODY_HAS_IT)
        check_day(version, on, today or date.today(), "back_on")
        holder = version.with_them
        if holder is not None:
            _back(step, holder, on, Outcome.TAKEN_BACK, "", ApprovalState.WAITING, None)
        step.change(plan_version, version.id, state=VersionState.DRAFT.value)
    return desk.done(step)


@contextmanager
def _moving(desk: Desk, plan_id: int, label: str) -> Iterator[tuple[Step, Plan]]:
    """A step in which the paper of a plan moves; it is named after the plan."""
    with desk.store.read() as connection:
        title = plans_known.known(connection, plan_id).title
    with desk.step(label, title=short(title)) as step:
        step.made = plan_id
        yield step, plans_known.known(step.connection, plan_id)


def _holder(known: Plan) -> tuple[Version, Approval]:
    holder = known.newest.with_them
    if known.newest.state is not VersionState.ON_APPROVAL or holder is None:
        raise Refusal(NOBODY_HAS_IT)
    return known.newest, holder


def _name(step: Step, known: Plan) -> None:
    """Whoever was not named when the plan was begun is the one the organisation names now."""
    named = {each.role: each for each in chain_of(step.connection, known.kind)}
    for each in known.newest.steps:
        if not each.post and not each.full_name and each.role in named:
            step.change(approval, each.id, post=named[each.role].post, full_name=named[each.role].full_name)


def _hand(step: Step, version: Version, on: date) -> None:
    wanted = version.next_step
    assert wanted is not None
    step.add(approval_visit, approval_id=wanted.id, sent_on=on, back_on=None, outcome="", comment="")
    step.change(approval, wanted.id, state=ApprovalState.WITH_THEM.value)
    if version.state in EDITABLE:
        step.change(plan_version, version.id, state=VersionState.ON_APPROVAL.value)


def _back(
    step: Step, holder: Approval, on: date, outcome: Outcome, comment: str, state: ApprovalState, decided: date | None
) -> None:
    step.change(approval_visit, holder.visits[-1].id, back_on=on, outcome=outcome.value, comment=comment)
    step.change(approval, holder.id, state=state.value, decided_on=decided)


def _approve(step: Step, known: Plan, on: date) -> None:
    """Freeze what the plan says; the version before is replaced, and undo stops here."""
    rows = plans_known.rows_now(step.connection, known)
    if known.valid is not None:
        step.change(plan_version, known.valid.id, state=VersionState.SUPERSEDED.value)
    content = to_text(plans_known.as_it_stands(known, rows))
    heads = organisation.read(step.connection)
    for each in known.newest.steps:
        step.change(approval, each.id, post_ru=heads.post_in_russian(each.post))
    step.change(plan_version, known.newest.id, state=VersionState.APPROVED.value, approved_on=on, content=content)
    plans_states.catch_up(step, [each.id for each in rows])
    step.seal(SEALED, title=short(known.title))


def _given(version: Version) -> list[StepDraft]:
    done = (each for each in version.steps if each.state is ApprovalState.GIVEN)
    return [StepDraft(each.role, each.post, each.full_name, each.person_id) for each in done]


def _add_steps(step: Step, version_id: int, chain: Sequence[StepDraft], first: int) -> None:
    blank = {"version_id": version_id, "state": ApprovalState.WAITING.value, "decided_on": None}
    rows = [{**blank, "ordinal": at, **_columns(each)} for at, each in enumerate(chain, first)]
    step.add_many(approval, rows)


def _columns(wanted: StepDraft) -> dict[str, object]:
    names = {"post": wanted.post, "full_name": wanted.full_name, "person_id": wanted.person_id}
    return {"role": wanted.role.value, **names}
