"""Papers in Russian have the Russian names, bilingual ones both; what is final keeps those of its day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from altdesk.desk import Desk
from altdesk.domain.bodies import BodyKind
from altdesk.domain.club_assessments import ClubAssessmentDraft, Score
from altdesk.domain.copies import HandoverDraft
from altdesk.domain.organisation import Organisation
from altdesk.domain.plans_kinds import PlanKind
from altdesk.domain.report import ReportDraft
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import laid_out
from altdesk.forms.words import PaperLanguage
from altdesk.services import (
    bodies,
    changes,
    club_assessments,
    find,
    handovers,
    minutes,
    organisation,
    plans,
    printing,
    report,
)
from altdesk.services.papers import acquaintance as acquaintance_papers
from altdesk.services.papers import bodies as body_papers
from altdesk.services.papers import changes as changes_papers
from altdesk.services.papers import copies as copies_papers
from altdesk.services.papers import minutes as minutes_papers
from altdesk.services.papers import plans as plan_papers
from altdesk.services.papers import report as report_papers
from altdesk.services.papers import tasks as task_papers
from altdesk.services.papers import year_records as year_papers
from altdesk.services.papers.paper import Paper
from tests.make import EFFECTIVE, HELD, TODAY, Make

HEADS = Organisation(
    "«ALT» АҚ", "Тәрбие департаменті", "Алматы",
    secretary_post="Бас маман", secretary="Мысалова Айша Үлгіқызы",
    director_post="Директор", director="Үлгібаев Асқар",
    approver_post="Проректор", approver="Нұсқабаева Зере",
    rector_post="Басқарма Төрағасы", rector="Қағазбаев Төлеген",
    name_ru="АО «ALT»", department_ru="Департамент воспитания",
    secretary_post_ru="Главный специалист", director_post_ru="Директор департамента",
    approver_post_ru="Проректор по воспитанию", rector_post_ru="Председатель Правления",
)  # fmt: skip
RENAMED = replace(
    HEADS, name_ru="АО «Другое»", department_ru="Другой департамент",
    **{f"{who}_post_ru": "Другая должность" for who in ("secretary", "director", "approver", "rector")},
)  # fmt: skip
RU, BOTH, KK = PaperLanguage.RU, PaperLanguage.BILINGUAL, PaperLanguage.KK


def said(paper: Paper, language: PaperLanguage = RU) -> str:
    layout = laid_out(paper.form, paper.data, PrintOptions(language))
    return " ".join(text.text for page in layout.pages for text in page.texts).replace("\u00a0", " ")


@pytest.fixture
def government(desk: Desk, make: Make) -> int:
    """A student government of three with a name in both languages, in a department with names in both."""
    organisation.save(desk, HEADS)
    return make.body(members=3, name_ru="Студенческое правительство")


def rename(desk: Desk, body_id: int) -> None:
    organisation.save(desk, RENAMED)
    bodies.save(desk, body_id, replace(bodies.get(desk, body_id), name_ru="Другое правительство"))


def test_russian_minutes_stand_under_russian_names(desk: Desk, make: Make, government: int) -> None:
    made = minutes_papers.minutes(desk, make.final(government, present=3))
    russian, both, kazakh = (said(made, language) for language in (RU, BOTH, KK))
    for name in ("АО «ALT»", "Департамент воспитания", "Студенческое правительство"):
        assert name in russian
        assert name in both
        assert name not in kazakh
    for name in ("«ALT» АҚ", "Тәрбие департаменті", "Студенттік үкімет"):
        assert name not in russian
        assert name in both
        assert name in kazakh


def test_final_minutes_keep_the_russian_names_of_then_and_a_draft_has_those_of_now(
    desk: Desk, make: Make, government: int
) -> None:
    final, draft = make.final(government, present=3), make.minutes(government, present=3)
    before = minutes.get(desk, final)
    rename(desk, government)
    assert minutes.get(desk, final) == minutes.version(desk, final, 1) == before
    assert "Студенческое правительство" in said(minutes_papers.minutes(desk, final))
    now = said(minutes_papers.minutes(desk, draft))
    for name in ("АО «Другое»", "Другой департамент", "Другое правительство"):
        assert name in now


def test_minutes_that_were_final_before_there_were_russian_names_keep_the_kazakh_one(desk: Desk, make: Make) -> None:
    body = make.body(members=3)
    made = make.final(body, present=3)
    rename(desk, body)
    assert "Студенттік үкімет" in said(minutes_papers.minutes(desk, made))
    assert "Другое правительство" not in said(minutes_papers.minutes(desk, made))


@pytest.mark.parametrize("language", [RU, BOTH])
def test_the_register_of_a_body_has_its_russian_name_and_the_secretarys_post(
    desk: Desk, government: int, language: PaperLanguage
) -> None:
    text = said(body_papers.register(desk, government, EFFECTIVE), language)
    assert "АО «ALT»" in text
    assert "Студенческое правительство" in text
    assert "Главный специалист" in text


def test_a_printed_sheet_keeps_the_russian_head_it_was_printed_with(
    desk: Desk, make: Make, government: int, tmp_path
) -> None:
    document = make.document()
    make.audience(document)
    first, second = make.sheet(document), make.sheet(document)
    printing.acquaintance(desk, first, tmp_path / "sheet.pdf", PrintOptions(RU))
    rename(desk, government)
    assert "АО «ALT»" in said(acquaintance_papers.acquaintance(desk, first))
    assert "АО «Другое»" in said(acquaintance_papers.acquaintance(desk, second))
    assert "«ALT» АҚ / АО «Другое»" in said(acquaintance_papers.acquaintance(desk, second), BOTH)


def test_a_printed_sheet_of_changes_keeps_its_russian_head(desk: Desk, make: Make, government: int) -> None:
    document = make.document()
    changes.printed(desk, document, (), 3, EFFECTIVE, changes.heads_now(desk, document))
    rename(desk, government)
    (kept,) = changes.sheets(desk, document)
    assert kept.organisation_ru == "АО «ALT»"
    assert "АО «Другое»" in said(changes_papers.changes(desk, document, 4))


def test_an_approved_plan_keeps_the_russian_posts_and_name_of_then(desk: Desk, make: Make, government: int) -> None:
    named = {"kind": PlanKind.GOVERNMENT, "body_id": government, "title": "Жоспар"}
    draft = make.plan(**named)
    organisation.save(desk, replace(HEADS, approver_post_ru="Проректор"))
    assert "Проректор" in said(plan_papers.plan(desk, draft))
    organisation.save(desk, HEADS)
    make.approve(draft)
    rename(desk, government)
    text = said(plan_papers.plan(desk, draft))
    for name in ("Директор департамента", "Проректор по воспитанию", "Студенческое правительство. Жоспар"):
        assert name in text
    assert "Другая" not in text
    assert plans.get(desk, draft).body_ru == "Другое правительство"


def test_an_approved_report_keeps_the_rectors_russian_post_of_then(desk: Desk, government: int) -> None:
    number = report.begin(desk, ReportDraft(year=2025)).id
    assert number is not None
    assert "Председатель Правления" in said(report_papers.report(desk, report.get(desk, number)))
    report.approve(desk, number, TODAY, TODAY)
    rename(desk, government)
    text = said(report_papers.report(desk, report.get(desk, number)))
    assert "Председатель Правления" in text
    assert "Другая должность" in text  # the director's, who signs it now


def test_a_hand_over_keeps_the_russian_post_it_was_made_with(desk: Desk, make: Make, government: int) -> None:
    revision = make.revision_in_force(make.document())
    assert "Директор департамента" in said(copies_papers.handovers_of(desk, revision))
    made = handovers.add(desk, revision, handovers.usual(desk)).id
    assert made is not None
    rename(desk, government)
    handovers.save(desk, made, replace(handovers.get(desk, made), place="АССД"))
    assert "Директор департамента" in said(copies_papers.handover(desk, made))
    handovers.save(desk, made, HandoverDraft(given_by_post="Проректор"))
    assert "Другая должность" in said(copies_papers.handover(desk, made))


def test_an_assessment_keeps_the_russian_name_of_the_club(desk: Desk, make: Make) -> None:
    club = make.body("«Үміт» клубы", kind=BodyKind.STUDENT_CLUB, name_ru="Клуб «Үміт»")
    draft = ClubAssessmentDraft("Клуб «Үміт»", HELD, scores=(Score("Белсенділік", 10, 8),))
    made = club_assessments.add(desk, draft).id
    assert made is not None
    bodies.save(desk, club, replace(bodies.get(desk, club), name_ru="Другой клуб"))
    club_assessments.save(desk, made, replace(club_assessments.get(desk, made), note="Түзетілді"))
    assert "Клуб «Үміт»" in said(year_papers.assessment_sheet(desk, made))
    assert club_assessments.get(desk, made).body == "«Үміт» клубы"


def test_tasks_name_the_body_in_the_papers_language(desk: Desk, make: Make, government: int) -> None:
    make.task(body_id=government)
    assert "Студенческое правительство" in said(task_papers.tasks(desk))
    assert "Студенттік үкімет" in said(task_papers.tasks(desk), BOTH)


def test_a_body_is_found_by_its_russian_name(desk: Desk, make: Make, government: int) -> None:
    final = make.final(government, present=3)
    assert bodies.by_name(desk, "студенческое правительство").id == government
    assert [line.id for line in bodies.lines(desk, HELD, "правит")] == [government]
    assert {(hit.kind, hit.id) for hit in find.find(desk, "правительств")} >= {
        ("body", government),
        ("minutes", final),
    }


def test_a_russian_name_that_is_taken_back_is_gone_from_everywhere(desk: Desk, make: Make) -> None:
    body = make.body()
    bodies.save(desk, body, replace(bodies.get(desk, body), name_ru="  Студенческое   правительство "))
    assert bodies.get(desk, body).name_ru == "Студенческое правительство"
    desk.undo()
    assert bodies.get(desk, body).name_ru == ""
    assert find.find(desk, "правительств") == []
    desk.redo()
    assert bodies.get(desk, body).name_ru == "Студенческое правительство"
