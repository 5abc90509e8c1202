"""Copies to collect and the page of norms over 2,000 documents, against the plainest SQL that finds the same rows."""

from __future__ import annotations

from altdesk.desk import Desk
from altdesk.domain.copies import CopiesQuery, CopyState
from altdesk.domain.norms import NormsQuery
from altdesk.services import copies, norms
from benchmarks import desks
from benchmarks.figures import Figure, best, report

SCREEN = 60  # rows read at once
LIMIT = 50  # ms
COLLECT = """SELECT c.id FROM working_copy c JOIN revision r ON r.id = c.revision_id
    JOIN document d ON d.id = c.document_id
    WHERE c.returned_on IS NULL AND c.withdrawn_on IS NULL AND r.state = 'withdrawn' ORDER BY d.code_sort, c.number"""
EVERY = """SELECT c.id FROM working_copy c JOIN document d ON d.id = c.document_id ORDER BY d.code_sort, c.number"""
CITED = "SELECT norm_id, count(*) FROM document_norm GROUP BY norm_id"


def run() -> list[Figure]:
    with desks.of_copies() as desk, desk.store.read() as connection:
        collect, every = CopiesQuery(states=(CopyState.COLLECT,)), CopiesQuery()

        def raw(sql: str) -> float:
            return best(lambda: connection.exec_driver_sql(sql).all())

        def page_of_copies(query: CopiesQuery) -> float:
            return best(lambda: _page_of_copies(desk, query))

        number, of = copies.count(desk, collect), copies.every(desk, collect)[0].document_id
        return [
            Figure(f"{number:,} copies to collect", best(lambda: copies.ids(desk, collect)), raw(COLLECT)),
            Figure("page of copies to collect", page_of_copies(collect), None, LIMIT),
            Figure("page of all copies", page_of_copies(every), raw(EVERY)),
            Figure("copies found by a holder", page_of_copies(CopiesQuery(text="асанов")), None, LIMIT),
            Figure("copies to collect on Today", best(lambda: copies.to_collect_by_document(desk)), raw(COLLECT)),
            Figure("page of norms", best(lambda: _page_of_norms(desk)), None, LIMIT),
            Figure("documents that cite each norm", best(lambda: norms.citing_codes(desk)), raw(CITED)),
            Figure("norms of a document", best(lambda: norms.of_document(desk, of)), None, LIMIT),
        ]


def _page_of_copies(desk: Desk, query: CopiesQuery) -> None:
    if query.text:
        copies.count(desk, query)
    else:
        copies.counts(desk).of(query.states)
    copies.lines(desk, copies.ids(desk, query)[:SCREEN])


def _page_of_norms(desk: Desk) -> None:
    norms.flagged_documents(desk)
    norms.count(desk, NormsQuery())
    norms.lines(desk, norms.ids(desk, NormsQuery())[:SCREEN])


if __name__ == "__main__":
    report(run)
