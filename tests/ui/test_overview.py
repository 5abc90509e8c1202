"""The overview of acquaintance and the audit binder from the window, as a hand uses them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.services import attachments, binder, documents
from tests.days import ago
from tests.make import Make
from tests.ui.conftest import Hand

Key = Qt.Key


@pytest.fixture
def hand(folder: Path, start: Callable[..., Hand], tmp_path: Path) -> Hand:
    """A window on a desk where two units owe a document, a sheet is overdue and a file is attached."""
    with Desk.open(folder, "en") as desk:
        make = Make(desk)
        for surname in ("Асанов", "Әбенов"):
            make.person(surname, unit="Деканат")
        make.person("Бақытов", unit="Кітапхана")
        document = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері", ago(30))
        make.audience(document)
        make.sheet(document, expected_on=ago(1))
        (tmp_path / "Ереже.docx").write_bytes(b"word")
        attachments.attach(desk, "revision", make.revision_in_force(document), tmp_path / "Ереже.docx", Role.ORIGINAL)
    made = start()
    made.window.resize(1366, 728)
    made.settle()
    return made


def overview(hand: Hand):
    hand.window.go("acquaintance")
    hand.settle()
    hand.window.page.show_view("overview")
    hand.settle()
    return hand.window.page.view


def shown(view, row: int) -> list[str]:
    model = view.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_figures_and_units_are_seen_at_once(hand: Hand) -> None:
    view = overview(hand)
    assert [figure.number.text() for figure in view.figures] == ["0 %", "1", "3", "1"]
    assert view.signed.words.text() == "signed: 0 of 3"
    assert "overdue of them: 1" in view.due.words.text()
    assert [shown(view, row) for row in range(2)] == [["Деканат", "2", "2"], ["Кітапхана", "1", "1"]]
    assert all(figure.accessibleName() for figure in view.figures)


def test_each_figure_opens_what_is_behind_it(hand: Hand) -> None:
    for name, key in (("signed", "coverage"), ("behind", "coverage"), ("people", "debts")):
        hand.press(Key.Key_Return, on=getattr(overview(hand), name))
        assert hand.window.page.view.key == key


def test_what_is_due_opens_its_record(hand: Hand) -> None:
    view = overview(hand)
    hand.press(Key.Key_Return, on=view.due)
    (row,) = view.week.rows()
    assert (row.text, row.about) == ("№ 1", "overdue: Sheet expected back, ЖН-ALT-40")
    view.week.list.setFocus()
    hand.press(Key.Key_Return)
    assert hand.window.page.view.key == "sheets"


def test_a_unit_shows_its_documents_and_one_of_them_who_is_missing(hand: Hand) -> None:
    view = overview(hand)
    view.table.setFocus()
    view.table.selectRow(0)
    hand.press(Key.Key_Return)
    assert view.documents.title.text() == "Деканат"
    (row,) = view.documents.rows()
    assert (row.text, row.quiet) == ("ЖН-ALT-40", "0 of 2")
    view.documents.list.setFocus()
    hand.press(Key.Key_Return)
    coverage = hand.window.page.view
    assert coverage.key == "coverage"
    assert "By unit: Деканат\u00a00/2, Кітапхана\u00a00/1" in coverage.missing.state.text().replace("\u200b", "")


def test_where_there_is_little_room_the_missing_come_before_the_units(hand: Hand) -> None:
    view = overview(hand)
    view.table.setFocus()
    view.table.selectRow(0)
    hand.press(Key.Key_Return)
    view.documents.list.setFocus()
    hand.press(Key.Key_Return)
    missing = hand.window.page.view.missing
    whole = missing.state.text()
    missing.resize(missing.width(), 140)
    assert missing.state.text() == whole.split(". By unit")[0] != whole
    assert "Кітапхана" in missing.state.toolTip()
    missing.resize(missing.width(), 900)
    assert missing.state.text() == whole


def test_a_binder_of_a_document_is_saved_beside_its_archive(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _question: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "binder.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    hand.window.go("documents")
    hand.settle()
    page = hand.window.page
    page.table.selectRow(0)
    hand.settle()
    page.bind_document()
    hand.settle()
    assert asked == ["Аудит жинағы – ЖН-ALT-40.pdf"]
    assert (tmp_path / "binder.pdf").read_bytes().startswith(b"%PDF")
    with zipfile.ZipFile(tmp_path / "binder.zip") as made:
        assert made.namelist() == ["Ереже.docx", "SHA256SUMS"]


def test_a_binder_of_a_year_asks_which_one(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "year.pdf"), ""))
    hand.window.go("documents")
    hand.settle()
    maker = hand.window.page.binder
    maker.choose_year()
    hand.settle()
    assert maker.menu is not None
    assert len(maker.menu.actions()) == 5
    maker.menu.actions()[0].trigger()
    maker.menu.close()
    hand.settle()
    assert (tmp_path / "year.pdf").exists()


def test_a_kept_binder_says_so_and_can_be_bound_anew(hand: Hand, tmp_path: Path) -> None:
    desk = hand.desktop.shell.desk
    known = documents.by_code(desk, "ЖН-ALT-40")
    wanted = binder.Wanted(known.id, on=ago(1))
    hand.window.go("documents")
    hand.settle()
    maker = hand.window.page.binder
    maker.make(wanted, tmp_path / "binder.pdf")
    hand.settle()
    assert hand.window.notice.isHidden()
    documents.save(desk, known.id, replace(known, title="Басқа атау"))
    hand.settle()
    before = (tmp_path / "binder.pdf").read_bytes()
    maker.make(wanted, tmp_path / "binder.pdf")
    hand.settle()
    assert (tmp_path / "binder.pdf").read_bytes() == before
    assert "as it was printed" in hand.window.notice.accessibleName()
    hand.window.notice._verb.click()
    hand.settle()
    assert (tmp_path / "binder.pdf").read_bytes() != before
