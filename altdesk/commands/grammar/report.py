"""Commands about reports (§5.6 No. 5, §6)."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.grammar.command import PAGES, PAPER, REPORT, TWO_SIDED, Command, Option, listed, out
from altdesk.domain.marking import N_

YEAR = Option("--year", N_("an academic year; without it the latest with records"), "2025-2026")


def _wrong(asked: Namespace) -> str:
    if asked.year and (asked.since or asked.till):
        return N_("Give either --year, or --from and --to.")
    if bool(asked.since) != bool(asked.till):
        return N_("Give both --from and --to.")
    return ""


COMMANDS = (
    listed("reports", N_("reports with their key figures"), "altdesk.commands.report:all_reports"),
    Command(
        "print",
        "yearly-report",
        N_("the yearly report, on paper or as slides"),
        "altdesk.commands.report:print_yearly",
        (YEAR, PAGES, TWO_SIDED, out(REPORT)),
    ),
    Command(
        "print",
        "execution-report",
        N_("the report on carrying out plans"),
        "altdesk.commands.report:print_execution",
        (
            YEAR,
            Option("--from", N_("first day of the period"), N_("DAY"), more={"dest": "since"}),
            Option("--to", N_("last day of the period"), N_("DAY"), more={"dest": "till"}),
            Option("--plan", N_("only this plan: its id, title, body or unit; then of its year"), N_("TITLE")),
            PAGES,
            TWO_SIDED,
            out(PAPER),
        ),
        _wrong,
    ),
)
