"""How a command of the command line is declared: its words and options; what runs is named, not imported."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from altdesk.domain.marking import N_

if TYPE_CHECKING:
    from altdesk.commands.answer import Answer


@dataclass(frozen=True)
class Option:
    """One option or, without dashes, one argument. `help` and `metavar` are marked texts.

    `more` goes to argparse as it is (type, default, choices, action). Options of the same `one_of` exclude each other.
    """

    flag: str
    help: str = ""
    metavar: str = ""
    required: bool = False
    one_of: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Command:
    """One command: `altdesk <family> <name> …`, or `altdesk <name> …` without a family.

    `run` names the function as "module:function"; it gets the open desk and what was asked, and answers an Answer.
    One that is `closed` gets the desk's folder instead, held but not opened: it works on the files themselves.
    `wrong` says, as a marked sentence, what argparse cannot see to be wrong; an empty text where nothing is.
    """

    family: str
    name: str
    said: str
    run: str = ""
    options: Sequence[Option] = ()
    wrong: Callable[[argparse.Namespace], str] = field(default=lambda _asked: "")
    closed: bool = False

    @property
    def key(self) -> tuple[str, str | None]:
        """The command and, where it belongs to a family, what of it."""
        return (self.family, self.name) if self.family else (self.name, None)

    def function(self) -> Callable[[Any, argparse.Namespace], Answer]:
        """What runs, imported now."""
        module, _, name = self.run.partition(":")
        found: Callable[[Any, argparse.Namespace], Answer] = getattr(import_module(module), name)
        return found


def whole_numbers(text: str) -> tuple[int, ...]:
    """Numbers written like 1-5,9. Raises ArgumentTypeError."""
    numbers: dict[int, None] = {}
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–—]\s*(\d{1,6})\s*)?", part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last:
            raise argparse.ArgumentTypeError(f"{text!r}")
        numbers.update(dict.fromkeys(range(first, last + 1)))
    return tuple(numbers)


def switch(flag: str, said: str, one_of: str = "") -> Option:
    """An option that is there or not."""
    return Option(flag, said, one_of=one_of, more={"action": "store_true"})


def number(flag: str, said: str, *, required: bool = False, metavar: str = "N", **more: Any) -> Option:
    """An option with a whole number."""
    return Option(flag, said, metavar, required, more={"type": int, **more})


SEARCH = Option("--search", N_("only what matches"), N_("TEXT"), more={"default": ""})
BLANK_ROWS = number("--blank-rows", N_("empty rows at the end"), default=0)
PAGES = Option("--pages", N_("only these pages"), "1-3,5", more={"default": ""})
TWO_SIDED = switch(
    "--two-sided", N_("for both sides of the sheets: every second page has its filing margin on the right")
)
PAPER, LIST, REPORT = N_("FILE.pdf|.docx"), N_("FILE.pdf|.docx|.xlsx"), N_("FILE.pdf|.docx|.pptx")
CALENDAR = N_("FILE.pdf|.docx|.xlsx|.ics")


def out(files: str) -> Option:
    """`--out` with the files a paper can be written as."""
    return Option("--out", N_("the ending of its name says what is written"), files, required=True)


TAKE_NAMES = switch("--take-names", N_("take names of one word, and names taken apart by guess, as they are proposed"))
DRY_RUN = switch("--dry-run", N_("only say what would change"))


def listed(name: str, said: str, run: str, *options: Option) -> Command:
    """`altdesk list NAME`: a list in the order of the screen."""
    return Command("list", name, said, run, (SEARCH, *options))


def imported(name: str, said: str, run: str, *options: Option) -> Command:
    """`altdesk import NAME FILE`: a list taken over from Excel or CSV."""
    return Command("import", name, said, run, (Option("file", metavar=N_("FILE")), DRY_RUN, *options))


def exported(name: str, said: str, run: str, *options: Option) -> Command:
    """`altdesk export NAME FILE.xlsx`."""
    return Command("export", name, said, run, (Option("file", metavar=N_("FILE.xlsx")), *options))


def printed(
    name: str,
    said: str,
    run: str,
    *options: Option,
    files: str = LIST,
    wrong: Callable[[argparse.Namespace], str] | None = None,
) -> Command:
    """`altdesk print NAME … --out FILE`: a paper, in the language of the paper chosen with --lang."""
    declared = Command("print", name, said, run, (*options, PAGES, TWO_SIDED, out(files)))
    return declared if wrong is None else replace(declared, wrong=wrong)
