"""Norms: what documents refer to, which of them changed, and which documents have to be looked at since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from altdesk.desk import Changed, Desk
from altdesk.domain.marking import N_
from altdesk.domain.norms import NORM_KIND_NAMES, Norm, NormDraft, NormLine, NormsQuery
from altdesk.i18n import Translator
from altdesk.services import exporting, norms
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, ServiceRows, State
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.listpage import ListPage
from ui.panel import WITH_PARTS
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.document_norms import NORM_STATES
from ui.widgets.empty import Empty
from ui.widgets.norm_parts import NormChanges, NormDocuments
from ui.widgets.revisions import day_text
from ui.widgets.segments import Segments

SEGMENTS = (("all", N_("All"), "scale-balance"), ("flagged", N_("To review"), "flag-outline"))


class NormRows(ServiceRows):
    """The norms, and beside them how many documents have to be looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, norms)
        self._owner = desk
        self.flagged = 0

    def count(self, query: Any) -> int:
        if not query.text:  # while one looks for something the page says how much is found
            self.flagged = norms.flagged_documents(self._owner)
        return super().count(query)


class NormsPage(ListPage):
    """The normative references."""

    key = "norms"
    history_of = "norm"
    title = N_("Norms")
    shows = frozenset({"norm", "norm_change", "document_norm", "norm_flag", "document", "revision"})
    filter_hint = N_("Find a norm")

    def __init__(self, shell: Shell) -> None:
        self._rows: NormRows | None = None
        self._flagged_only = False
        super().__init__(shell)
        self.panel.least = WITH_PARTS
        self.segments = Segments(shell.words, N_("Which norms"), SEGMENTS, "all")
        self.segments.chosen.connect(self.show_view)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        row.addWidget(self.segments)
        self.column.insertLayout(1, row)
        before: QWidget = self.head.more
        for each in self.segments.buttons.values():  # Tab goes as one reads
            self.setTabOrder(before, each)
            before = each

    def fill_editor(self, editor: Editor) -> None:
        self.changes, self.documents = NormChanges(self.shell, self.commit), NormDocuments(self.shell, self.commit)
        for part in (self.changes, self.documents):
            editor.below.addWidget(part)
            part.hide()
        editor.shown.connect(self._show_parts)

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.words
        return (
            Column("designation", N_("Designation"), 210, lambda norm: norm.designation, sort="designation"),
            Column("title", N_("Title"), 310, lambda norm: norm.title, sort="title"),
            Column("state", N_("State"), 140, state=lambda norm: NORM_STATES[norm.state], sort="state"),
            Column("changed_on", N_("Changed on"), 104, lambda norm: day_text(norm.changed_on), Align.RIGHT,
                   sort="changed_on"),
            Column("flagged", N_("To review"), 120, state=_flagged, sort="flagged"),
            Column("documents", N_("Documents"), 100, lambda norm: str(norm.documents or ""), Align.RIGHT,
                   sort="documents"),
            Column("kind", N_("Kind"), 170, lambda norm: say.say(NORM_KIND_NAMES[norm.kind]), sort="kind"),
            Column("revision", N_("Revision here"), 110, _revision, Align.RIGHT, shown=False),
        )  # fmt: skip

    def primary(self) -> Action:
        return Action("new", N_("Add a norm"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("document", N_("Open it as a document"), self._open_document, "file-document-outline",
                   needs=Needs.ONE),
            Action("print", N_("Print the list"), self.print_selected, "printer-outline", line_before=True),
            self.export_action(),
            self.delete_action(),
        )  # fmt: skip

    def source(self) -> RowSource:
        self._rows = NormRows(self.shell.desk)
        return self._rows

    def query(self) -> NormsQuery:
        return NormsQuery(flagged_only=self._flagged_only)

    def state(self, say: Translator) -> str:
        said = say.plural("%(n)d norm", "%(n)d norms", self.table.rows.count)
        flagged = self._rows.flagged if self._rows else 0
        if not flagged:
            return said
        return f"{said}, " + say.plural("%(n)d document to review", "%(n)d documents to review", flagged)

    def empty_state(self) -> Empty:
        if self._flagged_only:
            every = partial(self.show_view, "all")
            sentence = N_("No document has to be looked at: whatever changed is answered.")
            return Empty("flag-outline", sentence, N_("Show all norms"), every)
        sentence = N_("Here are the laws, standards and internal documents that your documents refer to.")
        return Empty("scale-balance", sentence, N_("Add a norm"), self.new_record)

    def record(self) -> Record:
        desk = self.shell.desk
        return Record(
            kind="norm",
            new_title=N_("New norm"),
            fields=(
                Field("designation", N_("Designation"), hint=N_("Code or number, exactly as the source writes it.")),
                Field("title", N_("Title")),
                Field("kind", N_("Kind"), Kind.CHOICE, choices=tuple(NORM_KIND_NAMES.items())),
                Field("note", N_("Note"), Kind.LONG),
            ),
            blank=NormDraft,
            get=partial(norms.get, desk),
            add=partial(norms.add, desk),
            save=partial(norms.save, desk),
            title=lambda norm: norm.designation if isinstance(norm, Norm) else "",
        )

    def commit(self, then: Callable[[], None]) -> None:
        """Save what is typed in the fields and go on."""
        if self._editor is not None:
            self._editor.commit(then)

    def show_view(self, key: str) -> None:
        """Show all norms, or those whose change is not answered by every document."""
        by_switch = self.segments.has_focus()
        self._flagged_only = key == "flagged"
        self.segments.mark(key)
        self.refresh()
        if by_switch:
            self.segments.focus_marked()

    def bin_(self, ids: Sequence[int]) -> Changed:
        return norms.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting.norms(self.shell.desk, path, ids)

    def print_selected(self) -> None:
        """The list as a paper: the selected norms, or with fewer than two all as filtered."""
        from altdesk.forms.sheets.norms import FORM
        from altdesk.services.papers import norms as norm_papers
        from altdesk.services.papers.paper import Paper
        from ui.preview import printable

        desk, query = self.shell.desk, self.table.rows.query or self.query()
        chosen = self.table.selected_ids() if self.table.selected_count() > 1 else []

        def make() -> Paper:
            return norm_papers.norms(desk, chosen or norms.ids(desk, query))

        self.show_paper(printable(desk, self.shell.say(N_("List of norms")), make, FORM.options))

    def _show_parts(self, record: object) -> None:
        kept = isinstance(record, Norm) and record.id > 0
        for part in (self.changes, self.documents):
            part.setVisible(kept)
            if isinstance(record, Norm) and kept:
                part.show_norm(record)

    def _open_document(self) -> None:
        number, desk = self.table.current_id, self.shell.desk
        if number is None:
            return

        def show(norm: Norm) -> None:
            if norm.document_id is not None:
                self.shell.go("document", norm.document_id)
            else:
                self.shell.messages.advise(N_("This norm is no document of the desk."))

        self.shell.work.do(lambda: norms.get(desk, number), show)


def _flagged(line: NormLine) -> State | None:
    return State("flag-outline", str(line.flagged), Tone.WAIT) if line.flagged else None


def _revision(line: NormLine) -> str:
    return "" if line.revision is None else str(line.revision)
