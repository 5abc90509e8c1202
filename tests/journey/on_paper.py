"""A sheet goes to the printer: Ctrl+P, the system's own print dialog, and from its printer "PDF" into a file.

`python -m tests.journey.on_paper FOLDER` under an X server of 1366 × 768, with keys and mouse only.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QAbstractSpinBox

from altdesk.desk import Desk
from altdesk.services import acquaintance, demo
from tests.journey.hand import Hand
from tests.journey.stage import play, window_of

PRINTED = "Басылған парақ.pdf"
BLANK_ROWS, PAGES = 30, 3


def fill(data: Path) -> int:
    """A desk at work; answers the number of a sheet that was never printed."""
    with Desk.open(data, "kk") as desk:
        demo.fill(desk)
        sheets = acquaintance.sheet_lines(desk)
    return next(sheet.number for sheet in sheets if sheet.printed_on is None)


def journey(hand: Hand, folder: Path, number: int) -> None:
    status = window_of(hand).status
    hand.click("Acquaintance", exact=True)
    hand.click_row("Acquaintance", str(number))
    hand.keys("ctrl+p")
    hand.click("Blank rows", QAbstractSpinBox)
    hand.keys("ctrl+a")
    hand.write(str(BLANK_ROWS))
    hand.wait_for_words(hand.say.plural("%(n)d page", "%(n)d pages", PAGES))
    button = hand.find("Print the paper")
    hand.wait(button.hasFocus, "the button", by=lambda: hand.keys("Tab"))
    hand.picture("paper")
    hand.keys("space")
    hand.print_into(folder / PRINTED)
    hand.wait(lambda: str(number) in status.text, "the sheet is out")
    hand.picture("printed")


def main() -> int:
    folder = Path(sys.argv[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    number = fill(folder / "desk")
    (folder / "number").write_text(str(number), encoding="utf-8")
    return play(folder, lambda hand: journey(hand, folder, number))


if __name__ == "__main__":
    sys.exit(main())
