"""The papers of reports: the yearly one with its slides, and the one on carrying out plans."""

from __future__ import annotations

from datetime import date

from altdesk.desk import Desk
from altdesk.domain.names import signature_name, split_full_name
from altdesk.domain.organisation import Organisation
from altdesk.domain.report import Report, ReportDraft, ReportKind
from altdesk.forms.sheets import execution_report as execution_form
from altdesk.forms.sheets import yearly_report as yearly_form
from altdesk.forms.sheets.report_sections import ReportData
from altdesk.services import organisation
from altdesk.services import report as service
from altdesk.services.papers.paper import Paper, signed_by


def report(desk: Desk, draft: ReportDraft, on: date | None = None) -> Paper:
    """A report as it stands; what was kept of it stands in its texts, and until it is approved it is marked a draft."""
    heads = organisation.get(desk)
    kept = draft if isinstance(draft, Report) else None
    approver = (kept.approved_by_post, kept.approved_by) if kept and kept.id else (heads.rector_post, heads.rector)
    data = ReportData(
        facts=service.facts(desk, draft),
        before=service.facts_before(desk, draft),
        title=draft.title,
        plan=kept.plan if kept else "",
        organisation=heads.name,
        department=heads.department,
        approved_by=(approver[0], _signature(approver[1])),
        approved_on=kept.approved_on if kept else None,
        heard_on=kept.heard_on if kept else None,
        draft=kept is None or not kept.locked,
        on=on or date.today(),
        signed_by=_director(heads),
    )
    form = yearly_form.FORM if draft.kind is ReportKind.YEARLY else execution_form.FORM
    return Paper(form, data)


def _director(heads: Organisation) -> tuple[tuple[str, str], ...]:
    """The director answers for the report (§6), else the secretary."""
    if not heads.director.strip():
        return signed_by(heads)
    return ((heads.director_post, _signature(heads.director)),)


def _signature(name: str) -> str:
    return signature_name(split_full_name(name).parts) if name.strip() else ""
