"""A program at random work, to be killed: every finished step is told on standard output, by its id.

python -m tests.faults.random_work FOLDER SEED
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import AudienceEntry, RowMark, RowState
from altdesk.domain.backups import Reason
from altdesk.domain.documents import DocumentDraft
from altdesk.domain.errors import Refusal
from altdesk.domain.people import PeopleQuery, PersonDraft, Post
from altdesk.domain.tasks import TaskDraft
from altdesk.services import (
    acquaintance,
    attachments,
    backups,
    documents,
    groups,
    people,
    people_import,
    tasks,
    units,
)
from altdesk.services import bin as bin_service
from tests.faults import tell

START = date(2026, 9, 1)


class Work:
    """Does one thing after another, as chance has it."""

    def __init__(self, desk: Desk, seed: int, scratch: Path) -> None:
        self.desk, self.chance, self.scratch = desk, random.Random(seed), scratch
        self.doings: list[Callable[[], Changed | None]] = [
            self.person, self.person, self.rename, self.document, self.audience, self.sheet, self.mark, self.group,
            self.unit, self.task, self.attach, self.detach, self.bin, self.restore, self.many, self.undo, self.undo,
            self.redo, self.copy, self.copy_by_hand,
        ]  # fmt: skip

    def on(self) -> None:
        """One thing, told when it is done."""
        try:
            changed = self.chance.choice(self.doings)()
        except Refusal:
            return
        if changed is not None and not changed.nothing:
            tell(f"step {changed.step_id}")

    def word(self) -> str:
        return "".join(self.chance.choice("АӘБВГҒДЕЖЗИКҚЛМНҢОӨПРСТУҰҮ") for _ in range(8)).capitalize()

    def some_person(self) -> int:
        return self.one(people.ids(self.desk, PeopleQuery()))

    def some_document(self) -> int:
        return self.one(documents.ids(self.desk, documents.DocumentsQuery()))

    def one(self, ids: Sequence[int]) -> int:
        if not ids:
            raise Refusal("There is none yet.")
        return self.chance.choice(list(ids))

    def person(self) -> Changed:
        further = (Post(self.word()),) if self.chance.random() < 0.3 else ()
        unit = f"Б{self.chance.randrange(5)}"
        draft = PersonDraft(self.word(), self.word(), unit=unit, note=self.word() * 40, further_posts=further)
        return people.add(self.desk, draft)

    def rename(self) -> Changed:
        return people.save(self.desk, self.some_person(), PersonDraft(self.word(), self.word(), post=self.word()))

    def document(self) -> Changed:
        return documents.add(self.desk, DocumentDraft(self.word(), self.word() * 3), 1, START)

    def audience(self) -> Changed:
        return documents.set_audience(self.desk, self.some_document(), [AudienceEntry(everyone=True)])

    def sheet(self) -> Changed:
        found = documents.get(self.desk, self.some_document()).in_force
        return acquaintance.make_sheet(self.desk, found.id if found else 0)

    def mark(self) -> Changed:
        sheets = acquaintance.sheet_lines(self.desk)
        sheet = acquaintance.sheet(self.desk, self.one([sheet.id for sheet in sheets]))
        day = START + timedelta(days=self.chance.randrange(60))
        marks = {row.no: RowMark(RowState.SIGNED, day) for row in sheet.rows if self.chance.random() < 0.5}
        return acquaintance.mark(self.desk, sheet.id, marks)

    def group(self) -> Changed:
        return groups.add(self.desk, self.word(), added=[self.some_person()])

    def unit(self) -> Changed:
        return units.add(self.desk, self.word())

    def task(self) -> Changed:
        return tasks.add(self.desk, TaskDraft(text=self.word() * 20))

    def attach(self) -> Changed:
        file = self.scratch / f"{self.word()}.pdf"
        file.write_bytes(self.chance.randbytes(self.chance.randrange(1, 2 << 20)))
        return attachments.attach(self.desk, "person", self.some_person(), file)

    def detach(self) -> Changed:
        every = attachments.of(self.desk, "person", self.some_person())
        return attachments.remove(self.desk, self.one([each.id for each in every]))

    def bin(self) -> Changed:
        return people.bin_(self.desk, [self.some_person()])

    def restore(self) -> Changed | None:
        lines = bin_service.lines(self.desk)
        return bin_service.restore(self.desk, [self.chance.choice(lines).key]) if lines else None

    def many(self) -> Changed:
        listed = self.scratch / "тізім.csv"
        rows = "".join(f"{self.word()},{self.word()},Маман\n" for _ in range(self.chance.randrange(5, 400)))
        listed.write_text(f"Тегі,Аты,Лауазымы\n{rows}", encoding="utf-8-sig")
        plan = people_import.preview(self.desk, listed)
        return people_import.apply(self.desk, plan, people_import.without_asking(plan))

    def undo(self) -> Changed | None:
        self.desk.undo()
        return None

    def redo(self) -> Changed | None:
        self.desk.redo()
        return None

    def copy(self) -> None:
        backups.by_itself(self.desk, Reason.HOUR)

    def copy_by_hand(self) -> None:
        backups.by_hand(self.desk, self.scratch / "көшірме.zip")


def main(folder: Path, seed: int) -> None:
    with tempfile.TemporaryDirectory(prefix="altdesk-work-", dir=folder.parent) as scratch, Desk.open(folder) as desk:
        work = Work(desk, seed, Path(scratch))
        tell("ready")
        while True:
            work.on()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
