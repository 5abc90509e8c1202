"""Debts: who still owes a signature, how many, and for one person which documents, with the sheet to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from altdesk.domain.acquaintance import Debtor
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import acquaintance, exporting
from altdesk.services.papers import acquaintance as papers
from ui.actions import Action, Needs
from ui.columns import Align, Column, ListQuery, RowSource, WholeList
from ui.icons import icon
from ui.pages.sheets.sheet_columns import day
from ui.pages.sheets.states import missing_words, refused_words
from ui.pages.sheets.view import Home, View
from ui.preview import printable
from ui.shell import Shell
from ui.theme import Tone, set_icon, set_look
from ui.widgets.empty import Empty
from ui.widgets.shortlist import ShortList, ShortRow
from ui.words import breakable, cut


class DebtsView(View):
    """Everybody who owes."""

    key = "debts"
    shows = frozenset({"sheet", "sheet_row", "revision", "document", "person", "duty"})
    filter_hint = N_("Find a person")
    shares = (55, 45)

    def __init__(self, shell: Shell, home: Home) -> None:
        self._lines: list[Debtor] = []
        self._refused = 0  # signatures, by an act
        super().__init__(shell, home)
        self.owed = ShortList(shell, N_("Documents still owed"))
        self.owed.closed.connect(self.close_panel)
        self.owed.opened.connect(lambda number: shell.go("coverage", number))
        set_icon(self.owed.button, icon("printer-outline", Tone.ON_ACCENT))
        shell.words(self.owed.button, text=N_("Debts sheet"), name=N_("Show the debts sheet to print"))
        self.owed.button.clicked.connect(self._paper_of_shown)
        self._person = QToolButton()
        set_icon(self._person, icon("account-outline"))
        set_look(self._person, "look", "quiet")
        shell.words(self._person, name=N_("Open the person"), tip=N_("Open the person"))
        self._person.clicked.connect(self._open_person)
        self.owed.head.insertWidget(1, self._person, 0, Qt.AlignmentFlag.AlignTop)
        self._shown: Debtor | None = None
        shell.words.switched.connect(self._say_owed)

    def all_columns(self) -> tuple[Column, ...]:
        return (
            Column("name", N_("Full name"), 280, lambda d: d.full_name, sort="name"),
            Column("post", N_("Post"), 220, lambda d: d.post, sort="post"),
            Column("unit", N_("Unit"), 220, lambda d: d.unit, sort="unit"),
            Column("documents", N_("Documents owed"), 130, lambda d: str(len(d.documents)), Align.RIGHT, sort="count"),
        )

    def primary(self) -> Action:
        return Action("all", N_("Print debts sheets"), self._paper_of_all, "printer-outline")

    def more(self) -> Sequence[Action]:
        return (
            Action("paper", N_("Print the debts sheet of this person"), self.paper_of_row, "printer-outline",
                   needs=Needs.ONE),
            self.export_action(),
        )  # fmt: skip

    def source(self) -> RowSource:
        from altdesk.domain.text import sort_key

        desk = self.shell.desk
        orders: dict[str, Callable[[Debtor], object]] = {
            "post": lambda d: sort_key(d.post),
            "unit": lambda d: sort_key(d.unit),
            "count": lambda d: len(d.documents),
        }

        def fetch(query: ListQuery) -> list[Debtor]:
            found = acquaintance.debts(desk, query.text)
            if query.sort == "name" and query.descending:
                found.reverse()
            self._lines, self._refused = found, acquaintance.refused_in_all(desk)
            return found

        return WholeList(fetch, key=lambda d: int(d.person_id), orders=orders)

    def query(self) -> ListQuery:
        return ListQuery(sort="name")

    def state(self, say: Translator) -> str:
        refused = refused_words(say, self._refused)
        if not self._lines:
            nothing = say(N_("No row awaits a signature"))
            return f"{nothing}, {refused}" if refused else say(N_("Everybody has signed"))
        owed = sum(len(line.documents) for line in self._lines)
        people = say.plural("%(n)d person owes", "%(n)d people owe", len(self._lines))
        return f"{people}, {missing_words(say, owed, self._refused)}"

    def empty_state(self) -> Empty:
        sentence = N_("Nobody owes a signature now. Whoever comes to owe one stands here with the documents.")
        return Empty("check-all", sentence)

    def new(self) -> None:
        self.home.make_sheet()

    def export(self, path: Path, ids: Sequence[int]) -> object:
        del ids
        return exporting.acquaintance(self.shell.desk, path)

    # what one person owes

    def show_record(self, record_id: int, *, enter: bool) -> None:
        desk = self.shell.desk

        def show(found: Debtor | None) -> None:
            self._shown = found
            if found is None:
                self.shell.messages.advise(N_("This person owes no document."))
                self.close_panel()
                return
            self._say_owed()
            self.show_panel(self.owed)
            if enter:
                self.owed.enter()

        self.shell.work.do(lambda: acquaintance.debts_of(desk, record_id), show, topic="debts-of")

    def again(self) -> None:
        if self._shown is not None and self.panel.currentWidget() is self.owed:
            self.show_record(self._shown.person_id, enter=False)

    def _say_owed(self) -> None:
        shown, say = self._shown, self.shell.say
        if shown is None:
            return
        self.owed.title.setText(breakable(cut(shown.full_name, 80)))
        count = say.plural("owes %(n)d document", "owes %(n)d documents", len(shown.documents))
        self.owed.state.setText(", ".join(filter(None, (shown.post, shown.unit, count))))
        self.owed.show_rows([
            ShortRow(
                owed.revision_id,
                say(N_("%(code)s, revision %(revision)s"), code=owed.code, revision=owed.revision),
                say(N_("on sheet No. %(number)s"), number=owed.on_sheet) if owed.on_sheet else day(owed.effective_on),
                owed.title,
            )
            for owed in shown.documents
        ])

    def _open_person(self) -> None:
        if self._shown is not None:
            self.shell.go("person", self._shown.person_id)

    def _paper_of_shown(self) -> None:
        if self._shown is not None:
            self._show_paper_of(self._shown.person_id)

    def paper_of_row(self) -> None:
        if (number := self.selected_id()) is not None:
            self._show_paper_of(number)

    def _show_paper_of(self, person_id: int) -> None:
        from altdesk.forms.sheets.debts import FORM

        desk = self.shell.desk
        make = partial(papers.debts, desk, person_id)
        self.show_paper(printable(desk, self.shell.say(N_("Debts sheet")), make, FORM.options))

    def _paper_of_all(self) -> None:
        """The debts sheets of everybody who owes, each on a page of its own."""
        from altdesk.forms.sheets.all_debts import FORM

        desk = self.shell.desk
        self.show_paper(
            printable(desk, self.shell.say(N_("Debts sheets")), partial(papers.all_debts, desk), FORM.options)
        )
