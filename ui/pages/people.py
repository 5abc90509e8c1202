"""People: the register of persons, and the editor of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from altdesk.desk import Changed
from altdesk.domain.marking import N_
from altdesk.domain.people import KIND_NAMES, PeopleQuery, PersonLine
from altdesk.i18n import Translator
from altdesk.services import people
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, ServiceRows, State
from ui.listpage import ListPage
from ui.panel import WITH_PARTS
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.empty import Empty

if TYPE_CHECKING:
    from ui.editor import Editor
    from ui.record import Record

ACTIVE = State("check-circle-outline", N_("Active"), Tone.GOOD)
LEFT = State("account-off-outline", N_("Left"), Tone.QUIET)
ANONYMOUS = State("incognito", N_("Anonymous"), Tone.QUIET)


class PeoplePage(ListPage):
    """Who is in the register."""

    key = "people"
    history_of = "person"
    title = N_("People")
    shows = frozenset({"person", "further_post", "unit", "term", "body", "interest", "body_keyword"})
    filter_hint = N_("Find a person")

    _include_left = False

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.panel.least = WITH_PARTS

    def all_columns(self) -> tuple[Column, ...]:
        return (
            Column("name", N_("Full name"), 280, lambda p: p.full_name, sort="name"),
            Column("post", N_("Post"), 210, lambda p: p.post, sort="post", edit=self._set_post),
            Column("unit", N_("Unit"), 220, lambda p: p.unit, sort="unit"),
            Column("kind", N_("Kind"), 110, lambda p: self.shell.say(KIND_NAMES[p.kind]), shown=False),
            Column("group", N_("Group"), 90, lambda p: p.group, sort="group"),
            Column("course", N_("Course"), 70, _course, Align.RIGHT, sort="course"),
            Column("active", N_("State"), 130, state=_state),
        )

    def primary(self) -> Action:
        return Action("new", N_("Add a person"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("import", N_("Import from Excel…"), lambda: self.shell.go("import", None), "table-arrow-down"),
            self.export_action(),
            Action("print", N_("Print the list"), self.print_selected, "printer-outline"),
            Action("leavers", N_("Show or hide those who left"), self._toggle_left, "account-off-outline"),
            Action("leave", N_("Left today"), self._leave, "account-arrow-right-outline", needs=Needs.SOME,
                   line_before=True),
            Action("come_back", N_("Back in the register"), self._come_back, "account-arrow-left-outline",
                   needs=Needs.SOME),
            self.delete_action(),
        )  # fmt: skip

    def source(self) -> RowSource:
        return ServiceRows(self.shell.desk, people)

    def query(self) -> PeopleQuery:
        return PeopleQuery(include_left=self._include_left)

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d person in the register", "%(n)d people in the register", self.table.rows.count)

    def empty_state(self) -> Empty:
        sentence = N_("Here are the people who must know your documents: staff, students and others.")
        bring = partial(self.shell.go, "import", None)
        return Empty("account-group", sentence, N_("Import from Excel…"), bring, N_("Add a person"), self.new_record)

    def record(self) -> Record:
        from ui.pages.people_form import person_record

        return person_record(self.shell.desk)

    def fill_editor(self, editor: Editor) -> None:
        from ui.pages.people_form import PersonParts

        self.parts = PersonParts(self.shell, editor, self.show_paper)

    def print_selected(self) -> None:
        """The selected people, or with fewer than two the whole list as it is filtered."""
        from altdesk.forms.form import Option
        from altdesk.services.papers import people as papers
        from ui.preview import printable

        desk, source, query = self.shell.desk, self.source(), self.table.rows.query
        chosen = self.table.selected_ids() if self.table.selected_count() > 1 else []
        title = self.shell.say(N_("List of people"))
        pages = frozenset({Option.PAGES})
        self.show_paper(printable(desk, title, lambda: papers.people(desk, chosen or source.ids(query)), pages))

    def bin_(self, ids: Sequence[int]) -> Changed:
        return people.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        from altdesk.services import exporting

        return exporting.people(self.shell.desk, path, ids)

    def _set_post(self, person_id: int, typed: str) -> Changed:
        kept = people.get(self.shell.desk, person_id)
        return people.save(self.shell.desk, person_id, replace(kept, post=typed))

    def _leave(self) -> None:
        desk, ids = self.shell.desk, self.table.selected_ids()
        self.shell.work.do(lambda: people.leave(desk, ids, on=date.today()))

    def _come_back(self) -> None:
        desk, ids = self.shell.desk, self.table.selected_ids()
        self.shell.work.do(lambda: people.come_back(desk, ids))

    def _toggle_left(self) -> None:
        self._include_left = not self._include_left
        self.refresh()


def _state(line: PersonLine) -> State:
    if line.anonymous:
        return ANONYMOUS
    return ACTIVE if line.active else LEFT


def _course(line: PersonLine) -> str:
    return "" if line.course is None else str(line.course)
