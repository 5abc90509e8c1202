"""Minutes of twenty years (57,600 agenda items) and their tasks: opening the pages and finding a word in all that was
said, each beside the raw SQL that answers the same."""

from __future__ import annotations

from collections.abc import Callable

from altdesk.desk import Desk
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.tasks import TasksQuery, TaskState
from altdesk.domain.text import asked
from altdesk.services import find, minutes, tasks
from benchmarks import desks_minutes
from benchmarks.figures import Figure, best, report

SHOWN = 100  # rows of a list that are seen at first
LIMIT_MS = 50
LAST = "\U0010ffff"

MINUTES = """SELECT m.*, (SELECT count(*) FROM agenda_item i WHERE i.minutes_id = m.id) FROM minutes m
    WHERE m.binned_at IS NULL ORDER BY m.held_on DESC, m.id DESC LIMIT 100"""
TASKS = "SELECT * FROM task WHERE state = 'open' ORDER BY due_sort, id LIMIT 100"
COUNT_MINUTES = "SELECT count(*) FROM minutes WHERE binned_at IS NULL"
COUNT_TASKS = "SELECT count(*) FROM task WHERE state = 'open'"
FOUND = "SELECT record_id FROM search_word WHERE kind = 'agenda_item' AND word >= ? AND word < ?"
OF_ITEMS = f"SELECT count(DISTINCT minutes_id) FROM agenda_item WHERE id IN ({FOUND})"


def page(desk: Desk, service: object, query: object) -> Callable[[], object]:
    """What a list asks when it opens: how many there are, the first ids, their rows."""

    def opens() -> object:
        rows = service.ids(desk, query, SHOWN)  # type: ignore[attr-defined]
        return service.count(desk, query), service.lines(desk, rows)  # type: ignore[attr-defined]

    return opens


def run() -> list[Figure]:
    figures = []
    with desks_minutes.of_minutes() as desk, desk.store.read() as connection:

        def raw(*asked_for: tuple[str, tuple[str, ...]]) -> float:
            return best(lambda: [connection.exec_driver_sql(sql, values).all() for sql, values in asked_for])

        def figure(name: str, work: Callable[[], object], reference: float | None = None) -> None:
            ours = best(work)
            figures.extend([Figure(name, ours, reference), Figure(f"{name}, the limit", ours, None, LIMIT_MS)])

        figure("the minutes page opens", page(desk, minutes, MinutesQuery()), raw((COUNT_MINUTES, ()), (MINUTES, ())))
        open_tasks = TasksQuery(state=TaskState.OPEN)
        figure("the task list opens", page(desk, tasks, open_tasks), raw((COUNT_TASKS, ()), (TASKS, ())))
        figure("all tasks", page(desk, tasks, TasksQuery()))
        for text in (desks_minutes.RARE, *desks_minutes.COMMON):
            words = [(word, word + LAST) for word in asked(text)]
            reference = raw(*((OF_ITEMS, pair) for pair in words))
            figure(f"minutes that say «{text}»", page(desk, minutes, MinutesQuery(text=text)), reference)
            figure(f"items that say «{text}»", lambda text=text: minutes.found(desk, text))  # type: ignore[misc]
            figure(f"find «{text}»", lambda text=text: find.find(desk, text))  # type: ignore[misc]
        whole = minutes.ids(desk, MinutesQuery(), 1)[0]
        figure("one meeting whole", lambda: minutes.get(desk, whole))
    return figures


if __name__ == "__main__":
    report(run)
