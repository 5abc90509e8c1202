"""People: the register of persons, and the editor of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from altdesk.desk import Changed
from altdesk.domain.marking import N_
from altdesk.domain.people import KIND_NAMES, PeopleQuery, Person, PersonDraft, PersonLine
from altdesk.i18n import Translator
from altdesk.services import people
from ui.actions import Action, Needs
from ui.columns import Align, Column, RowSource, ServiceRows, State
from ui.editor import Record
from ui.fields import Field, Kind
from ui.listpage import ListPage
from ui.offers import offer_posts, offer_units
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.empty import Empty
from ui.widgets.parts import PANEL
from ui.widgets.person_data import PersonData
from ui.widgets.person_interests import PersonInterests
from ui.widgets.person_terms import PersonTerms

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
        editor = self.editor
        assert editor is not None
        self.panel.least = PANEL
        self.terms = PersonTerms(shell)
        self.data = PersonData(shell, editor.commit, self.show_paper)
        self.interests = PersonInterests(shell, editor.commit)  # the last: its suggestions come and go behind all else
        for part in (self.terms, self.data, self.interests):
            editor.below.addWidget(part)
            part.hide()
        editor.shown.connect(self._show_parts)

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
        desk = self.shell.desk
        return Record(
            kind="person",
            new_title=N_("New person"),
            fields=self._fields(),
            blank=PersonDraft,
            get=partial(people.get, desk),
            add=partial(people.add, desk),
            save=partial(people.save, desk),
            title=lambda person: person.full_name if isinstance(person, Person) else "",
        )

    def _fields(self) -> tuple[Field, ...]:
        desk = self.shell.desk
        posts, units = partial(offer_posts, desk), partial(offer_units, desk)
        kinds = tuple(KIND_NAMES.items())
        return (
            Field("surname", N_("Surname")),
            Field("given_name", N_("Given name"), beside=True),
            Field("patronymic", N_("Patronymic"), hint=N_("Empty when there is none.")),
            Field("kind", N_("Kind"), Kind.CHOICE, choices=kinds, letters=18, section=N_("Place")),
            Field("post", N_("Post"), Kind.COMPLETED, offers=posts),
            Field("unit", N_("Unit"), Kind.COMPLETED, offers=units, hint=N_("Institute or department.")),
            Field("group", N_("Group"), letters=14),
            Field("course", N_("Course"), Kind.NUMBER, letters=6, least=1, most=9, beside=True),
            Field("phone", N_("Phone"), letters=18, section=N_("Contacts")),
            Field("email", N_("Email"), beside=True),
            Field("note", N_("Note"), Kind.LONG),
            Field("consent_on", N_("Consent given on"), Kind.DATE, letters=14, section=N_("Dates"),
                  hint=N_("Consent to keep personal data.")),
            Field("left_on", N_("Left on"), Kind.DATE, letters=14, beside=True),
        )  # fmt: skip

    def _show_parts(self, person: object) -> None:
        kept = isinstance(person, Person) and person.id > 0
        self.data.setVisible(kept)
        self.interests.setVisible(kept and isinstance(person, Person) and person.anonymous is None)
        if isinstance(person, Person) and kept:
            self.terms.show_person(person.id)
            self.interests.show_person(person.id)
            self.data.show_person(person)
        else:
            self.terms.hide()

    def print_selected(self) -> None:
        """The selected people, or with fewer than two the whole list as it is filtered."""
        from altdesk.forms.form import Option
        from altdesk.services import papers
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
