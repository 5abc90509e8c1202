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
    club_assessment,
    club_assessments,
    copies,
    copies_collect,
    coverage,
    debts,
    document_card,
    documents,
    event_people,
    execution_report,
    extract,
    handover,
    inputs,
    leadership,
    matrix,
    measures,
    members,
    minutes,
    minutes_register,
    norms,
    outputs,
    people,
    person_card,
    person_tasks,
    plans,
    recovery,
    residual,
    risks,
    schedule,
    short_minutes,
    sponsors,
    storage,
    succession,
    tables,
    tasks,
    yearly_report,
)

FORMS: tuple[Form[Any], ...] = (
    acquaintance.FORM,
    residual.FORM,
    debts.FORM,
    all_debts.FORM,
    coverage.FORM,
    people.FORM,
    person_card.FORM,
    documents.FORM,
    minutes.FORM,
    short_minutes.FORM,
    extract.FORM,
    attendance.FORM,
    minutes_register.FORM,
    tasks.FORM,
    succession.FORM,
    recovery.FORM,
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
    sponsors.FORM,
    leadership.FORM,
    measures.FORM,
    club_assessment.FORM,
    club_assessments.FORM,
    acquaintance_result.FORM,
    binder.FORM,
    binder_note.FORM,
    execution_report.FORM,
    yearly_report.FORM,
)


def by_code(code: str) -> Form[Any]:
    """The form of a code. Refuses a code no form has."""
    for form in FORMS:
        if form.code == code:
            return form
    raise Refusal(N_("There is no form %(code)s."), field="form", code=code)
