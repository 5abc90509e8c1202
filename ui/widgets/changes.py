"""The changes of a document (§12): registered in place, printed, and made known again when they alter the meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from altdesk.desk import Changed
from altdesk.domain.changes import KIND_NAMES, Change, ChangeDraft, ChangeKind
from altdesk.domain.dates import short_day
from altdesk.domain.documents import Document
from altdesk.domain.marking import N_
from altdesk.domain.norms import Flag
from altdesk.services import changes, norms
from altdesk.services.changes import Asking
from ui.columns import Column, State
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import Tone, set_tone
from ui.widgets.change_entry import ChangeEntry
from ui.widgets.document_part import DocumentPart
from ui.widgets.parts import SmallForm, Then, button, button_row
from ui.widgets.short_table import ShortTable
from ui.words import breakable

if TYPE_CHECKING:
    from altdesk.services.papers.paper import Paper
    from ui.preview import Printable

KINDS = {
    ChangeKind.EDITORIAL: State("format-letter-case", KIND_NAMES[ChangeKind.EDITORIAL], Tone.QUIET),
    ChangeKind.MEANING: State("alert-decagram-outline", KIND_NAMES[ChangeKind.MEANING], Tone.PLAIN),
}
UNASKED = State("account-clock-outline", N_("Not made known yet"), Tone.WAIT)
BLANK = State("form-textbox", N_("Row printed blank"), Tone.WAIT)


def state_of(entry: Change) -> State:
    if entry.kind is None:
        return BLANK
    return UNASKED if entry.unasked else KINDS[entry.kind]


def number_of(entry: Change) -> State:
    """The number, with the icon of what the entry is; the words stand below the list."""
    state = state_of(entry)
    return State(state.icon, str(entry.number), state.tone)


def text_of(entry: Change) -> str:
    return f"{entry.paragraph}: {entry.change}" if entry.paragraph and entry.change else entry.change


COLUMNS = (
    Column("number", N_("No."), 70, state=number_of),
    Column("on", N_("Date"), 104, lambda entry: short_day(entry.on) if entry.on else "", fits="00.00.0000"),
    Column("change", N_("What is changed"), 300, text_of),
)


class Changes(DocumentPart):
    """Below a document's fields. `saved(then)` saves what is typed in them first, `show` shows a paper."""

    def __init__(
        self, shell: Shell, saved: Callable[[Then], None], show: Callable[[Printable], None], way: timedelta
    ) -> None:
        """`way` is how long a sheet is usually out."""
        super().__init__(shell, N_("Changes (§12)"))
        self._saved, self._show, self._way = saved, show, way
        self._document: Document | None = None
        self._entries: Sequence[Change] = ()
        self._flags: Sequence[Flag] = ()
        self.table = ShortTable(shell, "document changes", COLUMNS, 7)
        shell.words(self.table, name=N_("Changes (§12)"))
        self.about = QLabel(wordWrap=True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.about, Tone.QUIET)
        self.add_button = button(shell, N_("Register a change"), self.ask_new, "plus")
        self.edit_button = button(shell, N_("Edit"), self.ask_edit, "pencil-outline")
        self.ask_button = button(shell, N_("Make it known"), self.offer, "file-sign")
        self.remove_button = button(shell, N_("Remove"), self.remove, "trash-can-outline")
        self.print_button = button(shell, N_("Print what is new"), self.print_new, "printer-outline")
        self.print_all_button = button(shell, N_("Print all sheets"), self.print_all, "printer-outline")
        self.entry = ChangeEntry(shell, self._save)
        due = Field("due_on", N_("To be signed by"), Kind.DATE, letters=16, hint=N_("May stay empty."))
        self.round = SmallForm(shell, (due,), N_("Not now"))
        self._lay_out()
        self.table.selection_changed.connect(self._show_possible)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.delete_wanted.connect(self.remove)
        self.table.activated_id.connect(lambda _id: self.ask_edit())
        self.table.rows.loaded.connect(self._stand_on_newest)
        shell.words.switched.connect(self._say)
        shell.words.switched.connect(self._show_possible)

    def _lay_out(self) -> None:
        self.column.addWidget(self.table)
        self.column.addWidget(self.about)
        self.column.addLayout(button_row((self.add_button, self.edit_button, self.ask_button, self.remove_button)))
        self.column.addWidget(self.entry)
        self.column.addWidget(self.round)
        self.column.addLayout(button_row((self.print_button, self.print_all_button)))

    def show_document(self, document: Document) -> None:
        desk = self.shell.desk
        if self._document is None or self._document.id != document.id:
            self.entry.close_entry()
            self.round.hide()
            self.table.clearSelection()
        self._document = document

        def look() -> tuple[list[Change], list[Flag]]:
            return changes.of_document(desk, document.id), norms.flags(desk, document.id)

        self.shell.work.do(look, self._show_found, topic=f"changes-{id(self)}")

    def _show_found(self, found: tuple[list[Change], list[Flag]]) -> None:
        self._entries, self._flags = found
        self.table.setVisible(bool(self._entries))
        self.table.show_lines(self._entries)
        self.say_count(len([each for each in self._entries if not each.blank]) or "")
        self._show_possible()
        self._say()

    def _say(self) -> None:
        say = self.shell.say
        fresh, blank = (
            sum(not each.printed for each in self._entries),
            sum(each.blank for each in self._entries),
        )
        said = []
        if fresh:
            said.append(say.plural("%(n)d entry is not printed yet.", "%(n)d entries are not printed yet.", fresh))
        if blank:
            said.append(say.plural("%(n)d row printed blank can be typed in.",
                                   "%(n)d rows printed blank can be typed in.", blank))  # fmt: skip
        if not self._entries:
            said.append(say(N_("No change is registered yet.")))
        self.say_sentence(" ".join(said))

    def _stand_on_newest(self) -> None:
        if self.table.rows.count and not self.table.selected_count():
            self.table.selectRow(self.table.rows.count - 1)
        self._show_possible()

    @property
    def chosen(self) -> Change | None:
        line = self.table.current_line()
        return line if isinstance(line, Change) else None

    def _show_possible(self) -> None:
        chosen = self.chosen
        last = self._entries[-1] if self._entries else None
        fresh = [each for each in self._entries if not each.printed]
        for each, possible in (
            (self.edit_button, chosen is not None),
            (self.ask_button, chosen is not None and chosen.unasked),
            (self.remove_button, chosen is not None and chosen == last and not chosen.printed and not chosen.round),
        ):
            each.setEnabled(possible)
            each.setVisible(bool(self._entries))
        title = N_("Edit")
        if chosen is not None and chosen.printed:
            title = N_("Type in the row") if chosen.blank else N_("Correct by a new entry")
        self.shell.words(self.edit_button, text=title, name=title)
        self.about.setVisible(chosen is not None)
        self.about.setText("" if chosen is None else self._said_of(chosen))
        partly = bool(fresh) and len(fresh) < len(self._entries)
        printing = N_("Print what is new") if partly else N_("Print the sheet")
        self.shell.words(self.print_button, text=printing, name=printing)
        self.print_all_button.setVisible(partly)

    def _said_of(self, entry: Change) -> str:
        """The whole of an entry in words."""
        say = self.shell.say
        said = [text_of(entry), entry.who.name, say(state_of(entry).word)]
        if entry.printed_on is not None:
            said.append(say(N_("printed on %(day)s, sheet No. %(sheet)s"), day=short_day(entry.printed_on),
                            sheet=entry.sheet))  # fmt: skip
        return breakable("  ·  ".join(filter(None, said)))

    # an entry

    def ask_new(self) -> None:
        """A new entry, today."""
        self._open(None, ChangeDraft(on=date.today()))

    def ask_edit(self) -> None:
        """The chosen entry: its text, what was written on its blank row, or a new entry that corrects it."""
        chosen = self.chosen
        if chosen is None:
            return
        if chosen.printed and not chosen.blank:
            self._open(None, ChangeDraft(chosen.paragraph, "", date.today(), corrects=chosen.number))
        else:
            self._open(chosen, chosen)

    def _open(self, edited: Change | None, draft: ChangeDraft) -> None:
        self.round.hide()
        printed = any(each.printed and not each.blank for each in self._entries)
        self.entry.open_entry(edited, draft, corrects=printed, flags=self._flags)

    def _save(self, edited: Change | None, draft: ChangeDraft) -> None:
        known, desk = self._document, self.shell.desk
        if known is None:
            return
        document_id = known.id

        def keep() -> Changed:
            return changes.save(desk, edited.id, draft) if edited else changes.add(desk, document_id, draft)

        def start() -> None:
            self.shell.work.do(keep, self._kept, self.entry.refuse, label=N_("Saving"))

        self._saved(start)

    def _kept(self, changed: Changed) -> None:
        self.entry.close_entry()
        self.table.setFocus()
        if changed.id is not None:
            self.table.want_id(changed.id)
            self._look_whom(changed.id, quietly=True)

    def remove(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None and self.remove_button.isEnabled():
            remove = partial(changes.remove, desk, chosen.id)

            def start() -> None:
                self.shell.work.do(remove, label=N_("Deleting"))

            self._saved(start)

    # making it known

    def offer(self) -> None:
        """Say whom the chosen change of meaning asks to sign again, and offer to make their sheet."""
        if (chosen := self.chosen) is not None:
            self._look_whom(chosen.id, quietly=False)

    def _look_whom(self, change_id: int, *, quietly: bool) -> None:
        desk = self.shell.desk
        failed = (lambda _refusal: None) if quietly else None  # an editorial change, or nobody to ask: nothing to offer
        self.shell.work.do(lambda: changes.asking(desk, change_id), self._offer_round, failed)

    def _offer_round(self, asked: Asking) -> None:
        sentence = self.shell.say.plural(
            "%(n)d person must know the document and signs again.",
            "%(n)d people must know the document and sign again.",
            asked.people,
        )
        run = partial(self._ask_again, asked.change.id)
        self.round.say_above(sentence)
        self.round.open_form(N_("Make the sheet"), run, due_on=date.today() + self._way)

    def _ask_again(self, change_id: int, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        make = partial(changes.ask_again, desk, change_id, values["due_on"])

        def start() -> None:
            self.shell.work.do(make, self._made, self.round.refuse, label=N_("Making the sheet"))

        self._saved(start)

    def _made(self, changed: Changed) -> None:
        self.round.hide()
        self.shell.go("sheet", changed.id)

    # the paper

    def print_new(self) -> None:
        """The sheet that continues what is printed; all of it where nothing is printed yet, or nothing new."""
        fresh = [each.number for each in self._entries if not each.printed]
        self._print(min(fresh, default=1))

    def print_all(self) -> None:
        self._print(1)

    def _print(self, first: int) -> None:
        from altdesk.forms.form import Option
        from altdesk.services.papers import changes as papers
        from ui.preview import printable

        known, desk = self._document, self.shell.desk
        if known is None:
            return
        document_id = known.id
        title = self.shell.say(N_("Change-registration sheet – %(code)s"), code=known.code)

        def make() -> Paper:
            return papers.changes(desk, document_id, first)

        self._show(printable(desk, title, make, frozenset({Option.PAGES, Option.BLANK_ROWS})))
