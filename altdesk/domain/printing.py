"""How a paper goes to a printer: the sides of its sheets, and what is remembered of one print for the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST_COPIES = 999


class Sides(StrEnum):
    """Which sides of a sheet are printed on, and over which edge it is turned."""

    ONE = "one"
    LONG = "long"
    SHORT = "short"

    @property
    def turns(self) -> bool:
        """Whether the margin for filing changes its side on the back of a sheet.

        Turned over the long edge, the left of a back lies on the right of its front. Turned over the short edge, a
        back stands on its head, and left is left again.
        """
        return self is Sides.LONG


@dataclass(frozen=True)
class Choice:
    """What was chosen for the last print of a form; no printer: nothing yet. `straight` prints without asking."""

    printer: str = ""
    copies: int = 1
    collated: bool = True
    sides: Sides = Sides.ONE
    straight: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a printer to print to without asking."""
        return bool(self.printer)

    def kept(self) -> dict[str, object]:
        """The choice as JSON keeps it."""
        return {
            "printer": self.printer,
            "copies": self.copies,
            "collated": self.collated,
            "sides": self.sides.value,
            "straight": self.straight,
        }


def choice_of(kept: Any) -> Choice:
    """The choice as kept; what is damaged or missing counts as never chosen."""
    match kept:
        case {
            "printer": str(printer),
            "copies": int(copies),
            "collated": bool(collated),
            "sides": str(sides),
            "straight": bool(straight),
        } if 1 <= copies <= MOST_COPIES and sides in list(Sides):
            return Choice(printer, copies, collated, Sides(sides), straight and bool(printer))
    return Choice()


def backs(pages: Sequence[int]) -> frozenset[int]:
    """The pages that come on the back of a sheet when these are printed on both sides, one after the other."""
    return frozenset(pages[1::2])


def spans(pages: Sequence[int]) -> str:
    """Page numbers as a person reads them: «1–3, 5»."""
    said: list[tuple[int, int]] = []
    for page in pages:
        if said and page == said[-1][1] + 1:
            said[-1] = (said[-1][0], page)
        else:
            said.append((page, page))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in said)
