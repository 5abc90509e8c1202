"""The sample desk's risks: assessed again and again, some overdue, one closed, one still to be assessed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.risks import AssessmentDraft, RiskDraft
from altdesk.services import documents, organisation, risks


def tell(desk: Desk, story: dict[str, Any], today: date) -> None:
    """Put the risks and their assessments on the desk, in one step."""
    with desk.step(N_("Sample risks")) as step:
        for each in story["risk"]:
            _risk(desk, each, today)
        step.made = None
    desk.done(step)


def _risk(desk: Desk, each: dict[str, Any], today: date) -> None:
    document = documents.by_code(desk, each["document"]).id if "document" in each else None
    due = today + timedelta(each["due"]) if "due" in each else None
    texts = (each["title"], each.get("cause", ""), each.get("process", ""))
    draft = RiskDraft(*texts, document, each.get("measure", ""), each.get("owner", ""), due)
    made = risks.add(desk, draft).id
    assert made is not None
    by = organisation.get(desk).secretary
    for days, likelihood, impact, *left in each.get("assessed", ()):
        after, bad = left or (None, None)
        assessed = AssessmentDraft(today + timedelta(days), likelihood, impact, after, bad, by)
        risks.assess(desk, made, assessed, today)
    if "closed" in each:
        risks.close(desk, [made], today + timedelta(each["closed"]))
