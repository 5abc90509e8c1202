"""Sponsors' funds: the list with its exact total, and the editor of one with the sponsor below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from altdesk.desk import Desk
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.money import money, total
from altdesk.domain.sponsors import Donation, DonationDraft, DonationsQuery, Totals
from altdesk.i18n import Translator
from altdesk.services import exporting_year, sponsors
from altdesk.services.papers import year_records as papers
from ui.actions import Action, Needs
from ui.columns import Align, Column
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.offers import holding
from ui.pages.yearly.sponsor_part import SponsorPart
from ui.pages.yearly.views import YearlyView
from ui.widgets.empty import Empty
from ui.widgets.finder import PersonInput, Suggestion
from ui.widgets.money import MoneyInput
from ui.widgets.revisions import day_text


class EventInput(PersonInput):
    """One event of the schedule, or none."""

    def value(self) -> int | None:
        try:
            return super().value()
        except Refusal:
            raise Refusal(N_("Choose the event from the list, or leave it empty.")) from None


class SponsorsView(YearlyView):
    """Who gave what for which event."""

    key = "sponsors"
    history_of = "donation"
    title = N_("Sponsors")
    filter_hint = N_("Find a sponsor or an event")
    service: ClassVar[Any] = sponsors
    nothing: ClassVar[Any] = Totals()

    def fill_editor(self, editor: Editor) -> None:
        self.sponsor = SponsorPart(self.shell, editor.commit)
        editor.below.addWidget(self.sponsor)
        self.sponsor.hide()
        editor.shown.connect(self._show_sponsor)

    def all_columns(self) -> tuple[Column, ...]:
        return (
            Column("received_on", N_("Received on"), 132, lambda line: day_text(line.received_on),
                   sort="received_on"),
            Column("sponsor", N_("Sponsor"), 240, lambda line: line.sponsor, sort="sponsor"),
            Column("amount", N_("Sum, ₸"), 150, _sum, Align.RIGHT, sort="amount"),
            Column("in_kind", N_("Help in kind"), 180, lambda line: line.in_kind),
            Column("event", N_("Event"), 240, lambda line: line.event, sort="event"),
            Column("document", N_("Supporting document"), 160, _document),
            Column("note", N_("Note"), 180, lambda line: line.note, shown=False),
        )  # fmt: skip

    def primary(self) -> Action:
        return Action("new", N_("Add funds"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("event", N_("Open the event"), self._open_event, "calendar-month-outline", needs=Needs.ONE),
            *super().more(),
        )

    def query(self) -> DonationsQuery:
        return DonationsQuery(period=self.period)

    def state(self, say: Translator) -> str:
        of = self.told
        said = say.plural("%(n)d record of sponsors' funds", "%(n)d records of sponsors' funds", of.count)
        return say(N_("%(count)s, %(amount)s in all"), count=said, amount=money(of.amount))

    def totals(self, say: Translator, selected: int) -> str:
        count = super().totals(say, selected)
        chosen = [line.sum for line in self.selected_lines()] if selected > 1 else []
        amount = total(chosen) if chosen else self.told.amount
        given = say(N_("Total: %(amount)s"), amount=money(amount))
        return f"{count}   ·   {given}"

    def empty_state(self) -> Empty:
        if self.narrowed:
            return Empty("filter-outline", N_("There is nothing in this year."), N_("Show all"), self.filters.clear)
        sentence = N_("Here you write down what sponsors gave, for which event and by which document.")
        return Empty("hand-coin-outline", sentence, N_("Add funds"), self.new_record)

    def record(self) -> Record:
        desk = self.shell.desk
        return Record(
            kind="donation",
            new_title=N_("New funds of a sponsor"),
            fields=(
                Field("sponsor", N_("Sponsor"), Kind.COMPLETED, offers=partial(_offer_sponsors, desk),
                      hint=N_("One who is not in the list yet is added.")),
                Field("amount", N_("Sum, ₸"), make=lambda _shell: MoneyInput(), letters=20),
                Field("received_on", N_("Received on"), Kind.DATE, letters=14, beside=True),
                Field("in_kind", N_("Help in kind"), hint=N_("What was given instead of money, or beside it.")),
                Field("event_id", N_("Event"), hint=N_("Which event it was given for, if for one."),
                      make=lambda shell: EventInput(shell.work, shell.words, partial(_offer_events, desk),
                                                    partial(_event_name, desk))),
                Field("document", N_("Supporting document"), letters=24),
                Field("document_on", N_("Day of the document"), Kind.DATE, letters=14, beside=True),
                Field("note", N_("Note"), Kind.LONG),
            ),
            blank=DonationDraft,
            get=partial(sponsors.get, desk),
            add=partial(sponsors.add, desk),
            save=partial(sponsors.save, desk),
            title=lambda line: line.sponsor if isinstance(line, Donation) else "",
        )  # fmt: skip

    def open_record(self, kind: str, record_id: int) -> None:
        """A sponsor opens as the list of what it gave, with the newest of it."""
        if kind != "sponsor":
            super().open_record(kind, record_id)
            return
        desk = self.shell.desk

        def find() -> tuple[str, Sequence[int]]:
            return sponsors.get_sponsor(desk, record_id).name, sponsors.ids(desk, DonationsQuery(sponsor_id=record_id))

        def show(found: tuple[str, Sequence[int]]) -> None:
            name, gave = found
            self.filters.clear()
            self.head.filter.setText(name)
            if gave:
                super(SponsorsView, self).open_record("donation", gave[0])
            else:
                self.new_record(sponsor=name)

        self.shell.work.do(find, show)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting_year.sponsors(self.shell.desk, path, ids)

    def print_selected(self) -> None:
        from altdesk.forms.sheets.sponsors import FORM

        self.print_listed(N_("List of sponsors"), partial(papers.sponsors_list, self.shell.desk), FORM)

    def _show_sponsor(self, record: object) -> None:
        self.sponsor.show_sponsor(record.sponsor_id if isinstance(record, Donation) else None)

    def _open_event(self) -> None:
        line = next(iter(self.selected_lines()), None)
        if line is None:
            return
        if line.event_id is None:
            self.shell.messages.advise(N_("These funds were given for no event."))
        else:
            self.shell.go("event", line.event_id)


def _sum(line: Donation) -> str:
    return money(line.amount) if line.amount else ""


def _document(line: Donation) -> str:
    return ", ".join(part for part in (line.document, day_text(line.document_on)) if part)


def _offer_sponsors(desk: Desk, text: str) -> list[Suggestion]:
    return holding(text, [each.name for each in sponsors.all_sponsors(desk)])


def _offer_events(desk: Desk, text: str) -> list[Suggestion]:
    return [Suggestion(each.id, each.title, short_day(each.starts_on)) for each in sponsors.events(desk, text)]


def _event_name(desk: Desk, event_id: int) -> str:
    return sponsors.event(desk, event_id).title
