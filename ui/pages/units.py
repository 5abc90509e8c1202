"""Units: institutes, departments and chairs; rename one, put it within another, remove one nobody uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import PeopleQuery, Unit
from altdesk.domain.text import fold, sort_key
from altdesk.i18n import Translator
from altdesk.services import people, units
from ui.actions import Action
from ui.columns import Align, Column, ListQuery, RowSource, WholeList
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.listpage import ListPage
from ui.offers import offer_units
from ui.panel import WITH_PARTS
from ui.shell import Shell
from ui.widgets.empty import Empty
from ui.widgets.parts import Part
from ui.widgets.short_table import FoundPeople, ShortTable

STEP = "\u2003\u2003"  # how far a unit stands in from the one it lies within


@dataclass(frozen=True)
class UnitForm:
    """A unit as its editor shows it: the one it lies within by its name."""

    name: str = ""
    parent: str = ""
    id: int = 0


@dataclass(frozen=True)
class UnitLine:
    """A unit as a row of the list; `depth` counts the units above it."""

    id: int
    name: str
    parent: str
    people: int
    depth: int


class UnitsPage(ListPage):
    """The units of the organisation."""

    key = "units"
    history_of = "unit"
    title = N_("Units")
    shows = frozenset({"unit", "person", "further_post"})
    filter_hint = N_("Find a unit")

    columns = (
        Column("name", N_("Name"), 380, lambda line: STEP * line.depth + line.name, sort="name"),
        Column("parent", N_("Lies within"), 280, lambda line: line.parent),
        Column("people", N_("People"), 80, lambda line: str(line.people), Align.RIGHT, sort="people"),
    )

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.panel.least = WITH_PARTS

    def fill_editor(self, editor: Editor) -> None:
        self.people = UnitPeople(self.shell)
        editor.below.addWidget(self.people)
        self.people.hide()
        editor.shown.connect(self._show_people)

    def primary(self) -> Action:
        return Action("new", N_("Add a unit"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (self.delete_action(),)

    def source(self) -> RowSource:
        orders = {"name": lambda line: sort_key(line.name), "people": lambda line: line.people}
        return WholeList(partial(_lines, self.shell.desk), orders=orders)

    def query(self) -> ListQuery:
        return ListQuery()

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d unit", "%(n)d units", self.table.rows.count)

    def empty_state(self) -> Empty:
        sentence = N_("Here are the institutes, departments and chairs. They come by themselves with the people.")
        return Empty("office-building-outline", sentence, N_("Add a unit"), self.new_record)

    def record(self) -> Record:
        desk = self.shell.desk
        return Record(
            kind="unit",
            new_title=N_("New unit"),
            fields=(
                Field("name", N_("Name")),
                Field("parent", N_("Lies within"), Kind.COMPLETED, offers=partial(offer_units, desk),
                      hint=N_("The institute or department it is part of; empty when it stands alone.")),
            ),
            blank=UnitForm,
            get=partial(_get, desk),
            add=partial(_add, desk),
            save=partial(_save, desk),
            title=lambda form: form.name,
        )  # fmt: skip

    def bin_(self, ids: Sequence[int]) -> Changed | None:
        return units.remove(self.shell.desk, ids)

    def _show_people(self, form: object) -> None:
        kept = isinstance(form, UnitForm) and form.id > 0
        self.people.setVisible(kept)
        if isinstance(form, UnitForm) and kept:
            self.people.show_unit(form.id)


class UnitPeople(Part):
    """Who is in a unit, to look at."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("People"))
        columns = (
            Column("name", N_("Full name"), 230, lambda person: person.full_name),
            Column("post", N_("Post"), 170, lambda person: person.post),
        )
        self.table = ShortTable(shell, "unit people", columns, 10)
        shell.words(self.table, name=N_("People"))
        self.column.addWidget(self.table)
        self.table.activated_id.connect(lambda number: shell.go("person", number))
        self.table.rows.loaded.connect(self._say)
        shell.words.switched.connect(self._say)

    def show_unit(self, unit_id: int) -> None:
        desk = self.shell.desk
        self.table.show_source(FoundPeople(desk, partial(people.ids, desk, PeopleQuery(unit_id=unit_id))))

    def _say(self) -> None:
        say, count = self.shell.say, self.table.rows.count
        self.table.setVisible(count > 0)
        if not count:
            self.say_sentence(say(N_("Nobody is in it.")))
            return
        many = say.plural("%(n)d person, the units within it included.",
                          "%(n)d people, the units within it included.", count)  # fmt: skip
        self.say_sentence(many)


def _lines(desk: Desk, query: ListQuery) -> list[UnitLine]:
    """The units as a tree; when something is looked for, only what is found."""
    known, sizes, typed = units.all_units(desk), units.sizes(desk), fold(query.text)
    names = {unit.id: unit.name for unit in known}
    below: dict[int | None, list[Unit]] = {}
    for unit in known:
        below.setdefault(unit.parent_id, []).append(unit)
    found: list[UnitLine] = []

    def walk(parent: int | None, depth: int) -> None:
        for unit in below.get(parent, ()):
            shown = depth if not typed and not query.sort else 0
            if typed in fold(unit.name):
                found.append(UnitLine(unit.id, unit.name, names.get(parent or 0, ""), sizes[unit.id], shown))
            walk(unit.id, depth + 1)

    walk(None, 0)
    return found


def _get(desk: Desk, unit_id: int) -> UnitForm:
    known = {unit.id: unit for unit in units.all_units(desk)}
    if unit_id not in known:
        raise Refusal(N_("There is no such unit."))
    unit = known[unit_id]
    return UnitForm(unit.name, known[unit.parent_id].name if unit.parent_id else "", unit.id)


def _parent_id(desk: Desk, form: UnitForm) -> int | None:
    key = fold(form.parent)
    if not key:
        return None
    for unit in units.all_units(desk):
        if fold(unit.name) == key:
            return unit.id
    sentence = N_("There is no unit called %(name)s. Choose one from the list.")
    raise Refusal(sentence, field="parent", name=form.parent)


def _add(desk: Desk, form: UnitForm) -> Changed:
    return units.add(desk, form.name, _parent_id(desk, form))


def _save(desk: Desk, unit_id: int, form: UnitForm) -> Changed:
    return units.save(desk, unit_id, form.name, _parent_id(desk, form))
