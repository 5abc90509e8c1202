"""Sponsors and what they gave (§6): a sum or help in kind, for which event, by which document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from altdesk.domain.academic_year import Period
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.money import total

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class SponsorDraft:
    """A sponsor as typed."""

    name: str = ""
    contacts: str = ""
    note: str = ""


@dataclass(frozen=True)
class Sponsor(SponsorDraft):
    """A kept sponsor, with how often and how much it gave."""

    id: int = 0
    times: int = 0
    amount: Decimal = NOTHING


@dataclass(frozen=True)
class DonationDraft:
    """What a sponsor gave, as typed: the sponsor by its name. An `amount` of None is none: help in kind only."""

    sponsor: str = ""
    amount: Decimal | None = None
    in_kind: str = ""
    received_on: date | None = None
    event_id: int | None = None
    document: str = ""
    document_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Donation(DonationDraft):
    """A kept donation with the title of its event."""

    id: int = 0
    sponsor_id: int = 0
    event: str = ""
    event_on: date | None = None

    @property
    def sum(self) -> Decimal:
        """The money; nothing where help was in kind."""
        return self.amount or NOTHING


@dataclass(frozen=True)
class DonationsQuery:
    """Which donations are listed."""

    text: str = ""
    sort: str = "received_on"  # received_on, sponsor, amount, event, document
    descending: bool = True
    period: Period | None = None
    sponsor_id: int | None = None
    event_id: int | None = None


@dataclass(frozen=True)
class Totals:
    """Donations counted: how many, of how many sponsors, their money, and how many were in kind."""

    count: int = 0
    sponsors: int = 0
    amount: Decimal = NOTHING
    in_kind: int = 0


@dataclass(frozen=True)
class EventFunds:
    """What an event was given; an `event_id` of None is what was given for no event."""

    event_id: int | None
    event: str
    count: int
    amount: Decimal


@dataclass(frozen=True)
class EventChoice:
    """An event to choose from."""

    id: int
    title: str
    starts_on: date


def totals(donations: Iterable[Donation]) -> Totals:
    """The totals of these donations, exact to the tiyn."""
    every = tuple(donations)
    sponsors = {each.sponsor_id for each in every}
    in_kind = sum(bool(each.in_kind) for each in every)
    return Totals(len(every), len(sponsors), total(each.sum for each in every), in_kind)


def check_donation(draft: DonationDraft, today: date) -> None:
    """Refuse what cannot be, of a draft whose texts are clean."""
    if not draft.sponsor:
        raise Refusal(N_("Type who gave it."), field="sponsor")
    if not draft.amount and not draft.in_kind:
        raise Refusal(N_("Type the sum, or what was given in kind."), field="amount")
    if draft.received_on is None:
        raise Refusal(N_("Type the day on which it was received."), field="received_on")
    if draft.received_on > today:
        raise Refusal(N_("This day lies ahead. Enter it when it has been received."), field="received_on")
    if draft.document_on is not None and draft.document_on > today:
        raise Refusal(N_("The day of the document lies ahead."), field="document_on")
    if draft.document_on is not None and not draft.document:
        raise Refusal(N_("Type the document to which this day belongs."), field="document")
