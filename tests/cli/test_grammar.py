"""The declared commands: each names a function that is there."""

from __future__ import annotations

from collections import Counter

import pytest

from altdesk.commands.grammar import COMMANDS, FAMILIES
from altdesk.commands.grammar.command import Command

WITHOUT_DESK = {"demo", "self-test"}  # the door runs them itself


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.family} {command.name}".strip())
def test_a_command_names_what_runs(command: Command) -> None:
    if command.name in WITHOUT_DESK:
        assert not command.run
    else:
        assert callable(command.function())
    assert not command.family or command.family in FAMILIES


def test_no_command_is_declared_twice() -> None:
    assert [key for key, times in Counter(command.key for command in COMMANDS).items() if times > 1] == []
