"""Desks to measure on: plainly invented people in any number, made once and kept in the folder for temporary files."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.documents import DocumentDraft, RevisionState
from altdesk.domain.norms import NormDraft, NormState
from altdesk.domain.people import PersonDraft, PersonKind
from altdesk.domain.text import sort_key
from altdesk.services import documents, duties, norms, people, units
from db.models.acquaintance import audience, duty
from db.models.changes import change, change_sheet
from db.models.copies import working_copy
from db.models.documents import document, revision, revision_step
from db.models.norms import document_norm
from db.models.people import person
from db.step import Step

SURNAMES = [
    "Асанов",
    "Әбенов",
    "Бақытов",
    "Ғалымов",
    "Ермеков",
    "Жұмабаев",
    "Кенжеев",
    "Қуанышев",
    "Қасымов",
    "Касымов",
    "Мұхамеджанов",
    "Нұрланов",
    "Нұрсұлтанов",
    "Өмірбеков",
    "Пернебаев",
    "Сейітов",
    "Тәуекелов",
    "Үмітов",
    "Шәкенов",
    "Ысқақов",
    "Іңкәров",
    "Әлімжанов",
    "Бекболатов",
    "Дәуренов",
]
GIVEN = [
    "Айгүл",
    "Ерлан",
    "Нұрсұлтан",
    "Әсем",
    "Заңғар",
    "Динара",
    "Бекзат",
    "Гүлнәр",
    "Дәурен",
    "Мадина",
    "Ғани",
    "Һасан",
    "Үміт",
    "Іңкәр",
    "Қасым",
    "Өмір",
]
PATRONYMICS = ["Ермекұлы", "Ерланқызы", "Серікұлы", "Бауыржанқызы", "Ғаниұлы", "Қайратқызы", "Мұратұлы", "Нұрланқызы"]
POSTS = (
    "Бас маман",
    "Аға оқытушы",
    "Эдвайзер-куратор",
    "Кафедра меңгерушісі",
    "Қауымдастырылған профессор",
    "Методист",
)
EFFECTIVE = date(2026, 9, 1)


def folder(name: str) -> Path:
    """Where a desk of this name is kept between runs; the name carries the version of what is in it."""
    return Path(tempfile.gettempdir()) / "altdesk-benchmarks" / name


@contextmanager
def kept(name: str, fill: Callable[[Desk], None]) -> Iterator[Desk]:
    """The open desk of this name, filled when it is made."""
    where = folder(name)
    fresh = not (where / "altdesk.db").exists()
    with Desk.open(where, language="kk") as desk:
        if fresh:
            fill(desk)
        yield desk


def drafts(number: int, seed: int = 1) -> Iterator[PersonDraft]:
    """Invented people with numbered surnames, so that names differ as in a real register."""
    chance = random.Random(seed)
    for each in range(number):
        yield PersonDraft(
            chance.choice(SURNAMES) + ("" if each % 3 else chance.choice(("а", "ская", "ова"))),
            chance.choice(GIVEN),
            chance.choice(PATRONYMICS) if each % 5 else "",
            kind=PersonKind.STUDENT if each % 4 else PersonKind.STAFF,
            post="" if each % 4 else chance.choice(POSTS),
            unit=f"Кафедра {each % 40 + 1}",
            group=f"ТТ-{each % 300}" if each % 4 else "",
            course=each % 4 + 1 if each % 4 else None,
        )


@contextmanager
def of_people(number: int) -> Iterator[Desk]:
    """An open desk with so many people."""
    where = folder(f"people-{number}-1")
    fresh = not (where / "altdesk.db").exists()
    with Desk.open(where, language="kk") as desk:
        if fresh and number:
            with desk.step("Benchmark people") as step:
                rows = [people.row_of(people.tidy(each), units.ensure(step, each.unit)) for each in drafts(number)]
                for at in range(0, number, 20_000):
                    step.add_many(person, rows[at : at + 20_000])
        yield desk


@contextmanager
def of_acquaintances(number_of_people: int = 5_000, number_of_documents: int = 60) -> Iterator[Desk]:
    """An open desk where everybody must know every document: people × documents rows, nine in ten signed."""
    where = folder(f"acquaintances-{number_of_people}-{number_of_documents}-2")
    fresh = not (where / "altdesk.db").exists()
    with Desk.open(where, language="kk") as desk:
        if fresh:
            _fill_acquaintances(desk, number_of_people, number_of_documents)
        yield desk


def _fill_acquaintances(desk: Desk, number_of_people: int, number_of_documents: int) -> None:
    with desk.step("Benchmark acquaintances") as step:
        rows = [people.row_of(each, units.ensure(step, each.unit)) for each in drafts(number_of_people, 2)]
        step.add_many(person, rows)
        everyone = {"everyone": True, "group_id": None, "unit_id": None, "person_id": None}
        for each in range(number_of_documents):
            made = documents.insert(step, DocumentDraft(f"ЖН-ALT-{each + 1:02}", f"Ереже {each + 1}"), 1, EFFECTIVE)
            step.add_many(audience, [{"document_id": made, **everyone}])
        duties.refresh(step)
        signed = duty.c.id % 10 != 0
        step.connection.execute(duty.update().where(signed).values(state="signed", signed_on=date(2026, 10, 1)))


@contextmanager
def of_documents(number: int = 2_000, revisions: int = 10, persons: int = 5_000, asked: int = 60) -> Iterator[Desk]:
    """An open desk of so many documents with so many revisions each, their steps and changes; `asked` of them must be
    known by everybody."""
    where = folder(f"documents-{number}-{revisions}-{persons}-{asked}-1")
    fresh = not (where / "altdesk.db").exists()
    with Desk.open(where, language="kk") as desk:
        if fresh:
            with desk.step("Benchmark documents") as step:
                made = _fill_documents(step, number, revisions)
                step.add_many(person, [people.row_of(each, None) for each in drafts(persons, 2)])
                step.add_many(audience, [{"document_id": each, "everyone": True} for each in made[:asked]])
                duties.refresh(step, documents=made[:asked])
                signed = duty.c.id % 10 != 0
                step.connection.execute(duty.update().where(signed).values(state="signed", signed_on=EFFECTIVE))
        yield desk


def _fill_documents(step: Step, number: int, revisions: int) -> list[int]:
    drafts_of = [
        DocumentDraft(f"ЖН-ALT-{at + 1:04}", f"Ереже {at + 1}", owner=f"Бөлім {at % 40}", file_index=f"{at % 30:02}",
                      review_on=EFFECTIVE + timedelta(at % 700))
        for at in range(number)
    ]  # fmt: skip
    made = step.add_many(document, [documents.row_of(each) for each in drafts_of])
    last, gone, force = revisions, RevisionState.WITHDRAWN.value, RevisionState.IN_FORCE.value
    every = [(each, at) for each in made for at in range(1, last + 1)]
    kept = step.add_many(
        revision,
        [
            {"document_id": each, "number": at, "state": force if at == last else gone,
             "effective_on": EFFECTIVE - timedelta(200 * (last - at))}
            for each, at in every
        ],
    )  # fmt: skip
    states = (RevisionState.DRAFT, RevisionState.AGREED, RevisionState.IN_FORCE)
    step.add_many(
        revision_step,
        [{"revision_id": each, "state": state.value, "done_on": EFFECTIVE, "name": f"{SURNAMES[each % 20]} Айгүл"}
         for each in kept for state in states],
    )  # fmt: skip
    printed = {"number": 1, "printed_on": EFFECTIVE, "document_code": "ЖН"}
    sheets = step.add_many(change_sheet, [{"document_id": each, **printed} for each in made])
    said = {"wording": "Мәтін түзетілді", "made_on": EFFECTIVE, "name": "Мұхамеджан Әсем", "kind": "editorial"}
    step.add_many(
        change,
        [
            {"document_id": each, "number": at, "paragraph": f"5.{at}", **said, "sheet_id": sheet}
            for each, sheet in zip(made, sheets, strict=True)
            for at in range(1, 13)
        ],
    )
    return made


@contextmanager
def of_copies(number_of_documents: int = 2_000) -> Iterator[Desk]:
    """An open desk of documents with ten revisions each, nine working copies, and ten norms that each cites.

    Three copies of the revision before are still out everywhere; one norm in ten has changed.
    """
    where = folder(f"copies-{number_of_documents}-1")
    fresh = not (where / "altdesk.db").exists()
    with Desk.open(where, language="kk") as desk:
        if fresh:
            _fill_copies(desk, number_of_documents)
        yield desk


def _fill_copies(desk: Desk, number_of_documents: int) -> None:
    norms_there = 300
    with desk.step("Benchmark copies") as step:
        made = [
            documents.insert(step, DocumentDraft(f"ЖН-ALT-{each + 1:04}", f"Ереже {each + 1}"), None)
            for each in range(number_of_documents)
        ]
        states = ["withdrawn"] * 9 + ["in_force"]
        rows = [
            {"document_id": document_id, "number": at, "state": state, "effective_on": EFFECTIVE}
            for document_id in made
            for at, state in enumerate(states, 1)
        ]
        given = step.add_many(revision, rows)
        holders = [(draft, sort_key(draft.surname)) for draft in drafts(90, 3)]
        kept = []
        for at, document_id in enumerate(made):
            for number in range(9):
                draft, key = holders[(at + number * 7) % 90]
                of = given[10 * at + (8 if number < 3 else 9)]
                place = {"unit": draft.unit, "unit_sort": sort_key(draft.unit), "post": draft.post, "kind": "paper"}
                who = {"holder": draft.surname, "holder_sort": key, "given_on": EFFECTIVE}
                kept.append({"document_id": document_id, "revision_id": of, "number": number + 1, **place, **who})
        step.add_many(working_copy, kept)
        norms.take_over(desk, [NormDraft(f"№ {each + 1}-V", f"Заң {each + 1}") for each in range(norms_there)])
        cites = [
            {"document_id": document_id, "norm_id": (at * 10 + each) % norms_there + 1}
            for at, document_id in enumerate(made)
            for each in range(10)
        ]
        step.add_many(document_norm, cites)
        for each in range(1, norms_there + 1, 10):
            norms.mark(desk, each, NormState.CHANGED, EFFECTIVE)
