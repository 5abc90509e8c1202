"""Kazakh text in one place: how it is kept (clean, repair), ordered (sort_key) and found (fold, words, code_key)."""

from __future__ import annotations

from altdesk.domain.clean import REPAIR_NAMES, Cleaned, Repair, RepairKind, clean, clean_lines, nfc, visible
from altdesk.domain.codes import code_key
from altdesk.domain.fold import asked, fold, joined_words, words
from altdesk.domain.repair import repair
from altdesk.domain.sortkey import post_key, sort_key

__all__ = [
    "REPAIR_NAMES",
    "Cleaned",
    "Repair",
    "RepairKind",
    "asked",
    "clean",
    "clean_lines",
    "code_key",
    "fold",
    "joined_words",
    "nfc",
    "post_key",
    "repair",
    "sort_key",
    "visible",
    "words",
]
