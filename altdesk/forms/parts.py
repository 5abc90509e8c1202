"""Blocks that several forms begin or end with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from altdesk.domain.documents import RevisionState
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms.blocks import Align, Block, Face, Footer, Keep, Paragraph, Signatures, Stamp, Table, Title
from altdesk.forms.form import PrintOptions
from altdesk.forms.words import day, say, stacked, value_language


def letterhead(organisation: Name, options: PrintOptions) -> tuple[Block, ...]:
    """The organisation over the title; on a bilingual paper its Russian name under the Kazakh one."""
    text = stacked(organisation, options.language)
    lines = len(text.splitlines())
    return (Paragraph(text, sizes=(11, 10.5, 10, 9), align=Align.CENTRE, lines=lines, after=3),) if text else ()


def opening(options: PrintOptions, organisation: Name, title: str, under: str = "") -> tuple[Block, ...]:
    """Organisation, title, and a line under it; what is empty is left out."""
    blocks: list[Block] = [*letterhead(organisation, options), Title(title.replace(" / ", "\n"))]
    if under:
        blocks.append(Paragraph(under, Face.BOLD, sizes=(12, 11), align=Align.CENTRE, lines=2, after=3))
    return tuple(blocks)


def footer(key: str, on: date | None, options: PrintOptions, called: str = "") -> Footer:
    """The form's name and day at the left, «n-бет, барлығы m» at the right; `called` where the name is another."""
    language = options.language
    left = called or say(key, value_language(language)).capitalize()
    if on:
        left += f", {day(on)}"
    return Footer(say("page", language, page="%(page)s", pages="%(pages)s"), left=left)


def numbered(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Rows with their number, 1, 2, 3 …, in front."""
    return tuple((str(no), *row) for no, row in enumerate(rows, 1))


def withdrawn(state: RevisionState, options: PrintOptions) -> tuple[Block, ...]:
    """The mark of a withdrawn revision, nothing for any other."""
    if state is not RevisionState.WITHDRAWN:
        return ()
    return (Stamp(say("withdrawn_mark", options.language)),)


def signed(people: tuple[Signatory, ...], options: PrintOptions) -> tuple[Block, ...]:
    """Who answers for the list signs under it: (post, name as in a signature); nothing where nobody is named."""
    return (signatures(people, options),) if people else ()


def signatures(people: Iterable[Signatory], options: PrintOptions) -> Signatures:
    """A line to sign on for each, the post in the language of the paper."""
    return Signatures(tuple((stacked(post, options.language), name) for post, name in people))


def ended(blocks: tuple[Block, ...], *end: Block) -> tuple[Block, ...]:
    """Blocks and what ends the paper, such as signatures: it never begins a page without the last of them."""
    return (*blocks[:-1], Keep((blocks[-1], *end))) if end else blocks


def closed(table: Table, under: str, people: tuple[Signatory, ...], options: PrintOptions) -> Keep:
    """A list with its totals and who answers for it; neither of them begins a page without the last row."""
    return Keep((table, Paragraph(under, sizes=(11,)), *signed(people, options)))


def draft(marked: bool, options: PrintOptions) -> tuple[Block, ...]:
    """The mark «ЖОБА» of what is not final yet, nothing for what is."""
    return (Stamp(say("draft_mark", options.language)),) if marked else ()
