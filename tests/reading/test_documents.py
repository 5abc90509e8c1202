"""Tables of Word documents: merged cells, bands, tables in cells; and documents made to do harm."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from altdesk import reading
from altdesk.domain.errors import Refusal
from altdesk.reading import documents

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(path: Path, text: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", text)
    return path


def test_every_table_is_a_sheet_and_merged_cells_are_told_in_each_row(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("ЖҰМЫС ЖОСПАРЫ")
    for size in ((4, 3), (1, 1)):
        document.add_table(*size)
    first, second = document.tables
    for at, head in enumerate(("№", "Іс-шара", "Мерзімі")):
        first.cell(0, at).text = head
    first.cell(1, 0).merge(first.cell(1, 2)).text = "I бөлім"
    first.cell(2, 1).text = "Апталық\nфорумы"
    first.cell(3, 1).text = "Акция"
    first.cell(2, 2).merge(first.cell(3, 2)).text = "қазан"
    second.cell(0, 0).add_table(1, 1).cell(0, 0).text = "ішкі кесте"
    document.save(str(tmp_path / "a.docx"))
    found = reading.read(tmp_path / "a.docx")
    assert [sheet.name for sheet in found.sheets] == ["№ 1", "№ 2"]
    assert found.sheets[0].rows == [
        ["№", "Іс-шара", "Мерзімі"],
        ["I бөлім", None, None],
        [None, "Апталық\nфорумы", "қазан"],
        [None, "Акция", "қазан"],
    ]
    assert found.sheets[1].rows == [["ішкі кесте"]]


def test_a_document_under_another_name_is_read_with_a_remark(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "Іс-шара"
    document.save(str(tmp_path / "a.xlsx"))
    assert ".docx" in str(reading.read(tmp_path / "a.xlsx").warnings[0])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("<w:document " + W + "><w:body/></w:document>", "without a table"),
        ("not xml at all", "Word"),
        (f'<!DOCTYPE a [<!ENTITY b "{"c" * 9}">]><w:document {W}><w:tbl/></w:document>', "damaged"),
        ("<a>".encode("utf-16"), "damaged"),
        (f"<w:document {W}><w:tbl><w:tr><w:tc>", "damaged"),
    ],
)
def test_what_holds_no_honest_table_is_refused(tmp_path: Path, text: str | bytes, word: str) -> None:
    with pytest.raises(Refusal, match=word):
        reading.read(packed(tmp_path / "a.docx", text))


def test_a_deep_or_wide_document_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='99999'/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
    wide = f"<w:document {W}><w:tbl><w:tr>{cell}</w:tr></w:tbl></w:document>"
    assert reading.read(packed(tmp_path / "wide.docx", wide)).sheets[0].rows == [["x"]]
    deep = f"<w:document {W}>" + "<w:tbl><w:tr><w:tc>" * 20_000
    with pytest.raises(Refusal, match="damaged"):
        reading.read(packed(tmp_path / "deep.docx", deep))
    monkeypatch.setattr(documents, "MAX_PART", 10)
    with pytest.raises(Refusal, match="too large"):
        reading.read(packed(tmp_path / "large.docx", wide))
