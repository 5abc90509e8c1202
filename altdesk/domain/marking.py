"""N_ marks a text for translation where it is declared; the translation happens where it is shown."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name gettext users know
    """The text itself; Babel collects it."""
    return text
