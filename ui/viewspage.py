"""A page of several views, each a page of its own with its own head; the window sees the one that is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from ui.page import Page
from ui.shell import Shell


class ViewsPage(Page):
    """Answers the window with the view that is shown. A subclass shows its first view when it is made."""

    view: Page

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.column.removeWidget(self.head)
        self.head.deleteLater()
        self.stack = QStackedWidget()
        self.column.addWidget(self.stack)

    @property
    def panel(self) -> Any:
        """What stands beside the list of the view; F6 goes there."""
        return getattr(self.view, "panel", None)

    def show_page(self, view: Page) -> None:
        """Show a view as it is."""
        if self.stack.indexOf(view) < 0:
            self.stack.addWidget(view)
        self.view = view
        self.head, self.made = view.head, view.made
        self.stack.setCurrentWidget(view)

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


class ListAndWhole(ViewsPage):
    """A list, and one of its records whole; the page holds both and shows one of them. A subclass makes `list`."""

    list: Any

    def opened_id(self) -> int | None:
        """The record that was shown whole last."""
        raise NotImplementedError

    def show_list(self) -> None:
        """Back to the list, on the record one comes from."""
        opened = self.opened_id()
        self.show_page(self.list)
        self.list.refresh()
        if opened is not None:
            self.list.table.want_id(opened)
        self.list.focus_list()

    def refresh(self) -> None:
        self.list.stale = True
        self.view.refresh()
