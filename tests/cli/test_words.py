"""Help and errors of the command line are wholly in the person's language, argparse's own words included."""

from __future__ import annotations

import argparse
import ast
import gettext
import inspect
import os
import re

import pytest

from altdesk.commands.argparse_words import SAID
from altdesk.commands.grammar import COMMANDS
from altdesk.i18n import Translator
from tests.cli.conftest import Terminal

OF_A_WRONG_GRAMMAR = {
    "conflicting subparser: %s",
    "conflicting subparser alias: %s",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
    'argument "-" with mode %r',
    "can't open '%(filename)s': %(error)s",
    "cannot merge actions - two groups are named %r",
    "'required' is an invalid argument for positionals",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "mutually exclusive arguments must be optional",
    "cannot have multiple subparser arguments",
    "unexpected option string: %s",
    "%r is not callable",
    ".__call__() not defined",
    "%(prog)s: error: %(message)s\n",
    "%(heading)s:",
    # Python 3.13, of what our grammar has none: deprecated words, a version, a group of commands, defaults told
    "argument '%(argument_name)s' is deprecated",
    "option '%(option)s' is deprecated",
    "command '%(parser_name)s' is deprecated",
    "%(prog)s: warning: %(message)s\n",
    "show program's version number and exit",
    "subcommands",
    " (default: %(default)s)",
}
TYPED = {"fly", "nothing", "more", "yes"}
NAMES = {"altdesk", "help", "json", "data", "lang", "kk", "ru", "en", "bilingual", "pdf", "docx", "xlsx"}


def named(value: object) -> set[str]:
    """The words in Latin letters, options apart: those belong to the grammar itself, which no language changes."""
    return set(re.findall(r"[a-z]{2,}", re.sub(r"--[a-z-]+", " ", str(value))))


WORDS = NAMES.union(
    {"any", "clock"},  # --any-clock, of every command
    *(named(word) for command in COMMANDS for word in (command.family, command.name)),
    *(named(option.more.get("choices", ())) for command in COMMANDS for option in command.options),
)
WRONG = (
    "fly",
    "list nothing",
    "sheet new",
    "sheet mark --sheet x --all --date 1.10.2026",
    "sheet mark --sheet 1 --all --rows 2",
    "list people --search",
    "list people more",
    "list people --json=yes",
)


def test_everything_argparse_says_to_a_person_is_translated() -> None:
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call))
    named = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "_" and call.args)
    texts = {call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)}
    assert texts - OF_A_WRONG_GRAMMAR <= set(SAID)
    for language in ("kk", "ru"):
        assert [text for text in SAID if Translator(language)(text) == text] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("command", WRONG)
def test_errors_have_no_english_word(terminal: Terminal, language: str, command: str) -> None:
    said = terminal(command, code=2, language=language).err
    assert named(said) - WORDS - TYPED == set(), said


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    "command", ["print acquaintance", "print coverage", "sheet new", "sheet mark", "import people"]
)
def test_help_has_no_english_word(terminal: Terminal, language: str, command: str) -> None:
    said = terminal(f"{command} --help", language=language).out
    assert named(said) - WORDS == set(), said


def test_the_language_of_gettext_is_left_as_it_was(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    terminal("fly", code=2, language="kk")
    assert gettext.textdomain() != "altdesk"
    assert os.environ["LANGUAGE"] == "de"
