"""The papers of reports: the yearly one with its slides, and the one on carrying out plans."""

from __future__ import annotations

from datetime import date

from altdesk.desk import Desk
from altdesk.domain.organisation import Organisation, Signatory
from altdesk.domain.report import Report, ReportDraft, ReportKind
from altdesk.domain.twins import twin
from altdesk.forms.sheets import execution_report as execution_form
from altdesk.forms.sheets import yearly_report as yearly_form
from altdesk.forms.sheets.report_sections import ReportData
from altdesk.services import organisation
from altdesk.services import report as service
from altdesk.services.papers.paper import Paper, signed_by, signing


def report(desk: Desk, draft: ReportDraft, on: date | None = None) -> Paper:
    """A report as it stands; what was kept of it stands in its texts, and until it is approved it is marked a draft."""
    heads = organisation.get(desk)
    kept = draft if isinstance(draft, Report) else None
    approver = approved_by(kept, heads) if kept and kept.id else heads.rector_signs
    data = ReportData(
        facts=service.facts(desk, draft),
        before=service.facts_before(desk, draft),
        title=draft.title,
        plan=kept.plan if kept else "",
        organisation=heads.in_both,
        department=heads.department_in_both,
        approved_by=signing(approver),
        approved_on=kept.approved_on if kept else None,
        heard_on=kept.heard_on if kept else None,
        draft=kept is None or not kept.locked,
        on=on or date.today(),
        signed_by=_director(heads),
    )
    form = yearly_form.FORM if draft.kind is ReportKind.YEARLY else execution_form.FORM
    return Paper(form, data)


def approved_by(kept: Report, heads: Organisation) -> Signatory:
    """Who approves a report; of one that is approved with the Russian post of then."""
    russian = kept.approved_by_post_ru if kept.locked else heads.post_in_russian(kept.approved_by_post)
    return twin(kept.approved_by_post, russian), kept.approved_by


def _director(heads: Organisation) -> tuple[Signatory, ...]:
    """The director answers for the report (§6), else the secretary."""
    return (signing(heads.director_signs),) if heads.director.strip() else signed_by(heads)
