"""Coverage, who is missing and debts over 300,000 acquaintance rows, against the plainest SQL that counts them."""

from __future__ import annotations

from altdesk.services import acquaintance, acquaintance_overview
from benchmarks import desks
from benchmarks.figures import Figure, best, report
from db.queries import overview as queries

COUNT = "SELECT revision_id, sum(state = 'signed'), count(*) FROM duty WHERE expected GROUP BY revision_id"
MISSING = """SELECT p.id, p.full_name FROM duty d JOIN person p ON p.id = d.person_id
    WHERE revision_id = ? AND state = 'owed'"""
OPEN = "SELECT * FROM duty WHERE state = 'owed'"
DEBTS = "SELECT revision_id FROM duty WHERE person_id = ? AND state = 'owed'"
MOST = 50.0  # ms


def run() -> list[Figure]:
    with desks.of_acquaintances() as desk, desk.store.read() as connection:

        def raw(sql: str, *values: object) -> float:
            return best(lambda: connection.exec_driver_sql(sql, values).all())

        revision = acquaintance.coverage(desk)[0].revision_id
        unit = queries.debts_by_unit(connection)[0].unit_id
        debtor = acquaintance.missing(desk, revision)[0].id
        return [
            Figure("coverage of 60 documents", best(lambda: acquaintance.coverage(desk)), raw(COUNT)),
            Figure(
                "who has not signed one revision",
                best(lambda: acquaintance.missing(desk, revision)),
                raw(MISSING, revision),
            ),
            Figure("debts of one person", best(lambda: acquaintance.debts_of(desk, debtor)), raw(DEBTS, debtor)),
            Figure("debts of everybody", best(lambda: acquaintance.debts(desk)), raw(OPEN)),
            Figure("debts by unit", best(lambda: queries.debts_by_unit(connection)), limit=MOST),
            Figure("one revision by unit", best(lambda: acquaintance_overview.by_unit(desk, revision)), limit=MOST),
            Figure("what one unit must know", best(lambda: acquaintance_overview.of_unit(desk, unit)), limit=MOST),
        ]


if __name__ == "__main__":
    report(run)
