"""Records as they stood on a day."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.domain import as_of
from altdesk.domain.acquaintance import Elsewhere, RowState, Sheet, SheetKind, SheetRow
from altdesk.domain.copies import WorkingCopy
from altdesk.domain.documents import Revision, RevisionState, RevisionStep
from altdesk.domain.norms import Cited, NormKind, NormState
from altdesk.domain.risk_scale import Level
from altdesk.domain.risks import Assessment, Risk, RiskState

DRAFT, AGREED, FORCE, GONE = RevisionState
OLD = Revision(1, 1, 1, GONE, date(2024, 9, 1), steps=(RevisionStep(FORCE, date(2024, 9, 1)),))
NEW = Revision(
    2,
    1,
    2,
    FORCE,
    date(2026, 9, 1),
    steps=(
        RevisionStep(DRAFT, date(2026, 6, 1)),
        RevisionStep(AGREED, date(2026, 8, 20)),
        RevisionStep(FORCE, date(2026, 9, 1)),
    ),
)


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2024, 8, 31), []),
        (date(2024, 9, 1), [(1, FORCE)]),
        (date(2026, 6, 1), [(2, DRAFT), (1, FORCE)]),
        (date(2026, 8, 31), [(2, AGREED), (1, FORCE)]),
        (date(2026, 9, 1), [(2, FORCE), (1, GONE)]),
    ],
)
def test_revisions_have_the_states_of_the_day(day: date, states: list[tuple[int, RevisionState]]) -> None:
    found = as_of.revisions((NEW, OLD), day)
    assert [(each.number, each.state) for each in found] == states
    assert all(step.on is None or step.on <= day for each in found for step in each.steps)


def test_a_withdrawal_has_its_own_day() -> None:
    last = Revision(1, 1, 1, GONE, date(2024, 9, 1), steps=(RevisionStep(GONE, date(2025, 5, 5)),))
    assert [each.state for each in as_of.revisions((last,), date(2025, 5, 4))] == [FORCE]
    assert [each.state for each in as_of.revisions((last,), date(2025, 5, 5))] == [GONE]


def test_an_open_row_knows_what_another_sheet_of_the_round_said_by_the_day() -> None:
    first, second, third = date(2026, 9, 3), date(2026, 9, 10), date(2026, 9, 17)

    def sheet(number: int, state: RowState, on: date | None = None, round: int = 0) -> Sheet:
        row = SheetRow(number, 1, 7, "Асанов Айгүл", "", state, on)
        kind = SheetKind.ACQUAINTANCE
        return Sheet(
            number, number, kind, 1, 1, "ЖН-ALT-40", "", 1, None, first, first, None, None, None, (row,), round=round
        )

    every = [
        sheet(1, RowState.PENDING),
        sheet(2, RowState.REFUSED, second),
        sheet(3, RowState.SIGNED, third),
        sheet(4, RowState.PENDING, round=1),
    ]

    def said(day: date) -> list[Elsewhere | None]:
        return [each.rows[0].elsewhere for each in as_of.sheets(every, day)]

    assert said(first) == [None] * 4
    assert said(second) == [Elsewhere(2, RowState.REFUSED), None, Elsewhere(2, RowState.REFUSED), None]
    assert said(third) == [Elsewhere(3, RowState.SIGNED), None, None, None]


def test_a_copy_that_came_back_later_was_still_out() -> None:
    copy = WorkingCopy(1, "Асанов", given_on=date(2026, 9, 1), returned_on=date(2026, 10, 1))
    assert as_of.copy(copy, date(2026, 8, 31)) is None
    before, after = as_of.copy(copy, date(2026, 9, 30)), as_of.copy(copy, date(2026, 10, 1))
    assert before is not None
    assert after is not None
    assert (before.returned_on, after.returned_on) == (None, date(2026, 10, 1))


def test_a_norm_that_changed_later_was_in_force() -> None:
    norm = Cited(1, "№ 285-V", "Заң", NormKind.LAW, NormState.REPEALED, date(2026, 10, 1))
    assert as_of.norm(norm, date(2026, 9, 30)).state is NormState.IN_FORCE
    assert as_of.norm(norm, date(2026, 10, 1)).state is NormState.REPEALED


def test_a_risk_has_the_newest_assessment_of_the_day() -> None:
    def assessed(number: int, on: date, level: Level) -> Assessment:
        return Assessment(number, 1, on, "", 5, 3, 3, level, None, None, None, "", "", None)

    risk = Risk(
        "Мерзім өтеді",
        id=1,
        state=RiskState.CLOSED,
        closed_on=date(2026, 11, 1),
        assessments=(
            assessed(2, date(2026, 10, 1), Level.LOW),
            assessed(1, date(2026, 9, 1), Level.HIGH),
        ),
    )
    assert as_of.risk(risk, date(2026, 8, 31)) is None
    first, last = as_of.risk(risk, date(2026, 9, 30)), as_of.risk(risk, date(2026, 11, 1))
    assert first is not None
    assert last is not None
    assert (first.level, first.state) == (Level.HIGH, RiskState.OPEN)
    assert (last.level, last.state, last.closed_on) == (Level.LOW, RiskState.CLOSED, date(2026, 11, 1))
