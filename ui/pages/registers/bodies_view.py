"""The list of bodies, and at the right one body with its posts, its members as on a day, and the turn of its year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from altdesk.desk import Changed
from altdesk.domain.bodies import BODY_KIND_NAMES, BodyLine, QuorumKind
from altdesk.domain.marking import N_
from altdesk.domain.sortkey import sort_key
from altdesk.i18n import Translator
from altdesk.services import bodies, exporting
from altdesk.services.papers import bodies as papers
from ui.actions import Action, Needs
from ui.columns import Align, Column, ListQuery, RowSource, WholeList
from ui.editor import Editor, Record
from ui.pages.registers import body_form
from ui.pages.registers.body_form import BodyForm
from ui.pages.registers.turning import Turning
from ui.pages.registers.views import PARTS, SHOWS, Home
from ui.panel import WITH_PARTS
from ui.preview import printable
from ui.shell import Shell
from ui.views import View
from ui.widgets.body_members import BodyMembers
from ui.widgets.body_posts import BodyPosts
from ui.widgets.empty import Empty
from ui.widgets.might_join import MightJoin
from ui.widgets.past_terms import PastTerms


class BodiesView(View):
    """Every body, with who leads it today."""

    key = "bodies_list"
    history_of = "body"
    title = N_("Bodies")
    shows = SHOWS
    parts = PARTS
    filter_hint = N_("Find a body")

    def __init__(self, shell: Shell, home: Home) -> None:
        self._members = 0
        super().__init__(shell, home)
        self.panel.least = WITH_PARTS
        self.turning = Turning(shell)
        self.turning.closed.connect(self._back_to_body)
        self.turning.done.connect(self._turned)

    def fill_editor(self, editor: Editor) -> None:
        shell = self.shell
        self.posts, self.past = BodyPosts(shell, editor.commit), PastTerms(shell)
        self._parts = (self.members, self.might_join, self.posts, self.past)
        for below in (self.posts, self.past):
            editor.below.addWidget(below)
        for part in self._parts:
            part.hide()
        self.members.fold_as("body members")
        self.might_join.fold_as("might join")
        self.posts.fold_as("body posts")
        editor.boxes["quorum_kind"].changed.connect(self._show_quorum)
        self.members.turn_wanted.connect(self.turn_year)
        self.members.print_wanted.connect(self._print_as_shown)
        editor.shown.connect(self._show_parts)

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("name", N_("Name"), 280, lambda b: b.name, sort="name"),
            Column("kind", N_("Kind"), 160, lambda b: say(BODY_KIND_NAMES[b.kind]), sort="kind"),
            Column("members", N_("Members"), 80, lambda b: str(b.members), Align.RIGHT, sort="members"),
            Column("quorum", N_("Quorum"), 80, lambda b: str(b.quorum) if b.voting else "", Align.RIGHT),
            Column("chair", N_("Chairperson"), 200, lambda b: b.chair, sort="chair"),
            Column("secretary", N_("Secretary"), 180, lambda b: b.secretary, sort="secretary"),
            Column("unit", N_("Unit"), 180, lambda b: b.unit, sort="unit", shown=False),
        )

    def primary(self) -> Action:
        return Action("new", N_("Add a body"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("import", N_("Import members from Excel…"), self._import, "table-arrow-down"),
            self.export_action(),
            Action("print", N_("Print the register"), self.print_selected, "printer-outline", needs=Needs.ONE),
            Action("turn", N_("Turn the year over"), self.turn_year, "calendar-sync-outline", needs=Needs.ONE),
            self.delete_action(),
        )

    def source(self) -> RowSource:
        desk, say = self.shell.desk, self.shell.say

        def fetch(query: ListQuery) -> list[BodyLine]:
            found = bodies.lines(desk, date.today(), query.text)
            self._members = sum(line.members for line in found)
            return found

        orders = {
            "name": lambda b: sort_key(b.name),
            "kind": lambda b: (sort_key(say(BODY_KIND_NAMES[b.kind])), sort_key(b.name)),
            "members": lambda b: b.members,
            "chair": lambda b: sort_key(b.chair),
            "secretary": lambda b: sort_key(b.secretary),
            "unit": lambda b: sort_key(b.unit),
        }
        return WholeList(fetch, orders=orders)

    def query(self) -> ListQuery:
        return ListQuery(sort="name")

    def state(self, say: Translator) -> str:
        count = say.plural("%(n)d body", "%(n)d bodies", self.table.rows.count)
        return count + ", " + say.plural("%(n)d member", "%(n)d members", self._members)

    def empty_state(self) -> Empty:
        sentence = N_("Here are the student government, clubs, circles, sections and councils, with who is in them.")
        return Empty("account-tie-outline", sentence, N_("Add a body"), self.new_record,
                     N_("Import members from Excel…"), self._import)  # fmt: skip

    def record(self) -> Record:
        return body_form.record(self.shell.desk, self.shell.say)

    def above_fields(self) -> Sequence[QWidget]:
        """A body is opened for its members: they stand over its fields."""
        self.members = BodyMembers(self.shell, lambda then: self.editor.commit(then) if self.editor else None)
        self.might_join = MightJoin(self.shell)
        return (self.members, self.might_join)

    def _show_parts(self, form: object) -> None:
        kept = form.kept if isinstance(form, BodyForm) else None
        for part in self._parts:
            part.setVisible(kept is not None)
            if kept is not None:
                part.show_body(kept)
        self._show_quorum()

    def _show_quorum(self) -> None:
        """The parts of a quorum are asked for only where it has some."""
        if (editor := self.editor) is not None:
            parted = editor.boxes["quorum_kind"].value() is QuorumKind.AT_LEAST
            for key in ("quorum_parts", "quorum_of"):
                editor.boxes[key].setVisible(parted)

    def _open_and_focus(self, record_id: int) -> None:
        """Enter opens a body on its members."""
        self.open_record("", record_id)
        self.members.day.input.setFocus()

    def refresh(self) -> None:
        super().refresh()
        editor = self._editor
        if editor is not None and editor.changed and editor.record_id is not None and self.panel_open:
            self.members.look()  # what is typed keeps the editor as it is; the members below still follow the desk

    def open_record(self, kind: str, record_id: int) -> None:
        if kind != "term":
            super().open_record(kind, record_id)
            return
        find = partial(bodies.body_of_term, self.shell.desk, record_id)
        self.shell.work.do(find, lambda body_id: self.open_record("body", body_id))

    def bin_(self, ids: Sequence[int]) -> Changed:
        return bodies.bin_(self.shell.desk, ids)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting.bodies(self.shell.desk, path, date.today(), ids)

    # the turn of the year

    def turn_year(self) -> None:
        """Show the turn of the selected body's year in place of its record."""
        number = self._chosen_body()
        if number is None:
            return

        def start() -> None:
            if self._editor is not None:
                self._editor.active = False
            self.show_panel(self.turning)
            self.turning.start(number)

        self.leave(start)

    def _turned(self, body_id: int) -> None:
        self.shell.messages.tell(N_("The year has turned over. Undo takes it back."))
        self.open_record("body", body_id)

    def _back_to_body(self) -> None:
        number = self._chosen_body()
        if number is not None:
            self.open_record("body", number)
        else:
            self.close_panel()

    # paper and files

    def print_selected(self) -> None:
        """The register of the selected body: as on the day shown, else as it is today."""
        editor = self._editor
        shown = editor is not None and editor.active and self.panel_open
        self._print(self.members.on if shown else date.today())

    def _print_as_shown(self) -> None:
        self._print(self.members.on)

    def _print(self, on: date) -> None:
        from altdesk.forms.sheets.members import FORM

        number, desk = self._chosen_body(), self.shell.desk
        if number is None:
            self.shell.messages.advise(N_("Select the body whose register is to be printed."))
            return
        make = partial(papers.register, desk, number, on)
        self.show_paper(printable(desk, self.shell.say(N_("Register of members")), make, FORM.options))

    def _import(self) -> None:
        number = self._chosen_body()
        if number is None:
            self.shell.go("import_members", None)
        else:
            self.shell.go("members_of", number)

    def _chosen_body(self) -> int | None:
        editor = self._editor
        if editor is not None and editor.active and editor.record_id is not None and self.panel_open:
            return editor.record_id
        return self.table.current_id
