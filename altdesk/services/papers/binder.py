"""What an audit binder holds as of a day: the papers of a document, or of an academic year, and their scans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from altdesk.desk import Desk
from altdesk.domain import as_of
from altdesk.domain.academic_year import Period
from altdesk.domain.acquaintance import Sheet
from altdesk.domain.attachments import Attachment, Role
from altdesk.domain.codes import code_key
from altdesk.domain.documents import Document, Revision
from altdesk.domain.minutes import Minutes
from altdesk.domain.minutes_kinds import MinutesState
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.files import Tell, silent
from altdesk.forms.sheets import acquaintance as acquaintance_form
from altdesk.forms.sheets import acquaintance_result as result_form
from altdesk.forms.sheets import document_card as card_form
from altdesk.forms.sheets import residual as residual_form
from altdesk.forms.sheets.document_card import CardFile
from altdesk.forms.words import PaperLanguage, called, day, say, value_language
from altdesk.services import acquaintance, attachments, changes, documents, minutes, organisation
from altdesk.services.papers import binder_lists as lists
from altdesk.services.papers.minutes import minutes as minutes_paper
from altdesk.services.papers.paper import Paper
from db.queries import binder as queries


@dataclass(frozen=True)
class Piece:
    """An entry of the binder: a paper, or a scan that belongs to the paper called `of`; `files` go into the archive."""

    title: str
    level: int
    paper: Paper | None = None
    scan: Attachment | None = None
    of: str = ""
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A binder that is wanted: as of a day, in the language of the papers."""

    desk: Desk
    on: date
    language: PaperLanguage = PaperLanguage.KK

    def called(self, key: str, **values: object) -> str:
        """A form's name as the contents say it."""
        said = say(key, value_language(self.language), **values)
        return said.capitalize() if said.isupper() else said


def of_document(asked: Asked, document_id: int) -> list[Piece]:
    """Everything about one document."""
    known = _as_of(documents.get(asked.desk, document_id), asked.on)
    own = _whole(asked, known, asked.called("document_card"), 0)
    risks = lists.risks(asked.desk, lists.risks_of(asked.desk, known.id), asked.on)
    return [*own, *_risks(asked, risks), *_norms(asked, known, 0), *_minutes(asked, _naming(asked, known.code))]


def of_year(asked: Asked, year: Period, tell: Tell = silent) -> list[Piece]:
    """The documents that were in force or changed in an academic year, each with all its papers; the minutes of the
    year, and the risks there were. `tell` hears of each document and may raise to stop."""
    last = min(year.last, asked.on)
    with asked.desk.store.read() as connection:
        chosen = queries.documents_between(connection, year.first, last)
        risks = queries.risks_between(connection, year.first, last)
    pieces: list[Piece] = []
    for done, document_id in enumerate(chosen):
        tell(done, len(chosen))
        known = _as_of(documents.get(asked.desk, document_id), asked.on)
        if known.revisions:
            pieces += [*_whole(asked, known, named(known), 1), *_norms(asked, known, 1)]
    query = MinutesQuery(sort="held_on", descending=False, first=year.first, last=last)
    pieces += _minutes(asked, minutes.ids(asked.desk, query))
    return [*pieces, *_risks(asked, lists.risks(asked.desk, risks, asked.on))]


def _whole(asked: Asked, known: Document, title: str, level: int) -> list[Piece]:
    """The card of a document under a title, and at a level its changes, who is acquainted, where the paper is and the
    tables."""
    return [
        *_card(asked, known, title),
        *_changes(asked, known, level),
        *_acquaintance(asked, known, level),
        *_papers(asked, known, level),
    ]


def named(known: Document) -> str:
    """Code and title as a heading has them."""
    return f"{known.code} {known.title if '«' in known.title else f'«{known.title}»'}"


def _as_of(known: Document, on: date) -> Document:
    return replace(known, revisions=as_of.revisions(known.revisions, on))


def _card(asked: Asked, known: Document, title: str) -> Iterator[Piece]:
    """The card without who must know it: that is of today, and has no day."""
    kept = {each.id: _files(asked, "revision", each.id) for each in known.revisions}
    listed = tuple(
        CardFile(each.number, file.name, file.role, file.digest) for each in known.revisions for file in kept[each.id]
    )
    entries = [each for each in changes.of_document(asked.desk, known.id) if each.on and each.on <= asked.on]
    data = card_form.CardData(
        known,
        known.revisions,
        listed,
        changes=len(entries),
        on=asked.on,
        organisation=organisation.get(asked.desk).in_both,
        audience=None,
    )
    every = tuple(file for files in kept.values() for file in files)
    yield Piece(title, 0, Paper(card_form.FORM, data), files=every)
    yield from _scans(asked, every, title, 1)


def _changes(asked: Asked, known: Document, level: int) -> Iterator[Piece]:
    paper = lists.changes(asked.desk, known, asked.on)
    if paper is not None:
        yield Piece(asked.called("changes"), level, paper)


def _acquaintance(asked: Asked, known: Document, level: int) -> Iterator[Piece]:
    """Of each revision who has signed, and its sheets as they were printed, with the scans of the signed ones."""
    lines = acquaintance.sheet_lines(asked.desk, document_id=known.id)
    for each in known.revisions:
        made = [acquaintance.sheet(asked.desk, line.id) for line in reversed(lines) if line.revision_id == each.id]
        every = as_of.sheets(made, asked.on)
        sheets = [sheet for sheet in every if sheet.printed_on is not None and sheet.printed_on <= asked.on]
        if not sheets:
            continue
        rows, last = lists.result_rows(sheets), sheets[-1]
        data = result_form.ResultData(
            known.code, last.title, each.number, rows, asked.on, last.organisation_in_both, each.state
        )
        title = asked.called("binder_result", revision=each.number)
        yield Piece(title, level, Paper(result_form.FORM, data))
        for sheet in sheets:
            yield from _sheet(asked, sheet, each, level + 1)


def _sheet(asked: Asked, sheet: Sheet, of: Revision, level: int) -> Iterator[Piece]:
    form = residual_form.FORM if sheet.residual_of is not None else acquaintance_form.FORM
    data = acquaintance_form.of_sheet(sheet, sheet.organisation_in_both, of.state)
    title = asked.called("binder_sheet", number=sheet.number, revision=sheet.revision)
    files = _files(asked, "sheet", sheet.id)
    yield Piece(title, level, Paper(form, data), files=files)
    yield from _scans(asked, files, title, level + 1)


def _papers(asked: Asked, known: Document, level: int) -> Iterator[Piece]:
    """Where the paper is, and the tables of the revision in force or of the last one that was."""
    desk, on = asked.desk, asked.on
    if (copies := lists.copies(desk, known, on)) is not None:
        yield Piece(asked.called("copies"), level, copies)
    for each in known.revisions:
        if (receipts := lists.handovers(desk, known, each, on)) is not None:
            yield Piece(asked.called("binder_handover", revision=each.number), level, receipts)
    current = known.current
    if current is not None and (tables := lists.tables(desk, known, current)) is not None:
        yield Piece(asked.called("tables"), level, tables)


def _risks(asked: Asked, found: Paper | None) -> Iterator[Piece]:
    if found is not None:
        yield Piece(asked.called("risks"), 0, found)


def _norms(asked: Asked, known: Document, level: int) -> Iterator[Piece]:
    if (norms := lists.norms(asked.desk, known, asked.on)) is not None:
        yield Piece(asked.called("norms"), level, norms)


def _minutes(asked: Asked, chosen: Sequence[int]) -> Iterator[Piece]:
    for minutes_id in chosen:
        known = minutes.get(asked.desk, minutes_id)
        if known.state is MinutesState.DRAFT or known.held_on > asked.on:
            continue
        body = called(known.body_in_both, value_language(asked.language))
        title = asked.called("binder_minutes_one", number=known.number, day=day(known.held_on), body=body)
        files = _files(asked, minutes.OWNER, known.id)
        yield Piece(title, 0, minutes_paper(asked.desk, known.id), files=files)
        yield from _scans(asked, files, title, 1)


def _naming(asked: Asked, code: str) -> list[int]:
    """Final minutes in which an item names the code of a document, the oldest first."""
    query = MinutesQuery(text=code, sort="held_on", descending=False, last=asked.on)
    wanted = code_key(code)

    def names(known: Minutes) -> bool:
        texts = (
            text
            for item in known.items
            for text in (item.title, item.heard, item.discussed, *(point.text for point in item.points))
        )
        return any(wanted in code_key(text) for text in texts)

    return [each for each in minutes.ids(asked.desk, query) if names(minutes.get(asked.desk, each))]


def _files(asked: Asked, owner: str, owner_id: int) -> tuple[Attachment, ...]:
    """What was attached by the day."""
    return tuple(each for each in attachments.of(asked.desk, owner, owner_id) if each.added_at.date() <= asked.on)


def _scans(asked: Asked, files: Sequence[Attachment], of: str, level: int) -> Iterator[Piece]:
    for each in files:
        if each.role in {Role.SCAN, Role.PHOTO}:
            yield Piece(asked.called("binder_scan", name=each.name), level, scan=each, of=of)
