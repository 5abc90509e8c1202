"""Documents: the register of controlled documents, the editor of one with its revisions and its audience."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import USUAL_WAY
from altdesk.domain.documents import (
    KIND_NAMES,
    Document,
    DocumentDraft,
    DocumentLine,
    DocumentsQuery,
    Revision,
    RevisionState,
)
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import acquaintance, documents, exporting
from ui.actions import Action, Needs
from ui.binding import BinderMaker
from ui.columns import Align, Column, RowSource, ServiceRows, State
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.listpage import ListPage
from ui.offers import offer_owners
from ui.pages.document_parts import PARTS, Below
from ui.pages.sheets.states import refused_words
from ui.panel import WITH_PARTS
from ui.shell import Shell
from ui.starting import load_starter
from ui.theme import Tone
from ui.widgets.document_part import DocumentPart
from ui.widgets.empty import Empty
from ui.widgets.revisions import STATES, day_text

P = TypeVar("P", bound=DocumentPart)


class DocumentRows(ServiceRows):
    """The documents, and beside them how many signatures are missing."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk, documents)
        self._owner = desk
        self.missing = self.refused = 0

    def count(self, query: Any) -> int:
        if not query.text:  # while one looks for something the page says how much is found
            self.missing = acquaintance.missing_in_all(self._owner)
            self.refused = acquaintance.refused_in_all(self._owner) if self.missing else 0
        return super().count(query)


class DocumentsPage(ListPage):
    """Which documents there are, and who knows them."""

    key = "documents"
    history_of = "document"
    title = N_("Documents")
    shows = frozenset({"document", "revision", "duty"}).union(*(part.shows for part in PARTS))
    filter_hint = N_("Find a document")

    def __init__(self, shell: Shell) -> None:
        self._rows: DocumentRows | None = None
        self.binder = BinderMaker(shell, self)
        super().__init__(shell)
        self.panel.least = WITH_PARTS

    def fill_editor(self, editor: Editor) -> None:
        self.parts = [self._below(declared) for declared in PARTS]
        for part in self.parts:
            editor.below.addWidget(part)
            part.hide()
        editor.shown.connect(self._show_parts)

    def _below(self, declared: Below) -> DocumentPart:
        made = declared.make(self)
        made.fold_as(f"document {declared.key}", opened=declared.opened)
        return made

    def part(self, kind: type[P]) -> P:
        """The part of this kind."""
        assert self.editor is not None  # they stand in it
        return next(part for part in self.parts if isinstance(part, kind))

    def commit(self, then: Callable[[], None]) -> None:
        """Save what is typed in the fields and go on."""
        if self._editor is not None:
            self._editor.commit(then)

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("code", N_("Code"), 110, lambda d: d.code, sort="code"),
            Column("title", N_("Title"), 300, lambda d: d.title, sort="title"),
            Column("state", N_("State"), 156, state=lambda d: STATES[d.state] if d.state else None, sort="state"),
            Column("coverage", N_("Signed"), 120, state=self._coverage),
            Column("revision", N_("Revision"), 80, _revision, Align.RIGHT),
            Column("effective_on", N_("In force from"), 110, lambda d: day_text(d.effective_on), sort="effective_on"),
            Column("kind", N_("Kind"), 150, lambda d: say(KIND_NAMES[d.kind]), sort="kind"),
            Column("owner", N_("Owner"), 130, lambda d: d.owner, sort="owner"),
            Column("review_on", N_("Review date"), 120, lambda d: day_text(d.review_on), sort="review_on", shown=False),
            Column("file_index", N_("File index"), 100, lambda d: d.file_index, shown=False),
        )

    def _coverage(self, line: DocumentLine) -> State | None:
        if line.state is not RevisionState.IN_FORCE:
            return None
        said = self.shell.say(N_("%(signed)d of %(total)d"), signed=line.signed, total=line.total)
        if not line.total:
            return State("account-question-outline", N_("Nobody"), Tone.WAIT)
        if line.signed >= line.total:
            return State("check-all", said, Tone.GOOD)
        return State("account-clock-outline", said, Tone.WAIT)

    def primary(self) -> Action:
        return Action("new", N_("Add a document"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        importing = Action("import", N_("Import from Excel…"), lambda: self.shell.go("import_documents", None),
                           "table-arrow-down")  # fmt: skip
        return (
            Action("sheet", N_("Make acquaintance sheet"), self.make_sheet, "file-sign", needs=Needs.ONE),
            Action("missing", N_("Missing people"), self.show_missing, "account-clock-outline", needs=Needs.ONE),
            importing,
            Action("starter", N_("Load the starter set"), self.load_starter, "file-table-outline"),
            self.export_action(),
            Action("card", N_("Print the card"), self.print_card, "card-text-outline", needs=Needs.ONE),
            Action("binder", N_("Audit binder…"), self.bind_document, "folder-file-outline", needs=Needs.ONE),
            Action("year_binder", N_("Audit binder of a year…"), self.binder.choose_year, "folder-clock-outline"),
            Action("print", N_("Print the list"), self.print_selected, "printer-outline"),
            self.delete_action(),
        )

    def source(self) -> RowSource:
        self._rows = DocumentRows(self.shell.desk)
        return self._rows

    def query(self) -> DocumentsQuery:
        return DocumentsQuery()

    def state(self, say: Translator) -> str:
        count = say.plural("%(n)d document", "%(n)d documents", self.table.rows.count)
        awaited, refused = (self._rows.missing - self._rows.refused, self._rows.refused) if self._rows else (0, 0)
        missing = say.plural("%(n)d signature missing", "%(n)d signatures missing", awaited) if awaited else ""
        return ", ".join(filter(None, (count, missing, refused_words(say, refused))))

    def empty_state(self) -> Empty:
        sentence = N_("Here are the documents your people must know: work instructions, procedures, policies.")
        go = partial(self.shell.go, "import_documents", None)
        return Empty("file-document-outline", sentence, N_("Add a document"), self.new_record,
                     N_("Import from Excel…"), go)  # fmt: skip

    def load_starter(self) -> None:
        """The documents, norms and tables of the work instruction; what is there already stays."""
        self.leave(lambda: load_starter(self.shell, self.refresh))

    def record(self) -> Record:
        desk = self.shell.desk
        return Record(
            kind="document",
            new_title=N_("New document"),
            fields=(
                Field("code", N_("Code"), letters=18),
                Field("kind", N_("Kind"), Kind.CHOICE, choices=tuple(KIND_NAMES.items()), beside=True),
                Field("title", N_("Title")),
                Field("owner", N_("Owner"), Kind.COMPLETED, offers=partial(offer_owners, desk)),
                Field("note", N_("Note"), Kind.LONG),
                Field("review_on", N_("Review date"), Kind.DATE, letters=16, section=N_("Review and filing"),
                      folds="document filing", hint=N_("You are reminded thirty days before.")),
                Field("file_index", N_("File index"), letters=14),
                Field("retention", N_("Retention period"), letters=18, beside=True),
                Field("electronic_place", N_("Where the electronic original is")),
                Field("paper_place", N_("Where the paper original is")),
            ),
            blank=DocumentDraft,
            get=partial(documents.get, desk),
            add=partial(documents.add, desk),
            save=partial(documents.save, desk),
            title=lambda document: f"{document.code}  {document.title}" if isinstance(document, Document) else "",
        )  # fmt: skip

    def open_record(self, kind: str, record_id: int) -> None:
        if kind != "revision":
            super().open_record(kind, record_id)
            return
        desk = self.shell.desk
        find = partial(documents.revision_of, desk, record_id)
        self.shell.work.do(find, lambda found: self.open_record("document", found.document_id))

    def _show_parts(self, record: object) -> None:
        kept = isinstance(record, Document) and record.id > 0
        for part in self.parts:
            part.setVisible(kept)
            if isinstance(record, Document) and kept:
                part.show_document(record)

    def bin_(self, ids: Sequence[int]) -> Changed:
        return documents.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting.documents(self.shell.desk, path, ids)

    # on to the sheet

    def make_sheet(self) -> None:
        """Make a sheet of the revision in force for all who owe it, and go to it."""
        number, desk = self._chosen_document(), self.shell.desk
        if number is None:
            return

        def make() -> Changed:
            return acquaintance.make_sheet(desk, in_force(desk, number).id, expected_on=date.today() + USUAL_WAY)

        def start() -> None:
            self.shell.work.do(make, lambda made: self.shell.go("sheet", made.id), label=N_("Making the sheet"))

        self.leave(start)

    def show_missing(self) -> None:
        """Go to the people who have not signed the revision in force."""
        number = self._chosen_document()
        if number is not None:
            find = partial(in_force, self.shell.desk, number)
            self.shell.work.do(find, lambda found: self.shell.go("coverage", found.id))

    def _chosen_document(self) -> int | None:
        editor = self._editor
        if editor is not None and editor.active and editor.record_id is not None and self.panel_open:
            return editor.record_id
        return self.table.current_id

    def print_selected(self) -> None:
        """The list as a paper: the selected documents, or with fewer than two all as filtered and sorted."""
        from altdesk.forms.form import Option
        from altdesk.services.papers import documents as document_papers
        from altdesk.services.papers.paper import Paper
        from ui.preview import printable

        desk, query = self.shell.desk, self.table.rows.query or self.query()
        chosen = self.table.selected_ids() if self.table.selected_count() > 1 else []
        title, pages = self.shell.say(N_("List of documents")), frozenset({Option.PAGES})

        def make() -> Paper:
            return document_papers.documents(desk, chosen or documents.ids(desk, query))

        self.show_paper(printable(desk, title, make, pages))

    def print_card(self) -> None:
        """The card of the chosen document as a paper."""
        from altdesk.forms.form import Option
        from altdesk.services.papers import documents as papers
        from ui.preview import printable

        number, desk = self._chosen_document(), self.shell.desk
        if number is not None:
            make = partial(papers.document_card, desk, number)
            self.show_paper(printable(desk, self.shell.say(N_("Document card")), make, frozenset({Option.PAGES})))

    def bind_document(self) -> None:
        """Everything about the chosen document in one file, for an auditor."""
        if (number := self._chosen_document()) is not None:
            self.leave(lambda: self.binder.choose_document(number))


def in_force(desk: Desk, document_id: int) -> Revision:
    """In the desk's room: the revision in force of a document with an audience. Refused without either."""
    known = documents.get(desk, document_id)
    if known.in_force is None:
        raise Refusal(N_("%(code)s has no revision in force. Put one in force first."), code=known.code)
    if not documents.audience(desk, document_id):
        raise Refusal(N_("Choose first who must know %(code)s."), code=known.code)
    return known.in_force


def _revision(line: DocumentLine) -> str:
    return "" if line.revision is None else str(line.revision)
