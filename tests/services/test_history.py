"""The history answers who changed what, when, from what to what: of everything, and of one record with its parts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from altdesk.commands.grammar.history import AREAS
from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.errors import Refusal
from altdesk.domain.history import FieldChange, HistoryQuery, said_value
from altdesk.domain.people import GroupRule, PersonDraft, Post
from altdesk.services import attachments, documents, exporting, groups, history, people
from db import store
from tests.make import Make


def labels(desk: Desk, **query: object) -> list[str]:
    found = history.steps(desk, query=HistoryQuery(**query))  # type: ignore[arg-type]
    return [desk.say(step.label, **step.values) for step in found]


def said(desk: Desk, changes: list[FieldChange]) -> set[tuple[str, str, str]]:
    def value(change: FieldChange, text: str | None) -> str:
        return said_value(desk.say, change.table, change.field, text)

    return {(each.field, value(each, each.before), value(each, each.after)) for each in changes}


def rename(desk: Desk, person: int, **changes: object) -> None:
    from dataclasses import replace

    people.save(desk, person, replace(people.get(desk, person), **changes))  # type: ignore[arg-type]


def test_a_step_is_told_field_by_field_in_words(desk: Desk, make: Make) -> None:
    person = make.person("Асанов", unit="Институт")
    rename(desk, person, post="Бас маман", unit="Деканат", left_on=date(2026, 9, 1))
    (step,) = history.steps(desk, 1)
    changes = [change for change in history.of_step(desk, step.id) if change.table == "person"]
    assert {change.record for change in changes} == {"Асанов Айгүл"}
    assert said(desk, changes) == {
        ("post", "", "Бас маман"),
        ("unit_id", "Институт", "Деканат"),
        ("left_on", "", "01.09.2026"),
    }


def test_steps_are_narrowed_to_an_area(desk: Desk, make: Make) -> None:
    make.person("Асанов")
    document = make.document("ЖН-01")
    make.audience(document)
    assert labels(desk, area="document") == ["Audience of ЖН-01", "Add the document ЖН-01"]
    assert labels(desk, area="person") == ["Add Асанов Айгүл"]
    assert labels(desk, area="task") == []


def test_steps_are_narrowed_to_who_made_them(desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    make.person("Асанов")
    monkeypatch.setattr(store, "user_name", lambda: "hatshy")
    make.person("Бақытов")
    assert labels(desk, who="hatshy") == ["Add Бақытов Айгүл"]
    assert "hatshy" in history.people(desk)


def test_days_are_those_of_this_calendar_both_included(desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [datetime(2026, 11, day, 12, 0) for day in (20, 21, 22)]
    for day, surname in zip(days, ("Асанов", "Бақытов", "Ғалымов"), strict=True):
        monkeypatch.setattr(store, "now", lambda day=day: day)
        make.person(surname)
    assert labels(desk, since=date(2026, 11, 21)) == ["Add Ғалымов Айгүл", "Add Бақытов Айгүл"]
    assert labels(desk, until=date(2026, 11, 21)) == ["Add Бақытов Айгүл", "Add Асанов Айгүл"]
    assert labels(desk, since=date(2026, 11, 21), until=date(2026, 11, 21)) == ["Add Бақытов Айгүл"]


def test_a_text_is_found_in_any_spelling_however_old(desk: Desk, make: Make) -> None:
    make.person("Қасымов")
    make.people(600)
    assert labels(desk, text="касымов") == ["Add Қасымов Айгүл"]


def test_a_record_is_told_with_its_parts_those_removed_too(desk: Desk, make: Make, tmp_path: Path) -> None:
    person = make.person("Асанов", further_posts=(Post("Куратор", "Деканат"),))
    rename(desk, person, further_posts=())
    scan = tmp_path / "Өтініш.pdf"
    scan.write_bytes(b"%PDF")
    kept = attachments.attach(desk, "person", person, scan).id
    assert kept is not None
    attachments.remove(desk, kept)
    make.person("Бақытов", further_posts=(Post("Куратор", "Деканат"),))
    told = history.of_record(desk, "person", person)
    assert {("post", "", "Куратор"), ("post", "Куратор", ""), ("name", "Өтініш.pdf", "")} <= said(desk, told)
    assert [change.step_id for change in told] == sorted((change.step_id for change in told), reverse=True)
    assert {change.record_id for change in told if change.table == "person"} == {person}
    assert labels(desk, record=("person", person)) == [
        "Remove the file Өтініш.pdf",
        "Attach Өтініш.pdf",
        "Change Асанов Айгүл",
        "Add Асанов Айгүл",
    ]


def test_a_record_of_an_import_is_told_alone(desk: Desk, make: Make) -> None:
    """New rows of an import stand together in the journal."""
    with desk.step("Import") as step:
        from db.models.people import person

        rows = [people.row_of(people.tidy(PersonDraft(f"Асанов{n}")), None) for n in range(30)]
        ids = step.add_many(person, rows)
    told = history.of_record(desk, "person", ids[7])
    assert {change.after for change in told if change.field == "surname"} == {"Асанов7"}
    (step_made,) = history.steps(desk, query=HistoryQuery(record=("person", ids[7])))
    assert {change.record_id for change in history.of_step(desk, step_made.id, record=("person", ids[7]))} == {ids[7]}


def test_a_document_is_told_with_its_revisions_but_not_with_every_duty(desk: Desk, make: Make) -> None:
    make.people(3)
    document = make.document("ЖН-01")
    make.audience(document)
    documents.add_revision(desk, document, 2, date(2026, 10, 1))
    told = history.of_record(desk, "document", document)
    assert {change.table for change in told} == {"document", "revision", "revision_step", "audience"}
    assert ("state", "In force", "Withdrawn") in said(desk, told)


def test_a_group_is_told_with_its_members_by_name(desk: Desk, make: Make) -> None:
    person = make.person("Асанов")
    group = groups.add(desk, "Кураторлар", GroupRule(), added=[person]).id
    assert group is not None
    make.audience(make.document(), AudienceEntry(group_id=group))
    told = history.of_record(desk, "saved_group", group)
    assert ("person_id", "", "Асанов Айгүл") in said(desk, told)
    assert ("mode", "", "Added by hand") in said(desk, told)


def test_the_history_is_written_to_a_workbook_as_text(desk: Desk, make: Make, tmp_path: Path) -> None:
    person = make.person("=HYPERLINK(1)")
    rename(desk, person, note="+7 (701)\n=1+1")
    out = exporting.history(desk, tmp_path / "Тарих.xlsx", HistoryQuery())
    sheet = load_workbook(out.file).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("When", "Who", "Step", "State", "Kind of record", "Record", "Field", "Before", "After")
    assert len(rows) == out.rows + 1
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert any(row[6:] == ("Note", None, "+7 (701)\n=1+1") for row in rows)


def test_a_history_too_long_for_a_list_is_refused(
    desk: Desk, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.people(3)
    monkeypatch.setattr(history, "MOST_TOLD", 5)
    with pytest.raises(Refusal, match="Narrow the list"):
        exporting.history(desk, tmp_path / "a.xlsx", HistoryQuery())


def test_the_command_line_knows_every_area(desk: Desk) -> None:
    assert set(AREAS) == set(history.areas())


def test_days_far_away_are_understood(desk: Desk, make: Make) -> None:
    make.person()
    assert labels(desk, since=date.today() + timedelta(days=1)) == []
    assert len(labels(desk, since=date(1970, 1, 2), until=date(2199, 12, 31))) == 1
