"""Commands about documents."""

from __future__ import annotations

from altdesk.commands.grammar.command import exported, imported, listed
from altdesk.domain.marking import N_

COMMANDS = (
    imported("documents", N_("documents"), "altdesk.commands.importing:documents"),
    exported("documents", N_("documents"), "altdesk.commands.exporting:documents"),
    listed("documents", N_("documents"), "altdesk.commands.listing:all_documents"),
)
