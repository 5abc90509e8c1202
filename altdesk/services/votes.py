"""Votes on agenda items: how they are taken, what is counted, who voted how in a vote by name.

Refused for final minutes, and for more votes than people present and entitled at that moment; the result is computed
(`altdesk.domain.minutes_votes.result`).
"""

from __future__ import annotations

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import Minutes, Vote
from altdesk.domain.minutes_kinds import Choice, VoteKind
from altdesk.domain.minutes_votes import with_choice
from altdesk.services.minutes_draft import editing, minutes_of_item
from db.models.minutes import agenda_item, named_vote
from db.step import Step

LABEL = N_("Vote: %(body)s, %(day)s")


def save(desk: Desk, item_id: int, vote: Vote) -> Changed:
    """Keep how a vote was taken and what was counted. Names are kept of a vote by name only, counts of the others."""
    with editing(desk, minutes_of_item(desk, item_id), LABEL) as (step, known):
        step.made = item_id
        _keep(step, known, item_id, vote)
    return desk.done(step)


def voice(desk: Desk, item_id: int, attendee_id: int, choice: Choice) -> Changed:
    """Say how one person voted; the vote is one by name from then on."""
    with editing(desk, minutes_of_item(desk, item_id), LABEL) as (step, known):
        step.made = item_id
        _keep(step, known, item_id, with_choice(known.item(item_id).vote, attendee_id, choice))
    return desk.done(step)


def _keep(step: Step, known: Minutes, item_id: int, vote: Vote) -> None:
    counted = vote.kind in {VoteKind.OPEN, VoteKind.SECRET}
    step.change(
        agenda_item,
        item_id,
        vote=vote.kind.value,
        majority=vote.majority.value,
        votes_for=vote.votes_for if counted else None,
        votes_against=vote.against if counted else 0,
        votes_abstained=vote.abstained if counted else 0,
        chair_vote=vote.chair.value if vote.chair and vote.kind is VoteKind.OPEN else "",
    )
    _keep_names(step, known, item_id, vote)


def _keep_names(step: Step, known: Minutes, item_id: int, vote: Vote) -> None:
    by_name = vote.names if vote.kind is VoteKind.BY_NAME else ()
    wanted = {each.attendee_id: each.choice for each in by_name if each.choice is not Choice.FOR}
    if wanted.keys() - {each.id for each in known.attendees}:
        raise Refusal(N_("Only who stands on the attendance list can vote."), field="votes")
    kept = {each.attendee_id: each.choice for each in known.item(item_id).vote.names}
    other = [number for number, choice in kept.items() if wanted.get(number) is not choice]
    step.remove(named_vote, (named_vote.c.item_id == item_id) & named_vote.c.attendee_id.in_(other))
    rows = [
        {"item_id": item_id, "attendee_id": number, "choice": choice.value}
        for number, choice in sorted(wanted.items())
        if kept.get(number) is not choice
    ]
    step.add_many(named_vote, rows)
