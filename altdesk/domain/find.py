"""What the global find answers with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    """One record found; `kind` names its table."""

    kind: str
    id: int
    title: str
    subtitle: str
    exact: bool
