"""Records as they stood on a day, by the days they carry themselves; None is what was not there yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from altdesk.domain.acquaintance import (
    CLOSED_STATES,
    OPEN_STATES,
    Elsewhere,
    RowState,
    Sheet,
    SheetRow,
    closing,
)
from altdesk.domain.copies import WorkingCopy
from altdesk.domain.documents import Revision, RevisionState
from altdesk.domain.norms import Cited, NormState
from altdesk.domain.risk_scale import RiskScale
from altdesk.domain.risks import Assessment, HeatMap, Risk, RiskLine, RiskState, Side, heat_map


def revisions(every: Sequence[Revision], day: date) -> tuple[Revision, ...]:
    """The revisions there were, the newest first, each in the state it had and with the steps taken by then."""
    found: list[Revision] = []
    follower: date | None = None  # from when the next revision was in force
    for each in sorted(every, key=lambda revision: -revision.number):
        if (known := _revision(each, day, follower)) is not None:
            found.append(known)
        if each.effective_on is not None and each.state in _HAPPENED:
            follower = each.effective_on
    return tuple(found)


def begun(every: Sequence[Revision]) -> date | None:
    """The first day anything happened to these revisions; None where no day is known."""
    days = [each.effective_on for each in every] + [step.on for each in every for step in each.steps]
    return min((day for day in days if day is not None), default=None)


_HAPPENED = frozenset({RevisionState.IN_FORCE, RevisionState.WITHDRAWN})


def _revision(each: Revision, day: date, follower: date | None) -> Revision | None:
    taken = tuple(step for step in each.steps if step.on is None or step.on <= day)
    gone = next((step.on for step in each.steps if step.state is RevisionState.WITHDRAWN), None) or follower
    begun = each.effective_on is not None and each.effective_on <= day
    if each.state is RevisionState.WITHDRAWN and (gone is None or gone <= day):
        state = RevisionState.WITHDRAWN
    elif each.state in _HAPPENED and begun:
        state = RevisionState.IN_FORCE
    elif any(step.state is RevisionState.AGREED for step in taken):
        state = RevisionState.AGREED
    elif any(step.on is not None for step in taken):
        state = RevisionState.DRAFT
    else:
        return None
    order = list(RevisionState)
    steps = tuple(step for step in taken if order.index(step.state) <= order.index(state))
    effective_on = each.effective_on if state in _HAPPENED or each.planned else None
    return replace(each, state=state, effective_on=effective_on, steps=steps)


def sheets(every: Sequence[Sheet], day: date) -> tuple[Sheet, ...]:
    """The sheets of a revision with what stood in their rows; an open row knows what another one of its round said."""
    then = [replace(each, rows=tuple(_sheet_row(row, day) for row in each.rows)) for each in every]
    said: dict[tuple[int, int | None], list[Elsewhere]] = {}
    for each in then:
        for row in each.rows:
            if row.person_id is not None and row.state in CLOSED_STATES:
                said.setdefault((each.round, row.person_id), []).append(Elsewhere(each.number, row.state))

    def knowing(row: SheetRow, of: Sheet) -> SheetRow:
        return replace(row, elsewhere=closing(said.get((of.round, row.person_id), ()), of.number))

    return tuple(
        replace(each, rows=tuple(knowing(row, each) if row.state in OPEN_STATES else row for row in each.rows))
        for each in then
    )


def _sheet_row(row: SheetRow, day: date) -> SheetRow:
    happened = row.signed_on or (row.recorded_at.date() if row.recorded_at else None)
    if row.state is RowState.PENDING or happened is None or happened <= day:
        return row
    return replace(row, state=RowState.PENDING, signed_on=None)


def copy(each: WorkingCopy, day: date) -> WorkingCopy | None:
    """A working copy; one that came back later was still out."""
    if each.given_on is None or each.given_on > day:
        return None
    return replace(each, returned_on=_by(each.returned_on, day), withdrawn_on=_by(each.withdrawn_on, day))


def norm(each: Cited, day: date) -> Cited:
    """A norm that is cited; what changed later was in force."""
    if each.changed_on is None or each.changed_on <= day:
        return each
    return replace(each, state=NormState.IN_FORCE, changed_on=None, change_note="", flag_id=None)


def heat(every: Sequence[Risk], scale: RiskScale, side: Side, day: date) -> HeatMap:
    """The map of the risks that were open, by the newest assessment each had."""
    counts: Counter[tuple[int, int]] = Counter()
    elsewhere = unassessed = 0
    for each in every:
        newest = _newest(each, day)
        if newest is None or _by(each.closed_on, day) is not None:
            continue
        initial = side is Side.INITIAL
        up = newest.likelihood if initial else newest.residual_likelihood
        across = newest.impact if initial else newest.residual_impact
        if up is None or across is None:
            unassessed += 1
        elif newest.steps != scale.steps:
            elsewhere += 1
        else:
            counts[up, across] += 1
    return replace(heat_map(scale, side, counts), elsewhere=elsewhere, unassessed=unassessed)


def risk(each: Risk, day: date) -> RiskLine | None:
    """A risk with the newest assessment there was; one not assessed yet is not there."""
    newest = _newest(each, day)
    return None if newest is None else _line(each, newest, day)


def _newest(each: Risk, day: date) -> Assessment | None:
    made = (one for one in each.assessments if one.assessed_on <= day)
    return max(made, key=lambda one: (one.assessed_on, one.id), default=None)


def _line(each: Risk, newest: Assessment, day: date) -> RiskLine:
    closed_on = _by(each.closed_on, day)
    return RiskLine(
        each.id, each.title, each.cause, each.document, each.process, each.measure, each.owner, each.due_on,
        RiskState.CLOSED if closed_on else RiskState.OPEN, closed_on, newest.assessed_on, newest.likelihood,
        newest.impact, newest.level, newest.residual_likelihood, newest.residual_impact, newest.residual_level,
    )  # fmt: skip


def _by(of: date | None, day: date) -> date | None:
    return of if of is not None and of <= day else None
