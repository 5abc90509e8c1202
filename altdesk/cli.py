"""The door of the command line: reads what was asked, opens the desk, prints the answer, says what went wrong."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.folders import Folders, data_folder
from altdesk.i18n import DEFAULT_LANGUAGE, LANGUAGES, Translator
from altdesk.settings import Settings

if TYPE_CHECKING:
    from altdesk.commands.answer import Answer
    from altdesk.sealing.keys import Keys

DONE, REFUSED = 0, 1
HOUR = 3600  # seconds between automatic backups on the command line, where every command is a session


class Window(Protocol):
    """What needs Qt, handed in so that commands start without it."""

    def open(self, data: Path | None, language: str | None) -> int: ...

    def page_text(self, content: bytes) -> str: ...


def run(arguments: Sequence[str], window: Window) -> int:
    """Do what the arguments ask; returns the exit code: 0 done, 1 refused, 2 not understood."""
    _speak_utf8()
    say = _translator(arguments)
    try:
        asked = _asked(arguments, say)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else REFUSED
    try:
        return _open_window(asked, window, say) if asked.command is None else _command(asked, window, say)
    except Refusal as refusal:
        return _refuse(say.refusal(refusal))
    except BrokenPipeError:
        sys.stdout = None  # nobody listens any more, not even to the last flush
        return DONE
    except KeyboardInterrupt:
        return _refuse(say(N_("Stopped.")))
    except Exception:
        return _refuse(_report(asked, say))


def _asked(arguments: Sequence[str], say: Translator) -> Namespace:
    """What is asked for. Started from its icon there is nothing to read, and the grammar of commands is not loaded."""
    if not arguments:
        return Namespace(command=None, data=None, lang=None)
    from altdesk.commands import parser

    return parser.parse(arguments, say)


def _speak_utf8() -> None:
    """Kazakh goes out as UTF-8 under every locale; what UTF-8 cannot hold is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _translator(arguments: Sequence[str]) -> Translator:
    """Who speaks: the language asked for, else the desk's."""
    language, data = None, None
    if arguments:
        from altdesk.commands import parser

        language, data = parser.language_asked(arguments), parser.data_asked(arguments)
    if language is None:
        language = Settings(Folders(data_folder(data)).settings).language
    return Translator(language if language in LANGUAGES else DEFAULT_LANGUAGE)


def _command(asked: Namespace, window: Window, say: Translator) -> int:
    if asked.command == "self-test":
        from altdesk.commands.selftest import self_test

        return _print(self_test(say, window.page_text), asked)
    if asked.command == "demo":
        from altdesk.commands import demo

        data = demo.folder(asked)
        code = _on_desk(demo.run, data, asked, say)
        if code == DONE and demo.wants_window(asked):
            return window.open(data, say.language)
        return code
    from altdesk.commands.grammar import BY_KEY

    command = BY_KEY[asked.command, getattr(asked, "what", None)]
    return (_on_closed if command.closed else _on_desk)(command.function(), _data(asked), asked, say)


def _on_desk(run: Callable[..., Answer], data: Path | None, asked: Namespace, say: Translator) -> int:
    from altdesk.desk import Desk
    from altdesk.services import backups, daily

    keys = _keys(asked, say, data)
    desk = Desk.open(data, say.language, any_clock=asked.any_clock, keys=keys)
    try:
        if asked.command not in {"undo", "redo"}:  # they mean the step the person made last
            daily.catch_up(desk)
        code = _print(run(desk, asked), asked)
    except BaseException:
        desk.close()
        raise
    backups.close(desk, at_least_apart=HOUR)
    return code


def _on_closed(run: Callable[..., Answer], data: Path | None, asked: Namespace, say: Translator) -> int:
    from altdesk.closed import ClosedDesk

    with ClosedDesk(data, say, _keys(asked, say, data), without_keys=asked.command == "restore") as desk:
        return _print(run(desk, asked), asked)


def _keys(asked: Namespace, say: Translator, data: Path | None) -> Keys | None:
    """What opens an encrypted desk; nothing is loaded for a plain one."""
    folders = Folders(data_folder(data))
    if not folders.key_file.exists():
        return None
    from altdesk.commands import passphrases

    try:
        return passphrases.keys_of(folders, asked, say)
    except DeskTrouble as trouble:
        if asked.command == "restore" and trouble.trouble is Trouble.KEY_DAMAGED:
            return None  # it is replaced
        raise


def _data(asked: Namespace) -> Path | None:
    return Path(asked.data) if asked.data else None


def _open_window(asked: Namespace, window: Window, say: Translator) -> int:
    from altdesk import display

    if not display.available():
        return _refuse(say(N_("There is no screen for the window. Commands work without one: altdesk --help")))
    return window.open(_data(asked), asked.lang)


def _print(answer: Answer, asked: Namespace) -> int:
    if asked.json:
        print(answer.as_json())
    else:
        for line in answer.lines:
            print(line)
    if sys.stdout is not None:
        sys.stdout.flush()
    return _refuse(answer.refused) if answer.refused else answer.code


def _refuse(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return REFUSED


def _report(asked: Namespace, say: Translator) -> str:
    """A fault of the program: what is known of it goes into a file, one sentence to the person."""
    import traceback

    folders = Folders(data_folder(asked.data))
    logs, text = folders.logs, traceback.format_exc()
    if folders.key_file.exists():  # what the error says may be a name
        text = "".join(traceback.format_tb(sys.exc_info()[2])) + str(sys.exc_info()[0])
    file = logs / f"fault-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        logs.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return say(N_("The program has a fault: %(why)s. Nothing was changed."), why=text.strip().splitlines()[-1])
    return say(N_("The program has a fault. Nothing was changed. What is known of it is in %(file)s."), file=str(file))
