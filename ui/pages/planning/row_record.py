"""A row of a plan as its editor shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from altdesk.desk import Changed, Desk
from altdesk.domain.events_kinds import (
    DIRECTION_NAMES,
    EVENT_KIND_NAMES,
    FORM_NAMES,
    LEVEL_NAMES,
    Direction,
    EventForm,
    EventKind,
    Level,
)
from altdesk.domain.marking import N_
from altdesk.domain.minutes import NOBODY, Named
from altdesk.domain.plans import RowDraft
from altdesk.services import plans_rows
from ui.editor import Record
from ui.fields import Field, Kind
from ui.offers import holding
from ui.pages.meeting.offers import Offers
from ui.widgets.finder import Suggestion
from ui.widgets.named import NamedInput

NONE = (None, "–")


@dataclass(frozen=True)
class RowForm:
    title: str = ""
    when: str = ""
    section: str = ""
    kind: EventKind | None = None
    form: EventForm | None = None
    direction: Direction | None = None
    level: Level | None = None
    responsible: Named = NOBODY
    note: str = ""


def row_record(desk: Desk, plan_id: Callable[[], int], at: Callable[[], int | None]) -> Record:
    """The editor of the rows of the plan shown; `at` is where a new one comes to stand."""
    offers = Offers(desk)

    def sections(text: str) -> list[Suggestion]:
        return holding(text, list(dict.fromkeys(row.said.section for row in plans_rows.of(desk, plan_id()))))

    def add(form: RowForm) -> Changed:
        return plans_rows.add(desk, plan_id(), _draft(form), at())

    def save(row_id: int, form: RowForm) -> Changed:
        return plans_rows.save(desk, row_id, _draft(form))

    return Record(
        kind="plan_row",
        new_title=N_("New row"),
        fields=(
            Field("title", N_("Event"), Kind.LONG),
            Field("when", N_("Time"), hint=N_("15.10.2026, 15-17 October, October, October-November, all year")),
            Field("responsible", N_("Responsible"), make=lambda shell: NamedInput(shell.work, offers.people)),
            Field("kind", N_("Kind"), Kind.CHOICE, choices=(NONE, *EVENT_KIND_NAMES.items())),
            Field("form", N_("Form"), Kind.CHOICE, choices=(NONE, *FORM_NAMES.items()), beside=True),
            Field("direction", N_("Direction"), Kind.CHOICE, choices=(NONE, *DIRECTION_NAMES.items())),
            Field("level", N_("Level"), Kind.CHOICE, choices=(NONE, *LEVEL_NAMES.items()), beside=True),
            Field("section", N_("Section"), Kind.COMPLETED, offers=sections),
            Field("note", N_("Note"), Kind.LONG),
        ),
        blank=RowForm,
        get=partial(_get, desk),
        add=add,
        save=save,
        title=lambda form: form.title,
    )


def _get(desk: Desk, row_id: int) -> RowForm:
    row = plans_rows.typed(desk, plans_rows.row(desk, row_id))
    who = Named(row.responsible, person_id=row.responsible_id)
    return RowForm(row.title, row.when, row.section, row.kind, row.form, row.direction, row.level, who, row.note)


def _draft(form: RowForm) -> RowDraft:
    who = form.responsible
    return RowDraft(
        form.title, form.when, form.section, form.kind, form.form, form.direction, form.level, who.full_name,
        who.person_id, form.note,
    )  # fmt: skip
