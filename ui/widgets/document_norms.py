"""The norms a document refers to (§2), and what their changes ask of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout

from altdesk.desk import Changed, Desk
from altdesk.domain.documents import Document
from altdesk.domain.marking import N_
from altdesk.domain.norms import NORM_STATE_NAMES, OUTCOME_NAMES, Cited, NormState, Outcome
from altdesk.services import norms, organisation
from ui.columns import Column, State
from ui.fields import Field, Kind
from ui.offers import offer_names, offer_norms
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.document_part import DocumentPart
from ui.widgets.finder import Suggestion
from ui.widgets.parts import SmallForm, Then, button, button_row
from ui.widgets.pick import PickInput
from ui.widgets.short_table import ShortTable

if TYPE_CHECKING:
    from ui.preview import Printable

NORM_STATES = {
    NormState.IN_FORCE: State("check-circle-outline", NORM_STATE_NAMES[NormState.IN_FORCE], Tone.GOOD),
    NormState.CHANGED: State("pencil-circle-outline", NORM_STATE_NAMES[NormState.CHANGED], Tone.WAIT),
    NormState.REPEALED: State("archive-outline", NORM_STATE_NAMES[NormState.REPEALED], Tone.BAD),
}
OUTCOMES = {
    Outcome.OPEN: State("flag-outline", OUTCOME_NAMES[Outcome.OPEN], Tone.WAIT),
    Outcome.NO_CHANGE: State("check", OUTCOME_NAMES[Outcome.NO_CHANGE], Tone.GOOD),
    Outcome.ENTERED: State("pencil-outline", OUTCOME_NAMES[Outcome.ENTERED], Tone.GOOD),
    Outcome.SUPERSEDED: State("history", OUTCOME_NAMES[Outcome.SUPERSEDED], Tone.QUIET),
    Outcome.DROPPED: State("minus", OUTCOME_NAMES[Outcome.DROPPED], Tone.QUIET),
}


def review_fields(desk: Desk) -> tuple[Field, ...]:
    """What is said of a document that was looked at and needs no change."""
    return (
        Field("reviewed_on", N_("Reviewed on"), Kind.DATE, letters=14),
        Field("reviewed_by", N_("Reviewed by"), Kind.COMPLETED, letters=30,
              offers=partial(offer_names, desk)),
        Field("note", N_("Note"), letters=40),
    )  # fmt: skip


def reviewer(desk: Desk) -> str:
    """In the desk's room: who usually reviews, the secretary."""
    return organisation.get(desk).secretary


class DocumentNorms(DocumentPart):
    """`saved(then)` saves what is typed in the document's fields first; `show` shows a paper beside the list."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None], show: Callable[[Printable], None]) -> None:
        super().__init__(shell, N_("Norms it refers to"))
        self._saved, self._show_paper = saved, show
        self._document: Document | None = None
        self._norms: list[Cited] = []
        columns = (
            Column("designation", N_("Designation"), 160, lambda norm: norm.designation),
            Column("title", N_("Title"), 200, lambda norm: norm.title),
            Column("state", N_("State"), 132, state=state_of),
        )
        self.table = ShortTable(shell, "document norms", columns, 8)
        shell.words(self.table, name=N_("Norms it refers to"))
        self.finder = PickInput(shell.work, self._offers, lambda _norm: "scale-balance")
        shell.words(self.finder, name=N_("Add a norm"), placeholder=N_("Find a norm"))
        self.review_button = button(shell, N_("Reviewed, no change…"), self.ask_review, "check")
        self.out_button = button(shell, N_("Take out"), self.take_out, "minus")
        self.print_button = button(shell, N_("Print the list"), self.print_list, "printer-outline")
        self.form = SmallForm(shell, review_fields(shell.desk))
        self._lay_out()
        self.finder.picked.connect(self.add)
        self.table.selection_changed.connect(self._show_possible)
        self.table.delete_wanted.connect(self.take_out)
        self.table.insert_wanted.connect(self.finder.setFocus)
        self.table.activated_id.connect(lambda number: shell.go("norm", number))
        shell.words.switched.connect(self._say)

    def _lay_out(self) -> None:
        add = QHBoxLayout()
        add.setSpacing(GRID)
        add.addWidget(self.finder, 1)
        add.addWidget(self.out_button)
        self.column.addWidget(self.table)
        self.column.addLayout(add)
        self.column.addLayout(button_row((self.review_button, self.print_button)))
        self.column.addWidget(self.form)

    def show_document(self, document: Document) -> None:
        if self._document is None or self._document.id != document.id:
            self.form.hide()
            self.finder.clear()
            self.table.clearSelection()
        self._document = document
        desk = self.shell.desk
        self.shell.work.do(lambda: norms.of_document(desk, document.id), self._show, topic=f"norms-{id(self)}")

    def _show(self, found: list[Cited]) -> None:
        self._norms = found
        self.table.setVisible(bool(found))
        self.table.show_lines(sorted(found, key=lambda norm: not norm.flagged))
        self._say()
        self._show_possible()

    def _say(self) -> None:
        say, flagged = self.shell.say, sum(each.flagged for each in self._norms)
        count = str(len(self._norms)) if self._norms else ""
        self.say_count(say(N_("%(count)s, to review: %(flagged)d"), count=count, flagged=flagged) if flagged else count)
        if flagged:
            sentence = N_("A norm it refers to has changed. Look whether the document has to follow it.")
            self.say_sentence(say(sentence), Tone.WAIT)
        elif not self._norms:
            self.say_sentence(say(N_("It refers to no norm yet.")))
        else:
            self.say_sentence("")

    def _chosen(self) -> list[Cited]:
        wanted = set(self.table.selected_ids())
        return [each for each in self._norms if each.id in wanted]

    def _show_possible(self) -> None:
        self.out_button.setEnabled(bool(self._chosen()))
        self.review_button.setVisible(any(each.flagged for each in self._norms))
        self.print_button.setVisible(bool(self._norms))

    # what the person does

    def add(self, norm_id: int) -> None:
        known, desk = self._document, self.shell.desk
        if known is not None:
            self._do(lambda: norms.cite(desk, known.id, [norm_id]))

    def take_out(self) -> None:
        known, desk, gone = self._document, self.shell.desk, [each.id for each in self._chosen()]
        if known is not None and gone:
            (self.table if len(gone) < len(self._norms) else self.finder).setFocus()
            self._do(lambda: norms.uncite(desk, known.id, gone))

    def _do(self, verb: Callable[[], Changed]) -> None:
        def start() -> None:
            self.shell.work.do(verb, label=N_("Saving"))

        self._saved(start)

    def ask_review(self) -> None:
        """Ask who looked when: at the selected norms, or at all that ask."""
        chosen = [each for each in self._chosen() if each.flagged] or [each for each in self._norms if each.flagged]
        questions = [each.flag_id for each in chosen if each.flag_id is not None]
        desk = self.shell.desk

        def ask(who: str) -> None:
            values = {"reviewed_on": date.today(), "reviewed_by": who, "note": ""}
            self.form.open_form(N_("Reviewed, no change"), partial(self._review, questions), **values)

        self.shell.work.do(lambda: reviewer(desk), ask)

    def _review(self, questions: Sequence[int], values: dict[str, Any]) -> None:
        desk, on, who, note = self.shell.desk, values["reviewed_on"], values["reviewed_by"], values["note"]

        def done(_changed: Changed) -> None:
            self.form.close_form()

        def start() -> None:
            self.shell.work.do(
                lambda: norms.review(desk, questions, on, who, note), done, self.form.refuse, label=N_("Saving")
            )

        self._saved(start)

    def _offers(self, text: str) -> list[Suggestion]:
        taken = {each.id for each in self._norms}
        return [each for each in offer_norms(self.shell.desk, text) if each.value not in taken]

    def print_list(self) -> None:
        from altdesk.forms.sheets.norms import FORM
        from altdesk.services.papers import norms as papers
        from ui.preview import printable

        known, desk = self._document, self.shell.desk
        if known is not None:
            title = self.shell.say(N_("Norms")) + f"  ·  {known.code}"
            self._show_paper(printable(desk, title, partial(papers.norms_of, desk, known.id), FORM.options))


def state_of(norm: Cited) -> State:
    """What matters most of a norm to the document that cites it: a question still open, else its state."""
    return OUTCOMES[Outcome.OPEN] if norm.flagged else NORM_STATES[norm.state]
