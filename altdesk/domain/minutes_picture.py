"""Minutes as one JSON text and back: how a version is kept, whatever becomes of people, bodies and rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from altdesk.domain.bodies import QuorumKind, QuorumRule
from altdesk.domain.minutes import AgendaItem, Attendee, Minutes, Named, NamedVote, ResolvedPoint, Stay, Vote
from altdesk.domain.minutes_kinds import Choice, ItemState, Majority, MinutesState, Presence, VoteKind
from altdesk.domain.rules import ResolvedVerb, TieRule

Kept = Mapping[str, Any]


def to_text(minutes: Minutes) -> str:
    """The minutes as JSON; days and times are ISO."""
    return json.dumps(asdict(minutes), ensure_ascii=False, sort_keys=True, default=lambda value: value.isoformat())


def from_text(text: str) -> Minutes:
    """The minutes that `to_text` wrote."""
    kept = json.loads(text)
    return Minutes(**{
        **kept,
        "held_on": date.fromisoformat(kept["held_on"]),
        "starts_at": _time(kept["starts_at"]),
        "ends_at": _time(kept["ends_at"]),
        "chair": Named(**kept["chair"]),
        "secretary": Named(**kept["secretary"]),
        "verb": ResolvedVerb(kept["verb"]),
        "quorum": QuorumRule(QuorumKind(kept["quorum"]["kind"]), kept["quorum"]["parts"], kept["quorum"]["of"]),
        "state": MinutesState(kept["state"]),
        "tie_rule": TieRule(kept["tie_rule"]),
        "attendees": tuple(map(_attendee, kept["attendees"])),
        "items": tuple(map(_item, kept["items"])),
        "finalized_at": datetime.fromisoformat(kept["finalized_at"]) if kept["finalized_at"] else None,
        "signed_on": _day(kept["signed_on"]),
    })


def _attendee(kept: Kept) -> Attendee:
    stays = tuple(Stay(_time(each["arrives"]), _time(each["leaves"])) for each in kept["stays"])
    return Attendee(**{**kept, "state": Presence(kept["state"]), "stays": stays})


def _item(kept: Kept) -> AgendaItem:
    return AgendaItem(**{
        **kept,
        "speaker": Named(**kept["speaker"]),
        "state": ItemState(kept["state"]),
        "starts_at": _time(kept["starts_at"]),
        "ends_at": _time(kept["ends_at"]),
        "vote": _vote(kept["vote"]),
        "points": tuple(map(_point, kept["points"])),
    })


def _vote(kept: Kept) -> Vote:
    return Vote(**{
        **kept,
        "kind": VoteKind(kept["kind"]),
        "majority": Majority(kept["majority"]),
        "chair": Choice(kept["chair"]) if kept["chair"] else None,
        "names": tuple(NamedVote(each["attendee_id"], Choice(each["choice"])) for each in kept["names"]),
    })


def _point(kept: Kept) -> ResolvedPoint:
    responsible = tuple(Named(**each) for each in kept["responsible"])
    return ResolvedPoint(**{**kept, "responsible": responsible, "due_on": _day(kept["due_on"])})


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
