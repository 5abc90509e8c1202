"""Find as you type among 100,000 people, against the raw indexed query that answers the same ids."""

from __future__ import annotations

from altdesk.domain.people import PeopleQuery
from altdesk.domain.text import asked
from altdesk.services import find, people
from benchmarks import desks
from benchmarks.figures import Figure, best, report

TYPED = ("қ", "қас", "касым", "нурсул", "Nursultan", "айгүл ерм", "касым гани сер")
LIMIT_MS = 20

RAW = """SELECT id, full_name, post FROM person WHERE binned_at IS NULL AND id IN (
    SELECT record_id FROM search_word WHERE kind = 'person' AND word >= ? AND word < ?) ORDER BY sort_key LIMIT 200"""


def run() -> list[Figure]:
    figures = []
    with desks.of_people(100_000) as desk, desk.store.read() as connection:
        for typed in TYPED:
            word = max(asked(typed), key=len)

            def raw(word: str = word) -> object:
                return connection.exec_driver_sql(RAW, (word, word + "\U0010ffff")).all()

            ours = best(lambda typed=typed: find.find(desk, typed))
            figures.append(Figure(f"find «{typed}»", ours, best(raw)))
            figures.append(Figure(f"find «{typed}», the limit", ours, None, LIMIT_MS))
            shown = best(lambda typed=typed: people.ids(desk, PeopleQuery(text=typed), 200))
            figures.append(Figure(f"the list filtered by «{typed}»", shown, None, 2 * LIMIT_MS))
    return figures


if __name__ == "__main__":
    report(run)
