"""Tasks: what was resolved stands on the list by itself, stays in step with the minutes, and its end is on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import Named, PointDraft, Vote
from altdesk.domain.minutes_kinds import VoteKind
from altdesk.domain.people import PersonDraft
from altdesk.domain.tasks import Task, TaskDraft, TasksQuery, TaskState
from altdesk.services import attachments, minutes, people, points, tasks, votes
from tests.make import HELD, TODAY, Make

DUE = date(2026, 11, 1)
DAY = timedelta(days=1)


def every(desk: Desk, **query: object) -> list[Task]:
    asked = TasksQuery(**query)  # type: ignore[arg-type]
    found = tasks.lines(desk, tasks.ids(desk, asked))
    assert len(found) == tasks.count(desk, asked)
    return found


def said(desk: Desk, **query: object) -> list[tuple[str, TaskState]]:
    return [(task.text, task.state) for task in every(desk, **query)]


def test_points_that_assign_something_become_tasks(desk: Desk, make: Make) -> None:
    made = make.minutes(items=("А", "Ә"))
    chair = minutes.get(desk, made).chair
    make.point(made, "Жоспар дайындалсын", item=2, responsible=(chair, Named("Деканат")), due_on=DUE)
    make.point(made, "Ақпарат ескерілсін")
    assert every(desk) == []
    minutes.finalize(desk, made, today=TODAY)
    (task,) = every(desk)
    assert (task.text, task.due_on, task.minutes, task.point) == ("Жоспар дайындалсын", DUE, "1", "2.1")
    assert (task.decided_on, task.state, task.by_hand) == (HELD, TaskState.OPEN, False)
    assert [who.full_name for who in task.responsible] == [chair.full_name, "Деканат"]


def test_points_that_were_not_adopted_become_no_tasks(desk: Desk, make: Make) -> None:
    made = make.minutes(present=8, items=("Қабылданды", "Тең", "Қарсы"))
    for number in (1, 2, 3):
        make.point(made, f"{number}-шешім", item=number, due_on=DUE)
        votes.save(desk, make.item(made, number), Vote(VoteKind.OPEN, against=(0, 4, 5)[number - 1]))
    minutes.finalize(desk, made, today=TODAY)
    assert said(desk) == [("1-шешім", TaskState.OPEN)]
    minutes.reopen(desk, made, "Қате саналды")
    votes.save(desk, make.item(made, 2), Vote(VoteKind.OPEN, against=1))
    votes.save(desk, make.item(made, 1), Vote(VoteKind.OPEN, against=8))
    minutes.finalize(desk, made, today=TODAY)
    assert sorted(said(desk)) == [("1-шешім", TaskState.CANCELLED), ("2-шешім", TaskState.OPEN)]
    assert next(task.reason for task in every(desk) if task.reason) == "The decision was not adopted."
    minutes.reopen(desk, made, "Қайта саналды")
    votes.save(desk, make.item(made, 1), Vote(VoteKind.OPEN))
    minutes.finalize(desk, made, today=TODAY)
    assert {state for _, state in said(desk)} == {TaskState.OPEN}


def test_without_a_quorum_no_point_becomes_a_task(desk: Desk, make: Make) -> None:
    made = make.minutes(present=3)
    make.point(made, due_on=DUE)
    minutes.finalize(desk, made, today=TODAY)
    assert every(desk) == []


def test_tasks_follow_minutes_that_are_opened_and_final_again(desk: Desk, make: Make) -> None:
    made = make.minutes()
    kept, gone, done = (make.point(made, text, due_on=DUE) for text in ("Қалады", "Кетеді", "Орындалған"))
    minutes.finalize(desk, made, today=TODAY)
    finished = every(desk, text="орындалған")[0]
    tasks.done(desk, [finished.id], DUE, today=TODAY)
    minutes.reopen(desk, made, "Қате")
    points.save(desk, kept, PointDraft("Өзгерді", due_on=DUE + DAY))
    points.remove(desk, made, [gone, done])
    make.point(made, "Жаңа", due_on=DUE)
    assert len(every(desk)) == 3
    minutes.finalize(desk, made, today=TODAY)
    found = {task.text: task for task in every(desk)}
    assert {text: task.state for text, task in found.items()} == {
        "Өзгерді": TaskState.OPEN,
        "Кетеді": TaskState.CANCELLED,
        "Орындалған": TaskState.DONE,
        "Жаңа": TaskState.OPEN,
    }
    assert found["Өзгерді"].due_on == DUE + DAY
    assert found["Кетеді"].reason == "The point was taken out of the minutes."
    assert found["Орындалған"].done_on == DUE


def test_finalizing_again_without_a_change_changes_no_task(desk: Desk, make: Make) -> None:
    made = make.minutes()
    make.point(made, due_on=DUE)
    minutes.finalize(desk, made, today=TODAY)
    before = every(desk)
    minutes.reopen(desk, made, "Қол қойылмады")
    minutes.finalize(desk, made, today=TODAY)
    assert every(desk) == before


def test_a_point_that_assigns_again_brings_its_task_back(desk: Desk, make: Make) -> None:
    made = make.minutes()
    point = make.point(made, "Есеп", due_on=DUE)
    for due, state in ((None, TaskState.CANCELLED), (DUE, TaskState.OPEN)):
        minutes.finalize(desk, made, today=TODAY)
        minutes.reopen(desk, made, "Қате")
        points.save(desk, point, PointDraft("Есеп", due_on=due))
        minutes.finalize(desk, made, today=TODAY)
        assert said(desk) == [("Есеп", state)]
        minutes.reopen(desk, made, "Қате")


def test_a_task_is_done_on_a_day_that_can_be(desk: Desk, make: Make) -> None:
    task = make.task(due_on=DUE)
    for day, words in ((HELD - DAY, "given on 12.10.2026"), (TODAY + DAY, "after today")):
        with pytest.raises(Refusal, match=words):
            tasks.done(desk, [task], day, today=TODAY)
    tasks.done(desk, [task], DUE, note="Есеп берілді", today=TODAY)
    found = tasks.get(desk, task)
    assert (found.state, found.done_on, found.note) == (TaskState.DONE, DUE, "Есеп берілді")
    with pytest.raises(Refusal, match="is done"):
        tasks.cancel(desk, [task], "Керек емес")
    tasks.reopen(desk, [task])
    assert tasks.get(desk, task).done_on is None


def test_a_task_is_cancelled_with_a_reason(desk: Desk, make: Make) -> None:
    task = make.task()
    with pytest.raises(Refusal, match="Type why"):
        tasks.cancel(desk, [task], " ")
    tasks.cancel(desk, [task], "Керек емес")
    assert (tasks.get(desk, task).state, tasks.get(desk, task).reason) == (TaskState.CANCELLED, "Керек емес")
    with pytest.raises(Refusal, match="is cancelled"):
        tasks.done(desk, [task], HELD, today=TODAY)
    desk.undo()
    assert tasks.get(desk, task).state is TaskState.OPEN


def test_what_comes_from_minutes_is_changed_there(desk: Desk, make: Make) -> None:
    made = make.minutes()
    make.point(made, due_on=DUE)
    minutes.finalize(desk, made, today=TODAY)
    (task,) = every(desk)
    with pytest.raises(Refusal, match=r"point 1\.1 of the minutes No\. 1"):
        tasks.save(desk, task.id, replace(task, text="Басқаша"))
    tasks.save(desk, task.id, replace(task, note="Декан біледі"))
    assert tasks.get(desk, task.id).note == "Декан біледі"
    with pytest.raises(Refusal, match="comes from minutes"):
        tasks.remove(desk, [task.id])


def test_a_task_typed_by_hand_is_changed_and_removed(desk: Desk, make: Make) -> None:
    person = make.person("Асанов", "Ержан", post="Маман")
    task = make.task("Хат жазу", responsible=(Named(person_id=person),))
    tasks.save(desk, task, TaskDraft("Хат жіберу", (Named(person_id=person), Named("Деканат")), DUE))
    found = tasks.get(desk, task)
    assert (found.text, found.due_on) == ("Хат жіберу", DUE)
    assert found.responsible == (Named("Асанов Ержан", "Маман", person), Named("Деканат"))
    with pytest.raises(Refusal, match="Type what has to be done"):
        tasks.add(desk, TaskDraft(" "))
    tasks.remove(desk, [task])
    assert every(desk) == []
    desk.undo()
    assert tasks.get(desk, task) == found


def test_a_task_keeps_the_names_it_was_given_with(desk: Desk, make: Make) -> None:
    person = make.person("Асанов", "Ержан")
    task = make.task(responsible=(Named(person_id=person),))
    people.save(desk, person, PersonDraft("Басқаша"))
    assert tasks.get(desk, task).responsible[0].full_name == "Асанов Ержан"
    assert [each.id for each in tasks.of(desk, person)] == [task]
    assert [who.person_id for who in tasks.responsible(desk)] == [person]


def test_the_list_is_narrowed_and_ordered(desk: Desk, make: Make) -> None:
    person, body = make.person("Асанов"), make.body()
    late = make.task("Кеш", due_on=DUE - DAY, responsible=(Named(person_id=person),))
    soon = make.task("Жақын", due_on=DUE, body_id=body)
    never = make.task("Әрқашан", due_text="тұрақты")
    over = make.task("Бітті", due_on=DUE - 2 * DAY)
    tasks.done(desk, [over], HELD, today=TODAY)

    def shown(**query: object) -> list[int]:
        return [task.id for task in every(desk, **query)]

    assert shown() == [over, late, soon, never]
    assert shown(descending=True) == [never, soon, late, over]
    assert shown(sort="text") == [never, over, soon, late]
    assert shown(state=TaskState.OPEN) == [late, soon, never]
    assert shown(overdue_on=DUE) == [late]
    assert shown(due_first=DUE, due_last=DUE) == [soon]
    assert shown(body_id=body) == [soon]
    assert shown(person_id=person) == [late]
    assert shown(text="жакын") == [soon]
    assert shown(text="???") == []
    assert shown(text="бітті", state=TaskState.OPEN) == []
    for sort in ("body", "state", "responsible", "minutes", "done_on"):
        assert sorted(shown(sort=sort)) == sorted([late, soon, never, over])


def test_what_presses_stands_first_and_what_is_done_last(desk: Desk, make: Make) -> None:
    given = {
        text: make.task(text, due_on=due)
        for text, due in (
            ("Ерте бітті", DUE - DAY), ("Кеш бітті", DUE - 2 * DAY), ("Керек емес", DUE - 3 * DAY),
            ("Мерзімсіз", None), ("Ертең", DUE + DAY), ("Кешікті", DUE - DAY), ("Бүгін", DUE),
        )
    }  # fmt: skip
    tasks.done(desk, [given["Ерте бітті"]], TODAY - DAY, today=TODAY)
    tasks.done(desk, [given["Кеш бітті"]], TODAY, today=TODAY)
    tasks.cancel(desk, [given["Керек емес"]], "Өзгерді")
    wanted = ["Кешікті", "Бүгін", "Ертең", "Мерзімсіз", "Кеш бітті", "Ерте бітті", "Керек емес"]
    assert [task.text for task in every(desk, sort="pressing")] == wanted
    assert [task.text for task in every(desk, sort="pressing", descending=True)] == wanted[::-1]
    assert [task.text for task in every(desk, sort="pressing", state=TaskState.OPEN)] == wanted[:4]
    first = tasks.ids(desk, TasksQuery(sort="pressing"), 5)
    assert [task.text for task in tasks.lines(desk, first)] == wanted[:5]


def test_evidence_is_counted(desk: Desk, make: Make, tmp_path: Path) -> None:
    task, file = make.task(), tmp_path / "сурет.png"
    file.write_bytes(b"png")
    tasks.prove(desk, task, file)
    assert tasks.get(desk, task).evidence == 1
    assert [each.role for each in attachments.of(desk, tasks.OWNER, task)] == [Role.EVIDENCE]
