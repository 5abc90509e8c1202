"""The screen over the whole window of a locked desk: its passphrase, or the recovery key and a new passphrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.fields import Field, FieldBox
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, SEMIBOLD, TITLE_POINTS, Tone, set_look, set_tone, set_type
from ui.widgets.copied import CopiedLabel
from ui.widgets.middle import MiddleScreen
from ui.widgets.parts import button, button_row
from ui.widgets.secret import SecretInput

LOCKED = N_("The desk is locked")
TYPE_IT = N_("Type the passphrase of the desk to go on.")
TYPE_KEY = N_(
    "Type the recovery key from the printed sheet, letter by letter, and choose a new passphrase. Without the"
    " passphrase and the sheet nobody can open the desk."
)
NEW_FIELDS = (
    Field("new", N_("New passphrase"), hint=N_("At least 10 characters; a few words are best."), make=SecretInput),
    Field("again", N_("The same once more"), make=SecretInput),
)
FIELDS = (
    Field("passphrase", N_("Passphrase"), make=SecretInput),
    Field("recovery", N_("Recovery key"), hint=N_("Six groups of five, in Latin letters and digits.")),
    *NEW_FIELDS,
)


@dataclass(frozen=True, repr=False)
class Typed:
    """What was typed: the passphrase, or the recovery key with a new passphrase twice."""

    passphrase: str
    recovery: str = ""
    new: str = ""
    again: str = ""


class UnlockScreen(MiddleScreen):
    """Nothing of the desk is on it. `unlock` gets what was typed and answers by `refuse` or by taking it away."""

    widest = 520

    def __init__(self, shell: Shell, unlock: Callable[[Typed], None], close: Callable[[], None]) -> None:
        super().__init__()
        self._shell, self._unlock = shell, unlock
        self.recovering = False
        self.title, self.text, self.where = QLabel(wordWrap=True), QLabel(wordWrap=True), CopiedLabel(shell.words)
        self._icon = QLabel()
        self._icon.setPixmap(pixmap("lock-outline", Tone.ACCENT, 48, self.devicePixelRatioF()))
        set_type(self.title, TITLE_POINTS, SEMIBOLD)
        set_tone(self.where, Tone.QUIET)
        self.boxes = {field.key: FieldBox(field, shell) for field in FIELDS}
        self.open_button = button(shell, N_("Open"), self.run)
        set_look(self.open_button, "look", "primary")
        self.other_button: QPushButton = button(shell, N_("I forgot the passphrase"), self._other)
        self.close_button = button(shell, N_("Close the program"), close)
        for quiet in (self.other_button, self.close_button):
            set_look(quiet, "look", "quiet")
        shell.words(self.title, text=LOCKED)
        shell.words(self, name=LOCKED)
        self._lay_out()
        self.begin()

    def begin(self) -> None:
        """Ask anew: nothing stands in the fields."""
        self._show(recovering=False)

    def run(self) -> None:
        values = {key: box.input.value() for key, box in self.boxes.items()}
        for box in self.boxes.values():
            box.refuse(None)
        self.set_busy(busy=True)
        self._unlock(Typed(**values))

    def refuse(self, refusal: Refusal) -> None:
        """Say under its field why it does not open."""
        self.set_busy(busy=False)
        box = self.boxes.get(refusal.field, self.boxes["recovery" if self.recovering else "passphrase"])
        box.refuse(refusal)
        box.input.setFocus(Qt.FocusReason.TabFocusReason)
        line = box.input.line if isinstance(box.input, SecretInput) else box.input
        line.selectAll()

    def set_busy(self, *, busy: bool) -> None:
        """A passphrase is being tried."""
        for widget in (*self.boxes.values(), self.open_button, self.other_button):
            widget.setEnabled(not busy)

    def _other(self) -> None:
        self._show(recovering=not self.recovering)

    def _show(self, *, recovering: bool) -> None:
        self.recovering = recovering
        self.set_busy(busy=False)
        for key, box in self.boxes.items():
            box.set_value("")
            box.setVisible((key == "passphrase") != recovering)
        words = self._shell.words
        words(self.text, text=TYPE_KEY if recovering else TYPE_IT)
        other = N_("I know the passphrase") if recovering else N_("I forgot the passphrase")
        words(self.other_button, text=other, name=other)
        self.where.show_text(str(self._shell.folders.data))
        self.fit()
        self.boxes["recovery" if recovering else "passphrase"].input.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            elif self.open_button.isEnabled():
                self.run()
        elif event.key() == Qt.Key.Key_Escape and self.recovering:
            self._other()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for widget in (self._icon, self.title, self.text, *self.boxes.values()):
            column.addWidget(widget)
        column.addLayout(button_row((self.open_button, self.other_button, self.close_button)))
        column.addWidget(self.where)
        self.stand(inside, (self.title, self.text, self.where))
