"""The find key: what a text sounds like in plain ASCII, so that it is found without Kazakh letters or in Latin ones."""

from __future__ import annotations

import re
import unicodedata

from altdesk.domain.letters import APOSTROPHES, CYRILLIC_NEIGHBOURS, LATIN_NEIGHBOURS
from altdesk.domain.repair import has_latin, repair

# Cyrillic is read from left to right and never ahead, so the key of a beginning is the beginning of the key.
# х is "kh", never "h": so K, Kh and Х, h stay beginnings of each other.
_IN_ORDER = "a a b v g g d e e zh z i i k k l m n n o o p r s t u u u f kh kh ts ch sh shch - i i - a iu ia"
_SOUNDS = dict(
    zip(
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        _IN_ORDER.split(),
        strict=True,
    )
) | {"ъ": "", "ь": ""}
_LATIN_SOUNDS = {letter: letter for letter in "abcdefghiklmnoprstuvyz"} | {
    "j": "zh", "q": "k", "w": "v", "x": "ks", "ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh",
}  # fmt: skip

_E_AFTER_VOWEL = re.compile("(?<=[аәеёиоөуұүыіэюя])э", re.IGNORECASE)  # Ауэзов is Әуезов; elsewhere э stands for ә
_PLAIN_C = re.compile("c(?!h)")
_PLAIN_H = re.compile("(?<![kzsc])h")
_LONG_U = re.compile("u[ui]+")  # Бауыржан, Бауржан
_DOUBLE = re.compile("([a-z])\\1+")  # Касым, Kassym


class _Sounds(dict[int, str]):
    """A translation table that works out the letters it has not met yet."""

    def __missing__(self, code: int) -> str:
        sound = self[code] = _sound(chr(code))
        return sound


def _sound(letter: str) -> str:
    small = letter.lower()
    if small in _SOUNDS:
        return _SOUNDS[small]
    if small in _LATIN_SOUNDS:
        return _LATIN_SOUNDS[small]
    if letter in APOSTROPHES:
        return ""
    known = CYRILLIC_NEIGHBOURS.get(small) or LATIN_NEIGHBOURS.get(small)
    plain = known or unicodedata.normalize("NFKD", letter).lower()
    if plain != letter and letter != "№":
        spelled = "".join(_TABLE[ord(part)] for part in plain)
        return spelled if has_latin(letter) else _latin_spelling(spelled)
    return _sound_of_the_rest(letter)


def _sound_of_the_rest(letter: str) -> str:
    """Marks and invisible characters are dropped; letters of other scripts become their numbers; the rest separates."""
    category = unicodedata.category(letter)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    return str(ord(letter)) if category[0] in "LMN" else " "


_TABLE = _Sounds()


def fold(text: str) -> str:
    """The find key of a text: small ASCII letters, digits and single spaces, whatever the text holds.

    Two spellings that must find each other have one key (`Қасым`, `касым`, `Kassym`); `fold(fold(x)) == fold(x)`.
    """
    latin = text.isascii()
    if not latin:
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        latin = has_latin(text)
        if latin:
            text = repair(text)
        if "э" in text or "Э" in text:
            text = _E_AFTER_VOWEL.sub("е", text)
    key = text.translate(_TABLE)
    if latin:
        key = _latin_spelling(key)
    if "ui" in key or "uu" in key:
        key = _LONG_U.sub("u", key)
    if _DOUBLE.search(key):
        key = _DOUBLE.sub(r"\1", key)
    return " ".join(key.split())


def _latin_spelling(key: str) -> str:
    """Yerlan and Erlan, Artyom and Artem, Aliya and Alia, Ghani and Gani, Hasan and Khasan are one."""
    key = key.replace("ye", "e").replace("yo", "e").replace("y", "i").replace("gh", "g")
    if "c" in key:
        key = _PLAIN_C.sub("k", key)
    return _PLAIN_H.sub("kh", key) if "h" in key else key


def words(text: str) -> list[str]:
    """The words to keep in the index for a text: each once, in order.

    A token with marks inside is kept in its parts and, after all parts, joined (`ҚР-ALT-05`: kr, alt, 05, kralt05).
    """
    return list(dict.fromkeys(fold(text).split() + joined_words(text)))


def joined_words(text: str) -> list[str]:
    """The tokens of a text that have marks inside, each as one word."""
    if text.replace(" ", "").isalnum():
        return []
    tokens = (fold(token).split() for token in text.split() if not token.isalnum())
    return [fold("".join(parts)) for parts in tokens if len(parts) > 1]


def asked(text: str) -> list[str]:
    """The words of a question, each of which must be the beginning of one of the kept `words`.

    Tokens are asked for in parts only, so that spaces and hyphens do not matter (`кр алт-05` finds `ҚР-ALT-05`).
    """
    return list(dict.fromkeys(fold(text).split()))
