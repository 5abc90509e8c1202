"""The pages of the window, declared: a page's module is imported when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from altdesk.domain.marking import N_

if TYPE_CHECKING:
    from ui.page import Page
    from ui.shell import Shell


@dataclass(frozen=True)
class PageEntry:
    """A line of the sidebar. The module has one class, named in `page`, that is a `ui.page.Page`."""

    key: str
    title: str
    icon: str
    group: str
    letter: str  # Alt+letter
    module: str
    page: str
    kinds: tuple[str, ...] = ()  # kinds of records that `shell.go(kind, id)` opens here
    listed: bool = True  # shown in the sidebar

    def load(self) -> ModuleType:
        """Import the page and what it shows, in any thread: the window need not stand still meanwhile."""
        return import_module(self.module)

    def make(self, shell: Shell) -> Page:
        made: Page = getattr(self.load(), self.page)(shell)
        return made


PAPERS, GOVERNMENT, YEAR, SERVICE = N_("Documents"), N_("Student government"), N_("The year"), N_("Service")

PAGES = (
    PageEntry("today", N_("Today"), "calendar-today", "", "T", "ui.pages.today", "TodayPage"),
    PageEntry("people", N_("People"), "account-group", "", "P", "ui.pages.people", "PeoplePage", ("person",)),
    PageEntry("groups", N_("Groups"), "account-multiple-outline", "", "G", "ui.pages.groups", "GroupsPage", ("group",)),
    PageEntry("documents", N_("Documents"), "file-document-outline", PAPERS, "D", "ui.pages.documents", "DocumentsPage",
              ("document", "revision")),
    PageEntry("acquaintance", N_("Acquaintance"), "file-sign", PAPERS, "A", "ui.pages.acquaintance",
              "AcquaintancePage", ("sheet", "coverage", "debtor")),
    PageEntry("norms", N_("Norms"), "scale-balance", PAPERS, "N", "ui.pages.norms", "NormsPage", ("norm",)),
    PageEntry("copies", N_("Copies"), "content-copy", PAPERS, "C", "ui.pages.copies", "CopiesPage",
              ("working_copy", "copies_of", "copies_to_collect", "give_copies")),
    PageEntry("matrix", N_("Tables and matrix"), "table", PAPERS, "X", "ui.pages.matrix", "MatrixPage",
              ("matrix", "tables_of")),
    PageEntry("risks", N_("Risks"), "alert-outline", PAPERS, "R", "ui.pages.risks", "RisksPage",
              ("risk", "risk_of")),
    PageEntry("bodies", N_("Bodies"), "account-tie-outline", GOVERNMENT, "B", "ui.pages.bodies", "BodiesPage",
              ("body", "term")),
    PageEntry("minutes", N_("Minutes"), "text-box-outline", GOVERNMENT, "M", "ui.pages.minutes", "MinutesPage",
              ("minutes", "agenda_item")),
    PageEntry("tasks", N_("Tasks"), "checkbox-marked-outline", GOVERNMENT, "K", "ui.pages.tasks", "TasksPage",
              ("task",)),
    PageEntry("plans", N_("Plans"), "clipboard-list-outline", YEAR, "L", "ui.pages.plans", "PlansPage",
              ("plan", "plan_row", "plan_of_body")),
    PageEntry("events", N_("Events"), "calendar-month-outline", YEAR, "E", "ui.pages.events", "EventsPage",
              ("event", "event_of_row", "events_of_day")),
    PageEntry("year_records", N_("Records for the report"), "notebook-edit-outline", YEAR, "O",
              "ui.pages.year_records", "YearRecordsPage",
              ("sponsor", "donation", "leadership_meeting", "measure", "club_assessment")),
    PageEntry("report", N_("Reports"), "chart-box-outline", YEAR, "Y", "ui.pages.report", "ReportPage",
              ("report", "report_head", "report_summary", "report_events", "report_leadership", "report_clubs",
               "report_measures", "report_sponsors", "report_conclusions")),
    PageEntry("units", N_("Units"), "office-building-outline", SERVICE, "U", "ui.pages.units", "UnitsPage", ("unit",)),
    PageEntry("backups", N_("Backup copies"), "content-save-outline", SERVICE, "V", "ui.pages.backups", "BackupsPage"),
    PageEntry("abbreviations", N_("Abbreviations"), "format-letter-case", SERVICE, "J", "ui.pages.abbreviations",
              "AbbreviationsPage", ("abbreviation",)),
    PageEntry("bin", N_("Bin"), "trash-can-outline", SERVICE, "I", "ui.pages.bin", "BinPage"),
    PageEntry("history", N_("History"), "history", SERVICE, "H", "ui.pages.history", "HistoryPage", ("step",)),
    PageEntry("settings", N_("Settings"), "cog-outline", SERVICE, "S", "ui.pages.settings", "SettingsPage"),
    PageEntry("import", N_("Import people"), "table-arrow-down", "", "", "ui.pages.people_import", "PeopleImportPage",
              listed=False),
    PageEntry("import_documents", N_("Import documents"), "table-arrow-down", "", "", "ui.pages.documents_import",
              "DocumentsImportPage", listed=False),
    PageEntry("import_members", N_("Import members"), "table-arrow-down", "", "", "ui.pages.members_import",
              "MembersImportPage", ("members_of",), listed=False),
    PageEntry("import_plan", N_("Import rows of a plan"), "table-arrow-down", "", "", "ui.pages.plans_import",
              "PlansImportPage", ("rows_of_plan",), listed=False),
    PageEntry("welcome", N_("Welcome"), "hand-wave-outline", "", "", "ui.pages.welcome", "WelcomePage", listed=False),
)  # fmt: skip


def entry_of(key_or_kind: str) -> PageEntry | None:
    """The page of this key, or the one that shows records of this kind (`history:TABLE` is the history's)."""
    key_or_kind = key_or_kind.partition(":")[0]
    for entry in PAGES:
        if key_or_kind == entry.key or key_or_kind in entry.kinds:
            return entry
    return None


def first_entry(last: str, *, new: bool = False) -> PageEntry:
    """The page a start shows: the welcome of a new desk, else the one that was open `last`, else the first there is."""
    wanted = "welcome" if new else last
    return next((entry for entry in PAGES if entry.key == wanted and (entry.listed or new)), PAGES[0])
