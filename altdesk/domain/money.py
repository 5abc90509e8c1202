"""Sums of money in tenge: as a person types them, as they are kept (whole tiyn) and as papers show them.

A sum is a Decimal with two places at most; nothing here ever rounds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from altdesk.domain.clean import clean
from altdesk.domain.errors import Refusal
from altdesk.domain.fold import fold
from altdesk.domain.marking import N_

TENGE = "₸"
NBSP = "\u00a0"
MOST = Decimal("999999999999.99")
"""A greater sum is a slip of the hand; in tiyn it fits every database's whole numbers and a cell of Excel."""

_CALLED = frozenset(map(fold, ("тг", "тнг", "теңге", "тенге", "tenge", "KZT", "T", "Т")))
_SPACES = "[ \u00a0\u2007\u2009\u202f'’]"
_SIGN = re.compile("^([+\\-\u2010-\u2015\u2212])\\s*")
_WORD = re.compile(r"[^\W\d_]+\.?$")
_WHOLE = re.compile(f"[0-9]+|[0-9]{{1,3}}(?:{_SPACES}[0-9]{{3}})+")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:\.[0-9]{3})+(?=,)")
_COMMAED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]{1,3}(?:,[0-9]{3})+(?=\.)")


def parse_money(text: str, *, field: str = "") -> Decimal:
    """The sum a person typed: 150 000 · 150000,50 · 1 250 000 ₸ · 1.250.000,00 · 1,250,000.00 · 500 теңге.

    Raises Refusal for what is no sum, is below zero, has parts of a tiyn or is beyond every sponsor. One dot or comma
    before three digits is refused, not guessed: it would be wrong a thousandfold.
    """
    shown = clean(text[:60]).text[:40]
    typed = _bare(text)
    if not typed:
        raise Refusal(N_("Type a sum, for example 150 000."), field=field)
    sign = _SIGN.match(typed)
    whole, places = _split(typed[sign.end() :] if sign else typed)
    if whole is None:
        sentence = N_("“%(text)s” is not a sum. Type digits only, for example 150 000 or 150 000,50.")
        raise Refusal(sentence, field=field, text=shown)
    if len(places) > 2:
        sentence = N_("“%(text)s” has more than two digits after the point. Write 150 000 or 150 000,50.")
        raise Refusal(sentence, field=field, text=shown)
    if len(whole.lstrip("0")) > len(str(int(MOST))):
        raise Refusal(N_("The sum is too great. Check how many zeros it has."), field=field)
    amount = Decimal(f"{whole}.{places or '0'}")
    if sign and sign[1] != "+" and amount:
        raise Refusal(N_("A sum cannot be less than zero."), field=field)
    return amount.quantize(Decimal("0.01"))


def checked(amount: Decimal, *, field: str = "") -> Decimal:
    """A sum given as a number. Refused as `parse_money` refuses."""
    if not amount.is_finite() or amount > MOST:
        raise Refusal(N_("The sum is too great. Check how many zeros it has."), field=field)
    if amount < 0:
        raise Refusal(N_("A sum cannot be less than zero."), field=field)
    if amount != amount.quantize(Decimal("0.01")):
        raise Refusal(N_("A sum has two digits after the point at most: the last is a tiyn."), field=field)
    return amount.quantize(Decimal("0.01"))


def to_tiyn(amount: Decimal) -> int:
    """A sum as it is kept. Raises ValueError where it has parts of a tiyn."""
    tiyn = int(amount * 100)
    if tiyn != amount * 100:
        raise ValueError(f"{amount} has parts of a tiyn")
    return tiyn


def from_tiyn(tiyn: int) -> Decimal:
    """A kept sum."""
    return Decimal(tiyn).scaleb(-2)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The exact sum of sums."""
    return from_tiyn(sum(map(to_tiyn, amounts)))


def digits(amount: Decimal) -> str:
    """1 250 000 or 150 000,50: thousands apart by U+00A0, tiyn only where there are some."""
    tiyn = to_tiyn(amount)
    whole, rest = divmod(abs(tiyn), 100)
    said = f"{whole:,}".replace(",", NBSP) + (f",{rest:02}" if rest else "")
    return f"-{said}" if tiyn < 0 else said


def money(amount: Decimal) -> str:
    """1 250 000 ₸, with U+00A0 inside: it never breaks at the end of a line."""
    return f"{digits(amount)}{NBSP}{TENGE}"


def number(amount: Decimal) -> int | float:
    """A sum as data for other programs: a number exact to the tiyn."""
    return int(amount) if amount == int(amount) else float(amount)


def _bare(text: str) -> str:
    """What was typed without the currency and spaces around."""
    typed = unicodedata.normalize("NFKC", text.replace(TENGE, " ")).strip()
    word = _WORD.search(typed)
    if word and fold(word[0].rstrip(".")) in _CALLED:
        typed = typed[: word.start()].rstrip()
    return typed


def _split(typed: str) -> tuple[str | None, str]:
    """The digits before the decimal sign and after it; None where it is no number."""
    for groups, mark in ((_DOTTED, "."), (_COMMAED, ",")):
        if found := groups.match(typed):
            typed = found[0].replace(mark, "") + typed[found.end() :]
            break
    head, mark, tail = typed.partition("," if "," in typed else ".")
    if not _WHOLE.fullmatch(head) or (mark and not re.fullmatch("[0-9]*|[-–—]", tail)):
        return None, ""
    return re.sub(_SPACES, "", head), tail if tail.isdecimal() else ""
