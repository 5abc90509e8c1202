"""The figures beside the text of a section: tables of them, and under the chosen figure the records it counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.report import Section
from altdesk.domain.report_facts import Facts
from altdesk.domain.report_figures import Breakdown, Figure
from altdesk.domain.report_gaps import GAP_SENTENCES, Missing
from altdesk.domain.report_tables import Behind, behind, tables_of
from ui.pages.reporting.names import TABLES, column_name, figure_said, line_name
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.elided import ElidedLabel
from ui.widgets.figure_table import FigureLine, FigureTable
from ui.widgets.inputs import ChoiceInput, letters_wide
from ui.widgets.shortlist import RowList, ShortRow

LIST_LEAST = 4  # rows of the list that are always seen
LIST_LETTERS = 32  # of a record that are seen beside the figures
WHOLE = 16_777_215  # px, what Qt calls no limit
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
MOST_GAPS = 6  # lines seen at once of what is lacking


class Figures(QWidget):
    """Shows the figures of one section, or the gaps of the whole report."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._facts: Facts | None = None
        self._before: Facts | None = None
        self._tables: tuple[Breakdown, ...] = ()
        self._behind: list[Behind] = []
        self.title = QLabel()
        set_type(self.title, 11, SEMIBOLD)
        shell.words(self.title, text=N_("Figures"))
        self.choice = ChoiceInput(self._choices)
        self.choice.changed.connect(self._show_table)
        self.table = FigureTable()
        self.table.currentCellChanged.connect(lambda *_: self._show_behind())
        self.counted = ElidedLabel()  # one that wraps would ask the splitter for more height than it needs
        set_tone(self.counted, Tone.QUIET)
        self.records = RowList()
        self.records.itemActivated.connect(lambda _item: self._open())
        self.table.entered.connect(self.records.setFocus)
        shell.words(self.choice, name=N_("Which figures"))
        shell.words(self.table, name=N_("Figures"), about=N_("Enter goes to the records behind a figure."))
        shell.words(self.records, name=N_("Records behind the figure"), about=N_("Enter opens a record."))
        self._lay_out()
        shell.words.switched.connect(self._say)

    # what others ask

    def show_section(self, section: Section, facts: Facts, before: Facts | None) -> None:
        """The figures of a section."""
        kept = self._tables[self.choice.currentIndex()].key if self._tables and self.choice.currentIndex() >= 0 else ""
        self._facts, self._before = facts, before
        self._tables = tables_of(section, facts, before)
        self.choice.say_again()
        keys = [table.key for table in self._tables]
        self.choice.setVisible(len(keys) > 1)
        self.choice.set_value(kept if kept in keys else keys[0])
        self._show_table()

    def needed_width(self, *, whole: bool = False) -> int:
        """What the widest table of the section needs, or needs for whole names: another is chosen and nothing moves."""
        margins = self._column.contentsMargins()
        tables = [self.table.needed_width(*self._said(table), whole=whole) for table in self._tables]
        return max(tables, default=0) + margins.left() + margins.right()

    def stand(self, *, beside: bool, room: int) -> None:
        """Stand beside the text, or below it with `room` px for the whole width: the records then beside the table."""
        records, needed = letters_wide(self, LIST_LETTERS), self.needed_width()
        across = not beside and needed + records <= room
        self._body.setDirection(ACROSS if across else DOWN)
        self.table.show_all_rows(whole=not beside)
        self.table.setMaximumWidth(min(self.needed_width(whole=True), room - records) if across else WHOLE)
        rows = max(self.records.sizeHintForRow(0), FIELD_HEIGHT) * LIST_LEAST
        self.records.setMinimumHeight(rows)

    # inside

    def _lay_out(self) -> None:
        head, behind = QHBoxLayout(), QVBoxLayout()
        for row in (head, behind):
            row.setSpacing(GRID)
        head.addWidget(self.title)
        head.addWidget(self.choice, 1)
        behind.addWidget(self.counted)
        behind.addWidget(self.records, 1)
        self._body = QBoxLayout(DOWN)
        self._body.setSpacing(GRID)
        self._body.addWidget(self.table, 3)
        self._body.addLayout(behind, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addLayout(head)
        self._column.addLayout(self._body, 1)

    def _said(self, table: Breakdown) -> tuple[list[str], list[FigureLine]]:
        """The heads and lines of a table as they are said."""
        say = self._shell.say
        lines = [*table.lines, *([table.total] if table.total is not None else [])]
        return [column_name(key, say) for key in table.columns], [
            FigureLine(line_name(table, line.key, say), tuple(figure_said(each) for each in line.figures), line.figures)
            for line in lines
        ]

    def _choices(self) -> Sequence[tuple[str, str]]:
        return [(table.key, self._shell.say(TABLES[table.key])) for table in self._tables]

    def _say(self) -> None:
        self.choice.say_again()
        self._show_table()

    def _shown(self) -> Breakdown | None:
        at = max(0, self.choice.currentIndex())
        return self._tables[at] if at < len(self._tables) else None

    def _show_table(self) -> None:
        shown, say = self._shown(), self._shell.say
        if shown is None:
            return
        if len(self._tables) == 1:
            self.title.setText(say(TABLES[shown.key]))
        else:
            self.title.setText(say(N_("Figures")))
        self.table.show_lines(*self._said(shown))
        self._show_behind()

    def _show_behind(self) -> None:
        """The records of the figure one stands on."""
        say = self._shell.say
        item = self.table.item(self.table.currentRow(), self.table.currentColumn())
        figure = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if not isinstance(figure, Figure) or self._facts is None:
            self._behind = []
            self.counted.setText(say(N_("Choose a figure to see the records behind it.")))
        else:
            self._behind = behind(figure.kind, figure.ids, self._facts, self._before)
            self.counted.setText(
                say.plural("%(n)d record behind the figure", "%(n)d records behind the figure", len(figure.ids))
            )
        self.records.show_rows([ShortRow(at, each.text, each.day) for at, each in enumerate(self._behind)])

    def _open(self) -> None:
        row = self.records.row_at(self.records.currentRow())
        if row is not None:
            found = self._behind[row.id]
            self._shell.go(found.kind, found.id)


class Gaps(QWidget):
    """What the report still lacks; Enter opens the first record to be completed, or the text to be written."""

    wanted = Signal(object)  # Missing

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._found: tuple[Missing, ...] = ()
        self._facts: Facts | None = None
        title, self.state = QLabel(), QLabel(wordWrap=True)
        set_type(title, 11, SEMIBOLD)
        shell.words(title, text=N_("What is lacking before it is printed"))
        self.gaps, self.records, self.behind = RowList(), RowList(), QLabel()
        set_type(self.behind, 11, SEMIBOLD)
        shell.words(self.behind, text=N_("Records to be completed"))
        self.gaps.currentRowChanged.connect(lambda _row: self._show_records())
        self.gaps.itemActivated.connect(lambda _item: self._enter())
        self.records.itemActivated.connect(lambda _item: self._open())
        shell.words(self.gaps, name=N_("What is lacking"), about=N_("Enter goes to the records to be completed."))
        shell.words(self.records, name=N_("Records to be completed"), about=N_("Enter opens a record."))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(self.state)
        column.addWidget(self.gaps)
        column.addWidget(self.behind)
        column.addWidget(self.records, 1)
        shell.words.switched.connect(self._say)

    def show_gaps(self, found: tuple[Missing, ...], facts: Facts) -> None:
        self._found, self._facts = found, facts
        self._say()

    def _say(self) -> None:
        say = self._shell.say
        all_there = N_("Nothing is lacking. The report can be printed.")
        some = N_(
            "The report can be printed as it is; complete what is named here, and its figures change by themselves."
        )
        self.state.setText(say(some if self._found else all_there))
        set_tone(self.state, Tone.QUIET if self._found else Tone.GOOD)
        rows = [ShortRow(at, say(GAP_SENTENCES[each.gap], count=each.count)) for at, each in enumerate(self._found)]
        self.gaps.show_rows(rows)
        tall = sum(self.gaps.sizeHintForRow(at) for at in range(min(len(rows), MOST_GAPS)))
        self.gaps.setFixedHeight(tall + 2 * self.gaps.frameWidth())
        self.behind.setVisible(bool(rows))
        self._show_records()

    def _current(self) -> Missing | None:
        at = self.gaps.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _show_records(self) -> None:
        gap = self._current()
        if gap is None or self._facts is None:
            self.records.show_rows([])
            return
        if gap.parts:
            from altdesk.domain.report import PART_NAMES

            self.records.show_rows([
                ShortRow(at, self._shell.say(PART_NAMES[each])) for at, each in enumerate(gap.parts)
            ])
            return
        found = behind(gap.kind, gap.ids, self._facts)
        self.records.show_rows([ShortRow(at, each.text, each.day) for at, each in enumerate(found)])

    def _enter(self) -> None:
        self.records.setFocus()
        self.records.setCurrentRow(0)

    def _open(self) -> None:
        gap, at = self._current(), self.records.currentRow()
        if gap is None or self._facts is None or at < 0:
            return
        if gap.parts:
            self.wanted.emit(gap.parts[at])
            return
        found = behind(gap.kind, gap.ids, self._facts)[at]
        self._shell.go(found.kind, found.id)
