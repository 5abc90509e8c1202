"""The part of the settings that keeps strangers out: the switch of encryption, the passphrase, the idle lock."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from altdesk.domain import passphrases
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.settings import S
from ui.fields import Field
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, Tone, set_tone
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import SmallForm, button, button_row
from ui.widgets.secret import SecretInput
from ui.widgets.unlock_screen import NEW_FIELDS
from ui.work import Room

OFF = N_(
    "Whoever takes this computer or copies its folder can read everything. An encrypted desk opens only with its"
    " passphrase, and so do its backup copies."
)
ON = N_("The desk and its backup copies open only with the passphrase or with the recovery sheet.")
WARNING = N_(
    "Without the passphrase and the recovery sheet nobody can open the desk, not even those who look after the"
    " program. The sheet is shown when the desk is encrypted: print it and put it away safely. Copies that were put on"
    " a stick before stay readable: make a new one and delete them."
)
READABLE = N_("Everything will be readable again for whoever takes this computer or a copy of its folder.")
NEW_SHEET = N_("The old recovery sheet will open only older backup copies.")
MINUTES = (0, 5, 10, 15, 30, 60)


class Protection(QScrollArea):
    """What it shows is asked of the folders whenever it is shown."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.switch, self.about = QCheckBox(), QLabel(wordWrap=True)
        self.switch.setMinimumHeight(FIELD_HEIGHT)
        shell.words(self.switch, text=N_("Encrypt the desk with a passphrase"))
        shell.words(self.switch, name=N_("Encrypt the desk with a passphrase"))
        self.switch.clicked.connect(lambda _checked=False: self._switched())
        set_tone(self.about, Tone.QUIET)
        self.form = SmallForm(shell, (Field("passphrase", N_("Passphrase of the desk"), make=SecretInput), *NEW_FIELDS))
        self.form.closed.connect(self.refresh)
        self.change_button = button(shell, N_("Change the passphrase…"), self._change, "key-outline")
        self.sheet_button = button(shell, N_("New recovery sheet…"), self._new_sheet, "printer-outline")
        self.lock_button = button(
            shell, N_("Lock now"), lambda: shell.lock(), "lock-outline", N_("Cover the window (Ctrl+Shift+L)")
        )
        self.after = self._after()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show whether the desk is encrypted."""
        on = self._shell.folders.keys is not None
        self.switch.setChecked(on)
        self._shell.words(self.about, text=ON if on else OFF)
        for widget in (self.more, self.after_label, self.after):
            widget.setVisible(on)

    def _switched(self) -> None:
        if self._shell.folders.keys is None:
            self.form.say_above(self._shell.say(WARNING))
            self.form.open_form(N_("Encrypt the desk"), self._encrypt, new="", again="")
        else:
            self.form.say_above(self._shell.say(READABLE))
            self.form.open_form(N_("Turn encryption off"), self._decrypt, passphrase="")

    def _encrypt(self, values: dict[str, Any]) -> None:
        try:
            checked = passphrases.checked(values["new"], values["again"])
        except Refusal as refusal:
            self.form.refuse(refusal)
            return
        self.form.hide()
        self._shell.encrypt(checked)

    def _decrypt(self, values: dict[str, Any]) -> None:
        folders = self._shell.folders

        def allowed() -> object:
            from altdesk.services import encryption

            return encryption.unlock(folders, values["passphrase"])

        self._shell.work.do(allowed, lambda _keys: self._shell.decrypt(), self.form.refuse, room=Room.FILES)

    def _change(self) -> None:
        self.form.say_above("")
        self.form.open_form(N_("Change the passphrase"), self._changed, passphrase="", new="", again="")

    def _changed(self, values: dict[str, Any]) -> None:
        folders = self._shell.folders

        def change() -> None:
            from altdesk.services import encryption

            passphrase, new, again = values["passphrase"], values["new"], values["again"]
            encryption.change(folders, lambda: encryption.unlock(folders, passphrase), new, again)

        def done(_nothing: None) -> None:
            self.form.close_form()
            self._shell.messages.tell(N_("The passphrase is changed. The recovery sheet stays as it is."))

        self._shell.work.do(change, done, self.form.refuse, room=Room.FILES)

    def _new_sheet(self) -> None:
        self.form.say_above(self._shell.say(NEW_SHEET))
        self.form.open_form(N_("Make a new recovery sheet"), self._sheet_made, passphrase="")

    def _sheet_made(self, values: dict[str, Any]) -> None:
        folders = self._shell.folders

        def make() -> str:
            from altdesk.services import encryption

            return encryption.new_recovery(folders, encryption.unlock(folders, values["passphrase"]))

        def done(recovery: str) -> None:
            self.form.close_form()
            self._shell.show_recovery(recovery)

        self._shell.work.do(make, done, self.form.refuse, room=Room.FILES)

    def _after(self) -> ChoiceInput:
        shell = self._shell
        never = N_("Never")
        choice = ChoiceInput(
            lambda: [
                (each, shell.say(N_("%(count)d min"), count=each) if each else shell.say(never)) for each in MINUTES
            ]
        )
        choice.set_value(shell.settings.get(S.lock_after))
        shell.words.switched.connect(choice.say_again)
        shell.words(choice, name=N_("Lock when nobody has used it for"))
        self.after_label = QLabel()
        self.after_label.setBuddy(choice)
        shell.words(self.after_label, text=N_("Lock when nobody has used it for"))

        def chosen() -> None:
            shell.settings.set(S.lock_after, choice.value())
            shell.watch_idle()

        choice.changed.connect(chosen)
        return choice

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self.more = QWidget()
        self.more.setLayout(button_row((self.change_button, self.sheet_button, self.lock_button)))
        for widget in (self.switch, self.about, self.form, self.more, self.after_label):
            column.addWidget(widget)
        column.addWidget(self.after, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
