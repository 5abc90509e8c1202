"""What minutes said before they were opened again: every kept version, and in words what has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes
from altdesk.domain.minutes_difference import Change
from altdesk.domain.moments import clock
from altdesk.services import minutes_versions
from ui.columns import Align, Column, WholeList
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.difference import marked
from ui.widgets.short_table import ShortTable


class Versions(QWidget):
    """The versions above, the difference of the chosen one to what stands now below."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._minutes: Minutes | None = None
        title, hint = QLabel(), QLabel(wordWrap=True)
        set_type(title, SECTION_POINTS, SEMIBOLD)
        shell.words(title, text=N_("Versions"))
        set_tone(hint, Tone.QUIET)
        shell.words(hint, text=N_("What is different now: added words are underlined, removed ones struck through."))
        columns = (
            Column("version", N_("Version"), 80, lambda each: str(each.number), Align.RIGHT),
            Column("reason", N_("Why it was opened again"), 300, lambda each: each.reason),
            Column("at", N_("When"), 140, lambda each: clock(each.kept_at)),
            Column("who", N_("Who"), 120, lambda each: each.kept_by),
        )
        self.table = ShortTable(shell, "minutes versions", columns, 6)
        shell.words(self.table, name=N_("Versions"))
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shell.words(self.text, name=N_("What is different"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setObjectName("panel")
        scroll.setWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for widget in (title, hint, self.table):
            column.addWidget(widget)
        column.addWidget(scroll, 1)
        self.setFocusProxy(self.table)
        self.table.selection_changed.connect(self._look)
        self.table.rows.loaded.connect(lambda: self.table.selectRow(0))

    def show_minutes(self, minutes: Minutes) -> None:
        """Show the versions of these minutes."""
        self._minutes = minutes
        desk = self._shell.desk
        kept = WholeList(lambda _query: minutes_versions.versions(desk, minutes.id), attrgetter("number"))
        self.table.show_source(kept)

    def _look(self) -> None:
        chosen, minutes, desk = self.table.current_line(), self._minutes, self._shell.desk
        if minutes is not None and chosen is not None:
            self._shell.work.do(
                lambda: minutes_versions.difference(desk, minutes.id, chosen.number),
                self._show,
                topic=f"difference-{id(self)}",
            )

    def _show(self, found: Sequence[Change]) -> None:
        if not found:
            self.text.setText(escape(self._shell.say(N_("Nothing is different."))))
            return
        self.text.setText(
            "".join(f"<p><b>{escape(self._where(each))}</b><br>{marked(each, self._shell.say)}</p>" for each in found)
        )

    def _where(self, change: Change) -> str:
        """Which field of what differs."""
        say = self._shell.say
        item = say(N_("Item %(number)s"), number=change.item) if change.item else ""
        return ", ".join(filter(None, (item, change.of, say(change.field))))
