"""A person made anonymous: gone from the live desk and from its history, still there on the papers."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.backups import Reason
from altdesk.domain.copies import Recipient
from altdesk.domain.errors import Refusal
from altdesk.domain.minutes import Named
from altdesk.domain.names import signature_name, split_full_name
from altdesk.domain.organisation import Organisation
from altdesk.domain.people import PersonDraft, Post
from altdesk.domain.tasks import TaskDraft
from altdesk.domain.text import fold
from altdesk.drafts import Draft, Drafts
from altdesk.services import (
    acquaintance,
    anonymising,
    attachments,
    backups,
    copies,
    groups,
    history,
    interests,
    minutes,
    organisation,
    people,
    people_import,
    printing,
    tasks,
)
from altdesk.services import bin as bin_service
from db.models import metadata
from db.queries.anonymising import PAPERS
from tests.faults import truth
from tests.make import Make

NAME = "Құдайбергенов Ерлан Серікұлы"
WORDS = (
    fold("Құдайберген"),
    "Құдайберген",
    "Серікұлы",
    "erlan@alt.kz",
    "+7 701",
    "шахмат",
    "құпия ескерту",
    "ЖСК-21",
)
WHY = "Келісімін кері алды, 12.11.2026 өтініш"
LEFT = date(2026, 11, 1)


def known(desk: Desk, make: Make) -> int:
    """Somebody who stands everywhere, and has left."""
    number = make.person(
        "Құдайбергенов", "Ерлан", "Серікұлы", email="erlan@alt.kz", phone="+7 701 111", note="құпия ескерту",
        group="ЖСК-21", further_posts=(Post("Шахмат жаттықтырушысы"),), consent_on=date(2026, 9, 1),
    )  # fmt: skip
    interests.save(desk, number, ["шахмат"])
    groups.add(desk, "Белсенділер", added=[number])
    tasks.add(desk, make_task(number))
    people.save(desk, number, PersonDraft(**{**fields(desk, number), "phone": "+7 701 222"}))
    return number


def make_task(number: int) -> Any:
    text = "Құдайбергенов Ерланның есебін алу"
    return TaskDraft(text, responsible=(Named("", "", number),), note="Е.С. Құдайбергенов біледі")


def fields(desk: Desk, number: int) -> dict[str, Any]:
    kept = people.get(desk, number)
    return {name: getattr(kept, name) for name in PersonDraft.__dataclass_fields__}


def gone(desk: Desk, number: int, why: str = WHY) -> None:
    people.leave(desk, [number], LEFT)
    anonymising.anonymise(desk, number, why, on=date(2026, 11, 20))


def said(desk: Desk) -> dict[str, str]:
    """Everything the desk says, by table; papers and what the journal keeps of them by themselves."""
    found: dict[str, str] = {}
    with desk.store.read() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                name = table.name
                if name in PAPERS or (name == "journal" and row["kind"] in PAPERS):
                    name = "papers"
                found[name] = found.get(name, "") + json.dumps(dict(row), ensure_ascii=False, default=str)
    return found


def live(desk: Desk) -> str:
    return " ".join(text for name, text in said(desk).items() if name != "papers")


def test_nothing_but_papers_says_the_name(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    assert all(word.casefold() in live(desk).casefold() for word in WORDS)
    gone(desk, number)
    assert [word for word in WORDS if word.casefold() in live(desk).casefold()] == []
    after = people.get(desk, number)
    assert after.full_name == f"Anonymous No. {number}"
    assert after.anonymous is not None
    assert (after.anonymous.on, after.anonymous.why) == (date(2026, 11, 20), WHY)
    truth.look(desk)


def test_the_file_of_the_desk_holds_no_byte_of_the_name(desk: Desk, make: Make) -> None:
    gone(desk, known(desk, make))
    for path in desk.folders.data.glob("altdesk.db*"):
        content = path.read_bytes()
        assert [word for word in WORDS if word.encode() in content] == []


def test_papers_keep_the_name(desk: Desk, make: Make, tmp_path: Path) -> None:
    number = known(desk, make)
    document = make.document()
    make.audience(document, AudienceEntry(person_id=number))
    sheet = make.sheet(document)
    printing.acquaintance(desk, sheet, tmp_path / "парақ.pdf")
    body = make.body()
    make.term(body, "Төраға", number, date(2026, 9, 1))
    make.term(body, "Хатшы", make.person(), date(2026, 9, 1))
    final = make.final(body, present=2)
    copies.give(desk, document, [Recipient(NAME)], date(2026, 9, 2))
    people.leave(desk, [number], LEFT)
    remains = anonymising.remains(desk, number)
    assert {each.table for each in remains.papers} == {"sheet", "minutes", "working_copy"}
    anonymising.anonymise(desk, number, WHY)
    assert [row.full_name for row in acquaintance.sheet(desk, sheet).rows] == [NAME]
    assert NAME in {row.full_name for row in minutes.get(desk, final).attendees}
    assert "Құдайберген" not in live(desk)
    truth.look(desk)


def test_a_sheet_that_was_not_printed_is_no_paper_yet(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    document = make.document()
    make.audience(document, AudienceEntry(person_id=number))
    sheet = make.sheet(document)
    gone(desk, number)
    assert [row.full_name for row in acquaintance.sheet(desk, sheet).rows] == [f"Anonymous No. {number}"]
    assert "Құдайберген" not in " ".join(said(desk).values())


def test_draft_minutes_are_no_paper_yet(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    body = make.body()
    make.term(body, "Төраға", number, date(2026, 9, 1))
    make.minutes(body, present=1)
    gone(desk, number)
    assert "Құдайберген" not in " ".join(said(desk).values())
    truth.look(desk)


def test_it_cannot_be_undone_and_says_so(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    gone(desk, number)
    with pytest.raises(Refusal, match="made anonymous here"):
        desk.undo()
    assert people.get(desk, number).anonymous is not None
    while desk.store.undo(even_sealed=True):
        pass
    while desk.redo():
        pass
    assert "Құдайберген" not in live(desk)


def test_the_history_says_who_when_and_why(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    gone(desk, number)
    newest = history.steps(desk)[0]
    assert desk.say(newest.label, **newest.values) == f"Make a person anonymous: Anonymous No. {number}"
    assert WHY in {change.after for change in history.of_record(desk, "person", number)}


def test_the_persons_own_files_go_with_their_contents(desk: Desk, make: Make, tmp_path: Path) -> None:
    number, other = known(desk, make), make.person()
    alone, shared = tmp_path / "Құдайбергенов келісім.pdf", tmp_path / "ортақ.pdf"
    alone.write_bytes(b"Erlan" * 100)
    shared.write_bytes(b"shared" * 100)
    attachments.attach(desk, "person", number, alone)
    attachments.attach(desk, "person", number, shared)
    attachments.attach(desk, "person", other, shared)
    gone(desk, number)
    assert attachments.of(desk, "person", number) == []
    assert [each.name for each in attachments.of(desk, "person", other)] == ["ортақ.pdf"]
    assert [path.read_bytes() for path in desk.files.every()] == [shared.read_bytes()]
    assert [line for line in bin_service.lines(desk) if line.table == "attachment"] == []
    assert "келісім" not in live(desk)


def test_whoever_shares_a_name_keeps_it(desk: Desk, make: Make) -> None:
    number = make.person("Асанов", "Ерлан")
    other = make.person("Асанов", "Ерлан", "Серікұлы", note="Асанов Ерлан Серікұлы")
    tasks.add(desk, make_task(other))
    gone(desk, number)
    assert people.get(desk, other).full_name == "Асанов Ерлан Серікұлы"
    assert people.get(desk, other).note == "Асанов Ерлан Серікұлы"
    assert "Асанов Ерлан Серікұлы" in live(desk)


def test_a_name_of_one_word_is_left_in_the_texts_of_others(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    people.save(desk, number, PersonDraft("Мадина"))
    make.task("Мадина көшесін тазалау")
    mine = tasks.add(desk, make_task(number)).id
    assert mine is not None
    gone(desk, number)
    assert "Мадина көшесін" in live(desk)
    assert [who.full_name for who in tasks.get(desk, mine).responsible] == [f"Anonymous No. {number}"]
    assert live(desk).count("Мадина") == live(desk).count("Мадина көшесін")


def test_earlier_names_go_too(desk: Desk, make: Make) -> None:
    number = make.person("Қызыбаева", "Мадина")
    people.save(desk, number, PersonDraft("Күйеубаева", "Мадина"))
    make.task("Қызыбаева Мадинаға хабарлау")
    gone(desk, number)
    assert "ызыбаева" not in live(desk)
    assert "үйеубаева" not in live(desk)


def test_drafts_lose_the_name(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    drafts = Drafts(desk.folders.drafts)
    drafts.keep(Draft("person", number, {"note": "құпия ескерту"}))
    drafts.keep(Draft("task", None, {"text": "Құдайбергенов Ерлан келсін"}))
    gone(desk, number)
    kept = Drafts(desk.folders.drafts)
    assert kept.get("person", number) is None
    draft = kept.get("task", None)
    assert draft is not None
    assert draft.values == {"text": f"Anonymous No. {number} келсін"}


def test_copies_that_still_hold_the_name_are_named(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    copy = backups.by_itself(desk, Reason.HOUR)
    make.task("Құдайбергеновтен сұрау")
    people.leave(desk, [number], LEFT)
    remains = anonymising.remains(desk, number)
    assert [each.path for each in remains.backups] == [copy]
    assert [each.name for each in remains.texts] == ["Құдайбергеновтен сұрау"]


def test_refusals(desk: Desk, make: Make) -> None:
    number = known(desk, make)
    with pytest.raises(Refusal, match="still in the register"):
        anonymising.anonymise(desk, number, WHY)
    people.leave(desk, [number], LEFT)
    with pytest.raises(Refusal, match="Type why"):
        anonymising.anonymise(desk, number, " ")
    organisation.save(desk, Organisation(secretary="Құдайбергенов Ерлан"))
    with pytest.raises(Refusal, match="somebody who signs"):
        anonymising.anonymise(desk, number, WHY)
    organisation.save(desk, Organisation(secretary="Асанов Асан"))
    anonymising.anonymise(desk, number, WHY)
    with pytest.raises(Refusal, match="anonymous already"):
        anonymising.anonymise(desk, number, WHY)
    with pytest.raises(Refusal, match="was made anonymous"):
        people.save(desk, number, PersonDraft("Құдайбергенов"))
    with pytest.raises(Refusal, match="was made anonymous"):
        people.come_back(desk, [number])


def test_people_who_came_in_a_list_are_taken_out_of_its_block(desk: Desk, make: Make, tmp_path: Path) -> None:
    listed = tmp_path / "тізім.csv"
    rows = "".join(f"Ортақов,Адам{letter},Маман\n" for letter in "абвгдежзик")
    listed.write_text(f"Тегі,Аты,Лауазымы\n{rows}", encoding="utf-8-sig")
    plan = people_import.preview(desk, listed)
    people_import.apply(desk, plan, people_import.without_asking(plan))
    number = people.ids(desk, people.PeopleQuery())[3]
    name = people.get(desk, number).full_name
    gone(desk, number)
    assert name not in live(desk)
    assert live(desk).count("Ортақов") > 9
    truth.look(desk)


_WORDS = st.text("АӘБВГҒДЕЖЗИКҚЛМНҢОӨПРСТУҰҮ", min_size=7, max_size=9)
LETTERS = _WORDS.filter(lambda text: len(set(text)) > 5).map(str.capitalize)


class Place:
    """Where a person may come to stand; each puts the person somewhere else."""

    def __init__(self, desk: Desk, number: int) -> None:
        self.desk, self.number, self.make = desk, number, Make(desk)

    def name(self) -> str:
        return people.get(self.desk, self.number).full_name

    def renamed(self) -> None:
        kept = fields(self.desk, self.number)
        people.save(self.desk, self.number, PersonDraft(**{**kept, "surname": kept["surname"] + "а"}))

    def task(self) -> None:
        tasks.add(self.desk, TaskDraft(f"{self.name()} келсін", responsible=(Named("", "", self.number),)))

    def text(self) -> None:
        tasks.add(self.desk, TaskDraft(f"{signature_name(split_full_name(self.name()).parts)} біледі"))

    def group(self) -> None:
        groups.add(self.desk, f"{self.name()} тобы, {len(history.steps(self.desk))}", added=[self.number])

    def sheet(self) -> None:
        document = self.make.document(f"Қ-{len(history.steps(self.desk))}")
        self.make.audience(document, AudienceEntry(person_id=self.number))
        self.make.sheet(document)

    def printed(self) -> None:
        self.sheet()
        sheet = acquaintance.sheet_lines(self.desk)[0].id
        acquaintance.printed(self.desk, sheet, None, date(2026, 9, 3), acquaintance.sheet(self.desk, sheet))

    def draft(self) -> None:
        body = self.make.body(f"Кеңес {len(history.steps(self.desk))}")
        self.make.term(body, "Төраға", self.number, date(2026, 9, 1))
        made = self.make.minutes(body, present=1)
        self.make.point(made, f"{self.name()} орындасын", responsible=(Named("", "", self.number),))

    def interest(self) -> None:
        interests.save(self.desk, self.number, [self.name()])

    def undone(self) -> None:
        self.task()
        self.desk.undo()

    def thrown_away(self) -> None:
        made = tasks.add(self.desk, TaskDraft("Іс", responsible=(Named("", "", self.number),))).id
        assert made is not None
        tasks.remove(self.desk, [made])


PLACES = tuple(name for name, rule in vars(Place).items() if callable(rule) and name not in {"__init__", "name"})


@settings(max_examples=8, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # desks are slow to shrink
@given(LETTERS, LETTERS, st.sampled_from(("", "Ерланұлы")), st.lists(st.sampled_from(PLACES), max_size=6))
def test_wherever_somebody_stood_no_table_but_the_papers_says_the_name(
    surname: str, given_name: str, patronymic: str, places: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Desk.open(Path(folder) / "desk", "en") as desk:
        other = Make(desk).person("Басқа", "Адам")
        number = Make(desk).person(surname, given_name, patronymic)
        place = Place(desk, number)
        for name in places:
            getattr(place, name)()
        gone(desk, number, f"{surname} {given_name} сұрады")
        said_live = live(desk)
        assert surname not in said_live
        assert fold(surname) not in said_live
        assert people.get(desk, other).full_name == "Басқа Адам"
        truth.look(desk)
