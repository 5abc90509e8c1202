"""Questions about sponsors and what they gave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, distinct, func, select

from altdesk.domain.money import from_tiyn
from altdesk.domain.sponsors import Donation, DonationsQuery, EventChoice, EventFunds, Sponsor, Totals
from altdesk.domain.text import fold
from db import search
from db.models.events import event
from db.models.sponsors import donation, sponsor

_joined = donation.join(sponsor, sponsor.c.id == donation.c.sponsor_id).outerjoin(
    event, event.c.id == donation.c.event_id
)
_OWN = ("id", "sponsor_id", "in_kind", "received_on", "event_id", "document", "document_on", "note")
_SORTS: dict[str, tuple[Any, ...]] = {
    "received_on": (donation.c.received_on,),
    "sponsor": (sponsor.c.name_sort,),
    "amount": (donation.c.amount,),
    "event": (event.c.title_sort,),
}
_PLACES = (("sponsor", donation.c.sponsor_id), ("donation", donation.c.id), ("event", donation.c.event_id))


def _asked(query: DonationsQuery) -> ColumnElement[bool]:
    wanted = [donation.c.binned_at.is_(None), search.any_of(_PLACES, query.text)]
    if query.period is not None:
        wanted.append(donation.c.received_on.between(query.period.first, query.period.last))
    if query.sponsor_id is not None:
        wanted.append(donation.c.sponsor_id == query.sponsor_id)
    if query.event_id is not None:
        wanted.append(donation.c.event_id == query.event_id)
    return and_(*wanted)


def ids(connection: Connection, query: DonationsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids in the order shown; what is equal stands in the order of days, then as entered."""
    keys = _SORTS.get(query.sort, _SORTS["received_on"])
    order = [key.desc() for key in keys] if query.descending else list(keys)
    last = donation.c.id.desc() if query.descending else donation.c.id
    chosen = select(donation.c.id).select_from(_joined).where(_asked(query))
    return connection.execute(chosen.order_by(*order, donation.c.received_on, last).limit(limit)).scalars().all()


def count(connection: Connection, query: DonationsQuery) -> int:
    return int(connection.execute(select(func.count()).select_from(donation).where(_asked(query))).scalar_one())


def lines(connection: Connection, wanted: Sequence[int]) -> list[Donation]:
    """These donations, in the order given."""
    found: dict[int, Donation] = {}
    columns = [donation.c[name] for name in _OWN]
    more = (sponsor.c.name.label("sponsor"), donation.c.amount, event.c.title, event.c.starts_on)
    for at in range(0, len(wanted), 500):
        some = list(wanted[at : at + 500])
        chosen: Select[Any] = select(*columns, *more).select_from(_joined).where(donation.c.id.in_(some))
        for row in connection.execute(chosen).mappings():
            own = {name: row[name] for name in _OWN}
            amount = from_tiyn(row["amount"]) if row["amount"] else None
            of = {"event": row["title"] or "", "event_on": row["starts_on"]}
            found[row["id"]] = Donation(**own, **of, sponsor=row["sponsor"], amount=amount)
    return [found[number] for number in wanted if number in found]


def totals(connection: Connection, query: DonationsQuery) -> Totals:
    """The totals of a list, exact to the tiyn."""
    chosen = select(
        func.count(),
        func.count(distinct(donation.c.sponsor_id)),
        func.coalesce(func.sum(donation.c.amount), 0),
        func.coalesce(func.sum(case((donation.c.in_kind != "", 1), else_=0)), 0),
    ).where(_asked(query))
    row = connection.execute(chosen).one()
    return Totals(row[0], row[1], from_tiyn(int(row[2])), int(row[3]))


def by_event(connection: Connection, query: DonationsQuery) -> list[EventFunds]:
    """What each event was given, the greatest sum first; what was for none comes last."""
    amount = func.sum(donation.c.amount)
    chosen = select(donation.c.event_id, event.c.title, func.count(), amount).select_from(_joined).where(_asked(query))
    grouped = chosen.group_by(donation.c.event_id, event.c.title, event.c.title_sort)
    rows = connection.execute(grouped.order_by(amount.desc(), event.c.title_sort)).all()
    found = [EventFunds(row[0], row[1] or "", row[2], from_tiyn(int(row[3]))) for row in rows]
    return sorted(found, key=lambda each: each.event_id is None)


def sponsors(connection: Connection) -> list[Sponsor]:
    """Those who gave something, in Kazakh order, with how often and how much."""
    amount = func.sum(donation.c.amount)
    chosen = select(sponsor.c.id, sponsor.c.name, sponsor.c.contacts, sponsor.c.note, func.count(), amount)
    chosen = chosen.join(donation, donation.c.sponsor_id == sponsor.c.id)
    chosen = chosen.where(donation.c.binned_at.is_(None), sponsor.c.binned_at.is_(None))
    rows = connection.execute(chosen.group_by(sponsor.c.id).order_by(sponsor.c.name_sort, sponsor.c.id))
    return [Sponsor(row[1], row[2], row[3], row[0], row[4], from_tiyn(int(row[5]))) for row in rows]


def get_sponsor(connection: Connection, sponsor_id: int) -> Sponsor | None:
    """One sponsor, who may have given nothing that is still listed."""
    columns = (sponsor.c.id, sponsor.c.name, sponsor.c.contacts, sponsor.c.note)
    row = connection.execute(select(*columns).where(sponsor.c.id == sponsor_id)).one_or_none()
    if row is None:
        return None
    of = totals(connection, DonationsQuery(sponsor_id=sponsor_id))
    return Sponsor(row[1], row[2], row[3], row[0], of.count, of.amount)


def sponsor_called(connection: Connection, name: str) -> int | None:
    """The sponsor of this name, in small or capital letters; the find key alone would take a slip for the same."""
    chosen = select(sponsor.c.id, sponsor.c.name)
    chosen = chosen.where(sponsor.c.fold_key == fold(name), sponsor.c.binned_at.is_(None)).order_by(sponsor.c.id)
    same = (row.id for row in connection.execute(chosen) if row.name.casefold() == name.casefold())
    return next(same, None)


def holds(connection: Connection, sponsor_id: int) -> bool:
    """Whether any donation, also one in the bin, names the sponsor."""
    chosen = select(donation.c.id).where(donation.c.sponsor_id == sponsor_id).limit(1)
    return connection.execute(chosen).first() is not None


def events(connection: Connection, text: str, limit: int) -> list[EventChoice]:
    """Events to choose from, the newest first."""
    chosen = select(event.c.id, event.c.title, event.c.starts_on).where(event.c.binned_at.is_(None))
    chosen = chosen.where(search.any_of((("event", event.c.id),), text))
    rows = connection.execute(chosen.order_by(event.c.starts_on.desc(), event.c.id.desc()).limit(limit))
    return [EventChoice(*row) for row in rows]


def event_of(connection: Connection, event_id: int) -> EventChoice | None:
    columns = (event.c.id, event.c.title, event.c.starts_on)
    row = connection.execute(select(*columns).where(event.c.id == event_id)).one_or_none()
    return EventChoice(*row) if row else None


def event_called(connection: Connection, title: str) -> int | None:
    """The newest event of this title."""
    chosen = select(event.c.id).where(event.c.title == title, event.c.binned_at.is_(None))
    return connection.execute(chosen.order_by(event.c.starts_on.desc(), event.c.id.desc()).limit(1)).scalar()
