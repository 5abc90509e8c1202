"""`altdesk print binder` and the units of `altdesk list coverage`."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from altdesk.domain.attachments import Role
from altdesk.services import attachments
from tests.cli.conftest import Terminal


@pytest.fixture
def filled(terminal: Terminal, tmp_path: Path) -> Terminal:
    with terminal.desk() as make:
        make.person("Асанов", unit="Деканат")
        document = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері")
        make.audience(document)
        (tmp_path / "Ереже.docx").write_bytes(b"word")
        revision = make.revision_in_force(document)
        attachments.attach(make.desk, "revision", revision, tmp_path / "Ереже.docx", Role.ORIGINAL)
    return terminal


def test_a_binder_and_its_archive_are_written(filled: Terminal, tmp_path: Path) -> None:
    out, archive = tmp_path / "binder.pdf", tmp_path / "binder.zip"
    said = filled("print binder --document ЖН-АЛТ-40 --lang ru --json", "--out", str(out), "--zip", str(archive)).data
    assert out.read_bytes().startswith(b"%PDF")
    assert said["contents"] == [{"title": "Карточка документа", "page": 2, "level": 0}]
    assert (said["pages"], said["files"], said["unread"], said["lacking"]) == (2, 1, [], [])
    with zipfile.ZipFile(archive) as made:
        assert made.namelist() == ["Ереже.docx", "SHA256SUMS"]


def test_a_binder_of_a_year_and_of_a_day(filled: Terminal, tmp_path: Path) -> None:
    out = str(tmp_path / "year.pdf")
    assert "2 pages" in filled("print binder --year 2026-2027 --on 2026-09-30", "--out", out).lines[0]
    assert "Nothing is on record" in filled("print binder --year 2025-2026", "--out", out, code=1).err
    assert "like 2025-2026" in filled("print binder --year x", "--out", out, code=1).err


@pytest.mark.parametrize("options", ["", "--document ЖН-ALT-40 --year 2026-2027"])
def test_a_binder_is_of_a_document_or_of_a_year(filled: Terminal, tmp_path: Path, options: str) -> None:
    filled(f"print binder {options}", "--out", str(tmp_path / "x.pdf"), code=2)


def test_other_endings_are_refused(filled: Terminal, tmp_path: Path) -> None:
    filled("print binder --document ЖН-ALT-40", "--out", str(tmp_path / "x.docx"), code=1)
    files = ("--out", str(tmp_path / "x.pdf"), "--zip", str(tmp_path / "x.rar"))
    filled("print binder --document ЖН-ALT-40", *files, code=1)
    assert not (tmp_path / "x.pdf").exists()


def test_coverage_names_the_units(filled: Terminal) -> None:
    (line,) = filled("list coverage --json").data
    assert line["units"] == [{"unit": "Деканат", "signed": 0, "total": 1, "missing": 1}]
