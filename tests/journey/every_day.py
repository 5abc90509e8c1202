"""An ordinary day on the sample desk: find anything, ask for help, take a step back, speak another language.

`python -m tests.journey.every_day FOLDER` under an X server of 1366 × 768, with keys and mouse only.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QListWidget, QToolButton

from altdesk.desk import Desk
from altdesk.domain.people import PersonLine
from altdesk.i18n import Translator
from altdesk.services import demo, people
from tests.journey.hand import Hand
from tests.journey.stage import play, window_of

PHONE = "+7 700 123 45 67"
WITHOUT = str.maketrans("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "аингуукохАИНГУУКОХ")  # as typed without Kazakh letters


def fill(data: Path) -> PersonLine:
    """A desk at work; answers somebody whose name has Kazakh letters."""
    with Desk.open(data, "kk") as desk:
        demo.fill(desk)
        lines = people.lines(desk, people.ids(desk, people.PeopleQuery()))
    return next(line for line in lines if line.full_name.translate(WITHOUT) != line.full_name)


def journey(hand: Hand, wanted: PersonLine) -> None:
    window_of(hand)
    hand.picture("today")
    find_somebody(hand, wanted)
    ask_for_help(hand)
    take_back_and_make_again(hand)
    look_at_coverage(hand)
    speak_russian(hand)


def find_somebody(hand: Hand, wanted: PersonLine) -> None:
    """Ctrl+K, a name as one types it on a keyboard without Kazakh letters, Enter."""
    hand.keys("ctrl+k")
    hand.write(wanted.full_name.translate(WITHOUT).lower())
    hand.wait(lambda: any(wanted.full_name in shown for shown in _offered(hand)), wanted.full_name)
    hand.picture("found")
    hand.keys("Return")
    hand.wait_for_words(wanted.full_name)
    hand.picture("person")


def ask_for_help(hand: Hand) -> None:
    """F1 opens the help of this page in the language of the screen, and closes it."""
    panel = window_of(hand).help
    hand.keys("F1")
    hand.wait(panel.isVisible, "the help")
    hand.picture("help")
    hand.keys("F1")
    hand.wait(lambda: not panel.isVisible(), "the help closed")


def take_back_and_make_again(hand: Hand) -> None:
    """A phone number is changed, taken back and made again; the line at the foot names the step."""
    hand.fill("Phone", PHONE)
    hand.keys("ctrl+s")
    status = window_of(hand).status
    hand.wait(lambda: status.text and PHONE not in status.text, "the step")
    step = hand.eyes.ask(lambda: status.text)
    hand.keys("F6", "ctrl+z")  # in a field Ctrl+Z is of the letters typed there
    hand.wait_for_words(hand.say("Taken back: %(step)s", step=step))
    hand.wait(lambda: not _field_says(hand, PHONE), "the old number")
    hand.picture("taken-back")
    hand.keys("ctrl+y")
    hand.wait_for_words(hand.say("Made again: %(step)s", step=step))
    hand.wait(lambda: _field_says(hand, PHONE), "the new number")
    hand.picture("made-again")


def look_at_coverage(hand: Hand) -> None:
    hand.click("Acquaintance", QToolButton, exact=True)
    hand.click("Coverage", exact=True)
    hand.click_row("Acquaintance", "ЖН-ALT-40")
    hand.find("Missing people", QAbstractItemView)
    hand.picture("coverage")


def speak_russian(hand: Hand) -> None:
    """The language is chosen from the keyboard; everything on screen speaks it at once."""
    hand.click("Settings", QToolButton, exact=True)
    choice = hand.find("Language", QComboBox)
    hand.wait(choice.hasFocus, "the language")
    hand.keys("Down")
    hand.say = Translator("ru")
    hand.find("Documents", QToolButton, exact=True)
    hand.picture("in-russian")
    hand.click("Today", QToolButton, exact=True)
    hand.wait_for_words(hand.say("Next step"))
    hand.picture("today-in-russian")


def _offered(hand: Hand) -> list[str]:
    lists = (each for each in hand.widgets(QListWidget) if isinstance(each, QListWidget))
    return [each.item(row).text() for each in lists for row in range(each.count())]


def _field_says(hand: Hand, text: str) -> bool:
    fields = (each for each in hand.widgets(QLineEdit) if isinstance(each, QLineEdit))
    return any(field.text() == text for field in fields)


def main() -> int:
    folder = Path(sys.argv[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    wanted = fill(folder / "desk")
    return play(folder, lambda hand: journey(hand, wanted))


if __name__ == "__main__":
    sys.exit(main())
