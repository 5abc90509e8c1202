"""What looks like a formula is text in every list that goes to Excel, and stays what was typed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyDraft
from altdesk.domain.documents import DocumentDraft
from altdesk.domain.history import HistoryQuery
from altdesk.domain.norms import NormDraft
from altdesk.domain.people import PersonDraft
from altdesk.domain.risks import RiskDraft
from altdesk.services import bodies, documents, exporting, norms, people, risks
from tests.make import Make

EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "\t=1", "＝1", "=")
LISTS: dict[str, Callable[[Desk, Path], Any]] = {
    "people": exporting.people,
    "documents": exporting.documents,
    "acquaintance": exporting.acquaintance,
    "norms": exporting.norms,
    "risks": exporting.risks,
    "bodies": lambda desk, out: exporting.bodies(desk, out, date(2026, 11, 22)),
    "copies": exporting.copies,
    "history": lambda desk, out: exporting.history(desk, out, HistoryQuery()),
}


@pytest.fixture
def evil(desk: Desk, make: Make) -> Desk:
    for at, text in enumerate(EVIL):
        people.add(desk, PersonDraft(text, text, post=text, unit=text, phone=text, email=text, note=text))
        documents.add(desk, DocumentDraft(f"{text}{at}", text, owner=text), 1, date(2026, 9, 1))
        norms.add(desk, NormDraft(f"{text}{at}", text, note=text))
        risks.add(desk, RiskDraft(title=f"{text} ", cause=text, owner=text))
        bodies.add(desk, BodyDraft(f"{text}{at}", short_name=text, note=text))
    make.audience(1)
    make.sheet(1)
    return desk


@pytest.mark.parametrize("name", LISTS)
def test_no_cell_is_a_formula(evil: Desk, tmp_path: Path, name: str) -> None:
    out = LISTS[name](evil, tmp_path / "тізім.xlsx").file
    cells = [cell for row in load_workbook(out).active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    with zipfile.ZipFile(out) as package:
        assert not any(b"<f>" in package.read(member) for member in package.namelist() if "worksheets" in member)
    if name in {"people", "documents", "norms", "risks", "history"}:
        assert any(str(cell.value).startswith("=") for cell in cells)
