"""Cleaning of what was typed or read from a file: no letter lost, every repair named."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from altdesk.domain.marking import N_
from altdesk.domain.repair import repair, repaired_words


class RepairKind(StrEnum):
    LOOK_ALIKE = "look_alike"  # a Latin letter inside a Cyrillic word, or the reverse
    COMPOSED = "composed"  # a letter written as letter and accent
    CONTROL = "control"  # a control character, now visible
    BROKEN = "broken"  # half a character, now the replacement character
    INVISIBLE = "invisible"  # a mark nobody sees, taken out
    SPACES = "spaces"


REPAIR_NAMES = {
    RepairKind.LOOK_ALIKE: N_("Look-alike letters replaced"),
    RepairKind.COMPOSED: N_("Letters put together"),
    RepairKind.CONTROL: N_("Control characters made visible"),
    RepairKind.BROKEN: N_("Broken characters marked"),
    RepairKind.INVISIBLE: N_("Invisible characters taken out"),
    RepairKind.SPACES: N_("Extra spaces taken out"),
}


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was changed; for look-alikes the word, for everything else the whole text."""

    kind: RepairKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    text: str
    repairs: tuple[Repair, ...] = ()


_LINE_BREAKS = "\t\n\x0b\x0c\r\x85\u2028\u2029"
_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# Half a surrogate pair, a C1 control, or a code that is no character: no file format and no font takes them.
_BROKEN = re.compile(
    "[\x80-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = f" {_LINE_BREAKS}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE_RUN = re.compile(f"[{_SPACES}]+")
_KEPT_SPACE = re.compile("[\u00a0\u2007\u202f]+")  # spaces that do not break a line: one U+00A0 stays


def nfc(text: str) -> str:
    """The text in Unicode's composed form."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def visible(text: str) -> str:
    """The text with control characters as control pictures and half characters as U+FFFD; line breaks stay."""
    if text.isprintable():
        return text
    return _BROKEN.sub("\ufffd", _CONTROL.sub(_control_picture, text))


def clean(text: str) -> Cleaned:
    """One line of text as altdesk keeps it, and what was changed. Nothing is too strange to be cleaned.

    Letters are composed and look-alikes repaired; controls become visible pictures, half characters U+FFFD; runs of
    spaces and line breaks become one space, none at the edges; a no-break space stays one.
    """
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        if text.isascii():
            return Cleaned(text)
        if unicodedata.is_normalized("NFC", text) and repair(text) == text:
            return Cleaned(text)
    return _clean_slowly(text)


def clean_lines(text: str) -> str:
    """Longer text, such as a note pasted from Word: each paragraph cleaned, empty ones at the ends dropped."""
    return "\n".join(clean(line).text for line in text.splitlines()).strip("\n")


def _clean_slowly(text: str) -> Cleaned:
    repairs: list[Repair] = []

    def now(kind: RepairKind, after: str) -> str:
        if after != text:
            repairs.append(Repair(kind, text, after))
        return after

    text = now(RepairKind.CONTROL, _CONTROL.sub(_control_picture, text))
    text = now(RepairKind.BROKEN, _BROKEN.sub("\ufffd", text))
    text = now(RepairKind.INVISIBLE, _INVISIBLE.sub("", text))
    text = now(RepairKind.SPACES, _SPACE_RUN.sub(_one_space, text).strip(" \u00a0"))
    text = now(RepairKind.COMPOSED, nfc(text))
    repairs.extend(Repair(RepairKind.LOOK_ALIKE, before, after) for before, after in repaired_words(text))
    return Cleaned(nfc(repair(text)), tuple(repairs))


def _control_picture(match: re.Match[str]) -> str:
    return _CONTROL_PICTURES[ord(match[0])]


def _one_space(match: re.Match[str]) -> str:
    return "\u00a0" if _KEPT_SPACE.fullmatch(match[0]) else " "
