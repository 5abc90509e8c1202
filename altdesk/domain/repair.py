"""Repair of look-alikes: a Latin letter typed inside a Cyrillic word (or the reverse) becomes what was meant."""

from __future__ import annotations

import re

from altdesk.domain.letters import CYRILLIC_CLASS, CYRILLIC_TO_LATIN, LATIN_CLASS, LATIN_TO_CYRILLIC

_MARKS = "\u0300-\u036f"  # accents that stay apart belong to their word
_WORD = re.compile(f"[{LATIN_CLASS}{CYRILLIC_CLASS}{_MARKS}]+")
_LATIN = re.compile(f"[{LATIN_CLASS}]")
_CYRILLIC = re.compile(f"[{CYRILLIC_CLASS}]")
_MIXED = re.compile(f"[{LATIN_CLASS}][{_MARKS}]*[{CYRILLIC_CLASS}]|[{CYRILLIC_CLASS}][{_MARKS}]*[{LATIN_CLASS}]")
_ABBREVIATION_WITH_ENDING = re.compile(f"[A-Z]{{2,}}[{CYRILLIC_CLASS}]+")  # «ITге» is IT in the dative
_SOFT_VOWELS = frozenset("әіөүӘІӨҮiIəƏ")


def has_latin(text: str) -> bool:
    """Whether there is a Latin letter in the text."""
    return _LATIN.search(text) is not None


def is_mixed(text: str) -> bool:
    """Whether some word of the text holds both Latin and Cyrillic letters; cheap where there is no Latin letter."""
    return not text.isascii() and has_latin(text) and _MIXED.search(text) is not None


def repair(text: str) -> str:
    """The text with look-alikes repaired word by word; words of one script (ALT, ISO, PDF) stay as they are.

    A word is taken for Cyrillic when every Latin letter in it has a Cyrillic look-alike, and the reverse; where both
    readings are possible the script with more letters wins, at a draw Cyrillic. A word that is neither is left alone.
    """
    return _WORD.sub(lambda match: repair_word(match[0]), text) if is_mixed(text) else text


def repaired_words(text: str) -> list[tuple[str, str]]:
    """The words that `repair` changes, each before and after."""
    if not is_mixed(text):
        return []
    found = ((word, repair_word(word)) for word in _WORD.findall(text))
    return [(before, after) for before, after in found if before != after]


def repair_word(word: str) -> str:
    """One word of letters, repaired."""
    latin = _LATIN.findall(word)
    cyrillic = _CYRILLIC.findall(word)
    if not latin or not cyrillic or _is_abbreviation_with_ending(word):
        return word
    may_be_cyrillic = all(letter in LATIN_TO_CYRILLIC for letter in latin)
    may_be_latin = all(letter in CYRILLIC_TO_LATIN for letter in cyrillic)
    if may_be_cyrillic and (not may_be_latin or len(cyrillic) >= len(latin)):
        return _to_cyrillic(word)
    if may_be_latin:
        return "".join(CYRILLIC_TO_LATIN.get(letter, letter) for letter in word)
    return word


def _is_abbreviation_with_ending(word: str) -> bool:
    match = _ABBREVIATION_WITH_ENDING.fullmatch(word)
    return match is not None and word.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").islower()


def _to_cyrillic(word: str) -> str:
    """Capital Y stands for Ү in a word of soft vowels (Yміт), for У in any other (Yлан)."""
    if "Y" in word and not _SOFT_VOWELS.isdisjoint(word):
        word = word.replace("Y", "Ү")
    return "".join(LATIN_TO_CYRILLIC.get(letter, letter) for letter in word)
