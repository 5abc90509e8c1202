"""The versions of a plan, and in words what the chosen one differs in from the plan of now."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.minutes_difference import Change
from altdesk.domain.plans import Plan
from altdesk.services import plans_versions
from ui.columns import Align, Column, WholeList
from ui.pages.planning.looks import VERSION_STATES
from ui.shell import Shell
from ui.theme import GRID, Tone, set_tone
from ui.widgets.difference import marked
from ui.widgets.panel_head import PanelHead
from ui.widgets.parts import button, button_row
from ui.widgets.short_table import ShortTable


class Versions(QWidget):
    """The versions above, the difference below; any of them can be printed."""

    print_wanted = Signal(int)
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._plan: Plan | None = None
        hint = QLabel(wordWrap=True)
        set_tone(hint, Tone.QUIET)
        shell.words(hint, text=N_("What is different now: added words are underlined, removed ones struck through."))
        columns = (
            Column("version", N_("Version"), 80, lambda each: str(each.number), Align.RIGHT),
            Column("state", N_("State"), 190, state=lambda each: VERSION_STATES[each.state]),
            Column("on", N_("Approved on"), 110, lambda each: short_day(each.approved_on) if each.approved_on else ""),
            Column("reason", N_("Reason"), 200, lambda each: each.reason),
        )
        self.table = ShortTable(shell, "plan versions", columns, 5)
        self.table.scroll_sideways()
        shell.words(self.table, name=N_("Versions"))
        self.print_button = button(shell, N_("Print this version"), self._print, "printer-outline")
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setObjectName("panel")
        shell.words(self.text, name=N_("What is different"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(PanelHead(shell, self.closed.emit, N_("Versions")))
        for widget in (hint, self.table):
            column.addWidget(widget)
        column.addLayout(button_row((self.print_button,)))
        column.addWidget(scroll, 1)
        self.setFocusProxy(self.table)
        self.table.selection_changed.connect(self._look)
        self.table.rows.loaded.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_plan(self, plan: Plan) -> None:
        """Show the versions of this plan, the newest first."""
        self._plan = plan
        self.table.show_source(WholeList(lambda _query: plan.versions, attrgetter("number")))

    def _choose(self) -> None:
        """The one before the newest is what a reader compares with, where there is one."""
        self.table.selectRow(min(1, self.table.rows.rowCount() - 1))

    def _print(self) -> None:
        chosen = self.table.current_line()
        if chosen is not None:
            self.print_wanted.emit(chosen.number)

    def _look(self) -> None:
        chosen, plan, desk = self.table.current_line(), self._plan, self._shell.desk
        if plan is not None and chosen is not None:
            self._shell.work.do(
                lambda: plans_versions.difference(desk, plan.id, chosen.number), self._show, topic=f"plan-{id(self)}"
            )

    def _show(self, found: Sequence[Change]) -> None:
        say = self._shell.say
        if not found:
            self.text.setText(escape(say(N_("Nothing is different."))))
            return
        self.text.setText(
            "".join(f"<p><b>{escape(self._where(each))}</b><br>{marked(each, say)}</p>" for each in found)
        )

    def _where(self, change: Change) -> str:
        say = self._shell.say
        row = say(N_("Row %(number)s"), number=change.item) if change.item else ""
        return ", ".join(filter(None, (row, change.of, say(change.field))))
