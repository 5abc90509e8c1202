"""Assessments of circles, clubs, sections and initiatives: the list, the editor with points, the criteria."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from altdesk.desk import Desk
from altdesk.domain.club_assessments import (
    KIND_NAMES,
    MOST_MEMBERS,
    AssessmentTotals,
    ClubAssessment,
    ClubAssessmentDraft,
    ClubAssessmentsQuery,
    Score,
    blank_scores,
)
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import club_assessments, criteria, exporting_year
from altdesk.services.papers import year_records as papers
from ui.actions import Action, Needs
from ui.columns import Align, Column
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.offers import holding, offer_names, offer_posts
from ui.pages.yearly.criteria_panel import CriteriaPanel
from ui.pages.yearly.views import YearlyView
from ui.preview import printable
from ui.shell import Shell
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter
from ui.widgets.finder import Suggestion
from ui.widgets.revisions import day_text
from ui.widgets.scores import ScoresInput

NEWEST = "newest"


class AssessmentsView(YearlyView):
    """How the bodies of students were assessed."""

    key = "club_assessments"
    history_of = "club_assessment"
    title = N_("Clubs assessed")
    filter_hint = N_("Find a club")
    service: ClassVar[Any] = club_assessments
    nothing: ClassVar[Any] = AssessmentTotals()
    more_filters = (
        Filter("kind", N_("Kind"), tuple(KIND_NAMES.items())),
        Filter("which", N_("Which"), ((NEWEST, N_("The newest of each")),)),
    )

    def __init__(self, shell: Shell, home: Any) -> None:
        super().__init__(shell, home)
        self.criteria = CriteriaPanel(shell)
        self.criteria.closed.connect(self.close_panel)

    def fill_editor(self, editor: Editor) -> None:
        editor.boxes["scores"].input.before = editor.boxes["members"].input

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("body", N_("Whom"), 260, lambda line: line.body, sort="body"),
            Column("kind", N_("Kind"), 160, lambda line: say(KIND_NAMES[line.kind])),
            Column("assessed_on", N_("Assessed on"), 156, lambda line: day_text(line.assessed_on),
                   sort="assessed_on"),
            Column("points", N_("Points"), 110, lambda line: f"{line.points} / {line.most}", Align.RIGHT,
                   sort="points"),
            Column("percent", N_("Per cent"), 90, lambda line: f"{line.percent}\u00a0%", Align.RIGHT),
            Column("members", N_("Members"), 100, _members, Align.RIGHT, sort="members"),
            Column("conclusion", N_("Conclusion"), 260, lambda line: " ".join(line.conclusion.split())),
            Column("assessed_by", N_("Assessed by"), 180, lambda line: line.assessed_by, shown=False),
        )  # fmt: skip

    def primary(self) -> Action:
        return Action("new", N_("Assess a club"), self.new_record, "plus")

    def more(self) -> Sequence[Action]:
        return (
            Action("criteria", N_("Criteria…"), self.show_criteria, "format-list-numbered"),
            Action("sheet", N_("Print the assessment sheet"), self.print_sheet, "printer-outline", needs=Needs.ONE,
                   line_before=True),
            *super().more(),
        )  # fmt: skip

    def query(self) -> ClubAssessmentsQuery:
        chosen = self.filters.values()
        newest = chosen["which"] == NEWEST
        return ClubAssessmentsQuery(period=self.period, kind=chosen["kind"], newest_only=newest)

    def state(self, say: Translator) -> str:
        of = self.told
        said = say.plural("%(n)d assessment", "%(n)d assessments", of.count)
        if not of.count:
            return said
        return say(N_("%(count)s, %(percent)s %% of the points on average"), count=said, percent=of.percent)

    def empty_state(self) -> Empty:
        if self.narrowed:
            sentence = N_("There is no assessment like this.")
            return Empty("filter-outline", sentence, N_("Show all"), self.filters.clear)
        sentence = N_("Here circles, clubs, sections and initiatives are assessed by your criteria.")
        return Empty("star-check-outline", sentence, N_("Assess a club"), self.new_record, N_("Criteria…"),
                     self.show_criteria)  # fmt: skip

    def record(self) -> Record:
        desk = self.shell.desk
        return Record(
            kind="club_assessment",
            new_title=N_("New assessment"),
            fields=(
                Field("body", N_("Whom"), Kind.COMPLETED, offers=partial(_offer_names, desk),
                      hint=N_("A body from the list, or the name of an initiative.")),
                Field("assessed_on", N_("Assessed on"), Kind.DATE, letters=14),
                Field("members", N_("Members"), Kind.NUMBER, letters=10, most=MOST_MEMBERS, beside=True,
                      hint=N_("Empty: as in the list of members on that day.")),
                Field("scores", N_("Points"), make=ScoresInput),
                Field("assessed_by", N_("Assessed by"), Kind.COMPLETED, offers=partial(_offer_assessors, desk)),
                Field("conclusion", N_("Conclusion"), Kind.LONG),
                Field("note", N_("Note"), Kind.LONG),
            ),
            blank=ClubAssessmentDraft,
            get=partial(club_assessments.get, desk),
            add=partial(club_assessments.add, desk),
            save=partial(club_assessments.save, desk),
            title=lambda line: line.body if isinstance(line, ClubAssessment) else "",
        )  # fmt: skip

    def new_record(self, **values: Any) -> None:
        """Begin an assessment by the criteria there are now; without any they come first."""
        desk = self.shell.desk

        def start(scores: tuple[Score, ...]) -> None:
            if scores:
                super(AssessmentsView, self).new_record(scores=scores, **values)
            else:
                self.show_criteria()
                self.shell.messages.advise(N_("Add the criteria first: what is assessed, and the most points for it."))

        self.shell.work.do(lambda: blank_scores(criteria.all_criteria(desk)), start)

    def refresh(self) -> None:
        super().refresh()
        if self.panel_open and self.panel.currentWidget() is self.criteria:
            self.criteria.load()

    def show_criteria(self) -> None:
        """Show the criteria in the place of the record."""

        def show() -> None:
            if self._editor is not None:
                self._editor.active = False
            self.show_panel(self.criteria)
            self.criteria.load()
            self.criteria.setFocus()

        self.leave(show)

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting_year.club_assessments(self.shell.desk, path, ids)

    def print_selected(self) -> None:
        from altdesk.forms.sheets.club_assessments import FORM

        self.print_listed(N_("Assessments of clubs"), partial(papers.assessments_list, self.shell.desk), FORM)

    def print_sheet(self) -> None:
        """The sheet of the selected assessment."""
        from altdesk.forms.sheets.club_assessment import FORM

        number, desk = self.table.current_id, self.shell.desk
        if number is not None:
            make = partial(papers.assessment_sheet, desk, number)
            self.show_paper(printable(desk, self.shell.say(N_("Assessment sheet")), make, FORM.options))


def _members(line: ClubAssessment) -> str:
    return "" if line.members is None else str(line.members)


def _offer_names(desk: Desk, text: str) -> list[Suggestion]:
    return holding(text, club_assessments.names(desk))


def _offer_assessors(desk: Desk, text: str) -> list[Suggestion]:
    """Posts, then people."""
    return [*offer_posts(desk, text), *offer_names(desk, text)][:30]
