"""Meetings of the leadership with students and staff: the list, and the editor of one with the issues raised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.leadership import (
    AUDIENCE_NAMES,
    MOST_PARTICIPANTS,
    Audience,
    LeadershipDraft,
    LeadershipMeeting,
    LeadershipQuery,
    LeadershipTotals,
)
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import exporting_year, leadership, units
from altdesk.services.papers import year_records as papers
from ui.actions import Action
from ui.columns import Align, Column, State
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.offers import offer_posts, offer_units
from ui.pages.meeting.offers import Offers
from ui.pages.yearly.issues import Issues
from ui.pages.yearly.views import YearlyView
from ui.theme import Tone
from ui.widgets.empty import Empty
from ui.widgets.filters import Filter
from ui.widgets.named import NamedInput
from ui.widgets.revisions import day_text

OPEN = "open"


@dataclass(frozen=True)
class LeadershipForm(LeadershipDraft):
    """A meeting as its editor shows it: the unit by its name."""

    unit: str = ""
    known: LeadershipMeeting | None = None


class LeadershipView(YearlyView):
    """Who of the leadership met whom, and what was raised."""

    key = "leadership"
    history_of = "leadership_meeting"
    title = N_("Meetings held")
    filter_hint = N_("Find a meeting or an issue")
    service: ClassVar[Any] = leadership
    nothing: ClassVar[Any] = LeadershipTotals()
    more_filters = (
        Filter("audience", N_("With whom"), tuple((each.value, name) for each, name in AUDIENCE_NAMES.items())),
        Filter("issues", N_("Issues"), ((OPEN, N_("Not settled")),)),
    )

    def fill_editor(self, editor: Editor) -> None:
        self.issues = Issues(self.shell, editor.commit)
        editor.below.addWidget(self.issues)
        self.issues.hide()
        editor.shown.connect(self._show_issues)
        editor.boxes["leader"].input.changed.connect(self._take_post)

    def all_columns(self) -> tuple[Column, ...]:
        say = self.shell.say
        return (
            Column("held_on", N_("Met on"), 124, lambda line: day_text(line.held_on), sort="held_on"),
            Column("leader", N_("Of the leadership"), 230, lambda line: line.leader.full_name),
            Column("audience", N_("With whom"), 190, lambda line: say(AUDIENCE_NAMES[line.audience])),
            Column("topic", N_("Topic"), 260, lambda line: line.topic, sort="topic"),
            Column("participants", N_("Participants"), 120, _participants, Align.RIGHT, sort="participants"),
            Column("issues", N_("Issues settled"), 150, state=_settled),
            Column("post", N_("Post"), 200, lambda line: line.leader_post, shown=False),
            Column("place", N_("Where"), 150, lambda line: line.place, shown=False),
            Column("unit", N_("Unit"), 180, lambda line: line.unit, shown=False),
        )

    def primary(self) -> Action:
        return Action("new", N_("Add a meeting"), self.new_record, "plus")

    def query(self) -> LeadershipQuery:
        chosen = self.filters.values()
        audience = Audience(chosen["audience"]) if chosen["audience"] else None
        return LeadershipQuery(period=self.period, audience=audience, open_only=chosen["issues"] == OPEN)

    def state(self, say: Translator) -> str:
        of = self.told
        said = say.plural("%(n)d leadership meeting", "%(n)d leadership meetings", of.count)
        sentence = N_("%(count)s, issues raised: %(issues)s, settled: %(settled)s")
        return say(sentence, count=said, issues=of.issues, settled=of.settled)

    def totals(self, say: Translator, selected: int) -> str:
        count = super().totals(say, selected)
        of = self.told
        came = say(N_("Participants: %(count)s"), count=of.participants)
        return f"{count}   ·   {came}"

    def empty_state(self) -> Empty:
        if self.narrowed:
            return Empty("filter-outline", N_("There is no meeting like this."), N_("Show all"), self.filters.clear)
        sentence = N_("Here you write down the leadership's meetings with students and staff, and what was raised.")
        return Empty("account-voice", sentence, N_("Add a meeting"), self.new_record)

    def record(self) -> Record:
        desk, offers = self.shell.desk, Offers(self.shell.desk)
        return Record(
            kind="leadership_meeting",
            new_title=N_("New leadership meeting"),
            fields=(
                Field("held_on", N_("Met on"), Kind.DATE, letters=14),
                Field("audience", N_("With whom"), Kind.CHOICE, choices=tuple(AUDIENCE_NAMES.items())),
                Field("leader", N_("Of the leadership"), make=lambda shell: NamedInput(shell.work, offers.people)),
                Field("leader_post", N_("Post"), Kind.COMPLETED, offers=partial(offer_posts, desk),
                      hint=N_("As it was on that day; it stays so.")),
                Field("topic", N_("Topic")),
                Field("place", N_("Where")),
                Field("participants", N_("Participants"), Kind.NUMBER, letters=10, most=MOST_PARTICIPANTS, beside=True),
                Field("unit", N_("Unit"), Kind.COMPLETED, offers=partial(offer_units, desk),
                      hint=N_("The institute whose students or staff it was with, if only of one.")),
                Field("note", N_("Note"), Kind.LONG),
            ),
            blank=LeadershipForm,
            get=lambda number: _form(leadership.get(desk, number)),
            add=lambda form: leadership.add(desk, _draft(desk, form)),
            save=lambda number, form: leadership.save(desk, number, _draft(desk, form)),
            title=lambda form: form.topic or form.leader.full_name,
        )  # fmt: skip

    def export(self, path: Path, ids: Sequence[int]) -> object:
        return exporting_year.leadership(self.shell.desk, path, ids)

    def print_selected(self) -> None:
        from altdesk.forms.sheets.leadership import FORM

        self.print_listed(N_("Leadership meetings"), partial(papers.leadership_meetings, self.shell.desk), FORM)

    def _show_issues(self, record: object) -> None:
        known = record.known if isinstance(record, LeadershipForm) else None
        self.issues.setVisible(known is not None)
        if known is not None:
            self.issues.show_meeting(known)

    def _take_post(self) -> None:
        """Somebody chosen from the register brings the post along."""
        assert self.editor is not None
        leader, post = self.editor.boxes["leader"].input.value(), self.editor.boxes["leader_post"].input
        if leader.person_id is not None and leader.post and post.text() != leader.post:
            post.set_value(leader.post)


def _form(known: LeadershipMeeting) -> LeadershipForm:
    own = {each.name: getattr(known, each.name) for each in fields(LeadershipDraft)}
    return LeadershipForm(**own, unit=known.unit, known=known)


def _draft(desk: Desk, form: LeadershipForm) -> LeadershipDraft:
    """In the desk's room: the meeting as kept. Refused under its field for a unit there is not."""
    draft = LeadershipDraft(**{each.name: getattr(form, each.name) for each in fields(LeadershipDraft)})
    name = form.unit.strip()
    if not name:
        return replace(draft, unit_id=None)
    found = [each.id for each in units.all_units(desk) if each.name.casefold() == name.casefold()]
    if not found:
        sentence = N_("There is no unit “%(name)s”. Choose one from the list, or add it on the page Units.")
        raise Refusal(sentence, field="unit", name=name)
    return replace(draft, unit_id=found[0])


def _participants(line: LeadershipMeeting) -> str:
    return "" if line.participants is None else str(line.participants)


def _settled(line: LeadershipMeeting) -> State | None:
    """How many of the issues are settled; late where a due day has passed."""
    if not line.issues:
        return None
    said = f"{line.settled} / {len(line.issues)}"
    if line.settled == len(line.issues):
        return State("check-circle-outline", said, Tone.QUIET)
    if any(issue.overdue(date.today()) for issue in line.issues):
        return State("alert-circle-outline", said, Tone.BAD)
    return State("clock-outline", said, Tone.WAIT)
