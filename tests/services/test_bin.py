"""The bin: what was deleted in any area comes back with its parts; after thirty days it goes, unless papers need it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.bin import KEPT, BinQuery, days_left, full_until
from altdesk.domain.bodies import BodyDraft, BodyPostDraft
from altdesk.domain.errors import Refusal
from altdesk.domain.people import GroupRule, PeopleQuery, Post
from altdesk.domain.records import TABLES
from altdesk.domain.tasks import TaskDraft
from altdesk.services import acquaintance, attachments, bodies, documents, groups, people, tasks, terms, units
from altdesk.services import bin as service
from db.queries import bin as queries
from db.step import now
from tests.make import Make


def names(desk: Desk, **query: object) -> list[str]:
    return [line.name for line in service.lines(desk, BinQuery(**query))]  # type: ignore[arg-type]


def restore_all(desk: Desk) -> None:
    service.restore(desk, [line.key for line in service.lines(desk)])


def later(days: int) -> datetime:
    return now() + timedelta(days=days)


def use(desk: Desk, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Somebody works at the desk so many days later."""
    from db import store

    with monkeypatch.context() as patched:
        patched.setattr(store, "now", lambda: later(days))
        Make(desk).person("Кейінгі")


def test_a_person_lies_in_the_bin_by_name_with_when_and_who(desk: Desk, make: Make) -> None:
    people.bin_(desk, [make.person("Асанов")])
    (line,) = service.lines(desk)
    assert (line.table, line.name, line.days_left) == ("person", "Асанов Айгүл", 30)
    assert line.at <= now()
    assert not line.removed


def test_a_restored_person_owes_again(desk: Desk, make: Make) -> None:
    person = make.person("Асанов")
    make.person("Бақытов")
    make.audience(make.document())
    people.bin_(desk, [person])
    assert acquaintance.coverage(desk)[0].total == 1
    service.restore(desk, [("person", person)])
    assert acquaintance.coverage(desk)[0].total == 2
    assert service.lines(desk) == []
    assert people.count(desk, PeopleQuery()) == 2
    desk.undo()
    assert names(desk) == ["Асанов Айгүл"]


def test_a_restored_document_is_owed_again(desk: Desk, make: Make) -> None:
    make.person()
    document = make.document("ЖН-01")
    make.audience(document)
    documents.bin_(desk, [document])
    assert acquaintance.coverage(desk) == []
    restore_all(desk)
    assert acquaintance.coverage(desk)[0].missing == 1


def test_a_removed_group_comes_back_with_its_members(desk: Desk, make: Make) -> None:
    person = make.person("Асанов")
    group = groups.add(desk, "Кураторлар", GroupRule(), added=[person]).id
    assert group is not None
    groups.remove(desk, [group])
    (line,) = service.lines(desk)
    assert (line.name, line.removed) == ("Кураторлар", True)
    service.restore(desk, [line.key])
    assert [member.full_name for member in groups.members(desk, group)] == ["Асанов Айгүл"]
    assert groups.by_name(desk, "кураторлар").id == group


def test_units_files_tasks_and_terms_come_back_too(desk: Desk, make: Make, tmp_path: Path) -> None:
    unit = units.add(desk, "Деканат").id
    person = make.person("Асанов")
    scan = tmp_path / "Өтініш.pdf"
    scan.write_bytes(b"%PDF")
    kept = attachments.attach(desk, "person", person, scan).id
    task = tasks.add(desk, TaskDraft(text="Есеп беру")).id
    body = bodies.add(desk, BodyDraft("Кеңес"), [BodyPostDraft("Төраға", seats=1)]).id
    assert None not in {unit, kept, task, body}
    post = bodies.get(desk, body).posts[0].id  # type: ignore[arg-type]
    term = terms.add_term(desk, post, person, date(2026, 9, 1)).id
    units.remove(desk, [unit])  # type: ignore[list-item]
    attachments.remove(desk, kept)  # type: ignore[arg-type]
    tasks.remove(desk, [task])  # type: ignore[list-item]
    terms.remove_term(desk, term)  # type: ignore[arg-type]
    assert names(desk) == ["Асанов Айгүл Кеңес Төраға", "Есеп беру", "Өтініш.pdf", "Деканат"]
    restore_all(desk)
    assert [each.name for each in attachments.of(desk, "person", person)] == ["Өтініш.pdf"]
    assert tasks.get(desk, task).text == "Есеп беру"  # type: ignore[arg-type]
    assert service.lines(desk) == []


def test_what_was_taken_back_by_undo_is_not_in_the_bin(desk: Desk, make: Make) -> None:
    units.add(desk, "Деканат")
    desk.undo()
    assert service.lines(desk) == []
    unit = units.add(desk, "Деканат").id
    units.remove(desk, [unit])  # type: ignore[list-item]
    desk.undo()
    assert service.lines(desk) == []


def test_deleted_twice_it_comes_back_as_it_was_last(desk: Desk) -> None:
    unit = units.add(desk, "Деканат").id
    assert unit is not None
    units.remove(desk, [unit])
    restore_all(desk)
    units.save(desk, unit, "Жаңа деканат", None)
    units.remove(desk, [unit])
    restore_all(desk)
    assert [each.name for each in units.all_units(desk)] == ["Жаңа деканат"]


@pytest.mark.parametrize("kind", ["document", "unit", "group"])
def test_a_twin_that_came_meanwhile_is_named(desk: Desk, make: Make, kind: str) -> None:
    if kind == "document":
        documents.bin_(desk, [make.document("ҚР-ALT-05")])
        make.document("ҚР-АЛТ-05")
    elif kind == "unit":
        units.remove(desk, [units.add(desk, "Деканат").id])  # type: ignore[list-item]
        units.add(desk, "Деканат")
    else:
        groups.remove(desk, [groups.add(desk, "Кураторлар").id])  # type: ignore[list-item]
        groups.add(desk, "КУРАТОРЛАР")
    before = desk.store.next_undo()
    with pytest.raises(Refusal, match="another record like"):
        restore_all(desk)
    assert desk.store.next_undo() == before


def test_what_belonged_to_something_gone_is_refused(desk: Desk, make: Make, tmp_path: Path) -> None:
    parent = units.add(desk, "Институт").id
    child = units.add(desk, "Кафедра", parent).id
    units.remove(desk, [child])  # type: ignore[list-item]
    units.remove(desk, [parent])  # type: ignore[list-item]
    with pytest.raises(Refusal, match="belongs to something that is gone"):
        service.restore(desk, [("unit", child)])  # type: ignore[list-item]
    service.restore(desk, [("unit", parent), ("unit", child)])  # type: ignore[list-item]
    assert len(units.all_units(desk)) == 2


def test_what_is_not_in_the_bin_is_refused(desk: Desk, make: Make) -> None:
    person = make.person()
    with pytest.raises(Refusal, match="no longer in the bin"):
        service.restore(desk, [("person", person)])


def test_lines_are_narrowed_by_area_and_name(desk: Desk, make: Make) -> None:
    people.bin_(desk, [make.person("Қасымов"), make.person("Асанов")])
    documents.bin_(desk, [make.document("ЖН-01")])
    assert names(desk, area="document") == ["ЖН-01 Ішкі аудит"]
    assert names(desk, text="касым") == ["Қасымов Айгүл"]


# thirty days


def test_after_thirty_days_it_is_no_longer_offered(desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    people.bin_(desk, [make.person("Асанов")])
    units.remove(desk, [units.add(desk, "Деканат").id])  # type: ignore[list-item]
    use(desk, monkeypatch, 29)
    assert len(service.lines(desk, moment=later(29))) == 2
    use(desk, monkeypatch, 31)
    assert service.lines(desk, moment=later(31)) == []


def test_what_is_old_goes_for_good_in_one_step(desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    person = make.person("Асанов", further_posts=(Post("Куратор"),))
    groups.add(desk, "Кураторлар", GroupRule(), added=[person])
    people.bin_(desk, [person])
    documents.bin_(desk, [make.document("ЖН-01")])
    use(desk, monkeypatch, 31)
    assert service.empty_old(desk, later(29)) is None
    changed = service.empty_old(desk, later(31))
    assert changed is not None
    assert desk.say(changed.label, **changed.values) == "Empty the bin of what is older than 30 days: 2"
    with desk.store.read() as connection:
        assert not queries.there(connection, "person", person)
        assert connection.exec_driver_sql("SELECT count(*) FROM further_post").scalar() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM revision").scalar() == 0
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert service.lines(desk, moment=later(31)) == []
    assert service.empty_old(desk, later(31)) is None
    desk.undo()
    assert service.empty_old(desk, later(31)) is not None


def test_what_a_paper_speaks_of_keeps_its_row(desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    person = make.person("Асанов")
    make.person("Бақытов")
    sheet = make.sheet(make.document())
    people.bin_(desk, [person])
    use(desk, monkeypatch, 40)
    assert service.empty_old(desk, later(40)) is None
    assert service.lines(desk, moment=later(40)) == []
    assert [row.full_name for row in acquaintance.sheet(desk, sheet).rows] == ["Асанов Айгүл", "Бақытов Айгүл"]


def test_a_member_by_name_of_an_audience_goes_with_its_line(
    desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, document = make.person("Асанов"), make.document()
    make.person("Бақытов")
    make.audience(document, AudienceEntry(person_id=person), AudienceEntry(everyone=True))
    people.bin_(desk, [person])
    with desk.step("Forget the duty") as step:
        from db.models.acquaintance import duty

        step.remove(duty, duty.c.person_id == person)
    use(desk, monkeypatch, 40)
    assert service.empty_old(desk, later(40)) is not None
    assert acquaintance.coverage(desk)[0].total == 2


def test_a_desk_nobody_used_for_months_keeps_its_bin(desk: Desk, make: Make) -> None:
    people.bin_(desk, [make.person("Асанов")])
    assert service.empty_old(desk, later(300)) is None
    assert len(service.lines(desk, moment=later(300))) == 1


def test_days_are_counted_down() -> None:
    at = datetime(2026, 11, 1, 12)
    assert days_left(at, at) == 30
    assert days_left(at, at + timedelta(hours=1)) == 30
    assert days_left(at, at + timedelta(days=29, hours=23)) == 1
    assert days_left(at, at + timedelta(days=90)) == 0
    assert full_until(at, None) == at - KEPT
    assert full_until(at, at - timedelta(days=60)) == at - timedelta(days=59) - KEPT


def test_every_kind_of_record_in_the_bin_can_be_asked_for(desk: Desk) -> None:
    for table, declared in TABLES.items():
        if declared.bin:
            assert service.lines(desk, BinQuery(area=table)) == []
