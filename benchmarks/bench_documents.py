"""2,000 documents of 10 revisions, 24,000 changes and 300,000 acquaintance rows: what a page of documents asks for."""

from __future__ import annotations

from altdesk.domain.documents import DocumentsQuery
from altdesk.services import acquaintance, changes, documents
from benchmarks import desks
from benchmarks.figures import Figure, best, report

PAGE = 60  # lines that a screen shows at most
LIMIT_MS = 50

FIRST = "SELECT id FROM document WHERE binned_at IS NULL ORDER BY code_sort LIMIT 60"
OF_ONE = "SELECT * FROM change WHERE document_id = ? ORDER BY number"
WHOLE = """SELECT r.*, s.* FROM revision r JOIN revision_step s ON s.revision_id = r.id
    WHERE r.document_id = ? ORDER BY r.number DESC, s.id"""


def run() -> list[Figure]:
    with desks.of_documents() as desk, desk.store.read() as connection:

        def raw(sql: str, *values: object) -> float:
            return best(lambda: connection.exec_driver_sql(sql, values).all())

        def page(sort: str) -> object:
            return documents.lines(desk, documents.ids(desk, DocumentsQuery(sort=sort), PAGE))

        one = documents.ids(desk, DocumentsQuery(), 1)[0]
        asked = acquaintance.coverage(desk)[0]
        changes_of = best(lambda: changes.of_document(desk, one))
        whole = best(lambda: documents.get(desk, one))
        figures = [Figure(f"first page of the documents by {sort}", best(lambda sort=sort: page(sort)), None, LIMIT_MS)
                   for sort in ("code", "title", "effective_on", "state", "review_on")]  # fmt: skip
        figures[0] = Figure(figures[0].name, figures[0].ours, raw(FIRST))
        return [
            *figures,
            Figure("first page of the documents, the limit", figures[0].ours, None, LIMIT_MS),
            Figure("every id of the list", best(lambda: documents.ids(desk, DocumentsQuery())), None, LIMIT_MS),
            Figure("changes of a document", changes_of, raw(OF_ONE, one)),
            Figure("changes of a document, the limit", changes_of, None, LIMIT_MS),
            Figure("a document with revisions and steps", whole, raw(WHOLE, one)),
            Figure("a document, the limit", whole, None, LIMIT_MS),
            Figure("reviews due", best(lambda: documents.reviews_due(desk, desks.EFFECTIVE)), None, LIMIT_MS),
            Figure("coverage of 2,000 documents", best(lambda: acquaintance.coverage(desk)), None, LIMIT_MS),
            Figure("signatures missing in all", best(lambda: acquaintance.missing_in_all(desk)), None, LIMIT_MS),
            Figure(
                "who has not signed one revision",
                best(lambda: acquaintance.missing(desk, asked.revision_id)),
                None,
                LIMIT_MS,
            ),
        ]


if __name__ == "__main__":
    report(run)
