"""The grammar of the command line: commands, their options, and what is said when it is not understood."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, Protocol

from altdesk.commands.argparse_words import speaking
from altdesk.commands.grammar import BY_KEY, COMMANDS, FAMILIES
from altdesk.commands.grammar.command import Command
from altdesk.domain.marking import N_
from altdesk.i18n import LANGUAGES, Translator

PAPER_LANGUAGES = (*LANGUAGES, "bilingual")
USAGE = 2


class Families(Protocol):
    """Where commands are added."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...  # noqa: A002 - argparse's word


class Parser(argparse.ArgumentParser):
    """argparse that says its errors in the person's language and never guesses an option from its beginning."""

    say = Translator()

    def error(self, message: str) -> NoReturn:
        said = self.say(N_("Not understood: %(why)s. See %(name)s --help."), why=message.rstrip("."), name=self.prog)
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


def parse(arguments: Sequence[str], say: Translator) -> argparse.Namespace:
    """What was asked. Raises SystemExit: 0 after help, 2 when it is not understood."""
    with speaking(say.language):
        asked = build(say).parse_args(arguments)
        command = BY_KEY.get((asked.command, getattr(asked, "what", None)))
        if command is not None and (wrong := command.wrong(asked)):
            asked.parser.error(say(wrong))
    return asked


def build(say: Translator) -> Parser:
    """The whole grammar, its help in the language of `say`."""

    class Saying(Parser):
        def __init__(self, **options: Any) -> None:
            super().__init__(**{"allow_abbrev": False, **options})
            self.say = say

    said = say(N_("The desk of a department's secretary. Without a command the window opens."))
    top = Saying(prog="altdesk", description=said)
    top.set_defaults(data=None, lang=None, json=False, any_clock=False, passphrase_file=None, paper=None, command=None)
    _everywhere(top, say, _language)
    families = top.add_subparsers(dest="command", metavar=say(N_("COMMAND")))
    _commands(families, say)
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
    secret = say(N_("a file with the passphrase of an encrypted desk; else it is asked"))
    parser.add_argument("--passphrase-file", metavar=say(N_("FILE")), default=argparse.SUPPRESS, help=secret)
    any_clock = say(N_("also when the computer's clock stands before the newest step"))
    parser.add_argument("--any-clock", action="store_true", default=argparse.SUPPRESS, help=any_clock)
    language(parser, say)
    return parser


def _commands(families: Families, say: Translator) -> None:
    """Every declared command, under its family where it has one."""
    opened: dict[str, Families] = {}
    for command in COMMANDS:
        language = _paper_language if command.family == "print" else _language
        where = families
        if command.family:
            if command.family not in opened:
                top = _everywhere(
                    families.add_parser(command.family, help=say(FAMILIES[command.family])), say, language
                )
                opened[command.family] = top.add_subparsers(dest="what", required=True, metavar=say(N_("WHAT")))
            where = opened[command.family]
        own = _everywhere(where.add_parser(command.name, help=say(command.said)), say, language)
        own.set_defaults(parser=own)
        _options(own, command, say)


def _whole_number(say: Translator) -> Callable[[str], int]:
    """`int`, called by a word of the person's language where it is refused."""

    def number(text: str) -> int:
        return int(text)

    number.__name__ = say(N_("a whole number"))
    return number


def _options(parser: argparse.ArgumentParser, command: Command, say: Translator) -> None:
    together: dict[str, argparse._MutuallyExclusiveGroup] = {}
    for option in command.options:
        more = dict(option.more)
        if more.get("type") is int:
            more["type"] = _whole_number(say)
        if option.help:
            more["help"] = say(option.help)
        if option.metavar:
            more["metavar"] = say(option.metavar)
        if option.one_of:
            if option.one_of not in together:
                needed = any(each.required for each in command.options if each.one_of == option.one_of)
                together[option.one_of] = parser.add_mutually_exclusive_group(required=needed)
            together[option.one_of].add_argument(option.flag, **more)
        else:
            if option.required:
                more["required"] = True
            parser.add_argument(option.flag, **more)
