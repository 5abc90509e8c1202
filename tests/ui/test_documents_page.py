"""The documents page as a hand uses it: register, revisions, audience, and the way on to the sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.documents import RevisionState
from altdesk.services import acquaintance, documents, groups
from altdesk.settings import S
from tests.make import Make
from ui.pages.documents import DocumentsPage
from ui.widgets.audience import Audience
from ui.widgets.heading import FoldedFields
from ui.widgets.revisions import Revisions

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def put(folder: Path) -> Callable[[Callable[[Make], object]], None]:
    """Put records on the desk before the window is opened: `put(lambda make: make.document())`."""

    def run(build: Callable[[Make], object]) -> None:
        with Desk.open(folder, "en") as desk:
            build(Make(desk))

    return run


def open_page(hand) -> DocumentsPage:
    hand.window.resize(1366, 728)
    hand.window.go("documents")
    hand.settle()
    page = hand.window.page
    assert isinstance(page, DocumentsPage)
    return page


def open_first(hand) -> DocumentsPage:
    page = open_page(hand)
    page.table.setFocus()
    choose(page.table, 0)
    hand.press(Key.Key_Return, on=page.table)
    return page


def choose(table, row: int) -> None:
    """Select this row only, whatever keys the hand held last."""
    table.clearSelection()
    table.selectRow(row)


def shown(table, column: int = 0) -> list[str]:
    return [table.rows.index(row, column).data() for row in range(table.rows.rowCount())]


def click(hand, button) -> None:
    assert button.isEnabled()
    hand.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    hand.settle()


def find(hand, finder, text: str) -> None:
    """Type into a finder and take the first of what it offers."""
    finder.setFocus()
    hand.type(text, on=finder)
    hand.settle()
    popup = finder._completer.popup()
    assert popup.isVisible(), f"nothing offered for {text}"
    hand.qtbot.keyClick(popup, Key.Key_Return)
    hand.settle()


def desk_of(hand) -> Desk:
    return hand.desktop.shell.desk


def first_document(hand):
    desk = desk_of(hand)
    return documents.get(desk, documents.ids(desk, documents.DocumentsQuery())[0])


def watch_going(hand) -> list[tuple[str, int | None]]:
    gone: list[tuple[str, int | None]] = []
    hand.desktop.shell.go = lambda kind, number=None: gone.append((kind, number))
    return gone


def test_an_empty_register_says_what_it_is_for(start):
    page = open_page(start())
    assert page.empty.isVisible()
    assert page.empty.first.text() == "Add a document"


def test_a_document_shows_its_state_and_its_coverage(start, put):
    def build(make: Make) -> None:
        make.people(3)
        number = make.document("ҚР-ALT-05", "Ішкі аудит")
        make.audience(number)
        make.document("ЖН-ALT-11", "Жоба", None)
        make.document("ЖН-ALT-12", "Ешкімге")
        sheet = make.sheet(number)
        acquaintance.mark_back(make.desk, sheet, date(2026, 9, 2), {})
        make.person("Қасымов")

    put(build)
    page = open_page(start())
    assert shown(page.table, 0) == ["ЖН-ALT-11", "ЖН-ALT-12", "ҚР-ALT-05"]
    assert shown(page.table, 2) == ["Draft", "In force", "In force"]
    assert shown(page.table, 3) == ["", "Nobody", "3 of 4"]
    assert page.head.state.text() == "3 documents, 1 signature missing"


def test_a_document_is_added_with_keys_only(start):
    hand = start()
    page = open_page(hand)
    hand.press(Key.Key_N, CTRL)
    hand.type("ҚР-ALT-05")
    hand.press(Key.Key_Tab)
    hand.press(Key.Key_Tab)
    hand.type("Ішкі аудит")
    assert not page.part(Revisions).isVisible()
    hand.press(Key.Key_S, CTRL)
    assert shown(page.table) == ["ҚР-ALT-05"]
    assert page.part(Revisions).isVisible()
    assert shown(page.part(Revisions).table, 1) == ["Draft"]
    assert page.part(Revisions).sentence.text() == "No revision is in force yet."


def test_a_new_document_is_the_one_selected(start, put):
    put(lambda make: (make.document("ҚР-ALT-01"), make.document("ҚР-ALT-03")))
    hand = start()
    page = open_first(hand)
    hand.press(Key.Key_N, CTRL)
    hand.type("ҚР-ALT-02")
    page.editor.boxes["title"].input.setText("Екінші")
    hand.press(Key.Key_S, CTRL)
    hand.settle()
    assert page.table.rows.line_at(page.table.currentIndex().row()).code == "ҚР-ALT-02"
    assert page.editor.boxes["code"].input.text() == "ҚР-ALT-02"


def test_a_code_in_look_alike_letters_is_refused_under_its_field(start, put):
    put(lambda make: make.document("ҚР-ALT-05", "Ішкі аудит"))
    hand = start()
    page = open_page(hand)
    hand.press(Key.Key_N, CTRL)
    hand.type("ҚР-АЛТ-05")
    page.editor.boxes["title"].input.setText("Екінші")
    hand.press(Key.Key_S, CTRL)
    assert "ҚР-ALT-05" in page.editor.boxes["code"].refusal_text
    assert len(shown(page.table)) == 1
    click(hand, page.editor.boxes["code"].open_button)
    assert page.editor.boxes["title"].input.text() == "Ішкі аудит"
    assert not page.editor.changed


def test_a_revision_is_put_in_force_with_a_day_and_the_old_one_withdrawn(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    page = open_first(hand)
    click(hand, page.part(Revisions).add_button)
    assert page.part(Revisions).form.boxes["revision"].input.value() == 2
    hand.press(Key.Key_Return)
    assert shown(page.part(Revisions).table, 1) == ["Draft", "In force"]
    assert page.part(Revisions).chosen.number == 2
    click(hand, page.part(Revisions).force_button)
    day = page.part(Revisions).form.boxes["from"].input
    assert hand.focus is day
    day.selectAll()
    hand.type("1,11,26")
    page.part(Revisions).form.boxes["name"].input.setText("Мысалова Айша")
    hand.press(Key.Key_Return, on=day)
    assert page.part(Revisions).form.isHidden()
    assert shown(page.part(Revisions).table, 1) == ["In force", "Withdrawn"]
    assert first_document(hand).in_force.effective_on == date(2026, 11, 1)
    assert page.part(Revisions).steps.text().splitlines()[-1] == "In force 01.11.2026  ·  Мысалова Айша"
    assert shown(page.table, 4) == ["2"]


def test_a_used_revision_number_and_a_wrong_day_are_refused_in_place(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    page = open_first(hand)
    click(hand, page.part(Revisions).add_button)
    form = page.part(Revisions).form
    form.boxes["revision"].input.setValue(1)
    form.boxes["effective_on"].input.setText("31.02.2026")
    hand.press(Key.Key_Return)
    assert "31.02.2026" in form.boxes["effective_on"].refusal_text
    form.boxes["effective_on"].input.setText("")
    hand.press(Key.Key_Return, on=form.boxes["revision"].input)
    assert "already has revision 1" in form.boxes["revision"].refusal_text
    hand.press(Key.Key_Escape)
    assert form.isHidden()
    assert page.panel_open


def test_withdrawing_asks_for_the_day_and_is_undone(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    page = open_first(hand)
    click(hand, page.part(Revisions).withdraw_button)
    hand.press(Key.Key_Return)
    assert shown(page.part(Revisions).table, 1) == ["Withdrawn"]
    assert not page.part(Revisions).withdraw_button.isEnabled()
    hand.press(Key.Key_Z, CTRL)
    assert shown(page.part(Revisions).table, 1) == ["In force"]
    assert first_document(hand).revisions[0].state is RevisionState.IN_FORCE


def test_the_audience_is_chosen_by_group_unit_post_and_name(start, put):
    def build(make: Make) -> None:
        make.person("Қасымов", "Ерлан", unit="Кафедра", post="Доцент")
        make.person("Әлиева", "Сәуле", unit="Деканат", post="Куратор")
        make.person("Нұрланов", "Бек", post="Куратор")
        make.person("Шәкенов", "Дәурен")
        make.document("ҚР-ALT-05")
        groups.add(make.desk, "Кураторлар", groups.GroupRule(post="Куратор"))

    put(build)
    hand = start()
    page = open_first(hand)
    audience = page.part(Audience)
    assert not audience.sheet_button.isEnabled()
    find(hand, audience.finder, "кураторл")
    assert shown(audience.table) == ["Кураторлар"]
    assert shown(audience.names) == ["Әлиева Сәуле", "Нұрланов Бек"]
    assert audience.names_label.text() == "These are 2 people:"
    find(hand, audience.finder, "касым")
    assert shown(audience.names) == ["Әлиева Сәуле", "Қасымов Ерлан", "Нұрланов Бек"]
    find(hand, audience.finder, "кафедр")
    assert shown(audience.table, 1) == ["Group", "Person", "Unit"]
    assert shown(audience.table, 2) == ["2", "1", "1"]
    assert len(shown(audience.names)) == 3
    assert audience.finder.text() == ""
    assert audience.sentence.text() == "0 of 3 have signed, 3 are missing."
    assert shown(page.table, 3) == ["0 of 3"]


def test_everybody_is_offered_at_a_click(start, put):
    put(lambda make: (make.people(4), make.document("ҚР-ALT-05")))
    hand = start()
    page = open_first(hand)
    finder = page.part(Audience).finder
    hand.qtbot.mouseClick(finder, Qt.MouseButton.LeftButton)
    hand.settle()
    assert finder.offered()[0].title == "Everybody in the register"
    popup = finder._completer.popup()
    hand.press(Key.Key_Down, on=popup)
    hand.press(Key.Key_Return, on=popup)
    assert shown(page.part(Audience).table) == ["Everybody in the register"]
    assert len(shown(page.part(Audience).names)) == 4


def test_taking_out_is_one_step_and_undone(start, put):
    def build(make: Make) -> None:
        one, two = make.people(2)
        make.audience(make.document("ҚР-ALT-05"), AudienceEntry(person_id=one), AudienceEntry(person_id=two))

    put(build)
    hand = start()
    page = open_first(hand)
    page.part(Audience).table.setFocus()
    choose(page.part(Audience).table, 0)
    hand.press(Key.Key_Delete, on=page.part(Audience).table)
    assert len(shown(page.part(Audience).table)) == 1
    hand.press(Key.Key_Z, CTRL)
    assert len(shown(page.part(Audience).table)) == 2


def test_what_is_typed_is_saved_before_the_audience_changes(start, put):
    put(lambda make: (make.person("Қасымов"), make.document("ҚР-ALT-05", "Ескі")))
    hand = start()
    page = open_first(hand)
    title = page.editor.boxes["title"].input
    title.selectAll()
    hand.type("Жаңа", on=title)
    find(hand, page.part(Audience).finder, "касым")
    assert first_document(hand).title == "Жаңа"
    assert len(documents.audience(desk_of(hand), first_document(hand).id)) == 1


def test_the_sheet_is_made_for_those_who_owe_and_opened(start, put):
    put(lambda make: (make.people(3), make.audience(make.document("ҚР-ALT-05"))))
    hand = start()
    page = open_first(hand)
    gone = watch_going(hand)
    click(hand, page.part(Audience).sheet_button)
    made = acquaintance.sheet_lines(desk_of(hand))
    assert [line.total for line in made] == [3]
    assert gone == [("sheet", made[0].id)]


def test_missing_people_leads_to_the_coverage_of_the_revision(start, put):
    put(lambda make: (make.people(3), make.audience(make.document("ҚР-ALT-05"))))
    hand = start()
    page = open_first(hand)
    gone = watch_going(hand)
    click(hand, page.part(Audience).missing_button)
    assert gone == [("coverage", first_document(hand).in_force.id)]


def test_a_sheet_without_an_audience_or_a_revision_is_refused_in_words(start, put):
    put(lambda make: (make.people(1), make.document("ҚР-ALT-05"), make.document("ҚР-ALT-06", effective_on=None)))
    hand = start()
    page = open_page(hand)
    sheet = next(made for action, made in page.made if action.key == "sheet")
    for row, sentence in enumerate(("Choose first who must know ҚР-ALT-05.", "ҚР-ALT-06 has no revision in force.")):
        choose(page.table, row)
        sheet.trigger()
        hand.qtbot.waitUntil(lambda said=sentence: said in hand.window.notice.accessibleName(), timeout=30_000)
    assert acquaintance.sheet_lines(desk_of(hand)) == []


def test_a_revision_is_opened_by_its_number(start, put):
    put(lambda make: (make.document("ҚР-ALT-01"), make.document("ҚР-ALT-02")))
    hand = start()
    open_page(hand)
    found = documents.by_code(desk_of(hand), "ҚР-ALT-02")
    hand.window.go("revision", found.in_force.id)
    hand.settle()
    assert hand.window.page.editor.boxes["code"].input.text() == "ҚР-ALT-02"


def test_the_list_is_exported_and_printed(start, put, tmp_path, monkeypatch):
    put(lambda make: (make.document("ҚР-ALT-01"), make.document("ҚР-ALT-02")))
    hand = start()
    page = open_page(hand)
    out = tmp_path / "Құжаттар.xlsx"
    monkeypatch.setattr("ui.list_export.QFileDialog.getSaveFileName", lambda *_: (str(out), ""))
    next(made for action, made in page.made if action.key == "export").trigger()
    hand.settle()
    assert out.stat().st_size > 1000
    hand.press(Key.Key_P, CTRL)
    hand.qtbot.waitUntil(lambda: page._preview is not None and page._preview.document.pageCount() > 0, timeout=30_000)
    assert page.panel_open


def test_a_part_is_folded_by_key_and_stays_so(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start(open_parts={"document audience": False})
    page = open_first(hand)
    part = page.part(Revisions)
    assert part.table.isVisible()
    assert not page.part(Audience).finder.isVisible()
    part.heading.button.setFocus()
    hand.press(Key.Key_Left)
    assert not part.table.isVisible()
    assert part.heading.count.text() == "1"
    assert hand.desktop.shell.settings.get(S.open_parts) == {"document audience": False, "document revisions": False}
    hand.press(Key.Key_Right)
    assert part.table.isVisible()


def test_a_day_to_come_is_said_and_the_old_revision_stays_in_force(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    page = open_first(hand)
    revisions = page.part(Revisions)
    click(hand, revisions.add_button)
    hand.press(Key.Key_Return)
    click(hand, revisions.force_button)
    day = revisions.form.boxes["from"].input
    day.set_value(date.today() + timedelta(9))
    hand.press(Key.Key_Return, on=day)
    assert shown(revisions.table, 1) == ["Agreed", "In force"]
    assert revisions.sentence.text().startswith("Revision 2 comes into force on ")


def test_several_people_agree_each_on_a_day_of_their_own(start, put):
    put(lambda make: (make.person("Қасымов", "Ерлан", post="Директор"), make.document("ҚР-ALT-05", effective_on=None)))
    hand = start()
    page = open_first(hand)
    revisions = page.part(Revisions)
    for name in ("Қасымов Ерлан", "Мысалова Айша"):
        click(hand, revisions.agree_button)
        revisions.form.boxes["name"].input.setText(name)
        hand.press(Key.Key_Return, on=revisions.form.boxes["on"].input)
    today = f"{date.today():%d.%m.%Y}"
    assert revisions.steps.text().splitlines() == [
        f"Draft {today}",
        f"Agreed {today}  ·  Қасымов Ерлан, Директор",
        f"Agreed {today}  ·  Мысалова Айша",
    ]


def test_a_file_dropped_on_a_revision_belongs_to_it(start, put, tmp_path):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    page = open_first(hand)
    scan = tmp_path / "Қол қойылған.pdf"
    scan.write_bytes(b"%PDF")
    page.part(Revisions).files.attach_file(scan)
    hand.settle()
    assert shown(page.part(Revisions).files.table) == ["Қол қойылған.pdf"]
    click(hand, page.part(Revisions).add_button)
    hand.press(Key.Key_Return)
    assert shown(page.part(Revisions).files.table) == []
    assert page.part(Revisions).files.sentence.text() == "Nothing is attached yet."


def test_where_a_document_is_filed_is_folded_until_it_is_wanted(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    page = open_first(hand)
    box = page.editor.boxes["retention"]
    assert not box.isVisible()
    FoldedFields.unfold(box)
    hand.type("5 жыл", on=box.input)
    hand.press(Key.Key_S, CTRL, on=box.input)
    assert first_document(hand).retention == "5 жыл"


def test_the_card_is_shown_as_a_paper(start, put):
    put(lambda make: make.document("ҚР-ALT-05"))
    hand = start()
    page = open_page(hand)
    choose(page.table, 0)
    next(made for action, made in page.made if action.key == "card").trigger()
    hand.qtbot.waitUntil(lambda: page._preview is not None and page._preview.document.pageCount() > 0, timeout=30_000)
