"""Import of documents: codes in either spelling, revisions with their days, one in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.documents import DocumentDraft, DocumentKind, DocumentsQuery, RevisionState
from altdesk.domain.documents_plan import DocumentDecision
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Action, RowStatus
from altdesk.services import acquaintance, documents, documents_import, exporting
from tests.make import Make

DAY = date(2026, 9, 1)
HEAD = "Құжат коды;Атауы;Түрі;Иесі;Нұсқа;Қолданысқа енгізілген күні"


def written(folder: Path, *rows: str) -> Path:
    file = folder / "Құжаттар.csv"
    file.write_text("\n".join(rows), encoding="utf-8")
    return file


def taken(desk: Desk, file: Path) -> documents_import.DocumentsImport:
    plan = documents_import.preview(desk, file)
    documents_import.apply(desk, plan, documents_import.without_asking(plan))
    return plan


def states(desk: Desk, code: str) -> list[tuple[int, str, date | None]]:
    found = documents.by_code(desk, code).revisions
    return [(each.number, each.state.value, each.effective_on) for each in found]


def test_a_list_is_one_step_and_one_undo(desk: Desk, tmp_path: Path) -> None:
    rows = ("ҚР-ALT-05;Тәуекелдер;;АССД;2;01.09.2026", "ЖН-ALT-11;Академиялық адалдық;;;;")
    plan = taken(desk, written(tmp_path, HEAD, *rows))
    assert plan.counts.new == 2
    found = documents.by_code(desk, "ҚР-АЛТ-05")
    assert (found.kind, found.owner) == (DocumentKind.PROCEDURE, "АССД")
    assert states(desk, "ҚР-ALT-05") == [(2, "in_force", date(2026, 9, 1))]
    assert states(desk, "ЖН-ALT-11") == [(1, "draft", None)]
    desk.undo()
    assert documents.count(desk, DocumentsQuery()) == 0


def test_revisions_of_one_document_come_together_and_one_is_in_force(desk: Desk, tmp_path: Path) -> None:
    rows = ("ҚР-ALT-05;Тәуекелдер;;;1;01.09.2024", "ҚР-АЛТ-05;Тәуекелдер;;;2;01.09.2026")
    taken(desk, written(tmp_path, HEAD, *rows))
    assert states(desk, "ҚР-ALT-05") == [(2, "in_force", date(2026, 9, 1)), (1, "withdrawn", date(2024, 9, 1))]


def test_a_new_revision_of_a_kept_document_comes_into_force_and_is_owed(desk: Desk, make: Make, tmp_path: Path) -> None:
    make.people(2)
    document = make.document("ҚР-ALT-05", "Тәуекелдер")
    make.audience(document)
    acquaintance.mark_back(desk, make.sheet(document), date(2026, 9, 2))
    plan = taken(desk, written(tmp_path, HEAD, "ҚР-ALT-05;Тәуекелдер;;;2;01.11.2026"))
    assert plan.counts.changed == 1
    assert states(desk, "ҚР-ALT-05") == [(2, "in_force", date(2026, 11, 1)), (1, "withdrawn", date(2026, 9, 1))]
    assert [(line.signed, line.total) for line in acquaintance.coverage(desk)] == [(0, 2)]


def test_an_older_revision_never_takes_the_place_of_a_newer_one(desk: Desk, tmp_path: Path) -> None:
    taken(desk, written(tmp_path, HEAD, "ҚР-ALT-05;Тәуекелдер;;;3;01.09.2026"))
    plan = documents_import.preview(desk, written(tmp_path, HEAD, "ҚР-ALT-05;Тәуекелдер;;;2;01.09.2025"))
    (row,) = plan.rows
    assert row.status is RowStatus.DOUBTFUL
    documents_import.apply(desk, plan, {row.number: DocumentDecision(Action.UPDATE, id=row.matches[0].id)})
    assert states(desk, "ҚР-ALT-05") == [(3, "in_force", date(2026, 9, 1)), (2, "withdrawn", date(2025, 9, 1))]


def test_a_draft_gets_its_day_from_the_file(desk: Desk, tmp_path: Path) -> None:
    taken(desk, written(tmp_path, HEAD, "ҚР-ALT-05;Тәуекелдер;;;1;"))
    taken(desk, written(tmp_path, HEAD, "ҚР-ALT-05;Тәуекелдер;;;1;01.09.2026"))
    assert states(desk, "ҚР-ALT-05") == [(1, "in_force", date(2026, 9, 1))]


def test_two_documents_never_get_one_code(desk: Desk, tmp_path: Path) -> None:
    plan = documents_import.preview(
        desk, written(tmp_path, HEAD, "ҚР-ALT-05;Бір;;;;", "ҚР-АЛТ-05;Мүлде басқа құжат;;;;")
    )
    assert [row.status for row in plan.rows] == [RowStatus.NEW, RowStatus.DOUBTFUL]
    with pytest.raises(Refusal, match="code"):
        documents_import.apply(desk, plan, {plan.rows[1].number: DocumentDecision(Action.NEW)})
    assert documents.count(desk, DocumentsQuery()) == 0
    documents_import.apply(desk, plan, documents_import.without_asking(plan))
    assert documents.by_code(desk, "ҚР-ALT-05").title == "Бір"


def test_an_exported_register_comes_back_the_same(desk: Desk, make: Make, tmp_path: Path) -> None:
    make.document("ҚР-ALT-05", "Тәуекелдерді басқару")
    make.document("ЖН-ALT-11", "Академиялық адалдық", None)
    for language in ("kk", "ru", "en"):
        desk.say.switch(language)
        file = exporting.documents(desk, tmp_path / f"{language}.xlsx").file
        assert documents_import.preview(desk, file).counts.same == 2, language
    assert documents.by_code(desk, "ЖН-ALT-11").revisions[0].state is RevisionState.DRAFT


FILED = f"{HEAD};Қайта қарау күні;Сақтау мерзімі;Іс индексі"


def test_where_documents_are_filed_comes_in_and_goes_out_again(desk: Desk, tmp_path: Path) -> None:
    taken(desk, written(tmp_path, FILED, "ҚР-ALT-05;Тәуекелдер;;АССД;2;01.09.2026;01.09.2027;5 жыл;02-05"))
    found = documents.by_code(desk, "ҚР-ALT-05")
    assert (found.review_on, found.retention, found.file_index) == (date(2027, 9, 1), "5 жыл", "02-05")
    plan = documents_import.preview(desk, exporting.documents(desk, tmp_path / "again.xlsx").file)
    assert [row.status for row in plan.rows] == [RowStatus.SAME]
    plan = taken(desk, written(tmp_path, FILED, "ҚР-ALT-05;Тәуекелдер;;АССД;2;01.09.2026;01.03.2027;;"))
    assert [change.field for change in plan.rows[0].changes] == ["review_on"]
    found = documents.by_code(desk, "ҚР-ALT-05")
    assert (found.review_on, found.retention) == (date(2027, 3, 1), "5 жыл")


def test_revisions_from_a_list_have_their_steps(desk: Desk, tmp_path: Path) -> None:
    rows = ("ҚР-ALT-05;Тәуекелдер;;;1;01.09.2024", "ҚР-АЛТ-05;Тәуекелдер;;;2;01.09.2026")
    taken(desk, written(tmp_path, HEAD, *rows))
    second, first = documents.by_code(desk, "ҚР-ALT-05").revisions
    assert [(step.state.value, step.on) for step in second.steps] == [("in_force", date(2026, 9, 1))]
    assert [(step.state.value, step.on) for step in first.steps] == [
        ("in_force", date(2024, 9, 1)),
        ("withdrawn", date(2026, 9, 1)),
    ]


def test_a_day_to_come_from_a_list_is_waited_for(desk: Desk, tmp_path: Path) -> None:
    today = date(2026, 11, 20)
    rows = ("ҚР-ALT-05;Тәуекелдер;;;1;01.09.2026", "ҚР-АЛТ-05;Тәуекелдер;;;2;01.12.2026", "ЖН-1;Ереже;;;1;01.12.2026")
    plan = documents_import.preview(desk, written(tmp_path, HEAD, *rows), today=today)
    documents_import.apply(desk, plan, documents_import.without_asking(plan), today=today)
    assert states(desk, "ҚР-ALT-05") == [(2, "agreed", date(2026, 12, 1)), (1, "in_force", date(2026, 9, 1))]
    assert states(desk, "ЖН-1") == [(1, "agreed", date(2026, 12, 1))]


def test_a_day_after_a_signature_on_record_is_doubted_and_never_written(desk: Desk, make: Make, tmp_path: Path) -> None:
    make.people(1)
    document = make.document("ҚР-ALT-05", "Тәуекелдер")
    make.audience(document)
    acquaintance.mark_back(desk, make.sheet(document), date(2026, 9, 2))
    plan = documents_import.preview(desk, written(tmp_path, HEAD, "ҚР-ALT-05;Тәуекелдер;;;1;05.09.2026"))
    assert [row.status for row in plan.rows] == [RowStatus.DOUBTFUL]
    assert plan.rows[0].reasons[0].values["day"] == "02.09.2026"
    forced = {row.number: DocumentDecision(Action.UPDATE, id=document) for row in plan.rows}
    with pytest.raises(Refusal, match=r"A signature of 02\.09\.2026 is on record"):
        documents_import.apply(desk, plan, forced)
    assert states(desk, "ҚР-ALT-05") == [(1, "in_force", date(2026, 9, 1))]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_was_exported_comes_back_as_it_was(tmp_path: Path, language: str) -> None:
    file = tmp_path / "Құжаттар.xlsx"
    with Desk.open(tmp_path / "one", language) as desk:
        make = Make(desk)
        for code, day in (("ҚР-ALT-05", DAY), ("ҚР-ALT-06", DAY), ("ҚР-ALT-07", None)):
            make.document(code, f"Құжат {code}", day)
        documents.withdraw(desk, documents.by_code(desk, "ҚР-ALT-06").revisions[0].id, DAY)
        norm = DocumentDraft("ҚР СТ ISO 9001", "Сапа менеджменті", DocumentKind.EXTERNAL_NORM)
        documents.add(desk, norm, None)
        exporting.documents(desk, file)
        again = documents_import.preview(desk, file)
        assert {row.status for row in again.rows} == {RowStatus.SAME}
    with Desk.open(tmp_path / "two", language) as desk:
        plan = taken(desk, file)
        assert (plan.counts.new, plan.counts.doubtful, plan.warnings) == (4, 0, ())
        assert states(desk, "ҚР-ALT-05") == [(1, "in_force", DAY)]
        assert states(desk, "ҚР-ALT-06") == [(1, "withdrawn", DAY)]
        assert states(desk, "ҚР-ALT-07") == [(1, "draft", None)]
        assert states(desk, "ҚР СТ ISO 9001") == []


def test_a_state_that_cannot_be_is_doubtful_and_changes_nothing_kept(desk: Desk, make: Make, tmp_path: Path) -> None:
    make.document("ҚР-ALT-05", "Тәуекелдер", DAY)
    rows = (
        "ҚР-ALT-05;Тәуекелдер;1;01.09.2026;Күші жойылды",
        "ҚР-ALT-06;Аудит;1;01.09.2026;Жоба",
        "ҚР-ALT-07;Сатып алу;1;01.09.2026;Белгісіз",
    )
    plan = taken(desk, written(tmp_path, "Код;Атауы;Нұсқа;Күні;Күйі", *rows))
    assert [row.status for row in plan.rows] == [RowStatus.DOUBTFUL] * 3
    assert states(desk, "ҚР-ALT-05") == [(1, "in_force", DAY)]
    assert documents.count(desk, DocumentsQuery()) == 1
