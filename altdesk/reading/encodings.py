"""Which encoding a text file is in, found out from its bytes; losses are said, never hidden."""

from __future__ import annotations

import codecs
import re

from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark, remark

CP1251_LOST = N_(
    "The file is in the old Windows encoding (1251), which has no Kazakh letters: Ә Ғ Қ Ң Ө Ұ Ү Һ are lost already in"
    " the file. Save the list in Excel as .xlsx, or as “CSV UTF-8”, and import that."
)
KZ1048_READ = N_("The file is in the old Kazakh encoding (KZ-1048). Check the Kazakh letters in the list below.")
BROKEN_LETTERS = N_("%(count)s letters of the file are broken and are shown as “\ufffd”.")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Қ Һ қ һ Ұ ұ Ә ә Ң ң: bytes that are letters of Kazakh in KZ-1048, and in 1251 letters that no Russian text has.
_KAZAKH_BYTES = re.compile(b"[\x8d\x8e\x9d\x9e\xa1\xa2\xa3\xbc\xbd\xbe]")
_CYRILLIC_BYTES = re.compile(b"[\xc0-\xff]{2}")
_MANY_BYTES = re.compile(b"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes) -> tuple[str, list[Remark]]:
    """The text of the file and remarks about its encoding; never fails."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_losses(data[len(bom) :], encoding)
    if encoding := _utf16_without_bom(data):
        return _with_losses(data, encoding)
    try:
        return data.decode("utf-8", "surrogatepass"), []
    except UnicodeDecodeError:
        pass
    if _is_broken_utf8(data):
        return _with_losses(data, "utf-8")
    if _KAZAKH_BYTES.search(data) and _CYRILLIC_BYTES.search(data):
        return data.decode("kz1048", "replace"), [remark(KZ1048_READ)]
    return data.decode("cp1251", "replace"), [remark(CP1251_LOST)]


def _with_losses(data: bytes, encoding: str) -> tuple[str, list[Remark]]:
    """Decoded so that half characters stay what they are; only bytes that are no character at all are replaced."""
    try:
        return data.decode(encoding, "surrogatepass"), []
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, [remark(BROKEN_LETTERS, count=text.count("\ufffd"))]


def _utf16_without_bom(data: bytes) -> str:
    """UTF-16 by its high bytes: 00 for ASCII, 04 for Cyrillic, in every second place."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return ""
    odd = _share(sample[1::2])
    even = _share(sample[0::2])
    if odd > 0.7 and even < 0.3:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.3 else ""


def _share(data: bytes) -> float:
    return (data.count(b"\x00") + data.count(b"\x04")) / max(1, len(data))


def _is_broken_utf8(data: bytes) -> bool:
    """Mostly characters of several bytes, with few broken ones among them (a cut file, a half emoji)."""
    good = len(_MANY_BYTES.findall(data))
    bad = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return good >= 4 * bad
