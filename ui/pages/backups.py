"""Backup copies: those the program makes by itself, one by hand for a stick, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from altdesk.domain.backups import REASON_NAMES, Kept, Reason
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.i18n import Translator
from altdesk.services import backups, restoring
from altdesk.services.restoring import State as Found
from altdesk.settings import S
from ui.actions import Action
from ui.columns import Align, Column, ListQuery, RowSource, State, WholeList
from ui.listpage import FOLLOW_MS, ListPage
from ui.shell import Shell
from ui.theme import Tone
from ui.troubles import COPIES
from ui.widgets.copy_panel import CopyPanel
from ui.widgets.empty import Empty
from ui.work import Progress, Room

DAMAGED = State("alert-circle-outline", N_("Damaged"), Tone.BAD)
OTHER_KEY = State("lock-outline", N_("Opens with another passphrase"), Tone.WAIT)
_ICONS = {
    Reason.CLOSE: "power",
    Reason.HOUR: "clock-outline",
    Reason.UPGRADE: "arrow-up-bold-circle-outline",
    Reason.RESTORE: "backup-restore",
    Reason.HAND: "hand-back-right-outline",
    Reason.SWITCH: "lock-outline",
}
REASONS = {reason: State(_ICONS[reason], name) for reason, name in REASON_NAMES.items()}


@dataclass(frozen=True)
class CopyLine:
    """A copy as a row of the list."""

    id: int
    kept: Kept


class BackupsPage(ListPage):
    """The copies of the desk."""

    key = "backups"
    title = N_("Backup copies")
    shows = frozenset({"backup"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.copy = CopyPanel(shell, lambda path, without, keys: shell.restore(path, without_files=without, keys=keys))
        self.copy.closed.connect(self.close_panel)
        self._soon = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._soon.timeout.connect(self._show_current)
        self.table.current_id_changed.connect(lambda _number: self._soon.start())
        self.table.activated_id.connect(lambda _number: self._open_panel())
        self.show_panel(self.copy)

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("at", N_("Made on"), 155, lambda line: clock(line.kept.made_at), sort="at"),
            Column("why", N_("Why"), 280, state=lambda line: _state(line.kept)),
            Column("size", N_("Size"), 90, lambda line: _mb(say, line.kept.size), Align.RIGHT, sort="size"),
        )

    def primary(self) -> Action:
        return Action("back_up", N_("Back up now…"), lambda: self.shell.back_up(), "content-save-outline")

    def more(self) -> Sequence[Action]:
        return (
            Action("look", N_("Look into another copy…"), self.choose_file, "folder-open-outline"),
            Action("verify", N_("Check the desk now"), self.verify, "shield-check-outline"),
            Action("handover", N_("Hand the desk over…"), self.hand_over, "account-switch-outline"),
            Action("folder", N_("Open the folder of the copies"), self._open_folder, "folder-outline"),
        )

    def source(self) -> RowSource:
        return WholeList(
            self._lines, orders={"at": lambda line: line.kept.made_at, "size": lambda line: line.kept.size}
        )

    def query(self) -> ListQuery:
        return ListQuery(sort="at", descending=True)

    def state(self, say: Translator) -> str:
        at = self.shell.settings.get(S.outside_backup).get("at", "")
        try:
            day = clock(datetime.fromisoformat(str(at)))
        except ValueError:
            return say(N_("There is no copy outside this disk yet."))
        return say(N_("The last copy outside this disk was made on %(day)s."), day=day)

    def empty_state(self) -> Empty:
        sentence = N_(
            "The program keeps copies here by itself, every hour and when it is closed. Put one on a stick as well:"
            " this disk may fail."
        )
        return Empty("content-save-outline", sentence, N_("Back up now…"), lambda: self.shell.back_up())

    def new(self) -> None:
        self.shell.back_up()

    def choose_file(self) -> None:
        """Ask for a copy that lies elsewhere, and look into it."""
        say, settings = self.shell.say, self.shell.settings
        start = settings.get(S.backup_folder) or str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, say(N_("Which copy?")), start, COPIES)
        if chosen:
            settings.set(S.backup_folder, str(Path(chosen).parent))
            self.look_into(Path(chosen))

    def look_into(self, path: Path) -> None:
        """Show what a copy holds, wherever it lies."""
        self._soon.stop()
        self.show_panel(self.copy)
        self.copy.look_into(path)

    def verify(self) -> None:
        """Read everything the desk holds and say whether it is whole."""
        folders, progress = self.shell.folders, Progress()
        self.shell.work.do(
            lambda: restoring.verify(folders, progress.tell),
            self._tell_state,
            label=N_("Checking the desk"),
            room=Room.RENDER,
            progress=progress,
        )

    def hand_over(self) -> None:
        """Ask where the act for a successor goes, write it there as paper and workbook, and show it."""
        say, settings = self.shell.say, self.shell.settings
        start = settings.get(S.last_folder) or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, say(N_("Where does the act for the successor go?")), start)
        if chosen:
            settings.set(S.last_folder, chosen)
            self.hand_over_to(Path(chosen))

    def hand_over_to(self, folder: Path) -> None:
        """Write what a successor must accept into a folder, and show it."""
        from altdesk.forms.form import Option
        from altdesk.services import succession
        from altdesk.services.papers import succession as papers
        from ui.preview import printable

        desk, title = self.shell.desk, self.shell.say(N_("Act for the successor"))

        def done(made: succession.HandedOver) -> None:
            self.shell.messages.tell(N_("The act for the successor is in %(file)s, beside it the workbook."),
                                     file=str(made.paper))  # fmt: skip
            pages = frozenset({Option.PAGES})
            self.show_paper(printable(desk, title, lambda: papers.succession(desk), pages))

        self.shell.work.do(
            lambda: succession.hand_over(desk, folder), done, label=N_("Printing the act"), room=Room.RENDER
        )

    def _tell_state(self, found: Found) -> None:
        messages = self.shell.messages
        if found.faults:
            messages.notice(N_("The desk is damaged. Restore the newest copy that is whole."))
        elif found.damaged:
            messages.notice(N_("%(count)d of %(total)d attached files are missing or damaged. Restore a copy."),
                            count=len(found.damaged), total=found.contents)  # fmt: skip
        else:
            messages.tell(N_("The desk is whole; attached files read: %(count)d"), count=found.contents)

    def _lines(self, query: ListQuery) -> list[CopyLine]:
        del query
        every = backups.kept(self.shell.desk)
        return [CopyLine(number, kept) for number, kept in enumerate(every, 1)]

    def _open_panel(self) -> None:
        self.show_panel(self.copy)
        self._show_current()
        self.copy.restore_button.setFocus()

    def _show_current(self) -> None:
        number = self.table.current_id
        line = self.table.rows.line_at(self.table.currentIndex().row()) if number is not None else None
        if isinstance(line, CopyLine) and self.panel_open and line.kept.path != self.copy.path:
            self.copy.look_into(line.kept.path)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.shell.folders.backups)))


def _state(kept: Kept) -> State:
    if kept.damaged:
        return DAMAGED
    return OTHER_KEY if kept.locked else REASONS[kept.reason]


def _mb(say: Translator, size: int) -> str:
    return say(N_("%(size)s MB"), size=f"{size / (1 << 20):.1f}".replace(".", "," if say.language != "en" else "."))
