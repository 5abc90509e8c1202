"""Hand-overs (§9.1): the approved original and the Word version of a revision go to the unit that keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain import copies as rules
from altdesk.domain.copies import Handed, Handover, HandoverDraft
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.text import clean, clean_lines
from altdesk.services import documents, organisation
from db.models.copies import handover
from db.models.documents import revision
from db.queries import copies as queries
from db.step import Step, now

_TEXTS = ("given_by", "given_by_post", "received_by", "received_by_post", "place")


@dataclass(frozen=True)
class Whereabouts:
    """The last hand-over of a revision's paper original and of its Word version; None: still in the department."""

    original: Handover | None = None
    electronic: Handover | None = None


def of_document(desk: Desk, document_id: int) -> list[Handover]:
    """The hand-overs of a document's revisions, the newest first."""
    with desk.store.read() as connection:
        return queries.handovers(connection, revision.c.document_id == document_id)


def of_revision(desk: Desk, revision_id: int) -> list[Handover]:
    """The hand-overs of one revision, the newest first."""
    with desk.store.read() as connection:
        return queries.handovers(connection, handover.c.revision_id == revision_id)


def get(desk: Desk, handover_id: int) -> Handover:
    """One hand-over. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.handovers(connection, handover.c.id == handover_id)
    if not found:
        raise Refusal(N_("There is no such hand-over."))
    return found[0]


def whereabouts(desk: Desk, revision_id: int) -> Whereabouts:
    """Where the original and the Word version of a revision are."""
    done = [each for each in of_revision(desk, revision_id) if each.handed_on is not None]

    def last(what: Handed) -> Handover | None:
        return next((each for each in done if each.covers(what)), None)

    return Whereabouts(last(Handed.ORIGINAL), last(Handed.ELECTRONIC))


def usual(desk: Desk) -> HandoverDraft:
    """A hand-over to begin with: given by the head of the department (§9.1), received where it was the last time."""
    heads = organisation.get(desk)
    with desk.store.read() as connection:
        last = max(queries.handovers(connection, handover.c.id > 0), key=lambda each: each.id, default=None)
    draft = HandoverDraft(given_by=heads.director, given_by_post=heads.director_post)
    if last is None:
        return draft
    return replace(draft, received_by=last.received_by, received_by_post=last.received_by_post, place=last.place)


def add(desk: Desk, revision_id: int, draft: HandoverDraft) -> Changed:
    """Note that a revision is handed over, or prepare its receipt; then the day stays empty."""
    tidied = tidy(draft)
    chosen = documents.revision_of(desk, revision_id)
    known = documents.get(desk, chosen.document_id)
    with desk.step(N_("Hand over revision %(number)s of %(code)s"), number=chosen.number, code=known.code) as step:
        step.made = step.add(handover, revision_id=revision_id, **_row(step, tidied))
    return desk.done(step)


def save(desk: Desk, handover_id: int, draft: HandoverDraft) -> Changed:
    """Change what is kept of a hand-over."""
    tidied, kept = tidy(draft), get(desk, handover_id)
    with desk.step(N_("Hand over revision %(number)s of %(code)s"), number=kept.revision, code=kept.document) as step:
        step.made = handover_id
        step.change(handover, handover_id, **_row(step, tidied, kept))
    return desk.done(step)


def bin_(desk: Desk, handovers: Iterable[int]) -> Changed:
    """Put hand-overs entered by mistake into the bin; undo brings them back."""
    every_one = list(handovers)
    with desk.step(N_("Hand-overs to the bin: %(count)s"), count=len(every_one)) as step:
        step.change_many(handover, [(number, {"binned_at": now()}) for number in every_one])
    return desk.done(step)


def tidy(draft: HandoverDraft) -> HandoverDraft:
    """The draft with its texts cleaned. Refused for a number of sheets that cannot be."""
    cleaned: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in _TEXTS}
    tidied = replace(draft, **cleaned, note=clean_lines(draft.note))
    rules.check_handover(tidied)
    return tidied


def _row(step: Step, draft: HandoverDraft, kept: Handover | None = None) -> dict[str, Any]:
    texts = {name: getattr(draft, name) for name in _TEXTS}
    said = {"what": draft.what.value, "sheets": draft.sheets, "handed_on": draft.handed_on, "note": draft.note}
    heads = organisation.read(step.connection)
    for post in ("given_by_post", "received_by_post"):
        if kept is None or texts[post] != getattr(kept, post):
            said[f"{post}_ru"] = heads.post_in_russian(texts[post])
    return said | texts
