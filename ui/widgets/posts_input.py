"""Further posts of a person, one on a line: the post, and its unit in brackets."""

from __future__ import annotations

from altdesk.domain.people import Post, read_posts
from ui.widgets.inputs import LongInput


class PostsInput(LongInput):
    """Keeps posts as they are typed; a line without brackets is a post without a unit."""

    LEAST = 1

    def value(self) -> tuple[Post, ...]:  # type: ignore[override]
        return read_posts(";".join(self.toPlainText().splitlines()))

    def set_value(self, value: tuple[Post, ...]) -> None:  # type: ignore[override]
        self.setPlainText("\n".join(map(str, value)))
