"""What a step touched: the answer of every user verb, and what a page needs to know whether to reload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Changed:
    """`label` and `values` name the step (translate the label, fill in the values); `id` is the record it made."""

    step_id: int
    label: str
    values: Mapping[str, object] = field(default_factory=dict)
    tables: frozenset[str] = frozenset()
    id: int | None = None

    @property
    def nothing(self) -> bool:
        """True when the step found nothing to do and left no trace."""
        return self.step_id == 0
