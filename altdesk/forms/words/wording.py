"""One exact wording of a paper's text in each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One wording in the three languages."""

    kk: str
    ru: str
    en: str
