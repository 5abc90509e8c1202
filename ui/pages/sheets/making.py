"""Making a sheet: which document, for whom, by when it is expected back; the names stand there before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from altdesk.domain.acquaintance import USUAL_WAY
from altdesk.domain.dates import short_day
from altdesk.domain.documents import Document
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import Group
from altdesk.services import acquaintance, documents, groups, rounds
from altdesk.services.rounds import Asked
from ui.fields import Field, FieldBox, Kind
from ui.icons import icon
from ui.offers import document_name, offer_documents, person_name
from ui.pages.sheets.whom import Whom
from ui.shell import Shell
from ui.theme import (
    FIELD_HEIGHT,
    GRID,
    ROW_HEIGHT,
    SECTION_POINTS,
    SEMIBOLD,
    Tone,
    set_icon,
    set_look,
    set_tone,
    set_type,
)
from ui.widgets.downward import Downward
from ui.widgets.shortlist import RowList, ShortRow

SHOWN = 300  # names; the rest is only counted


@dataclass(frozen=True)
class _Known:
    """What the desk says of the document chosen."""

    document: Document
    asked: list[Asked]


class Making(Widget):
    """One button at the end; nothing is written before it is pressed."""

    made = Signal(int)  # sheet id
    wanted = Signal(int)  # number of a sheet that asks the same people already
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._known: _Known | None = None
        self._refusal: Refusal | None = None
        self._out: int | None = None  # number of a sheet on its way with all of them
        desk = shell.desk
        self.document = self._box(
            "document",
            N_("Document"),
            Kind.PERSON,
            offers=partial(offer_documents, desk),
            name_of=partial(document_name, desk),
            hint=N_("Type a part of its code or title."),
        )
        self.whom = Whom(shell)
        self.who, self.group = self.whom.who, self.whom.group
        self.expected = self._box("expected_on", N_("Expected back on"), Kind.DATE, letters=14)
        self._lay_out()
        self.document.changed.connect(self.look)
        self.whom.changed.connect(self.look)
        shell.words.switched.connect(self._say)

    def start(self, document_id: int | None = None, people: Sequence[int] = ()) -> None:
        """Begin anew, with what is known already."""
        self._known, self._refusal = None, None
        self.whom.start(chosen=bool(people))
        self.expected.set_value(date.today() + USUAL_WAY)
        self.document.set_value(document_id)
        desk = self._shell.desk

        def load() -> tuple[list[Group], dict[int, str]]:
            return groups.all_groups(desk), {number: person_name(desk, number) for number in people}

        self._shell.work.do(load, self._begin, topic="making-groups")
        (self.make_button if document_id is not None else self.document.input).setFocus(Qt.FocusReason.TabFocusReason)

    def look(self) -> None:
        """Ask the desk who would stand on the sheet as chosen."""
        self.whom.show_parts()
        document_id = self._document_id()
        if document_id is None:
            self._show(None)
            return
        desk, people, group_id = self._shell.desk, self.whom.people(), self.whom.group_id()

        def load() -> _Known:
            found = documents.get(desk, document_id)
            if found.in_force is None:
                return _Known(found, [])
            asked = rounds.listed(desk, found.in_force.id, people=people, group_id=group_id)
            return _Known(found, asked)

        self._shell.work.do(load, self._show, topic="making-look")

    def make(self) -> None:
        """Make the sheet; the answer comes as `made`."""
        try:
            document_id = self._document_id()
            if document_id is None:
                raise Refusal(N_("Choose the document from the list."), field="document")
            expected_on = self.expected.value()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        desk, people, group_id = self._shell.desk, self.whom.people(), self.whom.group_id()

        def keep() -> int:
            found = documents.get(desk, document_id)
            if found.in_force is None:
                raise Refusal(_NOT_IN_FORCE, field="document")
            options = {"people": people, "group_id": group_id, "expected_on": expected_on}
            return acquaintance.make_sheet(desk, found.in_force.id, **options).id or 0

        self._shell.work.do(keep, self.made.emit, self._refuse, label=N_("Making the sheet"))

    # inside

    def _begin(self, found: tuple[list[Group], dict[int, str]]) -> None:
        self.whom.know(*found)
        self.look()

    def _document_id(self) -> int | None:
        try:
            chosen = self.document.input.value()
        except Refusal:
            return None
        return chosen if isinstance(chosen, int) else None

    def _refuse(self, refusal: Refusal) -> None:
        box = {"document": self.document, "expected_on": self.expected}.get(refusal.field, self.who)
        box.refuse(refusal)
        box.input.setFocus()

    def _show(self, known: _Known | None) -> None:
        self._known = known
        if known is not None and known.document.in_force is None:
            self.document.refuse(Refusal(_NOT_IN_FORCE, field="document"))
        self._say()

    def _say(self) -> None:
        say, known = self._shell.say, self._known
        in_force = known.document.in_force if known else None
        asked = known.asked if known and in_force else []
        self.revision.setVisible(in_force is not None)
        if in_force is not None:
            on = short_day(in_force.effective_on) if in_force.effective_on else ""
            self.revision.setText(say(N_("Revision %(number)s, in force from %(day)s"), number=in_force.number, day=on))
        self.names.show_rows([self._row(each) for each in asked[:SHOWN]])
        if in_force is None:
            self.count.setText("")
        elif asked:
            self.count.setText(
                say.plural("%(n)d person stands on the sheet", "%(n)d people stand on the sheet", len(asked))
            )
        else:
            self.count.setText(say(N_("Nobody to ask: everybody here has signed, or nobody is chosen.")))
        self._say_standing(asked)

    def _say_standing(self, asked: Sequence[Asked]) -> None:
        """Where one sheet on its way asks all of them already, it is named and offered."""
        out = rounds.standing(asked)
        one = next((number for number, count in out.items() if count == len(asked)), None)
        self._out = one
        self.standing.setVisible(one is not None)
        self.open_button.setVisible(one is not None)
        if one is not None:
            say = self._shell.say
            self.standing.setText(
                say(N_("All of them stand on sheet No. %(number)s already, and it is not back."), number=one)
            )
            self.open_button.setText(say(N_("Open sheet No. %(number)s"), number=one))
            self.open_button.setAccessibleName(self.open_button.text())

    def _open_out(self) -> None:
        if self._out is not None:
            self.wanted.emit(self._out)

    def _row(self, each: Asked) -> ShortRow:
        out = self._shell.say(N_("on sheet No. %(number)s"), number=each.sheet) if each.sheet is not None else ""
        return ShortRow(each.person.id, each.person.full_name, out, each.person.post)

    def _take_out(self) -> None:
        """Delete: take the current person out; the rest becomes a list of chosen people."""
        row = self.names.row_at(self.names.currentRow())
        if row is None or self._known is None:
            return
        rest = [each.person for each in self._known.asked if each.person.id != row.id]
        self.whom.choose({person.id: person.full_name for person in rest})
        self.look()

    # building

    def _box(self, key: str, label: str, kind: Kind, **more: object) -> FieldBox:
        return FieldBox(Field(key, label, kind, **more), self._shell)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        words = self._shell.words
        title, close, self.make_button = QLabel(), QToolButton(), QPushButton()
        set_type(title, SECTION_POINTS, SEMIBOLD)
        words(title, text=N_("New acquaintance sheet"))
        set_icon(close, icon("close"))
        set_look(close, "look", "quiet")
        words(close, name=N_("Close"), tip=N_("Close (Esc)"))
        close.clicked.connect(self.closed)
        self.revision, self.count, self.names = QLabel(), QLabel(wordWrap=True), RowList()
        set_tone(self.revision, Tone.QUIET)
        set_type(self.count, 10.5, SEMIBOLD)
        words(self.names, name=N_("Who stands on the sheet"), tip=N_("Delete takes a person out"))
        set_look(self.make_button, "look", "primary")
        self.make_button.setMinimumHeight(FIELD_HEIGHT)
        set_icon(self.make_button, icon("file-sign", Tone.ON_ACCENT))
        words(self.make_button, text=N_("Make the sheet"), name=N_("Make the sheet"), tip=N_("Make the sheet (Ctrl+S)"))
        self.make_button.clicked.connect(self.make)
        self._lay_out_offer()
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        foot.addWidget(self.make_button)
        foot.addWidget(self.open_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID + 4)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._form(), 1)
        column.addWidget(self.standing)  # beside the buttons, not among what scrolls
        column.addLayout(foot)
        self.setTabOrder(self.names, self.make_button)
        self.setTabOrder(self.make_button, self.open_button)
        self.setTabOrder(self.open_button, close)

    def _lay_out_offer(self) -> None:
        """What stands there while a sheet on its way asks the same people."""
        self.standing, self.open_button = QLabel(wordWrap=True), QPushButton()
        set_tone(self.standing, Tone.WAIT)
        self.open_button.setMinimumHeight(FIELD_HEIGHT)
        self.open_button.clicked.connect(self._open_out)
        self.standing.hide()
        self.open_button.hide()

    def _form(self) -> Downward:
        """The fields and the names; where there is little height they scroll."""
        inside, scroll = Widget(), Downward()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(12)
        for widget in (self.document, self.revision, self.whom, self.expected, self.count):
            column.addWidget(widget)
        self.names.setMinimumHeight(4 * ROW_HEIGHT)
        column.addWidget(self.names, 1)
        scroll.setWidget(inside)
        return scroll

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Delete and self.names.hasFocus():
            self._take_out()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.make_button.hasFocus():
            self.make_button.click()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.open_button.hasFocus():
            self.open_button.click()
        else:
            super().keyPressEvent(event)


_NOT_IN_FORCE = N_("This document has no revision in force. Put one in force on the page of documents first.")
