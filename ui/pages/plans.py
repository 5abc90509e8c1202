"""Plans: the list of a year, and one plan whole; the page holds both and shows one of them."""

from __future__ import annotations

from functools import cached_property, partial

from altdesk.domain.marking import N_
from altdesk.services import plans, plans_rows
from ui.pages.planning.listing import PlansList
from ui.pages.planning.view import PlanView
from ui.shell import Shell
from ui.viewspage import ListAndWhole


class PlansPage(ListAndWhole):
    """Answers the window with what is shown now."""

    key = "plans"
    title = N_("Plans")
    shows = PlansList.shows | PlanView.shows

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.list = PlansList(shell, self.open_plan)
        self.show_page(self.list)

    @cached_property
    def plan(self) -> PlanView:
        """One plan whole, made when the first is opened."""
        return PlanView(self.shell, self.show_list)

    def open_plan(self, plan_id: int, row_id: int | None = None) -> None:
        """Show one plan."""
        self.show_page(self.plan)
        self.plan.open_plan(plan_id, row_id)
        self.plan.focus_list()

    def opened_id(self) -> int | None:
        return self.plan.plan.id if self.plan.plan else None

    # what the window asks

    def open_record(self, kind: str, record_id: int) -> None:
        desk, work = self.shell.desk, self.shell.work

        def enter() -> None:
            if kind == "plan_row":
                find = partial(plans_rows.row, desk, record_id)
                work.do(find, lambda row: self.open_plan(row.plan_id, record_id))
            elif kind == "plan_of_body":
                work.do(lambda: plans.of_body(desk, record_id), lambda found: self._of_body(found, record_id))
            else:
                self.open_plan(record_id)

        self.view.leave(enter)

    def _of_body(self, plan_id: int | None, body_id: int) -> None:
        """The newest plan of a body; a new one where there is none."""
        if plan_id is not None:
            self.open_plan(plan_id)
        else:
            self.show_page(self.list)
            self.list.new_for_body(body_id)
