"""Events: the schedule as a list, a month or a week; one event with its participants, result and files beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QWidget

from altdesk.desk import Changed
from altdesk.domain.attachments import Role
from altdesk.domain.events import Event, EventsQuery
from altdesk.domain.events_kinds import DIRECTION_NAMES, LEVEL_NAMES
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.forms.form import Option, PrintOptions
from altdesk.forms.sheets.schedule import Span
from altdesk.forms.words import PaperLanguage
from altdesk.i18n import Translator
from altdesk.services import bodies, events, exporting_events, printing, units
from altdesk.services.papers import events as event_papers
from altdesk.services.papers.paper import Paper
from altdesk.settings import S
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, State
from ui.editor import Editor, Record
from ui.pages.schedule.form import NONE, Choices, event_record, named
from ui.pages.schedule.rows import EventRow, EventRows
from ui.pages.schedule.views import ScheduleViews
from ui.panel import WITH_PARTS
from ui.preview import printable
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.attachments import Attachments
from ui.widgets.clash_lines import ClashLines
from ui.widgets.empty import Empty
from ui.widgets.event_end import EventEnd
from ui.widgets.event_looks import CLASH_WORDS, days, state_of, times
from ui.widgets.event_people import EventPeople
from ui.work import Room


class EventsPage(ScheduleViews):
    """One page, three views of the same events."""

    key = "events"
    history_of = "event"
    title = N_("Events")
    shows: ClassVar[frozenset[str]] = frozenset({
        "event",
        "participant",
        "attachment",
        "body",
        "unit",
        "person",
        "plan",
        "plan_row",
        "setting",
    })
    filter_hint = N_("Find an event")

    def __init__(self, shell: Shell) -> None:
        self.clashes = ClashLines(shell)
        self._bodies: Choices = [(None, NONE)]
        self._units: Choices = [(None, NONE)]
        super().__init__(shell)
        self.panel.least = WITH_PARTS + 40

    # what a list page declares

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("starts_on", N_("Day"), 132, lambda row: days(row.event), sort="starts_on"),
            Column("time", N_("Time"), 104, lambda row: times(row.event)),
            Column("title", N_("Event"), 286, lambda row: row.event.title, sort="title"),
            Column("state", N_("State"), 158, state=lambda row: state_of(row.event), sort="state"),
            Column("clash", N_("Clash"), 104, state=self._clash),
            Column("place", N_("Venue"), 130, lambda row: row.event.place, sort="place"),
            Column("level", N_("Level"), 154, lambda row: say(LEVEL_NAMES[row.event.level]) if row.event.level else "",
                   sort="level"),
            Column("responsible", N_("Responsible"), 170, lambda row: row.event.responsible.full_name,
                   sort="responsible", shown=False),
            Column("participants", N_("Came"), 80, lambda row: _number(row.event.participants), Align.RIGHT,
                   sort="participants"),
            Column("direction", N_("Direction"), 130, sort="direction", shown=False,
                   text=lambda row: say(DIRECTION_NAMES[row.event.direction]) if row.event.direction else ""),
            Column("body", N_("Body"), 160, lambda row: row.event.body, sort="body", shown=False),
            Column("plan", N_("Plan"), 160, lambda row: row.event.plan, shown=False),
            Column("result", N_("Result"), 220, lambda row: row.event.result, shown=False),
        )  # fmt: skip

    def _clash(self, row: EventRow) -> State | None:
        if not row.clashes:
            return None
        first = row.clashes[0]
        return State("alert-outline", f"{self.shell.say(CLASH_WORDS[first.kind])}: {first.title}", Tone.WAIT)

    def primary(self) -> Action:
        return Action("new", N_("Add an event"), self.new, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("held", N_("Held"), self.hold_chosen, "check-circle-outline", "Ctrl+D", needs=Needs.SOME),
            Action("again", N_("Plan it again"), self.plan_chosen_again, "restore", needs=Needs.SOME),
            Action("print", N_("Print the schedule"), self.print_selected, "printer-outline", line_before=True),
            Action("calendar", N_("Save for a calendar program…"), self.save_calendar, "calendar-export"),
            self.export_action(),
            self.delete_action(),
        )

    def source(self) -> RowSource:
        return EventRows(self.shell.desk)

    def query(self) -> EventsQuery:
        return self.filters.query(timed=True)

    def above_fields(self) -> Sequence[QWidget]:
        return (self.clashes,)

    def record(self) -> Record:
        return event_record(self.shell.desk, self._bodies, self._units)

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d event", "%(n)d events", self.table.rows.count)

    def empty_state(self) -> Empty:
        if any(value is not None for value in self.filters.values().values()):
            return Empty("filter-outline", N_("There is no event like this."), N_("Show all"), self.filters.clear)
        sentence = N_("Here is what is held, when, where and by whom; the yearly report is counted from it.")
        return Empty("calendar-month-outline", sentence, N_("Add an event"), self.new)

    def bin_(self, ids: Sequence[int]) -> Changed:
        return events.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting_events.events(self.shell.desk, path, ids)

    # what the window asks

    def refresh(self) -> None:
        super().refresh()
        self._load_days()
        desk = self.shell.desk

        def load() -> tuple[Choices, Choices, list[object]]:
            return named(bodies.all_bodies(desk)), named(units.all_units(desk)), list(events.years(desk))

        def show(found: tuple[Choices, Choices, list[object]]) -> None:
            before = self.query()
            self._bodies[1:], self._units[1:] = found[0], found[1]
            self.filters.offer("body", found[0])
            self.filters.offer_years(found[2])  # type: ignore[arg-type]
            if self._editor is not None:
                for key in ("body_id", "unit_id"):
                    self._editor.boxes[key].input.say_again()
            if self.query() != before:
                super(EventsPage, self).refresh()

        self.shell.work.do(load, show, topic="event-choices")

    def open_record(self, kind: str, record_id: int) -> None:
        desk = self.shell.desk
        if kind == "events_of_day":
            self._stand_on(date.fromordinal(record_id))
        elif kind == "event_of_row":
            find = partial(events.of_row, desk, record_id)
            self.shell.work.do(find, lambda found: self._open_of_row(found, record_id))
        else:
            super().open_record(kind, record_id)
            self.shell.work.do(partial(events.get, desk, record_id), self._show_day_of)

    def _open_of_row(self, found: Event | None, row_id: int) -> None:
        if found is not None:
            self.open_record("event", found.id)
        else:
            desk = self.shell.desk
            find = partial(events.draft_of_row, desk, row_id)
            self.shell.work.do(find, lambda draft: self.new_record(**vars(draft)))

    def print_selected(self) -> None:
        """The schedule of what is shown: the list as it is filtered, or the month or week of the calendar."""
        say = self.shell.say
        options = frozenset({Option.PAGES, Option.BLANK_ROWS})
        span, wanted = self._shown()
        make = partial(self._paper, span, wanted)
        self.show_paper(printable(self.shell.desk, say(N_("Event schedule")), make, options))

    def _paper(self, span: Span, wanted: Callable[[], Sequence[int]]) -> Paper:
        return event_papers.schedule(self.shell.desk, span, wanted())

    def save_calendar(self) -> None:
        """Ask for a file and write what is shown for a calendar program."""
        say, settings, desk = self.shell.say, self.shell.settings, self.shell.desk
        start = str(Path(settings.get(S.last_folder) or Path.home()) / file_name(say(N_("Event schedule")), "ics"))
        chosen, _ = QFileDialog.getSaveFileName(
            self, say(N_("Save for a calendar program")), start, "iCalendar (*.ics)"
        )
        if chosen:
            out = Path(chosen).with_suffix(".ics")
            settings.set(S.last_folder, str(out.parent))
            span, wanted = self._shown()
            options = PrintOptions(PaperLanguage(say.language))
            self.shell.work.do(
                lambda: printing.save(desk, self._paper(span, wanted), out, options),
                lambda done: self.shell.messages.tell(N_("Saved: %(file)s"), file=str(done.file)),
                label=N_("Saving the file"),
                room=Room.RENDER,
            )

    # what is chosen

    def hold_chosen(self) -> None:
        """They were held; how many came and with what result may be typed later."""
        self._do(events.held)

    def plan_chosen_again(self) -> None:
        self._do(events.plan_again)

    def _do(self, verb: Callable[..., Changed]) -> None:
        ids, desk = self.chosen_ids(), self.shell.desk
        if ids:
            self._save_and(partial(verb, desk, ids))

    # building

    def fill_editor(self, editor: Editor) -> None:
        shell = self.shell
        self.end = EventEnd(shell, editor.commit)
        self.people = EventPeople(shell, editor.commit, self.print_participants)
        self.files = Attachments(shell, "event", editor.commit, (Role.PHOTO, Role.EVIDENCE, Role.FILE),
                                 title=N_("Photos and files"))  # fmt: skip
        for part in (self.end, self.people, self.files):
            editor.below.addWidget(part)
            part.hide()
        self.clashes.watch(editor.boxes, lambda: editor.record_id or 0)
        editor.shown.connect(self._show_parts)

    def _show_parts(self, record: object) -> None:
        kept = isinstance(record, Event) and record.id > 0
        for part in (self.end, self.people, self.files):
            part.setVisible(kept)
        if isinstance(record, Event) and kept:
            self.end.show_event(record)
            self.people.show_record(record.id)
            self.files.show_record(record.id)
        self.clashes.look()
        self._selection_changed()

    def print_participants(self) -> None:
        """The list of those who took part in the event that is open."""
        number = self.editor.record_id if self.editor is not None else None
        if number is not None:
            make = partial(event_papers.event_people, self.shell.desk, number)
            options = frozenset({Option.PAGES, Option.BLANK_ROWS})
            self.show_paper(printable(self.shell.desk, self.shell.say(N_("Participants")), make, options))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
