"""Duties: keeps "who must know which revision" true in every step that touches people, groups, units or audiences.

Whoever joins the audience owes the revision in force at once; whoever leaves with debts is closed as "left, not
acquainted"; whoever merely drops out of the audience unsigned owes nothing any more (DOMAIN §4, Acquaintance).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, and_, select

from altdesk.domain.acquaintance import RowState
from db.models.acquaintance import audience, duty, sheet, sheet_row
from db.models.documents import document, revision
from db.models.people import person
from db.queries import audience as audience_queries
from db.queries import people as people_queries
from db.step import Step

OWED, SIGNED, REFUSED, LEFT = "owed", "signed", "refused", "left"
_MANY = 400  # beyond so many people the whole register is compared instead of naming each


def refresh(step: Step, people: Iterable[int] | None = None, documents: Iterable[int] | None = None) -> None:
    """Bring the duties of the revisions in force up to date, for these people and documents or for all."""
    connection = step.connection
    wanted = None if people is None else set(people)
    if wanted is not None and len(wanted) > _MANY:
        wanted = None
    members = _Members(connection, wanted)
    for document_id, revision_id, round_ in _revisions_in_force(connection, documents):
        expected = members.of(document_id)
        _reconcile(step, revision_id, round_, expected, wanted)


def _revisions_in_force(connection: Connection, documents: Iterable[int] | None) -> list[tuple[int, int, int]]:
    columns = (revision.c.document_id, revision.c.id, revision.c.round)
    chosen = select(*columns).join(document, document.c.id == revision.c.document_id)
    chosen = chosen.where(revision.c.state == "in_force", document.c.binned_at.is_(None)).order_by(revision.c.id)
    if documents is not None:
        chosen = chosen.where(revision.c.document_id.in_(list(documents)))
    return [(row[0], row[1], row[2]) for row in connection.execute(chosen)]


class _Members:
    """Who belongs to audiences; each rule is asked once, however many documents share it."""

    def __init__(self, connection: Connection, wanted: set[int] | None) -> None:
        self._connection = connection
        self._wanted = wanted
        self._asked: dict[tuple[Any, ...], frozenset[int]] = {}
        self._entries: dict[int, list[Any]] = {}
        for row in connection.execute(select(audience)):
            self._entries.setdefault(row.document_id, []).append(row)

    def of(self, document_id: int) -> set[int]:
        found: set[int] = set()
        for entry in self._entries.get(document_id, ()):
            found |= self._rule(entry)
        return found

    def _rule(self, entry: Any) -> frozenset[int]:
        key = (entry.everyone, entry.group_id, entry.unit_id, entry.post_key, entry.person_id)
        if key not in self._asked:
            chosen = audience_queries.people_of(self._connection, entry)
            if self._wanted is not None:
                chosen = chosen.where(person.c.id.in_(sorted(self._wanted)))
            self._asked[key] = frozenset(self._connection.execute(chosen).scalars())
        return self._asked[key]


def _reconcile(step: Step, revision_id: int, round_: int, expected: set[int], wanted: set[int] | None) -> None:
    columns = (duty.c.id, duty.c.person_id, duty.c.state, duty.c.expected, duty.c.round)
    chosen = select(*columns).where(duty.c.revision_id == revision_id)
    if wanted is not None:
        chosen = chosen.where(duty.c.person_id.in_(sorted(wanted)))
    kept = {row.person_id: row for row in step.connection.execute(chosen)}
    new = sorted(expected - kept.keys())
    row = {"revision_id": revision_id, "state": OWED, "signed_on": None, "expected": True, "round": round_}
    step.add_many(duty, [{"person_id": number, **row} for number in new])
    gone = [row for number, row in kept.items() if row.expected and number not in expected]
    for row_gone in gone:
        _close(step, revision_id, row_gone)
    for number in sorted(expected & kept.keys()):
        if not kept[number].expected:
            _expect_again(step, kept[number], round_)
            _rows(step, revision_id, number, (RowState.LEFT,), RowState.PENDING)


def _expect_again(step: Step, kept: Any, round_: int) -> None:
    """Who comes back owes: what was signed before a change of meaning says nothing of the change."""
    if kept.round < round_:
        step.change(duty, kept.id, expected=True, state=OWED, signed_on=None, round=round_)
    else:
        step.change(duty, kept.id, expected=True, state=OWED if kept.state == LEFT else kept.state)


def begin_round(step: Step, revision_id: int) -> int:
    """Within a step: everybody who must know a revision owes it again, whatever they did before; answers the round.

    What was signed stays on the sheets it was signed on.
    """
    now: int = step.connection.execute(select(revision.c.round).where(revision.c.id == revision_id)).scalar_one() + 1
    step.change(revision, revision_id, round=now)
    here = (duty.c.revision_id == revision_id, duty.c.expected)
    kept = step.connection.execute(select(duty.c.id).where(*here).order_by(duty.c.id)).scalars().all()
    step.change_many(duty, [(number, {"state": OWED, "signed_on": None, "round": now}) for number in kept])
    return now


def _close(step: Step, revision_id: int, row: Any) -> None:
    active = people_queries.active().where(person.c.id == row.person_id)
    if row.state in {SIGNED, REFUSED}:
        step.change(duty, row.id, expected=False)
    elif step.connection.execute(active).first():
        step.remove(duty, duty.c.id == row.id)
    else:
        step.change(duty, row.id, expected=False, state=LEFT)
        _rows(step, revision_id, row.person_id, (RowState.PENDING, RowState.ABSENT), RowState.LEFT)


def _rows(step: Step, revision_id: int, person_id: int, before: tuple[RowState, ...], after: RowState) -> None:
    """Carry the state over to the sheets that are on their way."""
    chosen = select(sheet_row.c.id).join(sheet, sheet.c.id == sheet_row.c.sheet_id)
    chosen = chosen.where(sheet.c.revision_id == revision_id, sheet_row.c.person_id == person_id)
    chosen = chosen.where(sheet_row.c.state.in_([state.value for state in before]))
    for number in step.connection.execute(chosen).scalars().all():
        step.change(sheet_row, number, state=after.value)


def settle(step: Step, revision_id: int, people: Iterable[int], round_: int = 0) -> None:
    """Make the duties of these people say what their rows of a round say: signed by any row, else refused, else owed.

    Rows of an earlier round than a duty's own say nothing of it.
    """
    wanted = sorted(set(people))
    said: dict[int, tuple[str, Any]] = {}
    for number, state, day in _said(step.connection, revision_id, wanted, round_):
        best = said.get(number)
        if state == RowState.SIGNED and (best is None or best[0] != SIGNED or (day and best[1] and day < best[1])):
            said[number] = (SIGNED, day)
        elif state == RowState.REFUSED and best is None:
            said[number] = (REFUSED, day)
    columns = (duty.c.person_id, duty.c.id, duty.c.state, duty.c.round)
    chosen = select(*columns).where(duty.c.revision_id == revision_id)
    kept = {row.person_id: row for row in step.connection.execute(chosen)}
    for number in wanted:
        state, day = said.get(number, (OWED, None))
        if number in kept and kept[number].round <= round_:
            closed = state == OWED and kept[number].state == LEFT
            step.change(duty, kept[number].id, state=LEFT if closed else state, signed_on=day, round=round_)
        elif number not in kept and state != OWED:
            row = {"person_id": number, "revision_id": revision_id, "state": state, "signed_on": day}
            step.add(duty, **row, expected=False, round=round_)


def _said(connection: Connection, revision_id: int, people: list[int], round_: int) -> list[tuple[int, str, Any]]:
    found: list[tuple[int, str, Any]] = []
    columns = (sheet_row.c.person_id, sheet_row.c.state, sheet_row.c.signed_on)
    for at in range(0, len(people), 500):
        chosen = select(*columns).join(sheet, sheet.c.id == sheet_row.c.sheet_id)
        mine = (sheet.c.revision_id == revision_id, sheet.c.round == round_)
        here = and_(*mine, sheet_row.c.person_id.in_(people[at : at + 500]))
        found += [(row[0], row[1], row[2]) for row in connection.execute(chosen.where(here).order_by(sheet_row.c.id))]
    return found
