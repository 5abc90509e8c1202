"""A page of several lists: a segmented control under the head tells which of them is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from altdesk.domain.marking import N_
from ui.listpage import ListPage
from ui.page import Page
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.segments import Part, Segments


class View(ListPage):
    """One of the lists; `parts` are all of them, as the control shows them. `home` is the page it stands on."""

    parts: ClassVar[Sequence[Part]] = ()

    def __init__(self, shell: Shell, home: Any) -> None:
        self.home = home
        super().__init__(shell)
        self.segments = Segments(shell.words, N_("View"), self.parts, self.key)
        self.segments.chosen.connect(home.show_view)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        row.addWidget(self.segments)
        self.column.insertLayout(1, row)
        before: QWidget = self.head.more
        for button in self.segments.buttons.values():  # Tab goes as one reads
            self.setTabOrder(before, button)
            before = button


class ViewsPage(Page):
    """Holds the lists, each with its own head, and answers the window with the one that is shown."""

    views_by_key: ClassVar[Mapping[str, type[View]]] = {}
    view_of_kind: ClassVar[Mapping[str, str]] = {}  # which list shows a kind of record; others are in the first

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.column.removeWidget(self.head)
        self.head.deleteLater()
        self.views: dict[str, View] = {}
        self.stack = QStackedWidget()
        self.column.addWidget(self.stack)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self._step(step))
        self._show(self.view_called(next(iter(self.views_by_key))))

    @property
    def panel(self) -> Any:
        """What stands beside the list now; F6 goes there."""
        return self.view.panel

    # what views ask

    def show_view(self, key: str) -> None:
        """Show one of the lists; what is typed in the one shown is kept first."""
        self.view.segments.mark(self.view.key)

        def enter() -> None:
            by_switch = self.view.segments.has_focus()
            self.enter(self.view_called(key))
            if by_switch:
                self.view.segments.focus_marked()
            else:
                self.view.focus_list()

        if key != self.view.key:
            self.view.leave(enter)

    # what the window asks

    def refresh(self) -> None:
        for view in self.views.values():
            view.stale = True
        self.view.refresh()

    def open_record(self, kind: str, record_id: int) -> None:
        first = next(iter(self.views_by_key))

        def enter() -> None:
            self.enter(self.view_called(self.view_of_kind.get(kind, first)))
            self.view.open_record(kind, record_id)

        self.view.leave(enter)

    def leave(self, then: Callable[[], None]) -> None:
        self.view.leave(then)

    def new(self) -> None:
        self.view.new()

    def save(self) -> None:
        self.view.save()

    def print_selected(self) -> None:
        self.view.print_selected()

    def focus_list(self) -> None:
        self.view.focus_list()

    # inside

    def view_called(self, key: str) -> View:
        """The list of this key, made when it is first wanted."""
        if key not in self.views:
            self.views[key] = self.views_by_key[key](self.shell, self)
            self.stack.addWidget(self.views[key])
        return self.views[key]

    def enter(self, view: View) -> None:
        """Show a list as the desk has it now."""
        self._show(view)
        if view.stale:
            view.refresh()

    def _show(self, view: View) -> None:
        self.view = view
        self.head, self.made = view.head, view.made
        self.stack.setCurrentWidget(view)

    def _step(self, step: int) -> None:
        keys = list(self.views_by_key)
        at = keys.index(self.view.key) + step
        if 0 <= at < len(keys):
            self.show_view(keys[at])
