"""Minutes: who was there, the agenda, votes, resolved points, kept versions, and the phrases they are typed with."""

from __future__ import annotations

from altdesk.domain.bodies import QUORUM_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.minutes_kinds import (
    CHOICE_NAMES,
    ITEM_STATE_NAMES,
    MAJORITY_NAMES,
    PRESENCE_NAMES,
    STATE_NAMES,
    VOTE_KIND_NAMES,
)
from altdesk.domain.minutes_votes import RESULT_NAMES
from altdesk.domain.phrases import SECTION_NAMES
from altdesk.domain.records.table import Table
from altdesk.domain.rules import TIE_NAMES, VERB_NAMES

_DUE, _DUE_IN_WORDS = N_("Due"), N_("Due, in words")
_BEGINS, _ENDS = N_("Begins"), N_("Ends")

TABLES = {
    "minutes": Table(
        N_("The minutes"),
        N_("Minutes of meetings"),
        ("body_id", "number", "held_on"),
        opens="minutes",
        bin=True,
        fields={
            "period": N_("Period"),
            "held_on": N_("Held on"),
            "starts_at": _BEGINS,
            "ends_at": _ENDS,
            "verb": N_("Word over the decisions"),
            "tie_rule": N_("When as many are for as against"),
            "quorum_kind": N_("Quorum"),
            "quorum_parts": N_("Parts"),
            "quorum_of": N_("Of"),
            "present": N_("Present"),
            "entitled": N_("Entitled to vote"),
            "quorum": N_("Quorum was there"),
            "chair_id": N_("Chairperson"),
            "chair_name": N_("Chairperson"),
            "chair_post": N_("Post of the chair"),
            "secretary_id": N_("Secretary"),
            "secretary_name": N_("Secretary"),
            "secretary_post": N_("Post of the secretary"),
            "version": N_("Version"),
            "finalized_at": N_("Made final at"),
            "signed_on": N_("Signed on"),
            "body_name": N_("Name of the body"),
            "city": N_("City"),
            "place": N_("Place"),
            "notes": N_("Notes"),
            "reopened": N_("Why it was reopened"),
        },
        values={"state": STATE_NAMES, "verb": VERB_NAMES, "tie_rule": TIE_NAMES, "quorum_kind": QUORUM_NAMES},
    ),
    "attendee": Table(
        N_("On the attendance list"),
        called=("full_name",),
        of=("minutes", "minutes_id"),
        fields={
            "minutes_id": N_("The minutes"),
            "votes": N_("Right to vote"),
            "stays": N_("Came and left"),
            "reason": N_("Reason"),
        },
        values={"state": PRESENCE_NAMES},
    ),
    "agenda_item": Table(
        N_("Agenda item"),
        called=("title",),
        of=("minutes", "minutes_id"),
        opens="agenda_item",
        fields={
            "minutes_id": N_("The minutes"),
            "carried_from": N_("Taken over from"),
            "dealt": N_("Dealt with"),
            "starts_at": _BEGINS,
            "ends_at": _ENDS,
            "vote": N_("Vote"),
            "majority": N_("Majority"),
            "votes_for": N_("For"),
            "votes_against": N_("Against"),
            "votes_abstained": N_("Abstained"),
            "chair_vote": N_("Vote of the chair"),
            "result": N_("Result"),
            "speaker_id": N_("Speaker"),
            "speaker": N_("Speaker"),
            "speaker_post": N_("Post of the speaker"),
            "resolved": N_("Resolved"),
            "heard": N_("Heard"),
            "discussed": N_("Discussed"),
        },
        values={
            "state": ITEM_STATE_NAMES,
            "vote": VOTE_KIND_NAMES,
            "majority": MAJORITY_NAMES,
            "chair_vote": CHOICE_NAMES,
            "result": RESULT_NAMES,
        },
    ),
    "named_vote": Table(
        N_("Vote by name"),
        called=("attendee_id",),
        of=("agenda_item", "item_id"),
        fields={"item_id": N_("Agenda item"), "attendee_id": N_("Who"), "choice": N_("Vote")},
        values={"choice": CHOICE_NAMES},
    ),
    "resolved_point": Table(
        N_("Resolved point"),
        called=("text",),
        of=("agenda_item", "item_id"),
        fields={"item_id": N_("Agenda item"), "due_on": _DUE, "due_text": _DUE_IN_WORDS, "text": N_("Text")},
    ),
    "point_person": Table(
        N_("Responsible for a point"),
        called=("full_name",),
        of=("resolved_point", "point_id"),
        fields={"point_id": N_("Resolved point")},
    ),
    "minutes_version": Table(
        N_("Kept version of minutes"),
        called=("minutes_id", "number"),
        of=("minutes", "minutes_id"),
        fields={
            "minutes_id": N_("The minutes"),
            "kept_at": N_("Kept at"),
            "kept_by": N_("Kept by"),
            "reopened_at": N_("Reopened at"),
            "reason": N_("Reason"),
        },
    ),
    "phrase": Table(
        N_("Phrase"),
        N_("Phrases"),
        ("key", "text"),
        bin=True,
        fields={"key": N_("Key"), "language": N_("Language"), "section": N_("Section"), "text": N_("Text")},
        values={"section": SECTION_NAMES},
    ),
}
