"""What the QR codes of a printed page say, so that the page can be recognised when it comes back from the scanner."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from altdesk.domain.crc import crc16
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_

ACQUAINTANCE = "A"
VERSION = 1
LONGEST = 29  # characters of a version 2 QR code at level Q in its alphanumeric alphabet

_FORM = re.compile(
    r"(?P<form>[A-Z])(?P<version>[0-9])(?P<sheet>[0-9]{7})"
    r"(?P<side>[.-])(?P<page>[0-9]{3})(?P<pages>[0-9]{3})"
    r"\.(?P<first_row>[0-9]{4})(?P<last_row>[0-9]{4})(?P<crc>[0-9A-F]{4})"
)
_NOT_OURS = N_("This is not the code of a page printed by altdesk. Scan the square code at the top right of the page.")


@dataclass(frozen=True)
class PageMark:
    """One page of a sheet: `page` of `pages` from 1, its rows `first_row` to `last_row` (both 0: no rows).

    `turned`: printed on the back of a sheet, with what is written in moved for the margin that is filed there.
    """

    sheet: int
    page: int
    pages: int
    first_row: int
    last_row: int
    form: str = ACQUAINTANCE
    version: int = VERSION
    turned: bool = False

    @property
    def possible(self) -> bool:
        """Whether such a page can be printed: numbers in their order and short enough for the code."""
        return (
            re.fullmatch("[A-Z]", self.form) is not None
            and 1 <= self.version <= 9
            and 1 <= self.sheet <= 9_999_999
            and 1 <= self.page <= self.pages <= 999
            and (1 <= self.first_row <= self.last_row <= 9999 or self.first_row == self.last_row == 0)
        )


def encode(mark: PageMark) -> str:
    """The 29 characters of the code: form and version, sheet, page and pages, first and last row, checksum.

    Before the page stands "." or, on a back that is turned, "-". Always of one length, so that every page has a code of
    one size. Raises ValueError for a page that cannot be.
    """
    if not mark.possible:
        raise ValueError(f"no such page: {mark}")
    side = "-" if mark.turned else "."
    pages, rows = f"{mark.page:03}{mark.pages:03}", f"{mark.first_row:04}{mark.last_row:04}"
    said = f"{mark.form}{mark.version}{mark.sheet:07}{side}{pages}.{rows}"
    return said + crc16(said)


def turned_code(code: str) -> str:
    """The code of the same page printed on a back, with its body moved."""
    return encode(replace(decode(code), turned=True))


def decode(code: str) -> PageMark:
    """The page a code stands for; a Refusal when it is not ours, was misread, or was printed by a newer altdesk."""
    code = code.strip().upper()
    match = _FORM.fullmatch(code)
    if match is None:
        raise Refusal(_NOT_OURS)
    if crc16(code[:-4]) != match["crc"]:
        raise Refusal(N_("The code of the page was misread. Scan the page again, flat and straight."))
    if int(match["version"]) > VERSION:
        raise Refusal(N_("This page was printed by a newer altdesk. Update the program, then scan the page again."))
    numbers = {name: int(match[name]) for name in ("sheet", "page", "pages", "first_row", "last_row", "version")}
    mark = PageMark(form=match["form"], turned=match["side"] == "-", **numbers)
    if not mark.possible:
        raise Refusal(_NOT_OURS)
    return mark
