"""The shared list and panel: columns, printing, history beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from altdesk.settings import S

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def test_columns_are_chosen_by_right_click_and_remembered(start, people, folder):
    people("Қасымова Айгүл")
    hand = start()
    hand.window.go("people")
    hand.settle()
    table = hand.window.page.table
    at = [column.key for column in table.columns].index("kind")
    assert table.isColumnHidden(at)
    table.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    menu = next(menu for menu in table.findChildren(QMenu) if menu.isVisible())
    menu.actions()[at].trigger()
    menu.close()
    assert not table.isColumnHidden(at)
    hand.desktop.finish()
    again = start()
    again.window.go("people")
    again.settle()
    assert not again.window.page.table.isColumnHidden(at)


def test_dragged_widths_are_remembered_and_others_are_not(start, people):
    people("Қасымова Айгүл")
    hand = start()
    hand.window.go("people")
    hand.settle()
    table, settings = hand.window.page.table, hand.desktop.shell.settings
    hand.window.resize(1100, 650)
    hand.settle()
    assert settings.of_page(S.columns, "people") is None
    header = table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(0) + header.sectionSize(0) - 1, header.height() // 2)
    before = header.sectionSize(0)
    hand.qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    hand.qtbot.mouseMove(header.viewport(), edge + QPoint(60, 0))
    hand.qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    hand.settle()
    if header.sectionSize(0) != before:  # offscreen moves the mouse only now and then
        assert settings.of_page(S.columns, "people")[0][1] == header.sectionSize(0)


def test_ctrl_p_shows_the_paper_beside_the_list(start, people):
    people("Қасымова Айгүл", "Әлиев Нұрлан")
    hand = start("kk")
    hand.window.go("people")
    hand.settle()
    page = hand.window.page
    hand.press(Key.Key_P, CTRL, on=page.table)
    preview = page._preview
    assert page.panel_open
    hand.qtbot.waitUntil(lambda: preview.document.pageCount() == 1, timeout=30_000)
    assert preview.print_button.isEnabled()
    for height in range(600, 760, 4):  # at some sizes a scroll bar that comes and goes would never settle
        hand.window.resize(1280, height)
        hand.qtbot.wait(1)
    preview.pages.setText("7-")
    hand.settle()
    assert preview.refusal.isVisible()
    assert not preview.print_button.isEnabled()


def test_a_paper_is_saved_as_pdf_and_word(start, people, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    people("Қасымова Айгүл")
    hand = start("kk")
    hand.window.go("people")
    hand.settle()
    page = hand.window.page
    page.print_selected()
    hand.settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Тізім"), ""))
    for button in (page._preview.pdf_button, page._preview.word_button):
        hand.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        hand.settle()
    assert {path.name for path in tmp_path.glob("Тізім*")} == {"Тізім.pdf", "Тізім.docx"}


def test_only_a_paper_with_slides_offers_them(start, people, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    from altdesk.forms.form import Output
    from altdesk.forms.render import render
    from tests.forms.charts import FORM
    from ui.printable import Look, Printable

    def save(out, options):
        out.write_bytes(render(FORM, FORM.sample(), options, Output.PPTX).content)

    def look(options, _turns):
        made = render(FORM, FORM.sample(), options)
        return Look(made.content, made.pages)

    people("Қасымова Айгүл")
    hand = start("kk")
    hand.window.go("people")
    hand.settle()
    page = hand.window.page
    page.print_selected()
    hand.settle()
    preview = page._preview
    assert not preview.slides_button.isVisible()
    preview.show_paper(Printable("Есеп", look, save, outputs=FORM.outputs))
    hand.settle()
    assert preview.slides_button.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Есеп"), ""))
    hand.qtbot.mouseClick(preview.slides_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert (tmp_path / "Есеп.pptx").read_bytes().startswith(b"PK")


def test_a_list_is_exported_to_excel(start, people, tmp_path, monkeypatch):
    from openpyxl import load_workbook
    from PySide6.QtWidgets import QFileDialog

    people("Қасымова Айгүл", "Әлиев Нұрлан")
    hand = start()
    hand.window.go("people")
    hand.settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "list.xlsx"), ""))
    hand.window.page.export_list()
    hand.settle()
    rows = list(load_workbook(tmp_path / "list.xlsx").active.values)
    assert [row[0] for row in rows[1:]] == ["Әлиев", "Қасымова"]


def test_history_says_what_a_step_changed_in_words(start, people):
    people("Қасымова Айгүл", post="Доцент")
    hand = start()
    hand.window.go("history")
    hand.settle()
    page = hand.window.page
    rows = page.table.rows
    steps = [rows.index(row, 1).data() for row in range(rows.rowCount())]
    page.table.selectRow(steps.index("Add Қасымова Айгүл"))
    hand.settle()
    shown = page.details.list
    rows = [[shown.item(row, at) for at in (0, 2)] for row in range(shown.rowCount())]
    said = {field.text(): after.text() for field, after in rows if after is not None}  # a heading names the record
    assert said["Surname"] == "Қасымова"
    assert said["Kind"] == "Staff"


def test_a_long_list_loads_what_is_seen(start, folder):
    from altdesk.desk import Desk
    from altdesk.domain.people import PersonDraft
    from altdesk.services import people as service
    from db.models.people import person

    with Desk.open(folder, "en") as desk:
        with desk.step("Fill") as step:
            step.add_many(person, [service.row_of(PersonDraft(f"A{n:05}"), None) for n in range(3000)])
        desk.done(step)
    hand = start()
    hand.window.go("people")
    hand.settle()
    table = hand.window.page.table
    assert table.rows.count == 3000
    table.scrollToBottom()
    hand.settle()
    assert table.rows.index(2999, 0).data() == "A02999"
    table.selectAll()
    assert len(table.selected_ids()) == 3000
