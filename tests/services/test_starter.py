"""The starter set: everything the work instruction names, in one step; what is there already is left alone."""

from __future__ import annotations

from sqlalchemy import select

from altdesk.desk import Desk
from altdesk.domain.abbreviations import AbbreviationDraft
from altdesk.domain.documents import DocumentKind, DocumentsQuery, RevisionState
from altdesk.domain.matrix import GridKind
from altdesk.domain.norms import NormsQuery
from altdesk.services import abbreviations, documents, history, matrix, norms, starter
from db.models import metadata
from tests.make import Make
from tests.services.test_demo import contents


def test_a_new_desk_gets_all_of_it_in_one_step_and_gives_it_back(desk: Desk) -> None:
    before = contents(desk)
    loaded = starter.load(desk)
    assert loaded.changed is not None
    assert loaded.changed.tables >= {"document", "grid", "grid_cell", "abbreviation"}
    assert loaded.left == []
    assert len(history.steps(desk)) == 1
    assert documents.count(desk, DocumentsQuery()) == len(loaded.documents) == 14
    desk.undo()
    assert contents(desk) == before
    desk.redo()
    assert len(abbreviations.every(desk)) == len(loaded.abbreviations)


def test_the_documents_stand_as_in_the_source(desk: Desk) -> None:
    starter.load(desk)
    known = documents.by_code(desk, "ЖН-ALT-42")
    assert (
        known.title
        == "«ALT Университеті» АҚ күндізгі оқу бөлімі студенттеріне әлеуметтік қолдау көрсету жөніндегі ереже"
    )
    assert known.kind is DocumentKind.REGULATION
    assert known.revisions == ()  # which revision is in force the source does not say
    internal = {f"ҚР-ALT-{number:02}" for number in range(1, 7)}
    internal |= {f"ЖН-ALT-{number:02}" for number in (2, 11, 19, 38, 40, 42, 83)}
    codes = {line.code for line in documents.lines(desk, documents.ids(desk, DocumentsQuery()))}
    assert internal <= codes


def test_the_tables_come_with_the_instruction_in_a_draft(desk: Desk) -> None:
    starter.load(desk)
    (revision,) = documents.by_code(desk, "ЖН-ALT-00").revisions
    assert revision.state is RevisionState.DRAFT
    found = matrix.of_revision(desk, revision.id)
    assert [each.kind for each in found] == [GridKind.OUTPUTS, GridKind.INPUTS, GridKind.MATRIX, GridKind.STORAGE]
    assert [len(each.rows) for each in found] == [5, 2, 6, 5]
    assert found[2].rows[5].cells == ("Жастармен жұмыс ұйымдастырудың қорытындысын шығару", "Б", "Б, Ж, О", "", "")


def test_the_norms_come_too_and_the_instruction_cites_them(desk: Desk) -> None:
    loaded = starter.load(desk)
    cited = norms.of_document(desk, documents.by_code(desk, "ЖН-ALT-00").id)
    assert len(cited) == len(loaded.norms) == norms.count(desk, NormsQuery()) == 23
    assert "Қазақстан Республикасының Заңы 09.02.201 ж. № 285-V" in loaded.norms


def test_loading_again_adds_nothing_and_names_what_is_there(desk: Desk) -> None:
    first = starter.load(desk)
    before = contents(desk)
    again = starter.load(desk)
    assert again.added == 0
    assert again.changed is not None
    assert again.changed.nothing
    assert len(again.left) == first.added
    assert contents(desk) == before


def test_what_the_person_has_typed_stays_as_it_is(desk: Desk, make: Make) -> None:
    make.document("ҚР-АЛТ-05", "Тәуекелдер")
    instruction = make.document("ЖН-АЛТ-00", "Нұсқаулық")
    revision = make.revision_in_force(instruction)
    matrix.add(desk, revision, GridKind.MATRIX)
    abbreviations.add(desk, AbbreviationDraft("ЖСК", "Жастар істері секторы"))
    loaded = starter.load(desk)
    assert {"ҚР-АЛТ-05", "ЖН-АЛТ-00", "ЖСК"} <= set(loaded.left)
    assert norms.of_document(desk, instruction) == []
    assert documents.by_code(desk, "ҚР-ALT-05").title == "Тәуекелдер"
    assert [each.expansion for each in abbreviations.every(desk) if each.short == "ЖСК"] == ["Жастар істері секторы"]
    found = matrix.of_revision(desk, revision)
    assert [len(each.rows) for each in found if each.kind is GridKind.MATRIX] == [1]
    assert {each.kind for each in found} == set(GridKind) - {GridKind.OTHER}


def test_tables_do_not_go_into_a_withdrawn_revision(desk: Desk, make: Make) -> None:
    instruction = make.document("ЖН-ALT-00", "Нұсқаулық")
    documents.withdraw(desk, make.revision_in_force(instruction))
    assert starter.load(desk).tables == []
    with desk.store.read() as connection:
        assert connection.execute(select(metadata.tables["grid"])).all() == []


def test_nothing_that_the_source_does_not_explain_gets_an_expansion(desk: Desk) -> None:
    starter.load(desk)
    found = {each.short: each for each in abbreviations.every(desk)}
    for short in ("ЖСК", "ЖСБЖ", "СП", "КиСР", "ЖН"):
        assert found[short].expansion == ""
        assert found[short].note
    assert sorted(each.expansion for each in abbreviations.every(desk) if each.short == "СҮ") == [
        "Студенттер үйі",
        "Студенттік үкімет",
    ]
