"""What a row of a list of members means for the terms kept: a new one, one that changes, or the same once more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from altdesk.domain.bodies import ONE_SEAT, TWICE, Body, BodyKind, BodyPost, PostRole, Term
from altdesk.domain.bodies_kinds import GOVERNMENT, GOVERNMENT_SHORT, is_government, post_of, written_out
from altdesk.domain.dates import short_day
from altdesk.domain.fold import fold
from altdesk.domain.import_plan import FieldChange
from altdesk.domain.marking import N_
from altdesk.domain.members_import import MemberDraft
from altdesk.domain.remarks import Remark, remark
from altdesk.domain.sortkey import post_key
from altdesk.domain.spans import Span

NO_BODY = N_("The row does not say of which body. Choose the body above the rows, or the column that names it.")
ALIKE_BODY = N_("The body “%(body)s” is not kept. “%(kept)s” may be meant.")
BACKWARDS = N_("The term would end before it begins.")
REPLACES = N_("“%(post)s” has one seat, and %(name)s holds it: %(span)s. That term would end the day before.")
CLOSED = N_("The body “%(body)s” was closed on %(day)s.")

_ALIKE = 0.82
"""Names of bodies more alike than this may be one, mistyped."""


@dataclass(frozen=True)
class TermPlan:
    """What becomes of a row's term: `kept` changes as `changes` say, or a new one is opened.

    `replaces` is the term of a one-seat post that would end the day before; `possible` is false where the rules
    forbid the term whatever a person decides.
    """

    body: str
    post: str
    span: Span
    kept: Term | None = None
    changes: tuple[FieldChange, ...] = ()
    reasons: tuple[Remark, ...] = ()
    replaces: Term | None = None
    possible: bool = True

    @property
    def new(self) -> bool:
        return self.kept is None

    @property
    def place(self) -> tuple[str, str]:
        """The post as a key that every spelling of body and post shares."""
        return fold(self.body), fold(self.post)


@dataclass(frozen=True)
class Wishes:
    """What a file does not say: the body of rows without one, the day terms begin, and the word for a member."""

    since: date
    body: str = ""
    member: str = "Мүше"


def by_name(bodies: Iterable[Body]) -> dict[str, Body]:
    """Bodies by the find keys of their names; the only student government also by those it has everywhere."""
    every = list(bodies)
    found = {fold(body.name_ru): body for body in every if body.name_ru}
    found |= {fold(name): body for body in every for name in (body.short_name, body.name) if name}
    governments = [body for body in every if body.kind is BodyKind.STUDENT_GOVERNMENT and body.closed_on is None]
    if len(governments) == 1:
        found.setdefault(fold(GOVERNMENT_SHORT), governments[0])
        if is_government(governments[0].name):
            found.setdefault(fold(GOVERNMENT), governments[0])
    return found


class Registers:
    """The bodies and terms kept, to be asked by the names a file uses."""

    def __init__(self, bodies: Iterable[Body], terms: Iterable[Term], today: date, wishes: Wishes) -> None:
        self.today, self.wishes = today, wishes
        self._bodies = by_name(bodies)
        self._terms: dict[int, Term] = {term.id: term for term in terms}

    def body(self, name: str) -> Body | None:
        """The kept body of this name, short name or Russian name, letters folded."""
        return self._bodies.get(fold(name)) or self._bodies.get(fold(written_out(name)))

    def post(self, body: Body | None, title: str) -> BodyPost | None:
        """The post of this title, letters folded."""
        if body is None:
            return None
        exact = next((post for post in body.posts if post_key(post.title) == post_key(title)), None)
        return exact or next((post for post in body.posts if fold(post.title) == fold(title)), None)

    def post_title(self, body: Body | None, title: str) -> str:
        """The title meant; without one the post of simple members."""
        if title:
            return title
        plain = [post.title for post in body.posts if post.seats == 0 and post.role is PostRole.NONE] if body else []
        return plain[-1] if plain else self.wishes.member

    def plans(self, wanted: Sequence[tuple[MemberDraft, int | None, bool]]) -> list[TermPlan]:
        """What rows mean together: draft, person, and whether the row is sure to be taken.

        What sure rows change of kept terms counts for the new ones: a chair who ends makes room for the next.
        """
        found = [self.plan(draft, person_id) for draft, person_id, _ in wanted]
        after = copy(self)
        after._terms = self._terms | {
            plan.kept.id: replace(plan.kept, starts_on=plan.span.starts_on, ends_on=plan.span.ends_on)
            for plan, (_, _, sure) in zip(found, wanted, strict=True)
            if plan.kept is not None and sure
        }
        pairs = zip(found, wanted, strict=True)
        return [after.plan(draft, who) if plan.kept is None else plan for plan, (draft, who, _) in pairs]

    def plan(self, draft: MemberDraft, person_id: int | None) -> TermPlan:
        """What the row means for the terms of a person; None for somebody new."""
        typed = draft.body or self.wishes.body
        name, body = written_out(typed), self.body(typed)
        title = self.post_title(body, draft.body_post)
        post = self.post(body, title)
        span = Span(draft.starts_on or self.wishes.since, draft.ends_on)
        plan = TermPlan(body.name if body else name, post.title if post else title, span)
        if not name:
            return replace(plan, reasons=(remark(NO_BODY),), possible=False)
        if span.ends_on is not None and span.ends_on < span.starts_on:
            return replace(plan, reasons=(remark(BACKWARDS),), possible=False)
        if body is None:
            return replace(plan, reasons=self._alike(name))
        if post is not None and person_id is not None and (kept := self._meant(draft, post, person_id, span)):
            return _changing(plan, draft, kept)
        if body.closed_on is not None and (span.ends_on is None or span.ends_on > body.closed_on):
            closed = remark(CLOSED, body=body.name, day=short_day(body.closed_on))
            return replace(plan, reasons=(closed,), possible=False)
        return plan if post is None else self._checked(plan, post, person_id)

    def _alike(self, name: str) -> tuple[Remark, ...]:
        key = fold(name)
        for other, body in self._bodies.items():
            if len(other) > 3 and SequenceMatcher(None, key, other).ratio() > _ALIKE:
                return (remark(ALIKE_BODY, body=name, kept=body.name),)
        return ()

    def _held(self, post: BodyPost) -> list[Term]:
        return [term for term in self._terms.values() if term.body_post_id == post.id]

    def _meant(self, draft: MemberDraft, post: BodyPost, person_id: int, span: Span) -> Term | None:
        """The kept term the row speaks of: of the same first day, else sharing a day, else the one held today."""
        own = [term for term in self._held(post) if term.person_id == person_id]
        if draft.starts_on is None and draft.ends_on is None:
            return next((term for term in own if self.today in term.span), None)
        same = next((term for term in own if term.starts_on == draft.starts_on), None)
        return same or next((term for term in own if term.span.overlaps(span)), None)

    def _checked(self, plan: TermPlan, post: BodyPost, person_id: int | None) -> TermPlan:
        """A new term against those kept of the post."""
        for term in self._held(post):
            if term.person_id == person_id and term.span.overlaps(plan.span):
                said = remark(TWICE, post=post.title, name=term.full_name, span=str(term.span))
                return replace(plan, reasons=(said,), possible=False)
            if post.seats != 1 or not term.span.overlaps(plan.span):
                continue
            ends = term.ends_on is None and term.starts_on < plan.span.starts_on
            said = remark(REPLACES if ends else ONE_SEAT, post=post.title, name=term.full_name, span=str(term.span))
            if not ends:
                return replace(plan, reasons=(said,), possible=False)
            plan = replace(plan, reasons=(said,), replaces=term)
        return plan


def _changing(plan: TermPlan, draft: MemberDraft, kept: Term) -> TermPlan:
    """What the row says otherwise of a kept term; what it leaves empty it does not say."""
    changes = []
    if draft.starts_on is not None and draft.starts_on != kept.starts_on:
        changes.append(FieldChange("starts_on", kept.starts_on, draft.starts_on))
    if draft.ends_on is not None and draft.ends_on != kept.ends_on:
        changes.append(FieldChange("ends_on", kept.ends_on, draft.ends_on))
    if draft.term_note and draft.term_note != kept.note:
        changes.append(FieldChange("note", kept.note, draft.term_note))
    span = Span(draft.starts_on or kept.starts_on, draft.ends_on or kept.ends_on)
    return replace(plan, span=span, kept=kept, changes=tuple(changes))


def posts_wanted(plans: Sequence[TermPlan]) -> dict[tuple[str, str], BodyPost]:
    """The posts that new terms need, as they would usually be; of one seat only when no two of them share a day."""
    spans: dict[tuple[str, str], list[Span]] = {}
    titles: dict[tuple[str, str], str] = {}
    for plan in plans:
        spans.setdefault(plan.place, []).append(plan.span)
        titles.setdefault(plan.place, plan.post)
    found = {}
    for place, title in titles.items():
        usual, every = post_of(title), spans[place]
        shared = any(one.overlaps(other) for at, one in enumerate(every) for other in every[:at])
        found[place] = BodyPost(title, 0 if shared else usual.seats, usual.votes, usual.role)
    return found
