"""Hostile names and titles all the way: kept, listed, found, printed, exported, without a crash or a lost letter."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

import pdfplumber
import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyDraft, BodyPostDraft, MembersQuery
from altdesk.domain.changes import ChangeDraft, ChangeKind
from altdesk.domain.documents import DocumentDraft, DocumentsQuery, Who
from altdesk.domain.events import EventDraft, EventsQuery, PartDraft
from altdesk.domain.minutes import ItemDraft, Named
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.people import PeopleQuery, PersonDraft, PersonKind
from altdesk.domain.phrases import PhraseDraft
from altdesk.domain.register_columns import WHOLE, MemberColumn
from altdesk.domain.tasks import TasksQuery
from altdesk.domain.text import clean
from altdesk.forms.form import PrintOptions
from altdesk.forms.words import PaperLanguage
from altdesk.services import (
    acquaintance,
    agenda,
    attendance,
    bodies,
    changes,
    documents,
    events,
    exporting,
    exporting_events,
    exporting_minutes,
    find,
    history,
    interests,
    members_import,
    minutes,
    participants,
    people,
    people_import,
    phrases,
    printing,
    tasks,
)
from altdesk.services.papers import acquaintance as acquaintance_papers
from altdesk.services.papers import bodies as body_papers
from altdesk.services.papers import changes as change_papers
from altdesk.services.papers import documents as document_papers
from altdesk.services.papers import events as event_papers
from tests.make import EFFECTIVE, TODAY, Make

HOSTILE = {
    "markup": "<b>Асанов</b> & <font color=red>",
    "quotes": 'О\'Коннор "Тырнақша" «Ілгек» `;--',
    "placeholders": "%s %(name)s {0} $x \\n",
    "long word": "ӘҒҚҢӨҰҮҺІ" * 34,
    "long name": "Өтеұзынесім " * 170,
    "emoji": "Айгүл 😀👩‍🎓🇰🇿",
    "right to left": "עברית العربية Айгүл",
    "combining": "Ӓйгӱл и̌с̌",
    "nul": "Аса\x00нов\x07",
    "lone surrogate": "Аса\ud800нов",
    "formula": "=HYPERLINK(1;2)",
    "plus": "+Асанов",
    "at": "@SUM(1)",
    "nfd": unicodedata.normalize("NFD", "Йүгіров Ёлкин"),
    "spaces": "\u2003Асанов\u00a0\u202fА.\u200b Б.",
    "path": "..\\..\\con:<>|?*/nul.pdf.",
}


def compact(text: str) -> str:
    """Letters only: how a line was broken or spaced is no loss."""
    return "".join(character for character in text if not character.isspace())


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_goes_all_the_way(desk: Desk, tmp_path: Path, name: str) -> None:
    kept = clean(name).text
    people.add(desk, PersonDraft(name, post=name, unit=name, note=name, phone=name, group=name))
    document = documents.add(desk, DocumentDraft("ЖН-" + name, name, owner=name, note=name), 1, EFFECTIVE).id
    assert document is not None
    (line,) = people.lines(desk, people.ids(desk, PeopleQuery()))
    assert (line.surname, line.post, line.unit, line.group) == (kept,) * 4
    assert documents.lines(desk, documents.ids(desk, DocumentsQuery()))[0].title == kept
    find.find(desk, name)
    people.ids(desk, PeopleQuery(text=name))
    revision = documents.get(desk, document).revisions[0]
    sheet = acquaintance.make_sheet(desk, revision.id).id
    assert sheet is not None
    paper = acquaintance_papers.acquaintance(desk, sheet)
    rendered = printing.render(desk, paper, PrintOptions())
    with pdfplumber.open(io.BytesIO(rendered.content)) as pdf:
        printed = compact("".join(page.extract_text() or "" for page in pdf.pages))
        for page in pdf.pages:
            assert all(char["x1"] <= page.width and char["x0"] >= 0 for char in page.chars)
    lost = {c for c in compact(kept) if c not in printed and c not in rendered.missing}
    lost -= {c for c in lost if unicodedata.combining(c) or unicodedata.category(c) == "Cf"}
    assert not lost, f"lost on paper: {lost}"
    exported = exporting.people(desk, tmp_path / "people.xlsx").file
    book = load_workbook(exported)
    cell = book.worksheets[0].cell(2, 1)
    assert (cell.value, cell.data_type) == (kept, "s")
    book.close()
    printing.acquaintance(desk, sheet, tmp_path / "sheet.docx")
    assert history.steps(desk)
    while desk.undo():
        pass
    assert people.count(desk, PeopleQuery(include_left=True)) == 0


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_change_and_card_print_without_a_lost_letter(desk: Desk, tmp_path: Path, name: str) -> None:
    kept = clean(name).text
    draft = DocumentDraft("ЖН-" + name, name, retention=name, file_index=name, paper_place=name)
    document = documents.add(desk, draft, 1).id
    assert document is not None
    (revision,) = documents.get(desk, document).revisions
    documents.agree(desk, revision.id, EFFECTIVE, Who(name, None, name), name)
    changes.add(desk, document, ChangeDraft(name, name, EFFECTIVE, Who(name), ChangeKind.EDITORIAL))
    for at, paper in enumerate((
        change_papers.changes(desk, document),
        document_papers.document_card(desk, document),
    )):
        rendered = printing.render(desk, paper, PrintOptions(blank_rows=0))
        with pdfplumber.open(io.BytesIO(rendered.content)) as pdf:
            printed = compact("".join(page.extract_text() or "" for page in pdf.pages))
        lost = {c for c in compact(kept) if c not in printed and c not in rendered.missing}
        lost -= {c for c in lost if unicodedata.combining(c) or unicodedata.category(c) == "Cf"}
        assert not lost, f"lost on paper: {lost}"
        printing.save(desk, paper, tmp_path / f"{at}.docx")
    assert changes.of_document(desk, document)[0].printed


def test_hostile_names_come_in_from_a_file_and_none_is_lost(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "тізім.csv"
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(("Тегі", "Аты", "Лауазымы"))
    for key, name in HOSTILE.items():
        writer.writerow((f"Сынақ {name}", key.title().replace(" ", ""), name))
    path.write_bytes(written.getvalue().replace("\x00", "\x01").encode("utf-8", "replace"))
    plan = people_import.preview(desk, path)
    assert people.count(desk, PeopleQuery()) == 0
    every = {row.number: row.proposed for row in plan.rows}
    people_import.apply(desk, plan, every)
    assert people.count(desk, PeopleQuery()) == len(HOSTILE)
    kept = {line.given_name: line for line in people.lines(desk, people.ids(desk, PeopleQuery()))}
    for key, name in HOSTILE.items():
        line = kept[key.title().replace(" ", "")]
        wanted = clean(name.replace("\x00", "\x01").replace("\ud800", "?")).text
        assert compact(line.surname).casefold() == compact("Сынақ " + wanted).casefold(), key
    desk.undo()
    assert people.count(desk, PeopleQuery(include_left=True)) == 0


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_stands_in_a_register_and_comes_back_from_its_file(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    kept = clean(name).text
    person = people.add(desk, PersonDraft(name, phone=name, group=name, unit=name, kind=PersonKind.STUDENT)).id
    body = bodies.add(desk, BodyDraft(name, name, note=name, keywords=(name,)), [BodyPostDraft(name)]).id
    assert person is not None
    assert body is not None
    bodies.add_term(desk, bodies.get(desk, body).posts[0].id, person, EFFECTIVE, note=name)
    interests.save(desk, person, [name])
    (member,) = bodies.held_on(desk, EFFECTIVE)
    assert (member.body, member.post, member.full_name, member.note) == (kept,) * 4
    bodies.held_on(desk, EFFECTIVE, MembersQuery(name))
    find.find(desk, name)
    paper = body_papers.register(desk, body, EFFECTIVE, tuple(MemberColumn))
    for ending in ("pdf", "docx", "xlsx"):
        assert printing.save(desk, paper, tmp_path / f"list.{ending}", PrintOptions(PaperLanguage.BILINGUAL)).pages
    with pdfplumber.open(tmp_path / "list.pdf") as pdf:
        for page in pdf.pages:
            assert all(char["x1"] <= page.width and char["x0"] >= 0 for char in page.chars)
    file = exporting.members(desk, tmp_path / "members.xlsx", [member], WHOLE).file
    members_import.preview(desk, file, today=EFFECTIVE)
    while desk.undo():
        pass
    assert bodies.all_bodies(desk) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_goes_through_a_meeting(desk: Desk, make: Make, tmp_path: Path, text: str) -> None:
    kept = clean(text).text
    made = make.minutes(present=2, of=2, items=(text,))
    attendance.add(desk, made, Named(text, text))
    agenda.save(desk, make.item(made), ItemDraft(text, Named(text, text), text, text))
    make.point(made, text, responsible=(Named(text, text),), due_text=text)
    phrases.add(desk, PhraseDraft("к", text))
    minutes.finalize(desk, made, today=TODAY)
    minutes.reopen(desk, made, text)
    agenda.save(desk, make.item(made), ItemDraft("Басқа", heard=text))
    minutes.finalize(desk, made, today=TODAY)
    before = minutes.version(desk, made, 1)
    assert (before.items[0].title, before.items[0].speaker) == (kept, Named(kept, kept))
    assert before.items[0].points[0].responsible == (Named(kept, kept),)
    assert [each.after for each in minutes.difference(desk, made, 1) if each.field == "Title"] == ["Басқа"]
    (task,) = tasks.lines(desk, tasks.ids(desk, TasksQuery()))
    assert (task.text, task.due_text) == (kept, kept)
    assert phrases.all_phrases(desk)[0].text == kept
    for query in (MinutesQuery(text=text), MinutesQuery(text=kept[:40])):
        assert len(minutes.ids(desk, query)) == minutes.count(desk, query)
    find.find(desk, text)
    history.steps(desk)
    for written in (exporting_minutes.minutes, exporting_minutes.tasks):
        cells = load_workbook(written(desk, tmp_path / "list.xlsx").file).worksheets[0].iter_rows(values_only=True)
        assert len(list(cells)) >= 2


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_goes_through_an_event(desk: Desk, make: Make, tmp_path: Path, text: str) -> None:
    kept = clean(text).text
    draft = EventDraft(text, starts_on=TODAY, place=text, responsible=Named(text), whom=text, note=text)
    made = events.add(desk, draft, TODAY).id
    assert made is not None
    participants.add(desk, made, [make.person(text)])
    participants.save(desk, participants.of(desk, made)[0].id, PartDraft(result=text))
    events.held(desk, [made], participants=1, result=text, today=TODAY)
    known = events.get(desk, made)
    assert (known.title, known.place, known.whom, known.responsible.full_name) == (kept,) * 4
    assert events.count(desk, EventsQuery(text=kept[:40])) == len(events.ids(desk, EventsQuery(text=kept[:40])))
    events.clashes(desk, known, made)
    find.find(desk, text)
    for paper in (event_papers.schedule(desk), event_papers.event_people(desk, made)):
        for output in paper.form.outputs:
            printing.save(desk, paper, tmp_path / f"{paper.form.code}.{output.value}")
    (entry,) = Calendar.from_ical((tmp_path / "schedule.ics").read_bytes()).walk("VEVENT")
    assert str(entry["SUMMARY"]) == kept
    events.not_held(desk, [made], text)
    exporting_events.events(desk, tmp_path / "events.xlsx")
