"""The rule for a passphrase: long enough, typed twice the same; which characters it has is the person's own affair."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

SHORTEST = 10
TOO_SHORT = N_("Choose at least %(count)d characters. A few words one after another are easy to remember.")
TOO_SIMPLE = N_("This is one character over and over. Choose a few words.")
DIFFERENT = N_("The second one differs. Type the same passphrase twice.")
WRONG = N_("This passphrase is not right. Look at the keyboard's language and at Caps Lock.")


def checked(passphrase: str, again: str) -> str:
    """A new passphrase. Refused when it is too short, or was not typed twice the same."""
    if len(passphrase) < SHORTEST:
        raise Refusal(TOO_SHORT, field="new", count=SHORTEST)
    if len(set(passphrase)) == 1:
        raise Refusal(TOO_SIMPLE, field="new")
    if again != passphrase:
        raise Refusal(DIFFERENT, field="again")
    return passphrase


def as_bytes(passphrase: str) -> bytes:
    """What a key is made from: the same for one text, however its letters were put together."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8")


class Letters(StrEnum):
    """What a passphrase is being typed with."""

    CYRILLIC = "cyrillic"
    LATIN = "latin"


def letters_of(typed: str) -> Letters | None:
    """The letters of the last one typed: who types unseen on the wrong keyboard is told by it. None for a digit."""
    if not typed or not typed[-1].isalpha():
        return None
    return Letters.CYRILLIC if "\u0400" <= typed[-1] <= "\u04ff" else Letters.LATIN
