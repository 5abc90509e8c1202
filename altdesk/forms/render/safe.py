"""What Word's and Excel's files demand of their contents: characters XML allows, and no trace of the hour."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIXED = datetime(2000, 1, 1)
FORBIDDEN = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}


def xml_text(text: str) -> str:
    """The text with what XML forbids made visible: control characters as their pictures, surrogates as U+FFFD."""
    return text.translate(FORBIDDEN)


def settled(content: bytes) -> bytes:
    """A package whose bytes depend on nothing but what it holds: entries and core properties dated alike."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for entry in given.infolist():
            held = given.read(entry)
            if entry.filename == "docProps/core.xml":
                held = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", f"{FIXED.isoformat()}Z".encode(), held)
            plain = ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            plain.compress_type = ZIP_DEFLATED
            plain.external_attr = 0o600 << 16
            made.writestr(plain, held)
    return out.getvalue()
