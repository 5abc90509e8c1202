"""The members of a body as on a day: add one, change an office, end a term, correct or take out what was wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QTimer, Signal

from altdesk.desk import Changed
from altdesk.domain.bodies import END_REASON_NAMES, Body, EndReason, Member
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import PersonKind
from altdesk.services import bodies
from ui.columns import Align, Column, WholeList
from ui.fields import Field, Kind
from ui.offers import add_person, offer_persons, person_name
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.day_line import DayLine
from ui.widgets.inputs import ChoiceInput
from ui.widgets.parts import Part, SmallForm, Then, button, button_row
from ui.widgets.short_table import ShortTable

WAIT_MS = 250
COLUMNS = (
    Column("name", N_("Full name"), 190, lambda member: member.full_name),
    Column("post", N_("Post"), 160, lambda member: member.post),
    Column("since", N_("Since"), 98, lambda member: short_day(member.starts_on), Align.RIGHT, fits="00.00.0000"),
)
REASONS = tuple(END_REASON_NAMES.items())
OTHERS = ((True, N_("They end too")), (False, N_("They stay")))


class BodyMembers(Part):
    """Below a body's posts. `saved(then)` saves what is typed in the fields first."""

    turn_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("Members"))
        self._saved = saved
        self._body: Body | None = None
        self._members: list[Member] = []
        self._posts: list[tuple[int | None, str]] = []
        self._becomes: list[tuple[int | None, str]] = [(None, N_("Leaves"))]
        self.day = DayLine(shell, N_("As on"))
        self.table = ShortTable(shell, "body members", COLUMNS, 14)
        shell.words(self.table, name=N_("Members"))
        self.form = SmallForm(shell, self._fields())
        self._make_buttons()
        for widget in (self.day, self.table):
            self.column.addWidget(widget)
        self.column.addLayout(button_row(self._buttons))
        self.column.addWidget(self.form)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.look)
        self._connect()

    def _fields(self) -> tuple[Field, ...]:
        desk = self.shell.desk
        person = {
            "offers": partial(offer_persons, desk),
            "name_of": partial(person_name, desk),
            "add": lambda name: add_person(desk, name, PersonKind.STUDENT),
        }
        return (
            Field("person", N_("Person"), Kind.PERSON, letters=30, **person),  # type: ignore[arg-type]
            Field("post", N_("Post"), Kind.CHOICE, choices=self._posts),
            Field("starts_on", N_("Since"), Kind.DATE, letters=14),
            Field("ends_on", N_("Until"), Kind.DATE, letters=14, hint=N_("Empty while it runs.")),
            Field("on", N_("From which day"), Kind.DATE, letters=14, hint=N_("The old term ends the day before.")),
            Field("becomes", N_("Who held it before"), Kind.CHOICE, choices=self._becomes),
            Field("others", N_("Other posts of the new holder"), Kind.CHOICE, choices=OTHERS),
            Field("last", N_("Last day"), Kind.DATE, letters=14),
            Field("reason", N_("Reason"), Kind.CHOICE, choices=REASONS),
            Field("note", N_("Note"), letters=30),
        )

    def _make_buttons(self) -> None:
        shell = self.shell
        self.add_button = button(shell, N_("Add a member"), self.ask_new, "account-plus-outline")
        self.office_button = button(shell, N_("Change of office"), self.ask_office, "account-switch-outline")
        self.end_button = button(shell, N_("End the term"), self.ask_end, "account-arrow-right-outline")
        self.correct_button = button(shell, N_("Correct"), self.ask_correct, "pencil-outline")
        tip = N_("For what never was; a term that was is ended instead.")
        self.out_button = button(shell, N_("Take out"), self.take_out, "trash-can-outline", tip)
        self.turn_button = button(shell, N_("Turn the year over"), self.turn_wanted.emit, "calendar-sync-outline")
        self.print_button = button(shell, N_("Print the register"), self.print_wanted.emit, "printer-outline")
        self._of_one = (self.office_button, self.end_button, self.correct_button, self.out_button)
        self._buttons = (self.add_button, *self._of_one, self.turn_button, self.print_button)

    def _connect(self) -> None:
        self.day.changed.connect(self._soon.start)
        self.table.selection_changed.connect(self._show_possible)
        self.table.rows.loaded.connect(self._show_possible)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.delete_wanted.connect(self.ask_end)
        self.table.activated_id.connect(self._open_person)
        self.shell.words.switched.connect(self._say)

    def show_body(self, body: Body) -> None:
        """Show the members of a body, of another one as they are today."""
        if self._body is None or self._body.id != body.id:
            self.form.hide()
            self.table.clearSelection()
            self.day.blockSignals(True)
            self.day.set_value(date.today())
            self.day.blockSignals(False)
        self._body = body
        self._posts[:] = [(post.id, post.title) for post in body.posts]
        self._becomes[1:] = self._posts
        for key in ("post", "becomes"):
            made = self.form.boxes[key].input
            assert isinstance(made, ChoiceInput)
            made.say_again()
        self.look()

    @property
    def on(self) -> date:
        """The day whose members are shown; today while what is typed is none."""
        return self.day.day_or(date.today())

    def look(self) -> None:
        """Show the members of the day that stands in the field."""
        body, desk, on = self._body, self.shell.desk, self.on
        if body is not None:
            number = body.id
            self.shell.work.do(lambda: bodies.members(desk, number, on), self._show, topic=f"members-{id(self)}")

    def _show(self, members: Sequence[Member]) -> None:
        self._members = list(members)
        self.table.setVisible(bool(members))
        kept = self._members
        self.table.show_source(WholeList(lambda _query: kept, key=attrgetter("term_id")))
        self._say()

    def _say(self) -> None:
        say, body = self.shell.say, self._body
        if body is None:
            return
        people = len({member.person_id for member in self._members})
        self.say_count(people or "")
        voting = len({member.person_id for member in self._members if member.votes})
        if not body.posts:
            self.say_sentence(say(N_("Add a post first.")))
        elif not self._members:
            self.say_sentence(say(N_("Nobody on this day. Add members one by one, or import the list.")), Tone.WAIT)
        else:
            needed = body.quorum.needed(voting)
            text = N_("%(voting)d vote; %(needed)d of them make a quorum.")
            self.say_sentence(say(text, voting=voting, needed=needed))
        self._show_possible()

    @property
    def chosen(self) -> Member | None:
        line = self.table.current_line()
        return line if isinstance(line, Member) else None

    def _show_possible(self) -> None:
        posts = bool(self._body and self._body.posts)
        for each in self._of_one:
            each.setEnabled(self.chosen is not None)
        for each in (self.add_button, self.turn_button):
            each.setEnabled(posts)
        self.print_button.setEnabled(bool(self._members))

    # what the person does

    def ask_new(self) -> None:
        if self._posts:
            lowest = self._posts[-1][0]
            values = {"person": None, "post": lowest, "starts_on": self.on, "ends_on": None, "note": ""}
            self.form.open_form(N_("Add"), self._add, **values)

    def ask_office(self) -> None:
        if (chosen := self.chosen) is not None:
            values = {"person": None, "on": self.on, "becomes": None, "others": True}
            self.form.open_form(N_("Change the office"), partial(self._office, chosen), **values)

    def ask_end(self) -> None:
        if (chosen := self.chosen) is not None:
            values = {"last": self.on, "reason": EndReason.EXPIRED}
            self.form.open_form(N_("End the term"), partial(self._end, chosen), **values)

    def ask_correct(self) -> None:
        if (chosen := self.chosen) is not None:
            values = {"starts_on": chosen.starts_on, "ends_on": chosen.ends_on, "note": chosen.note}
            self.form.open_form(N_("Save"), partial(self._correct, chosen), **values)

    def take_out(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None:
            self._do(lambda: bodies.remove_term(desk, chosen.term_id))

    def _add(self, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        if self._given(values, "person", N_("Choose a person.")) and self._given(values, "starts_on", _WHEN):
            span = (values["starts_on"], values["ends_on"])
            self._do(lambda: bodies.add_term(desk, values["post"], values["person"], *span, note=values["note"]))

    def _office(self, chosen: Member, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        person, on, becomes = values["person"], values["on"], values["becomes"]
        if not (self._given(values, "person", N_("Choose a person.")) and self._given(values, "on", _WHEN)):
            return
        others = [m.term_id for m in self._members if m.person_id == person] if values["others"] else []

        def change() -> Changed:
            return bodies.change_office(
                desk, chosen.body_post_id, person, on, instead_of=chosen.term_id, also_ends=others, old_becomes=becomes
            )

        self._do(change)

    def _end(self, chosen: Member, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        if self._given(values, "last", _WHEN):
            self._do(lambda: bodies.end_term(desk, chosen.term_id, values["last"], values["reason"]))

    def _correct(self, chosen: Member, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        if self._given(values, "starts_on", _WHEN):
            span = (values["starts_on"], values["ends_on"])
            self._do(lambda: bodies.save_term(desk, chosen.term_id, *span, note=values["note"]))

    def _given(self, values: dict[str, Any], key: str, otherwise: str) -> bool:
        """Whether a field is filled; where it is not, that is said below it."""
        if values[key] is None:
            self.form.refuse(Refusal(otherwise, field=key))
        return values[key] is not None

    def _do(self, verb: Callable[[], Changed]) -> None:
        def start() -> None:
            self.shell.work.do(verb, self._done, self._refused, label=N_("Saving"))

        self._saved(start)

    def _refused(self, refusal: Refusal) -> None:
        """Under the field it is about, whatever that is called in the form that is open."""
        shown = [key for key, box in self.form.boxes.items() if not box.isHidden()]
        other = {"ends_on": "last", "starts_on": "on"}.get(refusal.field, refusal.field)
        key = refusal.field if refusal.field in shown else other
        self.form.refuse(Refusal(refusal.message, field=key if key in shown else "", **refusal.values))

    def _done(self, changed: Changed) -> None:
        if not self.form.isHidden():
            self.form.close_form()
        self.table.setFocus()
        if changed.id is not None:
            self.table.want_id(changed.id)

    def _open_person(self, term_id: int) -> None:
        found = next((member for member in self._members if member.term_id == term_id), None)
        if found is not None:
            self.shell.go("person", found.person_id)


_WHEN = N_("Type the day.")
