"""What minutes may be: their states, how somebody is on the attendance list, votes and majorities, with their names."""

from __future__ import annotations

from enum import StrEnum

from altdesk.domain.marking import N_


class MinutesState(StrEnum):
    DRAFT = "draft"
    FINAL = "final"  # numbered and locked
    SIGNED = "signed"  # the signed paper is back


class Presence(StrEnum):
    """How somebody stands on the attendance list."""

    PRESENT = "present"
    ABSENT = "absent"  # with or without a reason
    EXCUSED = "excused"
    GUEST = "guest"  # present, no member, never votes


class ItemState(StrEnum):
    PLANNED = "planned"  # counts as dealt with once anything is written under it
    DEALT = "dealt"
    POSTPONED = "postponed"  # not dealt with: offered to the next meeting
    PUT_OFF = "put_off"  # final, and nothing was said of it; see `minutes_decisions` for what becomes of items
    NOT_ADOPTED = "not_adopted"  # final, and its points are no decisions
    LEFT_OPEN = "left_open"  # the same, and the next meeting goes on with it


class VoteKind(StrEnum):
    NONE = "none"  # the item was heard, nothing was voted on
    OPEN = "open"  # raised hands: only counts are kept
    BY_NAME = "by_name"  # open, and who voted how is kept
    SECRET = "secret"  # ballot papers: counts only, nobody's vote is known


class Majority(StrEnum):
    """How many must be for it; see `minutes_votes.outcome` for what the share is taken of."""

    ORDINARY = "ordinary"
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"


class Choice(StrEnum):
    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    NOT_VOTING = "not_voting"  # present and entitled, took no part


STATE_NAMES = {
    MinutesState.DRAFT: N_("Draft minutes"),
    MinutesState.FINAL: N_("Final"),
    MinutesState.SIGNED: N_("Signed minutes"),
}
PRESENCE_NAMES = {
    Presence.PRESENT: N_("Present"),
    Presence.ABSENT: N_("Not present"),
    Presence.EXCUSED: N_("Excused"),
    Presence.GUEST: N_("Guest"),
}
ITEM_STATE_NAMES = {
    ItemState.PLANNED: N_("On the agenda"),
    ItemState.DEALT: N_("Dealt with"),
    ItemState.POSTPONED: N_("Not dealt with"),
    ItemState.PUT_OFF: N_("Not dealt with"),
    ItemState.NOT_ADOPTED: N_("Not adopted"),
    ItemState.LEFT_OPEN: N_("For the next meeting"),
}
VOTE_KIND_NAMES = {
    VoteKind.NONE: N_("No vote"),
    VoteKind.OPEN: N_("Open vote"),
    VoteKind.BY_NAME: N_("Open vote by name"),
    VoteKind.SECRET: N_("Secret vote"),
}
MAJORITY_NAMES = {
    Majority.ORDINARY: N_("Ordinary majority"),
    Majority.TWO_THIRDS: N_("Two thirds"),
    Majority.THREE_QUARTERS: N_("Three quarters"),
}
CHOICE_NAMES = {
    Choice.FOR: N_("For"),
    Choice.AGAINST: N_("Against"),
    Choice.ABSTAINED: N_("Abstained"),
    Choice.NOT_VOTING: N_("Did not vote"),
}
