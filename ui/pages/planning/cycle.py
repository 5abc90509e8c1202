"""The work cycle of a plan (§5.5.2): four texts beside the figures, open all year."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel

from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.plans import CycleDraft
from altdesk.domain.plans_lists import Figures
from altdesk.services import plans
from ui.editor import Editor, Record
from ui.fields import Field, Kind
from ui.pages.planning.looks import figures_said
from ui.shell import Shell


class Cycle(Editor):
    """Saved as every editor is."""

    def __init__(self, shell: Shell) -> None:
        self.figures = QLabel(wordWrap=True)
        super().__init__(shell, _record(shell.desk), above=(self.figures,))

    def say_figures(self, figures: Figures) -> None:
        """The figures, and one line for each row that was not held."""
        said = figures_said(figures, self._shell.say)
        self.figures.setText("\n".join([said, *(f"– {title}: {reason}" for title, reason in figures.reasons)]))


def _record(desk: Desk) -> Record:
    """Its head is that of a new record, as it has no title of its own."""
    return Record(
        kind="plan_cycle",
        new_title=N_("Work cycle"),
        fields=(
            Field("study", N_("Study of the students"), Kind.LONG),
            Field("aims", N_("Tasks set"), Kind.LONG),
            Field("carried_out", N_("What was carried out"), Kind.LONG),
            Field("analysis", N_("Analysis of the results"), Kind.LONG),
        ),
        blank=CycleDraft,
        get=lambda number: plans.get(desk, number).cycle,
        add=lambda cycle: plans.save_cycle(desk, 0, cycle),
        save=partial(plans.save_cycle, desk),
        title=lambda _cycle: "",
    )
