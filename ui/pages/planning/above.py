"""What stands above the rows of a plan: its title, ways to its other parts, and where its paper is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.plans import Plan
from ui.pages.planning.looks import where_said
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, set_tone, set_type
from ui.widgets.parts import button, button_row

Run = Callable[[], None]


class Above(QWidget):
    """`below` is a bar that stands under it while something is asked."""

    def __init__(
        self, shell: Shell, back: Run, way: Run, cycle: Run, versions: Run, paper: Run, below: QWidget
    ) -> None:
        super().__init__()
        self._shell = shell
        self.called, self.where = QLabel(wordWrap=True), QLabel(wordWrap=True)
        set_type(self.called, SECTION_POINTS, SEMIBOLD)
        self.buttons: tuple[QPushButton, ...] = (
            button(shell, N_("All plans"), back, "arrow-left"),
            button(shell, N_("Approval"), way, "send-outline"),
            button(shell, N_("Work cycle"), cycle, "sync"),
            button(shell, N_("Versions"), versions, "history"),
            button(shell, N_("Print the plan"), paper, "printer-outline"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 0, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.called)
        column.addLayout(button_row(self.buttons))
        column.addWidget(self.where)
        column.addWidget(below)

    def show_plan(self, plan: Plan) -> None:
        """Say the title, and where the paper is and since when."""
        self.called.setText(plan.title)
        said, tone = where_said(plan, self._shell.say)
        self.where.setText(said)
        set_tone(self.where, tone)

    def stand_between(self, before: QWidget, after: QWidget) -> None:
        """Tab goes from what is above through the buttons to what is below."""
        for each in (*self.buttons, after):
            QWidget.setTabOrder(before, each)
            before = each
