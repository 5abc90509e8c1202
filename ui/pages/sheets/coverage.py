"""Coverage: "x of y" for every revision in force, and one key away the people who are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from altdesk.domain.acquaintance import Coverage
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.overview import UnitCoverage
from altdesk.i18n import Translator
from altdesk.services import acquaintance, acquaintance_overview, documents, printing, rounds
from altdesk.services.papers import acquaintance as papers
from altdesk.services.rounds import Asked
from ui.actions import Action, Needs
from ui.columns import Align, Column, ListQuery, RowSource, State, WholeList
from ui.model import Index, TableModel
from ui.pages.sheets.sheet_columns import day
from ui.pages.sheets.states import missing_words, refused_words
from ui.pages.sheets.view import Home, View
from ui.preview import printable
from ui.shell import Shell
from ui.table import RowDelegate
from ui.theme import GRID, Tone
from ui.widgets.empty import Empty
from ui.widgets.figures import paint_bar
from ui.widgets.shortlist import ShortList, ShortRow
from ui.words import Words, breakable, cut

ALL = State("check-all", N_("Signed by all"), Tone.GOOD)
SOME = State("progress-check", N_("Not by all"), Tone.WAIT)
NOBODY = State("account-off-outline", N_("Nobody was asked"), Tone.QUIET)
MOST_UNITS = 4  # named beside a document, where there is room
SIGNED = 2  # the column with the bar


class CoverageView(View):
    """Who has signed what, in numbers."""

    key = "coverage"
    shows = frozenset({"sheet", "sheet_row", "revision", "document", "person", "duty", "audience"})
    filter_hint = N_("Find a document")
    shares = (66, 34)

    def __init__(self, shell: Shell, home: Home) -> None:
        self._lines: list[Coverage] = []
        super().__init__(shell, home)
        self.table.setItemDelegateForColumn(SIGNED, BarDelegate(self.table, shell.words))
        self.table.clicked.connect(self._clicked)
        self.missing = ShortList(shell, N_("Missing people"))
        self.missing.closed.connect(self.close_panel)
        self.missing.opened.connect(lambda number: shell.go("person", number))
        self.missing.button.clicked.connect(self._make_for_them)
        self.missing.list.itemSelectionChanged.connect(self._say_missing)
        self._shown: Coverage | None = None
        self._asked: list[Asked] = []
        self._units: list[UnitCoverage] = []
        shell.words.switched.connect(self._say_missing)

    def all_columns(self) -> tuple[Column, ...]:
        def of(line: Coverage) -> str:
            said = self.shell.say(N_("%(signed)d of %(total)d"), signed=line.signed, total=line.total)
            return said if line.total else "–"

        return (
            Column("document", N_("Document"), 130, lambda c: c.document, sort="document"),
            Column("title", N_("Title"), 300, lambda c: c.title, sort="title"),
            Column("signed", N_("Signed"), 158, of, sort="signed"),
            Column("missing", N_("Missing"), 90, lambda c: str(c.missing) if c.missing else "", Align.RIGHT,
                   sort="missing"),
            Column("state", N_("State"), 148, state=_state),
            Column("revision", N_("Revision"), 84, lambda c: str(c.revision), Align.RIGHT),
            Column("effective", N_("In force from"), 110, lambda c: day(c.effective_on), Align.RIGHT, sort="effective"),
        )  # fmt: skip

    def primary(self) -> Action:
        return Action("make", N_("Make a sheet"), self._make_of_row, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("missing", N_("Show who is missing"), self._open_current, "account-search-outline", needs=Needs.ONE),
            Action("print", N_("Print coverage"), self.paper_of_row, "printer-outline"),
            self.export_action(),
        )

    def source(self) -> RowSource:
        desk = self.shell.desk
        orders: dict[str, Callable[[Coverage], object]] = {
            "title": lambda c: c.title,
            "signed": lambda c: (c.signed / c.total if c.total else 2, c.total),
            "missing": lambda c: c.missing,
            "effective": lambda c: (c.effective_on is None, c.effective_on),
        }

        def fetch(query: ListQuery) -> list[Coverage]:
            found = acquaintance.coverage(desk, query.text)
            if query.sort == "document" and query.descending:
                found.reverse()
            self._lines = found
            return found

        return WholeList(fetch, key=lambda c: int(c.revision_id), orders=orders)

    def query(self) -> ListQuery:
        return ListQuery(sort="document")

    def state(self, say: Translator) -> str:
        awaited, refused = (sum(getattr(line, name) for line in self._lines) for name in ("awaited", "refused"))
        said = say.plural("%(n)d document in force", "%(n)d documents in force", len(self._lines))
        return ", ".join(filter(None, (said, missing_words(say, awaited, refused))))

    def empty_state(self) -> Empty:
        sentence = N_("Here you see how many have signed each document in force, and who is missing.")
        go = partial(self.shell.go, "documents", None)
        return Empty("chart-bar-stacked", sentence, N_("Go to the documents"), go)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        del ids
        return printing.coverage(self.shell.desk, path)

    # who is missing

    def show_record(self, record_id: int, *, enter: bool) -> None:
        desk = self.shell.desk

        def load() -> tuple[Coverage, list[Asked], list[UnitCoverage]]:
            line = next((each for each in acquaintance.coverage(desk) if each.revision_id == record_id), None)
            if line is None:
                raise Refusal(N_("This revision is not in force."))
            return line, rounds.missing(desk, record_id), acquaintance_overview.by_unit(desk, record_id)

        def show(found: tuple[Coverage, list[Asked], list[UnitCoverage]]) -> None:
            self._shown, self._asked, self._units = found
            self._show_missing()
            self.show_panel(self.missing)
            if enter:
                self.missing.enter()

        self.shell.work.do(load, show, topic="missing")

    def again(self) -> None:
        if self._shown is not None and self.panel.currentWidget() is self.missing:
            self.show_record(self._shown.revision_id, enter=False)

    def _show_missing(self) -> None:
        self.missing.show_rows([
            ShortRow(
                each.person.id,
                each.person.full_name,
                self._further(each),
                each.person.post,
            )
            for each in self._asked
        ])
        self._say_missing()

    def _further(self, each: Asked) -> str:
        if each.refused:
            return self.shell.say(N_("refused to sign"))
        return self.shell.say(N_("on sheet No. %(number)s"), number=each.sheet) if each.sheet else ""

    def _say_missing(self) -> None:
        line, say = self._shown, self.shell.say
        if line is None:
            return
        on = short_day(line.effective_on) if line.effective_on else ""
        self.missing.title.setText(breakable(f"{cut(line.document, 14)} «{cut(line.title, 80)}»"))
        said = [say(N_("Revision %(number)s, in force from %(day)s"), number=line.revision, day=on)]
        signed = say(N_("%(signed)d of %(total)d have signed"), signed=line.signed, total=line.total)
        said.append(signed.replace(" ", "\u00a0"))  # the two numbers stay together
        if not line.total:
            said[-1:] = [say(N_("Nobody was asked yet"))]
        elif not line.missing:
            said[-1:] = [say(N_("Everybody has signed"))]
        if line.refused:
            said[-1] += f", {refused_words(say, line.refused)}"
        wanted = len(self._wanted())
        if line.owed and not wanted:
            said.append(say(N_("Those who owe are all on sheets on their way")))
        by_unit = (say(N_("By unit: %(units)s"), units=units) for units in self._units_behind())
        self.missing.say_state(*(". ".join([*said, units]) for units in by_unit), ". ".join(said))
        self.missing.button.setVisible(bool(wanted) or not line.total)
        text = say.plural("Make a sheet for them (%(n)d)", "Make a sheet for them (%(n)d)", wanted)
        self.missing.button.setText(text if line.total else say(N_("Make a sheet")))
        self.missing.button.setAccessibleName(self.missing.button.text())

    def _units_behind(self) -> Iterator[str]:
        """The units most behind, signed of those who must: many, then fewer; none where all people are of one unit."""
        behind = [each for each in self._units if each.missing] if len(self._units) > 1 else []
        for shown in range(min(MOST_UNITS, len(behind)), 0, -1):
            said = [
                f"{cut(each.unit or self.shell.say(N_('Without a unit')), 24)}\u00a0{each.signed}/{each.total}"
                for each in behind[:shown]
            ]
            yield ", ".join([*said, *(["…"] if len(behind) > shown else [])])

    def _wanted(self) -> list[int]:
        """Those selected, or all who are on no sheet that is on its way."""
        chosen = {row.id for row in self.missing.selected()}
        owing = [each for each in self._asked if not each.refused]
        wanted = [each for each in owing if each.person.id in chosen] or [each for each in owing if each.sheet is None]
        return [each.person.id for each in wanted]

    def _make_for_them(self) -> None:
        if self._shown is not None:
            self.home.make_sheet(self._shown.document_id, tuple(self._wanted()))

    def _make_of_row(self) -> None:
        """A sheet of the selected document for its whole audience."""
        number, desk = self.selected_id(), self.shell.desk
        if number is None:
            self.home.make_sheet()
            return
        self.shell.work.do(
            lambda: documents.revision_of(desk, number).document_id, lambda found: self.home.make_sheet(found)
        )

    def _clicked(self) -> None:
        """One click shows who is missing; the focus stays in the list."""
        if not self.panel_open and len(chosen := self.table.selected_ids()) == 1:
            self.show_record(chosen[0], enter=False)

    def _open_current(self) -> None:
        if (number := self.selected_id()) is not None:
            self.open_record("coverage", number)

    def paper_of_row(self) -> None:
        """The paper of coverage, as the list is filtered now."""
        from altdesk.forms.sheets.coverage import FORM

        desk, text = self.shell.desk, self.head.filter.text()
        make = partial(papers.coverage, desk, text)
        self.show_paper(printable(desk, self.shell.say(N_("Coverage")), make, FORM.options))


def _state(line: Coverage) -> State:
    if not line.total:
        return NOBODY
    return SOME if line.missing else ALL


class BarDelegate(RowDelegate):
    """The words "x of y" and beside them a thin bar."""

    def __init__(self, table: QTableView, words: Words) -> None:
        super().__init__(table)
        self._words = words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QRect(option.rect)
        super().paint(painter, option, index)
        model = index.model()
        line = model.line_at(index.row()) if isinstance(model, TableModel) else None
        text, wide = str(index.data()), option.fontMetrics.horizontalAdvance
        usual = self._words.say(N_("%(signed)d of %(total)d"), signed=88, total=88)
        words = max(wide(text), wide(usual)) + 2 * GRID
        room = whole.width() - words - 2 * GRID
        if line is None or not line.total or room < 24:
            return
        bar = QRect(whole.left() + words, whole.center().y() - 3, min(room, 120), 6)
        paint_bar(painter, bar, line.signed, line.total, Tone.ACCENT if line.missing else Tone.GOOD)
