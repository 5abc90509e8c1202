"""What two versions of minutes differ in, as a person reads it: field by field, word by word, item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from altdesk.domain.dates import short_day
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Attendee, Minutes, Named, ResolvedPoint
from altdesk.domain.minutes_attendance import clock, stays_text
from altdesk.domain.minutes_kinds import (
    CHOICE_NAMES,
    ITEM_STATE_NAMES,
    MAJORITY_NAMES,
    PRESENCE_NAMES,
    VOTE_KIND_NAMES,
    VoteKind,
)
from altdesk.domain.minutes_votes import choice_of, tally
from altdesk.domain.rules import VERB_NAMES

Marked = str  # a text marked with N_(), translated where it is shown


class PieceKind(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """A run of words that both versions have, or only one of them. `marked` texts are translated when shown."""

    kind: PieceKind
    text: str
    marked: bool = False


@dataclass(frozen=True)
class Change:
    """One field that differs. `field` is a marked text; `item` the number of the agenda item it belongs to, as the
    newer version counts (the older one for items taken out), `of` whose row or which point it is."""

    field: Marked
    pieces: tuple[Piece, ...]
    item: int | None = None
    of: str = ""

    @property
    def before(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.kind is not PieceKind.ADDED)

    @property
    def after(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.kind is not PieceKind.REMOVED)


def difference(older: Minutes, newer: Minutes) -> list[Change]:
    """Everything a reader would notice, in the order of the paper. Equal minutes differ in nothing."""
    changes = [*_heads(older, newer), *_people(older, newer), *_items(older, newer)]
    return [change for change in changes if change.before != change.after]


def words_between(before: str, after: str) -> tuple[Piece, ...]:
    """Two texts as runs of words that are the same, taken out or put in; spaces and line breaks are kept."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    out, put = "", ""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = "".join(old[a:b])
        if kind == "equal" and (same.strip() or not out + put):
            pieces += [*_replaced(out, put), Piece(PieceKind.SAME, same)]
            out, put = "", ""
        else:  # a space alone between two changes makes them one
            out, put = out + same, put + "".join(new[c:d])
    return (*pieces, *_replaced(out, put))


_TOKEN = re.compile(r"\s+|[^\s]+")


def _replaced(before: str, after: str, *, marked: bool = False) -> tuple[Piece, ...]:
    """A value that is no running text: the whole of it was another one."""
    old, new = Piece(PieceKind.REMOVED, before, marked), Piece(PieceKind.ADDED, after, marked)
    return tuple(piece for piece in (old, new) if piece.text)


def _named(who: Named) -> str:
    return ", ".join(part for part in (who.full_name, who.post) if part)


def _heads(older: Minutes, newer: Minutes) -> Iterator[Change]:
    def values(minutes: Minutes) -> Iterator[tuple[Marked, str]]:
        yield N_("Number"), minutes.number
        yield N_("Body"), minutes.body
        yield N_("Held on"), short_day(minutes.held_on)
        yield N_("Begins"), clock(minutes.starts_at)
        yield N_("Ends"), clock(minutes.ends_at)
        yield N_("Where"), minutes.place
        yield N_("Chairperson"), _named(minutes.chair)
        yield N_("Secretary"), _named(minutes.secretary)

    for (field, before), (_, after) in zip(values(older), values(newer), strict=True):
        yield Change(field, _replaced(before, after))
    yield Change(N_("Title"), words_between(older.title, newer.title))
    yield Change(N_("Notes"), words_between(older.notes, newer.notes))
    verbs = (VERB_NAMES[older.verb], VERB_NAMES[newer.verb])
    yield Change(N_("Word over the decisions"), _replaced(*verbs, marked=True) if verbs[0] != verbs[1] else ())


def _people(older: Minutes, newer: Minutes) -> Iterator[Change]:
    before = {each.id: each for each in older.attendees}
    after = {each.id: each for each in newer.attendees}
    for number in dict.fromkeys([*after, *before]):
        old, new = before.get(number), after.get(number)
        if old is None or new is None:
            yield Change(N_("Attendance list"), _replaced(_row(old), _row(new)), of=_called(old, new))
            continue
        of = new.full_name
        yield Change(N_("Name and post"), _replaced(_row(old), _row(new)), of=of)
        if old.state is not new.state:
            states = (PRESENCE_NAMES[old.state], PRESENCE_NAMES[new.state])
            yield Change(N_("Attendance"), _replaced(*states, marked=True), of=of)
        yield Change(N_("Reason"), words_between(old.reason, new.reason), of=of)
        yield Change(N_("Came and left"), _replaced(stays_text(old.stays), stays_text(new.stays)), of=of)


def _row(attendee: Attendee | None) -> str:
    return "" if attendee is None else ", ".join(part for part in (attendee.full_name, attendee.post) if part)


def _called(old: Attendee | None, new: Attendee | None) -> str:
    known = new or old
    return known.full_name if known is not None else ""


def _items(older: Minutes, newer: Minutes) -> Iterator[Change]:
    before = {each.id: each for each in older.items}
    after = {each.id: each for each in newer.items}
    for number in dict.fromkeys([*after, *before]):
        old, new = before.get(number), after.get(number)
        position = (new or old or AgendaItem()).number
        for change in _item(older, newer, old or AgendaItem(), new or AgendaItem()):
            yield Change(change.field, change.pieces, position, change.of)


def _item(older: Minutes, newer: Minutes, old: AgendaItem, new: AgendaItem) -> Iterator[Change]:
    if old.id and new.id:
        yield Change(N_("Place on the agenda"), _replaced(str(old.number), str(new.number)))
    yield Change(N_("Title"), words_between(old.title, new.title))
    yield Change(N_("Speaker"), _replaced(_named(old.speaker), _named(new.speaker)))
    yield Change(N_("Begins"), _replaced(clock(old.starts_at), clock(new.starts_at)))
    yield Change(N_("Ends"), _replaced(clock(old.ends_at), clock(new.ends_at)))
    yield Change(N_("Heard"), words_between(old.heard, new.heard))
    yield Change(N_("Discussed"), words_between(old.discussed, new.discussed))
    if old.id and new.id and old.dealt != new.dealt:
        states = [ITEM_STATE_NAMES[each.state] for each in (old, new)]
        yield Change(N_("State"), _replaced(states[0], states[1], marked=True))
    yield from _votes(older, newer, old, new)
    yield from _points(old.points, new.points)


def _votes(older: Minutes, newer: Minutes, old: AgendaItem, new: AgendaItem) -> Iterator[Change]:
    kinds = (VOTE_KIND_NAMES[old.vote.kind], VOTE_KIND_NAMES[new.vote.kind])
    if old.vote.kind is not new.vote.kind:
        yield Change(N_("Vote"), _replaced(*kinds, marked=True))
    if old.vote.majority is not new.vote.majority and new.id:
        shares = (MAJORITY_NAMES[old.vote.majority], MAJORITY_NAMES[new.vote.majority])
        yield Change(N_("Majority"), _replaced(*shares, marked=True))
    counts = [_counts(older, old), _counts(newer, new)]
    yield Change(N_("For / against / abstained"), _replaced(counts[0], counts[1]))
    for attendee in newer.attendees:
        if VoteKind.BY_NAME is old.vote.kind is new.vote.kind:
            said = [CHOICE_NAMES[choice_of(item, attendee.id)] for item in (old, new)]
            if said[0] != said[1]:
                yield Change(N_("Vote"), _replaced(said[0], said[1], marked=True), of=attendee.full_name)


def _counts(minutes: Minutes, item: AgendaItem) -> str:
    if item.vote.kind is VoteKind.NONE:
        return ""
    counted = tally(minutes, item)
    return f"{counted.votes_for} / {counted.against} / {counted.abstained}"


def _points(old: Sequence[ResolvedPoint], new: Sequence[ResolvedPoint]) -> Iterator[Change]:
    before, after = ({each.id: each for each in points} for points in (old, new))
    for number in dict.fromkeys([*after, *before]):
        was, now = before.get(number, ResolvedPoint()), after.get(number, ResolvedPoint())
        of = now.number or was.number
        yield Change(N_("Resolved"), words_between(was.text, now.text), of=of)
        yield Change(N_("Responsible"), _replaced(_responsible(was), _responsible(now)), of=of)
        yield Change(N_("Due"), _replaced(_due(was), _due(now)), of=of)


def _responsible(point: ResolvedPoint) -> str:
    return "; ".join(_named(each) for each in point.responsible)


def _due(point: ResolvedPoint) -> str:
    return " ".join(part for part in (short_day(point.due_on) if point.due_on else "", point.due_text) if part)
