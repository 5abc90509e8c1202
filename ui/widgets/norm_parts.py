"""Parts of a norm: how its state changed, and the documents that cite it with what they still have to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from altdesk.desk import Changed
from altdesk.domain.marking import N_
from altdesk.domain.norms import Citing, Norm, NormState
from altdesk.services import norms
from ui.columns import Column, State
from ui.fields import Field, Kind
from ui.offers import offer_documents
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.document_norms import NORM_STATES, OUTCOMES, review_fields, reviewer
from ui.widgets.finder import Suggestion
from ui.widgets.parts import Part, SmallForm, Then, button, button_row
from ui.widgets.pick import PickInput
from ui.widgets.revisions import day_text
from ui.widgets.short_table import ShortTable

MARKS = (
    (NormState.CHANGED, N_("Amended…"), N_("Mark as amended"), "pencil-circle-outline"),
    (NormState.REPEALED, N_("Repealed…"), N_("Mark as repealed"), "archive-outline"),
    (NormState.IN_FORCE, N_("In force again…"), N_("Mark as in force"), "check-circle-outline"),
)


class NormChanges(Part):
    """The state of a norm and how it came about. `saved(then)` saves what is typed in the fields first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("State"))
        self._saved = saved
        self._norm: Norm | None = None
        columns = (
            Column("state", N_("State"), 150, state=lambda change: NORM_STATES[change.state]),
            Column("changed_on", N_("Changed on"), 110, lambda change: day_text(change.changed_on)),
            Column("note", N_("Note"), 200, lambda change: change.note),
        )
        self.table = ShortTable(shell, "norm changes", columns, 4)
        shell.words(self.table, name=N_("State"))
        self.buttons = {
            state: button(shell, title, partial(self.ask, state, verb), icon) for state, title, verb, icon in MARKS
        }
        day = Field("changed_on", N_("Changed on"), Kind.DATE, letters=14)
        self.form = SmallForm(shell, (day, Field("note", N_("What changed"), letters=40)))
        self.column.addWidget(self.table)
        self.column.addLayout(button_row(list(self.buttons.values())))
        self.column.addWidget(self.form)
        shell.words.switched.connect(self._say)

    def show_norm(self, norm: Norm) -> None:
        if self._norm is None or self._norm.id != norm.id:
            self.form.hide()
        self._norm = norm
        self.table.setVisible(bool(norm.changes))
        self.table.show_lines(norm.changes)
        self.buttons[NormState.IN_FORCE].setVisible(norm.state is not NormState.IN_FORCE)
        self.buttons[NormState.REPEALED].setVisible(norm.state is not NormState.REPEALED)
        self._say()

    def _say(self) -> None:
        if self._norm is not None:
            self.say_sentence("" if self._norm.changes else self.shell.say(N_("In force; no change is noted.")))

    def ask(self, state: NormState, verb: str) -> None:
        self.form.open_form(verb, partial(self._mark, state), changed_on=date.today(), note="")

    def _mark(self, state: NormState, values: dict[str, Any]) -> None:
        known, desk = self._norm, self.shell.desk
        if known is None:
            return

        def done(_changed: Changed) -> None:
            self.form.close_form()

        def keep() -> Changed:
            return norms.mark(desk, known.id, state, values["changed_on"], values["note"])

        self._saved(lambda: _run(self.shell, keep, done, self.form))


class NormDocuments(Part):
    """Who cites a norm; a change of it asks each of them until somebody says what came of it."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("Documents that refer to it"))
        self._saved = saved
        self._norm: Norm | None = None
        columns = (
            Column("code", N_("Code"), 110, lambda citing: citing.code),
            Column("title", N_("Title"), 180, lambda citing: citing.title),
            Column("state", N_("State"), 190, state=_state),
        )
        self.table = ShortTable(shell, "norm documents", columns, 8)
        shell.words(self.table, name=N_("Documents that refer to it"))
        self.finder = PickInput(shell.work, self._offers, lambda _document: "file-document-outline")
        shell.words(self.finder, name=N_("Add a document"), placeholder=N_("Code or title of a document"))
        self.out_button = button(shell, N_("Take out"), self.take_out, "minus")
        self.review_button = button(shell, N_("Reviewed, no change…"), self.ask_review, "check")
        self.form = SmallForm(shell, review_fields(shell.desk))
        add = QHBoxLayout()
        add.setSpacing(GRID)
        add.addWidget(self.finder, 1)
        add.addWidget(self.out_button)
        self.column.addWidget(self.table)
        self.column.addLayout(add)
        self.column.addLayout(button_row((self.review_button,)))
        self.column.addWidget(self.form)
        self.finder.picked.connect(self.add)
        self.table.selection_changed.connect(self._show_possible)
        self.table.delete_wanted.connect(self.take_out)
        self.table.insert_wanted.connect(self.finder.setFocus)
        self.table.activated_id.connect(self._open)
        shell.words.switched.connect(self._say)

    def show_norm(self, norm: Norm) -> None:
        if self._norm is None or self._norm.id != norm.id:
            self.form.hide()
            self.finder.clear()
            self.table.clearSelection()
        self._norm = norm
        self.table.setVisible(bool(norm.documents))
        self.table.show_lines(norm.documents)
        self._say()
        self._show_possible()

    def _say(self) -> None:
        known, say = self._norm, self.shell.say
        flagged = sum(each.flagged for each in known.documents) if known else 0
        if known is None or not known.documents:
            self.say_sentence(say(N_("No document refers to it yet.")))
        elif flagged:
            many = say.plural(
                "%(n)d document has to be looked at: must it follow the change?",
                "%(n)d documents have to be looked at: must they follow the change?",
                flagged,
            )
            self.say_sentence(many, Tone.WAIT)
        else:
            self.say_sentence("")

    def _chosen(self) -> list[Citing]:
        wanted = set(self.table.selected_ids())
        return [each for each in (self._norm.documents if self._norm else ()) if each.document_id in wanted]

    def _show_possible(self) -> None:
        self.out_button.setEnabled(bool(self._chosen()))
        self.review_button.setVisible(any(each.flagged for each in (self._norm.documents if self._norm else ())))

    def add(self, document_id: int) -> None:
        known, desk = self._norm, self.shell.desk
        if known is not None:
            self._saved(lambda: _run(self.shell, lambda: norms.cite(desk, document_id, [known.id])))

    def take_out(self) -> None:
        known, desk, gone = self._norm, self.shell.desk, self._chosen()
        if known is None or not gone:
            return
        (self.table if len(gone) < len(known.documents) else self.finder).setFocus()

        def keep() -> Changed:
            return norms.no_longer_cited(desk, known.id, [each.document_id for each in gone])

        self._saved(lambda: _run(self.shell, keep))

    def ask_review(self) -> None:
        """Ask who looked when: at the selected documents, or at all that are asked."""
        every = self._norm.documents if self._norm else ()
        chosen = [each for each in self._chosen() if each.flagged] or [each for each in every if each.flagged]
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

        self._saved(lambda: _run(self.shell, lambda: norms.review(desk, questions, on, who, note), done, self.form))

    def _offers(self, text: str) -> list[Suggestion]:
        taken = {each.document_id for each in (self._norm.documents if self._norm else ())}
        return [each for each in offer_documents(self.shell.desk, text) if each.value not in taken]

    def _open(self, document_id: int) -> None:
        self.shell.go("document", document_id)


def _state(line: Citing) -> State | None:
    return OUTCOMES[line.outcome] if line.outcome is not None else None


def _run(
    shell: Shell,
    verb: Callable[[], Changed],
    done: Callable[[Changed], None] | None = None,
    form: SmallForm | None = None,
) -> None:
    shell.work.do(verb, done, form.refuse if form is not None else None, label=N_("Saving"))
