"""The journal under random work on tables and risks: undo of all is the start; a withdrawn revision's tables stay."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from altdesk.domain.matrix import GridKind
from altdesk.domain.risks import AssessmentDraft, RiskDraft
from altdesk.services import abbreviations, documents, matrix, matrix_lines, risks, starter
from tests.db.test_journal import AnySteps

CELLS = st.sampled_from(["", "Б", "Б, Ж", "Қ", "Х", "Кезең", "k"])
STEPS = st.integers(1, 5)
TODAY = date(2027, 6, 30)


class AnyTables(AnySteps):
    """What people do with tables, risks and the starter set, between all the rest."""

    def chosen(self, data: st.DataObject, table: str) -> int:
        return data.draw(st.sampled_from(self.ids(table)))

    def tables_of_withdrawn(self) -> list[Any]:
        picture = self.pictures[self.at]
        withdrawn = {row[0] for row in picture["revision"] if row[3] == "withdrawn"}
        return [matrix.of_revision(self.desk, number) for number in sorted(withdrawn)]

    @precondition(lambda self: self.ids("revision"))
    @rule(data=st.data(), kind=st.sampled_from(GridKind))
    def add_table(self, data: st.DataObject, kind: GridKind) -> None:
        self.did(matrix.add, self.chosen(data, "revision"), kind)

    @precondition(lambda self: self.ids("grid"))
    @rule(data=st.data(), text=CELLS, at=st.integers(0, 3))
    def change_table(self, data: st.DataObject, text: str, at: int) -> None:
        number = self.chosen(data, "grid")
        known = matrix.get(self.desk, number)
        before = self.tables_of_withdrawn()
        columns, rows = [each.id for each in known.columns], [each.id for each in known.rows]
        column = data.draw(st.sampled_from(columns))
        self.did(matrix_lines.paste, number, ((text, text), (text,)), at, 0)
        self.did(matrix_lines.insert_column, number, at, known.columns[0])
        self.did(matrix_lines.move_column, number, column, data.draw(st.sampled_from([-1, 1])))
        if rows:
            row = data.draw(st.sampled_from(rows))
            self.did(matrix.set_cells, number, {(row, column): text})
            self.did(matrix_lines.move_row, number, row, 1)
            self.did(matrix_lines.remove_rows, number, [row])
        self.did(matrix_lines.remove_column, number, column)
        assert self.tables_of_withdrawn() == before

    @precondition(lambda self: self.ids("revision"))
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        self.did(documents.withdraw, self.chosen(data, "revision"))

    @rule(title=st.sampled_from(["Тәуекел", "Қауіп"]))
    def add_risk(self, title: str) -> None:
        document = next(iter(self.ids("document")), None)
        self.did(risks.add, RiskDraft(title, document_id=document))

    @precondition(lambda self: self.ids("risk"))
    @rule(data=st.data(), up=STEPS, across=STEPS, left=st.none() | STEPS)
    def assess_risk(self, data: st.DataObject, up: int, across: int, left: int | None) -> None:
        number = self.chosen(data, "risk")
        draft = AssessmentDraft(TODAY, up, across, left, left)
        self.did(risks.assess, number, draft, TODAY)
        self.did(data.draw(st.sampled_from([risks.close, risks.reopen, risks.bin_])), [number])

    @rule()
    def load_starter(self) -> None:
        self.did(lambda desk: starter.load(desk).changed)

    @precondition(lambda self: self.ids("abbreviation"))
    @rule(data=st.data())
    def remove_abbreviation(self, data: st.DataObject) -> None:
        self.did(abbreviations.remove, [self.chosen(data, "abbreviation")])


AnyTables.TestCase.settings = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
test_any_tables = AnyTables.TestCase
