"""Papers of meetings and tasks: what stands on them is what is on the desk, and of final minutes what was then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import ItemDraft, MinutesDraft, Named, NamedVote, Vote
from altdesk.domain.minutes_decisions import UNTOUCHED, notices
from altdesk.domain.minutes_kinds import Choice, ItemState, Majority, Presence, VoteKind
from altdesk.domain.organisation import Organisation
from altdesk.domain.people import PersonDraft
from altdesk.domain.rules import Rules, TieRule
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import laid_out
from altdesk.services import agenda, attendance, exporting_minutes, minutes, organisation, people, rules, tasks, votes
from altdesk.services.papers import minutes as minutes_papers
from altdesk.services.papers import tasks as task_papers
from altdesk.services.papers.minutes import chosen
from altdesk.services.papers.paper import Paper
from db.models.minutes import minutes as table
from tests.make import HELD, TODAY, Make


def said(paper: Paper) -> str:
    layout = laid_out(paper.form, paper.data, PrintOptions())
    return " ".join(text.text for page in layout.pages for text in page.texts).replace("\u00a0", " ")


@pytest.fixture
def body(desk: Desk, make: Make) -> int:
    """A student government of twelve: a chair, a secretary and members."""
    heads = Organisation(
        "«ALT» АҚ", "ТжӘЖД", "Алматы", secretary_post="ЖСК бас маманы", secretary="Мысалова Айша Үлгіқызы"
    )
    organisation.save(desk, heads)
    made = make.body()
    make.members(made, 12, date(2025, 9, 1))
    return made


def test_minutes_say_what_is_on_the_desk(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body, present=9)
    known = minutes.get(desk, made)
    minutes.save(
        desk,
        made,
        MinutesDraft(HELD, time(15), time(16, 40), "304-кабинет", known.chair, known.secretary, "Кезектен тыс мәжіліс"),
    )
    guest = Named("Үлгібаев Асқар Сынақұлы", "ТжӘЖД директоры")
    attendance.add(desk, made, guest, Presence.GUEST)
    attendance.mark(desk, made, [known.attendees[11].id], Presence.EXCUSED, "сырқат")
    item = make.item(made)
    agenda.save(desk, item, ItemDraft("Жоспар туралы", guest, "Баяндалды.", "Ұсыныс айтылды."))
    votes.save(desk, item, Vote(VoteKind.OPEN, against=1))
    make.point(made, responsible=(Named(known.attendees[2].full_name),), due_on=date(2026, 11, 1))
    minutes.finalize(desk, made, "5", TODAY)
    text = said(minutes_papers.minutes(desk, made))
    for part in (
        "«ALT» АҚ",
        "ТжӘЖД",
        "Студенттік үкімет",
        "ХАТТАМА № 5",
        "Кезектен тыс мәжіліс",
        "2026 жылғы 12 қазан, 15:00–16:40",
        "Алматы, 304-кабинет",
        "9 адам (мүшелердің жалпы саны – 12)",
        "(сырқат)",
        "Үлгібаев Асқар Сынақұлы, ТжӘЖД директоры",
        "Кворум:",
        "бар (қажетті саны – 7)",
        "ТЫҢДАЛДЫ:",
        "Баяндалды.",
        "Ұсыныс айтылды.",
        "жақтап – 8, қарсы – 1, қалыс қалды – 0. Шешім қабылданды.",
        "1.1 Жоспар бекітілсін",
        f"Жауапты: {known.attendees[2].full_name}",
        "Мерзімі: 01.11.2026",
    ):
        assert part in text, part
    assert "ЖОБА" not in text


def test_names_and_posts_of_final_minutes_stay_as_they_were(desk: Desk, make: Make, body: int) -> None:
    made = make.final(body)
    before = said(minutes_papers.minutes(desk, made))
    chair = minutes.get(desk, made).chair
    assert chair.person_id is not None
    people.save(desk, chair.person_id, PersonDraft("Басқа", "Есім"))
    organisation.save(desk, Organisation("Басқа ұйым"))
    assert said(minutes_papers.minutes(desk, made)) == before
    assert said(minutes_papers.attendance(desk, made))
    assert chair.full_name in said(minutes_papers.attendance(desk, made))


def test_a_draft_is_marked_and_follows_the_register(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body)
    chair = minutes.get(desk, made).chair
    assert chair.person_id is not None
    people.save(desk, chair.person_id, PersonDraft("Жаңаев", "Есім"))
    text = said(minutes_papers.minutes(desk, made))
    assert "ЖОБА" in text
    assert "ХАТТАМА № ____" in text
    assert "Жаңаев Есім" in text


def test_an_older_version_can_be_printed(desk: Desk, make: Make, body: int) -> None:
    made = make.final(body)
    minutes.reopen(desk, made, "Қате жазылған")
    agenda.save(desk, make.item(made), ItemDraft("Басқа мәселе туралы"))
    minutes.finalize(desk, made, "", TODAY)
    assert "Жоспар туралы" in said(minutes_papers.minutes(desk, made, 1))
    assert "Басқа мәселе туралы" in said(minutes_papers.minutes(desk, made))


def test_more_than_fifteen_have_their_list_attached(desk: Desk, make: Make) -> None:
    made = make.minutes(make.body("Кеңес", members=18), present=16)
    text = said(minutes_papers.minutes(desk, made))
    assert "16 адам (мүшелердің жалпы саны – 18), тізім қоса беріледі" in text
    assert "1. Қатысқандар тізімі" in text
    names = [row.full_name for row in minutes.get(desk, made).attendees]
    listed = said(minutes_papers.attendance(desk, made))
    assert all(name in listed for name in names)


def test_a_late_comer_is_counted_where_the_vote_was(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body, present=9, items=("Бірінші", "Екінші"))
    rows = minutes.get(desk, made).attendees
    attendance.arrive(desk, rows[8].id, time(15, 30))
    agenda.save(desk, make.item(made, 1), ItemDraft("Бірінші", ends_at=time(15, 10)))
    agenda.save(desk, make.item(made, 2), ItemDraft("Екінші", ends_at=time(16)))
    for number in (1, 2):
        votes.save(desk, make.item(made, number), Vote(VoteKind.OPEN))
    first, second = minutes_papers.minutes(desk, made).data.items
    assert (first.vote.in_favour, first.vote.present) == (8, 8)
    assert (second.vote.in_favour, second.vote.present) == (9, None)
    assert "Қатысты келді – 15:30" in said(minutes_papers.attendance(desk, made))


@pytest.mark.parametrize(
    ("rule", "vote", "outcome"),
    [
        (TieRule.REJECTED, Vote(VoteKind.OPEN, against=5), "tied"),
        (TieRule.CHAIR_DECIDES, Vote(VoteKind.OPEN, against=5), "undecided"),
        (TieRule.CHAIR_DECIDES, Vote(VoteKind.OPEN, against=5, chair=Choice.FOR), "chair_adopted"),
        (TieRule.CHAIR_DECIDES, Vote(VoteKind.OPEN, against=5, chair=Choice.AGAINST), "chair_rejected"),
        (TieRule.CHAIR_DECIDES, Vote(VoteKind.SECRET, against=5), "tied"),
        (TieRule.REJECTED, Vote(VoteKind.OPEN, against=6), "rejected"),
        (TieRule.REJECTED, Vote(VoteKind.OPEN, Majority.TWO_THIRDS, against=3), "adopted"),
        (TieRule.REJECTED, Vote(VoteKind.OPEN, Majority.TWO_THIRDS, against=4), "rejected"),
    ],
)
def test_a_result_says_how_it_came_about(
    desk: Desk, make: Make, body: int, rule: TieRule, vote: Vote, outcome: str
) -> None:
    rules.save(desk, Rules(tie_rule=rule))
    made = make.minutes(body, present=10)
    votes.save(desk, make.item(made), vote)
    told = minutes_papers.minutes(desk, made).data.items[0].vote
    assert told.outcome == outcome
    assert told.needed == (7 if vote.majority is Majority.TWO_THIRDS else None)


def test_a_vote_by_name_names_those_against(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body, present=10)
    rows = minutes.get(desk, made).attendees
    votes.save(desk, make.item(made), Vote(VoteKind.BY_NAME, names=(NamedVote(rows[3].id, Choice.AGAINST),)))
    assert f"қарсы – 1 ({rows[3].full_name})" in said(minutes_papers.minutes(desk, made))


def test_without_a_quorum_nothing_is_decided(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body, present=3)
    votes.save(desk, make.item(made), Vote(VoteKind.OPEN))
    text = said(minutes_papers.minutes(desk, made))
    assert "мәжіліс шешім қабылдауға құқылы емес" in text
    assert "Кворум болмағандықтан шешім қабылданбады." in text


def test_an_item_that_was_put_off_says_so(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body)
    agenda.deal(desk, make.item(made), ItemState.POSTPONED)
    assert "Мәселені қарау келесі мәжіліске қалдырылды." in said(minutes_papers.minutes(desk, made))


@pytest.mark.parametrize(
    ("present", "vote", "words"),
    [
        (8, Vote(VoteKind.OPEN, against=5), "Шешім қабылданбады."),
        (8, Vote(VoteKind.OPEN, against=4), "Дауыстар тең бөлінді, шешім қабылданбады."),
        (3, Vote(VoteKind.OPEN), "Кворум болмағандықтан шешім қабылданбады."),
        (3, Vote(), "Кворум болмағандықтан шешім қабылданбады."),
    ],
)
def test_what_was_not_adopted_is_not_printed_as_a_decision(
    desk: Desk, make: Make, body: int, present: int, vote: Vote, words: str
) -> None:
    made = make.minutes(body, present=present)
    votes.save(desk, make.item(made), vote)
    make.point(made, "Жоспар бекітілсін", responsible=(Named("Асанов Ержан"),), due_on=date(2026, 12, 1))
    for known in ("draft", "final"):
        if known == "final":
            minutes.finalize(desk, made, "", TODAY)
        for paper in (minutes_papers.minutes(desk, made), minutes_papers.short_minutes(desk, made)):
            assert words in said(paper)
            assert "ҚАУЛЫ ЕТТІ" not in said(paper)
            assert "Жауапты" not in said(paper)
            lead = "ДАУЫСҚА ҚОЙЫЛДЫ:" if vote.kind is VoteKind.OPEN else "ҰСЫНЫЛДЫ:"
            assert said(paper).index(f"{lead} 1.1 Жоспар бекітілсін") < said(paper).index(words)
    with pytest.raises(Refusal, match=r"Point 1\.1 was not adopted"):
        minutes_papers.extract(desk, made, "1.1")


def test_minutes_that_were_final_before_say_what_they_said(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body, present=8, items=("Жоспар туралы", "Есеп туралы"))
    agenda.save(desk, make.item(made, 2), ItemDraft("Есеп туралы", Named("Баяндамашы")))
    make.point(made, "Жоспар бекітілсін")
    votes.save(desk, make.item(made), Vote(VoteKind.OPEN, against=5))
    with desk.step("As the program did before") as step:
        step.change(table, made, state="final", number="1")
    paper = said(minutes_papers.minutes(desk, made))
    assert "Жоспар бекітілсін" in paper
    assert "ТЫҢДАЛДЫ: Баяндамашы" in paper
    assert "келесі мәжіліске" not in paper


def test_an_item_nobody_dealt_with_is_put_off_once_the_minutes_are_final(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body, items=("Жоспар туралы", "Есеп туралы"))
    make.point(made, "Жоспар бекітілсін")
    agenda.save(desk, make.item(made, 2), ItemDraft("Есеп туралы", Named("Баяндамашы")))
    assert "келесі мәжіліске" not in said(minutes_papers.minutes(desk, made))
    assert [(each.sentence, each.items) for each in notices(minutes.get(desk, made))] == [(UNTOUCHED, "2. Есеп туралы")]
    minutes.finalize(desk, made, "", TODAY)
    for paper in (minutes_papers.minutes(desk, made), minutes_papers.short_minutes(desk, made)):
        assert "2. Есеп туралы Мәселені қарау келесі мәжіліске қалдырылды." in said(paper)
    assert [offer.title for offer in agenda.offered(desk, body)] == ["Есеп туралы"]
    minutes.reopen(desk, made, "Қате")
    agenda.save(desk, make.item(made, 2), ItemDraft("Есеп туралы", heard="Тыңдалды."))
    minutes.finalize(desk, made, "", TODAY)
    assert "келесі мәжіліске" not in said(minutes_papers.minutes(desk, made))
    assert agenda.offered(desk, body) == []


def test_files_are_named_as_attachments_but_the_signed_scan_is_not(
    desk: Desk, make: Make, body: int, tmp_path: Path
) -> None:
    made = make.minutes(body)
    for name, role in (("Жоспар.pdf", Role.FILE), ("Скан.pdf", Role.SCAN)):
        (tmp_path / name).write_bytes(name.encode())
        minutes.attach(desk, made, tmp_path / name, role)
    assert minutes_papers.minutes(desk, made).data.attachments == ("Жоспар.pdf",)


def test_an_extract_is_of_final_minutes_and_one_decision(desk: Desk, make: Make, body: int) -> None:
    made = make.minutes(body)
    make.point(made, "Бірінші шешім")
    make.point(made, "Екінші шешім")
    with pytest.raises(Refusal, match="draft"):
        minutes_papers.extract(desk, made, "1.2")
    minutes.finalize(desk, made, "", TODAY)
    text = said(minutes_papers.extract(desk, made, "1.2", date(2026, 10, 15)))
    assert "№ 1 ХАТТАМАДАН ҮЗІНДІ" in text
    assert "1.2 Екінші шешім" in text
    assert "Бірінші шешім" not in text
    assert "ЖСК бас маманы А.Ү. Мысалова 2026 жылғы 15 қазан" in text
    with pytest.raises(Refusal, match=r"no point 7\.1"):
        minutes_papers.extract(desk, made, "7.1")


def test_the_register_has_the_final_minutes_of_a_year_and_the_numbers_left_out(
    desk: Desk, make: Make, body: int
) -> None:
    make.final(body, held_on=date(2025, 10, 1))
    make.final(body, held_on=date(2026, 9, 10))
    make.final(body, held_on=date(2026, 11, 5), number="4", items=("Бір туралы", "Екі туралы"))
    make.minutes(body, held_on=date(2026, 12, 5))
    rows = minutes_papers.minutes_register(desk, body).data.rows
    assert [(row.number, row.on, row.pages, row.unused) for row in rows] == [
        ("1", date(2026, 9, 10), 1, ()),
        ("4", date(2026, 11, 5), 1, (2, 3)),
    ]
    assert rows[1].agenda == "1. Бір туралы\n2. Екі туралы"
    assert "№ 2, 3 қолданылмаған" in said(minutes_papers.minutes_register(desk, body))
    assert [row.number for row in minutes_papers.minutes_register(desk, body, "2025/2026").data.rows] == ["1"]
    with pytest.raises(Refusal):
        minutes_papers.minutes_register(desk, body, "2020-2021")


def test_the_newest_minutes_are_meant_unless_others_are_named(desk: Desk, make: Make, body: int) -> None:
    older = make.final(body, held_on=date(2025, 10, 1))
    first = make.final(body, held_on=date(2026, 9, 10), number="1")
    newest = make.final(body, held_on=date(2026, 10, 10), number="2")
    assert chosen(desk) == chosen(desk, body) == newest
    assert chosen(desk, body, "1") == first
    assert chosen(desk, body, "№ 1", "2025-2026") == older
    with pytest.raises(Refusal):
        chosen(desk, body, "9")


def test_the_control_list_says_how_every_task_stands(desk: Desk, make: Make, body: int, tmp_path: Path) -> None:
    made = make.minutes(body)
    who = (Named(minutes.get(desk, made).attendees[2].full_name, "", minutes.get(desk, made).attendees[2].person_id),)
    for text, due in (("Кеш", date(2026, 10, 20)), ("Бүгін", HELD.replace(day=25)), ("Кейін", date(2026, 12, 1))):
        make.point(made, text, responsible=who, due_on=due)
    make.point(made, "Бітті", responsible=who)
    minutes.finalize(desk, made, "", TODAY)
    done = next(each for each in tasks.lines(desk, tasks.ids(desk, tasks.TasksQuery())) if each.text == "Бітті")
    tasks.done(desk, [done.id], date(2026, 10, 14), today=TODAY)
    (tmp_path / "Акт.pdf").write_bytes(b"akt")
    tasks.prove(desk, done.id, tmp_path / "Акт.pdf")
    day = date(2026, 10, 25)
    rows = task_papers.tasks(desk, on=day).data.rows
    assert [(row.text, row.standing.value) for row in rows] == [
        ("Кеш", "overdue"),
        ("Бүгін", "today"),
        ("Кейін", "open"),
        ("Бітті", "done"),
    ]
    text = said(task_papers.tasks(desk, on=day))
    assert "Студенттік үкімет, № 1 хаттама, 1.1-тармақ" in text
    assert "14.10.2026 растайтын құжат: Акт.pdf" in text
    assert "Мерзімі өткен: 1. Бүгін: 1. Орындалуда: 1. Орындалды: 1." in text
    own = task_papers.person_tasks(desk, who[0].person_id or 0, day)
    assert [row.text for row in own.data.rows] == ["Кеш", "Бүгін", "Кейін"]
    assert who[0].full_name in said(own)


def test_units_groups_and_courses_of_later_days_do_not_come_onto_final_papers(
    desk: Desk, make: Make, body: int
) -> None:
    made = make.minutes(body, present=12)
    minutes.finalize(desk, made, "", TODAY)
    prints = (minutes_papers.minutes, minutes_papers.short_minutes, minutes_papers.attendance)
    before = [said(each(desk, made)) for each in prints]
    for attendee in minutes.get(desk, made).attendees:
        assert attendee.person_id is not None
        moved = replace(people.get(desk, attendee.person_id), unit="Басқа институт", group="ХХ-99", course=4)
        people.save(desk, attendee.person_id, moved)
    assert [said(each(desk, made)) for each in prints] == before
    assert not any("Басқа институт" in text or "ХХ-99" in text for text in before)


def test_the_workbook_of_minutes_tells_the_whole_agenda(desk: Desk, make: Make, tmp_path: Path) -> None:
    make.minutes(present=2, of=3, items=("Жоспар туралы", "=Есеп туралы"))
    exporting_minutes.minutes(desk, tmp_path / "minutes.xlsx")
    heads, row = load_workbook(tmp_path / "minutes.xlsx").active.values
    assert dict(zip(heads, row, strict=True))[desk.say("Agenda")] == "1. Жоспар туралы\n2. =Есеп туралы"
