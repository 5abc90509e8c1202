"""Risks: the register, its assessments, the heat map; closing and opening again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.risks import (
    AssessmentDraft,
    HeatMap,
    Risk,
    RiskDraft,
    RiskLine,
    RisksQuery,
    RiskState,
    assessed,
    heat_map,
)
from altdesk.domain.text import clean, clean_lines, sort_key
from altdesk.services import rules
from db.models.risks import assessment, risk
from db.queries import risks as queries
from db.step import Step, now
from db.store import user_name

LONGEST = 60  # letters of a title in the name of a step


def ids(desk: Desk, query: RisksQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the risks of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, rules.read(connection).risk_steps, limit)


def count(desk: Desk, query: RisksQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query, rules.read(connection).risk_steps)


def lines(desk: Desk, wanted: Sequence[int]) -> list[RiskLine]:
    """The rows of these risks, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, risk_id: int) -> Risk:
    """One risk with its assessments. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.get(connection, risk_id)
    if found is None:
        raise Refusal(N_("There is no such risk."))
    return found


def heat(desk: Desk, query: RisksQuery) -> HeatMap:
    """The risks of a list counted by likelihood and impact on the query's side; its own cell does not narrow it."""
    with desk.store.read() as connection:
        scale = rules.read(connection).risk_scale
        rows = queries.counts(connection, replace(query, cell=None))
    here = {(up, across): number for steps, up, across, number in rows if steps == scale.steps and up and across}
    elsewhere = sum(number for steps, up, _, number in rows if up and steps != scale.steps)
    unassessed = sum(number for _, up, _, number in rows if not up)
    return replace(heat_map(scale, query.side, here), elsewhere=elsewhere, unassessed=unassessed)


def overdue(desk: Desk, on: date) -> list[RiskLine]:
    """Open risks whose measure should have been taken before this day."""
    with desk.store.read() as connection:
        return queries.overdue(connection, on)


def processes(desk: Desk) -> list[str]:
    """The processes named so far, in Kazakh order."""
    with desk.store.read() as connection:
        return sorted(queries.processes(connection), key=sort_key)


def add(desk: Desk, draft: RiskDraft) -> Changed:
    """Add a risk; its first assessment is a step of its own. Refused without saying what may happen."""
    tidied = _tidy(draft)
    with desk.step(N_("Add the risk «%(title)s»"), title=short(tidied.title)) as step:
        step.made = step.add(risk, **_row(tidied), state=RiskState.OPEN.value)
    return desk.done(step)


def save(desk: Desk, risk_id: int, draft: RiskDraft) -> Changed:
    """Change what is said of a risk; its assessments stay as they are."""
    tidied = _tidy(draft)
    with desk.step(N_("Change the risk «%(title)s»"), title=short(tidied.title)) as step:
        step.made = risk_id
        step.change(risk, risk_id, **_row(tidied))
    return desk.done(step)


def assess(desk: Desk, risk_id: int, draft: AssessmentDraft, today: date | None = None) -> Changed:
    """Assess a risk on the scale of the desk; earlier assessments stay on record, the newest counts.

    Refused for a closed risk, a day ahead, and where what is left is greater than what was.
    """
    known = get(desk, risk_id)
    with desk.step(N_("Assess the risk «%(title)s»"), title=short(known.title)) as step:
        if known.state is RiskState.CLOSED:
            raise Refusal(N_("The risk is closed. Open it again to assess it."))
        step.made = risk_id
        insert_assessment(step, risk_id, draft, today or date.today())
    return desk.done(step)


def insert_assessment(step: Step, risk_id: int, draft: AssessmentDraft, today: date) -> int:
    """Within a step: keep an assessment. Refused where it makes no sense on the scale of the desk."""
    scale = rules.read(step.connection).risk_scale
    level, residual = assessed(draft, scale, today)
    return step.add(
        assessment,
        risk_id=risk_id,
        assessed_on=draft.assessed_on,
        assessed_by=clean(draft.assessed_by).text,
        steps=scale.steps,
        likelihood=draft.likelihood,
        impact=draft.impact,
        level=level.value,
        residual_likelihood=draft.residual_likelihood,
        residual_impact=draft.residual_impact,
        residual_level=residual.value if residual else "",
        note=clean_lines(draft.note),
        recorded_by=user_name(),
        recorded_at=now(),
    )


def close(desk: Desk, chosen: Iterable[int], on: date | None = None) -> Changed:
    """Close risks: they no longer count on the heat map and are not reminded of."""
    return _set_state(desk, list(chosen), N_("Close risks"), RiskState.CLOSED, on or date.today())


def reopen(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Open closed risks again."""
    return _set_state(desk, list(chosen), N_("Open risks again"), RiskState.OPEN, None)


def _set_state(desk: Desk, chosen: list[int], label: str, state: RiskState, on: date | None) -> Changed:
    with desk.step(label) as step:
        other = {line.id for line in queries.lines(step.connection, chosen) if line.state is not state}
        step.change_many(
            risk, [(number, {"state": state.value, "closed_on": on}) for number in chosen if number in other]
        )
        step.made = chosen[0] if len(chosen) == 1 else None
    return desk.done(step)


def bin_(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Put risks into the bin; undo brings them back."""
    every = list(chosen)
    with desk.step(N_("%(count)s risks to the bin"), count=len(every)) as step:
        step.change_many(risk, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


def short(title: str) -> str:
    """A title as the name of a step holds it."""
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"


def _tidy(draft: RiskDraft) -> RiskDraft:
    lines_of = ("title", "process", "owner")
    cleaned: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in lines_of}
    cleaned |= {name: clean_lines(getattr(draft, name)) for name in ("cause", "measure", "note")}
    if not cleaned["title"]:
        raise Refusal(N_("Say what may happen."), field="title")
    return replace(draft, **cleaned)


def _row(draft: RiskDraft) -> dict[str, Any]:
    names = ("title", "cause", "process", "document_id", "measure", "owner", "due_on", "note")
    keys = {"title_sort": sort_key(draft.title), "owner_sort": sort_key(draft.owner)}
    return {name: getattr(draft, name) for name in names} | keys
