"""Documents: codes that look alike, one revision in force, lists with their coverage."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.desk import Desk
from altdesk.domain.documents import DocumentDraft, DocumentsQuery, RevisionState
from altdesk.domain.errors import Refusal
from altdesk.services import documents
from tests.make import EFFECTIVE, Make


def test_the_same_code_in_look_alike_letters_is_refused_and_names_the_twin(desk: Desk, make: Make) -> None:
    make.document("ҚР-ALT-05", "Тәуекелдер")
    with pytest.raises(Refusal, match="ҚР-ALT-05 «Тәуекелдер»"):
        documents.add(desk, DocumentDraft("ҚР-АЛТ-05", "Басқа"))
    assert documents.by_code(desk, "ҚР-АЛТ-05").title == "Тәуекелдер"


def test_a_code_is_free_again_when_its_document_is_in_the_bin(desk: Desk, make: Make) -> None:
    documents.bin_(desk, [make.document("ҚР-ALT-05")])
    make.document("ҚР-АЛТ-05")
    assert documents.count(desk, DocumentsQuery()) == 1


@pytest.mark.parametrize(("code", "title", "field"), [("", "Атауы", "code"), ("ЖН-1", "  ", "title")])
def test_a_document_needs_a_code_and_a_title(desk: Desk, code: str, title: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        documents.add(desk, DocumentDraft(code, title))
    assert refused.value.field == field


def test_a_new_revision_in_force_withdraws_the_old_one(desk: Desk, make: Make) -> None:
    document = make.document()
    documents.add_revision(desk, document, 2)
    assert documents.get(desk, document).in_force is not None
    draft = documents.get(desk, document).revisions[0]
    documents.put_in_force(desk, draft.id, date(2026, 11, 1))
    states = [each.state for each in documents.get(desk, document).revisions]
    assert states == [RevisionState.IN_FORCE, RevisionState.WITHDRAWN]
    with pytest.raises(Refusal, match="withdrawn"):
        documents.put_in_force(desk, documents.get(desk, document).revisions[1].id, EFFECTIVE)


def test_a_revision_number_is_used_once(desk: Desk, make: Make) -> None:
    document = make.document()
    with pytest.raises(Refusal, match="already has revision 1"):
        documents.add_revision(desk, document, 1)


@pytest.mark.parametrize("sort", ["code", "title", "kind", "owner", "effective_on", "state"])
def test_the_list_stands_in_every_order(desk: Desk, make: Make, sort: str) -> None:
    for code in ("ҚР-ALT-10", "ҚР-ALT-2", "ЖН-ALT-1"):
        make.document(code)
    lines = documents.lines(desk, documents.ids(desk, DocumentsQuery(sort=sort, descending=True)))
    assert len(lines) == 3
    if sort == "code":
        assert [line.code for line in lines] == ["ҚР-ALT-10", "ҚР-ALT-2", "ЖН-ALT-1"]


def test_a_line_says_its_coverage(desk: Desk, make: Make) -> None:
    make.people(3)
    document = make.document()
    make.audience(document)
    (line,) = documents.lines(desk, documents.ids(desk, DocumentsQuery(text="кр-alt")))
    assert (line.signed, line.total, line.revision) == (0, 3, 1)
