"""Plans: the list of a year with where each paper is, one plan, its head and its work cycle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import Period, academic_year, academic_year_of
from altdesk.domain.errors import Refusal
from altdesk.domain.events_kinds import HeldState
from altdesk.domain.marking import N_
from altdesk.domain.plans import WAITS_LONG, CycleDraft, Plan, PlanContent, PlanDraft, where
from altdesk.domain.plans_kinds import OF_BODY, PLAN_KIND_NAMES, PlanKind, VersionState
from altdesk.domain.plans_lists import Figures, PlanLine, PlansQuery, figures
from altdesk.domain.text import clean, clean_lines, fold, sort_key
from altdesk.services import bodies, plans_approval, plans_known, rules
from altdesk.services.plans_rows import short
from altdesk.services.plans_states import row_held, row_moved, row_not_held, row_planned
from db.models.plans import plan
from db.queries import plans as queries
from db.step import Step, now

__all__ = ["row_held", "row_moved", "row_not_held", "row_planned"]


# asking


def ids(desk: Desk, query: PlansQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the plans of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: PlansQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int], on: date | None = None) -> list[PlanLine]:
    """The lines of these plans, in the order given."""
    with desk.store.read() as connection:
        found = queries.plans(connection, wanted, rules.read(connection).year_start)
        counts = queries.counted(connection, {each.id: each.period for each in found}, on or date.today())
    return [_line(each, counts.get(each.id, {})) for each in found]


def _line(known: Plan, counts: dict[str, int]) -> PlanLine:
    paper = where(known.newest)
    valid = known.valid
    return PlanLine(
        known.id,
        known.kind,
        known.year,
        known.period.name,
        known.title,
        known.body,
        known.unit,
        known.newest.number,
        known.newest.state,
        known.amended,
        valid.approved_on if valid else None,
        paper.step.called if paper is not None and paper.step is not None else "",
        paper.since if paper is not None else None,
        paper.comment if paper is not None else "",
        _figures(counts),
    )


def _figures(counts: dict[str, int]) -> Figures:
    planned, held, moved, not_held = (counts.get(state.value, 0) for state in HeldState)
    return Figures(planned, held, moved, not_held, counts.get("late", 0))


def get(desk: Desk, plan_id: int) -> Plan:
    """One plan with its versions and approvals. Refused when there is none."""
    with desk.store.read() as connection:
        return plans_known.known(connection, plan_id)


def years(desk: Desk, today: date | None = None) -> list[Period]:
    """The academic years there are plans of, and the one that runs; the newest first."""
    with desk.store.read() as connection:
        start = rules.read(connection).year_start
        kept = set(queries.years(connection))
    kept.add(academic_year(today or date.today(), start).first.year)
    return [academic_year_of(year, start) for year in sorted(kept, reverse=True)]


def called(desk: Desk, name: str, year: int | None = None) -> Plan:
    """The plan of an id, a title, or a body or unit; the newest of several years. Refused when it is not clear."""
    if name.strip().isdecimal():
        return get(desk, int(name))
    typed = fold(clean(name).text)
    found = lines(desk, ids(desk, PlansQuery(sort="year", descending=True, year=year)))
    bodies_so = {
        fold(each.name)
        for each in bodies.all_bodies(desk)
        if typed and typed in {fold(each.short_name), fold(each.name_ru)}
    }
    exact = [each for each in found if not bodies_so.union((typed,)).isdisjoint({fold(each.title), fold(each.of)})]
    chosen = exact or [each for each in found if typed and typed in fold(each.title)]
    newest = [each for each in chosen if each.year == chosen[0].year]
    if not newest:
        raise Refusal(N_("There is no plan “%(name)s”."), name=name)
    if len(newest) > 1:
        titles = "; ".join(f"{each.id} – {each.title}" for each in newest)
        raise Refusal(N_("Several plans are called so: %(titles)s. Give the number."), titles=titles)
    return get(desk, newest[0].id)


def main(desk: Desk, year: int | None = None) -> Plan:
    """The plan of the work with youth, which is the department's own, else the first one; of the year, else of the
    latest with plans. Refused where there is none."""
    found = lines(desk, ids(desk, PlansQuery(sort="year", descending=True, year=year)))
    latest = [each for each in found if each.year == found[0].year]
    if not latest:
        raise Refusal(N_("There is no plan of that year. Look with `altdesk list plans`."), field="year")
    return get(desk, next((each for each in latest if each.kind is PlanKind.YOUTH), latest[0]).id)


def of_body(desk: Desk, body_id: int) -> int | None:
    """The newest plan of a body."""
    return next(iter(ids(desk, PlansQuery(body_id=body_id, sort="year", descending=True), 1)), None)


def content(desk: Desk, plan_id: int, number: int | None = None) -> PlanContent:
    """What a version of a plan says; without a number what the plan says now."""
    with desk.store.read() as connection:
        known = plans_known.known(connection, plan_id)
        if number is None:
            return plans_known.as_it_stands(known, plans_known.rows_now(connection, known))
        return plans_known.version(connection, known, number)


def figures_of(desk: Desk, plan_id: int, on: date | None = None) -> Figures:
    """What was planned, held, moved, and not held and why."""
    with desk.store.read() as connection:
        return figures(plans_known.rows(connection, plans_known.known(connection, plan_id)), on or date.today())


def waiting_long(desk: Desk, on: date | None = None) -> list[PlanLine]:
    """The plans whose paper has been with somebody for more than two weeks, the longest first."""
    day = on or date.today()
    with desk.store.read() as connection:
        wanted = queries.on_the_way(connection, day - timedelta(days=WAITS_LONG))
    return lines(desk, wanted, day)


# changing


def add(desk: Desk, draft: PlanDraft, today: date | None = None) -> Changed:
    """Add a plan: a draft without rows, its chain of approvals as its kind has it.

    Refused for a second plan of the same body or unit in a year.
    """
    with desk.step(N_("Add the plan «%(title)s»"), title=short(draft.title)) as step:
        step.made = insert(step, tidy(desk, step, draft), today or date.today())
        step.values["title"] = short(tidy(desk, step, draft, own=step.made).title)
    return desk.done(step)


def insert(step: Step, tidied: PlanDraft, today: date) -> int:
    """Within a step: a new plan with its first version."""
    texts = dict.fromkeys(asdict(CycleDraft()), "")
    made = step.add(plan, **_row(tidied), **texts, binned_at=None)
    plans_approval.begin(step, made, 1, today, plans_approval.chain_of(step.connection, tidied.kind))
    return made


def save(desk: Desk, plan_id: int, draft: PlanDraft, today: date | None = None) -> Changed:
    """Change the head of a plan; the year only while it has no rows. Refused once it is sent or approved."""
    del today
    with desk.step(N_("Change the plan «%(title)s»"), title=short(draft.title)) as step:
        known = plans_known.known(step.connection, plan_id)
        tidied = tidy(desk, step, draft, own=plan_id)
        step.made = plan_id
        if _head(known) != _head(tidied):
            plans_known.changeable(step.connection, plan_id)
            _refuse_other_plan(step, known, tidied)
            if known.kind is not tidied.kind:
                plans_approval.rewrite(step, known, plans_approval.chain_of(step.connection, tidied.kind))
        step.change(plan, plan_id, **_row(tidied))
    return desk.done(step)


def _refuse_other_plan(step: Step, known: Plan, wanted: PlanDraft) -> None:
    """An amendment is of the same plan, and rows belong to their year."""
    same = (known.kind, known.year, known.body_id, known.unit_id)
    if known.valid is not None and same != (wanted.kind, wanted.year, wanted.body_id, wanted.unit_id):
        raise Refusal(N_("An amendment is of the same plan: its kind, year and owner stay."), field="kind")
    if known.year != wanted.year and plans_known.rows_now(step.connection, known):
        sentence = N_("The rows belong to the year of the plan. Copy the plan into the other year instead.")
        raise Refusal(sentence, field="year")


def save_cycle(desk: Desk, plan_id: int, cycle: CycleDraft) -> Changed:
    """Keep the texts of the work cycle; they belong to no version and are open all year."""
    texts = {name: clean_lines(text) for name, text in asdict(cycle).items()}
    with desk.step(N_("Describe the work cycle of a plan")) as step:
        plans_known.known(step.connection, plan_id)
        step.made = plan_id
        step.change(plan, plan_id, **texts)
    return desk.done(step)


def bin_(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Put plans into the bin. Refused for one that was approved or is on approval."""
    every = list(chosen)
    with desk.step(N_("%(count)s plans to the bin"), count=len(every)) as step:
        for number in every:
            known = plans_known.known(step.connection, number)
            if known.valid is not None or known.newest.state is VersionState.ON_APPROVAL:
                sentence = N_("“%(title)s” is approved or on approval. Such a plan is kept.")
                raise Refusal(sentence, title=short(known.title))
        step.change_many(plan, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


def tidy(desk: Desk, step: Step, draft: PlanDraft, own: int | None = None) -> PlanDraft:
    """A draft as it is kept: texts cleaned, a title by its kind where none was typed, the owner checked."""
    of_body, of_unit = draft.kind in OF_BODY, draft.kind is PlanKind.INSTITUTE
    if of_body and draft.body_id is None:
        raise Refusal(N_("Choose whose plan it is."), field="body_id")
    if of_unit and draft.unit_id is None:
        raise Refusal(N_("Choose the institute whose plan it is."), field="unit_id")
    if not 1900 <= draft.year <= 2199:
        raise Refusal(N_("Choose the academic year of the plan."), field="year")
    body_id, unit_id = draft.body_id if of_body else None, draft.unit_id if of_unit else None
    title = clean(draft.title).text or _title(desk, draft.kind, body_id)
    tidied = replace(draft, title=title, body_id=body_id, unit_id=unit_id, note=clean_lines(draft.note))
    same = {"kind": draft.kind.value, "year": draft.year, "body_id": body_id, "unit_id": unit_id}
    twin = queries.twin(step.connection, same, own)
    if twin is not None:
        field = "body_id" if of_body else "unit_id" if of_unit else "year"
        sentence = N_("There is a plan of this kind for this year already. Open it, or copy it into another year.")
        raise Refusal(sentence, field=field, opens=("plan", twin))
    return tidied


def _title(desk: Desk, kind: PlanKind, body_id: int | None) -> str:
    name = desk.say(PLAN_KIND_NAMES[kind])
    return (
        f"{name}: {bodies.get(desk, body_id).name}" if body_id is not None and kind is not PlanKind.GOVERNMENT else name
    )


def _head(draft: PlanDraft) -> tuple[Any, ...]:
    """What an approval approves of a plan's head."""
    return draft.kind, draft.year, draft.body_id, draft.unit_id, draft.title, draft.approach


def _row(draft: PlanDraft) -> dict[str, Any]:
    names = ("year", "body_id", "unit_id", "title", "note")
    kinds = {"kind": draft.kind.value, "approach": draft.approach.value}
    return {name: getattr(draft, name) for name in names} | kinds | {"title_sort": sort_key(draft.title)}
