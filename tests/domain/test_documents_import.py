"""Documents out of lists: codes in either spelling, kinds, revisions and days; what an import would do with them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.codes import code_key
from altdesk.domain.columns import find_heads
from altdesk.domain.documents import Document, DocumentDraft, DocumentKind, Revision, RevisionState
from altdesk.domain.documents_columns import DOCUMENTS_VOCABULARY
from altdesk.domain.documents_import import NO_CODE, NO_KIND, NO_REVISION, DocumentsProposal, propose
from altdesk.domain.documents_plan import (
    NO_TITLE,
    OLDER,
    OTHER_DAY,
    OTHER_TITLE,
    TWICE,
    TWICE_REVISION,
    DocumentDecision,
    DocumentWrite,
    PlannedDocument,
    RevisionWrite,
    compare,
    settle,
)
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Action, RowStatus

TODAY = date(2026, 11, 22)
HEADS = ["Құжат коды / Код", "Атауы", "Түрі", "Жауапты", "Басылым", "Қолданысқа енгізілген күні"]


def proposed(*rows: list[Any], heads: list[str] | None = None) -> DocumentsProposal:
    table = [heads or HEADS, *([*row, *[None] * (len(heads or HEADS) - len(row))] for row in rows)]
    return propose(table, find_heads(table, DOCUMENTS_VOCABULARY), TODAY)


def kept(code: str, title: str, *revisions: tuple[int, date | None], **more: Any) -> Document:
    found = [Revision(n, 1, n, RevisionState.WITHDRAWN, on) for n, on in sorted(revisions, reverse=True)]
    if found:
        found[0] = Revision(found[0].id, 1, found[0].number, RevisionState.IN_FORCE, found[0].effective_on)
    return Document(code, title, DocumentKind.PROCEDURE, id=1, revisions=tuple(found), **more)


def plan(document: Document | None, *rows: list[Any]) -> list[PlannedDocument]:
    return compare(proposed(*rows).rows, {code_key(document.code): document} if document else {})


def reasons(row: PlannedDocument) -> list[str]:
    return [reason.message for reason in row.reasons]


def test_a_document_is_read_with_everything_the_list_says() -> None:
    (row,) = proposed(["ҚР-ALT-01", "Құжатталған  ақпаратты басқару", "Рәсім", "АССД", "2-басылым", "01.09.2026"]).rows
    assert row.draft == DocumentDraft("ҚР-ALT-01", "Құжатталған ақпаратты басқару", DocumentKind.PROCEDURE, "АССД")
    assert (row.revision, row.effective_on, row.number, row.kind_given) == (2, date(2026, 9, 1), 2, True)
    assert len(row.repairs) == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ЖН-ALT-19", DocumentKind.WORK_INSTRUCTION), ("ҚР-ALT-02", DocumentKind.PROCEDURE),
        ("ҚР СТ ISO 9001-2016", DocumentKind.EXTERNAL_NORM), ("МС ISO 9000:2015", DocumentKind.EXTERNAL_NORM),
        ("№ 410-V", DocumentKind.EXTERNAL_NORM), ("ЛН-12", DocumentKind.JOB_DESCRIPTION), ("X-1", DocumentKind.OTHER),
    ],
)  # fmt: skip
def test_the_kind_follows_from_the_code_where_the_list_does_not_say_it(code: str, kind: DocumentKind) -> None:
    (row,) = proposed([code, "Атауы"]).rows
    assert (row.draft.kind, row.kind_given) == (kind, False)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Жұмыс нұсқаулығы", DocumentKind.WORK_INSTRUCTION), ("ЖН", DocumentKind.WORK_INSTRUCTION),
        ("Положение", DocumentKind.REGULATION), ("Саясат", DocumentKind.POLICY),
        ("work_instruction", DocumentKind.WORK_INSTRUCTION),
        ("Должностная инструкция", DocumentKind.JOB_DESCRIPTION), ("Заң", DocumentKind.EXTERNAL_NORM),
    ],
)  # fmt: skip
def test_the_kind_of_a_document_is_understood(said: str, kind: DocumentKind) -> None:
    assert proposed(["X-1", "Атауы", said]).rows[0].draft.kind is kind


def test_code_and_title_in_one_cell_are_taken_apart() -> None:
    found = proposed(
        ["ҚР-ALT-02 - Ішкі аудит"], ["ЖН-ALT-02 Эдвайзер‑куратор туралы ереже"], heads=["Құжаттың атауы", "x"]
    )
    assert [(row.draft.code, row.draft.title) for row in found.rows] == [
        ("ҚР-ALT-02", "Ішкі аудит"),
        ("ЖН-ALT-02", "Эдвайзер‑куратор туралы ереже"),
    ]


def test_rows_without_a_code_are_left_out_and_odd_values_are_problems() -> None:
    found = proposed([None, "Атаусыз"], ["ҚР-1", "Аудит", "марсиан", None, "бірінші", "ертеңгі күз"])
    assert [(s.number, s.reason.message) for s in found.skipped] == [(2, NO_CODE)]
    messages = [problem.message for problem in found.rows[0].problems]
    assert len(messages) == 3
    assert {NO_KIND, NO_REVISION} < set(messages)
    with pytest.raises(Refusal):
        proposed([None, "Атаусыз"])
    with pytest.raises(Refusal):
        proposed(["Асан"], heads=["ФИО"])


def test_a_first_import_is_new_and_the_same_code_in_the_other_spelling_is_the_same() -> None:
    (row,) = plan(None, ["ҚР-АЛТ-05", "Тәуекелдер", None, None, 1, "01.09.2026"])
    assert row.status is RowStatus.NEW
    assert settle([row], {}, {}) == [
        DocumentWrite(None, row.draft, code_key("ҚР-ALT-05"), (RevisionWrite(1, date(2026, 9, 1)),))
    ]
    (row,) = plan(
        kept("ҚР-ALT-05", "Тәуекелдер", (1, date(2026, 9, 1))), ["ҚР-АЛТ-05", "Тәуекелдер", None, None, 1, "01.09.2026"]
    )
    assert row.status is RowStatus.SAME
    assert settle([row], {}, {}) == []


def test_a_new_revision_and_a_new_owner_are_changes() -> None:
    document = kept("ҚР-1", "Аудит", (1, date(2025, 1, 1)))
    (row,) = plan(document, ["ҚР-1", "Аудит", None, "АССД", 2, "01.09.2026"])
    assert [(c.field, c.before, c.after) for c in row.changes] == [("owner", "", "АССД"), ("revision", 1, 2)]
    (write,) = settle([row], {}, {1: document})
    assert (write.id, write.draft.owner, write.revisions) == (1, "АССД", (RevisionWrite(2, date(2026, 9, 1)),))


def test_an_older_revision_another_title_and_a_loose_day_are_doubtful() -> None:
    document = kept("ҚР-1", "Ішкі аудит", (3, date(2026, 1, 1)))
    assert reasons(plan(document, ["ҚР-1", "Ішкі аудит", None, None, 2])[0]) == [OLDER]
    assert reasons(plan(document, ["ҚР-1", "Жастар саясаты туралы ереже"])[0]) == [OTHER_TITLE]
    assert reasons(plan(document, ["ҚР-1", "Ішкі аудит", None, None, None, "01.09.2026"])[0]) == [OTHER_DAY]
    for row in plan(document, ["ҚР-1", "Ішкі аудит", None, None, 2]):
        assert (row.status, row.proposed.action) == (RowStatus.DOUBTFUL, Action.SKIP)


def test_a_slightly_other_title_is_a_change() -> None:
    (row,) = plan(kept("ҚР-1", "Ишки аудит", (1, None)), ["ҚР-1", "Ішкі аудит"])
    assert (row.status, row.draft.title) == (RowStatus.CHANGED, "Ішкі аудит")


def test_two_revisions_in_the_file_are_one_document_and_the_same_the_second_time() -> None:
    rows = [["ҚР-1", "Аудит", None, None, 1, "01.01.2025"], ["ҚР-1", "Аудит", None, None, 2, "01.09.2026"]]
    planned = plan(None, *rows)
    assert [row.status.value for row in planned] == ["new", "doubtful"]
    assert reasons(planned[1]) == [TWICE_REVISION]
    (write,) = settle(planned, {}, {})
    assert write.revisions == (RevisionWrite(1, date(2025, 1, 1)), RevisionWrite(2, date(2026, 9, 1)))
    document = kept("ҚР-1", "Аудит", (1, date(2025, 1, 1)), (2, date(2026, 9, 1)))
    assert [row.status.value for row in plan(document, *rows)] == ["same", "same"]


def test_the_same_code_twice_is_left_out_and_a_row_without_title_too() -> None:
    planned = plan(None, ["ҚР-1", "Аудит"], ["KP-1", "Аудит"], ["ҚР-2", None])
    assert [reasons(row) for row in planned] == [[], [TWICE], [NO_TITLE]]
    assert len(settle(planned, {}, {})) == 1


def test_the_person_decides() -> None:
    document = kept("ҚР-1", "Ішкі аудит", (3, date(2026, 1, 1)))
    planned = plan(document, ["ҚР-1", "Ішкі аудит", None, None, 2], ["ҚР-9", "Жаңа"])
    edited = DocumentDraft("ҚР-09", "Жаңа құжат")
    writes = settle(
        planned,
        {2: DocumentDecision(Action.UPDATE, id=1), 3: DocumentDecision(Action.NEW, draft=edited)},
        {1: document},
    )
    assert [(w.id, w.draft.title, w.revisions) for w in writes] == [
        (1, "Ішкі аудит", (RevisionWrite(2, None),)),
        (None, "Жаңа құжат", (RevisionWrite(1, None),)),
    ]
    assert writes[1].key == code_key("ҚР-09")


CELLS = st.none() | st.text(max_size=12) | st.integers() | st.floats() | st.booleans() | st.dates() | st.datetimes()


@given(rows=st.lists(st.lists(CELLS, min_size=6, max_size=6), min_size=1, max_size=6))
def test_any_cells_at_all_are_planned_or_refused(rows: list[list[Any]]) -> None:
    try:
        planned = compare(proposed(*rows).rows, {})
    except Refusal:
        return
    settle(planned, {}, {})
