"""The working copies of a document that are out: give more, take them back, print their list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from altdesk.desk import Changed
from altdesk.domain.copies import COPY_STATE_NAMES, CopiesQuery, CopyState, WorkingCopy
from altdesk.domain.documents import Document
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import copies
from ui.columns import Align, Column, State
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.document_part import DocumentPart
from ui.widgets.parts import SmallForm, Then, button, button_row
from ui.widgets.short_table import ShortTable

if TYPE_CHECKING:
    from ui.preview import Printable

COPY_STATES = {
    CopyState.OUT: State("account-check-outline", COPY_STATE_NAMES[CopyState.OUT], Tone.GOOD),
    CopyState.COLLECT: State("clipboard-arrow-down-outline", COPY_STATE_NAMES[CopyState.COLLECT], Tone.WAIT),
    CopyState.RETURNED: State("tray-arrow-down", COPY_STATE_NAMES[CopyState.RETURNED], Tone.QUIET),
    CopyState.WITHDRAWN: State("archive-outline", COPY_STATE_NAMES[CopyState.WITHDRAWN], Tone.QUIET),
}


class DocumentCopies(DocumentPart):
    """The copies that are out. `saved(then)` saves what is typed in the fields first; `show` shows a paper."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None], show: Callable[[Printable], None]) -> None:
        super().__init__(shell, N_("Working copies"))
        self._saved, self._show_paper = saved, show
        self._document: Document | None = None
        self._copies: list[WorkingCopy] = []
        columns = (
            Column("number", N_("No."), 50, lambda copy: str(copy.number), Align.RIGHT),
            Column("holder", N_("Who has it"), 200, lambda copy: copy.holder or copy.unit),
            Column("revision", N_("Revision"), 70, lambda copy: str(copy.revision), Align.RIGHT),
            Column("state", N_("State"), 160, state=lambda copy: COPY_STATES[copy.state]),
        )
        self.table = ShortTable(shell, "document copies", columns, 6)
        shell.words(self.table, name=N_("Working copies"))
        self.give_button = button(shell, N_("Give copies…"), self.give, "plus")
        self.back_button = button(shell, N_("Take back…"), self.ask_day, "tray-arrow-down")
        self.all_button = button(shell, N_("Show them all"), self.show_all, "content-copy")
        self.print_button = button(shell, N_("Print the list"), self.print_list, "printer-outline")
        self.form = SmallForm(shell, (Field("on", N_("Returned on"), Kind.DATE, letters=14),))
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.give_button, self.back_button, self.all_button, self.print_button)))
        self.column.addWidget(self.form)
        self.table.selection_changed.connect(self._show_possible)
        self.table.insert_wanted.connect(self.give)
        self.table.activated_id.connect(lambda number: shell.go("working_copy", number))
        shell.words.switched.connect(self._say)

    def show_document(self, document: Document) -> None:
        if self._document is None or self._document.id != document.id:
            self.form.hide()
            self.table.clearSelection()
        self._document = document
        desk = self.shell.desk
        query = CopiesQuery(sort="number", document_id=document.id)
        self.shell.work.do(lambda: copies.every(desk, query), self._show, topic=f"copies-{id(self)}")

    def _show(self, found: list[WorkingCopy]) -> None:
        self._copies = found
        out = [each for each in found if each.open]
        self.table.setVisible(bool(out))
        self.table.show_lines(out)
        self._say()
        self._show_possible()

    def _say(self) -> None:
        say = self.shell.say
        out = sum(each.state is CopyState.OUT for each in self._copies)
        collect = sum(each.state is CopyState.COLLECT for each in self._copies)
        self.say_count(str(out + collect) if self._copies else "")
        if collect:
            said = say(N_("With holders: %(out)d. To collect: %(collect)d."), out=out, collect=collect)
            self.say_sentence(said, Tone.WAIT)
        elif not out:
            self.say_sentence(say(N_("No copy is out.")))
        else:
            self.say_sentence("")

    def _show_possible(self) -> None:
        self.back_button.setEnabled(self.table.selected_count() > 0 and not self.table.isHidden())
        self.all_button.setVisible(bool(self._copies))
        self.print_button.setVisible(bool(self._copies))

    # what the person does

    def give(self) -> None:
        self._go("give_copies")

    def show_all(self) -> None:
        self._go("copies_of")

    def _go(self, kind: str) -> None:
        known = self._document
        if known is not None:
            self._saved(lambda: self.shell.go(kind, known.id))

    def ask_day(self) -> None:
        chosen = self.table.selected_ids()
        if chosen:
            self.form.open_form(N_("They are back"), partial(self._take_back, chosen), on=date.today())

    def _take_back(self, chosen: list[int], values: dict[str, Any]) -> None:
        desk, on = self.shell.desk, values["on"]
        if on is None:
            self.form.refuse(Refusal(N_("Type the day on which the copy came back."), field="on"))
            return

        def done(_changed: Changed) -> None:
            self.form.close_form()

        def start() -> None:
            self.shell.work.do(lambda: copies.take_back(desk, chosen, on), done, self.form.refuse, label=N_("Saving"))

        self._saved(start)

    def print_list(self) -> None:
        from altdesk.forms.sheets.copies import FORM
        from altdesk.services.papers import copies as papers
        from ui.preview import printable

        known, desk = self._document, self.shell.desk
        if known is not None:
            title = self.shell.say(N_("Working copies")) + f"  ·  {known.code}"
            self._show_paper(printable(desk, title, partial(papers.copies, desk, known.id), FORM.options))
