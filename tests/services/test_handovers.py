"""Hand-overs: where the original and the Word version of a revision are, and their receipts."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.desk import Desk
from altdesk.domain.copies import Handed, HandoverDraft
from altdesk.domain.errors import Refusal
from altdesk.domain.organisation import Organisation
from altdesk.services import documents, handovers, organisation
from tests.make import Make

DAY = date(2026, 9, 3)


def test_the_last_hand_over_says_where_each_of_the_two_is(desk: Desk, make: Make) -> None:
    document = make.document()
    revision = make.revision_in_force(document)
    assert handovers.whereabouts(desk, revision).original is None
    handovers.add(desk, revision, HandoverDraft(Handed.ORIGINAL, 14, DAY, place="АССД"))
    prepared = handovers.add(desk, revision, HandoverDraft(Handed.ELECTRONIC, place="АССД")).id
    found = handovers.whereabouts(desk, revision)
    assert found.original is not None
    assert (found.original.place, found.original.sheets) == ("АССД", 14)
    assert found.electronic is None
    assert prepared is not None
    handovers.save(desk, prepared, HandoverDraft(Handed.BOTH, 14, date(2026, 9, 4), place="Мұрағат"))
    found = handovers.whereabouts(desk, revision)
    assert found.original is not None
    assert found.electronic is not None
    assert (found.original.place, found.electronic.place) == ("Мұрағат", "Мұрағат")


def test_hand_overs_of_a_document_come_with_their_revision_the_newest_first(desk: Desk, make: Make) -> None:
    document = make.document("ЖН-ALT-40")
    handovers.add(desk, make.revision_in_force(document), HandoverDraft(handed_on=DAY))
    documents.add_revision(desk, document, 2, date(2026, 11, 1))
    handovers.add(desk, make.revision_in_force(document), HandoverDraft(handed_on=date(2026, 11, 2)))
    assert [(each.document, each.revision) for each in handovers.of_document(desk, document)] == [
        ("ЖН-ALT-40", 2),
        ("ЖН-ALT-40", 1),
    ]


def test_the_head_of_the_department_gives_and_the_last_receiver_receives(desk: Desk, make: Make) -> None:
    organisation.save(desk, Organisation(director="Үлгібаев Асқар", director_post="Директор"))
    revision = make.revision_in_force(make.document())
    assert handovers.usual(desk) == HandoverDraft(given_by="Үлгібаев Асқар", given_by_post="Директор")
    handovers.add(desk, revision, HandoverDraft(handed_on=DAY, received_by="Индексов", place="АССД"))
    usual = handovers.usual(desk)
    assert (usual.received_by, usual.place, usual.given_by) == ("Индексов", "АССД", "Үлгібаев Асқар")


def test_one_entered_by_mistake_goes_to_the_bin_and_comes_back_by_undo(desk: Desk, make: Make) -> None:
    revision = make.revision_in_force(make.document())
    made = handovers.add(desk, revision, HandoverDraft(handed_on=DAY)).id
    assert made is not None
    handovers.bin_(desk, [made])
    assert handovers.of_revision(desk, revision) == []
    desk.undo()
    assert [each.id for each in handovers.of_revision(desk, revision)] == [made]
    with pytest.raises(Refusal, match="no such hand-over"):
        handovers.get(desk, made + 1)
