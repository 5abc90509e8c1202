"""Giving copies out: which document, to whom, from which number on; the numbers stand there before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from altdesk.desk import Changed, Desk
from altdesk.domain.copies import COPY_KIND_NAMES, MOST, CopyKind, Recipient, WorkingCopy, free_numbers
from altdesk.domain.dates import short_day
from altdesk.domain.documents import Document
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import copies, documents
from ui.fields import Field, Kind
from ui.offers import MOST as MOST_OFFERS
from ui.offers import document_name, offer_documents, offer_persons, offer_units
from ui.pages.copying.panel import CopyingPanel
from ui.shell import Shell
from ui.theme import ROW_HEIGHT, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.finder import Suggestion
from ui.widgets.parts import button, button_row
from ui.widgets.pick import PickInput
from ui.widgets.shortlist import RowList, ShortRow

OLD_COPIES = ((True, N_("They come back now")), (False, N_("Still to collect")))


@dataclass(frozen=True)
class _Known:
    """What the desk says of the document chosen."""

    document: Document
    taken: frozenset[int]
    before: tuple[WorkingCopy, ...]  # old copies whose holders have none of the revision in force
    without: tuple[Recipient, ...]  # units that have none


class Giving(CopyingPanel):
    """One button gives all of them in one step."""

    given = Signal(object)  # Changed

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("Give copies"))
        desk = shell.desk
        self._known: _Known | None = None
        self._recipients: list[Recipient] = []
        self._old: dict[Recipient, int] = {}  # the old copy that somebody has
        self.document = self.box(
            Field("document", N_("Document"), Kind.PERSON, N_("Type a part of its code or title."),
                  offers=partial(offer_documents, desk), name_of=partial(document_name, desk))
        )  # fmt: skip
        self.kind = self.box(Field("kind", N_("Kind"), Kind.CHOICE, choices=tuple(COPY_KIND_NAMES.items())))
        self.day = self.box(Field("given_on", N_("Given on"), Kind.DATE, letters=14))
        self.number = self.box(Field("number", N_("First number"), Kind.NUMBER, letters=8, least=1, most=MOST))
        self.old = self.box(Field("old", N_("Their old copies"), Kind.CHOICE, choices=OLD_COPIES))
        self.revision, self.count, self.names = QLabel(), QLabel(wordWrap=True), RowList()
        self.finder = PickInput(shell.work, self._offers, _icon)
        self.before_button = button(shell, N_("Holders of old copies"), self._add_before, "history")
        self.units_button = button(shell, N_("All units without one"), self._add_units, "office-building-outline")
        self.name_button(N_("Give the copies"), "content-copy")
        self._fill()
        self.document.changed.connect(self.look)
        self.kind.changed.connect(self._say)
        self.number.changed.connect(self._say)
        self.finder.picked.connect(self._add)
        shell.words.switched.connect(self._say)

    def start(self, document_id: int | None = None) -> None:
        """Begin anew, with the document when it is known."""
        self._known, self._recipients, self._old = None, [], {}
        self.kind.set_value(CopyKind.PAPER)
        self.day.set_value(date.today())
        self.number.set_value(None)
        self.old.set_value(True)
        self.document.set_value(document_id)
        self.look()
        (self.finder if document_id is not None else self.document.input).setFocus(Qt.FocusReason.TabFocusReason)

    def look(self) -> None:
        """Ask the desk what is known of the document chosen."""
        document_id, desk = self._document_id(), self.shell.desk
        if document_id is None:
            self._known = None
            self._say()
            return
        self.shell.work.do(partial(_look, desk, document_id), self._show, topic="giving-look")

    def run(self) -> None:
        """Give the copies; the answer comes as `given`."""
        try:
            if (known := self._known) is None:
                raise Refusal(N_("Choose the document from the list."), field="document")
            if known.document.in_force is None:
                raise Refusal(_NOT_IN_FORCE, field="document")
            if (day := self.day.value()) is None:
                raise Refusal(N_("Type the day on which the copy was given."), field="given_on")
        except Refusal as refusal:
            self.refuse(refusal)
            return
        desk, recipients, first = self.shell.desk, tuple(self._recipients), self.number.value()
        back = [self._old[each] for each in recipients if each in self._old] if self.old.value() else []
        revision_id, kind = known.document.in_force.id, self.kind.value()

        def keep() -> Changed:
            return copies.give(desk, revision_id, recipients, day, kind=kind, first=first, back=back)

        self.shell.work.do(keep, self.given.emit, self.refuse, label=N_("Giving copies"))

    # inside

    def _document_id(self) -> int | None:
        try:
            chosen = self.document.input.value()
        except Refusal:
            return None
        return chosen if isinstance(chosen, int) else None

    def _show(self, known: _Known) -> None:
        if self._known is None or self._known.document.id != known.document.id:
            self._recipients, self._old = [], {}
            self.number.set_value(max(known.taken, default=0) + 1)
        self._known = known
        if known.document.in_force is None:
            self.document.refuse(Refusal(_NOT_IN_FORCE, field="document"))
        self._say()

    def _before(self) -> list[WorkingCopy]:
        """The old copies of the kind chosen whose holders do not stand in the list yet."""
        kind = self.kind.value()
        every = self._known.before if self._known else ()
        return [each for each in every if each.kind is kind and each.recipient not in self._recipients]

    def _without(self) -> list[Recipient]:
        every = self._known.without if self._known else ()
        return [each for each in every if each not in self._recipients]

    def _add(self, recipient: Recipient) -> None:
        if recipient not in self._recipients:
            self._recipients.append(recipient)
        self._say()

    def _add_before(self) -> None:
        for each in self._before():
            self._old[each.recipient] = each.id
            self._recipients.append(each.recipient)
        self._say()
        self.do_button.setFocus()

    def _add_units(self) -> None:
        self._recipients += self._without()
        self._say()
        self.do_button.setFocus()

    def _take_out(self) -> None:
        at = self.names.currentRow()
        if 0 <= at < len(self._recipients):
            del self._recipients[at]
            self._say()
            self.names.setCurrentRow(min(at, len(self._recipients) - 1))

    def _offers(self, text: str) -> list[Suggestion]:
        """In the desk's room: people and units, and the words as typed."""
        desk, name = self.shell.desk, " ".join(text.split())
        found = [
            Suggestion(copies.person_as_recipient(desk, each.value), each.title, each.subtitle)
            for each in offer_persons(desk, text)[: MOST_OFFERS // 2]
        ]
        unit = self.shell.say(N_("Unit"))
        found += [Suggestion(Recipient(unit=each.title), each.title, unit) for each in offer_units(desk, text)]
        typed = [Suggestion(Recipient(name), name, self.shell.say(N_("as typed")))] if name else []
        return [*found[:MOST_OFFERS], *typed]

    def _say(self) -> None:
        say, known = self.shell.say, self._known
        in_force = known.document.in_force if known else None
        self.revision.setVisible(in_force is not None)
        if in_force is not None:
            on = short_day(in_force.effective_on) if in_force.effective_on else ""
            self.revision.setText(say(N_("Revision %(number)s, in force from %(day)s"), number=in_force.number, day=on))
        before, without = self._before(), self._without()
        for each, many in ((self.before_button, before), (self.units_button, without)):
            each.setVisible(bool(many) and in_force is not None)
        self.old.setVisible(any(each in self._old for each in self._recipients))
        self.names.show_rows(self._rows())
        count = len(self._recipients)
        self.count.setText(say.plural("%(n)d copy to give", "%(n)d copies to give", count) if count else
                           say(N_("Nobody is chosen yet: find people or units, Enter takes them.")))  # fmt: skip
        self.do_button.setEnabled(count > 0 and in_force is not None)

    def _rows(self) -> list[ShortRow]:
        taken = self._known.taken if self._known else frozenset[int]()
        try:
            numbers = free_numbers(taken, len(self._recipients), self.number.value() or max(taken, default=0) + 1)
        except Refusal:
            numbers = [0] * len(self._recipients)
        return [
            ShortRow(at, each.holder or each.unit, f"№ {number}" if number else "", _about(each))
            for at, (each, number) in enumerate(zip(self._recipients, numbers, strict=True))
        ]

    def _fill(self) -> None:
        words = self.shell.words
        set_tone(self.revision, Tone.QUIET)
        set_type(self.count, 10.5, SEMIBOLD)
        words(self.finder, name=N_("Who gets a copy"), placeholder=N_("Name or unit"))
        words(self.names, name=N_("Who gets a copy"), tip=N_("Delete takes a line out"))
        self.names.setMinimumHeight(4 * ROW_HEIGHT)
        self.inside.addWidget(self.document)
        self.inside.addWidget(self.revision)
        self.inside.addLayout(button_row((self.kind, self.day, self.number)))
        self.inside.addWidget(self.finder)
        self.inside.addLayout(button_row((self.before_button, self.units_button)))
        for widget in (self.old, self.count):
            self.inside.addWidget(widget)
        self.inside.addWidget(self.names, 1)
        self.tab_in_order((
            self.document.input, self.kind.input, self.day.input, self.number.input, self.finder, self.before_button,
            self.units_button, self.old.input, self.names,
        ))  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.names.hasFocus():
            self._take_out()
        else:
            super().keyPressEvent(event)


def _look(desk: Desk, document_id: int) -> _Known:
    known = documents.get(desk, document_id)
    return _Known(
        known,
        copies.numbers(desk, document_id),
        tuple(copies.holders_before(desk, document_id)),
        tuple(copies.units_without(desk, document_id)),
    )


def _about(recipient: Recipient) -> str:
    return " · ".join(filter(None, (recipient.post, recipient.unit if recipient.holder else "")))


def _icon(recipient: Recipient) -> str:
    if recipient.person_id is not None:
        return "account-outline"
    return "office-building-outline" if recipient.unit else "pencil-outline"


_NOT_IN_FORCE = N_("This document has no revision in force. Put one in force on the page of documents first.")
