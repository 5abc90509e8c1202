"""What the window does by the clock while a desk is open: settings are saved, the days are caught up with."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ui.shell import Shell
from ui.work import Room

SAVE_SETTINGS_MS = 1500
HOUR_MS = 3_600_000
BREATH_MS = 50


class Clockwork(QObject):
    """Stands still until it is started."""

    leisure = Signal()  # the first page shows its data: what a start owes besides may begin

    def __init__(self, parent: QObject, shell: Shell) -> None:
        super().__init__(parent)
        self._shell = shell
        self._saver = QTimer(self, interval=SAVE_SETTINGS_MS)
        self._saver.timeout.connect(self._save_settings)
        self._hourly = QTimer(self, interval=HOUR_MS)
        self._hourly.timeout.connect(self._catch_up)
        self._breath = QTimer(self, singleShot=True, interval=BREATH_MS)
        self._breath.timeout.connect(self._look_for_leisure)
        self.leisure.connect(self._catch_up)

    def start(self) -> None:
        self._saver.start()
        self._hourly.start()
        self._breath.start()

    def _look_for_leisure(self) -> None:
        if self._shell.opened is None:
            return  # it is closed again; the next one that opens starts anew
        if self._shell.work.idle:
            self.leisure.emit()
        else:
            self._breath.start()

    def _save_settings(self) -> None:
        if self._shell.settings.changed:
            self._shell.work.do(self._shell.settings.save, room=Room.FILES)

    def _catch_up(self) -> None:
        """What the days bring by themselves; a window may stay open over midnight."""
        desk = self._shell.opened
        if desk is None:
            return

        def look() -> object:
            from altdesk.services import daily

            return daily.catch_up(desk)

        self._shell.work.do(look)
