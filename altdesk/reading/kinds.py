"""What a file really is, told by its bytes and never by its name."""

from __future__ import annotations

from enum import Enum

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_


class FileKind(Enum):
    """The kinds of content the reader tells apart."""

    ZIP = "zip"
    COMPOUND = "compound"
    TEXT = "text"
    HTML = "html"
    XML = "xml"
    PDF = "pdf"
    RTF = "rtf"
    PICTURE = "picture"
    ARCHIVE = "archive"
    PROGRAM = "program"


_MAGIC = (
    (b"PK\x03\x04", FileKind.ZIP),
    (b"PK\x05\x06", FileKind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.COMPOUND),
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
    (b"BZh", FileKind.ARCHIVE),
    (b"\xfd7zXZ", FileKind.ARCHIVE),
    (b"MZ\x90", FileKind.PROGRAM),
    (b"\x7fELF", FileKind.PROGRAM),
    (b"SQLite format 3", FileKind.PROGRAM),
)
_HTML_STARTS = ("<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<style", "<div", "<?xml version")

_WHAT_TO_DO = {
    FileKind.HTML: N_(
        "“%(file)s” is a web page under another name. Open it in Excel, save it as an Excel workbook (.xlsx)"
        " and import that."
    ),
    FileKind.XML: N_(
        "“%(file)s” is an XML file, not a list. Open it in Excel, save it as an Excel workbook (.xlsx) and import that."
    ),
    FileKind.PDF: N_("“%(file)s” is a PDF, not a list. Ask for the Excel file it was made from."),
    FileKind.RTF: N_("“%(file)s” is a text document, not a list. Copy its table into Excel and save it as .xlsx."),
    FileKind.PICTURE: N_("“%(file)s” is a picture, not a list. Ask for the Excel file."),
    FileKind.ARCHIVE: N_("“%(file)s” is an archive. Unpack it first and import the list that is inside."),
    FileKind.PROGRAM: N_("“%(file)s” is a program's own file, not a list. Choose an Excel or CSV file."),
}

DAMAGED = N_(
    "“%(file)s” is damaged or was not copied completely. Copy it again, or open it in Excel and save it under a new"
    " name."
)
PROTECTED = N_("“%(file)s” is protected by a password. Open it in Excel, take the password off, save and try again.")
WORD = N_("“%(file)s” is a Word document, not a list. Copy its table into Excel and save it as .xlsx.")
SLIDES = N_("“%(file)s” is a presentation, not a list. Choose an Excel or CSV file.")
NOT_A_WORKBOOK = N_("“%(file)s” is not an Excel workbook. Choose an .xlsx, .xls, .ods or .csv file.")
TOO_SPREAD = N_(
    "The cells of “%(file)s” lie too far apart. Delete what stands far below or to the right of the list and save it"
    " again."
)
TOO_LARGE_INSIDE = N_("“%(file)s” is far too large when unpacked. Copy the list alone into a new workbook.")


def kind_of(data: bytes) -> FileKind:
    """What these bytes are; everything unknown is taken for text and judged there."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    head = _head_text(data)
    if head.startswith("<?xml") and "<html" not in head:
        return FileKind.XML
    if head.startswith(_HTML_STARTS) or (head.startswith("<!--") and "<html" in head):
        return FileKind.HTML
    if head.startswith("mime-version:") or "content-type: multipart/related" in head:
        return FileKind.HTML
    return FileKind.TEXT


def refuse(kind: FileKind, file: str) -> Refusal:
    """The refusal for a kind that holds no list at all."""
    return Refusal(_WHAT_TO_DO[kind], file=file)


def _head_text(data: bytes) -> str:
    head = data[:2048]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace").lstrip().lower()
    return head.decode("latin-1").removeprefix("ï»¿").lstrip().lower()
