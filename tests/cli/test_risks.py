"""`altdesk list|print|export risks`: the register as data, on paper and in Excel."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pdfplumber
import pytest
from openpyxl import load_workbook

from altdesk.domain.risks import AssessmentDraft, RiskDraft
from altdesk.services import risks
from tests.cli.conftest import Terminal


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    """Two risks of a document, one of them assessed twice."""
    with terminal.desk() as make:
        desk, document = make.desk, make.document("ЖН-ALT-00", "Қағидалар")
        draft = RiskDraft(
            "Студенттердің қатыспауы", "Кестенің қабаттасуы", "Жастармен жұмыс", document, "Кестені келісу",
            "ЖСК Бас маманы", date(2026, 12, 1),
        )  # fmt: skip
        great = risks.add(desk, draft).id or 0
        for day, up in ((1, 5), (2, 4)):
            risks.assess(desk, great, AssessmentDraft(date(2026, 10, day), up, 4, 2, 2), date(2026, 11, 1))
        risks.add(desk, RiskDraft("=Бағаланбаған"))
    return terminal


def test_risks_are_listed_with_their_newest_assessment(ready: Terminal) -> None:
    first, second = ready("list risks --json").data
    assert first == {
        "risk": "Студенттердің қатыспауы",
        "cause": "Кестенің қабаттасуы",
        "likelihood": 4,
        "impact": 4,
        "level": "high",
        "measure": "Кестені келісу",
        "owner": "ЖСК Бас маманы",
        "due_on": "2026-12-01",
        "residual_likelihood": 2,
        "residual_impact": 2,
        "residual_level": "low",
        "document": "ЖН-ALT-00",
        "process": "Жастармен жұмыс",
        "state": "open",
        "assessed_on": "2026-10-02",
    }
    assert (second["level"], second["assessed_on"]) == (None, None)
    assert [each["risk"] for each in ready("list risks --json --search катыспау").data] == ["Студенттердің қатыспауы"]
    assert "High" in ready("list risks").out


def test_the_register_is_printed_in_every_output(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "тәуекелдер.pdf"
    assert ready("print risks --json --out", str(out)).data["pages"] == 2
    with pdfplumber.open(out) as pdf:
        register, map_ = (page.extract_text() for page in pdf.pages)
    assert "ТӘУЕКЕЛДЕР ТІЗІЛІМІ" in register
    assert "Студенттердің" in register
    assert "1 · жоғары" in map_
    assert "бағаланбаған – 1" in map_
    ready("print risks --lang ru --out", str(out))
    with pdfplumber.open(out) as pdf:
        assert "РЕЕСТР РИСКОВ" in pdf.pages[0].extract_text()
    ready("print risks --out", str(tmp_path / "a.docx"))
    ready("print risks --out", str(tmp_path / "a.xlsx"))
    book = load_workbook(tmp_path / "a.xlsx")
    assert [cell.value for cell in book.worksheets[0][3]][:2] == [1, "Студенттердің қатыспауы"]
    assert book.worksheets[0]["I3"].value == datetime(2026, 12, 1)
    book.close()


def test_the_register_is_exported_as_a_list(ready: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "risks.xlsx"
    assert ready("export risks --json", str(out)).data["rows"] == 2
    book = load_workbook(out)
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert rows[0][4:7] == [4, 4, "High"]
    assert rows[1][0] == "=Бағаланбаған"
    assert book.worksheets[0]["A3"].data_type == "s"
    book.close()


def test_an_empty_register_is_a_list_and_a_paper_too(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("list risks --json").data == []
    assert terminal("print risks --json --out", str(tmp_path / "a.pdf")).data["pages"] == 2
