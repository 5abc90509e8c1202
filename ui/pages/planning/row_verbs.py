"""What is done to rows of a plan from its list: marked as held, moved or not held, and put elsewhere in the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from altdesk.domain.marking import N_
from altdesk.domain.plans import Plan, PlanRow
from altdesk.services import plans_rows, plans_states
from ui.actions import Action, Needs
from ui.pages.planning.marking import Marking
from ui.shell import Shell

Chosen = Callable[[], tuple[Plan, Sequence[PlanRow]] | None]
Leave = Callable[[Callable[[], None]], None]


class RowVerbs:
    """The verbs and their actions; `chosen` tells the plan and the rows one stands on, `leave` leaves the editor."""

    def __init__(self, shell: Shell, marking: Marking, chosen: Chosen, leave: Leave) -> None:
        self._shell = shell
        self._marking = marking
        self._chosen = chosen
        self._leave = leave

    def held(self) -> None:
        """Ask when the chosen rows were held."""
        self._mark(self._marking.ask_held)

    def moved(self) -> None:
        """Ask to which day the chosen rows were moved."""
        self._mark(self._marking.ask_moved)

    def put(self, row_id: int, at: int) -> None:
        """Put a row to a place of the order, counted from 0."""
        desk = self._shell.desk
        self._shell.work.do(lambda: plans_rows.put(desk, row_id, at), label=N_("Saving"))

    def actions(self) -> Sequence[Action]:
        return (
            Action("held", N_("Held…"), self.held, "check-circle-outline", "Ctrl+D", needs=Needs.SOME),
            Action("moved", N_("Moved to another day…"), self.moved, "calendar-arrow-right", needs=Needs.SOME),
            Action("not_held", N_("Not held…"), lambda: self._mark(self._marking.ask_reason), "close-circle-outline",
                   needs=Needs.SOME),
            Action("planned", N_("Take back the mark"), self._planned_again, "restore", needs=Needs.SOME),
            Action("up", N_("Move the row up"), lambda: self._move(-1), "arrow-up", "Alt+Up", needs=Needs.ONE,
                   line_before=True),
            Action("down", N_("Move the row down"), lambda: self._move(1), "arrow-down", "Alt+Down", needs=Needs.ONE),
        )  # fmt: skip

    def _mark(self, ask: Callable[[Plan, Sequence[PlanRow]], None]) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        plan, rows = chosen
        if rows:
            self._leave(lambda: ask(plan, rows))
        else:
            self._shell.messages.advise(N_("Choose a row first."))

    def _planned_again(self) -> None:
        ids, desk = self._ids(), self._shell.desk
        if ids:
            self._shell.work.do(lambda: plans_states.planned_again(desk, ids), label=N_("Saving"))

    def _move(self, by: int) -> None:
        ids, desk = self._ids(), self._shell.desk
        if len(ids) == 1:
            self._shell.work.do(lambda: plans_rows.move(desk, ids[0], by), label=N_("Saving"))

    def _ids(self) -> list[int]:
        chosen = self._chosen()
        return [] if chosen is None else [row.id for row in chosen[1]]
