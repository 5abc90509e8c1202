"""Abbreviations: the table of what is written short, changed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, select

from altdesk.desk import Changed, Desk
from altdesk.domain.abbreviations import Abbreviation, AbbreviationDraft
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import asked, clean, clean_lines, fold, sort_key, words
from db.models.abbreviations import abbreviation
from db.step import Step


def every(desk: Desk, text: str = "") -> list[Abbreviation]:
    """The abbreviations in Kazakh order, all or those where each typed word begins a word."""
    with desk.store.read() as connection:
        found = read(connection)
    typed = asked(text)
    return [each for each in found if all(_begins(each, word) for word in typed)]


def _begins(each: Abbreviation, typed: str) -> bool:
    return any(word.startswith(typed) for word in words(f"{each.short} {each.expansion} {each.note}"))


def read(connection: Connection) -> list[Abbreviation]:
    """The abbreviations as they stand on this connection."""
    columns = (abbreviation.c.short, abbreviation.c.expansion, abbreviation.c.note, abbreviation.c.id)
    order = (abbreviation.c.short_sort, abbreviation.c.expansion_sort, abbreviation.c.id)
    return [Abbreviation(*row) for row in connection.execute(select(*columns).order_by(*order))]


def get(desk: Desk, abbreviation_id: int) -> Abbreviation:
    """One abbreviation. Refused when there is no such record."""
    found = next((each for each in every(desk) if each.id == abbreviation_id), None)
    if found is None:
        raise Refusal(N_("There is no such abbreviation."))
    return found


def add(desk: Desk, draft: AbbreviationDraft) -> Changed:
    """Add an abbreviation. Refused without its letters, and when the same one with the same expansion is there."""
    tidied = tidy(draft)
    with desk.step(N_("Add the abbreviation %(short)s"), short=tidied.short) as step:
        _refuse_twin(step, tidied, None)
        step.made = insert(step, [tidied])[0]
    return desk.done(step)


def insert(step: Step, drafts: Iterable[AbbreviationDraft]) -> list[int]:
    """Within a step: keep tidied drafts."""
    return step.add_many(abbreviation, [_row(draft) for draft in drafts])


def save(desk: Desk, abbreviation_id: int, draft: AbbreviationDraft) -> Changed:
    """Change an abbreviation, its expansion or its note."""
    tidied = tidy(draft)
    with desk.step(N_("Change the abbreviation %(short)s"), short=tidied.short) as step:
        _refuse_twin(step, tidied, abbreviation_id)
        step.made = abbreviation_id
        step.change(abbreviation, abbreviation_id, **_row(tidied))
    return desk.done(step)


def remove(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Remove abbreviations; undo brings them back."""
    ids = list(chosen)
    with desk.step(N_("Remove abbreviations")) as step:
        step.remove(abbreviation, abbreviation.c.id.in_(ids))
    return desk.done(step)


def tidy(draft: AbbreviationDraft) -> AbbreviationDraft:
    """The draft with its texts cleaned. Refused without an abbreviation."""
    short = clean(draft.short).text
    if not short:
        raise Refusal(N_("Type the abbreviation."), field="short")
    return replace(draft, short=short, expansion=clean(draft.expansion).text, note=clean_lines(draft.note))


def same(one: AbbreviationDraft, other: AbbreviationDraft) -> bool:
    """Whether two say the same short for the same long."""
    return fold(one.short) == fold(other.short) and fold(one.expansion) == fold(other.expansion)


def _refuse_twin(step: Step, draft: AbbreviationDraft, own: int | None) -> None:
    if any(same(each, draft) for each in read(step.connection) if each.id != own):
        raise Refusal(N_("%(short)s is already in the table with this expansion."), field="short", short=draft.short)


def _row(draft: AbbreviationDraft) -> dict[str, str]:
    return {
        "short": draft.short,
        "short_sort": sort_key(draft.short),
        "expansion": draft.expansion,
        "expansion_sort": sort_key(draft.expansion),
        "note": draft.note,
    }
