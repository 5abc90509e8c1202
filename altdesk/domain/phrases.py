"""Phrases: texts that come up again and again, put into minutes by a short key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from altdesk.domain.fold import fold
from altdesk.domain.marking import N_


class Section(StrEnum):
    """Where in minutes a phrase is of use."""

    ANY = "any"
    HEARD = "heard"
    DISCUSSED = "discussed"
    RESOLVED = "resolved"


SECTION_NAMES = {
    Section.ANY: N_("Anywhere"),
    Section.HEARD: N_("Heard"),
    Section.DISCUSSED: N_("Discussed"),
    Section.RESOLVED: N_("Resolved"),
}


@dataclass(frozen=True)
class PhraseDraft:
    """A phrase as typed: `key` is one short word, `language` that of the paper (kk, ru, en)."""

    key: str = ""
    text: str = ""
    section: Section = Section.ANY
    language: str = "kk"


@dataclass(frozen=True)
class Phrase(PhraseDraft):
    id: int = 0


_LAST_WORD = re.compile(r"(\S+)$")


def expand(text: str, phrases: Iterable[Phrase]) -> str:
    """The text with the key it ends with replaced by its phrase; the same text when no phrase has that key.

    Keys are compared folded, so a Latin keyboard and missing Kazakh letters do not matter.
    """
    found = _LAST_WORD.search(text)
    if found is None:
        return text
    key = fold(found[1])
    for phrase in phrases:
        if key and fold(phrase.key) == key:
            return text[: found.start()] + phrase.text
    return text


def fitting(phrases: Iterable[Phrase], section: Section, language: str) -> list[Phrase]:
    """The phrases of use in a section of minutes in a language, in the order given."""
    sections = {Section.ANY, section}
    return [each for each in phrases if each.section in sections and each.language == language]
