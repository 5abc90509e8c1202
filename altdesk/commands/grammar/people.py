"""Commands about people."""

from __future__ import annotations

from altdesk.commands.grammar.command import exported, imported, listed
from altdesk.domain.marking import N_

COMMANDS = (
    imported("people", N_("people"), "altdesk.commands.importing:people"),
    exported("people", N_("people"), "altdesk.commands.exporting:people"),
    listed("people", N_("people"), "altdesk.commands.listing:people"),
)
