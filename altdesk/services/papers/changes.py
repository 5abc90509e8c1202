"""The paper of §12: a document's changes, each sheet as it was printed, what is new on a sheet that continues them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from altdesk.desk import Changed, Desk
from altdesk.domain.changes import Change, SheetHeads, by_sheet
from altdesk.domain.documents import Document, RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import Rendered
from altdesk.forms.sheets import changes as form
from altdesk.forms.sheets.changes import ChangesData, Entry, Sheet
from altdesk.services import changes as service
from altdesk.services import documents
from altdesk.services.papers.paper import Noted, Paper


def changes(desk: Desk, document_id: int, first: int = 1) -> Paper:
    """The entries of a document from a number on; what was not printed yet stands on the next sheet.

    Blank rows go on with the next numbers, which count as printed; a document without entries prints an empty sheet.
    """
    known, every = documents.get(desk, document_id), service.of_document(desk, document_id)
    last = max((each.number for each in every), default=0)
    if not 1 <= first <= last + 1:
        raise Refusal(N_("The document has no change number %(number)s."), field="from", number=first)
    entries = [each for each in every if each.number >= first]
    heads = service.heads_now(desk, document_id)
    kept = service.sheets(desk, document_id)
    following = max((sheet.number for sheet in kept), default=0) + 1
    placed = {number: tuple(map(_entry, mine)) for number, mine in by_sheet(entries, following - 1).items()}
    sheets = [sheet_of(sheet.number, sheet, placed[sheet.number]) for sheet in kept if sheet.number in placed]
    sheets.append(replace(sheet_of(following, heads, placed.get(following, ())), open=True, last=last))
    data = ChangesData(known.code, tuple(sheets), _state(known))
    noted = Noted(
        partial(_printed, desk, document_id, entries, heads),
        N_("Print the change-registration sheet of %(code)s"),
        {"code": known.code},
    )
    return Paper(form.FORM, data, noted)


def sheet_of(number: int, heads: SheetHeads, entries: tuple[Entry, ...]) -> Sheet:
    """A sheet of the paper with its heads."""
    return Sheet(number, heads.code, heads.title, heads.organisation_in_both, entries)


def _entry(each: Change) -> Entry:
    return Entry(each.number, each.paragraph, each.change, each.on, each.who.name, each.corrects)


def _state(known: Document) -> RevisionState | None:
    """Withdrawn when nothing is in force and the newest revision was withdrawn."""
    return known.current.state if known.current is not None else None


def _printed(
    desk: Desk,
    document_id: int,
    entries: Sequence[Change],
    heads: SheetHeads,
    rendered: Rendered,
    options: PrintOptions,
    on: date,
) -> Changed:
    return service.printed(desk, document_id, entries, options.blank_rows, on, heads, rendered.rows)
