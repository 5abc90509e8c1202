"""Loading the starter set from wherever a desk is still empty, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services.starter import Loaded
from ui.shell import Shell


def load_starter(shell: Shell, then: Callable[[], None], failed: Callable[[Refusal], None] | None = None) -> None:
    """Put the starter set onto the desk, say what came and what was there already, and go on."""
    desk = shell.desk

    def load() -> Loaded:
        from altdesk.services import starter

        return starter.load(desk)

    def done(loaded: Loaded) -> None:
        then()
        if loaded.left:
            said = N_("Starter set: %(came)s records came, %(left)s were there already and stay as they are.")
            shell.messages.tell(said, came=loaded.added, left=len(loaded.left))
        else:
            shell.messages.tell(N_("Starter set: %(came)s records came."), came=loaded.added)

    shell.work.do(load, done, failed, label=N_("Loading the starter set"))
