"""A meeting as its papers tell it: the data of minutes, extract and attendance list, all names as frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.rules import ResolvedVerb
from altdesk.domain.twins import Name

MOST_NAMED = 15  # present: of more the names stand on a list that is attached
NO_NUMBER = "____"


class Outcome(StrEnum):
    """What a vote came to; the values are keys of the paper's words."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    TIED = "tied"  # and so not adopted
    CHAIR_ADOPTED = "chair_adopted"  # tied, decided by the chair's vote
    CHAIR_REJECTED = "chair_rejected"
    UNDECIDED = "undecided"  # tied, and in a draft nobody has said yet how the chair voted
    NO_QUORUM = "no_quorum"


@dataclass(frozen=True)
class Officer:
    """Chair or secretary of the meeting: full name, name as in a signature, post outside the meeting."""

    full_name: str
    signature: str = ""
    post: str = ""


@dataclass(frozen=True)
class Attendant:
    """Somebody of the meeting; `note` is why somebody was absent, or the stays of who came and left more than once.

    `came` and `left` are times of day, empty for who was there from the beginning, or till the end.
    """

    full_name: str
    post: str = ""
    unit: str = ""
    note: str = ""
    excused: bool = False
    came: str = ""
    left: str = ""


@dataclass(frozen=True)
class Vote:
    """A vote's numbers; `present` where others were there than at the beginning, `needed` for a qualified majority.

    The names are those of a vote by name, on one line.
    """

    in_favour: int
    against: int = 0
    abstained: int = 0
    outcome: Outcome = Outcome.ADOPTED
    secret: bool = False
    present: int | None = None
    needed: int | None = None
    not_voting: int = 0
    who_against: str = ""
    who_abstained: str = ""


@dataclass(frozen=True)
class Decision:
    """A point of what was resolved: 1.1, its text, who answers for it, until when; `due_text` where it is no day."""

    number: str
    text: str
    responsible: str = ""
    due: date | None = None
    due_text: str = ""


@dataclass(frozen=True)
class Item:
    """An item of the agenda and what became of it; texts in paragraphs, one a line.

    `proposals` are the points that were not adopted: the paper has their wording, so that one can read what was voted
    on, and nothing that looks like an order.
    """

    number: str
    title: str
    speaker: str = ""
    heard: str = ""
    spoke: str = ""
    vote: Vote | None = None
    decisions: tuple[Decision, ...] = ()
    proposals: tuple[Decision, ...] = ()
    carried_over: bool = False
    put_off: bool = False  # carried over before anybody spoke
    undecided: bool = False  # nothing could be decided without a vote either: too few were there


@dataclass(frozen=True)
class Meeting:
    """A meeting from its head to its attachments; one marked as `draft` is not final yet."""

    organisation: Name
    unit: Name
    body: Name
    number: str
    on: date
    place: str
    chair: Officer
    secretary: Officer
    present: tuple[Attendant, ...]
    items: tuple[Item, ...]
    absent: tuple[Attendant, ...] = ()
    guests: tuple[Attendant, ...] = ()
    members: int = 0
    quorum: int = 0  # members needed to decide anything, 0 where no rule says
    competent: bool = True  # whether so many were there
    time: str = ""
    title: str = ""  # what sort of meeting it was
    verb: ResolvedVerb = ResolvedVerb.RESOLVED
    attachments: tuple[str, ...] = ()
    draft: bool = False

    @property
    def listed(self) -> bool:
        """Whether so many were present that their names stand on an attached list."""
        return len(self.present) > MOST_NAMED
