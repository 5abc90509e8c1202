"""The revisions of a document: which there are, which is in force; add one, put one in force, withdraw one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.documents import STATE_NAMES, Document, Revision, RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import documents
from ui.columns import Align, Column, State
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.document_part import DocumentPart
from ui.widgets.parts import SmallForm, Then, button, button_row
from ui.widgets.short_table import ShortTable

STATES = {
    RevisionState.DRAFT: State("pencil-outline", STATE_NAMES[RevisionState.DRAFT], Tone.WAIT),
    RevisionState.AGREED: State("handshake-outline", STATE_NAMES[RevisionState.AGREED], Tone.WAIT),
    RevisionState.IN_FORCE: State("check-circle-outline", STATE_NAMES[RevisionState.IN_FORCE], Tone.GOOD),
    RevisionState.WITHDRAWN: State("archive-outline", STATE_NAMES[RevisionState.WITHDRAWN], Tone.QUIET),
}
COLUMNS = (
    Column("number", N_("Revision"), 80, lambda revision: str(revision.number), Align.RIGHT),
    Column("state", N_("State"), 160, state=lambda revision: STATES[revision.state]),
    Column("effective_on", N_("In force from"), 130, lambda revision: day_text(revision.effective_on)),
)
FIELDS = (
    Field("revision", N_("Number"), Kind.NUMBER, letters=8),
    Field("effective_on", N_("In force from"), Kind.DATE, letters=16, hint=N_("Empty while it is a draft.")),
    Field("from", N_("In force from"), Kind.DATE, letters=16),
)


def day_text(day: date | None) -> str:
    return short_day(day) if day else ""


class Revisions(DocumentPart):
    """Below a document's fields. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("Revisions"))
        self._saved = saved
        self._document: Document | None = None
        self.table = ShortTable(shell, "document revisions", COLUMNS, 4)
        shell.words(self.table, name=N_("Revisions"))
        self.add_button = button(shell, N_("Add a revision"), self.ask_new, "plus")
        self.force_button = button(shell, N_("Put in force"), self.ask_day, "check-circle-outline")
        self.withdraw_button = button(shell, N_("Withdraw"), self.withdraw, "archive-outline")
        self.form = SmallForm(shell, FIELDS)
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.add_button, self.force_button, self.withdraw_button)))
        self.column.addWidget(self.form)
        self.table.selection_changed.connect(self._show_possible)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.rows.loaded.connect(self._stand_on_newest)
        shell.words.switched.connect(self._say)

    def show_document(self, document: Document) -> None:
        if self._document is None or self._document.id != document.id:
            self.form.hide()
            self.table.clearSelection()
        self._document = document
        self.table.show_lines(document.revisions)
        self.say_count(len(document.revisions))
        self._say()

    def _say(self) -> None:
        known = self._document
        if known is not None and known.in_force is None:
            self.say_sentence(self.shell.say(N_("No revision is in force yet.")), Tone.WAIT)
        else:
            self.say_sentence("")

    @property
    def chosen(self) -> Revision | None:
        line = self.table.current_line()
        return line if isinstance(line, Revision) else None

    def _stand_on_newest(self) -> None:
        if self.table.rows.count and not self.table.selected_count():
            self.table.selectRow(0)
        self._show_possible()

    def _show_possible(self) -> None:
        chosen = self.chosen
        state = chosen.state if chosen else None
        self.force_button.setEnabled(state in {RevisionState.DRAFT, RevisionState.AGREED})
        self.withdraw_button.setEnabled(state is not None and state is not RevisionState.WITHDRAWN)

    def ask_new(self) -> None:
        known = self._document
        if known is not None:
            number = max((each.number for each in known.revisions), default=0) + 1
            self.form.open_form(N_("Add"), self._add, revision=number, effective_on=None)

    def ask_day(self) -> None:
        chosen = self.chosen
        if chosen is not None and self.force_button.isEnabled():
            day = chosen.effective_on or date.today()
            self.form.open_form(N_("Put in force"), lambda values: self._put(chosen, values["from"]), **{"from": day})

    def withdraw(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None:
            self._saved(lambda: self._do(lambda: documents.withdraw(desk, chosen.id)))

    def _add(self, values: dict[str, Any]) -> None:
        known, desk, number = self._document, self.shell.desk, values["revision"]
        if known is None:
            return
        if number is None:
            self.form.refuse(Refusal(N_("Type the number of the revision."), field="revision"))
            return
        document_id = known.id
        self._saved(lambda: self._do(lambda: documents.add_revision(desk, document_id, number, values["effective_on"])))

    def _put(self, chosen: Revision, day: date | None) -> None:
        desk = self.shell.desk
        if day is None:
            self.form.refuse(Refusal(N_("Type the day from which it is in force."), field="from"))
            return
        self._saved(lambda: self._do(lambda: documents.put_in_force(desk, chosen.id, day)))

    def _do(self, verb: Callable[[], Changed]) -> None:
        self.shell.work.do(verb, self._done, self.form.refuse, label=N_("Saving"))

    def _done(self, changed: Changed) -> None:
        self.form.close_form()
        self.table.setFocus()
        if changed.id is not None:
            self.table.want_id(changed.id)
