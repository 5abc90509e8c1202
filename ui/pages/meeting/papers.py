"""The papers of meetings and tasks, ready for the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes
from altdesk.domain.minutes_decisions import undecided
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.forms.form import Option
from altdesk.services import bodies
from altdesk.services.papers import minutes as minutes_papers
from altdesk.services.papers import tasks as task_papers
from altdesk.services.papers.paper import Paper
from ui.preview import Printable, printable
from ui.shell import Shell

NAMES = {
    "full": N_("The minutes"),
    "short": N_("Minutes, short form"),
    "attendance": N_("Attendance list"),
    "extract": N_("Extract from the minutes"),
}
PAGES = frozenset({Option.PAGES})
ROWS = frozenset({Option.PAGES, Option.BLANK_ROWS})


def paper_of(shell: Shell, minutes: Minutes, which: str, point: str = "") -> Printable:
    """A paper of some minutes; an extract is of one point (1.2), the first decision there is without one."""
    desk, number = shell.desk, minutes.id
    make: dict[str, Callable[[], Paper]] = {
        "full": partial(minutes_papers.minutes, desk, number),
        "short": partial(minutes_papers.short_minutes, desk, number),
        "attendance": partial(minutes_papers.attendance, desk, number),
        "extract": partial(minutes_papers.extract, desk, number, point or _first_point(minutes)),
    }
    shown = f"№ {minutes.number}" if minutes.number else ""
    title = " ".join(filter(None, (shell.say(NAMES[which]), shown, point)))
    return printable(desk, title, make[which], ROWS if which == "attendance" else PAGES)


def _first_point(minutes: Minutes) -> str:
    decided = (item for item in minutes.items if not undecided(minutes, item))
    return next((point.number for item in decided for point in item.points), "")


def paper_of_line(shell: Shell, minutes_id: int) -> Printable:
    """The minutes in full, from the list."""
    name = NAMES["full"]
    return printable(shell.desk, shell.say(name), partial(minutes_papers.minutes, shell.desk, minutes_id), PAGES)


def register_paper(shell: Shell, query: MinutesQuery) -> Printable:
    """The register of minutes of the year and body the list is narrowed to; of the only body where there is one."""
    desk = shell.desk

    def make() -> Paper:
        known = [each.id for each in bodies.all_bodies(desk)]
        body = query.body_id if query.body_id is not None else known[0] if len(known) == 1 else None
        if body is None:
            raise Refusal(N_("Choose above the list whose register it is."))
        return minutes_papers.minutes_register(desk, body, query.period)

    return printable(desk, shell.say(N_("Register of minutes")), make, PAGES)


def tasks_paper(shell: Shell, ids: Sequence[int], person_id: int | None, heading: str) -> Printable:
    """The control list as it is filtered; of one responsible person their own list."""
    make: Callable[[], Paper] = partial(task_papers.tasks, shell.desk, ids, heading)
    if person_id is not None:
        make = partial(task_papers.person_tasks, shell.desk, person_id)
    return printable(shell.desk, shell.say(N_("Tasks")), make, PAGES)
