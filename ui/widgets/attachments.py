"""The files of a record: attached by choosing or dropping, opened, saved elsewhere, taken off again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from altdesk.desk import Changed, Desk
from altdesk.domain.attachments import ROLE_NAMES, Attachment, Role
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.files import Tell
from altdesk.services import attachments
from altdesk.settings import S
from ui.columns import Align, Column
from ui.shell import Shell
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import Part, Then, button, button_row
from ui.widgets.short_table import ShortTable
from ui.work import Progress, Room

OPEN_TO_READ = N_("For the other program the file lies decrypted until altdesk is closed.")
KB, MB = 1024, 1024 * 1024
Attach = Callable[[Desk, int, Path, Role, Tell], Changed]
Remove = Callable[[Desk, int], Changed]


def size_text(size: int) -> str:
    """A size as people say it."""
    return f"{size / MB:.1f} MB" if size >= MB else f"{max(1, round(size / KB))} KB"


class Attachments(Part):
    """Below a record's fields. `saved(then)` saves what is typed in them first.

    `attach` and `remove` are the user verbs of the area, with its own rules; without `attach` the general ones hold.
    """

    def __init__(
        self,
        shell: Shell,
        owner: str,
        saved: Callable[[Then], None],
        roles: Sequence[Role] = (Role.SCAN, Role.ORIGINAL, Role.FILE),
        *,
        title: str = N_("Files"),
        attach: Attach | None = None,
        remove: Remove = attachments.remove,
    ) -> None:
        super().__init__(shell, title)
        self._owner, self._saved = owner, saved
        self._attach: Attach = attach or self._attach_to_owner
        self._remove = remove
        self._owner_id: int | None = None
        self.setAcceptDrops(True)
        columns = (
            Column("name", N_("Name"), 220, lambda file: file.name),
            Column("role", N_("What it is"), 130, lambda file: shell.say(ROLE_NAMES[file.role])),
            Column("size", N_("Size"), 80, lambda file: size_text(file.size), Align.RIGHT),
        )
        self.table = ShortTable(shell, f"files {owner}", columns, 5)
        shell.words(self.table, name=title)
        self.role = ChoiceInput(lambda: [(role, shell.say(ROLE_NAMES[role])) for role in roles])
        self.role.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        shell.words(self.role, name=N_("What it is"))
        shell.words.switched.connect(self.role.say_again)
        self.add_button = button(shell, N_("Attach a file…"), self.choose, "paperclip", N_("Or drop the file here."))
        self.open_button = button(shell, N_("Open"), self.open_file, "open-in-new")
        self.export_button = button(shell, N_("Save a copy…"), self.export, "content-save-outline")
        self.remove_button = button(shell, N_("Remove"), self.remove, "trash-can-outline")
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.role, self.add_button)))
        self.column.addLayout(button_row((self.open_button, self.export_button, self.remove_button)))
        self.table.selection_changed.connect(self._show_possible)
        self.table.activated_id.connect(lambda _id: self.open_file())
        self.table.insert_wanted.connect(self.choose)
        self.table.delete_wanted.connect(self.remove)
        shell.words.switched.connect(self._say)

    def show_record(self, owner_id: int) -> None:
        """Show the files of one record."""
        if self._owner_id != owner_id:
            self.table.clearSelection()
        self._owner_id = owner_id
        desk, owner = self.shell.desk, self._owner
        self.shell.work.do(lambda: attachments.of(desk, owner, owner_id), self._show, topic=f"files-{id(self)}")

    @property
    def filled(self) -> bool:
        """Whether something is attached."""
        return not self.table.isHidden()

    def attach_file(self, source: Path) -> None:
        """Attach a file of this path as what is chosen beside the button."""
        desk, number, role, progress = self.shell.desk, self._owner_id, self.role.value(), Progress()
        if number is None:
            return
        copy = partial(self._attach, desk, number, source, role, progress.tell)

        def start() -> None:
            self.shell.work.do(
                copy,
                lambda _changed: self._again(),
                label=N_("Attaching the file"),
                room=Room.RENDER,
                progress=progress,
            )

        self._saved(start)

    def choose(self) -> None:
        """Ask for a file and attach it."""
        settings = self.shell.settings
        chosen, _ = QFileDialog.getOpenFileName(self, self.shell.say(N_("Attach a file")), settings.get(S.last_folder))
        if chosen:
            settings.set(S.last_folder, str(Path(chosen).parent))
            self.attach_file(Path(chosen))

    def open_file(self) -> None:
        """Show the selected file in the program that the system has for it."""
        number, desk = self.table.current_id, self.shell.desk
        if number is not None:
            copy = partial(attachments.open_copy, desk, number)
            self.shell.work.do(copy, self._show_copy, label=N_("Opening the file"), room=Room.RENDER)

    def export(self) -> None:
        """Write the selected file where the person says."""
        file, desk, settings = self.table.current_line(), self.shell.desk, self.shell.settings
        if not isinstance(file, Attachment):
            return
        start = str(Path(settings.get(S.last_folder) or Path.home()) / file.name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.shell.say(N_("Save a copy")), start)
        if chosen:
            progress = Progress()
            write = partial(attachments.export, desk, file.id, Path(chosen), progress.tell)
            self.shell.work.do(
                write, self._saved_copy, label=N_("Saving the file"), room=Room.RENDER, progress=progress
            )

    def remove(self) -> None:
        """Take the selected file off the record; undo brings it back."""
        number, desk = self.table.current_id, self.shell.desk
        if number is not None:
            self.shell.work.do(partial(self._remove, desk, number), lambda _changed: self._again())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attach_file(Path(url.toLocalFile()))
        event.accept()

    # inside

    def _beside(self, work: Callable[[], Any], then: Callable[[Any], None], label: str, progress: Progress) -> None:
        """Long work with bytes: not in the desk's room, where it would hold up everything else."""
        self.shell.work.do(work, then, label=label, room=Room.RENDER, progress=progress)

    def _attach_to_owner(self, desk: Desk, owner_id: int, source: Path, role: Role, tell: Tell) -> Changed:
        return attachments.attach(desk, self._owner, owner_id, source, role, tell=tell)

    def _again(self) -> None:
        if self._owner_id is not None:
            self.show_record(self._owner_id)

    def _show(self, files: Sequence[Attachment]) -> None:
        self.table.show_lines(files)
        self.table.setVisible(bool(files))
        self._say()
        self._show_possible()

    def _say(self) -> None:
        nothing = self.shell.say(N_("Nothing is attached yet."))
        self.say_sentence(nothing if self.table.isHidden() else "")

    def _show_possible(self) -> None:
        for each in (self.open_button, self.export_button, self.remove_button):
            each.setVisible(not self.table.isHidden())
            each.setEnabled(self.table.selected_count() == 1)

    def _show_copy(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            sentence = N_("No program on this computer opens %(name)s. Save a copy and open it there.")
            self.shell.messages.refuse(Refusal(sentence, name=path.name))
        elif self.shell.folders.keys is not None:
            self.shell.messages.tell(OPEN_TO_READ)

    def _saved_copy(self, path: Path) -> None:
        self.shell.messages.tell(N_("Saved: %(file)s"), file=str(path))
