"""Measures that better the conditions of study and life: the list by institute, and the editor of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.measures import (
    CONDITIONS_NAMES,
    Conditions,
    Measure,
    MeasureDraft,
    MeasuresQuery,
    MeasureTotals,
    cost_of,
)
from altdesk.domain.money import money
from altdesk.i18n import Translator
from altdesk.services import exporting_year, measures
from altdesk.services.papers import year_records as papers
from ui.actions import Action
from ui.columns import Align, Column, State
from ui.editor import Record
from ui.fields import Field, Kind
from ui.offers import offer_names, offer_posts, offer_units
from ui.pages.yearly.views import YearlyView
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter
from ui.widgets.finder import Suggestion
from ui.widgets.money import MoneyInput
from ui.widgets.revisions import day_text

STATES = {
    Conditions.STUDY: State("school-outline", CONDITIONS_NAMES[Conditions.STUDY]),
    Conditions.LIVING: State("home-heart", CONDITIONS_NAMES[Conditions.LIVING]),
}
UNIVERSITY = N_("The whole university")


class MeasuresView(YearlyView):
    """What was done in which institute."""

    key = "measures"
    history_of = "measure"
    title = N_("Measures taken")
    filter_hint = N_("Find a measure")
    service: ClassVar[Any] = measures
    nothing: ClassVar[Any] = MeasureTotals()
    more_filters = (
        Filter("unit", N_("Institute")),
        Filter("conditions", N_("Which conditions"),
               tuple((each.value, name) for each, name in CONDITIONS_NAMES.items())),
    )  # fmt: skip

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("unit", N_("Institute"), 220, lambda line: line.unit or say(UNIVERSITY), sort="unit"),
            Column("conditions", N_("Which conditions"), 190, state=lambda line: STATES[line.conditions],
                   sort="conditions"),
            Column("title", N_("Measure"), 280, lambda line: line.title, sort="title"),
            Column("taken_on", N_("Done on"), 140, lambda line: day_text(line.taken_on), Align.RIGHT, sort="taken_on"),
            Column("cost", N_("Cost, ₸"), 150, _cost, Align.RIGHT, sort="cost"),
            Column("result", N_("Result"), 200, lambda line: " ".join(line.result.split())),
            Column("responsible", N_("Responsible"), 160, lambda line: line.responsible, shown=False),
            Column("note", N_("Note"), 180, lambda line: line.note, shown=False),
        )  # fmt: skip

    def primary(self) -> Action:
        return Action("new", N_("Add a measure"), self.new_record, "plus")

    def choices(self) -> dict[str, Sequence[tuple[Any, str]]]:
        return {"unit": [("", UNIVERSITY), *((name, name) for name in measures.units(self.shell.desk))]}

    def query(self) -> MeasuresQuery:
        chosen = self.filters.values()
        conditions = Conditions(chosen["conditions"]) if chosen["conditions"] else None
        return MeasuresQuery(period=self.period, unit=chosen["unit"], conditions=conditions)

    def state(self, say: Translator) -> str:
        of = self.told
        said = say.plural("%(n)d measure", "%(n)d measures", of.count)
        return say(N_("%(count)s, %(amount)s spent"), count=said, amount=money(of.cost))

    def totals(self, say: Translator, selected: int) -> str:
        count = super().totals(say, selected)
        chosen = self.selected_lines() if selected > 1 else []
        cost = cost_of(chosen) if chosen else self.told.cost
        spent = say(N_("Total: %(amount)s"), amount=money(cost))
        return f"{count}   ·   {spent}"

    def empty_state(self) -> Empty:
        if self.narrowed:
            return Empty("filter-outline", N_("There is no measure like this."), N_("Show all"), self.filters.clear)
        sentence = N_("Here you write down what was done for the conditions of study and life, institute by institute.")
        return Empty("hammer-wrench", sentence, N_("Add a measure"), self.new_record)

    def record(self) -> Record:
        desk = self.shell.desk
        return Record(
            kind="measure",
            new_title=N_("New measure"),
            fields=(
                Field("title", N_("What was done"), Kind.LONG),
                Field("unit", N_("Institute"), Kind.COMPLETED, offers=partial(offer_units, desk),
                      hint=N_("Empty: the whole university.")),
                Field("conditions", N_("Which conditions"), Kind.CHOICE, choices=tuple(CONDITIONS_NAMES.items()),
                      letters=22),
                Field("taken_on", N_("Done on"), Kind.DATE, letters=14, beside=True),
                Field("cost", N_("Cost, ₸"), make=lambda _shell: MoneyInput(), letters=20),
                Field("responsible", N_("Responsible"), Kind.COMPLETED, offers=partial(_offer_owners, desk),
                      hint=N_("A person or a post.")),
                Field("result", N_("Result"), Kind.LONG),
                Field("note", N_("Note"), Kind.LONG),
            ),
            blank=MeasureDraft,
            get=partial(measures.get, desk),
            add=partial(measures.add, desk),
            save=partial(measures.save, desk),
            title=lambda line: line.title if isinstance(line, Measure) else "",
        )  # fmt: skip

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting_year.measures(self.shell.desk, path, ids)

    def print_selected(self) -> None:
        from altdesk.forms.sheets.measures import FORM

        self.print_listed(N_("Improvement measures"), partial(papers.improvement_measures, self.shell.desk), FORM)


def _cost(line: Measure) -> str:
    return "" if line.cost is None else money(line.cost)


def _offer_owners(desk: Desk, text: str) -> list[Suggestion]:
    """Posts, then people."""
    return [*offer_posts(desk, text), *offer_names(desk, text)][:30]
