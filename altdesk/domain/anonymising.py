"""Making a person anonymous (Law 94-V): how a name is written in texts, what stands in its place, what remains."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from altdesk.domain.backups import Kept
from altdesk.domain.marking import N_
from altdesk.domain.names import NO_BREAK, NameParts, one_line, signature_name

ALIAS = N_("Anonymous No. %(number)s")
LABEL = N_("Make a person anonymous: %(name)s")
SEAL = N_("A person was made anonymous here. Nothing before that can be undone.")
_ENDINGS = "ның|нің|дың|дің|тың|тің|[ғгқк][ае]|[дтн][ае]н?|[дтн][ыі]|[мбп]ен"  # of cases: Асанов Ерланның


@dataclass(frozen=True)
class Mention:
    """A record in which the name stands: its table, and what it is called."""

    table: str
    name: str


@dataclass(frozen=True)
class Remains:
    """What still says the name afterwards: papers by the law of archives, older backup copies, and texts in which the
    surname stands alone, which somebody has to read."""

    papers: tuple[Mention, ...]
    backups: tuple[Kept, ...]
    texts: tuple[Mention, ...] = ()


def spellings(parts: NameParts) -> set[str]:
    """The ways in which a name of several words stands in a text; one word alone is not told from any other word."""
    full, surname, given = one_line(parts), parts.surname, parts.given_name
    found = {full, f"{surname} {given}", f"{given} {surname}", f"{given} {parts.patronymic} {surname}"}
    signature = signature_name(parts).replace(NO_BREAK, " ")
    found.add(signature)
    if surname and signature.endswith(f" {surname}"):
        found.add(f"{surname} {signature.removesuffix(f' {surname}')}")
    return {text for text in (" ".join(each.split()) for each in found) if " " in text}


def distinct(own: Iterable[NameParts], others: Iterable[NameParts]) -> set[str]:
    """The spellings that mean this person and nobody else in the register."""
    taken = {text for each in others for text in spellings(each)}
    return {text for each in own for text in spellings(each)} - taken


class Eraser:
    """Puts another name in the place of a person's names."""

    def __init__(self, names: Iterable[str], written: Iterable[str], alias: str) -> None:
        """`names` are whole names as they stand in a field, `written` those to be found inside texts."""
        self.alias = alias
        self._names = {name for name in names if name}
        self._pattern, self._own = _pattern(written), _pattern({*written, *self._names})

    def is_name(self, text: object) -> bool:
        """Whether a field holds just the person's name."""
        return text in self._names

    def text(self, text: str, *, own: bool = False) -> str:
        """A text without the name; in a text of the person's own record also without a name of one word."""
        pattern = self._own if own else self._pattern
        return pattern.sub(lambda _found: self.alias, text) if pattern else text


def _pattern(written: Iterable[str]) -> re.Pattern[str] | None:
    longest = sorted(written, key=lambda text: (-len(text), text))
    each = "|".join(f"[ {NO_BREAK}]+".join(map(re.escape, text.split(" "))) for text in longest)
    return re.compile(rf"(?<!\w)(?:{each})(?=(?:{_ENDINGS})?(?!\w))") if each else None
