"""The list of sheets: where each of them is, and at the right its paper or its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent

from altdesk.desk import Changed
from altdesk.domain.acquaintance import Sheet, SheetLine, SheetState
from altdesk.domain.dates import parse_day, short_day
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import acquaintance, exporting, rounds
from altdesk.services.papers import acquaintance as papers
from ui.actions import Action, Needs
from ui.columns import Column, ListQuery, RowSource, WholeList
from ui.pages.sheets.making import Making
from ui.pages.sheets.recording import Recording
from ui.pages.sheets.rows import letter
from ui.pages.sheets.sheet_columns import sheet_columns, sheet_orders
from ui.pages.sheets.view import Home, View
from ui.preview import Printable, printable
from ui.shell import Shell
from ui.widgets.empty import Empty

LARGE_TEXT, LARGE_SHARE = 21, 68  # height of a line from which a sheet needs more of the page, and how much


class SheetsView(View):
    """Every sheet, the newest first."""

    key = "sheets"
    history_of = "sheet"
    shows = frozenset({"sheet", "sheet_row", "revision", "document", "person", "duty"})
    filter_hint = N_("Find a sheet")
    shares = (38, 62)

    def __init__(self, shell: Shell, home: Home) -> None:
        self.making: Making | None = None
        self._states: Counter[SheetState] = Counter()
        super().__init__(shell, home)
        self.recording = Recording(shell)
        self.recording.closed.connect(self._close_sheet)
        self.recording.residual_wanted.connect(self.make_residual)
        self.recording.paper_wanted.connect(self.show_sheet_paper)
        self._shown: int | None = None  # the sheet in the panel
        self.table.installEventFilter(self)

    def all_columns(self) -> tuple[Column, ...]:
        return sheet_columns(self.shell.words, self._expect_back)

    def primary(self) -> Action:
        return Action("make", N_("Make a sheet"), self.new, "plus", "")

    def more(self) -> Sequence[Action]:
        return (
            Action("back", N_("Sheet is back (B)"), self._back, "tray-arrow-down", needs=Needs.ONE),
            Action("paper", N_("Show the paper"), self.paper_of_row, "printer-outline", needs=Needs.ONE),
            Action("residual", N_("Make a residual sheet"), self._residual_of_row, "playlist-edit", needs=Needs.ONE),
            Action("row", N_("Add a handwritten row"), self._add_row, "pencil-outline"),
            self.export_action(),
        )

    def source(self) -> RowSource:
        desk, today = self.shell.desk, date.today()

        def fetch(query: ListQuery) -> list[SheetLine]:
            found = acquaintance.sheet_lines(desk, query.text)
            self._states = Counter(line.state_on(today) for line in found)
            return found

        return WholeList(fetch, orders=sheet_orders(today))

    def query(self) -> ListQuery:
        return ListQuery(sort="number", descending=True)

    def state(self, say: Translator) -> str:
        said = [say.plural("%(n)d sheet", "%(n)d sheets", self._states.total())]
        overdue = self._states[SheetState.OVERDUE]
        if out := self._states[SheetState.OUT] + overdue:
            said.append(say(N_("out: %(n)d"), n=out))
        if overdue:
            said.append(say(N_("overdue: %(n)d"), n=overdue))
        return ", ".join(said)

    def empty_state(self) -> Empty:
        sentence = N_(
            "Here are the sheets that go round for signatures: which are out, which are back, who is missing."
        )
        return Empty("file-sign", sentence, N_("Make a sheet"), self.new)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        del ids
        return exporting.acquaintance(self.shell.desk, path)

    # what stands at the right

    def new(self) -> None:
        """Make a sheet: choose what for and for whom."""
        self.make_for(None, ())

    def make_for(self, document_id: int | None, people: tuple[int, ...]) -> None:
        """Make a sheet of this document for these people."""

        def begin() -> None:
            self._shown = None
            self.table.clearSelection()
            if self.making is None:
                self.making = Making(self.shell)
                self.making.closed.connect(self.close_panel)
                self.making.made.connect(lambda number: self.open_record("sheet", number))
                self.making.wanted.connect(self._open_numbered)
            self.show_panel(self.making)
            self.making.start(document_id, people)

        self.leave(begin)

    def _open_numbered(self, number: int) -> None:
        """Show the sheet of a number."""
        desk = self.shell.desk

        def show(found: Sheet) -> None:
            self.open_record("sheet", found.id)

        self.shell.work.do(lambda: acquaintance.sheet_by_number(desk, number), show, topic="sheet")

    def show_record(self, record_id: int, *, enter: bool) -> None:
        """A sheet that was never printed shows its paper; any other its rows."""
        desk = self.shell.desk

        def load() -> tuple[Sheet, int]:
            return acquaintance.sheet(desk, record_id), rounds.still_open(desk, record_id)

        def show(found: tuple[Sheet, int]) -> None:
            if found[0].state_on(date.today()) is not SheetState.NOT_PRINTED:
                self._show_rows(*found, enter=enter)
            else:
                self._show_paper(found[0], enter=enter)

        self.leave(lambda: self.shell.work.do(load, show, topic="sheet"))

    def _show_rows(self, sheet: Sheet, can_follow: int, *, enter: bool) -> None:
        self._shown = sheet.id
        self.recording.show_sheet(sheet, can_follow)
        self.show_panel(self.recording)
        self._widen()
        if enter:
            self.recording.start()

    def _widen(self) -> None:
        """Names, states and days of a sheet need the greater part of the page; more than that stays as dragged."""
        whole = self.split.width()
        wanted = whole * (LARGE_SHARE if self.fontMetrics().height() > LARGE_TEXT else self.shares[1]) // 100
        if self.split.sizes()[1] < wanted:
            self.split.setSizes([whole - wanted, wanted])

    def _show_paper(self, sheet: Sheet, *, enter: bool) -> None:
        self._shown = sheet.id
        self.show_paper(self._printable(sheet), enter=enter)

    def show_sheet_paper(self, sheet_id: int) -> None:
        """The paper of a sheet, printed or not: to print it, or one page of it again."""
        desk = self.shell.desk
        show = partial(self._show_paper, enter=True)
        self.leave(lambda: self.shell.work.do(lambda: acquaintance.sheet(desk, sheet_id), show, topic="sheet"))

    def _printable(self, sheet: Sheet) -> Printable:
        from altdesk.forms.sheets.acquaintance import FORM

        desk = self.shell.desk
        title = self.shell.say(N_("Sheet No. %(number)s  ·  %(code)s"), number=sheet.number, code=sheet.document)
        if not self._preview:
            self.preview.printed.connect(lambda: QTimer.singleShot(0, self, self._say_out))
        return printable(desk, title, partial(papers.acquaintance, desk, sheet.id), FORM.options)

    def _say_out(self) -> None:
        """The paper has left the desk: say where the sheet is now and when it is expected back."""
        number, desk = self._shown, self.shell.desk
        if number is None:
            return

        def say(sheet: Sheet) -> None:
            if sheet.back_on is None and sheet.expected_on:
                sentence = N_("Sheet No. %(number)s is out. It is expected back on %(day)s.")
                self.shell.messages.tell(sentence, number=sheet.number, day=short_day(sheet.expected_on))
            elif sheet.back_on is None:
                self.shell.messages.tell(N_("Sheet No. %(number)s is out."), number=sheet.number)

        self.shell.work.do(lambda: acquaintance.sheet(desk, number), say)

    def make_residual(self, sheet_id: int) -> None:
        """Make a sheet of the rows still open, and show its paper."""
        desk = self.shell.desk

        def make() -> int | None:
            return acquaintance.residual(desk, sheet_id).id

        def show(number: int | None) -> None:
            if number is not None:
                self.open_record("sheet", number)

        self.leave(lambda: self.shell.work.do(make, show, label=N_("Making the sheet")))

    def again(self) -> None:
        current = self.panel.currentWidget()
        if self._shown is not None and current is self.recording:
            desk, number = self.shell.desk, self._shown
            self.shell.work.do(
                lambda: (acquaintance.sheet(desk, number), rounds.still_open(desk, number)),
                lambda found: self.recording.show_sheet(*found),
                lambda _gone: self.close_panel(),
                topic="sheet-again",
            )

    # keys and actions

    def save(self) -> None:
        if self.panel_open and self.panel.currentWidget() is self.recording:
            self.recording.record()
        elif self.panel_open and self.making is not None and self.panel.currentWidget() is self.making:
            self.making.make()

    def leave(self, then: Callable[[], object]) -> None:
        if self.panel_open and self.panel.currentWidget() is self.recording:
            self.recording.leave(then)
        else:
            then()

    def paper_of_row(self) -> None:
        if (number := self.selected_id()) is not None:
            self.show_sheet_paper(number)

    def _expect_back(self, sheet_id: int, typed: str) -> Changed:
        """F2 on a row: another day it is expected back."""
        on = parse_day(typed, date.today()) if typed.strip() else None
        return acquaintance.expect_back(self.shell.desk, sheet_id, on)

    def _residual_of_row(self) -> None:
        if (number := self.selected_id()) is not None:
            self.make_residual(number)

    def _back(self) -> None:
        """The sheet of this row is back: show its rows, whether altdesk saw it printed or not."""
        number, desk = self.selected_id(), self.shell.desk
        if number is None:
            return

        def load() -> tuple[Sheet, int]:
            return acquaintance.sheet(desk, number), rounds.still_open(desk, number)

        def show(found: tuple[Sheet, int]) -> None:
            self._show_rows(*found, enter=True)

        self.leave(lambda: self.shell.work.do(load, show, topic="sheet"))

    def _add_row(self) -> None:
        """A row written by hand on the sheet that is open."""
        if self.panel_open and self.panel.currentWidget() is self.recording:
            self.recording.add_line()
        else:
            self.shell.messages.advise(N_("Open the sheet first: press Enter on it."))

    def _close_sheet(self) -> None:
        self.recording.leave(self.close_panel)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and letter(event) == "b" and not event.modifiers():
            self._back()
            return True
        return super().eventFilter(watched, event)
