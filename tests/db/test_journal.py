"""The journal under random work: undo of all steps is the start, redo of all is the end."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry, RowMark, RowState
from altdesk.domain.bodies import BodyDraft, BodyKind, BodyPostDraft, PostRole, Stay
from altdesk.domain.changes import ChangeDraft, ChangeKind
from altdesk.domain.copies import CopyDraft, CopyKind, Handed, HandoverDraft, Recipient
from altdesk.domain.documents import DocumentDraft, Who
from altdesk.domain.errors import Refusal
from altdesk.domain.norms import NormDraft, NormState
from altdesk.domain.people import GroupRule, PersonDraft, PersonKind
from altdesk.domain.spans import Span
from altdesk.services import (
    acquaintance,
    bodies,
    changes,
    copies,
    documents,
    groups,
    handovers,
    interests,
    norms,
    people,
)
from db.models import metadata

Picture = dict[str, list[Any]]
TECHNICAL = {"step", "journal", "counter"}
NAMES = st.text(min_size=1, max_size=12).filter(lambda text: text.strip() != "")
DAYS = st.dates(date(2026, 9, 1), date(2027, 6, 30))


def picture(desk: Desk) -> Picture:
    """Every row of every table but the journal's own."""
    with desk.store.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in metadata.sorted_tables
            if table.name not in TECHNICAL
        }


class AnySteps(RuleBasedStateMachine):
    """Random user verbs, undo and redo in between; the pictures after every step are kept beside."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk.open(Path(self.folder.name) / "desk", language="en")
        self.pictures = [picture(self.desk)]
        self.at = 0

    def teardown(self) -> None:
        try:
            self.undo_all_and_redo_all()
        finally:
            self.desk.close()
            self.folder.cleanup()

    def undo_all_and_redo_all(self) -> None:
        while self.desk.undo():
            self.at -= 1
            assert picture(self.desk) == self.pictures[self.at]
        assert self.at == 0
        while self.desk.redo():
            self.at += 1
            assert picture(self.desk) == self.pictures[self.at]
        assert self.at == len(self.pictures) - 1

    def did(self, verb: Any, *arguments: Any, **options: Any) -> None:
        try:
            changed = verb(self.desk, *arguments, **options)
        except Refusal:
            return
        if not changed.nothing:
            self.at += 1
            self.pictures[self.at :] = [picture(self.desk)]

    def ids(self, table: str) -> list[int]:
        return [row[0] for row in self.pictures[self.at][table]]

    @initialize()
    def somebody(self) -> None:
        self.did(people.add, PersonDraft("Асанов", "Ерлан"))
        self.did(documents.add, DocumentDraft("ҚР-ALT-01", "Ішкі аудит"), 1, date(2026, 9, 1))

    @rule(name=NAMES, kind=st.sampled_from(PersonKind), unit=st.sampled_from(["", "Институт", "Кафедра"]))
    def add_person(self, name: str, kind: PersonKind, unit: str) -> None:
        self.did(people.add, PersonDraft(name, kind=kind, unit=unit, post="Маман"))

    @rule(data=st.data(), name=NAMES)
    def change_person(self, data: st.DataObject, name: str) -> None:
        if chosen := self.ids("person"):
            self.did(people.save, data.draw(st.sampled_from(chosen)), PersonDraft(name, unit=name[:3]))

    @rule(data=st.data(), day=DAYS, way=st.sampled_from(["leave", "back", "bin"]))
    def person_comes_and_goes(self, data: st.DataObject, day: date, way: str) -> None:
        if chosen := self.ids("person"):
            some = data.draw(st.lists(st.sampled_from(chosen), min_size=1, unique=True))
            if way == "leave":
                self.did(people.leave, some, day)
            else:
                self.did(people.come_back if way == "back" else people.bin_, some)

    @rule(name=NAMES, kind=st.sampled_from([None, *PersonKind]))
    def add_group(self, name: str, kind: PersonKind | None) -> None:
        self.did(groups.add, name, GroupRule(kind), self.ids("person")[:1])

    @rule(code=st.sampled_from(["ҚР-ALT-01", "ҚР-АЛТ-02", "ЖН-ALT-03"]), day=st.none() | DAYS)
    def add_document(self, code: str, day: date | None) -> None:
        self.did(documents.add, DocumentDraft(code, "Құжат"), 1, day)

    @rule(data=st.data(), number=st.integers(2, 5), day=st.none() | DAYS)
    def add_revision(self, data: st.DataObject, number: int, day: date | None) -> None:
        self.did(documents.add_revision, data.draw(st.sampled_from(self.ids("document") or [1])), number, day)

    @precondition(lambda self: self.ids("revision"))
    @rule(data=st.data(), day=DAYS, verb=st.sampled_from([documents.agree, documents.put_in_force, documents.withdraw]))
    def revision_lives(self, data: st.DataObject, day: date, verb: Any) -> None:
        self.did(verb, data.draw(st.sampled_from(self.ids("revision"))), day, today=date(2027, 1, 15))

    @rule(data=st.data(), day=DAYS, kind=st.sampled_from(ChangeKind), text=NAMES)
    def add_change(self, data: st.DataObject, day: date, kind: ChangeKind, text: str) -> None:
        draft = ChangeDraft("2.1", text, day, Who("Асанов Ерлан"), kind)
        self.did(changes.add, data.draw(st.sampled_from(self.ids("document") or [1])), draft)

    @precondition(lambda self: self.ids("change"))
    @rule(data=st.data(), way=st.sampled_from([changes.remove, changes.ask_again]))
    def change_lives(self, data: st.DataObject, way: Any) -> None:
        self.did(way, data.draw(st.sampled_from(self.ids("change"))))

    @rule(data=st.data())
    def choose_audience(self, data: st.DataObject) -> None:
        entries = [AudienceEntry(everyone=True), AudienceEntry(post="Маман")]
        entries += [AudienceEntry(group_id=number) for number in self.ids("saved_group")]
        entries += [AudienceEntry(person_id=number) for number in self.ids("person")]
        document = data.draw(st.sampled_from(self.ids("document") or [1]))
        self.did(documents.set_audience, document, data.draw(st.lists(st.sampled_from(entries), max_size=3)))

    @precondition(lambda self: self.ids("revision"))
    @rule(data=st.data())
    def make_sheet(self, data: st.DataObject) -> None:
        self.did(acquaintance.make_sheet, data.draw(st.sampled_from(self.ids("revision"))))

    @precondition(lambda self: self.ids("sheet"))
    @rule(data=st.data(), state=st.sampled_from(RowState), day=DAYS)
    def mark(self, data: st.DataObject, state: RowState, day: date) -> None:
        sheet = data.draw(st.sampled_from(self.ids("sheet")))
        self.did(acquaintance.mark, sheet, {1: RowMark(state, day)}, back_on=day)
        self.did(acquaintance.residual, sheet)

    @precondition(lambda self: self.ids("revision"))
    @rule(data=st.data(), day=DAYS, kind=st.sampled_from(CopyKind), first=st.none() | st.integers(1, 4))
    def give_copies(self, data: st.DataObject, day: date, kind: CopyKind, first: int | None) -> None:
        revision = data.draw(st.sampled_from(self.ids("revision")))
        recipients = [Recipient(holder=name) for name in data.draw(st.lists(NAMES, min_size=1, max_size=3))]
        self.did(copies.give, revision, recipients, day, kind=kind, first=first)

    @precondition(lambda self: self.ids("working_copy"))
    @rule(data=st.data(), day=DAYS, way=st.sampled_from(["back", "out", "anew", "bin", "change"]))
    def copies_end(self, data: st.DataObject, day: date, way: str) -> None:
        some = data.draw(st.lists(st.sampled_from(self.ids("working_copy")), min_size=1, unique=True))
        if way == "change":
            number = data.draw(st.integers(1, 5))
            self.did(copies.save, some[0], CopyDraft(number, "Асанов Ерлан", given_on=day))
        elif way == "bin":
            self.did(copies.bin_, some)
        else:
            verb = {"back": copies.take_back, "out": copies.take_out, "anew": copies.give_anew}[way]
            self.did(verb, some, day)

    @precondition(lambda self: self.ids("revision"))
    @rule(data=st.data(), day=st.none() | DAYS, what=st.sampled_from(Handed))
    def hand_over(self, data: st.DataObject, day: date | None, what: Handed) -> None:
        revision = data.draw(st.sampled_from(self.ids("revision")))
        self.did(handovers.add, revision, HandoverDraft(what, 3, day, place="АССД"))
        self.did(handovers.bin_, self.ids("handover")[:-1])

    @rule(designation=st.sampled_from(["№ 285-V", "ҚР-ALT-01", "ҚР-АЛТ-01"]))
    def add_norm(self, designation: str) -> None:
        self.did(norms.add, NormDraft(designation, "Туралы"))

    @precondition(lambda self: self.ids("norm"))
    @rule(data=st.data(), day=DAYS, way=st.sampled_from(["cite", "uncite", "review", "bin", *NormState]))
    def norms_live(self, data: st.DataObject, day: date, way: str) -> None:
        some = data.draw(st.lists(st.sampled_from(self.ids("norm")), min_size=1, unique=True))
        if isinstance(way, NormState):
            self.did(norms.mark, some[0], way, day)
        elif way == "review":
            self.did(norms.review, self.ids("norm_flag"), day, "Асанов")
        elif way == "bin":
            self.did(norms.bin_, some)
        else:
            verb = norms.cite if way == "cite" else norms.uncite
            self.did(verb, data.draw(st.sampled_from(self.ids("document") or [1])), some)

    @rule(name=st.sampled_from(["Үкімет", "Шахмат", "ШАХМАТ"]), closed=st.none() | DAYS)
    def add_body(self, name: str, closed: date | None) -> None:
        posts = [BodyPostDraft("Төраға", 1, role=PostRole.CHAIR), BodyPostDraft("Мүше")]
        self.did(bodies.add, BodyDraft(name, kind=BodyKind.HOBBY_CIRCLE, keywords=(name,)), posts)
        if chosen := self.ids("body"):
            self.did(bodies.save, chosen[-1], BodyDraft(name, closed_on=closed))

    @precondition(lambda self: self.ids("body_post") and self.ids("person"))
    @rule(data=st.data(), day=DAYS, until=st.none() | DAYS, way=st.sampled_from(["add", "office", "join", "post"]))
    def somebody_comes(self, data: st.DataObject, day: date, until: date | None, way: str) -> None:
        post = data.draw(st.sampled_from(self.ids("body_post")))
        person = data.draw(st.sampled_from(self.ids("person")))
        if way == "add":
            self.did(bodies.add_term, post, person, day, until)
        elif way == "office":
            self.did(bodies.change_office, post, person, day)
        elif way == "join":
            self.did(interests.save, person, ["шахмат", "ән"])
            self.did(interests.join, self.ids("body")[0], [person], day)
        else:
            self.did(bodies.move_post, post, 1)
            self.did(bodies.save_post, post, BodyPostDraft("Хатшы", 1))

    @precondition(lambda self: self.ids("term"))
    @rule(data=st.data(), day=DAYS, until=st.none() | DAYS, way=st.sampled_from(["end", "save", "out", "turn", "bin"]))
    def terms_end(self, data: st.DataObject, day: date, until: date | None, way: str) -> None:
        term = data.draw(st.sampled_from(self.ids("term")))
        if way == "end":
            self.did(bodies.end_term, term, day)
        elif way == "save":
            self.did(bodies.save_term, term, day, until)
        elif way == "out":
            self.did(bodies.remove_term, term)
        elif way == "bin":
            self.did(bodies.bin_posts, self.ids("body_post"), day)
            self.did(bodies.bin_, self.ids("body")[:1])
        else:
            body = data.draw(st.sampled_from(self.ids("body")))
            waiting = [each.id for each in bodies.to_turn(self.desk, body, day)]
            stays = [Stay(number) for number in waiting[1:]]
            self.did(bodies.turn_year, body, day, stays=stays, leaves=waiting[:1], until=until)

    @rule()
    def undo(self) -> None:
        if self.desk.undo():
            self.at -= 1
        else:
            assert self.at == 0

    @rule()
    def redo(self) -> None:
        if self.desk.redo():
            self.at += 1
        else:
            assert self.at == len(self.pictures) - 1

    @invariant()
    def the_desk_is_as_remembered(self) -> None:
        assert picture(self.desk) == self.pictures[self.at]

    @invariant()
    def at_most_one_revision_in_force(self) -> None:
        in_force = [row[1] for row in self.pictures[self.at]["revision"] if row[3] == "in_force"]
        assert len(in_force) == len(set(in_force))

    @invariant()
    def no_number_is_on_two_copies_of_a_document(self) -> None:
        numbers = [(copy.document_id, copy.number) for copy in copies.every(self.desk)]
        assert len(numbers) == len(set(numbers))

    @invariant()
    def a_document_is_asked_once_and_only_of_norms_it_cites(self) -> None:
        asked = [(flag.document_id, flag.norm_id) for flag in norms.flags(self.desk)]
        assert len(asked) == len(set(asked))
        cited = {tuple(row[1:3]) for row in self.pictures[self.at]["document_norm"]}
        assert set(asked) <= cited

    @invariant()
    def one_seat_never_has_two_holders(self) -> None:
        single = {row[0] for row in self.pictures[self.at]["body_post"] if row[5] == 1}
        terms = [row for row in self.pictures[self.at]["term"] if row[2] in single]
        for at, one in enumerate(terms):
            for other in terms[:at]:
                assert one[2] != other[2] or not Span(one[4], one[5]).overlaps(Span(other[4], other[5]))

    @invariant()
    def duties_are_what_the_audiences_mean(self) -> None:
        for line in acquaintance.coverage(self.desk):
            expected = {person.id for person in documents.audience_people(self.desk, line.document_id)}
            assert line.total == len(expected)


AnySteps.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
test_any_steps = AnySteps.TestCase
