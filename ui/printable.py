"""A paper as the preview takes it: how it is rendered, saved and noted as printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from altdesk.forms.form import Option, Output, PrintOptions

if TYPE_CHECKING:
    from altdesk.forms.render import Rendered
    from altdesk.services.papers import Paper


@dataclass(frozen=True)
class Printable:
    """A paper that can be looked at and printed. The functions run in the render room.

    `render` answers the PDF and how many pages the whole paper has; `save` writes a file by its ending; `printed`
    records that the paper went through the printer.
    """

    title: str
    render: Callable[[PrintOptions], tuple[bytes, int]]
    save: Callable[[Path, PrintOptions], object]
    printed: Callable[[PrintOptions], object] | None = None
    options: frozenset[Option] = field(default_factory=frozenset)
    outputs: tuple[Output, ...] = (Output.PDF, Output.DOCX)


def printable(
    desk: Any,
    title: str,
    make: Callable[[], Paper],
    paper_options: frozenset[Option],
    outputs: tuple[Output, ...] = (Output.PDF, Output.DOCX),
) -> Printable:
    """A paper of `altdesk.services.papers`: `printable(desk, "…", lambda: papers.acquaintance(desk, 7), …)`."""
    from altdesk.services import printing

    last: dict[PrintOptions, tuple[Paper, Rendered]] = {}

    def render(options: PrintOptions) -> tuple[bytes, int]:
        paper = make()
        rendered = printing.render(desk, paper, options)
        last.clear()
        last[options] = (paper, rendered)
        return rendered.content, rendered.pages

    def printed(options: PrintOptions) -> object:
        paper, rendered = last[options]
        return printing.record(paper, rendered, options)

    def save(out: Path, options: PrintOptions) -> object:
        return printing.save(desk, make(), out, options)

    return Printable(title, render, save, printed, paper_options, outputs)
