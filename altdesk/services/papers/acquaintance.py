"""Papers of acquaintance: sheets, residual sheets, debts of one person or of all, the coverage of every revision."""

from __future__ import annotations

from datetime import date
from functools import partial

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import Sheet
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import Rendered
from altdesk.forms.sheets import acquaintance as acquaintance_form
from altdesk.forms.sheets import all_debts as all_debts_form
from altdesk.forms.sheets import coverage as coverage_form
from altdesk.forms.sheets import debts as debts_form
from altdesk.forms.sheets import residual as residual_form
from altdesk.services import acquaintance as service
from altdesk.services import documents as documents_service
from altdesk.services import organisation, rounds
from altdesk.services import people as people_service
from altdesk.services.papers.paper import Noted, Paper, signed_by


def acquaintance(desk: Desk, sheet_id: int) -> Paper:
    """A kept sheet, acquaintance or residual; until its first print with the names of this moment."""
    sheet = service.as_shown(desk, sheet_id)
    form = residual_form.FORM if sheet.residual_of is not None else acquaintance_form.FORM
    state = documents_service.revision_of(desk, sheet.revision_id).state
    data = acquaintance_form.of_sheet(sheet, sheet.organisation_in_both, state)
    noted = Noted(partial(_printed, desk, sheet), N_("Print sheet No. %(number)s"), {"number": sheet.number})
    return Paper(form, data, noted, sheet.number)


def _printed(desk: Desk, sheet: Sheet, rendered: Rendered, options: PrintOptions, on: date) -> Changed:
    """At the first print the names on the sheet are the ones kept from now on, and the scanner's map is stored;
    single pages printed again leave that map as it is."""
    whole = not options.pages.strip() or service.layout(desk, sheet.id) is None
    layout = rendered.cell_map.to_json() if rendered.cell_map is not None and whole else None
    return service.printed(desk, sheet.id, layout, on, sheet)


def debts(desk: Desk, person_id: int, on: date | None = None) -> Paper:
    """Every document a person still owes. Refused when there is none."""
    debtor = service.debts_of(desk, person_id)
    if debtor is None:
        known = people_service.get(desk, person_id)
        if refused := service.refused_in_all(desk, person_id):
            raise Refusal(N_("%(name)s owes no document (refused: %(n)s)."), name=known.full_name, n=refused)
        raise Refusal(N_("%(name)s owes no document."), name=known.full_name)
    return Paper(debts_form.FORM, debts_form.of_debtor(debtor, organisation.get(desk).in_both, on or date.today()))


def all_debts(desk: Desk, on: date | None = None) -> Paper:
    """The debts sheets of everybody who owes, each on a page of its own. Refused when nobody does."""
    debtors = service.debts(desk)
    if not debtors and (refused := service.refused_in_all(desk)):
        raise Refusal(N_("No row awaits a signature (refused: %(n)s)."), n=refused)
    if not debtors:
        raise Refusal(N_("Nobody owes a document."))
    name, day = organisation.get(desk).in_both, on or date.today()
    return Paper(
        all_debts_form.FORM,
        all_debts_form.AllDebtsData(tuple(debts_form.of_debtor(debtor, name, day) for debtor in debtors), day),
    )


def coverage(desk: Desk, text: str = "", on: date | None = None) -> Paper:
    """Every revision in force with signed of total, and the names of those who have not."""
    rows = tuple(
        coverage_form.CoverageRow(
            line.document,
            line.title,
            line.revision,
            line.effective_on,
            line.signed,
            line.total,
            *_missing(desk, line.revision_id),
        )
        for line in service.coverage(desk, text)
    )
    day = on or date.today()
    heads = organisation.get(desk)
    return Paper(coverage_form.FORM, coverage_form.CoverageData(rows, day, heads.in_both, signed_by(heads)))


def _missing(desk: Desk, revision_id: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of those whose signature is awaited, and of those who refused it."""
    asked = rounds.missing(desk, revision_id)
    return (
        tuple(each.person.full_name for each in asked if not each.refused),
        tuple(each.person.full_name for each in asked if each.refused),
    )
