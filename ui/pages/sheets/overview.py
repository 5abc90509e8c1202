"""Overview: how much is signed, which units are behind, what is due this week; each figure opens what is behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QWidget

from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.overview import DUE_NAMES, Due, DueKind, Overview, UnitDebt, UnitDocument
from altdesk.domain.text import sort_key
from altdesk.i18n import Translator
from altdesk.services import acquaintance_overview as service
from altdesk.services import printing
from ui.actions import Action, Needs
from ui.columns import Align, Column, ListQuery, RowSource, WholeList
from ui.model import Index, TableModel
from ui.pages.sheets.states import refused_words
from ui.pages.sheets.view import Home, View
from ui.shell import Shell
from ui.table import RowDelegate
from ui.theme import GRID, Tone
from ui.widgets.empty import Empty
from ui.widgets.figures import Figure, paint_bar
from ui.widgets.shortlist import ShortList, ShortRow
from ui.words import breakable, cut

OPENS = {DueKind.SHEET: "sheet", DueKind.TASK: "task", DueKind.REVIEW: "document", DueKind.MEASURE: "risk"}
SIGNATURES = 1  # the column with the bar


class OverviewView(View):
    """What a director sees in ten seconds."""

    key = "overview"
    shows = frozenset({"sheet", "revision", "document", "person", "unit", "duty", "audience", "task", "risk"})
    filter_hint = N_("Find a unit")
    shares = (55, 45)

    def __init__(self, shell: Shell, home: Home) -> None:
        self._found: Overview | None = None
        super().__init__(shell, home)
        self.table.setItemDelegateForColumn(SIGNATURES, _ShareDelegate(self.table))
        self.signed, self.behind = Figure("draw-pen"), Figure("file-alert-outline")
        self.people, self.due = Figure("account-alert-outline"), Figure("calendar-clock")
        self.signed.clicked.connect(lambda: home.show_view("coverage"))
        self.behind.clicked.connect(lambda: home.show_view("coverage"))
        self.people.clicked.connect(lambda: home.show_view("debts"))
        self.due.clicked.connect(self.show_due)
        self._lay_out_figures()
        self.week = self._list(N_("Due this week"), self._open_due)
        self.documents = self._list(N_("Documents the unit must know"), lambda number: shell.go("coverage", number))
        self.table.rows.loaded.connect(self._say)
        shell.words.switched.connect(self._say)

    def _lay_out_figures(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, 0, 2 * GRID, 12)
        row.setSpacing(GRID)
        for figure in self.figures:
            row.addWidget(figure, 1)
        self.column.insertLayout(2, row)
        before: QWidget = list(self.segments.buttons.values())[-1]
        for figure in self.figures:  # Tab goes as one reads
            self.setTabOrder(before, figure)
            before = figure

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (self.signed, self.behind, self.people, self.due)

    def _list(self, title: str, opened: Callable[[int], None]) -> ShortList:
        made = ShortList(self.shell, title)
        made.closed.connect(self.close_panel)
        made.opened.connect(opened)
        made.button.hide()
        return made

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("unit", N_("Unit"), 320, lambda u: u.unit or say(N_("Without a unit")), sort="unit"),
            Column("signatures", N_("Signatures missing"), 260, lambda u: str(u.signatures), sort="signatures"),
            Column("people", N_("People who owe"), 130, lambda u: str(u.people), Align.RIGHT, sort="people"),
        )

    def primary(self) -> Action:
        return Action("due", N_("Due this week"), self.show_due, "calendar-clock")

    def more(self) -> Sequence[Action]:
        return (
            Action("unit", N_("Documents of the unit"), self._open_current, "file-document-outline", needs=Needs.ONE),
            self.export_action(),
        )

    def source(self) -> RowSource:
        desk = self.shell.desk
        orders: dict[str, Callable[[UnitDebt], object]] = {
            "unit": lambda u: sort_key(u.unit),
            "signatures": lambda u: (u.signatures, u.people),
            "people": lambda u: (u.people, u.signatures),
        }

        def fetch(query: ListQuery) -> list[UnitDebt]:
            self._found = service.overview(desk)
            return service.found(self._found.units, query.text)

        return WholeList(fetch, key=lambda u: int(u.unit_id), orders=orders)

    def query(self) -> ListQuery:
        return ListQuery(sort="signatures", descending=True)

    def state(self, say: Translator) -> str:
        behind = len(self._found.units) if self._found else 0
        return say.plural("%(n)d unit is behind", "%(n)d units are behind", behind)

    def empty_state(self) -> Empty:
        sentence = N_("Every unit has signed what it must know. A unit that is behind stands here with what it owes.")
        return Empty("check-all", sentence)

    def new(self) -> None:
        self.home.make_sheet()

    def export(self, path: Path, ids: Sequence[int]) -> object:
        del ids
        return printing.coverage(self.shell.desk, path)

    def _say(self) -> None:
        found, say = self._found, self.shell.say
        if found is None:
            return
        whole = not found.behind
        signed = say(N_("signed: %(signed)d of %(total)d"), signed=found.signed, total=found.total)
        self.signed.say(
            f"{found.percent} %",
            ", ".join(filter(None, (signed, refused_words(say, found.refused)))),
            Tone.GOOD if whole else Tone.ACCENT,
            (found.signed, found.total),
        )
        self.behind.say(
            str(found.behind),
            say(N_("documents not signed by all, of %(total)d in force"), total=found.documents),
            Tone.WAIT if found.behind else Tone.GOOD,
            (found.behind, found.documents),
        )
        self.people.say(str(found.people), say(N_("people owe a signature")), Tone.WAIT if found.people else Tone.GOOD)
        late = sum(each.late for each in found.due)
        words = say(N_("due this week, overdue of them: %(late)d"), late=late)
        self.due.say(str(len(found.due)), words, Tone.BAD if late else Tone.ACCENT if found.due else Tone.GOOD)

    # what is due

    def show_due(self) -> None:
        """What is due this week, and what should have been done before."""
        found, say = self._found, self.shell.say
        if found is None:
            return
        self.week.title.setText(say(N_("Due this week")))
        said = say.plural("%(n)d thing is due", "%(n)d things are due", len(found.due))
        self.week.state.setText(said if found.due else say(N_("Nothing is due this week.")))
        self.week.show_rows([self._due(at, each) for at, each in enumerate(found.due)])
        self.show_panel(self.week)
        self.week.enter()

    def _due(self, at: int, each: Due) -> ShortRow:
        say = self.shell.say
        about = ", ".join(filter(None, (say(DUE_NAMES[each.kind]), each.about)))
        if each.late:
            about = say(N_("overdue: %(what)s"), what=about)
        return ShortRow(at, cut(each.title, 80), short_day(each.on), about)

    def _open_due(self, at: int) -> None:
        if self._found is not None and at < len(self._found.due):
            due = self._found.due[at]
            self.shell.go(OPENS[due.kind], due.id)

    # what a unit must know

    def show_record(self, record_id: int, *, enter: bool) -> None:
        desk = self.shell.desk

        def show(found: list[UnitDocument]) -> None:
            self._show_unit(record_id, found)
            if enter:
                self.documents.enter()

        self.shell.work.do(partial(service.of_unit, desk, record_id), show, topic="unit")

    def _show_unit(self, unit_id: int, found: list[UnitDocument]) -> None:
        say, units = self.shell.say, self._found.units if self._found else ()
        name = next((each.unit for each in units if each.unit_id == unit_id), "")
        self.documents.title.setText(breakable(cut(name or say(N_("Without a unit")), 80)))
        short = sum(bool(each.missing) for each in found)
        said = say.plural("%(n)d document is not signed by all", "%(n)d documents are not signed by all", short)
        self.documents.state.setText(said)
        self.documents.show_rows([
            ShortRow(
                each.revision_id,
                each.code,
                say(N_("%(signed)d of %(total)d"), signed=each.signed, total=each.total),
                each.title,
            )
            for each in found
        ])
        self.show_panel(self.documents)

    def _open_current(self) -> None:
        if (number := self.selected_id()) is not None:
            self.open_record("unit", number)


class _ShareDelegate(RowDelegate):
    """The number, and beside it a bar: the longest is the unit that owes most."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QRect(option.rect)
        super().paint(painter, option, index)
        model = index.model()
        line = model.line_at(index.row()) if isinstance(model, TableModel) else None
        words = option.fontMetrics.horizontalAdvance("88888") + 2 * GRID
        room = whole.width() - words - 2 * GRID
        if not isinstance(line, UnitDebt) or room < 24:
            return
        bar = QRect(whole.left() + words, whole.center().y() - 4, room, 8)
        paint_bar(painter, bar, line.signatures, max(line.most, 1), Tone.WAIT)
