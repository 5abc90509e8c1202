"""How plans look: states as icon, word and colour, and in words where a paper is and since when."""

from __future__ import annotations

from datetime import date

from altdesk.domain.dates import short_day
from altdesk.domain.events_kinds import HELD_STATE_NAMES, HeldState
from altdesk.domain.marking import N_
from altdesk.domain.plans import Mark, Plan, PlanRow, where
from altdesk.domain.plans_kinds import VERSION_STATE_NAMES, VersionState
from altdesk.domain.plans_lists import Figures, PlanLine, figures
from altdesk.i18n import Translator
from ui.columns import State
from ui.theme import Tone

VERSION_STATES = {
    VersionState.DRAFT: State("file-edit-outline", VERSION_STATE_NAMES[VersionState.DRAFT], Tone.QUIET),
    VersionState.ON_APPROVAL: State("send-outline", VERSION_STATE_NAMES[VersionState.ON_APPROVAL], Tone.WAIT),
    VersionState.RETURNED: State("undo-variant", VERSION_STATE_NAMES[VersionState.RETURNED], Tone.BAD),
    VersionState.APPROVED: State("check-decagram-outline", VERSION_STATE_NAMES[VersionState.APPROVED], Tone.GOOD),
    VersionState.SUPERSEDED: State("archive-outline", VERSION_STATE_NAMES[VersionState.SUPERSEDED], Tone.QUIET),
}
HELD_STATES = {
    HeldState.PLANNED: State("circle-outline", HELD_STATE_NAMES[HeldState.PLANNED]),
    HeldState.HELD: State("check-circle-outline", HELD_STATE_NAMES[HeldState.HELD], Tone.GOOD),
    HeldState.MOVED: State("calendar-arrow-right", HELD_STATE_NAMES[HeldState.MOVED], Tone.WAIT),
    HeldState.NOT_HELD: State("close-circle-outline", HELD_STATE_NAMES[HeldState.NOT_HELD], Tone.BAD),
}
LATE = State("clock-alert-outline", N_("Its day is over"), Tone.BAD)
IN_DEPARTMENT = N_("in the department")


def row_state(row: PlanRow, say: Translator) -> State:
    """What became of a row; one whose day is over says so."""
    if row.late(date.today()):
        return LATE
    state = HELD_STATES[row.mark.state]
    day = row.mark.held_on or row.mark.moved_on
    return State(state.icon, f"{say(state.word)}, {day:%d.%m}", state.tone) if day else state  # the plan is of one year


def marked_day(mark: Mark) -> str:
    day = mark.held_on or mark.moved_on
    return short_day(day) if day else ""


def holder_state(line: PlanLine, say: Translator) -> State | None:
    """Who has the paper and since when; one that has it for over two weeks in red."""
    if line.since is None:
        return None
    on, holder = short_day(line.since), line.holder or say(IN_DEPARTMENT)
    if line.waits_long(date.today()):
        return State("clock-alert-outline", f"{on} · {holder}", Tone.BAD)
    return State("account-outline" if line.holder else "home-outline", f"{on} · {holder}", Tone.PLAIN)


def where_said(plan: Plan, say: Translator) -> tuple[str, Tone]:
    """Where the paper of a plan is and since when, as a sentence."""
    paper, today = where(plan.newest), date.today()
    if paper is None:
        day = short_day(plan.newest.approved_on) if plan.newest.approved_on else ""
        return say(N_("Approved on %(day)s."), day=day), Tone.GOOD
    since = short_day(paper.since)
    if paper.step is None:
        if paper.comment:
            return say(N_("Returned on %(day)s: %(comment)s"), day=since, comment=paper.comment), Tone.BAD
        return say(N_("The paper is in the department since %(day)s."), day=since), Tone.QUIET
    sentence = say(N_("The paper is with: %(who)s, since %(day)s."), who=paper.step.called, day=since)
    days = say.plural("%(n)d day has passed.", "%(n)d days have passed.", max(paper.days(today), 0))
    return f"{sentence} {days}", Tone.BAD if paper.long(today) else Tone.WAIT


def figures_said(figures: Figures, say: Translator) -> str:
    """The figures of a plan on one line."""
    said = say(
        N_("Rows: %(rows)s. Held: %(held)s, moved: %(moved)s, not held: %(not_held)s, still planned: %(planned)s."),
        rows=figures.rows, held=figures.held, moved=figures.moved, not_held=figures.not_held, planned=figures.planned,
    )  # fmt: skip
    return said + (" " + say(N_("Overdue: %(late)s."), late=figures.late) if figures.late else "")


def plan_said(plan: Plan, rows: list[PlanRow], say: Translator) -> str:
    """The year of a plan, how its newest version stands, and its figures today."""
    said = f"{plan.period.name}. {say(VERSION_STATES[plan.newest.state].word)}"
    if plan.newest.number > 1:
        said += ", " + say(N_("version %(number)s"), number=plan.newest.number)
    return f"{said}. {figures_said(figures(rows, date.today()), say)}"
