"""Plans: typed, sent on their way, approved and locked, amended; and what became of their rows."""

from __future__ import annotations

from datetime import date, time

import pytest

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyKind
from altdesk.domain.errors import Refusal
from altdesk.domain.events_kinds import HeldState
from altdesk.domain.plans import CycleDraft, PlanDraft, RowDraft, StepDraft, where
from altdesk.domain.plans_kinds import Approach, ApprovalRole, ApprovalState, Outcome, PlanKind, VersionState
from altdesk.domain.plans_lists import PlansQuery
from altdesk.domain.rules import Rules
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import laid_out
from altdesk.services import (
    events,
    organisation,
    plans,
    plans_approval,
    plans_held,
    plans_rows,
    plans_states,
    plans_versions,
    rules,
)
from altdesk.services.papers import plans as papers
from db.models.events import event
from db.models.plans import plan_row
from tests.make import EFFECTIVE, HEADS, TODAY, Make

SENT, BACK, LATER = date(2026, 9, 5), date(2026, 9, 20), date(2026, 10, 1)


def titles(desk: Desk, plan_id: int) -> list[str]:
    return [row.said.title for row in plans_rows.of(desk, plan_id)]


def newest(desk: Desk, plan_id: int) -> VersionState:
    return plans.get(desk, plan_id).newest.state


# rows


def test_a_row_outside_the_plans_year_is_refused_under_its_field(desk: Desk, make: Make) -> None:
    plan = make.plan()
    with pytest.raises(Refusal, match=r"01\.09\.2027 is outside the year of the plan") as refused:
        plans_rows.add(desk, plan, RowDraft("Кездесу", "01.09.2027"))
    assert refused.value.field == "when"
    with pytest.raises(Refusal, match="Say what is planned"):
        plans_rows.add(desk, plan, RowDraft("", "қазан"))
    assert len(titles(desk, plan)) == 2


def test_rows_are_put_into_another_order_and_take_over_the_section_they_come_to(desk: Desk, make: Make) -> None:
    plan = make.plan(("A", "қазан"), ("B", "қазан"), ("C", "қараша"))
    first, second, third = (row.id for row in plans_rows.of(desk, plan))
    plans_rows.set_field(desk, first, "section", "I бөлім")
    plans_rows.move(desk, third, -1)
    assert titles(desk, plan) == ["A", "C", "B"]
    assert plans_rows.row(desk, third).said.section == "I бөлім"
    plans_rows.put(desk, second, 0)
    assert titles(desk, plan) == ["B", "A", "C"]
    plans_rows.add(desk, plan, RowDraft("D", "мамыр"), at=1)
    assert titles(desk, plan) == ["B", "D", "A", "C"]


def test_a_person_is_known_by_the_whole_name(desk: Desk, make: Make) -> None:
    person = make.person("Асанов", "Асан")
    plan = make.plan()
    made = plans_rows.add(desk, plan, RowDraft("Дәріс", "наурыз", responsible="Асанов Асан")).id
    assert made is not None
    assert plans_rows.row(desk, made).said.responsible_id == person
    plans_rows.set_field(desk, made, "responsible", "Кураторлар")
    assert plans_rows.row(desk, made).said.responsible_id is None


def test_another_start_of_the_year_moves_what_lasts_all_year(desk: Desk, make: Make) -> None:
    plan = make.plan(("Үйірме", "жыл бойы"))
    rules.save(desk, Rules(year_starts_month=8, year_starts_day=15))
    (row,) = plans_rows.of(desk, plan)
    assert (row.said.time.first, row.said.time.last) == (date(2026, 8, 15), date(2027, 8, 14))
    plans_rows.add(desk, plan, RowDraft("Дайындық", "20.08"))
    assert plans_rows.of(desk, plan)[1].said.time.first == date(2026, 8, 20)


# heads


def test_a_plan_belongs_to_somebody_and_there_is_one_a_year(desk: Desk, make: Make) -> None:
    club = make.body("Пікір клубы", kind=BodyKind.STUDENT_CLUB)
    with pytest.raises(Refusal) as nobody:
        plans.add(desk, PlanDraft(PlanKind.CLUB, 2026))
    assert nobody.value.field == "body_id"
    made = plans.add(desk, PlanDraft(PlanKind.CLUB, 2026, club))
    assert plans.get(desk, made.id or 0).title == "Plan of a student club: Пікір клубы"
    with pytest.raises(Refusal, match="already") as twin:
        plans.add(desk, PlanDraft(PlanKind.CLUB, 2026, club, title="Басқа"))
    assert twin.value.values["opens"] == ("plan", made.id)
    plans.add(desk, PlanDraft(PlanKind.CLUB, 2027, club))
    assert plans.count(desk, PlansQuery(body_id=club)) == 2


def test_the_year_stays_once_there_are_rows(desk: Desk, make: Make) -> None:
    plan = make.plan()
    with pytest.raises(Refusal, match="Copy the plan") as refused:
        plans.save(desk, plan, PlanDraft(PlanKind.YOUTH, 2027, title="Жоспар"))
    assert refused.value.field == "year"


def test_a_plan_is_called_by_number_title_or_owner(desk: Desk, make: Make) -> None:
    body = make.body("Студенттік үкімет")
    made = plans.add(desk, PlanDraft(PlanKind.GOVERNMENT, 2026, body, title="СҮ жоспары")).id
    assert made is not None
    assert {plans.called(desk, name).id for name in (str(made), "СҮ ЖОСПАРЫ", "студенттік үкімет")} == {made}
    with pytest.raises(Refusal, match="no plan"):
        plans.called(desk, "Басқа")


# the way of the paper


def test_the_chain_is_that_of_the_kind(desk: Desk, make: Make) -> None:
    organisation.save(desk, HEADS)
    body = make.body("Студенттік үкімет")
    government = plans.add(desk, PlanDraft(PlanKind.GOVERNMENT, 2026, body)).id or 0
    steps = plans.get(desk, government).newest.steps
    assert [(step.role, step.full_name) for step in steps] == [
        (ApprovalRole.AGREES, "Үлгібаев Асқар"),
        (ApprovalRole.APPROVES, "Нұсқабаева Зере"),
    ]
    youth = plans.get(desk, make.plan()).newest.steps
    assert [(step.role, step.post) for step in youth] == [
        (ApprovalRole.CONSENTS, "Ректор"),
        (ApprovalRole.APPROVES, "Проректор"),
    ]


def test_an_unnamed_chain_is_refused_and_can_be_typed(desk: Desk, make: Make) -> None:
    plan = make.plan()
    with pytest.raises(Refusal, match="post or the name"):
        plans_approval.send(desk, plan, SENT, TODAY)
    with pytest.raises(Refusal, match="last one"):
        plans_approval.set_chain(desk, plan, [StepDraft(ApprovalRole.AGREES, "Директор")])
    plans_approval.set_chain(desk, plan, [StepDraft(ApprovalRole.APPROVES, "Директор")])
    plans_approval.send(desk, plan, SENT, TODAY)
    assert [step.called for step in plans.get(desk, plan).newest.steps] == ["Директор"]


def test_a_returned_paper_goes_back_to_the_one_who_returned_it(desk: Desk, make: Make) -> None:
    organisation.save(desk, HEADS)
    plan = make.plan()
    plans_approval.send(desk, plan, SENT, TODAY)
    plans_approval.given(desk, plan, BACK, TODAY, onward=True)
    with pytest.raises(Refusal, match="what has to be changed"):
        plans_approval.returned(desk, plan, BACK, " ", TODAY)
    plans_approval.returned(desk, plan, LATER, "Мерзімдер нақтылансын", TODAY)
    known = plans.get(desk, plan)
    paper = where(known.newest)
    assert paper is not None
    assert (known.newest.state, paper.step, paper.since, paper.comment) == (
        VersionState.RETURNED,
        None,
        LATER,
        "Мерзімдер нақтылансын",
    )
    plans_rows.add(desk, plan, RowDraft("Тағы", "мамыр"))
    plans_approval.send(desk, plan, LATER, TODAY)
    version = plans.get(desk, plan).newest
    assert version.with_them is not None
    assert version.with_them.post == "Проректор"
    assert [step.state for step in version.steps] == [ApprovalState.GIVEN, ApprovalState.WITH_THEM]
    assert [visit.outcome for visit in version.steps[1].visits] == [Outcome.RETURNED, Outcome.NONE]


def test_days_of_the_paper_go_forward_and_not_ahead(desk: Desk, make: Make) -> None:
    organisation.save(desk, HEADS)
    plan = make.plan()
    with pytest.raises(Refusal, match="lies ahead") as ahead:
        plans_approval.send(desk, plan, date(2026, 9, 6), date(2026, 9, 5))
    assert ahead.value.field == "sent_on"
    plans_approval.send(desk, plan, SENT, TODAY)
    with pytest.raises(Refusal, match=r"was there on 05\.09\.2026") as early:
        plans_approval.given(desk, plan, EFFECTIVE, TODAY)
    assert early.value.field == "back_on"
    with pytest.raises(Refusal, match="The paper is with"):
        plans_approval.send(desk, plan, BACK, TODAY)


def test_nothing_is_changed_while_the_paper_is_out_and_it_can_be_taken_back(desk: Desk, make: Make) -> None:
    organisation.save(desk, HEADS)
    plan = make.plan()
    plans_approval.send(desk, plan, SENT, TODAY)
    with pytest.raises(Refusal, match="on approval"):
        plans_rows.add(desk, plan, RowDraft("Тағы", "мамыр"))
    with pytest.raises(Refusal, match="on approval"):
        plans_approval.set_chain(desk, plan, [StepDraft(ApprovalRole.APPROVES, "Директор")])
    with pytest.raises(Refusal, match="kept"):
        plans.bin_(desk, [plan])
    plans_approval.take_back(desk, plan, BACK, TODAY)
    plans_rows.add(desk, plan, RowDraft("Тағы", "мамыр"))
    assert newest(desk, plan) is VersionState.DRAFT


def test_who_has_waited_for_over_two_weeks_is_known(desk: Desk, make: Make) -> None:
    organisation.save(desk, HEADS)
    plan = make.plan()
    plans_approval.send(desk, plan, SENT, TODAY)
    assert plans.waiting_long(desk, date(2026, 9, 19)) == []
    (line,) = plans.waiting_long(desk, date(2026, 9, 20))
    assert (line.id, line.holder, line.since) == (plan, "Ректор, Қағазбаев Төлеген", SENT)
    assert line.waits_long(date(2026, 9, 20))


def test_an_approved_plan_is_locked_by_every_road(desk: Desk, make: Make) -> None:
    plan = make.approved_plan()
    (first, _) = plans_rows.of(desk, plan)
    known = plans.get(desk, plan)
    for change in (
        lambda: plans_rows.add(desk, plan, RowDraft("Тағы", "мамыр")),
        lambda: plans_rows.set_field(desk, first.id, "title", "Басқа"),
        lambda: plans_rows.move(desk, first.id, 1),
        lambda: plans_rows.remove(desk, [first.id]),
        lambda: plans.save(desk, plan, PlanDraft(PlanKind.YOUTH, 2026, title="Басқа")),
        lambda: plans_approval.set_chain(desk, plan, [StepDraft(ApprovalRole.APPROVES, "Директор")]),
        lambda: plans_approval.send(desk, plan, BACK, TODAY),
        lambda: plans_approval.given(desk, plan, BACK, TODAY),
        lambda: plans_approval.take_back(desk, plan, BACK, TODAY),
        lambda: plans.bin_(desk, [plan]),
        desk.undo,
    ):
        with pytest.raises(Refusal):
            change()
    assert plans.get(desk, plan) == known
    assert titles(desk, plan) == ["Жастар апталығы", "Қайырымдылық акциясы"]
    with pytest.raises(Refusal, match="press “Amend…” beside it and say why"):
        desk.undo()


def test_the_cycle_is_described_all_year(desk: Desk, make: Make) -> None:
    plan = make.approved_plan()
    plans.save_cycle(desk, plan, CycleDraft("Сауалнама", "Міндет", "Орындалды", "Талдау"))
    assert plans.get(desk, plan).cycle == CycleDraft("Сауалнама", "Міндет", "Орындалды", "Талдау")


# what became of the rows


def test_rows_of_an_approved_plan_are_held_moved_or_not_held(desk: Desk, make: Make) -> None:
    plan = make.approved_plan(("A", "қазан"), ("B", "15.10.2026"), ("C", "қараша"), ("D", "01.10.2026"))
    a, b, c, _ = (row.id for row in plans_rows.of(desk, plan))
    plans_states.held(desk, [a], LATER, TODAY)
    plans_states.moved(desk, [b], date(2026, 11, 5), "Зал бос емес")
    plans_states.not_held(desk, [c], "Карантин")
    found = plans.figures_of(desk, plan, date(2026, 10, 20))
    assert (found.planned, found.held, found.moved, found.not_held, found.late) == (1, 1, 1, 1, 1)
    assert found.reasons == (("C", "Карантин"),)
    (line,) = plans.lines(desk, [plan], date(2026, 10, 20))
    assert (line.figures.held, line.figures.late, line.figures.rows) == (1, 1, 4)
    plans_states.planned_again(desk, [c])
    assert plans_rows.row(desk, c).mark.state is HeldState.PLANNED


def test_marks_are_refused_where_they_make_no_sense(desk: Desk, make: Make) -> None:
    organisation.save(desk, HEADS)
    draft = make.plan()
    (row, _) = plans_rows.of(desk, draft)
    with pytest.raises(Refusal, match="not approved yet"):
        plans_states.held(desk, [row.id], LATER, TODAY)
    make.approve(draft)
    for mark, field in (
        (lambda: plans_states.held(desk, [row.id], date(2026, 10, 2), LATER), "day"),
        (lambda: plans_states.held(desk, [row.id], date(2026, 8, 31), TODAY), "day"),
        (lambda: plans_states.moved(desk, [row.id], date(2027, 9, 1)), "day"),
        (lambda: plans_states.not_held(desk, [row.id], " "), "reason"),
    ):
        with pytest.raises(Refusal) as refused:
            mark()
        assert refused.value.field == field


def test_an_event_marks_its_row_and_one_held_before_the_approval_is_caught_up(desk: Desk, make: Make) -> None:
    organisation.save(desk, HEADS)
    plan = make.plan()
    first, second = (row.id for row in plans_rows.of(desk, plan))
    with desk.step("An event is held") as step:
        values = {"starts_on": LATER, "ends_on": LATER, "state": HeldState.HELD.value, "starts_at": time(10)}
        step.add(event, plan_row_id=first, title="Апталық", **values)
        assert plans.row_held(step, first, LATER) is False
    make.approve(plan, LATER)
    assert plans_rows.row(desk, first).mark.held_on == LATER
    with desk.step("Another") as step:
        assert plans.row_not_held(step, second, "Ауа райы")
    assert plans_rows.row(desk, second).mark.reason == "Ауа райы"


# versions


def test_an_amendment_is_a_version_of_its_own_and_the_approved_one_holds_meanwhile(desk: Desk, make: Make) -> None:
    plan = make.approved_plan()
    first, second = (row.id for row in plans_rows.of(desk, plan))
    with pytest.raises(Refusal) as no_reason:
        plans_versions.amend(desk, plan, " ", BACK, TODAY)
    assert no_reason.value.field == "reason"
    with pytest.raises(Refusal, match="before that day"):
        plans_versions.amend(desk, plan, "Жаңа тапсырма", date(2026, 8, 1), TODAY)
    plans_versions.amend(desk, plan, "Жаңа тапсырма", BACK, TODAY)
    plans_rows.set_field(desk, first, "when", "қараша")
    plans_rows.remove(desk, [second])
    plans_rows.add(desk, plan, RowDraft("Форум", "сәуір"))
    known = plans.get(desk, plan)
    assert known.amended
    assert known.valid is not None
    assert [row.title for row in plans.content(desk, plan, 1).rows] == ["Жастар апталығы", "Қайырымдылық акциясы"]
    changes = plans_versions.difference(desk, plan, 1)
    assert [(change.field, change.before, change.after) for change in changes] == [
        ("Time", "October", "November"),
        ("Row added", "", "Форум, April"),
        ("Row taken out", "Қайырымдылық акциясы, 15.10.2026", ""),
    ]
    make.approve(plan, LATER)
    states = [(each.number, each.state) for each in plans.get(desk, plan).versions]
    assert states == [(2, VersionState.APPROVED), (1, VersionState.SUPERSEDED)]
    assert plans_versions.difference(desk, plan, 1, 2) == changes


def test_a_version_that_was_replaced_is_printed_as_it_stood_then(desk: Desk, make: Make) -> None:
    plan = make.approved_plan(*((title, "қыркүйек") for title in "ABCDE"))
    a, b, c, d, e = (row.id for row in plans_rows.of(desk, plan))
    plans_states.held(desk, [a], date(2026, 9, 10), TODAY)
    plans_states.moved(desk, [b], date(2026, 11, 5), "Зал бос емес")
    plans_versions.amend(desk, plan, "Жаңа тапсырма", BACK, TODAY)
    plans_states.held(desk, [c], date(2026, 10, 15), TODAY)  # typed before the older paper of the amendment came back
    make.approve(plan, LATER)
    plans_states.held(desk, [b], date(2026, 11, 5), TODAY)
    plans_states.not_held(desk, [d], "Карантин")
    plans_states.planned_again(desk, [a])
    plans_states.held(desk, [e], date(2026, 9, 12), TODAY)  # typed late

    def marks(number: int) -> list[tuple[HeldState, date | None]]:
        return [(row.mark.state, row.mark.held_on) for row in papers.plan(desk, plan, number).data.rows]

    assert marks(1) == [
        (HeldState.HELD, date(2026, 9, 10)),
        (HeldState.MOVED, None),
        (HeldState.PLANNED, None),
        (HeldState.PLANNED, None),
        (HeldState.HELD, date(2026, 9, 12)),
    ]
    now = [HeldState.PLANNED, HeldState.HELD, HeldState.HELD, HeldState.NOT_HELD, HeldState.HELD]
    assert [state for state, _ in marks(2)] == now
    old = papers.plan(desk, plan, 1)
    (page,) = laid_out(old.form, old.data, PrintOptions()).pages
    said = [text.text for text in page.texts]
    assert "1-нұсқа, 01.10.2026 жаңа нұсқамен ауыстырылған" in said
    assert "ЖАҢА НҰСҚАМЕН АУЫСТЫРЫЛҒАН" in said
    assert papers.plan(desk, plan).data.replaced_on is None


def test_an_amendment_given_up_leaves_the_plan_as_approved(desk: Desk, make: Make) -> None:
    plan = make.approved_plan()
    before = plans_rows.of(desk, plan)
    plans_versions.amend(desk, plan, "Жаңа тапсырма", BACK, TODAY)
    plans_rows.move(desk, before[0].id, 1)
    plans_rows.set_field(desk, before[0].id, "title", "Басқа")
    plans_rows.remove(desk, [before[1].id])
    made = plans_rows.add(desk, plan, RowDraft("Форум", "сәуір")).id
    plans.save(desk, plan, PlanDraft(PlanKind.YOUTH, 2026, title="Басқа атау", approach=Approach.VALUES))
    with desk.step("An event") as step:
        linked = step.add(event, plan_row_id=made, title="Форум", starts_on=LATER, ends_on=LATER)
    plans_versions.cancel(desk, plan)
    assert plans_rows.of(desk, plan) == before
    known = plans.get(desk, plan)
    assert (known.newest.number, known.newest.state, known.approach) == (1, VersionState.APPROVED, Approach.NONE)
    with desk.store.read() as connection:
        row = connection.execute(event.select().where(event.c.id == linked)).one()
    assert row.plan_row_id is None


def test_a_row_something_became_of_stays_in_the_plan(desk: Desk, make: Make) -> None:
    plan = make.approved_plan()
    first, second = (row.id for row in plans_rows.of(desk, plan))
    plans_states.held(desk, [first], LATER, TODAY)
    with desk.step("An event") as step:
        step.add(event, plan_row_id=second, title="Акция", starts_on=LATER, ends_on=LATER)
    plans_versions.amend(desk, plan, "Жаңа тапсырма", BACK, TODAY)
    with pytest.raises(Refusal, match="marked already"):
        plans_rows.remove(desk, [first])
    with pytest.raises(Refusal, match="The event “Акция” belongs"):
        plans_rows.remove(desk, [second])


def test_a_new_row_of_an_amendment_is_marked_only_when_it_is_approved(desk: Desk, make: Make) -> None:
    plan = make.approved_plan()
    plans_versions.amend(desk, plan, "Жаңа тапсырма", BACK, TODAY)
    made = plans_rows.add(desk, plan, RowDraft("Форум", "сәуір")).id or 0
    with pytest.raises(Refusal, match="not approved"):
        plans_states.held(desk, [made], LATER, TODAY)
    first = plans_rows.of(desk, plan)[0].id
    plans_states.held(desk, [first], LATER, TODAY)
    with desk.store.read() as connection:
        assert connection.execute(plan_row.select().where(plan_row.c.id == first)).one().state == "held"


def test_rows_are_held_with_their_events_in_one_step(desk: Desk, make: Make) -> None:
    plan = make.approved_plan()
    rows = [row.id for row in plans_rows.of(desk, plan)]
    plans_held.held(desk, rows, LATER, TODAY)
    assert [row.mark.held_on for row in plans_rows.of(desk, plan)] == [LATER, LATER]
    assert [events.of_row(desk, number) is not None for number in rows] == [True, True]
    desk.undo()
    assert [row.mark.state for row in plans_rows.of(desk, plan)] == [HeldState.PLANNED] * 2
    assert events.of_row(desk, rows[0]) is None
    with pytest.raises(Refusal, match="lies ahead") as ahead:
        plans_held.held(desk, rows, LATER, BACK)
    assert ahead.value.field == "day"
