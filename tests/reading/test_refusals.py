"""A file that is not what it says gets a sentence that says what to do, never a traceback."""

from __future__ import annotations

import contextlib
import os
import random
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from altdesk.domain.errors import Refusal
from altdesk.reading import compound, kinds, packages, read, reader, texts
from tests import data_files as files

NOT_LISTS = {
    "html": (b"<!DOCTYPE html><html><table><tr><td>\xd0\xa4\xd0\x98\xd0\x9e</td></tr></table></html>", "web page"),
    "html with BOM": (b"\xef\xbb\xbf\r\n<html><table></table></html>", "web page"),
    "html in UTF-16": ("<html><table></table></html>".encode("utf-16"), "web page"),
    "xml": (b'<?xml version="1.0"?><Workbook></Workbook>', "XML"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
    "rtf": (b"{\\rtf1 x}", "text document"),
    "png": (b"\x89PNG\r\n\x1a\n", "picture"),
    "rar": (b"Rar!\x1a\x07\x00", "archive"),
    "program": (b"MZ\x90\x00\x03", "program"),
    "zip with nothing": (b"PK\x05\x06" + b"\0" * 18, "archive"),
    "half a zip": (b"PK\x03\x04" + b"\0" * 40, "damaged"),
    "half a compound file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "damaged"),
    "nothing": (b"", "empty"),
    "only spaces": (b" \r\n\t ", "empty"),
    "only zeros": (b"\0" * 5000, "empty"),
}


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        read(path)
    assert "%(" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods", ".csv", ".txt"])
@pytest.mark.parametrize("kind", NOT_LISTS)
def test_a_file_of_another_kind_is_named_for_what_it_is(tmp_path: Path, kind: str, suffix: str) -> None:
    path = tmp_path / f"тізім{suffix}"
    data, word = NOT_LISTS[kind]
    path.write_bytes(data)
    assert word in refused(path)


def test_a_text_table_named_as_a_workbook_is_to_be_renamed(tmp_path: Path) -> None:
    assert "ends in .csv" in refused(files.text_table(tmp_path / "a.xlsx", files.table()))


@pytest.mark.parametrize(
    ("inside", "word"), [("word/document.xml", "Word"), ("ppt/a.xml", "presentation"), ("a.txt", "archive")]
)
def test_a_zip_that_is_no_workbook_is_named(tmp_path: Path, inside: str, word: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr(inside, "x")
    assert word in refused(tmp_path / "a.xlsx")


def test_missing_files_folders_and_devices_are_refused(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "жоқ.xlsx")
    assert "There is no file" in refused(tmp_path / "a\x00.xlsx")
    assert "could not be read" in refused(tmp_path / ("x" * 5000)) or os.name == "nt"
    assert "folder" in refused(tmp_path)
    if os.name == "posix":
        assert "not a file" in refused(Path("/dev/zero"))


@pytest.mark.skipif(os.name != "posix", reason="permissions of the POSIX kind")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files.text_table(tmp_path / "a.csv", files.table())

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "may not be read" in refused(path)


def test_a_file_with_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    assert "no list" in refused(tmp_path / "a.json")


def test_a_file_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(reader.MAX_FILE + 1)
    assert "larger than 500 MB" in refused(path)


def test_an_encrypted_workbook_is_refused(tmp_path: Path) -> None:
    path = files.xls(tmp_path / "a.xls", files.table())
    data = path.read_bytes()
    name = "Workbook".encode("utf-16-le")
    place = data.index(name)
    other = "EncryptedPackage".encode("utf-16-le")
    entry = other + b"\0" * (64 - len(other)) + struct.pack("<H", len(other) + 2)
    (tmp_path / "a.xlsx").write_bytes(data[:place] + entry + data[place + 66 :])
    assert "password" in refused(tmp_path / "a.xlsx")


def test_a_workbook_of_nothing_but_empty_rows_is_refused(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(1, 100_001))
    assert "no filled rows" in refused(files.raw_xlsx(tmp_path / "a.xlsx", rows))
    (tmp_path / "a.csv").write_bytes(b",,\r\n" * 1_000_000)
    assert "no filled rows" in refused(tmp_path / "a.csv")


def cell(ref: str) -> str:
    return f'<c r="{ref}"><v>1</v></c>'


SPREAD = {
    "a stray cell in the last corner": f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>',
    "two stray cells": f'<row r="1">{cell("XFD1")}</row><row r="1048576">{cell("A1048576")}</row>',
    "a column that cannot be": f'<row r="1">{cell("A1")}{cell("ZZZZZZ1")}</row><row r="2">{cell("A2")}</row>',
    "single quotes": "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "cells without addresses": f'<row>{"<c><v>1</v></c>" * 16384}</row><row r="1048576"><c><v>1</v></c></row>',
}


@pytest.mark.parametrize("case", SPREAD)
def test_cells_too_far_apart_are_refused_before_memory_is_asked_for(tmp_path: Path, case: str) -> None:
    assert "too far apart" in refused(files.raw_xlsx(tmp_path / "a.xlsx", SPREAD[case]))


@pytest.mark.parametrize(
    ("record", "data"), [(0x0200, struct.pack("<IIHHH", 27392, 41, 0, 8, 0)), (0x0085, b"\x07\0\0\0")]
)
def test_an_old_workbook_whose_records_lie_is_damage(tmp_path: Path, record: int, data: bytes) -> None:
    content = bytearray(files.xls(tmp_path / "a.xls", files.table()).read_bytes())
    place = 512
    while struct.unpack_from("<H", content, place)[0] != record:
        place += 4 + struct.unpack_from("<H", content, place + 2)[0]
    content[place + 4 : place + 4 + len(data)] = data
    (tmp_path / "b.xls").write_bytes(content)
    assert "damaged" in refused(tmp_path / "b.xls")


def test_an_old_workbook_with_cells_too_far_apart_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compound, "MAX_CELLS", 20)
    assert "too far apart" in refused(files.xls(tmp_path / "a.xls", files.table()))


def test_formats_far_away_do_no_harm(tmp_path: Path) -> None:
    row = "".join(f'<c r="{column}2" s="0"/>' for column in ("A", "ZZ", "XFD"))
    rows = f'<row r="1">{cell("A1")}</row><row r="2">{row}</row><row r="1048576"><c r="A1048576" s="0"></c></row>'
    assert read(files.raw_xlsx(tmp_path / "a.xlsx", rows)).sheets[0].rows == [[1]]


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_UNPACKED", 100_000)
    rows = f'<row r="1">{cell("A1")}</row>' + " " * 1_000_000
    assert "too large when unpacked" in refused(files.raw_xlsx(tmp_path / "a.xlsx", rows))


def test_a_directory_that_lies_about_sizes_is_damage(tmp_path: Path) -> None:
    path = files.raw_xlsx(tmp_path / "a.xlsx", f'<row r="1">{cell("A1")}</row>' + " " * 1_000_000)
    data = bytearray(path.read_bytes())
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    path.write_bytes(data)
    assert "damaged" in refused(path)


def test_quotes_that_never_end_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_CELL_LIMIT", 1000)
    (tmp_path / "a.csv").write_text('ФИО,x\n"' + "Асан Бек,x\n" * 1000, encoding="utf-8")
    assert "quotation marks" in refused(tmp_path / "a.csv")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.binary(max_size=400), start=st.sampled_from([magic for magic, _ in kinds._MAGIC] + [b"", b"\xff\xfe", b'"'])
)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_random_bytes_are_read_or_refused(tmp_path: Path, data: bytes, start: bytes, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(start + data)
    read_or_refused(path)


@pytest.mark.parametrize("writer", [files.xlsx, files.xls, files.ods])
def test_cut_and_spoiled_workbooks_are_read_or_refused(
    tmp_path: Path, writer, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = writer(tmp_path / "whole", files.table()).read_bytes()
    chance = random.Random(writer.__name__)
    path = tmp_path / f"a.{writer.__name__}"
    for _ in range(60):
        path.write_bytes(whole[: chance.randrange(len(whole))])
        read_or_refused(path)
        spoiled = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        path.write_bytes(spoiled)
        read_or_refused(path)


def read_or_refused(path: Path) -> None:
    """Anything but a Refusal is a failure; what is read is rectangular."""
    with contextlib.suppress(Refusal):
        found = read(path)
        assert found.sheets
        for sheet in found.sheets:
            assert len({len(row) for row in sheet.rows}) == 1
