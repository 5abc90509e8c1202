"""Last year's plan for another year: the same rows a year later, none of them held yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import academic_year_of
from altdesk.domain.marking import N_
from altdesk.domain.plans import Plan, PlanDraft
from altdesk.domain.plans_time import shifted
from altdesk.services import plans, plans_known, plans_rows, rules
from altdesk.services.plans_rows import kept_columns, short
from db.models.people import person
from db.step import Step


def copy(desk: Desk, plan_id: int, year: int | None = None, today: date | None = None) -> Changed:
    """Copy a plan into another year, the next one unless it is said: as it was approved, else as it stands now.

    The year's name in the title becomes the new one. Refused where that year has such a plan already.
    """
    with desk.store.read() as connection:
        title = plans_known.known(connection, plan_id).title
    with desk.step(N_("Copy the plan «%(title)s»"), title=short(title)) as step:
        known = plans_known.known(step.connection, plan_id)
        wanted = known.year + 1 if year is None else year
        period = academic_year_of(wanted, rules.read(step.connection).year_start)
        draft = PlanDraft(known.kind, wanted, known.body_id, known.unit_id, "", known.approach)
        draft = replace(draft, title=_title(known, period.name))
        step.made = plans.insert(step, plans.tidy(desk, step, draft), today or date.today())
        content = plans_known.approved(step.connection, known)
        said = content.rows if content else [each.said for each in plans_known.rows_now(step.connection, known)]
        gone = _gone(step, [each.responsible_id for each in said if each.responsible_id is not None])
        for ordinal, each in enumerate(said, 1):
            later = replace(each, time=shifted(each.time, wanted - known.year, period), note="")
            if later.responsible_id in gone:
                later = replace(later, responsible_id=None)
            plans_rows.insert(step, step.made, ordinal, kept_columns(later))
    return desk.done(step)


def _title(known: Plan, name: str) -> str:
    """The title with the year's name made that of the other year, in whichever dash it is written."""
    dashes = (known.period.name, *(known.period.name.replace("-", dash) for dash in ("–", "—", "/")))
    title = known.title
    for written in dashes:
        title = title.replace(written, name)
    return title


def _gone(step: Step, people: list[int]) -> set[int]:
    """Those who have left: their names stay, to be changed by whoever plans."""
    left = person.c.id.in_(people) & (person.c.left_on.is_not(None) | person.c.binned_at.is_not(None))
    return set(step.connection.execute(select(person.c.id).where(left)).scalars())
