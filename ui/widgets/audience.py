"""The audience of a document: who must know it, in words and in names, and the way on to the sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel

from altdesk.domain.acquaintance import PartKind
from altdesk.domain.documents import Document, DocumentLine, RevisionState
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import audiences, documents
from altdesk.services.audiences import Part as AudiencePart
from ui.columns import Align, Column, State
from ui.icons import icon
from ui.shell import Shell
from ui.theme import Tone, set_icon, set_look
from ui.widgets.document_part import DocumentPart
from ui.widgets.finder import Suggestion
from ui.widgets.parts import Then, button, button_row
from ui.widgets.pick import PickInput
from ui.widgets.short_table import FoundPeople, ShortTable

KINDS = {
    PartKind.EVERYONE: State("earth", N_("Everybody")),
    PartKind.GROUP: State("account-multiple-outline", N_("Group")),
    PartKind.UNIT: State("office-building-outline", N_("Unit")),
    PartKind.POST: State("badge-account-outline", N_("Post")),
    PartKind.PERSON: State("account-outline", N_("Person")),
}
EVERYBODY = N_("Everybody in the register")
NAMES = (
    Column("name", N_("Full name"), 230, lambda person: person.full_name),
    Column("post", N_("Post"), 170, lambda person: person.post),
)


def part_name(say: Translator, part: AudiencePart) -> str:
    return part.name or say(EVERYBODY)


class Audience(DocumentPart):
    """Below a document's revisions. `saved(then)` saves what is typed in the fields first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None], sheet: Then, missing: Then) -> None:
        super().__init__(shell, N_("Who must know it"))
        self._saved = saved
        self._document_id = 0
        self._line: DocumentLine | None = None
        self._parts: list[AudiencePart] = []
        say = shell.say
        columns = (
            Column("name", N_("Who"), 200, lambda part: part_name(say, part)),
            Column("kind", N_("Kind"), 118, state=lambda part: KINDS[part.kind]),
            Column("people", N_("People"), 70, _people, Align.RIGHT),
        )
        self.table = ShortTable(shell, "document audience", columns, 6)
        shell.words(self.table, name=N_("Who must know it"))
        self.finder = PickInput(shell.work, self._offers, lambda part: KINDS[part.kind].icon)
        shell.words(self.finder, name=N_("Add who must know it"), placeholder=N_("Group, unit, post or name"))
        self.out_button = button(shell, N_("Take out"), self.take_out, "account-remove-outline")
        self.sheet_button = button(shell, N_("Make acquaintance sheet"), sheet)
        set_look(self.sheet_button, "look", "primary")
        set_icon(self.sheet_button, icon("file-sign", Tone.ON_ACCENT))
        self.missing_button = button(shell, N_("Missing people"), missing, "account-clock-outline")
        self.names_label = QLabel(wordWrap=True)
        self.names = ShortTable(shell, "document people", NAMES, 8)
        shell.words(self.names, name=N_("People who must know it"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.addLayout(button_row((self.sheet_button, self.missing_button)))
        self.column.addWidget(self.table)
        self.column.addWidget(self.finder)
        self.column.addLayout(button_row((self.out_button,)))
        self.column.addWidget(self.names_label)
        self.column.addWidget(self.names)

    def _connect(self) -> None:
        self.finder.picked.connect(self.add)
        self.table.selection_changed.connect(self._show_possible)
        self.table.delete_wanted.connect(self.take_out)
        self.table.insert_wanted.connect(self.finder.setFocus)
        self.table.activated_id.connect(self._open_part)
        self.names.activated_id.connect(lambda number: self.shell.go("person", number))
        self.names.rows.loaded.connect(self._say)
        self.shell.words.switched.connect(self._say)

    def show_document(self, document: Document) -> None:
        """Show the audience as it is now."""
        desk, document_id = self.shell.desk, document.id
        if document_id != self._document_id:
            self._document_id = document_id
            self.finder.clear()
            self.table.clearSelection()

        def look() -> tuple[list[AudiencePart], DocumentLine | None]:
            found = documents.lines(desk, [document_id])
            return audiences.parts(desk, document_id), found[0] if found else None

        self.shell.work.do(look, self._show, topic=f"audience-{id(self)}")
        self.names.show_source(FoundPeople(desk, partial(audiences.ids, desk, document_id)))

    def _show(self, found: tuple[list[AudiencePart], DocumentLine | None]) -> None:
        self._parts, self._line = found
        self.table.setVisible(bool(self._parts))
        self.table.show_lines(self._parts)
        self._show_possible()
        self._say()

    def _say(self) -> None:
        say, line = self.shell.say, self._line
        count = self.names.rows.count if not self.names.rows.waiting else 0
        self.names.setVisible(count > 0)
        self.names_label.setVisible(count > 0)
        self.names_label.setText(say.plural("This is %(n)d person:", "These are %(n)d people:", count))
        in_force = line is not None and line.state is RevisionState.IN_FORCE
        self.say_count(f"{line.signed} / {line.total}" if line is not None and in_force and self._parts else "")
        self.sheet_button.setEnabled(in_force and count > 0)
        self.missing_button.setEnabled(in_force and line is not None and line.total > 0)
        if not self._parts:
            self.say_sentence(say(N_("Nobody yet. Choose below who must know the document.")), Tone.WAIT)
        elif line is None or not in_force:
            self.say_sentence(say(N_("They owe it as soon as a revision is in force.")))
        elif line.signed < line.total:
            self.say_sentence(_signed(say, line), Tone.WAIT)
        else:
            self.say_sentence(_signed(say, line), Tone.GOOD)

    def _show_possible(self) -> None:
        self.out_button.setEnabled(self.table.selected_count() > 0)

    # what the person does

    def add(self, part: AudiencePart) -> None:
        self._set([each.entry for each in self._parts] + [part.entry])

    def take_out(self) -> None:
        gone = set(self.table.selected_ids())
        if gone:
            (self.table if len(gone) < len(self._parts) else self.finder).setFocus()
            self._set([each.entry for each in self._parts if each.id not in gone])

    def _set(self, entries: Sequence[Any]) -> None:
        desk, document_id = self.shell.desk, self._document_id
        keep = partial(documents.set_audience, desk, document_id, tuple(entries))

        def start() -> None:
            self.shell.work.do(keep, label=N_("Saving"))

        self._saved(start)

    def _offers(self, text: str) -> list[Suggestion]:
        say, taken = self.shell.say, [each.entry for each in self._parts]
        found = audiences.choices(self.shell.desk, text, taken, say(EVERYBODY))
        return [Suggestion(part, part_name(say, part), _about(say, part)) for part in found]

    def _open_part(self, number: int) -> None:
        part = next((each for each in self._parts if each.id == number), None)
        if part is None:
            return
        if part.kind is PartKind.PERSON:
            self.shell.go("person", part.entry.person_id)
        elif part.kind is PartKind.GROUP:
            self.shell.go("group", part.entry.group_id)
        elif part.kind is PartKind.UNIT:
            self.shell.go("unit", part.entry.unit_id)


def _about(say: Translator, part: AudiencePart) -> str:
    """What an offer says beside its name: the post and the unit of a person, else what kind of part it is."""
    return "" if part.kind is PartKind.EVERYONE else part.about or say(KINDS[part.kind].word)


def _people(part: AudiencePart) -> str:
    return "" if part.people is None else str(part.people)


def _signed(say: Translator, line: DocumentLine) -> str:
    if line.signed >= line.total:
        return say(N_("All %(total)d have signed."), total=line.total)
    return say(
        N_("%(signed)d of %(total)d have signed, %(missing)d are missing."),
        signed=line.signed, total=line.total, missing=line.total - line.signed,
    )  # fmt: skip
