"""Work beside the window: one thread for the desk, one for small files, a pool for papers; answers come back here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from altdesk.domain.errors import Refusal
from altdesk.domain.troubles import DeskTrouble

T = TypeVar("T")
SHOW_AFTER_MS = 300

log = logging.getLogger("altdesk.ui")


class Cancelled(Exception):
    """The person stopped the work; everything it did is rolled back by whoever opened the step."""


class Room(Enum):
    """Where work is done."""

    DESK = "desk"  # one thread: reads and writes of the desk, in order
    FILES = "files"  # one thread: drafts and settings
    RENDER = "render"  # papers, exports, thumbnails


class Progress:
    """Given to long work: it tells how far it is, and learns here that it should stop."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.cancelled = False

    def tell(self, done: int, total: int = 0) -> None:
        """Say how far the work is. Raises Cancelled when the person has stopped it."""
        self.done, self.total = done, total
        if self.cancelled:
            raise Cancelled


class Job:
    """One piece of work on its way."""

    def __init__(
        self, label: str, topic: str, progress: Progress | None, stopped: Callable[[], None] | None = None
    ) -> None:
        self.label = label
        self.stopped = stopped
        self.topic = topic
        self.progress = progress
        self.dropped = False
        self.future: Future[None] | None = None

    @property
    def cancellable(self) -> bool:
        return self.progress is not None

    def cancel(self) -> None:
        if self.progress is not None:
            self.progress.cancelled = True


class Work(QObject):
    """Does functions elsewhere and calls back in the window's thread."""

    changed = Signal()  # what `showing` answers may be different now
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rooms: dict[Room, ThreadPoolExecutor] = {}
        self._jobs: list[Job] = []
        self._slow: list[Job] = []
        self.on_refusal: Callable[[Refusal], None] = lambda _refusal: None
        self.on_trouble: Callable[[DeskTrouble], object] = lambda _trouble: None
        self.on_crash: Callable[[BaseException], None] = lambda error: log.error("work failed", exc_info=error)
        self._answered.connect(self._deliver)

    def do(
        self,
        func: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Refusal], None] | None = None,
        *,
        label: str = "",
        topic: str = "",
        room: Room = Room.DESK,
        progress: Progress | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job:
        """Run `func` in its room, then `then(answer)` here.

        A Refusal goes to `failed`, or to the message bar without one; any other exception to the crash window.
        Work with the same `topic` replaces what still waits and drops the answer of what already runs.
        `label` (a marked text) is shown in the status line when the work takes longer than 300 ms; with `progress`
        it can be stopped there, and then `stopped()` is called.
        """
        for older in [job for job in self._jobs if topic and job.topic == topic]:
            self.drop(older)
        job = Job(label, topic, progress, stopped)
        self._jobs.append(job)
        job.future = self._room(room).submit(self._run, job, func, then, failed)
        if label:
            QTimer.singleShot(SHOW_AFTER_MS, self, lambda: self._show(job))
        return job

    def drop(self, job: Job) -> None:
        """Nobody wants the answer any more."""
        job.dropped = True
        if job.future and job.future.cancel():
            self._forget(job)

    @property
    def idle(self) -> bool:
        return not self._jobs

    @property
    def showing(self) -> Job | None:
        """The work to show in the status line now."""
        return self._slow[-1] if self._slow else None

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Wait for what runs, drop what waits, and do `last` (closing the desk) in the desk's room."""
        for job in list(self._jobs):
            job.cancel()
            job.dropped = True
        if last is not None:
            self._room(Room.DESK).submit(last)
        for room in self._rooms.values():
            room.shutdown(wait=True, cancel_futures=False)
        self._rooms.clear()
        self._jobs.clear()
        self._slow.clear()

    def _room(self, room: Room) -> ThreadPoolExecutor:
        if room not in self._rooms:
            threads = 2 if room is Room.RENDER else 1
            self._rooms[room] = ThreadPoolExecutor(threads, thread_name_prefix=room.value)
        return self._rooms[room]

    def _run(self, job: Job, func: Callable[[], Any], then: Any, failed: Any) -> None:
        if job.dropped:
            self._answered.emit(job, None, None)
            return
        try:
            answer = func()
        except BaseException as error:  # every failure is told in the window's thread
            self._answered.emit(job, failed, error)
        else:
            self._answered.emit(job, then, _Answer(answer))

    def _deliver(self, job: Job, callback: Any, outcome: object) -> None:
        self._forget(job)
        if isinstance(outcome, Cancelled):
            if job.stopped is not None and not job.dropped:
                job.stopped()
            return
        if isinstance(outcome, Refusal):
            if not job.dropped:
                (callback or self.on_refusal)(outcome)
            if isinstance(outcome, DeskTrouble):
                self.on_trouble(outcome)
        elif isinstance(outcome, BaseException):
            self.on_crash(outcome)
        elif isinstance(outcome, _Answer) and callback is not None and not job.dropped:
            try:
                callback(outcome.value)
            except RuntimeError as error:
                if "already deleted" not in str(error):  # the asker's widget is gone: nobody wants the answer
                    raise

    def _forget(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        if job in self._slow:
            self._slow.remove(job)
        self.changed.emit()

    def _show(self, job: Job) -> None:
        if job in self._jobs and not job.dropped:
            self._slow.append(job)
            self.changed.emit()


class _Answer:
    """Wraps an answer, so that None and exceptions returned as values are answers too."""

    def __init__(self, value: object) -> None:
        self.value = value
