"""What stands on the page Today: what is owed, overdue, on its way and back, and the next useful step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.acquaintance import Coverage, SheetLine
from altdesk.domain.copies import ToCollect
from altdesk.domain.documents import HeldUp, ReviewDue
from altdesk.domain.events import Event
from altdesk.domain.leadership import DueIssue
from altdesk.domain.minutes_lists import MinutesLine
from altdesk.domain.norms import NormLine
from altdesk.domain.plans_lists import PlanLine
from altdesk.domain.risks import RiskLine
from altdesk.domain.tasks import Task


class NextStep(StrEnum):
    """The one thing to do next, by what the desk holds."""

    IMPORT_PEOPLE = "import_people"
    ADD_DOCUMENT = "add_document"
    MAKE_SHEET = "make_sheet"
    PRINT_SHEET = "print_sheet"
    RECORD_SHEET = "record_sheet"
    PRINT_RESIDUAL = "print_residual"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Today:
    """Counts and short lists; `subject` is the sheet or the coverage line the next step is about."""

    people: int
    documents: int
    missing: int  # signatures missing in all, those refused too, as the coverage counts them
    refused: int  # of them, those refused by an act
    owing: tuple[Coverage, ...]  # revisions not yet signed by all, the emptiest first
    unasked: tuple[Coverage, ...]  # revisions in force that nobody was asked to sign yet
    unprinted: tuple[SheetLine, ...]
    overdue: tuple[SheetLine, ...]
    out: tuple[SheetLine, ...]
    back: tuple[SheetLine, ...]  # came back in the last seven days
    next_step: NextStep
    norms: tuple[NormLine, ...] = ()  # that changed, with documents still to be looked at
    to_collect: tuple[ToCollect, ...] = ()
    subject: SheetLine | Coverage | None = None
    late_measures: tuple[RiskLine, ...] = ()  # of open risks, the longest waiting first
    tasks: tuple[Task, ...] = ()  # open, due today or before, the longest waiting first
    meetings: tuple[MinutesLine, ...] = ()  # whose minutes are a draft though the day has come
    held_up: tuple[HeldUp, ...] = ()  # revisions whose day has come and that earlier signatures keep back
    reviews: tuple[ReviewDue, ...] = ()  # documents to be reviewed in the next thirty days, the longest overdue first
    coming_tasks: tuple[Task, ...] = ()  # open, due in the seven days after today, the next first
    coming_meetings: tuple[MinutesLine, ...] = ()  # drafts of meetings still to come, the next first
    events: tuple[Event, ...] = ()  # on today or in the six days after, in the order of their days
    slow_papers: tuple[PlanLine, ...] = ()  # plans whose paper has been with somebody for over two weeks
    unsaid_events: tuple[Event, ...] = ()  # over, without what became of them or with what result, the oldest first

    issues: tuple[DueIssue, ...] = ()  # raised before the leadership, due in the seven days to come or before

    def late_tasks(self, now: date) -> tuple[Task, ...]:
        """Open tasks whose day has passed, the longest waiting first."""
        return tuple(task for task in self.tasks if task.due_on is not None and task.due_on < now)

    def tasks_of_the_week(self, now: date) -> tuple[Task, ...]:
        """Open tasks due on this day and in the seven days after it, the next first."""
        return (*(task for task in self.tasks if task.due_on == now), *self.coming_tasks)
