"""Columns of a foreign list: where the heads stand and what each column holds, in whatever language they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from altdesk.domain.cells import Cell, is_blank
from altdesk.domain.clean import clean
from altdesk.domain.fold import fold
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark, remark

HEAD_ROWS = 20
"""Heads are looked for in so many rows from the top."""

NOT_RECOGNISED = N_("The column “%(heading)s” was not recognised and is left out.")
NOT_KEPT = N_("The column “%(heading)s” is left out: such personal data is not kept.")
LEFT_OUT = N_("The column “%(heading)s” is left out: another column already gives the same.")
GUESSED = N_("The column “%(heading)s” is taken by a part of its head. Check it.")

_LONGEST_HEAD = 150
_BETWEEN = r"[/\\|\n\r;:]+|\s[-–—]\s|\s*(?<!\S)[(\[]|[)\]]\s*$"
_PARTS = re.compile(_BETWEEN)
_SMALLER_PARTS = re.compile(rf"{_BETWEEN}|[,+&]|\s(?:және|мен|и|and)\s", re.IGNORECASE)

F = TypeVar("F", bound=StrEnum)


@dataclass(frozen=True)
class Vocabulary(Generic[F]):
    """How heads of one kind of list are called. `needed`: without one of these there is no list.

    `joined` says which field several fields in one column make («Топ, курс»), or None when they do not go together.
    `skipped` and `private` are recognised and never mapped; heads with one of `others` in them are about somebody else.
    """

    phrases: Mapping[F, Sequence[str]]
    needed: frozenset[F]
    joined: Callable[[frozenset[F]], F | None]
    skipped: Sequence[str] = ()
    private: Sequence[str] = ()
    others: Sequence[str] = ()
    settled: Callable[[dict[int, F]], dict[int, F]] = dict

    @cached_property
    def known(self) -> dict[str, F]:
        return {fold(phrase): name for name, phrases in self.phrases.items() for phrase in phrases}

    @cached_property
    def skipped_keys(self) -> frozenset[str]:
        return frozenset(map(fold, self.skipped)) | {""}

    @cached_property
    def private_keys(self) -> frozenset[str]:
        return frozenset(map(fold, self.private))

    @cached_property
    def other_beginnings(self) -> tuple[str, ...]:
        return tuple(map(fold, self.others))


@dataclass(frozen=True)
class Column(Generic[F]):
    """One column; `remark` says why it is left out or should be looked at."""

    index: int
    heading: str
    field: F | None = None
    remark: Remark | None = None


@dataclass(frozen=True)
class Heads(Generic[F]):
    """What was found of the heads; without any (`found` is false) the columns wait to be named by hand."""

    first_row: int
    columns: tuple[Column[F], ...]
    found: bool

    @property
    def mapping(self) -> dict[int, F]:
        return {column.index: column.field for column in self.columns if column.field is not None}

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return tuple(column.remark for column in self.columns if column.remark is not None)

    def with_mapping(self, mapping: Mapping[int, F]) -> Heads[F]:
        """The same heads, the columns holding what the person says."""
        columns = tuple(replace(c, field=mapping.get(c.index), remark=None) for c in self.columns)
        return replace(self, columns=columns)


@dataclass(frozen=True)
class _Guess(Generic[F]):
    field: F | None = None
    exact: bool = False
    known: bool = False  # a head, though none that is kept
    private: bool = False


def find_heads(rows: Sequence[Sequence[Cell]], vocabulary: Vocabulary[F]) -> Heads[F]:
    """The heads of a list: the best row of the first 20, with rows of heads below and above it."""
    best, best_score = -1, 0.0
    for index, row in enumerate(rows[:HEAD_ROWS]):
        score = _score([_guess(cell, vocabulary) for cell in row], vocabulary)
        if score > best_score:
            best, best_score = index, score
    if best < 0:
        width = max(map(len, rows[:HEAD_ROWS]), default=0)
        return Heads(0, tuple(Column(index, "") for index in range(width)), found=False)
    head_rows = _head_rows(rows, best, vocabulary)
    columns = [_column(index, [rows[n] for n in head_rows], vocabulary) for index in range(len(rows[best]))]
    return Heads(head_rows[-1] + 1, tuple(_settled(columns, vocabulary)), found=True)


def is_head_row(row: Iterable[Cell], vocabulary: Vocabulary[F]) -> bool:
    """Whether a row is nothing but heads, as where a list repeats them on every page."""
    guesses = [_guess(cell, vocabulary) for cell in row if not is_blank(cell)]
    exact = sum(guess.exact for guess in guesses)
    return bool(exact) and (all(g.exact or g.known for g in guesses) or (exact >= 2 and exact * 2 >= len(guesses)))


def _score(guesses: Sequence[_Guess[F]], vocabulary: Vocabulary[F]) -> float:
    exact = {guess.field for guess in guesses if guess.field and guess.exact}
    weak = {guess.field for guess in guesses if guess.field} - exact
    score = len(exact) + len(weak) / 2
    return score if (exact | weak) & vocabulary.needed and score >= 1 else 0.0


def _head_rows(rows: Sequence[Sequence[Cell]], best: int, vocabulary: Vocabulary[F]) -> list[int]:
    """The best row, up to two more rows of heads below it, and the row above where it names what the best does not."""
    found = [best]
    while len(found) < 3 and found[-1] + 1 < len(rows) and is_head_row(rows[found[-1] + 1], vocabulary):
        found.append(found[-1] + 1)
    above = rows[best - 1] if best else []
    if any(_guess(a, vocabulary).exact for a, own in zip(above, rows[best], strict=False) if is_blank(own)):
        found.insert(0, best - 1)
    return found


def _column(index: int, rows: Sequence[Sequence[Cell]], vocabulary: Vocabulary[F]) -> tuple[Column[F], _Guess[F]]:
    """A column and its guess: the lowest head that is recognised says what it is."""
    cells = [row[index] for row in rows if index < len(row) and not is_blank(row[index])]
    heading = " / ".join(dict.fromkeys(clean(str(cell)).text for cell in cells))
    guesses = [_guess(cell, vocabulary) for cell in reversed(cells)]
    ranked = [g for g in guesses if g.exact] + [g for g in guesses if g.known or g.private]
    ranked += [g for g in guesses if g.field]
    return Column(index, heading), ranked[0] if ranked else _Guess()


def _settled(columns: Sequence[tuple[Column[F], _Guess[F]]], vocabulary: Vocabulary[F]) -> list[Column[F]]:
    """Each field given to one column only: the first that names it exactly, else the first that seems to."""
    taken: dict[F, int] = {}
    for wanted in (True, False):
        for column, guess in columns:
            if guess.field is not None and guess.exact is wanted:
                taken.setdefault(guess.field, column.index)
    mapping = vocabulary.settled({index: name for name, index in taken.items()})
    return [replace(c, field=mapping.get(c.index), remark=_remark(c, g, mapping)) for c, g in columns]


def _remark(column: Column[F], guess: _Guess[F], mapping: Mapping[int, F]) -> Remark | None:
    if column.index in mapping:
        return None if guess.exact else remark(GUESSED, heading=column.heading)
    if not column.heading or guess.known:
        return None
    if guess.private:
        return remark(NOT_KEPT, heading=column.heading)
    return remark(LEFT_OUT if guess.field else NOT_RECOGNISED, heading=column.heading)


def _guess(cell: Cell, vocabulary: Vocabulary[F]) -> _Guess[F]:
    """What a head says: as a whole, by its languages, by its parts, or by some of its words."""
    if not isinstance(cell, str) or is_blank(cell) or len(cell) > _LONGEST_HEAD:
        return _Guess()
    whole = fold(cell)
    if whole in vocabulary.known:
        return _Guess(vocabulary.known[whole], exact=True)
    if whole in vocabulary.skipped_keys:
        return _Guess(known=True)
    for separators in (_PARTS, _SMALLER_PARTS):
        parts = [fold(part) for part in separators.split(cell)]
        if any(part in vocabulary.private_keys for part in parts):
            return _Guess(private=True)
        if exact := _joined([vocabulary.known[part] for part in parts if part in vocabulary.known], vocabulary):
            return _Guess(exact, exact=True)
    words = whole.split()
    if any(word.startswith(vocabulary.other_beginnings) for word in words if vocabulary.others):
        return _Guess()
    return _Guess(_joined(_inside(words, vocabulary), vocabulary))


def _joined(fields: Sequence[F], vocabulary: Vocabulary[F]) -> F | None:
    different = frozenset(fields)
    if len(different) <= 1:
        return next(iter(different), None)
    return vocabulary.joined(different)


def _inside(words: Sequence[str], vocabulary: Vocabulary[F]) -> list[F]:
    """The fields named by runs of these words, the longest runs first come."""
    found: list[F] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            phrase = " ".join(words[start:end])
            if len(phrase) > 2 and phrase in vocabulary.known:
                found.append(vocabulary.known[phrase])
                start = end
                break
        else:
            start += 1
    return found
