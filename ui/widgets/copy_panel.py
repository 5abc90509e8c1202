"""A backup copy looked into: when and why it was made, what it holds, its newest steps, the verb that restores it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from altdesk.domain.backups import REASON_NAMES
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLE_NAMES
from ui.columns import Align, Column
from ui.shell import Shell
from ui.theme import GRID, Tone, set_look, set_tone
from ui.widgets.copy_secret import CopySecret
from ui.widgets.downward import Downward
from ui.widgets.panel_head import PanelHead
from ui.widgets.parts import Part, button, button_row
from ui.widgets.short_table import ShortTable
from ui.words import breakable
from ui.work import Progress, Room

if TYPE_CHECKING:
    from altdesk.sealing.keys import Keys
    from altdesk.services.restoring import Look

MOST = 12


@dataclass(frozen=True)
class Holds:
    """How many records of one kind a copy holds."""

    id: int
    name: str
    count: int


@dataclass(frozen=True)
class Newest:
    """One of the newest steps of a copy."""

    id: int
    at: str
    label: str


class CopyPanel(QWidget):
    """Looks into a copy, checking every byte of it, and offers to restore it."""

    closed = Signal()

    def __init__(self, shell: Shell, restore: Callable[[Path, bool, Keys | None], None]) -> None:
        super().__init__()
        self._shell, self._restore = shell, restore
        self._path: Path | None = None
        self._found: Look | None = None
        self._keys: Keys | None = None  # of a copy that those of the desk do not open
        self.secret = CopySecret(shell)
        self._head = PanelHead(shell, self.closed.emit)
        self.title, self.about, self.refusal = self._head.title, QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.title.setWordWrap(True)
        set_tone(self.about, Tone.QUIET)
        set_tone(self.refusal, Tone.BAD)
        for label in (self.title, self.about, self.refusal):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.holds = Part(shell, N_("What it holds"))
        self.counts = ShortTable(shell, "copy counts", _counted(), MOST)
        shell.words(self.counts, name=N_("What it holds"))
        self.holds.column.addWidget(self.counts)
        self.last = Part(shell, N_("The newest steps in it"))
        self.steps = ShortTable(shell, "copy steps", _told(), MOST)
        shell.words(self.steps, name=N_("The newest steps in it"))
        self.last.column.addWidget(self.steps)
        self.restore_button = button(shell, N_("Restore this copy…"), self._ask_first, "backup-restore")
        self.question = self._question()
        self._lay_out()
        shell.words.switched.connect(self._say)
        self.show_nothing()

    @property
    def path(self) -> Path | None:
        return self._path

    def show_nothing(self) -> None:
        self._path, self._found, self._keys = None, None, None
        self.secret.hide()
        self._say()

    def look_into(self, path: Path, keys: Keys | None = None) -> None:
        """Read the copy; what it holds is shown when every byte of it was checked."""
        from altdesk.services import restoring

        self.show_nothing()
        self._path, self._keys = path, keys
        self.title.setText(breakable(path.name))
        self.about.setText(self._shell.say(N_("The copy is being checked.")))
        folders, progress = self._shell.folders, Progress()
        self._shell.work.do(
            lambda: restoring.look(folders, path, progress.tell, keys),
            self._show,
            self._refuse,
            label=N_("Checking the copy"),
            topic="look into a copy",
            room=Room.RENDER,
            progress=progress,
        )

    def _show(self, found: Look) -> None:
        if found.path == self._path:
            self._found = found
            self._say()

    def _refuse(self, refusal: Refusal) -> None:
        from altdesk.services.restoring import BackupLocked

        self.about.setText("")
        if isinstance(refusal, BackupLocked):
            self.about.setText(self._shell.say.refusal(refusal))
            self._ask_secret()
            return
        self.refusal.setText(breakable(self._shell.say.refusal(refusal)))
        self.refusal.show()

    def _ask_secret(self) -> None:
        """Open the copy with the passphrase it was made with."""
        if (path := self._path) is None:
            return

        def look(keys: Keys | None) -> None:
            if path == self._path:
                self.look_into(path, keys)

        self.secret.ask(path, N_("Look into it"), look)

    def _say(self) -> None:
        found, say = self._found, self._shell.say
        self.refusal.hide()
        self.question.hide()
        for part in (self.holds, self.last, self.restore_button):
            part.setVisible(found is not None)
        if found is None:
            self.title.setText("")
            self.about.setText(say(N_("Choose a copy to see what it holds.")))
            return
        said = found.manifest
        self.title.setText(say(N_("Backup copy of %(day)s"), day=clock(said.made_at)))
        self.about.setText(f"{say(REASON_NAMES[said.reason])}  ·  {said.program}\n{breakable(str(found.path))}")
        self.holds.say_sentence(*self._checked(found))
        held = [(name, said.counts[table]) for table, name in TABLE_NAMES.items() if said.counts.get(table)]
        held.append((N_("Attached files"), len(said.contents)))
        self.counts.show_lines([Holds(at, say(name), count) for at, (name, count) in enumerate(held)])
        self.steps.show_lines([
            Newest(at, clock(each.at), say(each.label, **each.values)) for at, each in enumerate(found.newest)
        ])
        self.last.say_sentence("")
        self.last.setVisible(bool(found.newest))

    def _checked(self, found: Look) -> tuple[str, Tone]:
        say = self._shell.say
        if found.missing:
            sentence = N_("The records are whole, but attached files cannot be had from here: %(count)d")
            return say(sentence, count=found.missing), Tone.WAIT
        if found.lost:
            sentence = N_("The copy is whole. Attached files that were lost before it was made: %(count)d")
            return say(sentence, count=found.lost), Tone.WAIT
        return say(N_("Every byte was checked: the copy is whole.")), Tone.GOOD

    def _ask_first(self) -> None:
        self.question.show()
        self.restore_button.hide()
        self.yes_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _do_it(self) -> None:
        if self._path is not None and self._found is not None:
            self._restore(self._path, bool(self._found.missing), self._keys)

    def _question(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("notice")
        set_look(bar, "tone", Tone.WAIT.value)
        text = QLabel(wordWrap=True)
        sentence = N_(
            "The desk will be as it was in this copy; nothing is mixed. What is there now is kept as a copy first, so"
            " you can go back."
        )
        self._shell.words(text, text=sentence)
        self.yes_button = button(self._shell, N_("Restore"), self._do_it)
        self.no_button = button(self._shell, N_("Cancel"), self._leave_question)
        set_look(self.yes_button, "look", "primary")
        set_look(self.no_button, "look", "quiet")
        column = QVBoxLayout(bar)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(text)
        column.addLayout(button_row((self.yes_button, self.no_button)))
        bar.hide()
        return bar

    def _leave_question(self) -> None:
        self.question.hide()
        self.restore_button.show()
        self.restore_button.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("panel")
        within = QVBoxLayout(inside)
        within.setContentsMargins(2 * GRID, 0, 2 * GRID, 2 * GRID)
        within.setSpacing(GRID)
        for widget in (self.about, self.secret, self.refusal, self.holds, self.last):
            within.addWidget(widget)
        within.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        foot.addWidget(self.question)
        foot.addLayout(button_row((self.restore_button,)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._head.setContentsMargins(2 * GRID, 2 * GRID, GRID, 0)
        column.addLayout(self._head)
        column.addWidget(Downward(inside), 1)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.question.isVisible():
            self._leave_question()
        else:
            self.closed.emit()


def _counted() -> tuple[Column, ...]:
    return (
        Column("name", N_("Records"), 240, lambda held: held.name),
        Column("count", N_("How many"), 100, lambda held: str(held.count), Align.RIGHT),
    )


def _told() -> tuple[Column, ...]:
    return (
        Column("at", N_("When"), 130, lambda step: step.at),
        Column("label", N_("Step"), 260, lambda step: step.label),
    )
