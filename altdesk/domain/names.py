"""Names of people: in parts, on one line, as a signature; never inflected, never a letter lost."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

NO_BREAK = "\u00a0"

_PATRONYMIC_WORDS = "ұлы|улы|уулу|uly|қызы|кызы|qyzy|kyzy|оғлы|оглы|оглу|углы|угли|oglu|ogly|қизи|кизи|гызы"
_PATRONYMIC_WORD = re.compile(_PATRONYMIC_WORDS, re.IGNORECASE)
_PATRONYMIC = re.compile(
    rf".+({_PATRONYMIC_WORDS}|[оеё]вич|[иы]ч|вна|[иы]чна|[oe]vich|[oe]vna|ichna|yich)", re.IGNORECASE
)
_SURNAME = re.compile(r".{2,}([оеё]ва?|[оеё]в|[сц]кий|[сц]кая|енко|[oe]va?|skiy|skaya)", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_](?:-[^\W\d_])?\.-?){1,3}|[^\W\d_]")
_INITIALS_STUCK = re.compile(r"^((?:[^\W\d_]\.){1,2})(?=[^\W\d_]{2})|(?<=[^\W\d_.]{2})((?:[^\W\d_]\.){1,2})$")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class NameParts:
    surname: str = ""
    given_name: str = ""
    patronymic: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """A full name taken apart; not `certain` means that a person should look at it."""

    parts: NameParts
    certain: bool


def one_line(parts: NameParts) -> str:
    """Surname, given name, patronymic, as far as there are any."""
    return " ".join(part for part in (parts.surname, parts.given_name, parts.patronymic) if part)


def signature_name(parts: NameParts) -> str:
    """А.Б. Тегі, with a no-break space; without a surname (or nothing but it) the name as it is."""
    initials = "".join(f"{initial}." for initial in map(_initial, (parts.given_name, parts.patronymic)) if initial)
    if not parts.surname or not initials:
        return one_line(parts)
    return f"{initials}{NO_BREAK}{parts.surname}"


def proper_case(text: str) -> str:
    """Words in capitals Like This (ұлы and қызы small); words in any other case, and single letters, as they are."""
    return " ".join(_proper_word(word) for word in text.split(" "))


def split_full_name(text: str) -> Split:
    """Surname, given name and patronymic of a name on one line, surname first unless the words say otherwise.

    Not certain: one word, four and more, a patronymic that does not stand third, initials, given name first.
    """
    spaced = _INITIALS_STUCK.sub(lambda match: f" {match[0]} ", text)
    words = [_proper_word(word) for word in _join_patronymics(spaced.split())]
    if len(words) > 1 and words[0].endswith(",") and words[0] != ",":
        words[0] = words[0].removesuffix(",")
    if any(_INITIALS.fullmatch(word) for word in words) and len(words) > 1:
        return _split_initials(words)
    match words:
        case []:
            return Split(NameParts(), certain=False)
        case [only]:
            return Split(NameParts(given_name=only), certain=False)
        case [first, second]:
            return _split_two(first, second)
        case [first, second, third]:
            return _split_three(first, second, third)
    return _split_many(words)


def _split_two(first: str, second: str) -> Split:
    if _is_patronymic(second):
        return Split(NameParts(given_name=first, patronymic=second), certain=False)
    if _is_surname(second) and not _is_surname(first):
        return Split(NameParts(second, first), certain=False)
    return Split(NameParts(first, second), certain=not _is_patronymic(first))


def _split_three(first: str, second: str, third: str) -> Split:
    in_order = NameParts(first, second, third)
    if _is_patronymic(third):
        return Split(in_order, certain=not _is_patronymic(second))
    if _is_patronymic(second) or (_is_surname(third) and not _is_surname(first)):
        given_first = NameParts(third, first, second)
        return Split(given_first, certain=False)
    return Split(in_order, certain=not _is_patronymic(first))


def _split_many(words: list[str]) -> Split:
    """Four words and more: what stands from the first patronymic on, or else from the third word, is the last part."""
    last = next((place for place in range(2, len(words)) if _is_patronymic(words[place])), 2)
    return Split(NameParts(words[0], " ".join(words[1:last]), " ".join(words[last:])), certain=False)


def _split_initials(words: list[str]) -> Split:
    """Тәуекел З.Е. and З.Е. Тәуекел: the written-out words are the surname, the initials stay initials."""
    initials = [part for word in words if _INITIALS.fullmatch(word) for part in _single_initials(word)]
    surname = " ".join(word for word in words if not _INITIALS.fullmatch(word))
    if not surname or not initials:
        return Split(NameParts(given_name=" ".join(words)), certain=False)
    return Split(NameParts(surname, initials[0], " ".join(initials[1:])), certain=False)


def _single_initials(word: str) -> list[str]:
    return [f"{part}." for part in word.split(".") if part] if "." in word else [word]


def _join_patronymics(words: list[str]) -> list[str]:
    """«Ерлан ұлы» is one word of a name."""
    joined: list[str] = []
    for word in words:
        if joined and _PATRONYMIC_WORD.fullmatch(word):
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def _is_patronymic(word: str) -> bool:
    return _PATRONYMIC.fullmatch(word) is not None


def _is_surname(word: str) -> bool:
    return len(word) >= 5 and _SURNAME.fullmatch(word) is not None


def _initial(name: str) -> str:
    """The first letter with its marks, capital; names without a letter begin with whatever stands first."""
    start = next((place for place, char in enumerate(name) if char.isalpha()), 0)
    end = start + 1
    while end < len(name) and unicodedata.combining(name[end]):
        end += 1
    return name[start:end].upper()


def _proper_word(word: str) -> str:
    if " " in word:
        return proper_case(word)
    if not word.isupper() or "." in word:
        return word
    if _PATRONYMIC_WORD.fullmatch(word):
        return word.lower()
    return _LETTERS.sub(lambda match: match[0][0] + match[0][1:].lower(), word)
