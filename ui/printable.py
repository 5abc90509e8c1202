"""A paper as the preview takes it: how it is rendered, saved and noted as printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from altdesk.forms.form import Option, Output, PrintOptions

if TYPE_CHECKING:
    from altdesk.services.papers.paper import Paper

Turns = Callable[[str], bool]
"""Whether a form (its code) is printed on both sides of sheets turned over their long edge."""


@dataclass(frozen=True)
class Look:
    """A rendered paper: its PDF, how many pages the whole of it has and which are here, and how it was rendered.

    `form` is the code its printer is remembered by; `note` records that it went through the printer.
    """

    content: bytes
    pages: int
    form: str = ""
    options: PrintOptions = PrintOptions()
    printed: tuple[int, ...] = ()
    note: Callable[[], object] = lambda: None


@dataclass(frozen=True)
class Printable:
    """A paper that can be looked at and printed. The functions run in the render room; `save` writes a file by its
    ending."""

    title: str
    render: Callable[[PrintOptions, Turns], Look]
    save: Callable[[Path, PrintOptions], object]
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

    def render(options: PrintOptions, turns: Turns) -> Look:
        paper = make()
        code = paper.form.code
        used = replace(options, two_sided=turns(code))
        rendered = printing.render(desk, paper, used)
        note = partial(printing.record, paper, rendered, used)
        return Look(rendered.content, rendered.pages, code, used, rendered.printed, note)

    def save(out: Path, options: PrintOptions) -> object:
        return printing.save(desk, make(), out, options)

    return Printable(title, render, save, paper_options, outputs)
