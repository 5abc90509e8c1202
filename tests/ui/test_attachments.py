"""The files of a record: dropped or chosen, opened, saved elsewhere, taken off and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from altdesk.domain.attachments import Role
from altdesk.services import attachments
from ui.widgets.attachments import Attachments, size_text


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "Хаттама № 5.pdf"
    file.write_bytes(b"%PDF signed")
    return file


@pytest.fixture
def part(start, qtbot):
    hand = start()
    made = Attachments(hand.desktop.shell, "unit", lambda then: then())
    qtbot.addWidget(made)
    made.show()
    made.show_record(7)
    hand.settle()
    return hand, made


def files(hand):
    return attachments.of(hand.desktop.shell.desk, "unit", 7)


def test_nothing_attached_says_so(part):
    hand, made = part
    assert made.sentence.text() == "Nothing is attached yet."
    assert made.table.isHidden()


def test_a_dropped_file_is_attached_as_what_is_chosen(part, scan):
    hand, made = part
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(scan))])
    made.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    hand.settle()
    assert [(file.name, file.role) for file in files(hand)] == [(scan.name, Role.SCAN)]
    assert made.table.rows.count == 1
    assert made.sentence.isHidden()


def test_a_file_is_saved_elsewhere_and_removed_by_keyboard(part, scan, tmp_path, monkeypatch):
    hand, made = part
    made.attach_file(scan)
    hand.settle()
    made.table.selectRow(0)
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    made.export()
    hand.settle()
    assert target.read_bytes() == scan.read_bytes()
    hand.press(Qt.Key.Key_Delete, on=made.table)
    assert files(hand) == []
    hand.window.undo()
    hand.settle()
    assert len(files(hand)) == 1


def test_a_file_that_cannot_be_read_is_refused_in_words(part, tmp_path):
    hand, made = part
    made.attach_file(tmp_path / "жоқ.pdf")
    hand.settle()
    assert "cannot be read" in hand.window.notice.accessibleName()
    assert files(hand) == []


@pytest.mark.parametrize(("size", "said"), [(1, "1 KB"), (300 * 1024, "300 KB"), (5 * 1024 * 1024, "5.0 MB")])
def test_sizes_are_said_as_people_say_them(size, said):
    assert size_text(size) == said
