"""What the days bring by themselves: planned revisions come into force when their day has come, and drafts of minutes
stand in the year of their day."""

from __future__ import annotations

from datetime import date

from altdesk.desk import Changed, Desk
from altdesk.domain.documents import HeldUp, RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import minutes_years, revisions, rules
from db.models.documents import revision
from db.queries import documents as queries


def catch_up(desk: Desk, today: date | None = None) -> list[Changed]:
    """Do what became due since the desk was last looked at, each thing a step of its own that undo takes back.

    A planned revision that an agreed newer one has overtaken meanwhile is withdrawn instead.
    """
    with desk.store.read() as connection:
        due = queries.planned(connection, today or date.today())
    done = []
    for revision_id, document_id, effective_on in due:
        known = revisions.revision_of(desk, revision_id)
        label = N_("Revision %(number)s of %(code)s in force")
        with desk.store.read() as connection:
            document = queries.get(connection, document_id)
        assert document is not None
        try:
            with desk.step(label, number=known.number, code=document.code) as step:
                step.made = revision_id
                if document.in_force is not None and document.in_force.number > known.number:
                    step.change(revision, revision_id, state=RevisionState.WITHDRAWN.value)
                else:
                    revisions.refuse_signed_before(step, revision_id, effective_on)
                    revisions.take_over(step, document_id, revision_id, effective_on)
        except Refusal:
            continue  # signatures on record forbid the day: it stays planned, and `held_up` says why
        done.append(desk.done(step))
    return [*done, *_years_of_drafts(desk)]


def _years_of_drafts(desk: Desk) -> list[Changed]:
    """A desk whose rules were changed by an earlier version left drafts of minutes in the year they were begun in."""
    with desk.store.read() as connection:
        known = rules.read(connection)
        if not minutes_years.behind(connection, known):
            return []
    with desk.step(N_("Drafts of minutes in the year of their day")) as step:
        minutes_years.follow(step, known)
    return [desk.done(step)]


def held_up(desk: Desk, today: date | None = None) -> list[HeldUp]:
    """What should have come into force and did not, because a signature on record bears an earlier day."""
    with desk.store.read() as connection:
        return queries.held_up(connection, today or date.today())
