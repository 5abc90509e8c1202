"""Every page photographed in both languages, themes and sizes of text, and looked at for what a reader would mind."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.abbreviations import AbbreviationDraft
from altdesk.domain.acquaintance import AudienceEntry, SheetState
from altdesk.domain.bodies import BodyDraft, BodyPostDraft
from altdesk.domain.copies import HandoverDraft, Recipient
from altdesk.domain.documents import DocumentDraft
from altdesk.domain.events import EventDraft
from altdesk.domain.matrix import GridKind
from altdesk.domain.minutes import Named
from altdesk.domain.minutes_kinds import MinutesState
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.norms import NormDraft, NormState
from altdesk.domain.people import PersonDraft
from altdesk.domain.report import ReportsQuery, Section
from altdesk.domain.risks import AssessmentDraft, RiskDraft
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.services import (
    abbreviations,
    acquaintance,
    bodies,
    copies,
    documents,
    events,
    groups,
    handovers,
    interests,
    matrix,
    matrix_lines,
    minutes,
    norms,
    organisation,
    participants,
    people,
    report,
    risks,
)
from altdesk.services import backups as backups_service
from tests import data_files as files
from tests.test_hostile_text import HOSTILE
from tests.ui.proof import faults, keep_picture, tab_jumps
from ui.widgets.document_original import DocumentOriginal

PAPER_PARTS = {"DocumentOriginal", "DocumentCopies", "DocumentNorms"}
SCREEN = (1366, 728)  # 768 less the task bar


@dataclass(frozen=True)
class Look:
    """One dress of the window."""

    language: str
    theme: str
    size: int

    def __str__(self) -> str:
        return f"{self.language}-{self.theme}-{self.size}"


DEMO = (Look("kk", "light", 100), Look("kk", "dark", 150), Look("ru", "light", 150), Look("ru", "dark", 100))
OTHERS = (Look("kk", "light", 100), Look("ru", "dark", 150))


class Walk:
    """Goes from page to page, photographs each, and gathers what is wrong."""

    def __init__(self, hand, folder: str) -> None:
        self.hand, self.window, self.folder = hand, hand.window, folder
        self.found: list[str] = []
        self._shots = 0

    def look(self, name: str, *, tab: bool = True) -> None:
        self.hand.settle()
        self._shots += 1
        wrong = faults(self.window)
        if tab:
            first = next(iter(self.window.sidebar.buttons.values()))
            wrong += tab_jumps(self.window, first)
        keep_picture(self.window, self.folder, f"{self._shots:02}-{name}", wrong)
        self.found += [f"{name}: {each}" for each in wrong]

    def go(self, key: str, record_id: int | None = None) -> None:
        self.window.go(key, record_id)
        self.hand.settle()

    @property
    def view(self):
        return self.window.page.view


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, sample_of: Callable[[date], Path]) -> Path:
    """The sample desk, its welcome behind it."""
    place = Path(shutil.copytree(sample_of(date.today()), tmp_path_factory.mktemp("filled") / "desk"))
    with Desk.open(place, "en") as desk:
        organisation.save(desk, replace(organisation.get(desk), welcomed=True))
    return place


@pytest.fixture
def walk(start, folder) -> Iterator[Callable[..., Walk]]:
    walks: list[Walk] = []

    def begin(look: Look, name: str, **options) -> Walk:
        hand = start(look.language, theme=look.theme, text_size=look.size, **options)
        hand.window.resize(*SCREEN)
        walks.append(Walk(hand, f"{name}-{look}"))
        return walks[-1]

    yield begin
    from altdesk.settings import S

    for each in walks:  # the next test starts in the usual dress
        each.hand.desktop.shell.settings.set(S.text_size, 100)
        each.hand.desktop.shell.settings.set(S.theme, "light")
        each.hand.desktop.dress()


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    head = ("№", "Аты-жөні", "Лауазымы", "Бөлімше")
    rows = (
        (1, "Қасымов Айбек Серікұлы", "Доцент", "Көлік институты"),
        (2, "ӘЛИЕВ НҰРЛАН ЕРЛАНҰЛЫ", "Оқытушы", "Көлік институты"),
        (3, "Айгүл", "Хатшы", "Деканат"),
        (4, "Барлығы: 3", "", ""),
    )
    return files.xlsx(tmp_path / "қызметкерлер.xlsx", files.table(rows, head))


@pytest.mark.parametrize("look", DEMO, ids=str)
def test_the_sample_desk_looks_right(walk, folder, filled, list_file, look):
    shutil.copytree(filled, folder)
    tour = walk(look, "sample")
    desk = tour.hand.desktop.shell.desk
    tour.go("today")
    tour.look("today")
    registers(tour, people.ids(desk, people.PeopleQuery(), 3)[2])
    copies_and_norms(tour)
    acquaintance_lists(tour)
    bodies_of_students(tour)
    meetings(tour)
    tables_and_risks(tour)
    schedule(tour)
    reports(tour)
    services(tour, list_file)
    assert tour.found == []


def reports(tour: Walk) -> None:
    """A report whose tables are narrow, wide and of long names, and a part of three texts."""
    known = report.ids(tour.hand.desktop.shell.desk, ReportsQuery())[0]
    tour.go("report", known)
    tour.look("report")
    for part in (Section.SUMMARY, Section.EVENTS, Section.SPONSORS, Section.CONCLUSIONS):
        tour.go(f"report_{part.value}", known)
        tour.look(f"report-{part.value}")


def bodies_of_students(tour: Walk) -> None:
    desk = tour.hand.desktop.shell.desk
    tour.go("bodies")
    tour.look("bodies")
    for body in bodies.all_bodies(desk)[:4:3]:  # a club, and one that is none
        tour.go("body", body.id)
        tour.look("body")
    view = tour.view
    view.editor.below.parentWidget().parentWidget().parentWidget().verticalScrollBar().setValue(100_000)
    tour.look("body-end")
    view.members.table.selectRow(0)
    tour.hand.settle()
    view.members.ask_office()
    tour.look("change-of-office")
    view.members.form.close_form()
    view.turn_year()
    tour.hand.settle()
    view.turning.stays.all_as("leaves")
    tour.look("turn-of-the-year")
    tour.window.page.show_view("members")
    tour.look("members")
    if (term := tour.view.table.rows.id_at(0)) is not None:
        tour.view.open_record("term", term)
        tour.hand.settle()
        tour.window.page.parts.terms.unfold()
        tour.look("person-with-terms")


def meetings(tour: Walk) -> None:
    """A meeting that is not final yet: a decision that becomes no task, and what is asked before it is locked."""
    tour.go("minutes")
    tour.look("minutes")
    desk = tour.hand.desktop.shell.desk
    draft = minutes.ids(desk, MinutesQuery(state=MinutesState.DRAFT, last=date.today()), 1)[0]
    tour.go("minutes", draft)
    meeting = tour.window.page.meeting
    meeting.add_item()
    tour.hand.settle()
    meeting.item_editor.boxes["title"].input.set_typed("Жастар апталығы туралы")
    points = meeting.item_editor.boxes["points"].input
    points.add_point()
    points.rows[0].text.set_typed("Жастар апталығының бағдарламасы бекітілсін.")
    meeting.save()
    tour.hand.settle()
    assert points.rows[0].no_task.isVisible()
    tour.look("meeting")
    meeting.head.button.click()
    tour.hand.settle()
    tour.look("finalize", tab=False)
    meeting.ending.form.close_form()


def registers(tour: Walk, person_id: int) -> None:
    desk = tour.hand.desktop.shell.desk
    tour.go("people")
    tour.look("people")
    tour.go("person", person_id)
    tour.look("person")
    tour.go("groups")
    tour.look("groups")
    if known := groups.all_groups(desk):
        tour.go("group", known[0].id)
        tour.look("group")
    tour.go("documents")
    tour.look("documents")
    tour.go("document", documents.ids(desk, documents.DocumentsQuery(), 1)[0])
    tour.look("document")
    tour.go("units")
    tour.window.page.table.selectRow(0)
    tour.window.page.open_record("unit", tour.window.page.table.current_id or 0)
    tour.look("unit")


def copies_and_norms(tour: Walk) -> None:
    desk = tour.hand.desktop.shell.desk
    tour.go("copies")
    tour.look("copies")
    page = tour.window.page
    page.show_view("collect")
    tour.look("collect")
    if known := copies.every(desk):
        page.show_view("all")
        tour.go("working_copy", known[0].id)
        tour.look("copy")
        page.table.selectAll()
        next(made for action, made in page.made if action.key == "anew").trigger()
        tour.look("ending")
        page.close_panel()
        tour.go("give_copies", known[0].document_id)
        if page.giving.units_button.isVisible():
            page.giving.units_button.click()
        tour.look("giving")
        page.close_panel()
    tour.go("norms")
    tour.look("norms")
    if flagged := norms.flags(desk):
        tour.go("norm", flagged[0].norm_id)
        tour.look("norm")
        tour.window.page.documents.review_button.click()
        tour.look("review")
        tour.go("document", flagged[0].document_id)
        for part in tour.window.page.parts:
            part.heading.button.setChecked(type(part).__name__ in PAPER_PARTS)
        tour.look("document-paper")
        tour.window.page.part(DocumentOriginal).add_button.click()
        tour.look("handing-over")


def acquaintance_lists(tour: Walk) -> None:
    desk = tour.hand.desktop.shell.desk
    tour.go("acquaintance")
    tour.look("sheets")
    sheets = acquaintance.sheet_lines(desk)
    today = date.today()
    out = [line for line in sheets if line.state_on(today) in {SheetState.OUT, SheetState.OVERDUE}]
    back = [line for line in sheets if line.state_on(today) is SheetState.BACK]
    for name, lines in (("recording", out), ("recorded", back)):
        if lines:
            tour.go("sheet", lines[0].id)
            tour.look(name)
    if back:
        tour.view.recording.files.unfold()
        tour.look("recorded-scan")
    tour.view.leave(lambda: None)
    tour.view.new()
    tour.look("making")
    tour.view.close_panel()
    for key in ("coverage", "debts", "overview"):
        tour.window.page.show_view(key)
        tour.look(key)
        tour.view.table.selectRow(0)
        tour.hand.settle()
        if (number := tour.view.table.current_id) is not None:
            tour.view.open_record(key, number)
            tour.look(f"{key}-open")
    tour.view.show_due()
    tour.look("overview-due")


def tables_and_risks(tour: Walk) -> None:
    tour.go("matrix")
    tour.look("matrix")
    page = tour.window.page
    for grid in page._shown.grids:
        tour.go("matrix", grid.id)
        tour.look(f"matrix-{grid.kind.value}")
    page.ask_note()
    page.ask_common_head()
    tour.look("matrix-note")
    page.print_selected()
    tour.look("matrix-paper")
    tour.go("risks")
    tour.look("risks")
    page = tour.window.page
    page.table.selectRow(0)
    if page.table.current_id is not None:
        page.open_record("risk", page.table.current_id)
        tour.look("risk")
        page.assessments.ask()
        tour.look("risk-assessing")
    page.show_map()
    tour.look("risk-map")
    page.show_cell(4, 3)
    tour.look("risk-cell")
    page.show_all()
    tour.go("abbreviations")
    tour.window.page.table.selectRow(0)
    if (number := tour.window.page.table.current_id) is not None:
        tour.window.page.open_record("abbreviation", number)
    tour.look("abbreviations")


def schedule(tour: Walk) -> None:
    tour.go("events")
    tour.look("events")
    page = tour.window.page
    page.table.selectRow(0)
    if page.table.current_id is not None:
        page.open_record("event", page.table.current_id)
        tour.look("event")
        page.end.ask_held()
        tour.look("event-held")
        form = page.editor._form.verticalScrollBar()
        form.setValue(form.maximum())
        tour.look("event-people", tab=False)
        page.close_panel()
    page.show_view("month")
    tour.look("events-month")
    day = next((day for day in page.calendar.table.days._events), None)
    if day is not None:
        page.calendar.table.show_day(day)
        page._list_day(day, list(page.calendar.table.days.events(day)))
        tour.look("events-day")
        page.close_panel()
    page.show_view("week")
    tour.look("events-week")
    page.show_view("list")


def services(tour: Walk, list_file: Path) -> None:
    tour.go("history")
    tour.window.page.table.selectRow(1)
    tour.look("history")
    desk = tour.hand.desktop.shell.desk
    binned = people.add(desk, PersonDraft("Өшірілген", "Адам", "Мысалұлы", post="Бас маман")).id
    people.bin_(desk, [binned or 0])
    backups_service.by_itself(desk, backups_service.Reason.CLOSE)
    tour.go("backups")
    tour.window.page.table.selectRow(0)
    tour.look("backups")
    tour.window.page.copy.restore_button.click()
    tour.look("backups-question")
    tour.go("bin")
    tour.window.page.table.selectRow(0)
    tour.look("bin")
    tour.go("history:person", people.ids(desk, people.PeopleQuery(), 1)[0])
    tour.window.page.table.selectRow(0)
    tour.look("history-record")
    tour.go("settings")
    tour.look("settings")
    tour.go("import")
    tour.look("import")
    tour.window.page.open_file(list_file)
    tour.look("import-file")
    tour.go("import_members")
    tour.window.page.open_file(list_file)
    tour.look("import-members-file")
    tour.go("welcome")
    tour.look("welcome")
    tour.go("people")
    tour.hand.press(Qt.Key.Key_F1)
    tour.look("help")
    tour.hand.press(Qt.Key.Key_F1)
    tour.window.find_anything()
    tour.look("palette", tab=False)
    tour.hand.type("а")
    tour.look("found", tab=False)


@pytest.mark.parametrize("look", OTHERS, ids=str)
def test_an_empty_desk_looks_right(walk, look):
    tour = walk(look, "empty", welcomed=False)
    tour.look("welcome")
    lists = ("people", "groups", "bodies", "minutes", "tasks", "documents", "norms", "copies", "matrix", "risks")
    for key in ("today", *lists, "abbreviations", "units", "backups", "bin", "history", "settings"):
        tour.go(key)
        tour.look(key)
    schedule(tour)
    tour.go("acquaintance")
    for key in ("sheets", "coverage", "debts", "overview"):
        tour.window.page.show_view(key)
        tour.look(key)
    tour.go("bodies")
    tour.window.page.show_view("members")
    tour.look("members")
    tour.go("import_members")
    tour.look("import-members")
    assert tour.found == []


@pytest.fixture
def hostile(folder: Path) -> None:
    """A desk whose every text is hostile."""
    with Desk.open(folder, "en") as desk:
        for number, text in enumerate(HOSTILE.values()):
            draft = PersonDraft(text, text, post=text, unit=text, note=text, phone=text, group=text)
            person = people.add(desk, draft).id
            made = documents.add(desk, DocumentDraft(f"ЖН-{number}-{text}", text, owner=text, note=text), 1,
                                 date(2026, 1, 9)).id  # fmt: skip
            assert person is not None
            assert made is not None
            if number in {3, 4, 5}:
                documents.set_audience(desk, made, [AudienceEntry(everyone=True)])
                revision = documents.get(desk, made).revisions[0]
                sheet = acquaintance.make_sheet(desk, revision.id).id
                assert sheet is not None
                acquaintance.printed(desk, sheet, None, date.today())
                copies.give(desk, revision.id, [Recipient(text, text, text), Recipient(unit=text)], date.today())
                handovers.add(desk, revision.id, HandoverDraft(place=text, given_by=text, received_by=text))
                norm = norms.add(desk, NormDraft(f"{number} {text}", text, note=text)).id
                assert norm is not None
                norms.cite(desk, made, [norm])
                norms.mark(desk, norm, NormState.CHANGED, date.today(), text)
            body = bodies.add(
                desk,
                BodyDraft(f"{number} {text}", text, note=text, keywords=(text,)),
                [BodyPostDraft(f"{number} {text}")],
            ).id
            assert body is not None
            bodies.add_term(desk, bodies.get(desk, body).posts[0].id, person, date(2026, 1, 9), note=text)
            interests.save(desk, person, [text])
            risk = risks.add(desk, RiskDraft(text, text, text, made, text, text, date(2026, 1, 9), text)).id
            assert risk is not None
            risks.assess(desk, risk, AssessmentDraft(date(2026, 1, 9), 4, 3, 1, 1, text, text))
            abbreviations.add(desk, AbbreviationDraft(f"{number} {text}", text, text))
            for whom in ("", text):
                draft = EventDraft(text, starts_on=date.today(), starts_at=time(9, number), place=text,
                                   responsible=Named(text), whom=whom, note=text)  # fmt: skip
                held = events.add(desk, draft).id
                assert held is not None
                participants.add(desk, held, [person])
            events.held(desk, [held], participants=3, result=text)
        tables_of_hostile_texts(desk)
        organisation.save(desk, replace(organisation.get(desk), name="Ө" * 300, welcomed=True))


def tables_of_hostile_texts(desk: Desk) -> None:
    first = documents.lines(desk, documents.ids(desk, documents.DocumentsQuery(), 1))[0]
    grid = matrix.add(desk, first.revision_id, GridKind.OTHER).id
    known = matrix.get(desk, grid)
    texts = list(HOSTILE.values())
    matrix_lines.paste(desk, grid, tuple((text.replace("\x00", ""), text[::-1]) for text in texts), 0, 0)
    for column, text in zip(known.columns, texts[3:], strict=False):
        matrix.set_head(desk, grid, column.id, text, text)
    matrix.save(desk, grid, texts[4], texts[3])


@pytest.mark.parametrize("look", OTHERS, ids=str)
def test_hostile_texts_stay_in_their_places(walk, folder, hostile, list_file, look):
    tour = walk(look, "hostile")
    desk = tour.hand.desktop.shell.desk
    tour.go("today")
    tour.look("today")
    for person in people.ids(desk, people.PeopleQuery(text="ӘҒҚҢӨҰҮҺІ"), 1):
        registers(tour, person)
    copies_and_norms(tour)
    acquaintance_lists(tour)
    bodies_of_students(tour)
    tables_and_risks(tour)
    schedule(tour)
    services(tour, list_file)
    assert tour.found == []


@pytest.mark.parametrize("look", OTHERS, ids=str)
def test_troubles_look_right(walk, folder, filled, look):
    shutil.copytree(filled, folder)
    tour = walk(look, "troubles")
    backups_service.by_itself(tour.hand.desktop.shell.desk, backups_service.Reason.CLOSE)
    values = {"now": "01.01.2015 09:00", "last": "22.11.2026 18:30", "file": "altdesk.db", "folder": str(folder)}
    for trouble in Trouble:
        tour.hand.desktop.shell.trouble(DeskTrouble(trouble, **values))
        tour.look(f"trouble-{trouble.value}")
    assert tour.found == []
