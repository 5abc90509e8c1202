"""The meeting, whole: its outline at the left, the part one works on at the right, its state above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from altdesk.desk import Changed
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import ItemDraft, Minutes
from altdesk.domain.minutes_attendance import quorum_now
from altdesk.domain.minutes_kinds import MinutesState
from altdesk.domain.minutes_lists import Offer
from altdesk.i18n import Translator
from altdesk.services import agenda, attachments
from altdesk.services import minutes as minutes_service
from altdesk.services.minutes_draft import FINAL
from ui.actions import Action
from ui.page import Page
from ui.pages.meeting import looks
from ui.pages.meeting.frame import Frame
from ui.shell import Shell

Then = Callable[[], None]


class MeetingView(Page):
    """One meeting. What is typed in a part is saved when another part is chosen."""

    key = "meeting"
    title = N_("Minutes")
    shows: ClassVar[frozenset[str]] = frozenset({
        "minutes",
        "attendee",
        "agenda_item",
        "resolved_point",
        "named_vote",
        "person",
        "attachment",
        "task",
    })

    def __init__(self, shell: Shell, back: Then) -> None:
        self._back = back
        super().__init__(shell)
        self.minutes: Minutes | None = None
        self._files = 0
        self._offers: list[Offer] = []
        self._shown = looks.HEAD
        self.frame = Frame(shell, self._go_back, self.add_item)
        self.outline, self.ending, parts = self.frame.outline, self.frame.ending, self.frame.parts
        self.parts = parts
        self.head_editor, self.attendance, self.item_editor = parts.head_editor, parts.attendance, parts.item_editor
        self.files, self.versions, self.offered = parts.files, parts.versions, parts.offered
        self.column.addWidget(self.frame, 1)
        self._connect()

    # what the page declares

    def primary(self) -> Action:
        return Action("end", N_("Finalize…"), self._end, "lock-outline")

    def more(self) -> Sequence[Action]:
        return (
            Action("item", N_("Add an item"), self.add_item, "plus"),
            Action("up", N_("Move the item up"), lambda: self.outline.move_current(-1), "arrow-up"),
            Action("down", N_("Move the item down"), lambda: self.outline.move_current(1), "arrow-down"),
            Action("next", N_("Next part"), lambda: self.outline.step(1), "chevron-down", "Ctrl+PgDown"),
            Action("before", N_("Part before"), lambda: self.outline.step(-1), "chevron-up", "Ctrl+PgUp"),
            Action("paper", N_("Print the minutes"), self.print_selected, "printer-outline", line_before=True),
            Action("short", N_("Print the short form"), partial(self.show_paper, "short"), "text-short"),
            Action(
                "list", N_("Print the attendance list"), partial(self.show_paper, "attendance"), "account-group-outline"
            ),
            Action("extract", N_("Print an extract of a decision"), partial(self.show_paper, "extract"), "content-cut"),
            Action("reopen", N_("Reopen…"), self._reopen, "lock-open-variant-outline", line_before=True),
        )

    # what others ask

    def open_minutes(self, minutes_id: int, part: str = "", then: Then = lambda: None) -> None:
        """Show some minutes, `part` of them; then do what wants them to be seen."""
        desk = self.shell.desk

        def load() -> tuple[Minutes, int, list[Offer]]:
            minutes = minutes_service.get(desk, minutes_id)
            offers = [] if minutes.locked else agenda.offered(desk, minutes.body_id, minutes_id)
            return minutes, len(attachments.of(desk, "minutes", minutes_id)), offers

        def show(found: tuple[Minutes, int, list[Offer]]) -> None:
            fresh = self.minutes is None or self.minutes.id != minutes_id
            self.minutes, self._files, self._offers = found
            self._show(part or (looks.HEAD if fresh else ""), fresh=fresh)
            then()

        self.shell.work.do(load, show, lambda _gone: self._back(), topic="meeting")

    def refresh(self) -> None:
        self.stale = False
        if self.minutes is not None:
            self.open_minutes(self.minutes.id)

    def leave(self, then: Then) -> None:
        editor = self.parts.editor
        if editor is not None and editor.active:
            editor.leave(then)
        else:
            then()

    def save(self) -> None:
        editor = self.parts.editor
        if editor is not None:
            editor.commit()

    def new(self) -> None:
        self.add_item()

    def focus_list(self) -> None:
        self.outline.setFocus()

    def print_selected(self) -> None:
        """Ctrl+P: the minutes in full, or to the printer what is shown already."""
        self.parts.print_shown(partial(self.show_paper, "full"))

    def show_paper(self, which: str) -> None:
        """Show a paper of the meeting beside its options, after what is typed is saved."""

        def show() -> None:
            if self.minutes is not None:
                self.parts.show_paper(self.minutes, which, self._shown)

        self.leave(show)

    def add_item(self) -> None:
        """A new item at the end of the agenda; the cursor goes to its title."""
        minutes, desk = self.minutes, self.shell.desk
        if minutes is None:
            return
        if minutes.locked:
            self.shell.messages.tell(FINAL, number=minutes.number, body=minutes.body)
            return

        def added(changed: Changed) -> None:
            self.open_minutes(minutes.id, looks.item_key(changed.id or 0), self.item_editor.focus_first)

        self.leave(lambda: self._do(lambda: agenda.add(desk, minutes.id, ItemDraft()), added))

    # inside: showing

    def _show(self, key: str, *, fresh: bool) -> None:
        minutes, say = self.minutes, self.shell.say
        if minutes is None:
            return
        self.outline.show_lines(looks.outline(minutes, say, self._files, len(self._offers)), key)
        self._say_head()
        if fresh or key:
            self._show_part(self.outline.current_key)
        else:
            self._renew_part()
        self.ending.show_minutes(minutes)

    def _say_head(self) -> None:
        minutes = self.minutes
        if minutes is None:
            return
        self.head.title.setText(looks.titled(minutes, self.shell.say))
        self.head.show_state(self._state)
        draft = minutes.state is MinutesState.DRAFT
        verbs = {
            MinutesState.DRAFT: N_("Finalize…"),
            MinutesState.FINAL: N_("Mark as signed…"),
            MinutesState.SIGNED: N_("Show the paper"),
        }
        self.shell.words(self.head.button, text=verbs[minutes.state], name=verbs[minutes.state])
        for action, made in self.made:
            if action.key in {"item", "up", "down"}:
                made.setEnabled(draft)
            elif action.key == "reopen":
                made.setEnabled(not draft)
        self.frame.add_button.setEnabled(draft)

    def _state(self, say: Translator) -> str:
        minutes = self.minutes
        if minutes is None:
            return ""
        state = say(looks.MINUTES_STATES[minutes.state].word)
        return f"{state}. {looks.quorum_said(quorum_now(minutes), say)}"

    def _choose(self, key: str) -> None:
        """Another part: what is typed is saved first, else the outline goes back to where one is."""
        before = self._shown

        def enter() -> None:
            self._show_part(key)

        editor = self.parts.editor
        if editor is not None and editor.active:
            editor.leave(enter, lambda: self.outline.stand_on(before))
        else:
            enter()

    def _show_part(self, key: str) -> None:
        self._shown = key
        self.parts.forget_typed()
        self.outline.stand_on(key)
        self._renew_part()

    def _renew_part(self) -> None:
        """Show the part one stands on as it is now."""
        if self.minutes is not None:
            self.parts.show_part(self._shown, self.minutes, self._offers)

    def _show_refused(self, refusal: Refusal) -> None:
        """Go to the field for which the minutes cannot be ended, and say there why."""
        minutes = self.minutes
        if minutes is None:
            return
        self._choose(looks.part_refused(minutes, refusal))
        editor = self.parts.editor
        if editor is None:
            self.shell.messages.refuse(refusal)
        else:  # when what it shows has come from the desk
            self.shell.work.do(lambda: None, lambda _ready: editor.refuse(refusal))

    # inside: verbs

    def _end(self) -> None:
        """The primary action: finalize, then record the signature, then look at the paper."""
        minutes = self.minutes
        if minutes is None:
            return
        if minutes.state is MinutesState.SIGNED:
            self.show_paper("full")
        else:
            self.leave(lambda: self.ending.ask(minutes))

    def _reopen(self) -> None:
        if self.minutes is not None:
            self.ending.ask_reason(self.minutes)

    def _move(self, key: str, place: int) -> None:
        item, desk = looks.item_of(key), self.shell.desk
        if item is not None:
            self.leave(lambda: self._do(partial(agenda.move, desk, item, place + 1)))

    def _remove(self, key: str) -> None:
        item, desk, minutes = looks.item_of(key), self.shell.desk, self.minutes
        if item is None or minutes is None or minutes.locked:
            return
        self.item_editor.take_back()
        self.item_editor.active = False
        self._shown = looks.ATTENDANCE
        self.shell.work.do(lambda: agenda.remove(desk, minutes.id, [item]), label=N_("Saving"))

    def _do(self, verb: Callable[[], Changed], then: Callable[[Changed], None] | None = None) -> None:
        self.shell.work.do(verb, then, label=N_("Saving"))

    def _close_paper(self) -> None:
        self._choose(self.outline.current_key)
        self.focus_list()

    def _go_back(self) -> None:
        self.leave(self._back)

    # building

    def _connect(self) -> None:
        self.outline.chosen.connect(self._choose)
        self.parts.paper_closed.connect(self._close_paper)
        self.outline.moved.connect(self._move)
        self.outline.add_wanted.connect(self.add_item)
        self.outline.remove_wanted.connect(self._remove)
        self.ending.done.connect(self.refresh)
        self.ending.refused.connect(self._show_refused)
        self.shell.words.switched.connect(lambda: self._show("", fresh=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editor = self.parts.editor
        if event.key() == Qt.Key.Key_Escape and (editor is None or not editor.changed):
            self._go_back()
        else:
            super().keyPressEvent(event)
