"""Commands about what the yearly report is made of: sponsors, leadership meetings, measures, assessments (§6)."""

from __future__ import annotations

from altdesk.commands.grammar.command import BLANK_ROWS, Option, exported, listed, printed
from altdesk.domain.marking import N_

YEAR = Option("--year", N_("only this academic year"), "2025-2026")
PAPER_YEAR = Option("--year", N_("the academic year; without it the newest there are records of"), "2025-2026")
RUN = "altdesk.commands.year_records"

COMMANDS = (
    listed("sponsors", N_("sponsors' funds"), f"{RUN}:list_sponsors", YEAR),
    listed("leadership", N_("meetings of the leadership, with the issues raised"), f"{RUN}:list_leadership", YEAR),
    listed("measures", N_("measures that better study and life, by institute"), f"{RUN}:list_measures", YEAR),
    listed("assessments", N_("assessments of circles, clubs and sections"), f"{RUN}:list_assessments", YEAR),
    exported("sponsors", N_("sponsors' funds"), f"{RUN}:export_sponsors"),
    exported("leadership", N_("meetings of the leadership, with the issues raised"), f"{RUN}:export_leadership"),
    exported("measures", N_("measures that better study and life, by institute"), f"{RUN}:export_measures"),
    exported("assessments", N_("assessments of circles, clubs and sections"), f"{RUN}:export_assessments"),
    printed("sponsors", N_("the sponsors' list"), f"{RUN}:print_sponsors", PAPER_YEAR, BLANK_ROWS),
    printed("leadership", N_("meetings of the leadership, with the issues raised"), f"{RUN}:print_leadership",
            PAPER_YEAR),
    printed("measures", N_("measures that better study and life, by institute"), f"{RUN}:print_measures", PAPER_YEAR),
    printed(
        "assessments",
        N_("assessments of circles, clubs and sections, or the sheet of one"),
        f"{RUN}:print_assessments",
        Option("--year", PAPER_YEAR.help, "2025-2026", one_of="which"),
        Option("--id", N_("the sheet of this assessment, as `list assessments --json` numbers them"), "N",
               one_of="which", more={"type": int}),
    ),
)  # fmt: skip
