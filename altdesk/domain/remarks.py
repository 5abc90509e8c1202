"""A remark about something imported: a translatable sentence with its values, said where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence for the person; `message` is marked with `N_()`, `values` fill its `%(name)s`."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """The English sentence, for logs and tests."""
        return self.message % self.values if self.values else self.message


def remark(message: str, **values: object) -> Remark:
    """The remark that says `message` with these values."""
    return Remark(message, values)
