"""The recovery key on paper: 120 bits in six groups of letters, each with a letter that tells a slip of the pen."""

from __future__ import annotations

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

BYTES = 15
GROUPS = 6
_IN_GROUP = 4  # letters, and one more that checks them
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no 0 and O, no 1 and I
_SLIPS = str.maketrans("АВЕКМНРСТУХІОЅҮ", "ABEKMHPCTYXIOSY")  # Cyrillic letters that look like these

WRONG_GROUP = N_("Group %(group)d of the recovery key is not right. Compare it with the sheet, letter by letter.")
WRONG_LENGTH = N_("The recovery key has six groups of five letters. Type all of them as they stand on the sheet.")


def spelled(secret: bytes) -> str:
    """The key as it is printed: `K7QF2-…`."""
    number = int.from_bytes(secret, "big")
    letters = [ALPHABET[number >> 5 * at & 31] for at in reversed(range(GROUPS * _IN_GROUP))]
    groups = ["".join(letters[at * _IN_GROUP : (at + 1) * _IN_GROUP]) for at in range(GROUPS)]
    return "-".join(group + _check(group, at) for at, group in enumerate(groups))


def read(text: str) -> bytes:
    """The key that was typed, whatever stands between its letters. Refused, naming the group, where it has a slip."""
    typed = "".join(letter for letter in text.upper().translate(_SLIPS) if letter.isalnum())
    if len(typed) != GROUPS * (_IN_GROUP + 1):
        raise Refusal(WRONG_LENGTH, field="recovery")
    number = 0
    for at in range(GROUPS):
        group = typed[at * (_IN_GROUP + 1) : (at + 1) * (_IN_GROUP + 1)]
        if any(letter not in ALPHABET for letter in group) or _check(group[:-1], at) != group[-1]:
            raise Refusal(WRONG_GROUP, field="recovery", group=at + 1)
        for letter in group[:-1]:
            number = number << 5 | ALPHABET.index(letter)
    return number.to_bytes(BYTES, "big")


def _check(group: str, at: int) -> str:
    """Odd weights: one wrong letter always changes it, two letters or groups changed about nearly always."""
    return ALPHABET[sum((2 * place + 1) * ALPHABET.index(letter) for place, letter in enumerate(group, at)) % 32]
