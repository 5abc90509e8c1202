"""Documents under random hands: no road leads to two revisions in force, a signature before its day, an edited print.

The roads are the verbs, imports, undo and redo, and clicks of two hands at the same moment.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry, RowMark, RowState
from altdesk.domain.changes import Change, ChangeDraft, ChangeKind
from altdesk.domain.documents import DocumentDraft, DocumentsQuery, RevisionState, Who
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PersonDraft
from altdesk.services import acquaintance, changes, daily, documents, documents_import, people
from tests import data_files as files

TODAY = date(2026, 11, 20)
DAYS = st.dates(TODAY - timedelta(30), TODAY + timedelta(10))
DRAFT = ChangeDraft("2.1", "Мәтін", TODAY, Who("Әсем"))


class RandomHands(RuleBasedStateMachine):
    """What was printed is kept beside, and so is every signature that was ever recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk.open(Path(self.folder.name) / "desk", language="en")
        self.printed: dict[int, Change] = {}
        self.now = TODAY

    def teardown(self) -> None:
        self.desk.close()
        self.folder.cleanup()

    def did(self, verb: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        try:
            return verb(self.desk, *arguments, **options)
        except Refusal:
            return None

    @property
    def document(self) -> int:
        return documents.ids(self.desk, DocumentsQuery())[0]

    def revisions(self) -> list[int]:
        return [each.id for each in documents.get(self.desk, self.document).revisions]

    @initialize()
    def a_document_and_two_people(self) -> None:
        for name in ("Асанов", "Әбенов"):
            people.add(self.desk, PersonDraft(name))
        made = documents.add(self.desk, DocumentDraft("ЖН-1", "Ереже"), 1, TODAY - timedelta(40), today=TODAY).id
        assert made is not None
        documents.set_audience(self.desk, made, [AudienceEntry(everyone=True)])
        with self.desk.step("The start stays") as step:
            documents.save(self.desk, made, DocumentDraft("ЖН-1", "Ережелер"))
            step.seal("The start stays.")

    # the life of revisions

    @rule(number=st.integers(1, 6), day=st.none() | DAYS)
    def add_revision(self, number: int, day: date | None) -> None:
        self.did(documents.add_revision, self.document, number, day, today=self.now)

    @rule(data=st.data(), day=DAYS, verb=st.sampled_from(["agree", "put_in_force", "withdraw"]))
    def step_on(self, data: st.DataObject, day: date, verb: str) -> None:
        chosen = data.draw(st.sampled_from(self.revisions()))
        self.did(getattr(documents, verb), chosen, day, today=self.now)

    @rule(data=st.data(), days=st.tuples(DAYS, DAYS))
    def two_quick_clicks(self, data: st.DataObject, days: tuple[date, date]) -> None:
        chosen = [data.draw(st.sampled_from(self.revisions())) for _ in days]
        hands = [
            threading.Thread(target=self.did, args=(documents.put_in_force, one, day), kwargs={"today": self.now})
            for one, day in zip(chosen, days, strict=True)
        ]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()

    @rule(number=st.integers(1, 7), day=DAYS)
    def import_a_list(self, number: int, day: date) -> None:
        path = Path(self.folder.name) / "list.xlsx"
        rows = [("ЖН-1", "Ережелер", number, day)]
        files.xlsx(path, [("Коды", "Атауы", "Нұсқа", "Қолданысқа енгізілген күні"), *rows])
        with suppress(Refusal):
            plan = documents_import.preview(self.desk, path, today=self.now)
            every = {row.number: row.proposed for row in plan.rows}
            documents_import.apply(self.desk, plan, every, today=self.now)

    @rule(days=st.integers(1, 4))
    def days_go_by(self, days: int) -> None:
        self.now += timedelta(days)
        daily.catch_up(self.desk, self.now)

    # signatures

    @rule(data=st.data())
    def make_sheet(self, data: st.DataObject) -> None:
        self.did(acquaintance.make_sheet, data.draw(st.sampled_from(self.revisions())))

    @precondition(lambda self: acquaintance.sheet_lines(self.desk))
    @rule(data=st.data(), day=DAYS, state=st.sampled_from([RowState.SIGNED, RowState.PENDING, RowState.REFUSED]))
    def mark(self, data: st.DataObject, day: date, state: RowState) -> None:
        sheet = data.draw(st.sampled_from([line.id for line in acquaintance.sheet_lines(self.desk)]))
        self.did(acquaintance.mark, sheet, {1: RowMark(state, day)})

    @rule(data=st.data(), days=st.tuples(DAYS, DAYS), new=st.booleans())
    def sign_and_move_the_day(self, data: st.DataObject, days: tuple[date, date], new: bool) -> None:
        if new:
            numbers = [each.number for each in documents.get(self.desk, self.document).revisions]
            self.did(documents.add_revision, self.document, max(numbers) + 1, days[0], today=self.now)
        chosen = self.revisions()[0] if new else data.draw(st.sampled_from(self.revisions()))
        made = self.did(acquaintance.make_sheet, chosen)
        if made is not None:
            self.did(acquaintance.mark, made.id, {1: RowMark(RowState.SIGNED, days[0])})
            self.did(documents.put_in_force, chosen, days[1], today=self.now)

    @rule(way=st.sampled_from(["leave", "come_back"]), who=st.integers(1, 2))
    def come_and_go(self, way: str, who: int) -> None:
        arguments = ([who], self.now) if way == "leave" else ([who],)
        self.did(getattr(people, way), *arguments)

    # changes

    @rule(kind=st.sampled_from(ChangeKind), on=DAYS, corrects=st.none() | st.integers(1, 6))
    def add_change(self, kind: ChangeKind, on: date, corrects: int | None) -> None:
        self.did(changes.add, self.document, replace(DRAFT, kind=kind, on=on, corrects=corrects))

    def entries(self) -> list[Change]:
        return changes.of_document(self.desk, self.document)

    @precondition(lambda self: self.entries())
    @rule(data=st.data(), way=st.sampled_from(["save", "remove", "ask_again"]), text=st.sampled_from(["Басқа", "Жаңа"]))
    def touch_change(self, data: st.DataObject, way: str, text: str) -> None:
        chosen = data.draw(st.sampled_from([each.id for each in self.entries()]))
        if way == "save":
            self.did(changes.save, chosen, replace(DRAFT, change=text, kind=ChangeKind.EDITORIAL))
        else:
            self.did(getattr(changes, way), chosen)

    @rule(blank=st.integers(0, 2))
    def print_changes(self, blank: int) -> None:
        entries, heads = self.entries(), changes.heads_now(self.desk, self.document)
        self.did(changes.printed, self.document, entries, blank, self.now, heads)
        for each in self.entries():
            if each.printed and not each.blank:
                self.printed.setdefault(each.id, each)

    # back and forth

    @rule(way=st.sampled_from(["undo", "redo"]))
    def move(self, way: str) -> None:
        with suppress(Refusal):
            getattr(self.desk, way)()

    # what always holds

    @invariant()
    def at_most_one_revision_is_in_force_and_it_is_the_newest_that_was(self) -> None:
        known = documents.get(self.desk, self.document).revisions if documents.ids(self.desk, DocumentsQuery()) else ()
        in_force = [each for each in known if each.state is RevisionState.IN_FORCE]
        assert len(in_force) <= 1
        for each in in_force:
            assert each.effective_on is not None
            assert each.effective_on <= self.now

    @invariant()
    def no_signature_is_dated_before_its_revision_or_its_change(self) -> None:
        if not documents.ids(self.desk, DocumentsQuery()):
            return
        days = {each.id: each.effective_on for each in documents.get(self.desk, self.document).revisions}
        for line in acquaintance.sheet_lines(self.desk):
            sheet = acquaintance.sheet(self.desk, line.id)
            first = max(filter(None, (days[sheet.revision_id], sheet.change_on)), default=date.min)
            for row in sheet.rows:
                assert row.state is not RowState.SIGNED or (row.signed_on is not None and row.signed_on >= first)

    @invariant()
    def a_printed_entry_stays_as_it_was_printed(self) -> None:
        for number, kept in self.printed.items():
            now = changes.get(self.desk, number)
            assert replace(now, round=0, due_on=None, revision_id=None, revision=None) == replace(
                kept, round=0, due_on=None, revision_id=None, revision=None
            )

    @invariant()
    def the_numbers_go_on_without_a_gap(self) -> None:
        if documents.ids(self.desk, DocumentsQuery()):
            assert [each.number for each in self.entries()] == list(range(1, len(self.entries()) + 1))

    @invariant()
    def coverage_is_what_the_sheets_of_the_round_say(self) -> None:
        for line in acquaintance.coverage(self.desk):
            revision = documents.revision_of(self.desk, line.revision_id)
            signed: set[int | None] = set()
            for each in acquaintance.sheet_lines(self.desk):
                sheet = acquaintance.sheet(self.desk, each.id)
                if (sheet.revision_id, sheet.round) == (revision.id, revision.round):
                    signed |= {row.person_id for row in sheet.rows if row.state is RowState.SIGNED}
            there = {person.id for person in documents.audience_people(self.desk, line.document_id)}
            assert (line.signed, line.total) == (len(signed & there), len(there))


RandomHands.TestCase.settings = settings(
    max_examples=20, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
test_documents_under_random_hands = RandomHands.TestCase
