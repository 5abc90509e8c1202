"""What the views of acquaintance share: the switch between them, and one place at the right for everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtWidgets import QWidget

from altdesk.domain.marking import N_
from altdesk.settings import S
from ui import views
from ui.shell import Shell

if TYPE_CHECKING:
    from ui.preview import Preview, Printable

PARTS = (
    ("sheets", N_("Sheets"), "file-sign"),
    ("coverage", N_("Coverage"), "chart-bar-stacked"),
    ("debts", N_("Debts"), "account-alert-outline"),
    ("overview", N_("Overview"), "view-dashboard-outline"),
)


class Home(Protocol):
    """What a view may ask of the page it stands on."""

    def show_view(self, key: str) -> None: ...
    def make_sheet(self, document_id: int | None = None, people: tuple[int, ...] = ()) -> None: ...
    def show_sheet(self, sheet_id: int) -> None: ...


class View(views.View):
    """One of the lists. The panel follows the current row while it is open."""

    title = N_("Acquaintance")
    parts = PARTS
    shares: ClassVar[tuple[int, int]] = (55, 45)  # list and panel, until the person drags

    def __init__(self, shell: Shell, home: Home) -> None:
        self.home: Home
        self._preview: Preview | None = None
        super().__init__(shell, home)

    def show_panel(self, widget: QWidget) -> None:
        """At first in this list's own shares; then as the person drags it."""
        first = self.shell.settings.of_page(S.panels, self.key) is None
        super().show_panel(widget)
        if first:
            self.split.setSizes([self.split.width() * share // 100 for share in self.shares])
            self._remember_panel()

    def show_record(self, record_id: int, *, enter: bool) -> None:
        """Show in the panel what belongs to a row; with `enter` the focus goes there."""
        raise NotImplementedError

    def again(self) -> None:
        """The desk has changed: what stands in the panel is shown as it is now."""

    def open_record(self, kind: str, record_id: int) -> None:
        del kind
        self.table.want_id(record_id)
        self.show_record(record_id, enter=True)

    def refresh(self) -> None:
        super().refresh()
        if self.panel_open:
            self.again()

    def focus_list(self) -> None:
        """The list, with a row one can press Enter on."""
        self._to_list()

    def selected_id(self) -> int | None:
        ids = self.table.selected_ids()
        return ids[0] if len(ids) == 1 else self.table.current_id

    @property
    def preview(self) -> Preview:
        """The paper's place; made when a paper is first looked at."""
        if self._preview is None:
            from ui.preview import Preview

            self._preview = Preview(self.shell)
            self._preview.closed.connect(self.close_panel)
        return self._preview

    def show_paper(self, paper: Printable, *, enter: bool = True) -> None:
        """Show a paper beside its options; with `enter` its Print button gets the focus once it can be pressed."""
        preview = self.preview
        preview.pages.clear()
        self.show_panel(preview)
        preview.show_paper(paper)
        if enter:
            preview.enter()

    def print_selected(self) -> None:
        """Ctrl+P: what is shown goes to the printer; else the paper of the row is shown."""
        if self._preview is not None and self.panel_open and self.panel.currentWidget() is self._preview:
            self._preview.print_paper()
        else:
            self.paper_of_row()

    def paper_of_row(self) -> None:
        """Show the paper that belongs to the selected row."""

    def _follow_current(self) -> None:
        number = self.table.current_id
        if number is not None and self.panel_open and self.table.hasFocus():
            self.show_record(number, enter=False)

    def _open_and_focus(self, record_id: int) -> None:
        self.open_record("", record_id)
