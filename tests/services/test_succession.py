"""Handing the desk over: what is open, out, given and kept stands on one act, as paper and as workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from altdesk.desk import Desk
from altdesk.domain.backups import Reason
from altdesk.domain.copies import Recipient
from altdesk.domain.documents import RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import Named
from altdesk.domain.organisation import Organisation
from altdesk.services import (
    acquaintance,
    backups,
    copies,
    minutes,
    organisation,
    printing,
    revisions,
    succession,
    tasks,
)
from altdesk.services.papers import succession as papers
from tests.make import Make

DAY = date(2026, 11, 22)


@pytest.fixture
def busy(desk: Desk, make: Make, tmp_path: Path) -> Desk:
    organisation.save(desk, Organisation("ALT", secretary="Мұхамеджан Әсем", secretary_post="Бас маман"))
    person = make.person("Асанов", "Ерлан")
    document = make.document("ЖН-01", "Қағидалар")
    make.audience(document)
    printing.acquaintance(desk, make.sheet(document), tmp_path / "парақ.pdf")
    copies.give(desk, make.revision_in_force(document), [Recipient("Асанов Ерлан", person_id=person)], date(2026, 9, 2))
    returned = copies.give(desk, make.revision_in_force(document), [Recipient("Қасым")], date(2026, 9, 2)).id
    assert returned is not None
    copies.take_back(desk, [returned], date(2026, 9, 3))
    revisions.add_revision(desk, document, 2)
    make.task("Есеп тапсыру", responsible=(Named("", "", person),))
    tasks.done(desk, [make.task("Біткен іс")], date(2026, 10, 13))
    make.minutes(make.body("Кеңес", members=2), present=2)
    backups.by_itself(desk, Reason.HOUR)
    return desk


def test_only_what_is_open_stands_on_the_act(busy: Desk) -> None:
    act = papers.succession(busy, DAY).data
    assert [(row.text, row.responsible) for row in act.tasks] == [("Есеп тапсыру", "Асанов Ерлан")]
    assert [(row.number, row.document, row.open) for row in act.sheets] == [(1, "ЖН-01 Қағидалар", 1)]
    assert [(row.called, row.number, row.state) for row in act.papers] == [
        ("ЖН-01", "2", RevisionState.DRAFT),
        ("Кеңес", "", None),
    ]
    assert [(row.document, row.holder) for row in act.copies] == [("ЖН-01 Қағидалар", "Асанов Ерлан")]
    assert [row.reason for row in act.backups] == [Reason.HOUR]
    assert act.outside == ""
    assert (act.people, act.documents, act.minutes) == (3, 1, 1)
    assert act.gives == ("Бас маман", "Мұхамеджан Әсем")


def test_a_sheet_with_every_signature_is_not_on_it(busy: Desk) -> None:
    sheet = acquaintance.sheet_lines(busy)[0].id
    from altdesk.domain.acquaintance import RowMark, RowState

    acquaintance.mark(busy, sheet, {1: RowMark(RowState.SIGNED, date(2026, 9, 20))})
    assert papers.succession(busy, DAY).data.sheets == ()


def test_signed_minutes_are_not_on_it(busy: Desk, make: Make) -> None:
    number = minutes.ids(busy, minutes.MinutesQuery())[0]
    assert [row.called for row in papers.succession(busy, DAY).data.papers][1:] == ["Кеңес"]
    minutes.bin_(busy, [number])
    assert [row.called for row in papers.succession(busy, DAY).data.papers][1:] == []


def test_one_action_writes_paper_and_workbook(busy: Desk, tmp_path: Path) -> None:
    made = succession.hand_over(busy, tmp_path, on=DAY)
    assert made.paper.name == "Істерді қабылдау-тапсыру актісі 22.11.2026.pdf"
    assert made.paper.read_bytes().startswith(b"%PDF")
    book = load_workbook(made.workbook)
    assert book.sheetnames == [
        "Орындалмаған тапсырмалар",
        "Қайтпаған танысу парақтары",
        "Келісуде, бекітуде, қол қоюда",
        "Қолдағы жұмыс көшірмелері",
        "Соңғы сақтық көшірмелер",
    ]
    assert book.worksheets[0]["B3"].value == "Есеп тапсыру"
    assert book.worksheets[1]["B3"].value == 1


def test_a_desk_with_nothing_open_is_handed_over_too(desk: Desk, tmp_path: Path) -> None:
    made = succession.hand_over(desk, tmp_path, on=DAY)
    assert made.pages == 1


def test_a_folder_that_is_not_there_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="does not exist"):
        succession.hand_over(desk, tmp_path / "жоқ")
