"""Files made to harm whoever reads them: cut off, spoiled, blown up, lying about themselves, full of odd values.

`make(folder, seed)` writes one, the same for the same seed; KINDS names what there is.
"""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests import data_files as files

Maker = Callable[[Path, random.Random], Path]
ODD: tuple[Any, ...] = (
    "=1+1", "=HYPERLINK(\"http://x\")", "@SUM(1)", "+cmd|' /C calc'!A0", -1, 1e308, 0.1, True, None, "", " ",
    "\u202eабв", "а" * 5000, date(1900, 1, 1), datetime(9999, 12, 31), "#REF!", "NULL", "\ufeffАсан", "👩‍👩‍👧",
    "<b>&amp;", "%s%n", "0" * 40,
)  # fmt: skip
XXE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>'
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ха">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 12}">' for n in range(9))
    + "]><worksheet><sheetData><row><c t='inlineStr'><is><t>&j;</t></is></c></row></sheetData></worksheet>"
)


def _people(chance: random.Random) -> list[list[Any]]:
    rows = files.invented(chance.randrange(3, 60))
    for row in rows[1:]:
        if chance.random() < 0.4:
            row[chance.randrange(len(row))] = chance.choice(ODD)
    return rows


def _plain(rows: list[list[Any]]) -> list[list[Any]]:
    """Only what every writer takes."""
    return [[cell if isinstance(cell, str | int | float) else "" for cell in row] for row in rows]


def _workbook(path: Path, chance: random.Random) -> Path:
    return files.xlsx(path.with_suffix(".xlsx"), _people(chance))


def _old_workbook(path: Path, chance: random.Random) -> Path:
    return files.xls(path.with_suffix(".xls"), _plain(_people(chance)))


def _open_document(path: Path, chance: random.Random) -> Path:
    return files.ods(path.with_suffix(".ods"), _plain(_people(chance)))


def _text(path: Path, chance: random.Random) -> Path:
    encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "cp1251"))
    rows = [[str(cell)[:200] for cell in row] for row in _plain(_people(chance))]
    if encoding == "cp1251":
        rows = [["".join(letter for letter in cell if letter < "\u0460") for cell in row] for row in rows]
        encoding = "utf-8"
    return files.text_table(path.with_suffix(".csv"), rows, encoding=encoding, delimiter=chance.choice(",;\t"))


WHOLE: tuple[Maker, ...] = (_workbook, _workbook, _old_workbook, _open_document, _text)


def cut_off(path: Path, chance: random.Random) -> Path:
    made = chance.choice(WHOLE)(path, chance)
    content = made.read_bytes()
    made.write_bytes(content[: chance.randrange(len(content))])
    return made


def spoiled(path: Path, chance: random.Random) -> Path:
    made = chance.choice(WHOLE)(path, chance)
    content = bytearray(made.read_bytes())
    for _ in range(chance.randrange(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    made.write_bytes(content)
    return made


def odd_values(path: Path, chance: random.Random) -> Path:
    return chance.choice(WHOLE)(path, chance)


def wrong_name(path: Path, chance: random.Random) -> Path:
    made = chance.choice(WHOLE)(path, chance)
    return made.rename(made.with_suffix(chance.choice((".xlsx", ".xls", ".csv", ".ods", ".txt", ".pdf", ".docx"))))


def _replaced(path: Path, chance: random.Random, member: str, content: bytes) -> Path:
    """A workbook in which one member is another."""
    made = _workbook(path, chance)
    with zipfile.ZipFile(made) as old:
        members = {info.filename: old.read(info) for info in old.infolist()}
    members[member] = content
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members.items():
            new.writestr(name, data)
    return made


def entities(path: Path, chance: random.Random) -> Path:
    member = chance.choice((
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "[Content_Types].xml",
    ))
    return _replaced(path, chance, member, chance.choice((XXE, LAUGHS)).encode())


def bomb(path: Path, chance: random.Random) -> Path:
    """Hundreds of megabytes in a small file: of zeros, of blanks, of rows."""
    size = chance.choice((60, 200, 700)) << 20
    what = chance.choice((b"\0", b" ", b"<row/>"))
    made = path.with_suffix(".xlsx")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name in ("[Content_Types].xml", "xl/workbook.xml"):
            package.writestr(name, "<x/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            piece = what * ((1 << 20) // len(what))
            for _ in range(size // len(piece)):
                member.write(piece)
    return made


def lying_bomb(path: Path, chance: random.Random) -> Path:
    """A bomb whose directory says that it is small."""
    made = bomb(path, random.Random(chance.random()))
    content = bytearray(made.read_bytes())
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", chance.randrange(1, 1000))
    made.write_bytes(content)
    return made


def far_cells(path: Path, chance: random.Random) -> Path:
    """Cells at the end of the world, rows that repeat a million times, addresses that make no sense."""
    cell = '<c r="{0}" t="inlineStr"><is><t>{1}</t></is></c>'
    rows = chance.choice((
        f'<row r="1">{cell.format("A1", "ФИО")}</row><row r="1048576">{cell.format("XFD1048576", "Асан")}</row>',
        "".join(f'<row r="{n}"/>' for n in range(1, 200_000)),
        f'<row r="1">{cell.format("A1", "ФИО")}</row><row r="99999999999">{cell.format("A99999999999", "Асан")}</row>',
        f'<row r="0">{cell.format("AAAAAAAAAA1", "ФИО")}</row>',
        '<row r="1">' + "".join(f"<c><v>{n}</v></c>" for n in range(16_384)) + "</row>" + "<row/>" * 50_000,
        f'<row r="1">{cell.format("A1", "ФИО")}</row>' + f'<row>{cell.format("A2", "Асан")}</row>' * 3000,
        '<row r="1"><c r="A1" t="s"><v>4294967295</v></c><c r="B1" t="e"><v>#N/A</v></c></row>',
    ))  # fmt: skip
    return files.raw_xlsx(path.with_suffix(".xlsx"), rows)


def empty_rows(path: Path, chance: random.Random) -> Path:
    """A million rows with nothing in them, before, after or among the people."""
    many = 1_000_000
    if chance.random() < 0.5:
        line = chance.choice((b"\n", b",,,,\n", b";;;;\r\n", b"\t\t\n", b'"",""\n'))
        made = path.with_suffix(".csv")
        made.write_bytes("Тегі,Аты\nАсанов,Ерлан\n".encode() + line * many)
        return made
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>ФИО</t></is></c></row>'
    return files.raw_xlsx(path.with_suffix(".xlsx"), rows + "".join(f'<row r="{n}"/>' for n in range(2, many)))


def repeated_rows(path: Path, chance: random.Random) -> Path:
    """An OpenDocument table whose cells say that they repeat a million times."""
    made = _open_document(path, chance)
    with zipfile.ZipFile(made) as old:
        members = {info.filename: old.read(info) for info in old.infolist()}
    many = chance.choice((b"1048576", b"16777216", b"-1", b"99999999999999"))
    what = chance.choice((b"rows", b"columns"))
    tag = b"<table:table-row" if what == b"rows" else b"<table:table-cell"
    said = tag + b" table:number-" + what + b'-repeated="' + many + b'"'
    members["content.xml"] = members["content.xml"].replace(tag, said, 3)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members.items():
            new.writestr(name, data)
    return made


def strange_text(path: Path, chance: random.Random) -> Path:
    """Texts without an end of line, without an end of a quotation, of nul bytes, of commas, of every byte there is."""
    made = path.with_suffix(".csv")
    made.write_bytes(chance.choice((
        b"a" * 30_000_000, b'"' + b"a\n" * 2_000_000, b"\0" * 5_000_000, b"," * 20_000_000,
        bytes(range(256)) * 20_000, "ФИО\n".encode("utf-16") + b"\xd8\x00" * 100_000, b"\xff\xfe" + b"\xff" * 99_999,
        ("Тегі;Аты\n" + "Асанов;\"Ерлан\n" * 20_000).encode(), b"\xef\xbb\xbf" * 100_000, b"\r" * 3_000_000,
        ("ФИО" + "\t" * 100_000 + "\n").encode() * 20,
    )))  # fmt: skip
    return made


def other_kinds(path: Path, chance: random.Random) -> Path:
    """Pictures, papers, archives, programs, whole or cut off, under any name."""
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 0x7FFFFFFF, 0x7FFFFFFF, 8, 6, 0, 0, 0)
    content = chance.choice((
        png + zlib.compress(bytes(1000)), b"\xff\xd8\xff\xe0" + chance.randbytes(5000),
        b"GIF89a" + chance.randbytes(99), b"%PDF-1.7\n" + chance.randbytes(3000),
        b"{\\rtf1" + b"{" * 50_000, b"Rar!\x1a\x07" + chance.randbytes(400),
        b"7z\xbc\xaf\x27\x1c" + chance.randbytes(400), b"\x1f\x8b\x08" + chance.randbytes(400), b"MZ" + bytes(4000),
        b"\x7fELF" + bytes(4000), b"SQLite format 3\0" + bytes(4000), b"<html><table>" + b"<tr><td>x" * 50_000,
        b"<?xml version='1.0'?>" + b"<a>" * 100_000, b"MIME-Version: 1.0\n" * 100, b"II*\0" + chance.randbytes(900),
        _zip({"word/document.xml": b"<w/>"}), _zip({"ppt/slides.xml": b"<p/>"}), _zip({"../../evil": b"x"}), _zip({}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + chance.randbytes(chance.randrange(20_000)), b"",
    ))  # fmt: skip
    made = path.with_suffix(chance.choice((".png", ".pdf", ".docx", ".xlsx", ".xls", ".csv", ".zip", "")))
    made.write_bytes(content[: chance.randrange(len(content) + 1)] if chance.random() < 0.5 else content)
    return made


def _zip(members: dict[str, bytes]) -> bytes:
    import io

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return made.getvalue()


KINDS: tuple[Maker, ...] = (
    cut_off, cut_off, spoiled, spoiled, spoiled, odd_values, odd_values, wrong_name, entities, entities, far_cells,
    empty_rows, repeated_rows, strange_text, strange_text, other_kinds, other_kinds, other_kinds, bomb, lying_bomb,
)  # fmt: skip


def make(folder: Path, seed: int) -> Path:
    """The hostile file of a seed."""
    return KINDS[seed % len(KINDS)](folder / f"файл-{seed}", random.Random(seed))
