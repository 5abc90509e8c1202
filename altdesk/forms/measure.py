"""How wide a text is, where it breaks, and which of its letters the typeface lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from altdesk.forms.blocks import Face

MM_PER_PT = 25.4 / 72
REPLACEMENT = "\u25a1"  # a visible box; Tinos has it
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"))  # joiners: nothing to print

Metrics = Mapping[Face, Mapping[str, float]]  # widths in em of every character a face can print


class Measure:
    """Measures texts in mm by the widths of the faces, and collects the letters they lack."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """Letters printed as a visible box, in code point order."""
        return tuple(sorted(self._missing))

    def shown(self, text: str, face: Face) -> str:
        """The text as it can be printed: line ends and tabs as spaces, lacking letters as a visible box."""
        known = self._metrics[face]
        if known.keys() >= set(text):
            return text
        out = []
        for char in text.translate(UNSEEN):
            if char in known:
                out.append(char)
            elif char.isspace() and char not in "\x1c\x1d\x1e\x1f":
                out.append(" ")
            else:
                self._missing[char] = None
                out.append(REPLACEMENT)
        return "".join(out)

    def width(self, text: str, face: Face, size: float) -> float:
        """Width in mm of a text already `shown`."""
        known = self._metrics[face]
        return sum(map(known.__getitem__, text)) * size * MM_PER_PT

    def wrap(self, text: str, face: Face, size: float, width: float, first: float = 0.0) -> list[str]:
        """Lines no wider than `width` mm: broken at spaces, inside a word only where the word alone is too wide.

        The first line has `first` mm less; where not even a word fits beside them it is empty.
        """
        text = self.shown(text, face).strip(" ")
        known, room = self._metrics[face], width / (size * MM_PER_PT) + 1e-9
        taken = first / (size * MM_PER_PT)
        if sum(map(known.__getitem__, text)) <= room - taken:
            return [text]
        if taken:
            return self._wrap_after(text, face, size, width, first)
        lines: list[str] = []
        line, used, space = "", 0.0, known[" "]
        for word in _words(text):
            wide = sum(map(known.__getitem__, word))
            if line and used + space + wide <= room:
                line, used = f"{line} {word}", used + space + wide
                continue
            if line:
                lines.append(line)
            *whole, line = self._pieces(word, known, room) if wide > room else [word]
            lines += whole
            used = sum(map(known.__getitem__, line))
        lines.append(line)
        return [line for line in lines if line] or [""]

    def _wrap_after(self, text: str, face: Face, size: float, width: float, first: float) -> list[str]:
        """The words that fit behind what begins the first line, then the others at full width."""
        rest = _words(text)
        beginning = ""
        while rest:
            longer = f"{beginning} {rest[0]}" if beginning else rest[0]
            if self.width(longer, face, size) > width - first:
                break
            beginning = longer
            rest.pop(0)
        return [beginning, *(self.wrap(" ".join(rest), face, size, width) if rest else ())]

    @staticmethod
    def _pieces(word: str, known: Mapping[str, float], room: float) -> list[str]:
        """A word too wide for a line, cut after a hyphen, a slash or an @ where it has one; marks stay with their
        letter."""
        pieces = [""]
        used = 0.0
        for part in re.findall(r"[^-/@]*[-/@]|[^-/@]+", word):
            wide = sum(map(known.__getitem__, part))
            if used + wide <= room:
                pieces[-1] += part
                used += wide
                continue
            if pieces[-1] and wide <= room:
                pieces.append("")
                used = 0.0
            for char in part:
                step = known[char]
                if used + step > room and pieces[-1]:
                    pieces.append("")
                    used = 0.0
                pieces[-1] += char
                used += step
        return pieces


def _words(text: str) -> list[str]:
    """What may stand alone on a line: no slash of «Күні / Дата» begins one."""
    words = text.split(" ")
    if "/" not in words:
        return words
    out: list[str] = []
    for word in words:
        if word == "/" and out:
            out[-1] += " /"
        else:
            out.append(word)
    return out
