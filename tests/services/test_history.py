"""History: what changed is told with codes, numbers and names, not with ids."""

from __future__ import annotations

from datetime import date

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry, RowMark, RowState
from altdesk.domain.people import PersonDraft
from altdesk.services import acquaintance, documents, groups, history, people
from altdesk.services.history_names import named
from tests.make import Make

DAY = date(2026, 11, 20)


def told(desk: Desk, back: int = 0) -> set[tuple[str, str, str | None]]:
    """What a step changed, so many steps ago: table, field, value after it."""
    step = history.steps(desk)[back]
    return {(each.table, each.field, each.after or each.before) for each in named(desk, history.of_step(desk, step.id))}


def test_a_sheet_is_told_with_its_document_revision_and_people(desk: Desk, make: Make) -> None:
    made = make.person("Асанов", "Ерлан")
    document = make.document("ЖН-ALT-40")
    make.audience(document)
    assert ("audience", "document_id", "ЖН-ALT-40") in told(desk)
    assert ("duty", "revision_id", "ЖН-ALT-40 · 1") in told(desk)
    assert ("duty", "person_id", "Асанов Ерлан") in told(desk)
    sheet = make.sheet(document)
    assert {("sheet", "revision_id", "ЖН-ALT-40 · 1"), ("sheet_row", "sheet_id", "№ 1")} <= told(desk)
    acquaintance.mark(desk, sheet, {1: RowMark(RowState.ABSENT)}, back_on=DAY, today=DAY)
    acquaintance.residual(desk, sheet)
    assert ("sheet", "residual_of", "№ 1") in told(desk)
    people.save(desk, made, PersonDraft("Жаңабаев", "Ерлан"))
    assert ("sheet_row", "person_id", "Асанов Ерлан") in told(desk, back=1)  # as it stands on the sheet


def test_what_is_gone_is_called_as_it_was(desk: Desk, make: Make) -> None:
    document = make.document("ЖН-ALT-40")
    group = groups.add(desk, "Кураторлар", None, make.people(2)).id
    assert group is not None
    make.audience(document, AudienceEntry(group_id=group))
    documents.set_audience(desk, document, ())
    groups.remove(desk, [group])
    assert ("group_member", "group_id", "Кураторлар") in told(desk)
    assert ("audience", "group_id", "Кураторлар") in told(desk, back=1)
    while desk.undo():
        pass
    assert ("audience", "group_id", "Кураторлар") in told(desk, back=2)
