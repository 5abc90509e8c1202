"""Further posts of a person, one on a line: the post, and its unit in brackets."""

from __future__ import annotations

from altdesk.domain.people import Post
from ui.widgets.inputs import LongInput


class PostsInput(LongInput):
    """Keeps posts as they are typed; a line that nobody changed is the post it was, whatever stands in it."""

    LEAST = 1

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, Post] = {}

    def value(self) -> tuple[Post, ...]:  # type: ignore[override]
        lines = (line for line in self.toPlainText().splitlines() if line.strip())
        return tuple(self._kept.get(line) or Post.read(line) for line in lines)

    def set_value(self, value: tuple[Post, ...]) -> None:  # type: ignore[override]
        self._kept = {str(post): post for post in value}
        self.setPlainText("\n".join(map(str, value)))
