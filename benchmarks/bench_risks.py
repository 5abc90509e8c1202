"""The page of risks over 2,000 risks with five assessments each, against the plainest SQL that answers the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from altdesk.desk import Desk
from altdesk.domain.documents import DocumentDraft
from altdesk.domain.risk_scale import RiskScale
from altdesk.domain.risks import RisksQuery, RiskState, Side
from altdesk.domain.text import sort_key
from altdesk.services import documents, risks
from benchmarks import desks
from benchmarks.figures import Figure, best, report
from db.models.risks import assessment, risk

NUMBER, TIMES, LIMIT_MS = 2_000, 5, 50
DAY = date(2026, 9, 1)
SHOWN = 100  # lines of a page
NEWEST = """SELECT r.id, max(a.assessed_on || a.id) FROM risk r LEFT JOIN assessment a ON a.risk_id = r.id
    WHERE r.binned_at IS NULL GROUP BY r.id"""


@contextmanager
def of_risks() -> Iterator[Desk]:
    """An open desk with risks of two hundred documents, each assessed again and again."""
    where = desks.folder(f"risks-{NUMBER}-1")
    fresh = not (where / "altdesk.db").exists()
    with Desk.open(where, language="kk") as desk:
        if fresh:
            _fill(desk)
        yield desk


def _fill(desk: Desk) -> None:
    chance, scale = random.Random(1), RiskScale()
    with desk.step("Benchmark risks") as step:
        made = [documents.insert(step, DocumentDraft(f"ЖН-ALT-{at:03}", f"Ереже {at}"), None) for at in range(200)]
        titles = [f"{chance.choice(desks.SURNAMES)} тәуекелі {at}" for at in range(NUMBER)]
        known = step.add_many(risk, [_risk(at, title, made[at % 200]) for at, title in enumerate(titles)])
        measured = [(number, at) for number in known for at in range(TIMES)]
        step.add_many(assessment, [_assessment(*each, chance, scale) for each in measured])


def _risk(at: int, title: str, document_id: int) -> dict[str, object]:
    post = desks.POSTS[at % 6]
    return {
        "document_id": document_id,
        "process": f"Процесс {at % 40}",
        "title": title,
        "title_sort": sort_key(title),
        "cause": "Себеп",
        "measure": "Шара",
        "owner": post,
        "owner_sort": sort_key(post),
        "due_on": DAY + timedelta(at % 400),
        "state": "closed" if at % 9 == 0 else "open",
    }


def _assessment(risk_id: int, at: int, chance: random.Random, scale: RiskScale) -> dict[str, object]:
    up, across = chance.randint(1, 5), chance.randint(1, 5)
    return {
        "risk_id": risk_id,
        "assessed_on": DAY + timedelta(at * 30),
        "assessed_by": "Бас маман",
        "steps": scale.steps,
        "likelihood": up,
        "impact": across,
        "level": scale.level(up, across).value,
        "residual_likelihood": 1,
        "residual_impact": across,
        "residual_level": scale.level(1, across).value,
    }


def run() -> list[Figure]:
    with of_risks() as desk, desk.store.read() as connection:

        def page(query: RisksQuery) -> None:
            risks.count(desk, query)
            risks.lines(desk, risks.ids(desk, query)[:SHOWN])

        reference = best(lambda: connection.exec_driver_sql(NEWEST).all())
        shown = {
            "the page of risks by level": lambda: page(RisksQuery()),
            "the page of risks by title, open ones": lambda: page(
                RisksQuery(sort="title", descending=False, state=RiskState.OPEN)
            ),
            "the risks of one cell of the map": lambda: page(RisksQuery(cell=(4, 4), state=RiskState.OPEN)),
            "the map of the risks": lambda: risks.heat(desk, RisksQuery(side=Side.RESIDUAL, state=RiskState.OPEN)),
            "overdue measures": lambda: risks.overdue(desk, DAY + timedelta(10)),
        }
        figures = []
        for name, work in shown.items():
            took = best(work)
            figures.append(Figure(name, took, reference))
            figures.append(Figure(f"{name}, the limit", took, None, LIMIT_MS))
        return figures


if __name__ == "__main__":
    report(run)
