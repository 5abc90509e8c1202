"""The data card of a person: everything held, whichever area it stands in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.copies import Recipient
from altdesk.domain.minutes import Named
from altdesk.domain.tasks import TaskDraft
from altdesk.services import attachments, copies, groups, interests, tasks
from altdesk.services.papers import people as papers
from tests.make import Make


def test_it_holds_what_every_area_keeps_of_the_person(desk: Desk, make: Make, tmp_path: Path) -> None:
    number = make.person("Асанов", "Ерлан", phone="+7 701")
    interests.save(desk, number, ["шахмат"])
    groups.add(desk, "Белсенділер", added=[number])
    document = make.document("ЖН-01", "Қағидалар")
    make.audience(document, AudienceEntry(person_id=number))
    make.sheet(document)
    body = make.body("Кеңес")
    make.term(body, "Төраға", number, date(2026, 9, 1))
    make.minutes(body, present=1)
    tasks.add(desk, TaskDraft("Есеп беру", responsible=(Named("", "", number),)))
    copies.give(desk, make.revision_in_force(document), [Recipient("Асанов Ерлан", person_id=number)], date(2026, 9, 2))
    scan = tmp_path / "келісім.pdf"
    scan.write_bytes(b"%PDF")
    attachments.attach(desk, "person", number, scan)

    card = papers.person_card(desk, number, date(2026, 11, 22)).data
    assert card.person.phone == "+7 701"
    assert card.interests == ("шахмат",)
    assert [(row.body, row.post) for row in card.terms] == [("Кеңес", "Төраға")]
    assert [(row.document, row.revision, row.state) for row in card.duties] == [("ЖН-01 Қағидалар", 1, "owed")]
    assert [(row.text, row.done) for row in card.tasks] == [("Есеп беру", False)]
    assert [(row.body, row.presence) for row in card.meetings] == [("Кеңес", "present")]
    assert [(row.document, row.number) for row in card.copies] == [("ЖН-01 Қағидалар", 1)]
    assert {table for table, _ in card.named} == {"group_member", "audience", "sheet_row", "minutes"}
    assert [name for name, _ in card.files] == ["келісім.pdf"]
    assert card.steps == 1


def test_nobody_else_stands_on_it(desk: Desk, make: Make) -> None:
    number, other = make.person(), make.person()
    make.task("Басқаның ісі", responsible=(Named("", "", other),))
    card = papers.person_card(desk, number).data
    held = (card.tasks, card.terms, card.duties, card.meetings, card.copies, card.named, card.files)
    assert not any(held)
