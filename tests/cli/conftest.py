"""A terminal for tests: commands are typed, answers read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from altdesk import cli
from altdesk.desk import Desk
from tests.make import Make


@dataclass
class Said:
    """What a command printed."""

    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def data(self) -> Any:
        return json.loads(self.out)


class NoWindow:
    """Stands for Qt; remembers which desk was to be shown."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path | None, str | None]] = []

    def open(self, data: Path | None, language: str | None) -> int:
        self.opened.append((data, language))
        return 0

    def page_text(self, content: bytes) -> str:
        assert content.startswith(b"%PDF")
        return "ТАНЫСУ ПАРАҒЫ"


class Terminal:
    """`terminal("list people --json")`: types a command on the desk of this test; `code` is what it has to end with."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self.window = NoWindow()
        self._capsys = capsys

    def __call__(self, command: str, *more: str, code: int = 0, language: str = "en") -> Said:
        self._capsys.readouterr()
        arguments = ["--data", str(self.data), "--lang", language, *command.split(), *more]
        ended = cli.run(arguments, self.window)
        said = Said(*self._capsys.readouterr())
        assert ended == code, said
        if code == 1:
            assert len(said.err.splitlines()) == 1
            assert not said.out
        return said

    def raw(self, *arguments: str) -> tuple[int, Said]:
        self._capsys.readouterr()
        ended = cli.run(arguments, self.window)
        return ended, Said(*self._capsys.readouterr())

    @contextmanager
    def desk(self) -> Iterator[Make]:
        """The same desk through the services, between two commands."""
        with Desk.open(self.data, "en") as desk:
            yield Make(desk)


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "Хатшының үстелі", capsys)
