"""The grammar of the command line: commands, their options, and what is said when it is not understood."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, Protocol

from altdesk.domain.marking import N_
from altdesk.i18n import LANGUAGES, Translator

PAPER_LANGUAGES = (*LANGUAGES, "bilingual")
MARKS = ("signed", "refused", "absent")
USAGE = 2


class Families(Protocol):
    """Where commands are added."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...  # noqa: A002 - argparse's word


class Parser(argparse.ArgumentParser):
    """argparse that says its errors in the person's language and never guesses an option from its beginning."""

    say = Translator()

    def error(self, message: str) -> NoReturn:
        said = self.say(N_("Not understood: %(why)s. See %(name)s --help."), why=message, name=self.prog)
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"altdesk: {said}\n")


def language_asked(arguments: Sequence[str]) -> str | None:
    """The first language named on the command line, before it is parsed: errors of parsing are said in it too."""
    line = "\n".join(arguments)
    found = re.search(r"^--lang[=\n](\w+)$", line, re.MULTILINE)
    return found[1] if found and found[1] in LANGUAGES else None


def data_asked(arguments: Sequence[str]) -> str | None:
    """The data folder named on the command line, before it is parsed."""
    found = re.search(r"^--data[=\n](.+)$", "\n".join(arguments), re.MULTILINE)
    return found[1] if found else None


def row_numbers(text: str) -> tuple[int, ...]:
    """Row numbers written like 1-5,9. Raises ArgumentTypeError."""
    numbers: dict[int, None] = {}
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–—]\s*(\d{1,6})\s*)?", part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last:
            raise argparse.ArgumentTypeError(f"{text!r}")
        numbers.update(dict.fromkeys(range(first, last + 1)))
    return tuple(numbers)


def parse(arguments: Sequence[str], say: Translator) -> argparse.Namespace:
    """What was asked. Raises SystemExit: 0 after help, 2 when it is not understood."""
    grammar = build(say)
    asked = grammar.parse_args(arguments)
    if asked.command == "sheet" and asked.what == "mark" and asked.date is None and asked.state != "absent":
        grammar.error(say(N_("--date is missing: the day that stands on the paper")))
    return asked


def build(say: Translator) -> Parser:
    """The whole grammar, its help in the language of `say`."""

    class Saying(Parser):
        def __init__(self, **options: Any) -> None:
            super().__init__(**{"allow_abbrev": False, **options})
            self.say = say

    said = say(N_("The desk of a department's secretary. Without a command the window opens."))
    top = Saying(prog="altdesk", description=said)
    top.set_defaults(data=None, lang=None, json=False, paper=None, command=None)
    _everywhere(top, say, _language)
    families = top.add_subparsers(dest="command", metavar=say(N_("COMMAND")))
    for add in (_demo, _import, _export, _list, _sheet, _print, _steps):
        add(families, say)
    return top


def _language(parser: argparse.ArgumentParser, say: Translator) -> None:
    said = say(N_("language of the messages"))
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=said)


def _paper_language(parser: argparse.ArgumentParser, say: Translator) -> None:
    said = say(N_("language of the paper"))
    parser.add_argument("--lang", dest="paper", choices=PAPER_LANGUAGES, default=argparse.SUPPRESS, help=said)


def _everywhere(
    parser: argparse.ArgumentParser,
    say: Translator,
    language: Callable[[argparse.ArgumentParser, Translator], None],
) -> argparse.ArgumentParser:
    folder = say(N_("FOLDER"))
    parser.add_argument("--data", metavar=folder, default=argparse.SUPPRESS, help=say(N_("the desk's data folder")))
    as_json = say(N_("answer in JSON"))
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=as_json)
    language(parser, say)
    return parser


def _command(families: Families, say: Translator, name: str, said: str) -> argparse.ArgumentParser:
    return _everywhere(families.add_parser(name, help=said), say, _language)


def _family(families: Families, say: Translator, name: str, said: str) -> Families:
    parser = _command(families, say, name, said)
    return parser.add_subparsers(dest="what", required=True, metavar=say(N_("WHAT")))


def _demo(families: Families, say: Translator) -> None:
    parser = _command(families, say, "demo", say(N_("fill an empty desk with sample data and print every form")))
    parser.add_argument("--out", metavar=say(N_("FOLDER")), help=say(N_("where the printed forms go")))
    parser.add_argument("--no-window", action="store_true", help=say(N_("do not open the window afterwards")))


def _import(families: Families, say: Translator) -> None:
    family = _family(families, say, "import", say(N_("take a list over from Excel or CSV")))
    for name, said in (("people", N_("people")), ("documents", N_("documents"))):
        parser = _command(family, say, name, say(said))
        parser.add_argument("file", metavar=say(N_("FILE")))
        parser.add_argument("--dry-run", action="store_true", help=say(N_("only say what would change")))


def _export(families: Families, say: Translator) -> None:
    family = _family(families, say, "export", say(N_("write a list to Excel")))
    for name, said in (("people", N_("people")), ("documents", N_("documents")), ("acquaintance", N_("acquaintance"))):
        _command(family, say, name, say(said)).add_argument("file", metavar=say(N_("FILE.xlsx")))


def _list(families: Families, say: Translator) -> None:
    family = _family(families, say, "list", say(N_("show a list in the order of the screen")))
    lists = (
        ("people", N_("people")),
        ("documents", N_("documents")),
        ("sheets", N_("acquaintance sheets")),
        ("coverage", N_("who has signed what, in numbers")),
        ("debts", N_("who still owes what")),
    )
    for name, said in lists:
        parser = _command(family, say, name, say(said))
        parser.add_argument("--search", metavar=say(N_("TEXT")), default="", help=say(N_("only what matches")))


def _sheet(families: Families, say: Translator) -> None:
    family = _family(families, say, "sheet", say(N_("make an acquaintance sheet, or mark one that is back")))
    new = _command(family, say, "new", say(N_("make an acquaintance sheet")))
    new.add_argument("--document", required=True, metavar=say(N_("CODE")))
    new.add_argument("--revision", type=int, metavar="N", help=say(N_("without it the revision in force")))
    new.add_argument("--group", metavar=say(N_("NAME")), help=say(N_("a saved group; without it the whole audience")))
    mark = _command(family, say, "mark", say(N_("mark a sheet that is back")))
    _number(mark, say)
    rows = mark.add_mutually_exclusive_group(required=True)
    rows.add_argument("--all", action="store_true", help=say(N_("every row that is still open")))
    rows.add_argument("--rows", type=row_numbers, metavar="1-5,9", help=say(N_("only these rows")))
    mark.add_argument("--date", metavar=say(N_("DAY")), help=say(N_("the day that stands on the paper")))
    mark.add_argument("--state", choices=MARKS, default="signed")
    mark.add_argument("--note", metavar=say(N_("TEXT")), default="")


def _number(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument("--sheet", type=int, required=True, metavar="№", help=say(N_("number of the sheet")))


def _print(families: Families, say: Translator) -> None:
    top = _everywhere(families.add_parser("print", help=say(N_("print to a file"))), say, _paper_language)
    family = top.add_subparsers(dest="what", required=True, metavar=say(N_("WHAT")))
    papers = {
        "acquaintance": say(N_("an acquaintance sheet")),
        "residual": say(N_("a residual sheet of the rows still open")),
        "debts": say(N_("the documents people still owe")),
        "coverage": say(N_("who has signed what, in numbers")),
    }
    made = {
        name: _everywhere(family.add_parser(name, help=said), say, _paper_language) for name, said in papers.items()
    }
    for name in ("acquaintance", "residual"):
        _number(made[name], say)
        made[name].add_argument("--blank-rows", type=int, default=0, metavar="N", help=say(N_("empty rows at the end")))
    who = made["debts"].add_mutually_exclusive_group()
    who.add_argument("--person", metavar=say(N_("NAME")))
    who.add_argument("--all", action="store_true", help=say(N_("everybody who owes, as without a name")))
    for parser in made.values():
        parser.add_argument("--pages", default="", metavar="1-3,5", help=say(N_("only these pages")))
        parser.add_argument("--out", required=True, metavar=say(N_("FILE.pdf|.docx")))


def _steps(families: Families, say: Translator) -> None:
    _command(families, say, "undo", say(N_("take the newest step back")))
    _command(families, say, "redo", say(N_("make the step taken back again")))
    history = _command(families, say, "history", say(N_("what was done, the newest first")))
    history.add_argument("--limit", type=int, default=500, metavar="N")
    _command(families, say, "self-test", say(N_("check that the program is whole")))
