"""The one door of the room: a path to rows, whatever the file is, or a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.remarks import remark
from altdesk.reading import compound, documents, kinds, packages, texts, workbooks
from altdesk.reading.kinds import FileKind
from altdesk.reading.packages import PackageKind
from altdesk.reading.tables import ReadFile, SheetRows

MAX_FILE = 500 * 1024 * 1024
MAX_TEXT = 100 * 1024 * 1024

MISSING = N_("There is no file “%(file)s”. Check the name, or choose the file again.")
FOLDER = N_("“%(file)s” is a folder. Choose the file inside it.")
NOT_A_FILE = N_("“%(file)s” is not a file that can be read. Choose an Excel or CSV file.")
LOCKED = N_("“%(file)s” may not be read. Close it in other programs, or copy it into a folder of your own.")
UNREADABLE = N_("“%(file)s” could not be read: %(reason)s. Copy it to this computer and try again.")
EMPTY = N_("“%(file)s” is empty. Choose the file that holds the list.")
NO_ROWS = N_("There are no filled rows in “%(file)s”. Choose the file that holds the list.")
TOO_LARGE = N_("“%(file)s” is larger than %(limit)s MB. Copy the list alone into a new workbook.")
TEXT_AS_WORKBOOK = N_(
    "“%(file)s” is not an Excel workbook but a text table. Give it a name that ends in .csv and import it again."
)
OTHER_NAME = N_("The file is really %(kind)s, though its name ends in “%(suffix)s”. It was read as what it is.")
UNKNOWN = N_("“%(file)s” is no list that can be read. Choose an Excel workbook (.xlsx, .xls, .ods) or a .csv file.")

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlt", ".xlsb", ".ods", ".ots"})
_TEXTS = frozenset({".csv", ".tsv", ".tab", ".txt", ""})
_OWN_SUFFIXES = {
    "xlsx": frozenset({".xlsx", ".xlsm", ".xltx"}),
    "xls": frozenset({".xls", ".xlt"}),
    "ods": frozenset({".ods", ".ots"}),
    "docx": frozenset({".docx", ".docm", ".dotx"}),
}


def read(path: Path | str) -> ReadFile:
    """Every sheet of a workbook, every table of a Word document, or the one table of a text file.

    Raises Refusal, and nothing else, for whatever cannot be read: missing, locked, damaged, protected, no list at all,
    too large. What a file is, is told by its bytes; a workbook under another workbook's name is read with a remark.
    """
    path = Path(path)
    file = path.name or str(path)
    data = _bytes(path, file)
    suffix = path.suffix.lower()
    kind = kinds.kind_of(data)
    if kind is FileKind.ZIP:
        package = packages.check(data, file)
        if package is PackageKind.DOCX:
            return _document(data, file, suffix)
        return _workbook(data, file, suffix, package.value)
    if kind is FileKind.COMPOUND:
        compound.check(data, file)
        return _workbook(data, file, suffix, "xls")
    if kind is not FileKind.TEXT:
        raise kinds.refuse(kind, file)
    return _text(data, file, suffix)


def _bytes(path: Path, file: str) -> bytes:
    try:
        if path.is_dir():
            raise Refusal(FOLDER, file=file)
        if not path.exists():
            raise Refusal(MISSING, file=file)
        if not path.is_file():
            raise Refusal(NOT_A_FILE, file=file)
        if path.stat().st_size > MAX_FILE:
            raise Refusal(TOO_LARGE, file=file, limit=MAX_FILE // 1024 // 1024)
        data = path.read_bytes()
    except PermissionError:
        raise Refusal(LOCKED, file=file) from None
    except FileNotFoundError:
        raise Refusal(MISSING, file=file) from None
    except (OSError, ValueError) as error:  # a name the system cannot even ask for is a ValueError
        raise Refusal(UNREADABLE, file=file, reason=getattr(error, "strerror", None) or str(error)) from None
    if not data.strip(b"\x00 \t\r\n"):
        raise Refusal(EMPTY, file=file)
    return data


def _workbook(data: bytes, file: str, suffix: str, kind: str) -> ReadFile:
    found, remarks = workbooks.sheets(data, file)
    if not found:
        raise Refusal(NO_ROWS, file=file)
    if suffix not in _OWN_SUFFIXES[kind]:
        remarks.append(remark(OTHER_NAME, kind=f".{kind}", suffix=suffix))
    return ReadFile(found, tuple(remarks))


def _document(data: bytes, file: str, suffix: str) -> ReadFile:
    found = documents.sheets(packages.part(data, documents.PART, file), file)
    return ReadFile(
        found, () if suffix in _OWN_SUFFIXES["docx"] else (remark(OTHER_NAME, kind=".docx", suffix=suffix),)
    )


def _text(data: bytes, file: str, suffix: str) -> ReadFile:
    if suffix not in _WORKBOOKS | _TEXTS:
        raise Refusal(UNKNOWN, file=file)
    if len(data) > MAX_TEXT:
        raise Refusal(TOO_LARGE, file=file, limit=MAX_TEXT // 1024 // 1024)
    rows, remarks = texts.rows(data, file)
    if suffix in _WORKBOOKS:
        raise Refusal(TEXT_AS_WORKBOOK if rows and len(rows[0]) > 1 else kinds.NOT_A_WORKBOOK, file=file)
    if not rows:
        raise Refusal(NO_ROWS, file=file)
    return ReadFile((SheetRows("", rows),), tuple(remarks))
