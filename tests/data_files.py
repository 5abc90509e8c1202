"""Foreign files as they come to the desk: written with other programs' libraries, filled with invented people."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

Rows = Sequence[Sequence[Any]]

HEAD = (
    "№",
    "Фамилия имя отчество /Тегі, аты, әкесінің аты",
    "Лауазымы / Должность",
    "Институт",
    "Кафедра",
    "email",
    "Телефон",
)
PEOPLE: tuple[tuple[Any, ...], ...] = (
    (
        1,
        "Тасболатов Ерасыл Нұрланұлы",
        "Бас маман",
        "Көлік институты",
        "Жол кафедрасы",
        "t@alt.example",
        "+7 700 000 00 01",
    ),
    (
        2,
        "Қарлығашева Іңкәр Өмірқызы",
        "Оқытушы",
        "Көлік институты",
        "Вагон кафедрасы",
        "q@alt.example",
        "+7 700 000 00 02",
    ),
    (3, "Үркербаева Әсел Һасанқызы", "Директор", "Энергетика институты", "", "", ""),
    (4, "Ғабиденов Ұлан Жәңгірұлы", "Эдвайзер-куратор", "Энергетика институты", "Автоматика кафедрасы", "", ""),
)
SURNAMES = [
    "Тасболатов",
    "Қарлығашев",
    "Үркербаев",
    "Ғабиденов",
    "Жәңгіров",
    "Өтегенов",
    "Шыңғысов",
    "Мейрамов",
    "Сұлтанбаев",
    "Әбілдинов",
]
GIVEN = [
    "Ерасыл",
    "Іңкәр",
    "Әсел",
    "Ұлан",
    "Мөлдір",
    "Қуаныш",
    "Гүлнәр",
    "Бекзат",
    "Аружан",
    "Дәурен",
    "Жансая",
    "Нұрбол",
    "Сәуле",
    "Тимур",
    "Үміт",
]
FATHERS = [
    "Нұрлан",
    "Өмір",
    "Һасан",
    "Жәңгір",
    "Болат",
    "Серік",
    "Қайрат",
    "Марат",
    "Ербол",
    "Асқар",
    "Дәулет",
    "Талғат",
    "Ғани",
    "Мұрат",
]
POSTS = [
    "Оқытушы",
    "Аға оқытушы",
    "Доцент",
    "Профессор",
    "Бас маман",
    "Жетекші маман",
    "Хатшы",
    "Зертханашы",
    "Директор",
    "Әдіскер",
]


def table(people: Rows = PEOPLE, head: Sequence[Any] = HEAD) -> list[list[Any]]:
    """A head and its people."""
    return [list(head), *map(list, people)]


def invented(count: int) -> list[list[Any]]:
    """A head of eight columns and so many people, all of different names."""
    head = ["№", "ФИО", "Должность", "Институт", "Кафедра", "email", "Телефон", "Санаты"]
    rows: list[list[Any]] = [head]
    for n in range(count):
        surname = f"{SURNAMES[n % 10]}{_letters(n // 10)}"
        name = f"{surname} {GIVEN[n % 15]} {FATHERS[n % 14]}ұлы"
        place = (f"{n % 8 + 1}-институт", f"{n % 30 + 1}-кафедра")
        rows.append([n + 1, name, POSTS[n % 10], *place, f"p{n}@alt.example", f"+7700{n:07d}", "қызметкер"])
    return rows


def _letters(n: int) -> str:
    letters = "бвгджзклмн"
    return "".join(letters[int(digit)] + "а" for digit in str(n))


def xlsx(
    path: Path, rows: Rows, *, merged: Sequence[str] = (), sheet: str = "Тізім", more: dict[str, Rows] | None = None
) -> Path:
    """A workbook; `merged` are ranges such as `A1:G1`, `more` further sheets by name."""
    import openpyxl

    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = sheet
    for row in rows:
        first.append(list(row))
    for cells in merged:
        first.merge_cells(cells)
    for name, others in (more or {}).items():
        added = book.create_sheet(name)
        for row in others:
            added.append(list(row))
    book.save(path)
    return path


def xls(path: Path, rows: Rows) -> Path:
    """A workbook of Excel 97–2003."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Тізім")
    days = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write(y, x, cell, days)
            elif cell not in {None, ""}:
                sheet.write(y, x, cell)
    book.save(str(path))
    return path


def ods(path: Path, rows: Rows) -> Path:
    """A LibreOffice table."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    sheet = Table(name="Тізім")
    for row in rows:
        line = TableRow()
        for cell in row:
            line.addElement(_ods_cell(cell, TableCell, P))
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    document.save(str(path))
    return path


def _ods_cell(cell: Any, made: Any, paragraph: Any) -> Any:
    if isinstance(cell, date):
        return made(valuetype="date", datevalue=cell.isoformat())
    if isinstance(cell, int | float):
        return made(valuetype="float", value=cell)
    if cell in {None, ""}:
        return made()
    written = made(valuetype="string")
    written.addElement(paragraph(text=cell))
    return written


def text_table(path: Path, rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",", end: str = "\r\n") -> Path:
    """A text table; letters the encoding lacks are written as their nearest Russian ones, as Excel does."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    text = out.getvalue()
    if encoding == "cp1251":
        text = text.translate(str.maketrans("ӘәҒғҚқҢңӨөҰұҮүҺһ", "АаГгКкНнОоУуУуХх"))
    path.write_bytes(text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict"))
    return path


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    "</Relationships>"
)
_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
)
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'


def raw_xlsx(path: Path, sheet_rows: str) -> Path:
    """A workbook whose sheet holds exactly this XML, for what no honest program writes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATION.format(kind="officeDocument", target="xl/workbook.xml"))
        package.writestr("xl/workbook.xml", _BOOK)
        package.writestr(
            "xl/_rels/workbook.xml.rels", _RELATION.format(kind="worksheet", target="worksheets/sheet1.xml")
        )
        package.writestr("xl/worksheets/sheet1.xml", _SHEET.format(rows=sheet_rows))
    return path
