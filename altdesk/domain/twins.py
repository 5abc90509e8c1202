"""A name in Kazakh with its Russian twin: papers are issued in both languages, and each names the house its own way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Twin:
    """A name in Kazakh and in Russian."""

    kk: str
    ru: str


Name: TypeAlias = str | Twin
"""What stands on a paper: a text that is the same in every language, or a name with its Russian twin."""


def twin(kk: str, ru: str) -> Name:
    """A name as kept in two fields; where the Russian one is empty or says the same, a plain text."""
    return Twin(kk, ru) if ru not in {"", kk} else kk
