"""The paper of the risk register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from altdesk.desk import Desk
from altdesk.domain.risks import RisksQuery, RiskState, Side
from altdesk.forms.sheets import risks as risks_form
from altdesk.services import organisation, risks, rules
from altdesk.services.papers.paper import Paper, signed_by


def register(
    desk: Desk, ids: Sequence[int] | None = None, query: RisksQuery | None = None, on: date | None = None
) -> Paper:
    """Risks as listed, in the order given, and the maps of those that are open; without ids all that are listed.

    `query` says what list it is; without one it is the whole register.
    """
    asked = query or RisksQuery()
    wanted = risks.ids(desk, asked) if ids is None else ids
    open_ = replace(asked, state=RiskState.OPEN, cell=None)
    maps = tuple(risks.heat(desk, replace(open_, side=side)) for side in Side)
    heads = organisation.get(desk)
    data = risks_form.RisksData(
        tuple(risks.lines(desk, wanted)),
        rules.get(desk).risk_scale,
        maps,
        on or date.today(),
        heads.in_both,
        signed_by(heads),
    )
    return Paper(risks_form.FORM, data)
