"""The sponsor of a record of funds: what it gave in all, how to reach it; renamed here for everything it gave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from altdesk.desk import Changed
from altdesk.domain.marking import N_
from altdesk.domain.money import money
from altdesk.domain.sponsors import Sponsor, SponsorDraft
from altdesk.services import sponsors
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.widgets.parts import Part, SmallForm, Then, button, button_row

FIELDS = (
    Field("name", N_("Name of the sponsor"), letters=30),
    Field("contacts", N_("Contacts"), Kind.LONG, letters=30),
    Field("note", N_("Note"), Kind.LONG, letters=30),
)


class SponsorPart(Part):
    """Below the fields of a record of funds. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("Sponsor"))
        self._saved = saved
        self._sponsor: Sponsor | None = None
        self.change_button = button(shell, N_("Edit the sponsor"), self.ask_change, "pencil-outline")
        self.list_button = button(shell, N_("All it gave"), self._list, "format-list-bulleted")
        self.form = SmallForm(shell, FIELDS)
        self.column.addLayout(button_row((self.change_button, self.list_button)))
        self.column.addWidget(self.form)
        shell.words.switched.connect(self._say)

    def show_sponsor(self, sponsor_id: int | None) -> None:
        """Show a sponsor; nothing for funds that are not kept yet."""
        desk = self.shell.desk
        self.setVisible(sponsor_id is not None)
        if sponsor_id is None:
            self._sponsor = None
            return
        self.shell.work.do(partial(sponsors.get_sponsor, desk, sponsor_id), self._show, topic="sponsor-part")

    def _show(self, found: Sponsor) -> None:
        if self._sponsor is None or self._sponsor.id != found.id:
            self.form.hide()
        self._sponsor = found
        self._say()

    def _say(self) -> None:
        known, say = self._sponsor, self.shell.say
        if known is None:
            return
        times = say.plural("Gave %(n)d time, %(amount)s in all", "Gave %(n)d times, %(amount)s in all", known.times,
                           amount=money(known.amount))  # fmt: skip
        self.say_sentence("\n".join(part for part in (times, known.contacts, known.note) if part))

    def ask_change(self) -> None:
        if (known := self._sponsor) is not None:
            self.form.open_form(
                N_("Save"), partial(self._change, known.id), name=known.name, contacts=known.contacts, note=known.note
            )

    def _change(self, sponsor_id: int, values: dict[str, Any]) -> None:
        desk = self.shell.desk

        def done(_changed: Changed) -> None:
            self.form.close_form()

        def start() -> None:
            draft = SponsorDraft(**values)
            self.shell.work.do(
                lambda: sponsors.save_sponsor(desk, sponsor_id, draft), done, self.form.refuse, label=N_("Saving")
            )

        self._saved(start)

    def _list(self) -> None:
        if (known := self._sponsor) is not None:
            self.shell.go("sponsor", known.id)
