"""A page of one list and one editor: what most pages are. A page declares; everything else is here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from ui.actions import Action, Needs, menu_of
from ui.columns import asked
from ui.list_body import ListBody
from ui.listed import Listed
from ui.panel import ListAndPanel, Panel
from ui.shell import Shell
from ui.table import Table
from ui.widgets.empty import Empty, EmptyState

if TYPE_CHECKING:
    from altdesk.desk import Changed
    from ui.editor import Editor
    from ui.preview import Preview, Printable

__all__ = ["FOLLOW_MS", "ListPage", "Panel"]

FOLLOW_MS = 120


class ListPage(Listed):
    """A list on the left, a record or a paper on the right."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.table = Table(shell, self.key, self.all_columns())
        self.empty = EmptyState(shell.words)
        self.footer = QLabel()
        self.panel = Panel()
        self._editor: Editor | None = None
        self._preview: Preview | None = None
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._follow_current)
        self._lay_out()
        self._connect()
        self.panel.hide()
        self.enable_actions(0)
        shell.words.switched.connect(self._say_footer)

    # what the window asks

    def refresh(self) -> None:
        query = self.table.remembered_order(self.query())
        self.table.rows.show_rows(self.source(), asked(query, text=self.head.filter.text()))
        self.stale = False
        if self._editor is not None:
            self._editor.refresh()

    def filter(self, text: str) -> None:
        del text
        self.refresh()

    def new(self) -> None:
        if self.editor is not None:
            self.new_record()

    def new_record(self, **values: Any) -> None:
        """Open the editor with an empty record."""
        editor = self.editor
        if editor is None:
            return

        def start() -> None:
            self._follow.stop()
            self.table.clearSelection()
            self.show_panel(editor)
            editor.new(**values)

        editor.leave(start)

    def open_record(self, kind: str, record_id: int) -> None:
        del kind
        if self.editor is None:
            self.table.want_id(record_id)
            return
        editor = self.editor

        def start() -> None:
            self.table.want_id(record_id)
            self.show_panel(editor)
            editor.open(record_id)

        editor.leave(start)

    def leave(self, then: Callable[[], None]) -> None:
        if self._editor is not None and self._editor.active:
            self._editor.leave(then)
        else:
            then()

    def save(self) -> None:
        if self._editor is not None:
            self._editor.commit()

    def focus_list(self) -> None:
        self.table.setFocus()

    # the panel

    def show_panel(self, widget: QWidget) -> None:
        """Show a widget (the editor, a preview) at the right; the same place always."""
        self.split.show_beside(widget)

    def show_paper(self, paper: Printable) -> None:
        """Show a paper at the right, after what is typed there is saved."""

        def show() -> None:
            from ui.preview import Preview

            if self._preview is None:
                self._preview = Preview(self.shell)
                self._preview.closed.connect(self.close_panel)
            if self._editor is not None:
                self._editor.active = False
            self._preview.show_paper(paper)
            self.show_panel(self._preview)

        self.leave(show)

    def close_panel(self) -> None:
        self.split.close_panel()
        self.table.setFocus()

    @property
    def panel_open(self) -> bool:
        return not self.panel.isHidden()

    def _remember_panel(self) -> None:
        self.split.remember()

    # inside

    def _lay_out(self) -> None:
        self.body = ListBody(self.table, self.empty, self.footer)
        self.panel.setObjectName("panel")
        self.split = ListAndPanel(self.body, self.panel, self.shell.settings, self.key)
        self.column.addWidget(self.split, 1)
        self.shell.words(self.table, name=self.title)

    def _connect(self) -> None:
        table = self.table
        table.activated_id.connect(lambda number: self._open_and_focus(number))
        table.current_id_changed.connect(lambda _number: self._follow.start())
        table.selection_changed.connect(self._selection_changed)
        table.insert_wanted.connect(self.new)
        table.delete_wanted.connect(self.delete_selected)
        table.sorted_by.connect(lambda *_: self.refresh())
        table.rows.loaded.connect(self._loaded)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        self.head.list_wanted.connect(self._to_list)

    @property
    def editor(self) -> Editor | None:
        """The editor of one record, made when it is first wanted: who only reads the list need not wait for it."""
        if self._editor is None and (record := self.record()) is not None:
            from ui.editor import Editor

            self._editor = editor = Editor(self.shell, record, above=self.above_fields())
            editor.closed.connect(self.close_panel)
            editor.saved.connect(self._want_saved)
            self.fill_editor(editor)
        return self._editor

    def _want_saved(self, changed: Changed) -> None:
        if changed.id is not None:
            self.table.want_id(changed.id)

    def _open_and_focus(self, record_id: int) -> None:
        self.open_record("", record_id)
        if self.editor is not None:
            self.editor.focus_first()

    def _follow_current(self) -> None:
        editor, number = self._editor, self.table.current_id
        if editor is None or number is None or not self.panel_open or self.panel.currentWidget() is not editor:
            return
        editor.follow(number, self.table.select_id)

    def _loaded(self) -> None:
        rows = self.table.rows
        self.table.show_order(rows.query)
        self.body.show_list(there=rows.count > 0)
        if not rows.count:
            text = rows.query.text
            if text:
                clear = Empty("magnify", self.nothing_found, N_("Clear the filter"), self.head.filter.clear)
                self.empty.show_empty(clear, text=text)
            else:
                self.empty.show_empty(self.empty_state())
        self.head.show_state(self._said_state)
        self._say_footer()

    def _said_state(self, say: Translator) -> str:
        if self.head.filter.text().strip():
            return say.plural("%(n)d found", "%(n)d found", self.table.rows.count)
        return self.state(say)

    def _to_list(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _selection_changed(self) -> None:
        selected = self.selected_count()
        self.enable_actions(selected)
        self._say_footer()

    def selected_count(self) -> int:
        return self.table.selected_count()

    def _say_footer(self) -> None:
        waiting = self.table.rows.waiting
        self.footer.setText("" if waiting else self.totals(self.shell.say, self.selected_count()))

    def _menu(self, at: QPoint) -> None:
        menu_of(self.made, self).popup(self.table.viewport().mapToGlobal(at))

    # actions that most lists have

    def of_record(self) -> Sequence[Action]:
        if not self.history_of:
            return ()
        title = N_("History of this record")
        return (Action("record_history", title, self.show_history, "history", needs=Needs.ONE, line_before=True),)

    def show_history(self) -> None:
        """Go to the history, narrowed to the selected record."""
        if ids := self.table.selected_ids():
            self.shell.go(f"history:{self.history_of}", ids[0])

    def delete_selected(self) -> None:
        """Put the selected records into the bin; the status line offers to undo it."""
        ids = self.table.selected_ids()
        if not ids:
            return
        editor = self._editor
        if editor is not None and editor.active and editor.record_id in ids:
            editor.take_back()
            editor.active = False
            self.close_panel()
        self.shell.work.do(lambda: self.bin_(ids), label=N_("Deleting"))

    def export_list(self) -> None:
        """Ask for a file and write the list as it is filtered and sorted."""
        from ui.list_export import export

        export(self, self.shell, self.title, (self.source(), self.table.rows.query), self.export)

    def delete_action(self) -> Action:
        title = N_("Delete")
        return Action("delete", title, self.delete_selected, "trash-can-outline", needs=Needs.SOME, line_before=True)

    def export_action(self) -> Action:
        return Action("export", N_("Export to Excel…"), self.export_list, "microsoft-excel", line_before=True)
