"""What a person has decided about the rows of a file, and what it comes to: so many written, so many still doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from altdesk.domain.import_plan import Action, Decision, RowStatus
from ui.pages.importing.rows import Planned

Deciding = Decision[Any]
PAUSE = 5_000  # rows between two looks at whether to go on


class Decided:
    """Decisions by row number. `made` is the page's own mapping, changed in place."""

    def __init__(self, plan: Planned, made: dict[int, Deciding]) -> None:
        self._plan = plan
        self.made = made
        self.writes, self.doubts = plan.sums(made)

    def decide(self, row: Any, decision: Deciding | None) -> None:
        """Decide a row; None is what the plan itself would do. What was typed into the row stays typed."""
        kept = self.made.get(row.number)
        if kept is not None and kept.draft is not None:
            decision = replace(decision or row.proposed, draft=kept.draft)
        self.put(row, decision)

    def put(self, row: Any, decision: Deciding | None) -> None:
        """Let exactly this be decided about a row."""
        self._count(row, self.made.pop(row.number, None), -1)
        self._count(row, decision, 1)
        if decision is not None:
            self.made[row.number] = decision

    def decided(self, numbers: Iterable[int], key: str, tell: Callable[[int, int], None]) -> Decided | None:
        """A copy in which these rows of the preview (counted from 1) are decided so; None when none of them can be.

        Runs beside the window; `tell` may raise to stop it.
        """
        plan, copy, any_ = self._plan, Decided(self._plan, dict(self.made)), False
        wanted = list(numbers)
        for at, number in enumerate(wanted):
            if at % PAUSE == 0:
                tell(at, len(wanted))
            row = plan.rows[number - 1]
            found = plan.choices(row)
            if key in found:
                copy.decide(row, found[key])
                any_ = True
        return copy if any_ else None

    def take(self, other: Decided) -> None:
        """Decide everything as in a copy."""
        self.made.clear()
        self.made.update(other.made)
        self.writes, self.doubts = other.writes, other.doubts

    def _count(self, row: Any, decision: Deciding | None, times: int) -> None:
        if decision is not None:
            doubtful = row.status is RowStatus.DOUBTFUL
            self.doubts -= times * doubtful
            self.writes += times * ((decision.action is not Action.SKIP) - (not doubtful))
