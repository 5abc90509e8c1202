"""An audit binder from the window: where it goes is asked, it is made beside the window, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from altdesk.domain.academic_year import Period
from altdesk.domain.dates import short_day
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.domain.moments import wall
from altdesk.settings import S
from ui.shell import Shell
from ui.work import Progress, Room

if TYPE_CHECKING:
    from altdesk.services.binder import Bound, Wanted


class BinderMaker:
    """Belongs to a page."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell, self._page = shell, page
        self.menu: QMenu | None = None

    def choose_document(self, document_id: int) -> None:
        """Ask where the binder of a document goes, and make it."""
        from altdesk.services.binder import Wanted

        self._ask(Wanted(document_id=document_id))

    def choose_year(self) -> None:
        """Ask which academic year, then where."""
        from altdesk.services import binder

        self._shell.work.do(partial(binder.years, self._shell.desk), self._show_years)

    def _show_years(self, years: list[Period]) -> None:
        self.menu = QMenu(self._page)
        for year in years:
            made = self.menu.addAction(self._shell.say(N_("Academic year %(year)s"), year=year.name))
            made.triggered.connect(partial(self._choose, year))
        self.menu.popup(self._page.mapToGlobal(self._page.rect().center()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _choose(self, year: Period, _checked: bool = False) -> None:
        from altdesk.services.binder import Wanted

        self._ask(Wanted(year=year))

    def _ask(self, wanted: Wanted) -> None:
        from altdesk.services import binder

        self._shell.work.do(partial(binder.title, self._shell.desk, wanted), partial(self._save, wanted))

    def _save(self, wanted: Wanted, title: str) -> None:
        say, settings = self._shell.say, self._shell.settings
        folder = Path(settings.get(S.last_folder) or Path.home())
        start = str(folder / file_name(title, "pdf"))
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, say(N_("Save the audit binder; the attached files go beside it")), start, "PDF (*.pdf)"
        )
        if chosen:
            out = Path(chosen).with_suffix(".pdf")
            settings.set(S.last_folder, str(out.parent))
            self.make(wanted, out)

    def make(self, wanted: Wanted, out: Path, then: Callable[[Bound], None] | None = None) -> None:
        """Make the binder and, beside it, the archive of the attached files."""
        from altdesk.services import binder

        desk, progress = self._shell.desk, Progress()
        self._shell.work.do(
            lambda: binder.make(desk, wanted, out, out.with_suffix(".zip"), progress.tell),
            then or partial(self._tell, wanted),
            label=N_("Making the audit binder"),
            topic="binder",
            room=Room.RENDER,
            progress=progress,
        )

    def _tell(self, wanted: Wanted, made: Bound) -> None:
        messages = self._shell.messages
        if made.kept_at is not None:
            sentence = N_("%(file)s is the binder as it was printed on %(day)s. What was recorded since is not in it.")
            again = partial(self.make, replace(wanted, anew=True), made.file)
            day = short_day(wall(made.kept_at).date())
            messages.notice(sentence, verb=N_("Bind it anew"), act=again, day=day, file=str(made.file))
        elif made.unread:
            sentence = N_("The binder is in %(file)s. These scans could not be shown: %(names)s")
            messages.notice(sentence, file=str(made.file), names=", ".join(made.unread[:5]))
        else:
            messages.tell(N_("%(pages)d pages and %(files)d attached files are in %(folder)s"), pages=made.pages,
                          files=made.files, folder=str(made.file.parent))  # fmt: skip
