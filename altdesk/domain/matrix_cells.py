"""What may stand in a cell of a table: letters of responsibility as typed, a cross, or words; and pasted blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.matrix import Grid, Holds
from altdesk.domain.text import clean

LETTERS = ("Б", "Ж", "О", "Қ")
CROSS = "Х"
LETTER_NAMES = {
    "Б": N_("Control, coordination, decisions, approval"),
    "Ж": N_("Responsible for carrying out the stage"),
    "О": N_("Carries out the stage"),
    "Қ": N_("Takes part"),
}
# Each letter as the Kazakh, Russian and Latin layouts give it (Latin as the Kazakh Latin alphabet has it, and K).
_KEYS = {"Б": "БбBb", "Ж": "ЖжJj", "О": "ОоOo", "Қ": "ҚқКкKkQq"}
_LETTER_OF = {key: letter for letter, keys in _KEYS.items() for key in keys}
_BETWEEN = " ,;/.+\u00a0"
_NOTHING = frozenset({"", "-", "–", "—"})  # a dash says that nothing is meant, and stays as typed
_CROSSES = frozenset("ХхXx×✓✔✗+vV")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_NUMBER = re.compile(r"\d{1,4}[.)]?")


def letter_of(key: str) -> str:
    """The letter a key means, whatever the keyboard's layout; empty for any other key."""
    return _LETTER_OF.get(key, "")


def letters_in(text: str) -> tuple[str, ...]:
    """The letters of responsibility that stand in a cell, each once, in the order typed."""
    return tuple(dict.fromkeys(letter for char in text if (letter := letter_of(char))))


def toggled(text: str, letter: str) -> str:
    """The cell with the letter added at the end, or taken out where it stands; the way of writing stays."""
    found = letters_in(text)
    chosen = [each for each in found if each != letter] if letter in found else [*found, letter]
    tight = re.search(r",(?=\S)", text) is not None and ", " not in text
    return ("," if tight else ", ").join(chosen)


def crossed(text: str) -> str:
    """The cell with its cross set, or taken away."""
    return "" if text in _CROSSES and text else CROSS


def read_cell(holds: Holds, text: str) -> str:
    """What is kept of a typed cell. Refused where a column of letters or crosses is given something else."""
    cleaned = clean(text).text
    if holds is Holds.TEXT or cleaned in _NOTHING:
        return cleaned
    if holds is Holds.CROSS:
        if cleaned in _CROSSES:
            return CROSS
        raise Refusal(N_("In this column stands Х or nothing. “%(text)s” is neither."), field="cell", text=cleaned)
    kept = "".join(letter_of(char) or char for char in cleaned).strip(_BETWEEN)
    if any(part not in LETTERS for part in re.split(f"[{re.escape(_BETWEEN)}]+", kept)):  # «жоқ» is a word, not Ж, О, Қ
        sentence = N_("In this column stand the letters Б, Ж, О, Қ, with commas between. “%(text)s” is something else.")
        raise Refusal(sentence, field="cell", text=cleaned)
    return kept


def pasted(text: str) -> tuple[tuple[str, ...], ...]:
    """Rows of cells from a clipboard of Excel or Word: tabs between cells, a line a row.

    Excel puts a cell with a line break or a tab into quotes and doubles the quotes in it; other quotes are text.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return ()
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        found = _QUOTED.match(plain, at)
        if found and any(mark in found[1] for mark in '\n\t"'):
            rows[-1].append(found[1].replace('""', '"'))
        else:
            found = _PLAIN.match(plain, at)
            assert found is not None
            rows[-1].append(found[0])
        at = found.end()
        if at == len(plain):
            return tuple(map(tuple, rows))
        if plain[at] == "\n":
            rows.append([])
        at += 1


def fitted(block: Sequence[Sequence[str]], grid: Grid, column: int) -> tuple[tuple[str, ...], ...]:
    """A pasted block as it goes into a table from a column on; numbers of rows in front of it are left out.

    Refused where the table has fewer columns than the block needs.
    """
    widest = max((len(row) for row in block), default=0)
    room = len(grid.columns) - column
    if widest == room + 1 and all(_NUMBER.fullmatch(row[0].strip()) or not row[0].strip() for row in block):
        block, widest = [row[1:] for row in block], room
    if widest > room:
        sentence = N_("The pasted block has %(wide)s columns, from here on the table has %(room)s. Add columns first.")
        raise Refusal(sentence, field="cell", wide=widest, room=room)
    holds = [each.holds for each in grid.columns[column:]]
    return tuple(tuple(read_cell(of, text) for of, text in zip(holds, row, strict=False)) for row in block)
