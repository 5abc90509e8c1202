"""Commands about risks (§7)."""

from __future__ import annotations

from altdesk.commands.grammar.command import exported, listed, printed
from altdesk.domain.marking import N_

COMMANDS = (
    exported("risks", N_("risks"), "altdesk.commands.risks:export_register"),
    listed("risks", N_("risks"), "altdesk.commands.risks:all_risks"),
    printed("risks", N_("the risk register with its map"), "altdesk.commands.risks:print_register"),
)
