"""Copies: every working copy of every document, where it is, and which have to be collected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from altdesk.desk import Changed, Desk
from altdesk.domain.copies import COPY_KIND_NAMES, CopiesQuery, CopyState, Counts, WorkingCopy
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import copies, documents, exporting
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, ServiceRows
from ui.editor import Record
from ui.listpage import ListPage
from ui.pages.copying.ending import End, Ending
from ui.pages.copying.giving import Giving
from ui.pages.copying.record import copy_record
from ui.panel import WITH_PARTS
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.document_copies import COPY_STATES
from ui.widgets.empty import Empty
from ui.widgets.revisions import day_text
from ui.widgets.segments import Segments

VIEWS: dict[str, tuple[CopyState, ...]] = {
    "all": (),
    "out": (CopyState.OUT,),
    "collect": (CopyState.COLLECT,),
    "returned": (CopyState.RETURNED, CopyState.WITHDRAWN),
}
SEGMENTS = (
    ("all", N_("All"), "content-copy"),
    ("out", N_("With holders"), "account-check-outline"),
    ("collect", N_("To collect"), "clipboard-arrow-down-outline"),
    ("returned", N_("Returned copies"), "tray-arrow-down"),
)


class CopyRows(ServiceRows):
    """The copies, and beside them how many stand in each state."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, copies)
        self._owner = desk
        self.counts = Counts()

    def count(self, query: Any) -> int:
        if query.text:  # while one looks for something the page says how much is found
            return super().count(query)
        self.counts = copies.counts(self._owner)
        return self.counts.of(query.states)


class CopiesPage(ListPage):
    """Where every copy is."""

    key = "copies"
    history_of = "working_copy"
    title = N_("Copies")
    shows = frozenset({"working_copy", "document", "revision"})
    filter_hint = N_("Find a copy")

    columns = (
        Column("document", N_("Document"), 116, lambda copy: copy.document, sort="document"),
        Column("number", N_("No."), 56, lambda copy: str(copy.number), Align.RIGHT, sort="number"),
        Column("holder", N_("Who has it"), 230, lambda copy: copy.holder or copy.unit, sort="holder"),
        Column("state", N_("State"), 156, state=lambda copy: COPY_STATES[copy.state], sort="state"),
        Column("revision", N_("Revision"), 80, lambda copy: str(copy.revision), Align.RIGHT, sort="revision"),
        Column("unit", N_("Unit"), 170, lambda copy: copy.unit if copy.holder else "", sort="unit"),
        Column("given_on", N_("Given on"), 104, lambda copy: day_text(copy.given_on), Align.RIGHT, sort="given_on"),
        Column("returned_on", N_("Returned on"), 116, lambda copy: day_text(copy.returned_on or copy.withdrawn_on),
               Align.RIGHT, sort="returned_on"),
        Column("post", N_("Post"), 160, lambda copy: copy.post, shown=False),
        Column("title", N_("Title"), 260, lambda copy: copy.title, shown=False),
    )  # fmt: skip

    def __init__(self, shell: Shell) -> None:
        self._rows: CopyRows | None = None
        self._view = "all"
        super().__init__(shell)
        self.panel.least = WITH_PARTS
        self.giving: Giving | None = None
        self.ending: Ending | None = None
        self.segments = Segments(shell.words, N_("Which copies"), SEGMENTS, self._view)
        self.segments.chosen.connect(self.show_view)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        row.addWidget(self.segments)
        self.column.insertLayout(1, row)
        before: QWidget = self.head.more
        for each in self.segments.buttons.values():  # Tab goes as one reads
            self.setTabOrder(before, each)
            before = each

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.words
        kind = Column("kind", N_("Kind"), 124, lambda copy: say.say(COPY_KIND_NAMES[copy.kind]), sort="kind")
        return (*self.columns[:5], kind, *self.columns[5:])

    def primary(self) -> Action:
        return Action("give", N_("Give copies"), self.new, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("back", N_("Take back…"), partial(self._end, End.BACK), "tray-arrow-down", needs=Needs.SOME),
            Action("anew", N_("Give the new revision…"), partial(self._end, End.REPLACED), "swap-horizontal",
                   needs=Needs.SOME),
            Action("lost", N_("Lost or destroyed…"), partial(self._end, End.LOST), "archive-outline",
                   needs=Needs.SOME),
            Action("document", N_("Open the document"), self._open_document, "file-document-outline", needs=Needs.ONE,
                   line_before=True),
            Action("print", N_("Print the copies of the document"), self.print_document, "printer-outline",
                   needs=Needs.ONE),
            Action("collect", N_("Print the list to collect"), self.print_collect, "clipboard-arrow-down-outline"),
            self.export_action(),
            self.delete_action(),
        )  # fmt: skip

    def source(self) -> RowSource:
        self._rows = CopyRows(self.shell.desk)
        return self._rows

    def query(self) -> CopiesQuery:
        return CopiesQuery(states=VIEWS[self._view])

    def state(self, say: Translator) -> str:
        counts = self._rows.counts if self._rows else Counts()
        said = [say.plural("%(n)d copy with holders", "%(n)d copies with holders", counts.out)]
        if counts.to_collect:
            said.append(say(N_("to collect: %(n)d"), n=counts.to_collect))
        return ", ".join(said)

    def empty_state(self) -> Empty:
        if self._view == "collect":
            sentence = N_("No copy has to be collected. Copies still out of a withdrawn revision stand here.")
            every = partial(self.show_view, "all")
            return Empty("clipboard-check-outline", sentence, N_("Show all copies"), every)
        if self._view != "all":
            return Empty("content-copy", N_("There is no such copy."), N_("Show all copies"),
                         partial(self.show_view, "all"))  # fmt: skip
        sentence = N_("Here is who has which working copy of a document, on paper or as a file, and what to collect.")
        return Empty("content-copy", sentence, N_("Give copies"), self.new)

    def record(self) -> Record:
        return copy_record(self.shell)

    # what the window asks

    def new(self) -> None:
        self.give_for(None)

    def open_record(self, kind: str, record_id: int) -> None:
        if kind == "give_copies":
            self.give_for(record_id)
        elif kind in {"copies_of", "copies_to_collect"}:
            self._show_those_of(record_id, "collect" if kind == "copies_to_collect" else "all")
        else:
            super().open_record(kind, record_id)

    def save(self) -> None:
        shown = self.panel.currentWidget() if self.panel_open else None
        if isinstance(shown, Giving | Ending):
            shown.run()
        else:
            super().save()

    def print_selected(self) -> None:
        """Ctrl+P: where copies are to be collected their list, else the copies of the selected document."""
        if self._view == "collect" or self.table.current_id is None:
            self.print_collect()
        else:
            self.print_document()

    def bin_(self, ids: Sequence[int]) -> Changed:
        return copies.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting.copies(self.shell.desk, path, ids)

    # what a person does

    def show_view(self, key: str) -> None:
        """Show the copies in some states only."""
        by_switch = self.segments.has_focus()
        self._view = key
        self.segments.mark(key)
        self.refresh()
        if by_switch:
            self.segments.focus_marked()

    def give_for(self, document_id: int | None) -> None:
        """Begin to give copies, of this document when it is known."""

        def begin() -> None:
            if self.giving is None:
                self.giving = Giving(self.shell)
                self.giving.closed.connect(self.close_panel)
                self.giving.given.connect(self._done)
            self._deactivate()
            self.show_panel(self.giving)
            self.giving.start(document_id)

        self.leave(begin)

    def _end(self, end: End) -> None:
        chosen, desk = self.table.selected_ids(), self.shell.desk

        def begin(found: list[WorkingCopy]) -> None:
            if not any(each.open for each in found):
                self.shell.messages.refuse(Refusal(N_("None of these copies is out.")))
                return
            if self.ending is None:
                self.ending = Ending(self.shell)
                self.ending.closed.connect(self.close_panel)
                self.ending.ended.connect(self._done)
            self._deactivate()
            self.show_panel(self.ending)
            self.ending.start(found, end)

        def look() -> None:
            self.shell.work.do(lambda: copies.lines(desk, chosen), begin, topic="copies-end")

        self.leave(look)

    def _deactivate(self) -> None:
        if self._editor is not None:
            self._editor.active = False

    def _done(self, changed: Changed) -> None:
        self.close_panel()
        if changed.id is not None:
            self.table.want_id(changed.id)

    def _show_those_of(self, document_id: int, view: str) -> None:
        desk = self.shell.desk

        def show(code: str) -> None:
            self.head.filter.setText(code)
            self.show_view(view)
            self.focus_list()

        self.shell.work.do(lambda: documents.get(desk, document_id).code, show)

    def _of_current(self, then: Callable[[WorkingCopy], None]) -> None:
        number, desk = self.table.current_id, self.shell.desk
        if number is not None:
            self.shell.work.do(lambda: copies.get(desk, number), then)

    def _open_document(self) -> None:
        self._of_current(lambda copy: self.shell.go("document", copy.document_id))

    def print_document(self) -> None:
        """The working copies of the selected copy's document as a paper."""
        self._of_current(self._show_list_of)

    def _show_list_of(self, copy: WorkingCopy) -> None:
        from altdesk.forms.sheets.copies import FORM
        from altdesk.services.papers import copies as papers
        from ui.preview import printable

        title = self.shell.say(N_("Working copies")) + f"  ·  {copy.document}"
        make = partial(papers.copies, self.shell.desk, copy.document_id)
        self.show_paper(printable(self.shell.desk, title, make, FORM.options))

    def print_collect(self) -> None:
        """The list of copies to collect as a paper."""
        from altdesk.forms.sheets.copies_collect import FORM
        from altdesk.services.papers import copies as papers
        from ui.preview import printable

        title = self.shell.say(N_("Copies to collect"))
        self.show_paper(printable(self.shell.desk, title, partial(papers.collect, self.shell.desk), FORM.options))
