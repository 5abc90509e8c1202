"""Abbreviations: what the documents write short, and what it stands for as far as somebody has said so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from altdesk.desk import Changed
from altdesk.domain.abbreviations import Abbreviation, AbbreviationDraft
from altdesk.domain.marking import N_
from altdesk.domain.text import sort_key
from altdesk.i18n import Translator
from altdesk.services import abbreviations
from ui.actions import Action
from ui.columns import Column, ListQuery, RowSource, State, WholeList
from ui.editor import Record
from ui.fields import Field, Kind
from ui.listpage import ListPage
from ui.theme import Tone
from ui.widgets.empty import Empty

UNKNOWN = State("help-circle-outline", N_("nobody has said"), Tone.WAIT)


class AbbreviationsPage(ListPage):
    """The table of §3.2, kept by hand: nothing in it is made up."""

    key = "abbreviations"
    history_of = "abbreviation"
    title = N_("Abbreviations")
    shows = frozenset({"abbreviation"})
    filter_hint = N_("Find an abbreviation")

    columns = (
        Column("short", N_("Abbreviation"), 150, lambda each: each.short, sort="short"),
        Column("expansion", N_("Expansion"), 380, sort="expansion",
               state=lambda each: State("", each.expansion) if each.expansion else UNKNOWN),
        Column("note", N_("Note"), 300, lambda each: each.note),
    )  # fmt: skip

    def primary(self) -> Action:
        return Action("new", N_("Add an abbreviation"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (self.delete_action(),)

    def source(self) -> RowSource:
        orders = {"short": lambda each: sort_key(each.short), "expansion": lambda each: sort_key(each.expansion)}
        return WholeList(self._found, orders=orders)

    def _found(self, query: ListQuery) -> list[Abbreviation]:
        return abbreviations.every(self.shell.desk, query.text)

    def query(self) -> ListQuery:
        return ListQuery(sort="short")

    def state(self, say: Translator) -> str:
        return say.plural("%(n)d abbreviation", "%(n)d abbreviations", self.table.rows.count)

    def empty_state(self) -> Empty:
        sentence = N_("Here stands what your documents write short. What nobody has explained stays empty.")
        return Empty("format-letter-case", sentence, N_("Add an abbreviation"), self.new_record,
                     N_("Load the starter set"), self.load_starter)  # fmt: skip

    def load_starter(self) -> None:
        """The abbreviations of the work instruction, with its documents and tables."""
        from ui.starting import load_starter

        load_starter(self.shell, self.refresh)

    def record(self) -> Record:
        desk = self.shell.desk
        return Record(
            kind="abbreviation",
            new_title=N_("New abbreviation"),
            fields=(
                Field("short", N_("Abbreviation"), letters=24),
                Field("expansion", N_("Expansion"), hint=N_("Leave it empty while nobody knows for certain.")),
                Field("note", N_("Note"), Kind.LONG),
            ),
            blank=AbbreviationDraft,
            get=partial(abbreviations.get, desk),
            add=partial(abbreviations.add, desk),
            save=partial(abbreviations.save, desk),
            title=lambda each: each.short,
        )

    def bin_(self, ids: Sequence[int]) -> Changed:
        return abbreviations.remove(self.shell.desk, ids)
