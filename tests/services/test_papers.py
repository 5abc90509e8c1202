"""What stands on a paper: the state of the revision, who signs a list, and letters that no typeface has."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.domain.organisation import Organisation
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import laid_out
from altdesk.services import acquaintance, documents, organisation, printing
from altdesk.services.papers import acquaintance as acquaintance_papers
from altdesk.services.papers import documents as document_papers
from altdesk.services.papers import people as people_papers


def texts(paper):
    return [text.text for page in laid_out(paper.form, paper.data, PrintOptions()).pages for text in page.texts]


@pytest.fixture
def sheet_id(make):
    make.person("Әбенов 😀")
    return make.sheet(make.document())


def test_the_sheet_of_a_withdrawn_revision_says_so_and_before_it_does_not(desk, sheet_id):
    assert "КҮШІ ЖОЙЫЛДЫ" not in texts(acquaintance_papers.acquaintance(desk, sheet_id))
    documents.withdraw(desk, acquaintance.sheet(desk, sheet_id).revision_id)
    assert "КҮШІ ЖОЙЫЛДЫ" in texts(acquaintance_papers.acquaintance(desk, sheet_id))


def test_a_sheet_prints_though_its_document_is_in_the_bin(desk, sheet_id):
    documents.bin_(desk, [acquaintance.sheet(desk, sheet_id).document_id])
    assert any("Әбенов" in text for text in texts(acquaintance_papers.acquaintance(desk, sheet_id)))


def test_a_letter_no_typeface_has_is_seen_on_paper_and_reported(desk, sheet_id, tmp_path):
    printed = printing.acquaintance(desk, sheet_id, tmp_path / "sheet.pdf")
    assert printed.missing == ("😀",)
    assert any("Әбенов □" in text for text in texts(acquaintance_papers.acquaintance(desk, sheet_id)))


def test_the_secretary_signs_the_lists(desk, make):
    make.person()
    organisation.save(desk, Organisation(name="АҚ", secretary_post="Бас маман", secretary="Мұхамеджан Әсем"))
    for paper in (
        people_papers.people(desk),
        document_papers.documents(desk),
        acquaintance_papers.coverage(desk, on=date(2026, 11, 22)),
    ):
        assert "Ә.\u00a0Мұхамеджан" in texts(paper)


def test_nobody_named_nobody_signs(desk, make):
    make.person()
    assert people_papers.people(desk).data.signed_by == ()


def test_a_card_says_that_nobody_has_to_know_the_document(desk, make):
    make.person()
    document = make.document()
    nobody = "Кімнің танысуы тиіс екені белгіленбеген."
    said = texts(document_papers.document_card(desk, document))
    assert said[said.index("Танысуы тиіс") + 1] == nobody
    make.audience(document)
    assert nobody not in texts(document_papers.document_card(desk, document))
