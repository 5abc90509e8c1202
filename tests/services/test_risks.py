"""Risks: every assessment stays, the newest counts, the map and the list say the same."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.risk_scale import Level
from altdesk.domain.risks import AssessmentDraft, RiskDraft, RisksQuery, RiskState, Side
from altdesk.domain.rules import Rules
from altdesk.services import find, risks, rules
from altdesk.services.today import today
from db.queries import risks as queries
from tests.make import Make

DAY = date(2026, 11, 22)


def add(desk: Desk, title: str = "Іс-шара өтпей қалуы", **fields: object) -> int:
    made = risks.add(desk, RiskDraft(title, **fields)).id  # type: ignore[arg-type]
    assert made is not None
    return made


def assess(
    desk: Desk, risk: int, likelihood: int, impact: int, left: tuple[int, int] | None = None, ago: int = 0
) -> None:
    residual = left or (None, None)
    draft = AssessmentDraft(DAY - timedelta(ago), likelihood, impact, *residual, "Бас маман")
    risks.assess(desk, risk, draft, DAY)


def titles(desk: Desk, **query: object) -> list[str]:
    asked = RisksQuery(**query)  # type: ignore[arg-type]
    return [line.title for line in risks.lines(desk, risks.ids(desk, asked))]


def test_every_assessment_stays_and_the_newest_counts(desk: Desk) -> None:
    risk = add(desk)
    assess(desk, risk, 4, 5, (3, 5), ago=30)
    assess(desk, risk, 2, 3, ago=1)
    assess(desk, risk, 5, 5, ago=10)  # typed in late
    known = risks.get(desk, risk)
    assert [(each.assessed_on, each.level) for each in known.assessments] == [
        (DAY - timedelta(1), Level.MEDIUM),
        (DAY - timedelta(10), Level.HIGH),
        (DAY - timedelta(30), Level.HIGH),
    ]
    assert known.assessments[-1].residual_level is Level.HIGH
    assert known.assessments[0].assessed_by == "Бас маман"
    (line,) = risks.lines(desk, [risk])
    assert (line.assessed_on, line.likelihood, line.impact, line.level) == (DAY - timedelta(1), 2, 3, Level.MEDIUM)
    assert line.residual_level is None


def test_two_assessments_of_one_day_count_in_the_order_made(desk: Desk) -> None:
    risk = add(desk)
    assess(desk, risk, 5, 5)
    assess(desk, risk, 1, 1)
    assert risks.lines(desk, [risk])[0].level is Level.LOW
    desk.undo()
    assert risks.lines(desk, [risk])[0].level is Level.HIGH


def test_the_greatest_risk_stands_first_and_what_was_not_assessed_last(desk: Desk) -> None:
    for title, place in (("Орташа", (2, 3)), ("Үлкен", (5, 5)), ("Кіші", (1, 2)), ("Үлкендеу", (4, 3))):
        assess(desk, add(desk, title), *place)
    add(desk, "Бағаланбаған")
    assert titles(desk) == ["Үлкен", "Үлкендеу", "Орташа", "Кіші", "Бағаланбаған"]
    assert titles(desk, sort="title", descending=False) == ["Бағаланбаған", "Кіші", "Орташа", "Үлкен", "Үлкендеу"]


def test_a_cell_of_the_map_lists_exactly_the_risks_it_counts(desk: Desk) -> None:
    places = [(1, 1), (5, 5), (5, 5), (3, 4), (3, 4), (3, 4)]
    for number, place in enumerate(places):
        assess(desk, add(desk, f"Тәуекел {number}"), *place, left=(1, 1))
    add(desk, "Бағаланбаған")
    for side in Side:
        found = risks.heat(desk, RisksQuery(side=side, state=RiskState.OPEN))
        for row in found.rows:
            for cell in row:
                asked = RisksQuery(cell=(cell.likelihood, cell.impact), side=side)
                assert risks.count(desk, asked) == len(risks.ids(desk, asked)) == cell.count
    initial = risks.heat(desk, RisksQuery())
    assert {(c.likelihood, c.impact): c.count for r in initial.rows for c in r if c.count} == Counter(places)
    assert (initial.counted, initial.unassessed, initial.elsewhere) == (6, 1, 0)
    assert risks.heat(desk, RisksQuery(side=Side.RESIDUAL)).rows[4][0].count == 6


def test_another_scale_leaves_old_assessments_as_they_were_and_says_that_they_are_of_another(desk: Desk) -> None:
    old = add(desk, "Бұрынғы")
    assess(desk, old, 5, 4)
    rules.save(desk, Rules(risk_steps=3, risk_medium_from=3, risk_high_from=6))
    new = add(desk, "Жаңа")
    assess(desk, new, 3, 3)
    with pytest.raises(Refusal, match="1 to 3"):
        assess(desk, new, 4, 1)
    assert [line.level for line in risks.lines(desk, [old, new])] == [Level.HIGH, Level.HIGH]
    found = risks.heat(desk, RisksQuery())
    assert (len(found.rows), found.counted, found.elsewhere) == (3, 1, 1)
    assert risks.count(desk, RisksQuery(cell=(3, 3))) == 1


def test_a_scale_without_a_level_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        rules.save(desk, Rules(risk_steps=3, risk_medium_from=5, risk_high_from=12))
    assert refused.value.field == "risk_high_from"


def test_a_closed_risk_is_not_assessed_reminded_of_or_counted_among_the_open(desk: Desk) -> None:
    risk = add(desk, due_on=DAY - timedelta(3))
    assess(desk, risk, 5, 5)
    assert [line.id for line in risks.overdue(desk, DAY)] == [risk]
    risks.close(desk, [risk], DAY)
    assert risks.overdue(desk, DAY) == []
    assert risks.heat(desk, RisksQuery(state=RiskState.OPEN)).counted == 0
    assert risks.get(desk, risk).closed_on == DAY
    with pytest.raises(Refusal, match="Open it again"):
        assess(desk, risk, 1, 1)
    assert risks.close(desk, [risk], DAY).nothing
    risks.reopen(desk, [risk])
    assert risks.get(desk, risk).closed_on is None
    desk.undo(), desk.undo()
    assert risks.get(desk, risk).state is RiskState.OPEN


def test_today_shows_the_measures_that_are_overdue_the_longest_waiting_first(desk: Desk) -> None:
    late, later = (add(desk, title, due_on=DAY - timedelta(days)) for title, days in (("Кеш", 2), ("Ең кеш", 9)))
    add(desk, "Бүгін", due_on=DAY)
    assert [line.id for line in today(desk, DAY).late_measures] == [later, late]


def test_a_risk_belongs_to_a_document_and_is_found_by_its_words(desk: Desk, make: Make) -> None:
    document = make.document("ЖН-ALT-00", "Қағидалар")
    risk = add(desk, "Студенттердің қатыспауы", document_id=document, process="Жастармен жұмыс")
    add(desk, "Басқа тәуекел", process="Жастармен жұмыс")
    assert titles(desk, document_id=document) == ["Студенттердің қатыспауы"]
    assert titles(desk, text="катыспау") == ["Студенттердің қатыспауы"]
    assert risks.lines(desk, [risk])[0].document == "ЖН-ALT-00"
    assert [(hit.kind, hit.id) for hit in find.find(desk, "қатыспауы")] == [("risk", risk)]
    assert risks.processes(desk) == ["Жастармен жұмыс"]


def test_a_risk_without_words_is_refused_and_the_bin_gives_back(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        add(desk, "  ")
    assert refused.value.field == "title"
    risk = add(desk)
    risks.bin_(desk, [risk])
    assert risks.count(desk, RisksQuery()) == 0
    assert find.find(desk, "іс-шара") == []
    desk.undo()
    assert risks.ids(desk, RisksQuery()) == [risk]


def test_saving_keeps_paragraphs_and_leaves_the_assessments(desk: Desk) -> None:
    risk = add(desk, cause="Бірінші\nекінші")
    assess(desk, risk, 1, 1)
    risks.save(desk, risk, RiskDraft("Жаңа атау", "Басқа себеп", owner="ЖСК Бас маманы"))
    known = risks.get(desk, risk)
    assert (known.title, known.cause, known.owner, len(known.assessments)) == (
        "Жаңа атау",
        "Басқа себеп",
        "ЖСК Бас маманы",
        1,
    )


def test_the_order_of_titles_comes_from_its_index(desk: Desk) -> None:
    with desk.store.read() as connection:
        asked: list[tuple[str, Any]] = []
        event.listen(connection, "before_cursor_execute", lambda _c, _k, said, values, *_: asked.append((said, values)))
        queries.ids(connection, RisksQuery(sort="title", descending=False), 5)
        said, values = asked[-1]
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", values)]
    assert any("ix_risk_list" in step for step in plan)
    assert not any("ORDER BY" in step for step in plan)
