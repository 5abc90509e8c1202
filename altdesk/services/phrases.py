"""Phrases for minutes: kept by a short key, put in where it is typed (`domain.phrases.expand`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.phrases import Phrase, PhraseDraft, Section
from altdesk.domain.text import clean, clean_lines, fold, sort_key
from db.models.minutes import phrase
from db.step import Step


def all_phrases(desk: Desk) -> list[Phrase]:
    """Every phrase, by key in Kazakh order."""
    columns = (phrase.c.key, phrase.c.text, phrase.c.section, phrase.c.language, phrase.c.id)
    with desk.store.read() as connection:
        rows = connection.execute(select(*columns)).all()
    found = [Phrase(row[0], row[1], Section(row[2]), row[3], row[4]) for row in rows]
    return sorted(found, key=lambda each: (sort_key(each.key), each.language))


def add(desk: Desk, draft: PhraseDraft) -> Changed:
    """Keep a phrase. Refused without a key or a text, for a key of several words, or one that is taken."""
    with desk.step(N_("Add the phrase %(key)s"), key=clean(draft.key).text) as step:
        step.made = step.add(phrase, **_columns(step, draft, None))
    return desk.done(step)


def save(desk: Desk, phrase_id: int, draft: PhraseDraft) -> Changed:
    """Change a phrase; minutes it was put into keep what they say."""
    with desk.step(N_("Change the phrase %(key)s"), key=clean(draft.key).text) as step:
        step.made = phrase_id
        step.change(phrase, phrase_id, **_columns(step, draft, phrase_id))
    return desk.done(step)


def remove(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Remove phrases; undo brings them back."""
    every = list(chosen)
    with desk.step(N_("%(count)s phrases removed"), count=len(every)) as step:
        step.remove(phrase, phrase.c.id.in_(every))
    return desk.done(step)


def _columns(step: Step, draft: PhraseDraft, own: int | None) -> dict[str, Any]:
    key, text = clean(draft.key).text, clean_lines(draft.text)
    folded = fold(key)
    if not folded or " " in key:
        raise Refusal(N_("The key is one short word of letters or digits."), field="key")
    if not text:
        raise Refusal(N_("Type the text that the key stands for."), field="text")
    same = (phrase.c.key_fold == folded) & (phrase.c.language == draft.language)
    twin = step.connection.execute(select(phrase.c.id, phrase.c.key).where(same)).first()
    if twin is not None and twin.id != own:
        raise Refusal(N_("The key %(key)s stands for another text already."), field="key", key=twin.key)
    named = {"key": key, "key_fold": folded, "text": text}
    return named | {"section": draft.section.value, "language": draft.language}
