"""Every form there is. An explicit list, so that the built program knows the same forms as the source tree."""

from __future__ import annotations

from typing import Any

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.forms.form import Form
from altdesk.forms.sheets import (
    acquaintance,
    acquaintance_result,
    all_debts,
    attendance,
    binder,
    binder_note,
    changes,
    copies,
    copies_collect,
    coverage,
    debts,
    document_card,
    documents,
    event_people,
    extract,
    handover,
    inputs,
    matrix,
    members,
    minutes,
    minutes_register,
    norms,
    outputs,
    people,
    person_tasks,
    plans,
    residual,
    risks,
    schedule,
    short_minutes,
    storage,
    tables,
    tasks,
)

FORMS: tuple[Form[Any], ...] = (
    acquaintance.FORM,
    residual.FORM,
    debts.FORM,
    all_debts.FORM,
    coverage.FORM,
    people.FORM,
    documents.FORM,
    minutes.FORM,
    short_minutes.FORM,
    extract.FORM,
    attendance.FORM,
    minutes_register.FORM,
    tasks.FORM,
    person_tasks.FORM,
    plans.FORM,
    schedule.FORM,
    event_people.FORM,
    document_card.FORM,
    changes.FORM,
    copies.FORM,
    copies_collect.FORM,
    handover.FORM,
    norms.FORM,
    members.FORM,
    matrix.FORM,
    outputs.FORM,
    inputs.FORM,
    storage.FORM,
    tables.FORM,
    risks.FORM,
    acquaintance_result.FORM,
    binder.FORM,
    binder_note.FORM,
)


def by_code(code: str) -> Form[Any]:
    """The form of a code. Refuses a code no form has."""
    for form in FORMS:
        if form.code == code:
            return form
    raise Refusal(N_("There is no form %(code)s."), field="form", code=code)
