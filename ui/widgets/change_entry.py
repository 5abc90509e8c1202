"""One entry of §12 typed in place: its texts, then the question whether it alters the meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from altdesk.domain.changes import Change, ChangeDraft, ChangeKind
from altdesk.domain.documents import Who
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.norms import Flag
from altdesk.domain.text import fold
from altdesk.services import changes
from ui.fields import Field, Kind
from ui.offers import offer_names
from ui.shell import Shell
from ui.widgets.finder import Suggestion
from ui.widgets.parts import SmallForm
from ui.widgets.question import Question

Save = Callable[[Change | None, ChangeDraft], None]


class ChangeEntry(QWidget):
    """Closed until an entry is opened; `save(edited, draft)` gets what was typed, `edited` is None for a new one."""

    def __init__(self, shell: Shell, save: Save) -> None:
        super().__init__()
        self._shell, self._save = shell, save
        self._flags: Sequence[Flag] = ()
        self._draft = ChangeDraft()
        self._edited: Change | None = None
        self.form = SmallForm(shell, self._fields())
        self.question = Question(
            shell,
            N_("Does the change alter the meaning of the document?"),
            (
                (N_("No, it is editorial"), partial(self._answered, ChangeKind.EDITORIAL)),
                (N_("Yes, the meaning changes"), partial(self._answered, ChangeKind.MEANING)),
            ),
            self._back_to_form,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.question)

    def _fields(self) -> tuple[Field, ...]:
        def names(text: str) -> list[Suggestion]:
            return offer_names(self._shell.desk, text)

        return (
            Field("paragraph", N_("Paragraph"), letters=18),
            Field("on", N_("Date"), Kind.DATE, letters=16),
            Field("change", N_("What is changed"), Kind.LONG, letters=34),
            Field("name", N_("Who enters it"), Kind.COMPLETED, letters=24, offers=names),
            Field("corrects", N_("Corrects entry No."), Kind.NUMBER, letters=8, least=1),
            Field("norm", N_("Answers the norm"), Kind.COMPLETED, letters=24, offers=self._offer_norms),
        )

    def open_entry(self, edited: Change | None, draft: ChangeDraft, *, corrects: bool, flags: Sequence[Flag]) -> None:
        """Type a new entry, or another text for one. `flags` are what norms ask of the document."""
        self._edited, self._flags = edited, flags
        self.question.hide()
        values: dict[str, Any] = {"paragraph": draft.paragraph, "on": draft.on, "change": draft.change}
        values["name"] = draft.who.name
        if corrects:
            values["corrects"] = draft.corrects
        if flags:
            values["norm"] = ""
        self.form.open_form(N_("Save"), self._typed, **values)

    def refuse(self, refusal: Refusal) -> None:
        """Say below its field why it cannot be kept."""
        self.question.hide()
        self.form.show()
        self.form.refuse(refusal)

    def close_entry(self) -> None:
        self.question.hide()
        self.form.hide()

    def _typed(self, values: dict[str, Any]) -> None:
        """The texts are whole: now the kind is asked."""
        try:
            self._draft = changes.tidy(self._meant(values))
        except Refusal as refusal:
            self.form.refuse(refusal)
            return
        self.form.hide()
        self.question.ask()

    def _meant(self, values: dict[str, Any]) -> ChangeDraft:
        typed = fold(values.get("norm", ""))
        answered = tuple(each.norm_id for each in self._flags if typed and fold(each.designation) == typed)
        if typed and not answered:
            raise Refusal(N_("Choose a norm that asks to look at the document."), field="norm")
        who, corrects = Who(values["name"]), values.get("corrects")
        kind = ChangeKind.EDITORIAL  # until it is answered
        return ChangeDraft(values["paragraph"], values["change"], values["on"], who, kind, corrects, answered)

    def _answered(self, kind: ChangeKind) -> None:
        self._save(self._edited, replace(self._draft, kind=kind))

    def _back_to_form(self) -> None:
        self.form.show()
        self.form.boxes["change"].input.setFocus()

    def _offer_norms(self, text: str) -> list[Suggestion]:
        key = fold(text)
        found = [each for each in self._flags if key in fold(f"{each.designation} {each.norm_title}")]
        return [Suggestion(each.designation, each.designation, each.norm_title) for each in found]
