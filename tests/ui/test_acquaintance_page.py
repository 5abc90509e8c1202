"""The acquaintance page as a hand uses it: a sheet is made, printed, comes back and is ticked with keys only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry, RowMark, RowState
from altdesk.services import acquaintance, groups
from tests.days import ago, ahead
from tests.make import Make

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def day(days: int) -> str:
    """A day so many days ago, as it is typed and shown."""
    return f"{ago(days):%d.%m.%Y}"


@pytest.fixture
def with_desk(folder, start) -> Callable:
    """Fill the desk before the window opens on it: `with_desk(fill)` answers the hand."""

    def begin(fill: Callable[[Make], object], **options):
        from dataclasses import replace

        from altdesk.services import organisation

        with Desk.open(folder, "en") as desk:
            organisation.save(desk, replace(organisation.get(desk), welcomed=True))
            fill(Make(desk))
        hand = start(**options)
        hand.window.resize(1366, 728)
        hand.window.go("acquaintance")
        hand.settle()
        return hand

    return begin


def out(make: Make, people: int = 4, **options) -> int:
    """A sheet that is out."""
    make.people(people, post="Маман")
    document = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері", ago(30))
    make.audience(document)
    number = make.sheet(document, **options)
    acquaintance.printed(make.desk, number, None, date.today())
    return number


def sheet(hand, number: int = 1):
    return acquaintance.sheet_by_number(hand.desktop.shell.desk, number)


def states(hand, number: int = 1) -> list[str]:
    return [row.state.value for row in sheet(hand, number).rows]


def view(hand):
    return hand.window.page.view


def shown(table, row: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def strike(hand, text: str) -> None:
    """A key of another keyboard layout: its letter, with no Latin key behind it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(hand.focus, event)
    hand.settle()


def open_first(hand):
    """Enter on the first sheet of the list."""
    view(hand).focus_list()
    hand.press(Key.Key_Return)
    return view(hand).recording


def keys(hand, *each) -> None:
    """Keys one after the other, as fast as they come."""
    for key in each:
        for one in key if isinstance(key, str) else [key]:
            hand.qtbot.keyClick(hand.focus, one)
            QApplication.processEvents()


def test_forty_rows_are_entered_with_keys_only_in_under_a_minute(with_desk):
    hand = with_desk(lambda make: out(make, 40))
    view(hand).focus_list()
    hand.press(Key.Key_Return)
    hand.type(f"{ago(4):%d.%m}")
    keys(hand, Key.Key_Return)
    script = [Key.Key_Down] * 5 + [Key.Key_Space]  # row 6 is still open
    script += [Key.Key_Down] * 3 + ["a"]  # row 10 absent
    script += [Key.Key_Down] * 4 + ["r", "Act 3", Key.Key_Return]  # row 15 refused
    script += [Key.Key_Down] * 10 + [f"{ago(3):%d,%m}", Key.Key_Return]  # row 26 on another day
    keys(hand, *script)
    hand.press(Key.Key_S, CTRL)
    pressed = len(script) + 10
    kept = sheet(hand)
    assert kept.back_on == date.today()
    odd = {6: RowState.PENDING, 10: RowState.ABSENT, 15: RowState.REFUSED}
    assert [row.state for row in kept.rows] == [odd.get(no, RowState.SIGNED) for no in range(1, 41)]
    days = {row.no: row.signed_on for row in kept.rows}
    assert days[1] == ago(4)
    assert days[26] == ago(3)
    assert kept.rows[14].note == "Act 3"
    assert pressed + 30 < 120  # half a second a key is a minute
    assert hand.focus is view(hand).recording.next_button
    assert view(hand).recording.next_button.text() == "Print residual sheet (2 rows)"


def test_space_toggles_and_moves_down_and_toggles_back(with_desk):
    hand = with_desk(out)
    recording = open_first(hand)
    hand.type(day(4))
    hand.press(Key.Key_Return)
    assert recording.table.currentIndex().row() == 0
    hand.press(Key.Key_Space)
    assert shown(recording.table, 0)[3:5] == ["Pending", ""]
    assert recording.table.currentIndex().row() == 1
    hand.press(Key.Key_Up)
    hand.press(Key.Key_Space)
    assert shown(recording.table, 0)[3:5] == ["Signed", day(4)]


def test_the_letters_work_on_a_kazakh_keyboard(with_desk):
    hand = with_desk(out)
    view(hand).focus_list()
    hand.settle()
    strike(hand, "и")  # B: the sheet is back
    recording = view(hand).recording
    assert hand.focus is recording.day.input
    hand.type(day(4))
    hand.press(Key.Key_Return)
    strike(hand, "ф")  # A
    strike(hand, "к")  # R
    hand.type("Акт № 7")
    hand.press(Key.Key_Return)
    strike(hand, "һ")  # +, a day later
    strike(hand, "ө")
    strike(hand, "ө")  # and twice earlier
    hand.press(Key.Key_S, CTRL)
    kept = sheet(hand)
    assert [row.state.value for row in kept.rows] == ["absent", "refused", "signed", "signed"]
    assert kept.rows[1].note == "Акт № 7"
    assert kept.rows[2].signed_on == ago(5)


def test_a_day_too_early_is_refused_beside_its_row_and_stays_typed(with_desk):
    hand = with_desk(out)
    recording = open_first(hand)
    hand.type(day(4))
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Down)
    keys(hand, f"{ago(31):%d.%m}", Key.Key_Return)
    hand.press(Key.Key_S, CTRL)
    assert states(hand) == ["pending"] * 4
    assert recording.table.currentIndex().row() == 1
    assert day(30) in recording.refused.text()
    assert recording.refused.isVisible()
    assert shown(recording.table, 1)[4] == day(31)
    assert day(30) in shown(recording.table, 1)[5]
    keys(hand, f"{ago(30):%d.%m}", Key.Key_Return)
    hand.press(Key.Key_S, CTRL)
    assert sheet(hand).rows[1].signed_on == ago(30)


def test_what_is_no_day_stays_and_says_so(with_desk):
    hand = with_desk(out)
    recording = open_first(hand)
    hand.type("31.02.2026")
    hand.press(Key.Key_Return)
    assert "31.02.2026" in recording.day.refusal_text
    assert hand.focus is recording.day.input
    recording.day.input.clear()
    hand.type(day(4))
    hand.press(Key.Key_Return)
    keys(hand, "99.99", Key.Key_Return)
    assert shown(recording.table, 0)[4] == "99.99"
    assert "99.99" in shown(recording.table, 0)[5]


def test_a_long_name_stands_on_as_many_lines_as_it_needs(with_desk):
    def fill(make: Make) -> None:
        make.person("Әбдірахманқызыева", "Нұрсұлтанбек", "Қасымжомартұлы")
        out(make, people=1)

    hand = with_desk(fill)
    table = open_first(hand).table
    name, height = table.model().index(1, 1), table.rowHeight
    hand.window.resize(900, 728)
    hand.settle()
    assert height(1) > height(0)
    room = table.columnWidth(name.column()) - 20
    needed = table.fontMetrics().boundingRect(0, 0, room, 1000, Qt.TextFlag.TextWordWrap, name.data()).height()
    assert height(1) >= needed


def test_nobody_signs_ahead(with_desk):
    hand = with_desk(out)
    recording = open_first(hand)
    hand.type("+1")
    hand.press(Key.Key_Return)
    assert "has not come yet" in recording.day.refusal_text


def test_recording_without_a_day_asks_for_it(with_desk):
    hand = with_desk(out)
    recording = open_first(hand)
    recording.record()
    hand.settle()
    assert states(hand) == ["pending"] * 4
    assert recording.day.refusal_text


def test_a_handwritten_row_is_added_with_keys(with_desk):
    hand = with_desk(out)
    recording = open_first(hand)
    hand.type(day(4))
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Insert)
    hand.type("Жаңа Адам")
    hand.press(Key.Key_Tab)
    hand.type("Қонақ")
    hand.press(Key.Key_Return)
    assert shown(recording.table, 4) == ["5", "Жаңа Адам", "Қонақ", "Signed", day(4), ""]
    hand.press(Key.Key_S, CTRL)
    row = sheet(hand).rows[4]
    assert (row.full_name, row.post, row.state) == ("Жаңа Адам", "Қонақ", RowState.SIGNED)
    hand.press(Key.Key_Z, CTRL)
    assert states(hand) == ["pending"] * 4


def test_a_handwritten_row_without_a_name_is_refused_and_can_be_taken_away(with_desk):
    hand = with_desk(out)
    recording = open_first(hand)
    hand.type(day(4))
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Insert)
    hand.press(Key.Key_Return)
    hand.press(Key.Key_S, CTRL)
    assert recording.refused.isVisible()
    assert states(hand) == ["pending"] * 4
    hand.press(Key.Key_Delete)
    hand.press(Key.Key_S, CTRL)
    assert states(hand) == ["signed"] * 4


def test_leaving_keeps_what_is_typed_without_recording_it(with_desk):
    hand = with_desk(out)
    open_first(hand)
    hand.type(day(4))
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Space)
    hand.window.go("people")
    hand.settle()
    assert states(hand) == ["pending"] * 4
    assert "not recorded" in hand.status
    hand.window.go("sheet", sheet(hand).id)
    hand.settle()
    recording = view(hand).recording
    assert [shown(recording.table, row)[3] for row in range(4)] == ["Pending", "Signed", "Signed", "Signed"]
    hand.press(Key.Key_S, CTRL)
    assert states(hand) == ["pending", "signed", "signed", "signed"]


def test_what_is_typed_outlives_a_power_cut(with_desk, folder):
    hand = with_desk(out)
    open_first(hand)
    hand.type(day(4))
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Space)
    hand.qtbot.waitUntil((folder / "drafts.json").exists, timeout=30_000)
    hand.settle()
    assert day(4) in (folder / "drafts.json").read_text(encoding="utf-8")


def test_a_residual_sheet_is_the_next_step_and_shows_its_paper(with_desk):
    hand = with_desk(out)
    open_first(hand)
    hand.type(day(4))
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Space)
    hand.press(Key.Key_S, CTRL)
    hand.press(Key.Key_Return)
    hand.settle()
    assert [row.full_name for row in sheet(hand, 2).rows] == [sheet(hand).rows[0].full_name]
    assert view(hand).panel.currentWidget() is view(hand).preview
    assert view(hand).preview.document.pageCount() == 1


def test_a_residual_sheet_asked_for_twice_is_shown_again(with_desk):
    def back(make: Make) -> None:
        number = out(make)
        acquaintance.mark(make.desk, number, {1: RowMark(RowState.SIGNED, ago(4))}, back_on=date.today())
        acquaintance.residual(make.desk, number)

    hand = with_desk(back)
    open_first(hand)
    view(hand).make_residual(sheet(hand).id)
    hand.settle()
    assert len(acquaintance.sheet_lines(hand.desktop.shell.desk)) == 2
    assert view(hand).panel.currentWidget() is view(hand).preview


def test_rows_signed_on_another_sheet_say_so(with_desk):
    def twice(make: Make) -> None:
        first = out(make)
        second = acquaintance.make_sheet(make.desk, acquaintance.sheet(make.desk, first).revision_id).id
        acquaintance.mark(make.desk, second, {1: RowMark(RowState.SIGNED, ago(4))}, back_on=date.today())

    hand = with_desk(twice)
    view(hand).show_record(1, enter=True)
    hand.settle()
    recording = view(hand).recording
    assert shown(recording.table, 0)[3] == "Signed, sheet No. 2"
    assert "another sheet: 1" in recording.counts.text()
    hand.type(day(4))
    hand.press(Key.Key_Return)
    assert [shown(recording.table, row)[3] for row in range(3)] == ["Signed, sheet No. 2", "Signed", "Signed"]


def test_a_sheet_that_asks_the_same_people_is_named_and_offered(with_desk):
    hand = with_desk(out)
    number = acquaintance.sheet(hand.desktop.shell.desk, 1).document_id
    view(hand).make_for(number, ())
    hand.settle()
    making = view(hand).making
    assert "sheet No. 1 already" in making.standing.text()
    making.open_button.setFocus()
    hand.press(Key.Key_Return)
    hand.settle()
    assert view(hand).recording.sheet.number == 1


def test_correcting_a_recorded_sheet_changes_only_what_is_said(with_desk):
    def back(make: Make) -> None:
        acquaintance.mark_back(make.desk, out(make), ago(4), {2: RowMark(RowState.ABSENT)})

    hand = with_desk(back)
    recording = open_first(hand)
    assert hand.focus is recording.table
    assert not recording.changed
    hand.press(Key.Key_Down)
    keys(hand, f"{ago(3):%d.%m}", Key.Key_Return)
    hand.press(Key.Key_S, CTRL)
    days = [row.signed_on for row in sheet(hand).rows]
    assert days == [ago(4), ago(3), ago(4), ago(4)]
    assert not recording.next_button.isVisible()


def test_a_sheet_is_made_for_the_audience_printed_and_said_to_be_out(with_desk, tmp_path, monkeypatch):
    def fill(make: Make) -> None:
        make.people(3)
        make.audience(make.document("ЖН-ALT-40", effective_on=ago(30)))

    hand = with_desk(fill)
    hand.press(Key.Key_N, CTRL)
    making = view(hand).making
    assert hand.focus is making.document.input
    hand.type("жн")
    hand.settle()
    making.document.input.take(making.document.input.offered()[0])
    hand.settle()
    assert making.count.text() == "3 people stand on the sheet"
    assert making.revision.text() == f"Revision 1, in force from {ago(30):%d.%m.%Y}"
    hand.press(Key.Key_S, CTRL)
    hand.settle()
    preview = view(hand).preview
    assert view(hand).panel.currentWidget() is preview
    hand.qtbot.waitUntil(lambda: hand.focus is preview.print_button, timeout=30_000)
    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr("ui.preview.QFileDialog.getSaveFileName", lambda *_: (str(file), ""))
    preview.pdf_button.click()
    hand.settle()
    assert file.exists()
    back = ahead(7)
    assert hand.status == f"Sheet No. 1 is out. It is expected back on {back:%d.%m.%Y}."
    assert sheet(hand).printed_on == date.today()
    assert shown(view(hand).table, 0)[2] == "Out"


def test_a_sheet_for_a_group_and_for_chosen_people(with_desk):
    def fill(make: Make) -> None:
        people = make.people(5)
        make.audience(make.document("ЖН-ALT-40", effective_on=ago(30)))
        groups.add(make.desk, "Екеуі", None, people[:2])

    hand = with_desk(fill)
    hand.window.page.make_sheet(1)
    hand.settle()
    making = view(hand).making
    making.who.input.setCurrentIndex(1)
    hand.settle()
    assert making.group.isVisible()
    assert making.names.count() == 2
    making.names.setFocus()
    making.names.setCurrentRow(0)
    hand.press(Key.Key_Delete)
    assert making.names.count() == 1
    hand.press(Key.Key_S, CTRL)
    assert len(sheet(hand).rows) == 1


def test_a_document_not_in_force_cannot_go_round(with_desk):
    def fill(make: Make) -> None:
        make.people(2)
        make.document("ЖН-ALT-40", effective_on=None)

    hand = with_desk(fill)
    hand.window.page.make_sheet(1)
    hand.settle()
    making = view(hand).making
    assert "no revision in force" in making.document.refusal_text
    hand.press(Key.Key_S, CTRL)
    assert "no revision in force" in making.document.refusal_text
    assert view(hand).table.rows.count == 0


def test_coverage_leads_to_the_missing_and_to_a_sheet_for_them(with_desk):
    def fill(make: Make) -> None:
        acquaintance.mark(make.desk, out(make), {1: RowMark(RowState.SIGNED, ago(4))})
        make.person("Жаңабаев", post="Маман")

    hand = with_desk(fill)
    view(hand).segments.focus_marked()
    hand.press(Key.Key_Right)
    coverage = view(hand)
    assert coverage.key == "coverage"
    assert shown(coverage.table, 0)[:4] == ["ЖН-ALT-40", "Ішкі тәртіп ережелері", "1 of 5", "4"]
    coverage.focus_list()
    hand.press(Key.Key_Return)
    assert len(coverage.missing.rows()) == 4
    assert {row.quiet for row in coverage.missing.rows()} == {"on sheet No. 1", ""}
    assert hand.focus is coverage.missing.button
    assert coverage.missing.button.text() == "Make a sheet for them (1)"
    hand.press(Key.Key_Return)
    making = view(hand).making
    assert view(hand).key == "sheets"
    assert making.names.count() == 1
    hand.press(Key.Key_S, CTRL)
    assert [row.full_name for row in sheet(hand, 2).rows] == ["Жаңабаев Айгүл"]


def test_esc_closes_the_paper_and_the_list_is_there_again(with_desk):
    hand = with_desk(out)
    view(hand).focus_list()
    hand.press(Key.Key_P, CTRL)
    hand.settle()
    assert view(hand).panel_open
    view(hand).panel.currentWidget().pages.setFocus()
    hand.press(Key.Key_Escape)
    assert not view(hand).panel_open
    assert view(hand).table.hasFocus()


def test_a_coverage_line_is_reached_from_elsewhere(with_desk):
    hand = with_desk(out)
    hand.window.go("coverage", sheet(hand).revision_id)
    hand.settle()
    assert view(hand).key == "coverage"
    assert len(view(hand).missing.rows()) == 4


def test_debts_show_the_documents_of_a_person_and_their_sheet(with_desk):
    hand = with_desk(out)
    hand.press(Key.Key_PageDown, CTRL, on=view(hand).table)
    hand.press(Key.Key_PageDown, CTRL, on=view(hand).table)
    debts = view(hand)
    assert debts.key == "debts"
    assert debts.table.rows.count == 4
    debts.focus_list()
    hand.press(Key.Key_Return)
    assert [(row.text, row.quiet) for row in debts.owed.rows()] == [("ЖН-ALT-40, revision 1", "on sheet No. 1")]
    hand.press(Key.Key_Return)
    hand.qtbot.waitUntil(lambda: debts.preview.document.pageCount() == 1, timeout=30_000)


def test_empty_lists_say_what_they_are_for(with_desk):
    hand = with_desk(lambda make: None)
    for key in ("sheets", "coverage", "debts"):
        hand.window.page.show_view(key)
        hand.settle()
        assert view(hand).empty.isVisible()


def test_a_single_page_is_printed_again_without_losing_the_map(with_desk, tmp_path, monkeypatch):
    hand = with_desk(lambda make: out(make, 40))
    view(hand).focus_list()
    hand.press(Key.Key_P, CTRL)
    preview = view(hand).preview
    hand.qtbot.waitUntil(lambda: preview.document.pageCount() == 2, timeout=30_000)
    preview.pages.setText("2")
    hand.qtbot.waitUntil(lambda: preview.document.pageCount() == 1, timeout=30_000)


def test_audience_entries_are_told_apart(with_desk):
    """The sheet for the audience lists only the audience."""

    def fill(make: Make) -> None:
        first, *_ = make.people(3)
        make.audience(make.document("ЖН-ALT-40", effective_on=ago(30)), AudienceEntry(person_id=first))

    hand = with_desk(fill)
    hand.window.page.make_sheet(1)
    hand.settle()
    assert view(hand).making.names.count() == 1


def test_another_day_it_is_expected_back_is_typed_in_place(with_desk):
    hand = with_desk(out)
    view(hand).focus_list()
    hand.press(Key.Key_F2)
    hand.type("+9")
    hand.press(Key.Key_Return)
    assert sheet(hand).expected_on == ahead(9)


def test_the_scan_of_a_recorded_sheet_is_attached_and_stands_in_the_binder(with_desk, tmp_path):
    from pypdf import PdfReader
    from reportlab.pdfgen.canvas import Canvas

    from altdesk.services import attachments, binder

    hand = with_desk(out)
    panel = open_first(hand)
    assert panel.files.isHidden()
    hand.type(day(4))
    hand.press(Key.Key_Return)
    hand.press(Key.Key_S, CTRL)
    assert sheet(hand).back_on is not None
    assert panel.files.isVisible()
    assert panel.files.add_button.isVisible()  # unfolded: the paper is in the hand
    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.drawString(100, 500, "signed by hand")
    canvas.save()
    panel.files.attach_file(tmp_path / "scan.pdf")
    hand.settle()
    desk = hand.desktop.shell.desk
    assert [file.name for file in attachments.of(desk, "sheet", sheet(hand).id)] == ["scan.pdf"]
    made = binder.make(desk, binder.Wanted(sheet(hand).document_id), tmp_path / "binder.pdf")
    assert any("signed by hand" in page.extract_text() for page in PdfReader(made.file).pages)


def test_sums_name_those_who_refused(with_desk):
    def refused(make: Make) -> None:
        acquaintance.mark(make.desk, out(make), {1: RowMark(RowState.REFUSED, ago(4), "Act 3")}, back_on=date.today())

    hand = with_desk(refused)
    page = hand.window.page
    for key in ("coverage", "debts"):
        page.show_view(key)
        hand.settle()
        assert view(hand).state(hand.desktop.shell.say).endswith("3 signatures are missing, refused: 1")


def test_a_refusal_asks_for_the_number_of_its_act(with_desk):
    def refused(make: Make) -> None:
        acquaintance.mark(make.desk, out(make), {1: RowMark(RowState.REFUSED, ago(4))}, back_on=ago(0))

    hand = with_desk(refused)
    rows = open_first(hand).table.rows
    note = rows.index(0, 5)
    assert note.data() == "Type the number of the act"
    assert note.data(Qt.ItemDataRole.EditRole) == ""
    rows.setData(note, "Act 3")
    assert note.data() == "Act 3"
