"""Fields for somebody named on a paper: a person of the register, or a name typed for who is not in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from altdesk.domain.minutes import NOBODY, Named
from ui.widgets.finder import FinderInput, Suggestion
from ui.work import Work

BETWEEN = "; "


class NamedInput(FinderInput):
    """One person. What was chosen from the register keeps its number while the name stays as it was."""

    def __init__(self, work: Work, search: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__(work, search)
        self._chosen = NOBODY

    def value(self) -> Named:
        name = " ".join(self.text().split())
        return self._chosen if name == self._chosen.full_name else Named(name)

    def set_value(self, value: Named) -> None:
        self._chosen = value
        self.setText(value.full_name)
        self.setCursorPosition(0)

    def typed(self) -> Any:
        return asdict(self.value())

    def set_typed(self, typed: Any) -> None:
        if (found := named_of(typed)) is not None:
            self.set_value(found)

    def take(self, suggestion: Suggestion) -> None:
        self._chosen = suggestion.value
        self.setText(self._chosen.full_name)


class SeveralNamedInput(FinderInput):
    """Several people on one line, with semicolons between them; the one being typed is found."""

    def __init__(self, work: Work, search: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__(work, lambda text: search(_parts(text)[-1] if text.strip() else ""))
        self._known: dict[str, Named] = {}

    def value(self) -> tuple[Named, ...]:
        names = [name for part in _parts(self.text()) if (name := " ".join(part.split()))]
        return tuple(self._known.get(name, Named(name)) for name in dict.fromkeys(names))

    def set_value(self, value: Sequence[Named]) -> None:
        self._known = {each.full_name: each for each in value}
        self.setText(BETWEEN.join(each.full_name for each in value))
        self.setCursorPosition(0)

    def typed(self) -> Any:
        return [asdict(each) for each in self.value()]

    def set_typed(self, typed: Any) -> None:
        if isinstance(typed, list):
            self.set_value([found for each in typed if (found := named_of(each)) is not None])

    def take(self, suggestion: Suggestion) -> None:
        chosen: Named = suggestion.value
        before = [name for part in _parts(self.text())[:-1] if (name := part.strip())]
        self._known[chosen.full_name] = chosen
        self.setText(BETWEEN.join([*before, chosen.full_name]) + BETWEEN)


def named_of(typed: Any) -> Named | None:
    """What `asdict` of a Named made, read back; None for anything else."""
    match typed:
        case {"full_name": str(name), "post": str(post), "person_id": int() | None as number}:
            return Named(name, post, number)
    return None


def _parts(text: str) -> list[str]:
    return text.split(";")
