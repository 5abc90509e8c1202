"""Who holds what over all bodies as on a day, narrowed by body and post; printed and exported as it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QTimer

from altdesk.domain.bodies import Member, MembersQuery
from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.register_columns import MEMBER_COLUMN_NAMES, MemberColumn, value_of
from altdesk.i18n import Translator
from altdesk.services import bodies, exporting
from altdesk.services.papers import bodies as papers
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, WholeList
from ui.pages.registers.views import PARTS, SHOWS, Home
from ui.preview import printable
from ui.shell import Shell
from ui.views import View
from ui.widgets.day_line import DayLine
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter, FilterRow

WAIT_MS = 250
C = MemberColumn
FILTERS = (Filter("body", N_("Body")), Filter("post", N_("Post")))
WIDTHS = {
    C.BODY: 180, C.FULL_NAME: 230, C.POST: 180, C.UNIT: 160, C.GROUP_COURSE: 110, C.CONTACT: 160, C.TERM: 110,
    C.COURSE: 70, C.GROUP: 100, C.PHONE: 130, C.EMAIL: 160, C.STARTS_ON: 100, C.ENDS_ON: 100, C.NOTE: 160,
}  # fmt: skip
SHOWN = frozenset({C.FULL_NAME, C.POST, C.BODY, C.UNIT, C.GROUP_COURSE, C.CONTACT, C.TERM})
ORDER = (
    C.FULL_NAME, C.POST, C.BODY, C.UNIT, C.GROUP_COURSE, C.CONTACT, C.TERM, C.GROUP, C.COURSE, C.PHONE, C.EMAIL,
    C.STARTS_ON, C.ENDS_ON, C.NOTE,
)  # fmt: skip
SORTS = {
    C.FULL_NAME: "name", C.POST: "post", C.BODY: "body", C.UNIT: "unit", C.GROUP_COURSE: "group", C.GROUP: "group",
    C.COURSE: "course", C.TERM: "starts_on", C.STARTS_ON: "starts_on", C.ENDS_ON: "ends_on",
}  # fmt: skip


@dataclass(frozen=True)
class DayQuery(MembersQuery):
    """The members of a day."""

    on: date = date.max


class MembersView(View):
    """A row for every post that somebody holds on the day."""

    key = "members"
    history_of = "term"
    title = N_("Members")
    shows = SHOWS
    parts = PARTS
    filter_hint = N_("Find a member")

    def __init__(self, shell: Shell, home: Home) -> None:
        self._lines: list[Member] = []
        super().__init__(shell, home)
        self.filters = FilterRow(shell, self.key, FILTERS)
        self.day = DayLine(shell, N_("As on"))
        self.day.set_value(date.today())
        self.filters.add(self.day)
        self.column.insertWidget(2, self.filters)
        self.filters.setContentsMargins(24, 0, 16, 12)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.refresh)
        self.day.changed.connect(self._soon.start)
        self.filters.changed.connect(self.refresh)
        self.setTabOrder(list(self.segments.buttons.values())[-1], next(iter(self.filters.inputs.values())))
        self.filters.stand_before(self.day.input, self.table)

    def all_columns(self) -> tuple[Column, ...]:
        def column(key: MemberColumn) -> Column:
            align = Align.RIGHT if key in {C.COURSE, C.STARTS_ON, C.ENDS_ON} else Align.LEFT
            sort = SORTS.get(key, "")
            return Column(
                key.value, MEMBER_COLUMN_NAMES[key], WIDTHS[key], partial(_text, key), align, sort, shown=key in SHOWN
            )

        return tuple(map(column, ORDER))

    def primary(self) -> Action:
        return Action("print", N_("Print the list"), self.print_selected, "printer-outline")

    def more(self) -> Sequence[Action]:
        return (
            Action("body", N_("Open the body"), self._open_body, "account-tie-outline", needs=Needs.ONE),
            Action("import", N_("Import members from Excel…"), lambda: self.shell.go("import_members", None),
                   "table-arrow-down"),
            Action("columns", N_("Choose columns…"), self.table_columns, "table-column"),
            self.export_action(),
        )  # fmt: skip

    def source(self) -> RowSource:
        desk = self.shell.desk

        def fetch(query: DayQuery) -> list[Member]:
            self._lines = bodies.held_on(desk, query.on, query)
            return self._lines

        return WholeList(fetch, key=attrgetter("term_id"))

    def query(self) -> DayQuery:
        chosen = self.filters.values()
        return DayQuery(body_id=chosen["body"], post=chosen["post"] or "", on=self.on)

    @property
    def on(self) -> date:
        """The day shown; today while what is typed is none."""
        return self.day.day_or(date.today())

    def refresh(self) -> None:
        desk = self.shell.desk

        def load() -> tuple[list[tuple[int, str]], list[str]]:
            return [(body.id, body.name) for body in bodies.all_bodies(desk)], bodies.post_titles(desk)

        def offer(found: tuple[list[tuple[int, str]], list[str]]) -> None:
            before = self.query()
            self.filters.offer("body", found[0])
            self.filters.offer("post", [(title, title) for title in found[1]])
            if self.query() != before:
                super(MembersView, self).refresh()

        self.shell.work.do(load, offer, topic=f"member-filters-{id(self)}")
        super().refresh()

    def state(self, say: Translator) -> str:
        people = len({member.person_id for member in self._lines})
        said = say.plural("%(n)d person holds a post", "%(n)d people hold posts", people)
        return f"{said}, {short_day(self.on)}"

    def empty_state(self) -> Empty:
        if any(value is not None for value in self.filters.values().values()):
            return Empty("magnify", N_("Nobody on this day, as it is narrowed."), N_("Show all"), self.filters.clear)
        sentence = N_("Nobody holds a post on this day. Members come from the list of a body, or from Excel.")
        return Empty("card-account-details-outline", sentence, N_("Import members from Excel…"),
                     partial(self.shell.go, "import_members", None), N_("To the bodies"),
                     partial(self.home.show_view, "bodies_list"))  # fmt: skip

    def open_record(self, kind: str, record_id: int) -> None:
        """Enter on a row opens the person."""
        del kind
        found = next((member for member in self._lines if member.term_id == record_id), None)
        if found is not None:
            self.shell.go("person", found.person_id)

    def new(self) -> None:
        self.home.show_view("bodies_list")

    def _open_body(self) -> None:
        number = self.table.current_id
        found = next((member for member in self._lines if member.term_id == number), None)
        if found is not None:
            self.home.show_body(found.body_id)

    # as shown

    def table_columns(self) -> None:
        """Choose the columns that are shown, printed and exported."""
        self.table.choose_columns()

    def shown_columns(self) -> tuple[MemberColumn, ...]:
        """The columns as they stand now, from left to right."""
        return tuple(MemberColumn(column.key) for column in self.table.shown_columns())

    def export_list(self) -> None:
        self._exported = self.shown_columns()
        super().export_list()

    def export(self, path: Path, ids: Sequence[int]) -> object:
        rows = {member.term_id: member for member in self._lines}
        return exporting.members(
            self.shell.desk, path, [rows[number] for number in ids if number in rows], self._exported
        )

    def print_selected(self) -> None:
        """The selected members, or with fewer than two all as filtered and sorted, in the columns shown."""
        from altdesk.forms.sheets.members import FORM

        desk, query, columns = self.shell.desk, self.table.rows.query or self.query(), self.shown_columns()
        chosen = self.table.selected_ids() if self.table.selected_count() > 1 else []
        make = partial(papers.members, desk, query.on, query, columns, chosen)
        self.show_paper(printable(desk, self.shell.say(N_("Register of members")), make, FORM.options))


def _text(column: MemberColumn, member: Member) -> str:
    value = value_of(member, column)
    if isinstance(value, date):
        return short_day(value)
    return "" if value is None else str(value)
