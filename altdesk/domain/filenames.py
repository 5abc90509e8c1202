"""File names made from titles: whatever a title holds, the name is one that every system takes."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120  # bytes of UTF-8 without the ending: systems stop at 255, and folders have names too
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff\u2400-\u2421\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")


def file_name(title: str, ending: str) -> str:
    """The title as a file name with an ending like "pdf"; never empty, never a device of Windows, never too long."""
    name = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title)).split()).strip(" .")
    if _RESERVED.match(name):
        name = f"_{name}"
    while len(name.encode()) > LONGEST:
        name = name[:-1].rstrip(" .")
    return f"{name or 'altdesk'}.{ending}"
