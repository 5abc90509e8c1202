"""The lists of an audit binder as of a day; None where there was nothing to list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from altdesk.desk import Desk
from altdesk.domain import as_of
from altdesk.domain.acquaintance import Sheet
from altdesk.domain.changes import Change, by_sheet
from altdesk.domain.copies import CopiesQuery
from altdesk.domain.documents import Document, Revision
from altdesk.domain.norms import Cited, Outcome
from altdesk.domain.risks import RisksQuery, Side
from altdesk.forms.sheets import changes as changes_form
from altdesk.forms.sheets import copies as copies_form
from altdesk.forms.sheets import handover as handover_form
from altdesk.forms.sheets import matrix as matrix_form
from altdesk.forms.sheets import norms as norms_form
from altdesk.forms.sheets import risks as risks_form
from altdesk.forms.sheets import tables as tables_form
from altdesk.forms.sheets.acquaintance_result import ResultRow
from altdesk.services import changes as changes_service
from altdesk.services import copies as copies_service
from altdesk.services import handovers as handovers_service
from altdesk.services import matrix as matrix_service
from altdesk.services import norms as norms_service
from altdesk.services import organisation, rules
from altdesk.services import risks as risks_service
from altdesk.services.papers.changes import sheet_of
from altdesk.services.papers.paper import Paper


def changes(desk: Desk, known: Document, on: date) -> Paper | None:
    """The entries made by the day, sheet by sheet; blank rows of a sheet once it was printed."""
    kept = [sheet for sheet in changes_service.sheets(desk, known.id) if sheet.printed_on <= on]
    numbers = {sheet.number for sheet in kept}
    entries = [each for each in changes_service.of_document(desk, known.id) if _made(each, numbers, on)]
    if not entries:
        return None
    following = max(numbers, default=0) + 1
    then = [each if each.sheet in numbers else replace(each, sheet=None) for each in entries]
    placed = {number: tuple(map(_entry, mine)) for number, mine in by_sheet(then, following - 1).items()}
    sheets = [sheet_of(sheet.number, sheet, placed.get(sheet.number, ())) for sheet in kept]
    if fresh := placed.get(following):
        sheets.append(sheet_of(following, changes_service.heads_now(desk, known.id), fresh))
    state = known.current.state if known.current is not None else None
    return Paper(changes_form.FORM, changes_form.ChangesData(known.code, tuple(sheets), state))


def _made(each: Change, printed: set[int], on: date) -> bool:
    return each.on <= on if each.on is not None else each.sheet in printed


def _entry(each: Change) -> changes_form.Entry:
    return changes_form.Entry(each.number, each.paragraph, each.change, each.on, each.who.name, each.corrects)


def result_rows(sheets: Sequence[Sheet]) -> tuple[ResultRow, ...]:
    """The rows of printed sheets, one after another."""
    return tuple(
        ResultRow(sheet.number, row.no, row.full_name, row.post, row.state, row.signed_on, row.elsewhere)
        for sheet in sheets
        for row in sheet.rows
    )


def copies(desk: Desk, known: Document, on: date) -> Paper | None:
    every = copies_service.every(desk, CopiesQuery(sort="number", document_id=known.id))
    found = tuple(copy for each in every if (copy := as_of.copy(each, on)) is not None)
    if not found:
        return None
    current = known.current
    data = copies_form.CopiesData(
        known.code,
        known.title,
        current.number if current else None,
        current.effective_on if current else None,
        copies_form.rows_of(found),
        on,
        organisation.get(desk).in_both,
        state=current.state if current else None,
    )
    return Paper(copies_form.FORM, data)


def handovers(desk: Desk, known: Document, of: Revision, on: date) -> Paper | None:
    found = [each for each in handovers_service.of_revision(desk, of.id) if each.handed_on and each.handed_on <= on]
    if not found:
        return None
    receipts = tuple(handover_form.of_handover(each) for each in reversed(found))
    data = handover_form.HandoverData(
        known.code, known.title, of.number, of.effective_on, receipts, organisation.get(desk).in_both, of.state
    )
    return Paper(handover_form.FORM, data)


def tables(desk: Desk, known: Document, of: Revision) -> Paper | None:
    found = matrix_service.of_revision(desk, of.id)
    if not found:
        return None
    data = matrix_form.GridsData(
        known.code, known.title, of.number, tuple(found), of.state, of.effective_on, organisation.get(desk).in_both
    )
    return Paper(tables_form.FORM, data)


def risks_of(desk: Desk, document_id: int) -> Sequence[int]:
    """The risks of a document in the order of their titles."""
    return risks_service.ids(desk, RisksQuery(sort="title", descending=False, document_id=document_id))


def risks(desk: Desk, chosen: Sequence[int], on: date) -> Paper | None:
    every = [risks_service.get(desk, each) for each in chosen]
    found = tuple(line for line in (as_of.risk(each, on) for each in every) if line is not None)
    if not found:
        return None
    scale = rules.get(desk).risk_scale
    maps = tuple(as_of.heat(every, scale, side, on) for side in Side)
    return Paper(risks_form.FORM, risks_form.RisksData(found, scale, maps, on, organisation.get(desk).in_both))


def _asked(each: Cited, on: date) -> bool:
    """Whether the question that the norm's change put was still open."""
    if each.changed_on is None or each.outcome is None:
        return False
    return each.outcome is Outcome.OPEN or (each.reviewed_on is not None and each.reviewed_on > on)


def norms(desk: Desk, known: Document, on: date) -> Paper | None:
    found = [as_of.norm(each, on) for each in norms_service.of_document(desk, known.id)]
    if not found:
        return None
    rows = tuple(
        norms_form.NormRow(
            each.designation,
            each.title,
            each.kind,
            each.state,
            each.changed_on,
            (known.code,),
            (known.code,) if _asked(each, on) else (),
        )
        for each in found
    )
    return Paper(norms_form.FORM, norms_form.NormsData(rows, on, organisation.get(desk).in_both, code=known.code))
