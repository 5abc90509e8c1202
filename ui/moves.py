"""Undo and redo as the window does them: a step moved in the desk's room, and the sentence that tells of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from ui.messages import StepName
from ui.shell import Shell

if TYPE_CHECKING:
    from altdesk.desk import Changed, Desk


class Moves:
    """Moves along the journal of the desk."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._sentence = ""  # of the move that is under way

    def undo(self) -> None:
        self._move(N_("Taken back: %(step)s"), lambda desk: desk.undo())

    def redo(self) -> None:
        self._move(N_("Made again: %(step)s"), lambda desk: desk.redo())

    def tell(self, changed: Changed) -> None:
        """Say in the status line what the desk has done: a step, or one moved."""
        if self._sentence:
            self._shell.messages.tell(self._sentence, step=StepName(self._shell.say, changed))
        else:
            self._shell.messages.step(changed)
        self._sentence = ""

    def _move(self, sentence: str, move: Callable[[Desk], Changed | None]) -> None:
        desk = self._shell.opened
        if desk is None:
            return

        def begin() -> Changed | None:
            return move(desk)

        def done(changed: Changed | None) -> None:
            self._sentence = ""
            if changed is None:
                self._shell.messages.tell(N_("There is no step to move."))

        def failed(refusal: Refusal) -> None:
            self._sentence = ""
            self._shell.messages.refuse(refusal)

        self._sentence = sentence
        self._shell.work.do(begin, done, failed, label=N_("Moving a step"))
