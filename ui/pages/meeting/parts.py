"""The parts of a meeting one at a time: head, attendance, an item, files, what is offered, versions, or a paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from altdesk.desk import Changed, Desk
from altdesk.domain.attachments import Role
from altdesk.domain.minutes import Minutes
from altdesk.domain.minutes_lists import Offer
from altdesk.files import Tell
from altdesk.services import minutes as minutes_service
from ui.pages.meeting import looks
from ui.pages.meeting.attendance import Attendance
from ui.pages.meeting.head import HeadEditor
from ui.pages.meeting.item import ItemEditor
from ui.pages.meeting.offered import Offered
from ui.pages.meeting.papers import paper_of
from ui.pages.meeting.versions import Versions
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.attachments import Attachments

if TYPE_CHECKING:
    from ui.preview import Preview


class Parts(QStackedWidget):
    """What the outline speaks of; the same place always."""

    paper_closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._preview: Preview | None = None
        self.head_editor, self.attendance, self.item_editor = HeadEditor(shell), Attendance(shell), ItemEditor(shell)
        self.files = Attachments(shell, "minutes", lambda then: then(), (Role.SCAN, Role.PHOTO, Role.FILE),
                                 attach=_attach, remove=minutes_service.detach)  # fmt: skip
        self.versions, self.offered = Versions(shell), Offered(shell)
        self._files_card = QFrame()
        files = QVBoxLayout(self._files_card)
        files.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        files.addWidget(self.files)
        files.addStretch(1)
        parts = (self.head_editor, self.attendance, self.item_editor, self.offered, self._files_card, self.versions)
        for part in parts:
            self.addWidget(part)

    def show_part(self, key: str, minutes: Minutes, offers: list[Offer]) -> None:
        """Show a part as the minutes are now."""
        item = looks.item_of(key)
        if item is not None:
            self.item_editor.show_item(minutes, item)
            self.setCurrentWidget(self.item_editor)
        elif key == looks.ATTENDANCE:
            self.attendance.show_minutes(minutes)
            self.setCurrentWidget(self.attendance)
        elif key == looks.FILES:
            self.files.show_record(minutes.id)
            self.setCurrentWidget(self._files_card)
        elif key == looks.OFFERED:
            self.offered.show_offers(minutes, offers)
            self.setCurrentWidget(self.offered)
        elif key == looks.VERSIONS:
            self.versions.show_minutes(minutes)
            self.setCurrentWidget(self.versions)
        else:
            self.head_editor.show_minutes(minutes)
            self.setCurrentWidget(self.head_editor)

    def forget_typed(self) -> None:
        """What is shown next is no record an editor was on."""
        for editor in (self.head_editor, self.item_editor):
            editor.active = False

    @property
    def editor(self) -> HeadEditor | ItemEditor | None:
        """The editor that is shown, if one is."""
        shown = self.currentWidget()
        return shown if isinstance(shown, HeadEditor | ItemEditor) else None

    def show_paper(self, minutes: Minutes, which: str, part: str) -> None:
        """A paper of the meeting beside its options; of an item, an extract is of the point one stands on."""
        from ui.preview import Preview

        if self._preview is None:
            self._preview = Preview(self._shell)
            self._preview.closed.connect(self.paper_closed)
            self.addWidget(self._preview)
        point = self.item_editor.point if looks.item_of(part) is not None else ""
        self._preview.show_paper(paper_of(self._shell, minutes, which, point))
        self.setCurrentWidget(self._preview)

    def print_shown(self, otherwise: Callable[[], None]) -> None:
        """Print the paper that is shown; without one do something else."""
        if self._preview is not None and self.currentWidget() is self._preview:
            self._preview.print_paper()
        else:
            otherwise()


def _attach(desk: Desk, minutes_id: int, source: Path, role: Role, tell: Tell) -> Changed:
    return minutes_service.attach(desk, minutes_id, source, role, tell=tell)
