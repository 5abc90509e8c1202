"""Papers of bodies: the register of members as on a day (§5.6 No. 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from altdesk.desk import Desk
from altdesk.domain.bodies import MembersQuery
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.register_columns import REGISTER, MemberColumn
from altdesk.forms.sheets import members as form
from altdesk.services import bodies, organisation
from altdesk.services.papers.paper import Paper, signed_by


def members(
    desk: Desk,
    on: date,
    query: MembersQuery | None = None,
    columns: Sequence[MemberColumn] = REGISTER,
    chosen: Sequence[int] = (),
) -> Paper:
    """Who holds what on a day, as listed; `chosen` are the terms wanted where not all of them are.

    A list of one body has its title and name. Refused without a column.
    """
    if not columns:
        raise Refusal(N_("Choose at least one column."), field="columns")
    wanted = query or MembersQuery()
    rows = bodies.held_on(desk, on, wanted)
    if chosen:
        rows = [row for row in rows if row.term_id in set(chosen)]
    heads = organisation.get(desk)
    data = form.MembersData(tuple(rows), "", None, on, heads.in_both, signed_by(heads), tuple(columns))
    if wanted.body_id is not None:
        body = bodies.get(desk, wanted.body_id)
        data = replace(data, heading=body.in_both, kind=body.kind)
    elif wanted.post:
        data = replace(data, heading=wanted.post)
    return Paper(form.FORM, data)


def register(desk: Desk, body_id: int, on: date, columns: Sequence[MemberColumn] = REGISTER) -> Paper:
    """The register of one body, in the order of its posts."""
    return members(desk, on, MembersQuery(body_id=body_id), columns)
