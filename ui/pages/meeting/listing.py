"""The list of minutes: which meeting, which number, how it stands; Enter opens it, typing finds any word in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.minutes_kinds import STATE_NAMES, MinutesState
from altdesk.domain.minutes_lists import MinutesLine, MinutesQuery
from altdesk.i18n import Translator
from altdesk.services import bodies, exporting_minutes
from altdesk.services import minutes as minutes_service
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, ServiceRows, State
from ui.listpage import ListPage
from ui.pages.meeting.looks import MINUTES_STATES
from ui.pages.meeting.papers import paper_of_line, register_paper
from ui.pages.meeting.phrase_list import PhraseList
from ui.pages.meeting.starting import Starting
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter, FilterRow


class MinutesList(ListPage):
    """Every meeting of every body, the newest first."""

    key = "minutes"
    title = N_("Minutes")
    shows: ClassVar[frozenset[str]] = frozenset({"minutes", "attendee", "agenda_item", "resolved_point", "body"})
    filter_hint = N_("Find any word in the minutes")
    columns = (
        Column("held_on", N_("Held on"), 130, lambda line: short_day(line.held_on), Align.RIGHT, sort="held_on"),
        Column("number", N_("No."), 64, lambda line: line.number, Align.RIGHT, sort="number"),
        Column("body", N_("Body"), 210, lambda line: line.body, sort="body"),
        Column("state", N_("State"), 150, state=lambda line: MINUTES_STATES[line.state], sort="state"),
        Column("title", N_("Subject"), 260, lambda line: line.subject, sort="title"),
        Column("items", N_("Items"), 76, lambda line: str(line.items), Align.RIGHT),
        Column("present", N_("Present"), 110, state=lambda line: _present(line)),
        Column("chair", N_("Chairperson"), 190, lambda line: line.chair, shown=False),
        Column("secretary", N_("Secretary"), 190, lambda line: line.secretary, shown=False),
        Column("place", N_("Where"), 150, lambda line: line.place, sort="place", shown=False),
        Column("period", N_("Year"), 100, lambda line: line.period, shown=False),
    )

    def __init__(self, shell: Shell, opened: Callable[[int], None]) -> None:
        self._opened = opened
        self.filters = FilterRow(
            shell,
            "minutes",
            (
                Filter("body", N_("Body")),
                Filter("state", N_("State"), tuple((state.value, name) for state, name in STATE_NAMES.items())),
                Filter("period", N_("Year")),
            ),
        )
        super().__init__(shell)
        self.starting: Starting | None = None
        self.phrases: PhraseList | None = None
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(3 * GRID, 0, 2 * GRID, GRID)
        inside.addWidget(self.filters)
        self.column.insertWidget(1, row)
        self.filters.stand_before(self.table, self.empty.first, self.empty.second)
        self.filters.changed.connect(self.refresh)

    def primary(self) -> Action:
        return Action("new", N_("New meeting"), self.new, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("open", N_("Open the meeting"), self._open_current, "text-box-edit-outline", needs=Needs.ONE),
            Action("paper", N_("Show the paper"), self.print_selected, "printer-outline", needs=Needs.ONE),
            Action("register", N_("Register of minutes of the year"), self.show_register, "format-list-numbered"),
            Action("phrases", N_("Ready phrases"), self.show_phrases, "text-short", line_before=True),
            self.export_action(),
            self.delete_action(),
        )

    def source(self) -> RowSource:
        return ServiceRows(self.shell.desk, minutes_service)

    def query(self) -> MinutesQuery:
        chosen = self.filters.values()
        state = MinutesState(chosen["state"]) if chosen["state"] else None
        return MinutesQuery(body_id=chosen["body"], state=state, period=chosen["period"] or "")

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d meeting", "%(n)d meetings", self.table.rows.count)

    def empty_state(self) -> Empty:
        sentence = N_("Here are the minutes of your bodies: typed during the meeting, numbered and printed after it.")
        return Empty("text-box-outline", sentence, N_("New meeting"), self.new)

    def refresh(self) -> None:
        super().refresh()
        desk = self.shell.desk

        def load() -> tuple[list[tuple[int, str]], list[tuple[str, str]]]:
            kept = [(each.id, each.name) for each in bodies.all_bodies(desk)]
            return kept, [(name, name) for name in minutes_service.periods(desk)]

        def show(found: tuple[list[tuple[int, str]], list[tuple[str, str]]]) -> None:
            self.filters.offer("body", found[0])
            self.filters.offer("period", found[1])

        self.shell.work.do(load, show, topic="minutes-filters")

    def open_record(self, kind: str, record_id: int) -> None:
        del kind
        self._opened(record_id)

    def new(self) -> None:
        """Begin a meeting."""
        self.begin_for(self.filters.values()["body"])

    def begin_for(self, body_id: int | None) -> None:
        """Begin a meeting of this body."""
        if self.starting is None:
            self.starting = Starting(self.shell)
            self.starting.closed.connect(self.close_panel)
            self.starting.begun.connect(self._begun)
        self.show_panel(self.starting)
        self.starting.start(body_id)

    def show_phrases(self) -> None:
        """The ready phrases, at the right."""
        if self.phrases is None:
            self.phrases = PhraseList(self.shell)
            self.phrases.closed.connect(self.close_panel)
        self.show_panel(self.phrases)
        self.phrases.start()

    def show_register(self) -> None:
        """The register of minutes of the year and body chosen above."""
        self.show_paper(register_paper(self.shell, self.query()))

    def print_selected(self) -> None:
        number = self.table.current_id
        if number is not None:
            self.show_paper(paper_of_line(self.shell, number))

    def bin_(self, ids: Sequence[int]) -> Changed:
        return minutes_service.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting_minutes.minutes(self.shell.desk, path, ids)

    def _begun(self, minutes_id: int) -> None:
        self.close_panel()
        self._opened(minutes_id)

    def _open_current(self) -> None:
        if (number := self.table.current_id) is not None:
            self._opened(number)


def _present(line: MinutesLine) -> State | None:
    """Who was there of how many, and whether that was a quorum, as a state without a word of its own."""
    if not line.entitled:
        return None
    said = f"{line.present} / {line.entitled}"
    return State("check", said, Tone.GOOD) if line.quorum else State("account-alert-outline", said, Tone.BAD)
