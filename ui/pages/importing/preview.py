"""The preview: the file's columns, every row with what will become of it, and the button that imports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Decision, RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark
from ui.columns import ListQuery
from ui.pages.importing.bars import ImportBar, RowBar, Warnings
from ui.pages.importing.chips import ALL, Chips
from ui.pages.importing.columns import ColumnChoosers
from ui.pages.importing.deciding import Decided
from ui.pages.importing.file_line import FileLine
from ui.pages.importing.rows import STATES, Line, Planned, state_key, state_of
from ui.pages.importing.table import PreviewRows, PreviewTable
from ui.shell import Shell
from ui.theme import GRID, TEXT_POINTS, Tone
from ui.work import Progress, Room

if TYPE_CHECKING:
    from ui.pages.importing.page import ImportPage

AT_ONCE = 2000  # rows decided before the window is drawn again
LOW = 600  # px at the usual size of text: a window lower than that shows the columns only when asked


class PreviewScreen(QWidget):
    """Everything between the file and the desk, on one screen."""

    import_wanted = Signal()
    other_wanted = Signal()
    sheet_wanted = Signal(int)
    columns_chosen = Signal()
    edited = Signal(int, str, str)  # row of the preview, field, typed; from the desk's room

    def __init__(self, shell: Shell, page: ImportPage) -> None:
        super().__init__()
        self._shell, self._page = shell, page
        self.plan: Planned | None = None
        self.writing = False
        self.busy = False  # rows are being decided beside the window
        self.decisions: dict[int, Decision[Any]] = {}
        self._shown = 0
        self._refusal: Refusal | None = None
        words = shell.words
        self.file, self.columns = FileLine(words), ColumnChoosers(shell, page.field_names)
        self.warnings, self.chips = Warnings(words), Chips(words, STATES)
        self.table = PreviewTable(shell, page.key, page.all_columns())
        words(self.table, name=N_("Rows of the file"))
        self.row_bar, self.bar = RowBar(words, page.update_verb), ImportBar(words)
        self._lay_out()
        self._connect()

    # what the page tells

    def show_plan(self, plan: Planned, decisions: dict[int, Decision[Any]]) -> None:
        """Show this plan; `decisions` is the page's, and changed here as the person decides."""
        first = self.plan is None
        self.plan, self.decisions, self._refusal, self.busy = plan, decisions, None, False
        self.decided = Decided(plan, decisions)
        self._shown += 1
        self.file.show_file(plan.file, plan.sheets, plan.sheet, plan.heads.first_row, found=plan.heads.found)
        self.columns.show_columns(plan.heads, plan.lines)
        self._tab_through_columns()
        if first:
            low = LOW * self.font().pointSizeF() / TEXT_POINTS
            self.file.columns.setChecked(self.window().height() >= low or not plan.heads.found)
        self.warnings.show_remarks(plan.warnings)
        self._source = PreviewRows(plan.rows, state_key, plan.text_of, self._line, plan.orders)
        self._show_rows()
        self._say()

    def _tab_through_columns(self) -> None:
        """The choosers are new with each plan; Tab reaches them after the button that shows them."""
        before: QWidget = self.file.columns
        for chooser in self.columns.choosers.values():
            QWidget.setTabOrder(before, chooser)
            before = chooser

    def refuse(self, refusal: Refusal) -> None:
        """Say above the rows why this will not do; the columns stay, so that it can be mended there."""
        self._refusal = refusal
        self.file.columns.setChecked(True)
        self.warnings.show_remarks([Remark(refusal.message, refusal.values)])
        self._say()

    def wait(self) -> None:
        """Another look at the file is under way."""
        self.bar.show_busy(self._shell.say(N_("Reading the file")))

    def show_writing(self) -> None:
        self.writing = True
        self.bar.show_busy(self._shell.say(N_("Importing")))
        for widget in (self.file, self.columns, self.row_bar):
            widget.setEnabled(False)

    def done(self) -> None:
        self.writing = False
        for widget in (self.file, self.columns, self.row_bar):
            widget.setEnabled(True)
        self._say()

    def forget(self) -> None:
        """The next plan is of another file."""
        self.plan = None
        self.chips.mark(ALL)

    def filter(self, text: str) -> None:
        del text
        self._show_rows()

    # rows

    def _line(self, number: int, row: Any) -> Line:
        return Line(number, row, self.decisions.get(row.number))

    def _show_rows(self) -> None:
        if self.plan is None:
            return
        query = ListQuery(self._page.head.filter.text(), more=(self.chips.marked, self._shown))
        self.table.rows.show_rows(self._source, self.table.remembered_order(query))

    def _current(self) -> Line | None:
        chosen = self.table.selected_ids() if self.table.selected_count() == 1 else []
        if not chosen or self.plan is None or chosen[0] > len(self.plan.rows):
            return None
        return self._line(chosen[0], self.plan.rows[chosen[0] - 1])

    def decide(self, key: str) -> None:
        """Decide the selected rows; then stand on the next one that waits for a decision."""
        plan = self.plan
        if plan is None or self.busy:
            return
        if self.table.selected_count() > AT_ONCE:
            self._decide_beside(key)
            return
        chosen = [plan.rows[number - 1] for number in self.table.selected_ids()]
        if key == "update" and len(chosen) == 1 and (namesakes := plan.namesakes(chosen[0])):
            self._ask_who(chosen[0], namesakes)
            return
        self._decide_all((row, found[key]) for row in chosen if key in (found := plan.choices(row)))

    def _decide_beside(self, key: str) -> None:
        """Tens of thousands of rows are decided beside the window, which goes on meanwhile."""
        decided, numbers, progress = self.decided, self.table.selected_ids(), Progress()

        def take(found: Decided | None) -> None:
            self.busy = False
            if found is not None and decided is self.decided:
                decided.take(found)
            self._after_deciding(0 if found is None else len(numbers))

        def stopped() -> None:
            self.busy = False
            self._say()

        self.busy = True
        self.bar.show_busy(self._shell.say(N_("Deciding")))
        self._shell.work.do(
            lambda: decided.decided(numbers, key, progress.tell),
            take,
            label=N_("Deciding"),
            room=Room.RENDER,
            progress=progress,
            stopped=stopped,
        )

    def _ask_who(self, row: Any, namesakes: Sequence[tuple[str, Decision[Any]]]) -> None:
        """Several people of the register may be meant: the person picks one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, decision in namesakes:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, made=decision: self._decide_all([(row, made)]))
        button = self.row_bar.buttons["update"]
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _decide_all(self, wanted: Iterable[tuple[Any, Decision[Any] | None]]) -> None:
        decided = 0
        for row, decision in wanted:
            self.decided.decide(row, decision)
            decided += 1
        self._after_deciding(decided)

    def _after_deciding(self, decided: int) -> None:
        if not decided:
            self._shell.messages.advise(N_("There is nothing to decide in this row."))
            self._say()
            return
        at = self.table.currentIndex().row()
        self.table.rows.reload()
        if decided == 1:
            self.table.go_on(self._next_doubt(at))
        self._say()

    def _next_doubt(self, at: int) -> int:
        """The next row in the list that waits for a decision, or the same one."""
        plan = self.plan
        for row in range(at + 1, min(self.table.rows.count, at + 2000)):
            number = self.table.rows.id_at(row)
            waiting = plan.rows[number - 1] if plan and number else None
            if waiting is None or waiting.number in self.decisions:
                continue
            if state_key(waiting) == RowStatus.DOUBTFUL:
                return row
        return at

    def _edited(self, number: int, field: str, typed: str) -> None:
        plan = self.plan
        if plan is None or number > len(plan.rows):
            return
        line = self._line(number, plan.rows[number - 1])
        decision = plan.edited(line, field, typed)
        if decision is not None:
            self.decided.put(line.row, decision)
            self.table.rows.reload()
            self._say()

    # words

    def _say(self) -> None:
        plan = self.plan
        if plan is None or self.writing or self.busy:
            return
        say = self._shell.say
        self.chips.show_counts(plan.counts)
        rows, doubts = self.decided.writes, self.decided.doubts
        more = ""
        if doubts:
            more = say.plural(
                "%(n)d doubtful row stays out until you decide it.",
                "%(n)d doubtful rows stay out until you decide them.",
                doubts,
            )
        if not rows and not doubts:
            unread = N_("No row could be read: say above which columns there are.")
            more = say(N_("Everything in this file is in the register already.") if plan.rows else unread)
        self.bar.show_ready(more, self._page.verb(say, rows), enabled=rows > 0 and self._refusal is None)
        self._say_row()

    def _say_row(self) -> None:
        line, plan = self._current(), self.plan
        if plan is None:
            return
        if line is None:
            many = self.table.selected_count()
            text = self._shell.say(N_("Rows selected: %(count)d"), count=many) if many > 1 else self._hint()
            self.row_bar.show_row("", Tone.QUIET, text, ("new", "update", "out") if many > 1 else ())
            return
        state = state_of(line)
        self.row_bar.show_row(state.icon, state.tone, plan.sentence(line), plan.offered(line))

    def _hint(self) -> str:
        if self.decided.doubts:
            return self._shell.say(N_("Select a doubtful row to see why, and decide it."))
        return self._shell.say(N_("Select a row to see what will change."))

    # building

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setContentsMargins(3 * GRID, 6, 2 * GRID, 6)
        chips.addWidget(self.chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.warnings)
        column.addWidget(self.file)
        if (asked := self._page.questions()) is not None:
            column.addWidget(asked)
        column.addWidget(self.columns)
        column.addLayout(chips)
        column.addWidget(self.table, 1)
        column.addWidget(self.row_bar)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.file.other_wanted.connect(self.other_wanted)
        self.file.sheet_wanted.connect(self.sheet_wanted)
        self.file.columns_wanted.connect(self.columns.setVisible)
        self.columns.changed.connect(self.columns_chosen)
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table.decided.connect(self.decide)
        self.table.selection_changed.connect(self._say_row)
        self.table.sorted_by.connect(lambda *_: self._show_rows())
        self.table.rows.loaded.connect(lambda: self.table.show_order(self.table.rows.query))
        self.row_bar.decided.connect(self.decide)
        self.bar.wanted.connect(self.import_wanted)
        self.edited.connect(self._edited)
        self._shell.words.switched.connect(self._say)
