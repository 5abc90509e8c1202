"""Every table of a desk, one file an area.

`metadata` knows every table there is: whoever asks for it loads every area. An area's own file loads itself only.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.models.base import metadata

__all__ = ["AREAS", "metadata"]

AREAS = (
    "abbreviations",
    "acquaintance",
    "attachments",
    "binder",
    "bodies",
    "changes",
    "club_assessments",
    "copies",
    "desk",
    "documents",
    "events",
    "leadership",
    "matrix",
    "measures",
    "minutes",
    "norms",
    "people",
    "plans",
    "report",
    "risks",
    "sponsors",
    "tasks",
)


def __getattr__(name: str) -> object:
    if name != "metadata":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    for area in AREAS:
        import_module(f"{__name__}.{area}")
    return import_module(f"{__name__}.base").metadata
