"""The revisions of a document: which there are and which is in force, what happened to one and when, its files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.documents import STATE_NAMES, Document, HeldUp, Revision, RevisionState, RevisionStep, Who
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import daily, documents
from ui.columns import Align, Column, State
from ui.fields import Field, Kind
from ui.offers import offer_names, offer_posts
from ui.shell import Shell
from ui.theme import Tone, set_tone
from ui.widgets.attachments import Attachments
from ui.widgets.document_part import DocumentPart
from ui.widgets.parts import SmallForm, Then, button, button_row
from ui.widgets.short_table import ShortTable
from ui.words import breakable

STATES = {
    RevisionState.DRAFT: State("pencil-outline", STATE_NAMES[RevisionState.DRAFT], Tone.WAIT),
    RevisionState.AGREED: State("handshake-outline", STATE_NAMES[RevisionState.AGREED], Tone.WAIT),
    RevisionState.IN_FORCE: State("check-circle-outline", STATE_NAMES[RevisionState.IN_FORCE], Tone.GOOD),
    RevisionState.WITHDRAWN: State("archive-outline", STATE_NAMES[RevisionState.WITHDRAWN], Tone.QUIET),
}
COLUMNS = (
    Column("number", N_("Revision"), 80, lambda revision: str(revision.number), Align.RIGHT),
    Column("state", N_("State"), 160, state=lambda revision: STATES[revision.state]),
    Column("effective_on", N_("In force from"), 130, lambda r: day_text(r.effective_on), fits="00.00.0000"),
)


def day_text(day: date | None) -> str:
    return short_day(day) if day else ""


def step_text(say: Translator, step: RevisionStep) -> str:
    """A step as a line: what, when, who."""
    done = f"{say(STATE_NAMES[step.state])} {day_text(step.on)}".strip()
    return "  ·  ".join(filter(None, (done, ", ".join(filter(None, (step.who.name, step.who.post))), step.note)))


class Revisions(DocumentPart):
    """Below a document's fields. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("Revisions"))
        self._saved = saved
        self._document: Document | None = None
        self._held_up: HeldUp | None = None
        self.table = ShortTable(shell, "document revisions", COLUMNS, 4)
        self.steps = QLabel(wordWrap=True)
        self.steps.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.steps, Tone.QUIET)
        shell.words(self.table, name=N_("Revisions"))
        shell.words(self.steps, name=N_("Steps of the revision"))
        self.add_button = button(shell, N_("Add a revision"), self.ask_new, "plus")
        self.agree_button = button(shell, N_("Record agreement"), self.ask_agreed, "handshake-outline")
        self.force_button = button(shell, N_("Put in force"), self.ask_day, "check-circle-outline")
        self.withdraw_button = button(shell, N_("Withdraw"), self.ask_withdrawn, "archive-outline")
        self.form = SmallForm(shell, self._fields())
        self.files = Attachments(shell, "revision", saved, title=N_("Files of the revision"))
        self._lay_out()
        self.table.selection_changed.connect(self._show_chosen)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.rows.loaded.connect(self._stand_on_newest)
        shell.words.switched.connect(self._say)
        shell.words.switched.connect(self._show_chosen)

    def _fields(self) -> tuple[Field, ...]:
        def names(text: str) -> Any:
            return offer_names(self.shell.desk, text)

        def posts(text: str) -> Any:
            return offer_posts(self.shell.desk, text)

        later = N_("The old revision stays in force until that day.")
        return (
            Field("revision", N_("Number"), Kind.NUMBER, letters=8),
            Field("effective_on", N_("In force from"), Kind.DATE, letters=16, hint=N_("Empty while it is a draft.")),
            Field("from", N_("In force from"), Kind.DATE, letters=16, hint=later),
            Field("day", N_("In force from"), Kind.DATE, letters=16),
            Field("on", N_("Date"), Kind.DATE, letters=16),
            Field("name", N_("Who"), Kind.COMPLETED, letters=24, offers=names),
            Field("post", N_("Post"), Kind.COMPLETED, letters=24, offers=posts, hint=N_("Empty: as in the register.")),
            Field("note", N_("Note"), letters=24),
        )

    def _lay_out(self) -> None:
        buttons = (self.add_button, self.agree_button, self.force_button, self.withdraw_button)
        self.column.addWidget(self.table)
        self.column.addLayout(button_row(buttons))
        self.column.addWidget(self.form)
        self.column.addWidget(self.steps)
        self.column.addWidget(self.files)

    def show_document(self, document: Document) -> None:
        if self._document is None or self._document.id != document.id:
            self.form.hide()
            self.table.clearSelection()
        self._document = document
        self._held_up = None
        self._ask_held_up(document)
        self.table.show_lines(document.revisions)
        self.say_count(len(document.revisions))
        self._say()

    def _say(self) -> None:
        known, say = self._document, self.shell.say
        if known is None:
            return
        waiting = min((each for each in known.revisions if each.planned), key=_day, default=None)
        held = self._held_up
        if held is not None:
            sentence = N_(
                "Revision %(number)s was to be in force from %(day)s, but a signature of %(signed)s is on record. "
                "Put it in force from that day or earlier, or correct the day of the signature."
            )
            days = {"day": short_day(held.effective_on), "signed": short_day(held.signed_on)}
            self.say_sentence(say(sentence, number=held.revision, **days), Tone.BAD)
        elif waiting is not None:
            sentence = N_("Revision %(number)s comes into force on %(day)s.")
            self.say_sentence(say(sentence, number=waiting.number, day=short_day(_day(waiting))), Tone.WAIT)
        elif known.in_force is None:
            self.say_sentence(say(N_("No revision is in force yet.")), Tone.WAIT)
        else:
            self.say_sentence("")

    def _ask_held_up(self, document: Document) -> None:
        """Whether a day has come that signatures on record do not allow."""
        desk, now = self.shell.desk, date.today()
        if not any(each.planned and _day(each) <= now for each in document.revisions):
            return

        def show(found: list[HeldUp]) -> None:
            self._held_up = next((each for each in found if each.document_id == document.id), None)
            self._say()

        self.shell.work.do(partial(daily.held_up, desk, now), show, topic="held-up")

    @property
    def chosen(self) -> Revision | None:
        line = self.table.current_line()
        return line if isinstance(line, Revision) else None

    def _stand_on_newest(self) -> None:
        if self.table.rows.count and not self.table.selected_count():
            self.table.selectRow(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen
        state = chosen.state if chosen else None
        self.agree_button.setEnabled(state in {RevisionState.DRAFT, RevisionState.AGREED})
        self.force_button.setEnabled(state is not None and state is not RevisionState.WITHDRAWN)
        self.withdraw_button.setEnabled(state is not None and state is not RevisionState.WITHDRAWN)
        title = N_("Correct the day") if state is RevisionState.IN_FORCE else N_("Put in force")
        self.shell.words(self.force_button, text=title, name=title)
        self.steps.setVisible(bool(chosen and chosen.steps))
        self.files.setVisible(chosen is not None)
        if chosen is not None:
            self.steps.setText("\n".join(breakable(step_text(self.shell.say, step)) for step in chosen.steps))
            self.files.show_record(chosen.id)

    # what the person does

    def ask_new(self) -> None:
        known = self._document
        if known is not None:
            number = max((each.number for each in known.revisions), default=0) + 1
            self.form.open_form(N_("Add"), self._add, revision=number, effective_on=None, name="", post="")

    def ask_agreed(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None and self.agree_button.isEnabled():
            keep = partial(documents.agree, desk, chosen.id)
            run = partial(self._step, keep, "on")
            self.form.open_form(N_("Record agreement"), run, on=date.today(), name="", post="", note="")

    def ask_day(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None and self.force_button.isEnabled():
            keep, day = partial(documents.put_in_force, desk, chosen.id), chosen.effective_on or date.today()
            if chosen.state is RevisionState.IN_FORCE:
                self.form.open_form(N_("Correct the day"), partial(self._step, keep, "day"), day=day)
            else:
                run = partial(self._step, keep, "from")
                self.form.open_form(N_("Put in force"), run, **{"from": day}, name="", post="", note="")

    def ask_withdrawn(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None and self.withdraw_button.isEnabled():
            run = partial(self._step, partial(documents.withdraw, desk, chosen.id), "on")
            self.form.open_form(N_("Withdraw"), run, on=date.today(), name="", post="", note="")

    def _add(self, values: dict[str, Any]) -> None:
        known, desk, number = self._document, self.shell.desk, values["revision"]
        if known is None:
            return
        if number is None:
            self.form.refuse(Refusal(N_("Type the number of the revision."), field="revision"))
            return
        keep = partial(documents.add_revision, desk, known.id, number, values["effective_on"], _who(values))
        self._saved(lambda: self._do(keep))

    def _step(self, keep: Callable[..., Changed], day: str, values: dict[str, Any]) -> None:
        if values[day] is None:
            self.form.refuse(Refusal(N_("Type the day on which it was."), field=day))
            return
        whole = partial(keep, values[day], _who(values), values.get("note", ""))
        self._saved(lambda: self._do(whole))

    def _do(self, verb: Callable[[], Changed]) -> None:
        self.shell.work.do(verb, self._done, self._refuse, label=N_("Saving"))

    def _refuse(self, refusal: Refusal) -> None:
        """A day is refused under the field it was typed in."""
        shown = [key for key in ("day", "from", "on", "effective_on") if not self.form.boxes[key].isHidden()]
        field = shown[0] if refusal.field in {"from", "on"} and shown else refusal.field
        self.form.refuse(Refusal(refusal.message, field=field, **refusal.values))

    def _done(self, changed: Changed) -> None:
        self.form.close_form()
        self.table.setFocus()
        if changed.id is not None:
            self.table.want_id(changed.id)


def _day(revision: Revision) -> date:
    return revision.effective_on or date.max


def _who(values: dict[str, Any]) -> Who:
    return Who(values.get("name", ""), None, values.get("post", ""))
