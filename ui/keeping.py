"""Keeping copies of the desk from the window: every hour, by hand, and put back in the desk's place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.drafts import Drafts
from altdesk.settings import S
from ui.work import Cancelled, Progress, Room

if TYPE_CHECKING:
    from altdesk.closed import ClosedDesk
    from altdesk.desk import Desk
    from altdesk.domain.backups import Reminder
    from altdesk.sealing.keys import Keys
    from altdesk.services.backups import Outcome
    from altdesk.services.restoring import Restored, Saved
    from ui.window import Window

T = TypeVar("T")
HOUR_MS = 3_600_000


def close(desk: Desk) -> None:
    """Close the desk, in its room; when something changed a backup is made first."""
    from altdesk.services import backups

    backups.close(desk)


class Keeping(QObject):
    """Belongs to one window. `reopen` opens the desk of the window again."""

    def __init__(self, window: Window, reopen: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._shell, self._reopen = window, window.shell, reopen
        self._after_opening: Callable[[], None] | None = None
        self.refused: Refusal | None = None  # why the last restore did not work
        self._hourly = QTimer(self, interval=HOUR_MS)
        self._hourly.timeout.connect(self._by_itself)
        self._shell.close_desk, self._shell.back_up, self._shell.restore = close, self.back_up, self.restore
        self._reminds = False
        window.opened.connect(self._begin)
        window.clockwork.leisure.connect(self._look_around)

    def _begin(self) -> None:
        """The desk is open. What is due is said, unless there is something to say already."""
        self._hourly.start()
        said, self._after_opening = self._after_opening, None
        self._reminds = said is None and not self._shell.drafts.all()
        if said is not None:
            said()

    def _look_around(self) -> None:
        """Empty the bin of what lay there long enough, and remind of backups."""
        desk = self._shell.desk
        self._shell.work.do(lambda: _empty_bin(desk))
        if self._reminds:
            self._shell.work.do(lambda: _due(desk), self._remind)

    def _remind(self, due: tuple[Refusal | None, Reminder | None]) -> None:
        failed, reminder = due
        notice = partial(self._shell.messages.notice, verb=N_("Back up now…"), act=self.back_up)
        if failed is not None:
            why = self._shell.say.refusal(failed)
            notice(N_("No backup copy could be made when the program was closed. %(why)s"), why=why)
        elif reminder is not None and reminder.last is None:
            notice(N_("There is no backup copy outside this disk yet. Put one on a stick."))
        elif reminder is not None:
            notice(N_("The last backup copy outside this disk is %(days)d days old. Put one on a stick."),
                   days=reminder.days)  # fmt: skip

    def _by_itself(self) -> None:
        from altdesk.domain.backups import Reason
        from altdesk.services import backups

        if (desk := self._shell.opened) is not None:
            made = partial(backups.by_itself, desk, Reason.HOUR)
            self._shell.work.do(made, lambda _path: self._touched(), topic="backup", room=Room.RENDER)

    def back_up(self) -> None:
        """Ask for a folder or a stick and put a copy there that stands alone."""
        say, settings = self._shell.say, self._shell.settings
        start = settings.get(S.backup_folder) or settings.get(S.last_folder) or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self._window, say(N_("Where does the backup copy go?")), start)
        if chosen:
            self.back_up_to(Path(chosen))

    def back_up_to(self, folder: Path) -> None:
        """Put a copy that stands alone into a folder."""
        from altdesk.services import backups

        desk, progress = self._shell.desk, Progress()
        self._shell.work.do(
            lambda: backups.by_hand(desk, folder, progress.tell),
            self._tell,
            label=N_("Making the backup copy"),
            topic="backup by hand",
            room=Room.RENDER,
            progress=progress,
        )

    def _tell(self, made: Outcome) -> None:
        messages = self._shell.messages
        messages.quiet()
        messages.tell(N_("The backup copy is in %(file)s"), file=str(made.path))
        if made.lost:
            messages.notice(N_("The copy is made, but attached files are missing or damaged on the desk: %(count)s"),
                            count=made.lost)  # fmt: skip
        elif not made.outside:
            messages.notice(N_("The copy lies on the same disk as the desk. Put one on a stick too."))
        self._touched()

    def _touched(self) -> None:
        """Pages that show backups show them anew."""
        for page in self._window.pages.values():
            if "backup" in page.shows:
                page.stale = True
        page_now = self._window.page
        if page_now is not None and page_now.stale:
            page_now.refresh()
            page_now.stale = False

    def restore(self, path: Path, *, without_files: bool, keys: Keys | None = None) -> None:
        """Close the desk, put a copy in its place and open it again. Whatever goes wrong, the desk is opened again."""
        from altdesk.services import restoring

        def replace(closed: ClosedDesk, progress: Progress) -> Restored:
            return restoring.restore(closed, path, progress.tell, keys, without_files=without_files)

        def tell(restored: Restored) -> None:
            sentence = N_("The desk is as it was on %(day)s. What was there before is kept among the copies.")
            if restored.look.missing:
                sentence = N_("The desk is as it was on %(day)s; attached files that cannot be had: %(missing)d")
            day, missing = clock(restored.look.manifest.made_at), restored.look.missing
            self._shell.messages.notice(sentence, day=day, missing=missing)

        self.replace(replace, tell, N_("Restoring the desk"))

    def salvage(self) -> None:
        """Close the desk, put what can be read of it in its place and open it again."""
        from altdesk.services import restoring

        def replace(closed: ClosedDesk, progress: Progress) -> Saved:
            return restoring.salvage(closed, progress.tell)

        def tell(saved: Saved) -> None:
            sentence = N_("Rows saved: %(rows)d, lost: %(lost)d. The report is in %(file)s")
            outcome, file = saved.outcome, str(saved.report)
            self._shell.messages.notice(sentence, rows=outcome.rows, lost=outcome.lost, file=file)

        self.replace(replace, tell, N_("Saving what can be read"))

    def replace(
        self,
        work: Callable[[ClosedDesk, Progress], T],
        tell: Callable[[T], None],
        label: str,
        *,
        before: Callable[[T], None] = lambda _answer: None,
        stopped: str = N_("Nothing was restored."),
    ) -> None:
        """Close the desk, do something with its files and open it again; `before` opening, and `tell` after it, hear
        what came of it."""
        shell, progress = self._shell, Progress()
        desk, shell.opened = shell.opened, None
        self._hourly.stop()
        self._window.forget_pages()

        def replace() -> T | None:
            from altdesk.closed import ClosedDesk

            if desk is not None:
                desk.close()
            shell.settings.save()
            try:
                with ClosedDesk(shell.folders.data, shell.say, shell.folders.keys, without_keys=True) as closed:
                    return work(closed, progress)
            except Cancelled:
                return None

        def done(answer: T | None) -> None:
            shell.drafts = Drafts(shell.folders.drafts, shell.folders.keys)
            if answer is None:
                self._open_again(lambda: shell.messages.tell(stopped))
            else:
                before(answer)
                self._open_again(lambda: tell(answer))

        def failed(refusal: Refusal) -> None:
            self._open_again(lambda: shell.messages.refuse(refusal), refusal)

        shell.work.do(replace, done, failed, label=label, progress=progress)

    def _open_again(self, then: Callable[[], None], refusal: Refusal | None = None) -> None:
        """Open the desk and say what came of it; where it cannot be opened, `refusal` is not lost."""
        self._after_opening, self.refused = then, refusal
        self._reopen()


def _empty_bin(desk: Desk) -> None:
    from altdesk.services import bin as bin_service

    bin_service.empty_old(desk)


def _due(desk: Desk) -> tuple[Refusal | None, Reminder | None]:
    from altdesk.services import backups

    return backups.failed_at_close(desk), backups.outside_due(desk)
