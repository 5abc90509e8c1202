"""The sample desk's entries of §12, and where and until when its documents are filed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.changes import ChangeDraft, ChangeKind
from altdesk.domain.documents import Who
from altdesk.domain.marking import N_
from altdesk.services import changes, documents


def tell(desk: Desk, story: dict[str, Any], today: date) -> None:
    """Documents are filed, changes are registered; none is printed, so that undo empties the sample again."""
    with desk.step(N_("Sample of filing")) as step:
        for code, filed in story["filed"].items():
            known = documents.by_code(desk, code)
            said = {name: value for name, value in filed.items() if name != "review"}
            documents.save(desk, known.id, replace(known, review_on=today + timedelta(filed["review"]), **said))
        step.made = None
    desk.done(step)
    for each in story["change"]:
        on, kind = today + timedelta(each["on"]), ChangeKind(each["kind"])
        draft = ChangeDraft(each["paragraph"], each["change"], on, Who(each["name"]), kind)
        changes.add(desk, documents.by_code(desk, each["document"]).id, draft, today=today)
