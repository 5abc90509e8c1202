"""Who held what on a day over twenty years of registers and 20,000 people, beside the plainest SQL that finds it."""

from __future__ import annotations

from datetime import date

from altdesk.domain.bodies import MembersQuery
from altdesk.services import bodies, interests
from benchmarks import desks_bodies
from benchmarks.figures import Figure, best, report

DAY = date(2016, 3, 15)
TODAY = date(2027, 3, 1)
HELD = """SELECT t.id, p.full_name FROM term t JOIN person p ON p.id = t.person_id
    WHERE t.starts_on <= ? AND (t.ends_on IS NULL OR t.ends_on >= ?)"""
OF_BODY = HELD + " AND t.body_id = ?"
MOST = 50  # ms


def run() -> list[Figure]:
    with desks_bodies.of_bodies() as desk, desk.store.read() as connection:

        def raw(sql: str, *values: object) -> float:
            return best(lambda: connection.exec_driver_sql(sql, values).all())

        some, day = bodies.all_bodies(desk)[5], DAY.isoformat()
        person = bodies.members(desk, some.id, DAY)[0].person_id
        club = next(body for body in bodies.all_bodies(desk) if body.keywords)
        assert len(bodies.held_on(desk, DAY)) == 12 * 48
        return [
            Figure("who held what on a day, all bodies", best(lambda: bodies.held_on(desk, DAY)), limit=MOST),
            Figure("  beside plain SQL", best(lambda: bodies.held_on(desk, DAY)), raw(HELD, day, day)),
            Figure("members of a body as on a day", best(lambda: bodies.members(desk, some.id, DAY)), limit=MOST),
            Figure(
                "  beside plain SQL",
                best(lambda: bodies.members(desk, some.id, DAY)),
                raw(OF_BODY, day, day, some.id),
            ),
            Figure(
                "who held what, found by words",
                best(lambda: bodies.held_on(desk, DAY, MembersQuery("асанов торага"))),
                limit=MOST,
            ),
            Figure("the list of bodies", best(lambda: bodies.lines(desk, TODAY)), limit=MOST),
            Figure("everything a person held", best(lambda: bodies.terms_of(desk, person)), limit=MOST),
            Figure("clubs a person may like", best(lambda: interests.suggested(desk, person, TODAY)), limit=MOST),
            Figure("who might join a club", best(lambda: interests.might_join(desk, club.id, TODAY)), limit=MOST),
        ]


if __name__ == "__main__":
    report(run)
