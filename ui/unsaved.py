"""What was typed earlier and not saved is offered again when the desk opens."""

from __future__ import annotations

from collections.abc import Callable

from altdesk.domain.marking import N_
from ui.shell import Shell


def offer(shell: Shell, go_on: Callable[[str, int | None], None]) -> None:
    """Offer the newest draft there is: `go_on(kind, record id)` opens it."""
    drafts = shell.drafts.all()
    if drafts:
        kind, record_id = drafts[0].kind, drafts[0].record_id
        shell.messages.notice(
            N_("Something typed earlier was not saved. It is still there."),
            verb=N_("Open it"),
            act=lambda: go_on(kind, record_id),
        )
