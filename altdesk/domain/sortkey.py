"""The sort key: a text stored so that plain code-point order (SQLite BINARY) is the order of the Kazakh alphabet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from altdesk.domain.clean import nfc, visible
from altdesk.domain.letters import APOSTROPHES, CYRILLIC_NEIGHBOURS, KAZAKH, LATIN, LATIN_NEIGHBOURS

# The key lives in ASCII: space (end of the letters) < ! (between words) < digits < the 42 Kazakh and 26 Latin letters.
# Letters of other scripts stay themselves and so come last.
_END = " "
_BETWEEN = "!"
_LETTERS = {letter: chr(ord(":") + place) for place, letter in enumerate((KAZAKH + LATIN).lower())}

_PLAIN = re.compile(f"[{KAZAKH + LATIN}][{(KAZAKH + LATIN).lower()}]*")
_NUMBER = re.compile("[0-9]+")


class _Places(dict[int, str]):
    """A translation table that works out the characters it has not met yet."""

    def __missing__(self, code: int) -> str:
        place = self[code] = _place(chr(code))
        return place


def _place(char: str) -> str:
    small = char.lower()
    if small in _LETTERS:
        return _LETTERS[small]
    if small in "əǝ":
        return _LETTERS["ә"]
    if char in APOSTROPHES:
        return ""
    known = CYRILLIC_NEIGHBOURS.get(small) or LATIN_NEIGHBOURS.get(small)
    plain = known or unicodedata.normalize("NFKD", char).casefold()
    if plain != char and char != "№":
        return "".join(_TABLE[ord(part)] for part in plain)
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in {"Mn", "Me", "Cf"}:
        return ""
    return char if category[0] in "LMN" else _BETWEEN


_TABLE = _Places()


def sort_key(text: str) -> str:
    """The key of a text: digits before Kazakh letters before Latin ones, case and marks aside, numbers by their size.

    Texts that differ only in case, marks or leading zeros come side by side, always in the same order; names written
    Like This come first among them. Different texts have different keys; the empty text has the empty one.
    """
    plain = [_plain(word) for word in text.split(" ")]
    if all(plain):
        return _BETWEEN.join(plain)
    text = visible(nfc(text))
    letters = _BETWEEN.join(part for part in text.translate(_TABLE).split(_BETWEEN) if part)
    return (_NUMBER.sub(_number, letters) + _END + text) if text else ""


@lru_cache(16384)  # names share their words
def _plain(word: str) -> str:
    """The key of one word written Like this; empty for anything else."""
    return word.translate(_TABLE) if _PLAIN.fullmatch(word) else ""


def _number(match: re.Match[str]) -> str:
    """A number of any length, after how many digits it has: 5 is 15, 12 is 212, and 9 or more digits begin with 9."""
    digits = match[0].lstrip("0") or "0"
    nines, rest = divmod(len(digits) - 1, 8)
    return "9" * nines + str(rest + 1) + digits


def post_key(title: str) -> str:
    """The key posts are ordered and matched by: «Бас маман» and «бас маман» are one post."""
    return sort_key(title.lower())
