"""Sponsors' funds (§6): who gave what for which event. A sponsor is there as long as a donation names it.

For the report: `donations`, `total` and `by_event` of a period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.academic_year import Period
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.money import checked, to_tiyn
from altdesk.domain.sponsors import (
    NOTHING,
    Donation,
    DonationDraft,
    DonationsQuery,
    EventChoice,
    EventFunds,
    Sponsor,
    SponsorDraft,
    Totals,
    check_donation,
)
from altdesk.domain.text import clean, clean_lines, fold, sort_key
from db.models.sponsors import donation, sponsor
from db.queries import sponsors as queries
from db.step import Step, now

MOST_OFFERED = 30


def ids(desk: Desk, query: DonationsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the donations of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: DonationsQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[Donation]:
    """These donations, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, donation_id: int) -> Donation:
    """One donation. Refused when there is no such record."""
    with desk.store.read() as connection:
        return _known(connection, donation_id)


def totals(desk: Desk, query: DonationsQuery) -> Totals:
    """How many donations a list has, of how many sponsors, and their money together."""
    with desk.store.read() as connection:
        return queries.totals(connection, query)


# what a report asks


def donations(desk: Desk, period: Period) -> list[Donation]:
    """Everything given in a period, in the order of days."""
    query = DonationsQuery(period=period, descending=False)
    with desk.store.read() as connection:
        return queries.lines(connection, queries.ids(connection, query))


def total(desk: Desk, period: Period) -> Totals:
    """The totals of a period."""
    return totals(desk, DonationsQuery(period=period))


def by_event(desk: Desk, period: Period | None = None) -> list[EventFunds]:
    """What each event was given in a period, the greatest sum first; what was for no event comes last."""
    with desk.store.read() as connection:
        return queries.by_event(connection, DonationsQuery(period=period))


# sponsors and events to choose from


def all_sponsors(desk: Desk) -> list[Sponsor]:
    """Those who gave something, in Kazakh order."""
    with desk.store.read() as connection:
        return queries.sponsors(connection)


def get_sponsor(desk: Desk, sponsor_id: int) -> Sponsor:
    """One sponsor. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.get_sponsor(connection, sponsor_id)
    if found is None:
        raise Refusal(N_("There is no such sponsor."))
    return found


def events(desk: Desk, text: str = "", limit: int = MOST_OFFERED) -> list[EventChoice]:
    """Events to choose from, the newest first."""
    with desk.store.read() as connection:
        return queries.events(connection, text, limit)


def event(desk: Desk, event_id: int) -> EventChoice:
    """One event by its id. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.event_of(connection, event_id)
    if found is None:
        raise Refusal(N_("There is no such event."))
    return found


def event_called(desk: Desk, title: str) -> int | None:
    """The newest event of this title."""
    with desk.store.read() as connection:
        return queries.event_called(connection, title)


# verbs


def add(desk: Desk, draft: DonationDraft, today: date | None = None) -> Changed:
    """Record what a sponsor gave; a sponsor who is new is made. Refused as `check_donation` says."""
    tidied = _tidy(draft, today)
    with desk.step(N_("Add funds of the sponsor %(name)s"), name=tidied.sponsor) as step:
        step.made = step.add(donation, **_row(step, tidied))
    return desk.done(step)


def save(desk: Desk, donation_id: int, draft: DonationDraft, today: date | None = None) -> Changed:
    """Change a donation. With another sponsor's name it is that one's; nobody is kept who gave nothing."""
    tidied = _tidy(draft, today)
    with desk.step(N_("Change funds of the sponsor %(name)s"), name=tidied.sponsor) as step:
        step.made = donation_id
        before = _known(step.connection, donation_id).sponsor_id
        step.change(donation, donation_id, **_row(step, tidied, before))
        if not queries.holds(step.connection, before):
            step.remove(sponsor, sponsor.c.id == before)
    return desk.done(step)


def save_sponsor(desk: Desk, sponsor_id: int, draft: SponsorDraft) -> Changed:
    """Change a sponsor on everything it gave. Refused without a name, and for another sponsor's."""
    name = clean(draft.name).text
    if not name:
        raise Refusal(N_("Type the name of the sponsor."), field="name")
    with desk.step(N_("Change the sponsor %(name)s"), name=name) as step:
        step.made = sponsor_id
        twin = queries.sponsor_called(step.connection, name)
        if twin not in {None, sponsor_id}:
            raise Refusal(N_("There is already a sponsor %(name)s."), field="name", name=name)
        texts = {"contacts": clean_lines(draft.contacts), "note": clean_lines(draft.note)}
        step.change(sponsor, sponsor_id, **_named(name), **texts)
    return desk.done(step)


def bin_(desk: Desk, chosen: Iterable[int]) -> Changed:
    """Put donations into the bin; undo brings them back."""
    every = list(chosen)
    with desk.step(N_("%(count)s sponsors' funds to the bin"), count=len(every)) as step:
        step.change_many(donation, [(number, {"binned_at": now()}) for number in every])
    return desk.done(step)


def _known(connection: Any, donation_id: int) -> Donation:
    found = queries.lines(connection, [donation_id])
    if not found:
        raise Refusal(N_("There is no such record of funds."))
    return found[0]


def _tidy(draft: DonationDraft, today: date | None) -> DonationDraft:
    amount = None if draft.amount is None else checked(draft.amount, field="amount")
    names: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in ("sponsor", "document", "in_kind")}
    tidied = replace(draft, amount=amount, note=clean_lines(draft.note), **names)
    check_donation(tidied, today or date.today())
    return tidied


def _row(step: Step, draft: DonationDraft, before: int | None = None) -> dict[str, Any]:
    if draft.event_id is not None and queries.event_of(step.connection, draft.event_id) is None:
        raise Refusal(N_("There is no such event."), field="event_id")
    names = ("in_kind", "received_on", "event_id", "document", "document_on", "note")
    own = {name: getattr(draft, name) for name in names}
    return own | {"sponsor_id": _sponsor(step, draft.sponsor, before), "amount": to_tiyn(draft.amount or NOTHING)}


def _sponsor(step: Step, name: str, before: int | None) -> int:
    """The sponsor of this name, made where there is none; a new name takes the contacts over that stood before."""
    known = queries.sponsor_called(step.connection, name)
    if known is not None:
        if known == before:
            step.change(sponsor, known, **_named(name))  # capital letters may be what is corrected
        return known
    old = queries.get_sponsor(step.connection, before) if before is not None else None
    texts = {"contacts": old.contacts, "note": old.note} if old is not None and old.times == 1 else {}
    return step.add(sponsor, **_named(name), **texts)


def _named(name: str) -> dict[str, str]:
    return {"name": name, "name_sort": sort_key(name), "fold_key": fold(name)}
