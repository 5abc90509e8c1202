"""Minutes as rows of lists, what narrows a list, and items that earlier meetings offer to the next one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.marking import N_
from altdesk.domain.minutes import NOBODY, Named
from altdesk.domain.minutes_kinds import MinutesState


@dataclass(frozen=True)
class MinutesLine:
    """Minutes as a row of a list; `present` of `entitled` and whether that was a quorum, `items` on the agenda."""

    id: int
    body_id: int
    body: str
    number: str
    period: str
    held_on: date
    state: MinutesState
    title: str
    place: str
    chair: str
    secretary: str
    present: int
    entitled: int
    quorum: bool
    items: int
    signed_on: date | None = None
    reopened: str = ""
    first_item: str = ""  # the title of the first item on the agenda

    @property
    def subject(self) -> str:
        """What the meeting was about: its own title, else how its agenda begins."""
        return self.title or self.first_item


@dataclass(frozen=True)
class ItemLine:
    """An item of some minutes as a row of what was found by its text."""

    id: int
    minutes_id: int
    number: int
    title: str
    body: str
    minutes_number: str
    held_on: date
    state: MinutesState


@dataclass(frozen=True)
class MinutesQuery:
    """What a list of minutes shows. `text` is looked for in everything that was written, item by item."""

    text: str = ""
    sort: str = "held_on"  # held_on, number, body, state, title, place
    descending: bool = True
    state: MinutesState | None = None
    body_id: int | None = None
    period: str = ""
    person_id: int | None = None  # was there
    first: date | None = None
    last: date | None = None


class OfferReason(StrEnum):
    """Why an item of an earlier meeting is offered to the next one."""

    NOT_DEALT = "not_dealt"
    OPEN_TASK = "open_task"


OFFER_NAMES = {OfferReason.NOT_DEALT: N_("Not dealt with"), OfferReason.OPEN_TASK: N_("Its task is open")}


@dataclass(frozen=True)
class Offer:
    """An item of an earlier meeting offered to the next one; `open_tasks` of its points are not done."""

    item_id: int
    title: str
    minutes_id: int
    minutes_number: str
    held_on: date
    reason: OfferReason
    open_tasks: int = 0
    speaker: Named = NOBODY
