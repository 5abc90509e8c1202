"""What the global find answers with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
<<<<<<< HEAD
    """One record found; `kind` is person, document, sheet, body, saved_group or unit."""
=======
    """One record found; `kind` is person, document, sheet, norm, saved_group or unit."""
>>>>>>> copies

    kind: str
    id: int
    title: str
    subtitle: str
    exact: bool
