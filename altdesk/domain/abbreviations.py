"""Abbreviations (§3.2): what a document writes short. An expansion nobody gave stays empty; none is ever invented."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AbbreviationDraft:
    """An abbreviation as typed; one that stands for two things is kept twice."""

    short: str = ""
    expansion: str = ""
    note: str = ""


@dataclass(frozen=True)
class Abbreviation(AbbreviationDraft):
    """A kept abbreviation."""

    id: int = 0
