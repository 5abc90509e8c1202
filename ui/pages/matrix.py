"""Tables of documents: the responsibility matrix and its like, edited as the tables they are on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from altdesk.domain.documents import STATE_NAMES, RevisionState
from altdesk.domain.marking import N_
from altdesk.domain.matrix import KIND_NAMES, GridKind
from altdesk.domain.matrix_cells import LETTER_NAMES
from altdesk.i18n import Translator
from altdesk.services import matrix
from altdesk.settings import S
from ui.actions import Action
from ui.fields import Field
from ui.icons import icon
from ui.page import Page
from ui.pages.tables.changes import TableChanges
from ui.pages.tables.choice import TableChoice
from ui.pages.tables.paper import PaperSide
from ui.pages.tables.shown import NOTHING, Shown, Wanted, load
from ui.pages.tables.words import TableWords, has_legend
from ui.shell import Shell
from ui.theme import GRID, Tone, set_tone
from ui.widgets.empty import Empty, EmptyState
from ui.widgets.grid_view import GridView
from ui.widgets.parts import SmallForm

if TYPE_CHECKING:
    from altdesk.desk import Changed

KIND_ICONS = {
    GridKind.MATRIX: "table-account",
    GridKind.OUTPUTS: "table-arrow-right",
    GridKind.INPUTS: "table-arrow-left",
    GridKind.STORAGE: "archive-outline",
    GridKind.OTHER: "table",
}
PRINTING = frozenset({"print", "print-all"})
TABLE, PAPER = 55, 45  # per cent


class MatrixPage(Page):
    """One table of one revision of a document."""

    key = "matrix"
    title = N_("Tables and matrix")
    shows = frozenset({"grid", "grid_column", "grid_row", "grid_cell", "document", "revision"})

    def __init__(self, shell: Shell) -> None:
        self._shown, self._wanted = Shown(), NOTHING
        self.grid = GridView(shell)
        self.changes = TableChanges(shell, self.grid)
        super().__init__(shell)
        self.choice, self.words = TableChoice(shell), TableWords(shell)
        self.legend, self.empty, self.panel = QLabel(wordWrap=True), EmptyState(shell.words), PaperSide(shell)
        shell.words(self.grid, name=N_("The table"))
        self.legend.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.legend, Tone.QUIET)
        self.common = SmallForm(shell, (Field("group", N_("Common head"), letters=30),))
        self._lay_out()
        self._connect()
        self._show_legend()

    # what a page declares

    def primary(self) -> Action:
        return Action("add", N_("Add a table"), self.ask_kind, "plus")

    def more(self) -> Sequence[Action]:
        return (
            *self.changes.actions(),
            Action("common", N_("Common head of columns…"), self.ask_common_head, "table-merge-cells", "Ctrl+G"),
            Action("note", N_("Note below the table…"), self.ask_note, "note-text-outline"),
            Action("print", N_("Print the table"), self.print_selected, "printer-outline", line_before=True),
            Action("print-all", N_("Print all tables of the document"), self.print_all, "printer-outline"),
            Action("delete", N_("Delete the table"), self.delete_table, "trash-can-outline", line_before=True),
        )

    # what the window asks

    def refresh(self) -> None:
        desk, wanted = self.shell.desk, self._wanted
        kept = (self.shell.settings.of_page(S.filters, self.key) or {}).get("table")
        remembered = kept if isinstance(kept, int) else 0
        self.stale = False
        self.shell.work.do(lambda: load(desk, wanted, remembered), self._show, topic="tables")

    def open_record(self, kind: str, record_id: int) -> None:
        self.show_wanted(("revision" if kind == "tables_of" else "table", record_id))

    def show_wanted(self, wanted: Wanted) -> None:
        """Show a table, or what there is of a revision or a document; what is typed here is kept first."""

        def enter() -> None:
            self._wanted = wanted
            self.refresh()

        self.leave(enter)

    def leave(self, then: Callable[[], None]) -> None:
        self.words.leave(then)

    def save(self) -> None:
        self.words.leave(lambda: None)

    def new(self) -> None:
        self.ask_kind()

    def focus_list(self) -> None:
        (self.grid if self._shown.grid else self.choice.document).setFocus()

    # showing

    def _show(self, shown: Shown) -> None:
        if self.changes.pending:
            return
        before, self._shown, self._wanted = self._shown.grid, shown, shown.place
        self.changes.shown = shown
        self.choice.show_choice(shown)
        if shown.grid is not None:
            self.shell.settings.set_of_page(S.filters, self.key, {"table": shown.grid.id})
        if before is None or shown.grid is None or before.id != shown.grid.id:
            self.common.hide()
        self.grid.show_grid(shown.grid, open_=shown.changeable)
        self.changes.stand()
        self.words.show_grid(shown.grid, open_=shown.changeable)
        self._show_legend()
        if shown.grid is None:
            self.empty.show_empty(self._empty_state())
        self.stack.setCurrentWidget(self.table_side if shown.grid is not None else self.empty)
        self.head.show_state(self._state)
        self._enable()
        if before is None and shown.grid is not None and self.choice.document.hasFocus():
            self.grid.setFocus()
        self.panel.look()

    def _state(self, say: Translator) -> str:
        document, revision = self._shown.document, self._shown.revision
        if document is None:
            return say(N_("Choose a document."))
        if revision is None:
            return say(N_("%(title)s: it has no revision yet"), title=document.title)
        if revision.state is RevisionState.WITHDRAWN:
            return say(N_("%(title)s: the revision is withdrawn, its tables stay as they are"), title=document.title)
        return f"{document.title}: {say(STATE_NAMES[revision.state]).lower()}"

    def _empty_state(self) -> Empty:
        document, revision, go = self._shown.document, self._shown.revision, self.shell.go
        if document is None:
            sentence = N_("Here are the tables of documents: who answers for what, for whom, where papers are kept.")
            return Empty("table", sentence, N_("Load the starter set"), self.load_starter,
                         N_("To the documents"), partial(go, "documents", None))  # fmt: skip
        if revision is None:
            sentence = N_("A table belongs to a revision. Add a revision of the document first.")
            return Empty("table", sentence, N_("To the document"), partial(go, "document", document.id))
        if not self._shown.changeable:
            return Empty("table", N_("This revision had no tables."))
        sentence = N_("This revision has no tables yet. A new revision takes over those of the one before it.")
        return Empty("table", sentence, N_("Add the responsibility matrix"), partial(self.add_table, GridKind.MATRIX))

    def _show_legend(self) -> None:
        say = self.shell.say
        self.legend.setVisible(has_legend(self._shown.grid))
        self.legend.setText("  ".join(f"{letter} – {say(name).lower()}." for letter, name in LETTER_NAMES.items()))

    def _enable(self) -> None:
        there, open_ = self._shown.grid is not None, self._shown.changeable
        for action, made in self.made:
            made.setEnabled(open_ if action.key == "add" else there and (open_ or action.key in PRINTING))
        self.head.show_enabled()

    # heads and tables

    def ask_common_head(self) -> None:
        """Type the head that stands over the selected columns."""
        grid = self._shown.grid
        if grid is None or not self._shown.changeable:
            return
        columns = self.changes.chosen_columns()

        def keep(values: dict[str, Any]) -> None:
            self.common.close_form()
            self.grid.setFocus()
            self.changes.group_columns(columns, values["group"] or "")

        self.common.open_form(N_("Set the head"), keep, group=grid.columns[columns[0]].group)

    def ask_note(self) -> None:
        """Type the note below the table."""
        if self._shown.grid is not None and self._shown.changeable:
            self.words.ask_note()

    def ask_kind(self) -> None:
        """Choose which table to add."""
        if not self._shown.changeable:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, name in KIND_NAMES.items():
            action = menu.addAction(icon(KIND_ICONS[kind]), self.shell.say(name))
            action.triggered.connect(lambda _checked=False, kind=kind: self.add_table(kind))
        menu.popup(self.head.button.mapToGlobal(QPoint(0, self.head.button.height())))

    def add_table(self, kind: GridKind) -> None:
        """Add a table to the revision shown, with the heads its kind begins with."""
        revision, desk = self._shown.revision, self.shell.desk
        if revision is None:
            return

        def added(changed: Changed) -> None:
            self.show_wanted(("table", changed.id or 0))

        def add() -> None:
            self.shell.work.do(lambda: matrix.add(desk, revision.id, kind), added, label=N_("Saving"))

        self.leave(add)

    def delete_table(self) -> None:
        """Put the table into the bin; the status line offers to undo it."""
        revision = self._shown.revision
        if revision is not None:
            self._wanted = ("revision", revision.id)
            self.changes.do(matrix.bin_)

    def load_starter(self) -> None:
        """The documents and tables of the work instruction."""
        from ui.starting import load_starter

        load_starter(self.shell, self.refresh)

    # paper

    def print_selected(self) -> None:
        self._beside(partial(self.panel.show_table, self._shown))

    def print_all(self) -> None:
        """All tables of the revision, one below the other."""
        self._beside(partial(self.panel.show_all, self._shown))

    def _beside(self, show: Callable[[], None]) -> None:
        """Show a paper beside the table, after what is typed is kept."""

        def enter() -> None:
            first = self.panel.isHidden()
            show()
            if first and not self.panel.isHidden():
                self.split.setSizes([self.split.width() * share // 100 for share in (TABLE, PAPER)])

        self.leave(enter)

    # building

    def _connect(self) -> None:
        for what, chosen in (
            ("document", self.choice.document_chosen),
            ("revision", self.choice.revision_chosen),
            ("table", self.choice.table_chosen),
        ):
            chosen.connect(lambda number, what=what: self.show_wanted((what, number)))
        self.changes.done.connect(self.refresh)
        self.panel.closed.connect(self.grid.setFocus)
        self.words.kept.connect(self._keep_words)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.grid.addActions([made for action, made in self.made if action.key not in {"add", "print-all"}])
        self.shell.words.switched.connect(self._show_legend)

    def _keep_words(self, title: str, note: str) -> None:
        self.changes.do(lambda desk, number: matrix.save(desk, number, title, note))

    def _lay_out(self) -> None:
        self.choice.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        self.column.addWidget(self.choice)
        self.table_side = QWidget()
        self.table_side.setObjectName("panel")
        column = QVBoxLayout(self.table_side)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.words.title)
        column.addWidget(self.common)
        column.addWidget(self.grid, 1)
        column.addWidget(self.legend)
        column.addWidget(self.words.note)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table_side)
        self.stack.addWidget(self.empty)
        self.split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.stack)
        self.split.addWidget(self.panel)
        self.column.addWidget(self.split, 1)
