"""Groups: saved groups of people by rule and by hand, the audiences that come again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import KIND_NAMES, Group, GroupRule, PersonKind
from altdesk.domain.text import fold, sort_key
from altdesk.i18n import Translator
from altdesk.services import groups, people, units
from ui.actions import Action
from ui.columns import Align, Column, ListQuery, RowSource, WholeList
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.listpage import ListPage
from ui.offers import offer_posts, offer_units
from ui.panel import WITH_PARTS
from ui.shell import Shell
from ui.widgets.empty import Empty
from ui.widgets.members import Members

NO_UNIT = -1  # a unit is typed that there is not (yet): nobody is in it


@dataclass(frozen=True)
class GroupForm:
    """A group as its editor shows it: the unit by its name."""

    name: str = ""
    kind: PersonKind | None = None
    unit: str = ""
    post: str = ""
    kept: Group | None = None


@dataclass(frozen=True)
class GroupLine:
    """A group as a row of the list."""

    id: int
    group: Group
    unit: str


class GroupsPage(ListPage):
    """The saved groups."""

    key = "groups"
    history_of = "saved_group"
    title = N_("Groups")
    shows = frozenset({"saved_group", "group_member", "person", "further_post", "unit"})
    filter_hint = N_("Find a group")

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.panel.least = WITH_PARTS

    def fill_editor(self, editor: Editor) -> None:
        self.members = Members(self.shell, editor.commit, self._kept_id)
        editor.below.addWidget(self.members)
        editor.shown.connect(self._show_members)
        for key in ("kind", "unit", "post"):
            editor.boxes[key].changed.connect(self._rule_typed)

    def all_columns(self) -> tuple[Column, ...]:
        return (
            Column("name", N_("Name"), 280, lambda line: line.group.name, sort="name"),
            Column("rule", N_("Who belongs"), 380, lambda line: rule_words(self.shell.say, line)),
            Column("size", N_("People"), 80, lambda line: str(line.group.size), Align.RIGHT, sort="size"),
        )

    def primary(self) -> Action:
        return Action("new", N_("Add a group"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (self.delete_action(),)

    def source(self) -> RowSource:
        return WholeList(
            partial(_lines, self.shell.desk),
            orders={"name": lambda line: sort_key(line.group.name), "size": lambda line: line.group.size},
        )

    def query(self) -> ListQuery:
        return ListQuery(sort="name")

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d group", "%(n)d groups", self.table.rows.count)

    def empty_state(self) -> Empty:
        sentence = N_("A group is a saved answer to “who must know it”: a unit, a post, or people you name.")
        return Empty("account-multiple-outline", sentence, N_("Add a group"), self.new_record)

    def record(self) -> Record:
        desk = self.shell.desk
        kinds = ((None, N_("Anybody")), *KIND_NAMES.items())
        return Record(
            kind="group",
            new_title=N_("New group"),
            fields=(
                Field("name", N_("Name")),
                Field("kind", N_("Kind"), Kind.CHOICE, choices=kinds, letters=18, section=N_("Who belongs by rule")),
                Field("unit", N_("Unit"), Kind.COMPLETED, offers=partial(offer_units, desk)),
                Field("post", N_("Post"), Kind.COMPLETED, offers=partial(offer_posts, desk),
                      hint=N_("Everybody for whom all of this holds. Leave it empty to name people by hand.")),
            ),
            blank=GroupForm,
            get=partial(_get, desk),
            add=partial(_add, desk),
            save=partial(_save, desk),
            title=lambda form: form.name,
        )  # fmt: skip

    def bin_(self, ids: Sequence[int]) -> Changed | None:
        return groups.remove(self.shell.desk, ids)

    def _kept_id(self) -> int | None:
        """The group that is edited; a new one must be given a name first."""
        editor = self.editor
        if editor is None or editor.record_id is not None:
            return editor.record_id if editor else None
        editor.refuse(Refusal(N_("Type the name of the group first."), field="name"))
        return None

    def _show_members(self, form: object) -> None:
        if isinstance(form, GroupForm):
            self.members.show_group(form.kept or Group(0, ""), self._typed_rule())

    def _rule_typed(self) -> None:
        editor = self.editor
        if editor is not None and editor.active:
            self.members.use_rule(self._typed_rule())

    def _typed_rule(self) -> Callable[[], GroupRule]:
        assert self.editor is not None
        kind, unit, post = (self.editor.boxes[key].value() for key in ("kind", "unit", "post"))
        desk = self.shell.desk
        return lambda: GroupRule(kind, _unit_id(desk, unit), _known_post(desk, post))


def rule_words(say: Translator, line: GroupLine) -> str:
    """Who belongs, in words."""
    group = line.group
    words = [
        say(KIND_NAMES[group.rule.kind]) if group.rule.kind else "",
        line.unit,
        group.rule.post,
        say.plural("%(n)d by hand", "%(n)d by hand", len(group.added)) if group.added else "",
        say.plural("%(n)d taken out", "%(n)d taken out", len(group.removed)) if group.removed else "",
    ]
    return " · ".join(filter(None, words))


def _lines(desk: Desk, query: ListQuery) -> list[GroupLine]:
    places = {unit.id: unit.name for unit in units.all_units(desk)}
    typed = fold(query.text)
    found = [group for group in groups.all_groups(desk) if typed in fold(group.name)]
    return [GroupLine(group.id, group, places.get(group.rule.unit_id or 0, "")) for group in found]


def _unit_id(desk: Desk, name: str) -> int | None:
    key = fold(name)
    if not key:
        return None
    return next((unit.id for unit in units.all_units(desk) if fold(unit.name) == key), NO_UNIT)


def _known_post(desk: Desk, typed: str) -> str:
    """The post as people hold it, when only capital letters differ."""
    known, typed = people.posts(desk), typed.strip()
    if typed in known:
        return typed
    return next((post for post in known if typed and fold(post) == fold(typed)), typed)


def _get(desk: Desk, group_id: int) -> GroupForm:
    group = groups.get(desk, group_id)
    unit = next((each.name for each in units.all_units(desk) if each.id == group.rule.unit_id), "")
    return GroupForm(group.name, group.rule.kind, unit, group.rule.post, group)


def _rule(desk: Desk, form: GroupForm) -> GroupRule:
    unit_id = _unit_id(desk, form.unit)
    if unit_id == NO_UNIT:
        raise Refusal(N_("There is no unit called %(name)s. Choose one from the list."), field="unit", name=form.unit)
    return GroupRule(form.kind, unit_id, _known_post(desk, form.post))


def _add(desk: Desk, form: GroupForm) -> Changed:
    return groups.add(desk, form.name, _rule(desk, form))


def _save(desk: Desk, group_id: int, form: GroupForm) -> Changed:
    kept = groups.get(desk, group_id)
    return groups.save(desk, group_id, form.name, _rule(desk, form), kept.added, kept.removed)
