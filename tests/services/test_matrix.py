"""Tables of a revision: changed step by step, copied onto a new revision, and closed when theirs is withdrawn."""

from __future__ import annotations

import pytest

from altdesk.desk import Desk
from altdesk.domain.documents import RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.matrix import Grid, GridKind, Holds
from altdesk.services import documents, history, matrix, matrix_lines
from tests.make import EFFECTIVE, Make


@pytest.fixture
def revision(desk: Desk, make: Make) -> int:
    """A revision in force."""
    return make.revision_in_force(make.document("ЖН-ALT-00", "Жастармен жұмысты ұйымдастыру қағидалары"))


@pytest.fixture
def table(desk: Desk, revision: int) -> int:
    """A matrix of two stages and three units."""
    made = matrix.add(desk, revision, GridKind.MATRIX).id
    assert made is not None
    for unit in ("ТжӘЖД Директоры", "ЖСК Жетекшісі"):
        last = matrix.get(desk, made).columns[-1]
        column = matrix_lines.insert_column(desk, made, 9, last).id
        assert column is not None
        matrix.set_head(desk, made, column, unit, last.group)
    matrix_lines.paste(desk, made, (("Жоспарлау", "Б", "Б, Ж, О"), ("Орындау", "Б", "Ж,О,Қ")), 0, 0)
    return made


def cells(desk: Desk, table: int) -> list[tuple[str, ...]]:
    return [row.cells for row in matrix.get(desk, table).rows]


def put(desk: Desk, table: int, row: int, column: int, text: str) -> None:
    known = matrix.get(desk, table)
    matrix.set_cells(desk, table, {(known.rows[row].id, known.columns[column].id): text})


def test_a_table_is_filled_cell_by_cell_and_every_step_comes_back(desk: Desk, table: int) -> None:
    assert cells(desk, table) == [("Жоспарлау", "Б", "Б, Ж, О", ""), ("Орындау", "Б", "Ж,О,Қ", "")]
    put(desk, table, 0, 3, "k")
    put(desk, table, 0, 3, "")
    assert cells(desk, table)[0][3] == ""
    desk.undo()
    assert cells(desk, table)[0][3] == "Қ"
    desk.undo()
    assert cells(desk, table)[0][3] == ""


def test_a_cell_that_does_not_fit_its_column_changes_nothing(desk: Desk, table: int) -> None:
    known = matrix.get(desk, table)
    row, (_, first, second, _) = known.rows[0].id, known.columns
    with pytest.raises(Refusal, match="Б, Ж, О, Қ"):
        matrix.set_cells(desk, table, {(row, first.id): "Қ", (row, second.id): "жоқ"})
    assert matrix.get(desk, table) == known


def test_rows_and_columns_move_and_go_with_what_stands_in_them(desk: Desk, table: int) -> None:
    first, second = (row.id for row in matrix.get(desk, table).rows)
    matrix_lines.move_row(desk, table, second, -1)
    assert [row[0] for row in cells(desk, table)] == ["Орындау", "Жоспарлау"]
    assert matrix_lines.move_row(desk, table, second, -1).nothing  # already at the edge
    columns = matrix.get(desk, table).columns
    matrix_lines.move_column(desk, table, columns[2].id, -1)
    assert cells(desk, table)[1][:3] == ("Жоспарлау", "Б, Ж, О", "Б")
    matrix_lines.remove_column(desk, table, columns[1].id)
    matrix_lines.remove_rows(desk, table, [second])
    assert cells(desk, table) == [("Жоспарлау", "Б, Ж, О", "")]
    for _ in range(4):
        desk.undo()
    assert [row.id for row in matrix.get(desk, table).rows] == [first, second]
    assert cells(desk, table)[1] == ("Орындау", "Б", "Ж,О,Қ", "")


def test_the_last_column_stays(desk: Desk, revision: int) -> None:
    made = matrix.add(desk, revision, GridKind.OTHER).id
    assert made is not None
    first, second = matrix.get(desk, made).columns
    matrix_lines.remove_column(desk, made, first.id)
    with pytest.raises(Refusal, match="at least one column"):
        matrix_lines.remove_column(desk, made, second.id)


def test_a_pasted_block_adds_the_rows_it_needs_in_one_step(desk: Desk, table: int) -> None:
    block = tuple((f"Кезең {number}", "Б") for number in range(4))
    matrix_lines.paste(desk, table, block, 1, 0)
    assert [row[0] for row in cells(desk, table)] == ["Жоспарлау", "Кезең 0", "Кезең 1", "Кезең 2", "Кезең 3"]
    assert cells(desk, table)[1] == ("Кезең 0", "Б", "Ж,О,Қ", "")  # what the block does not reach stays
    desk.undo()
    assert cells(desk, table) == [("Жоспарлау", "Б", "Б, Ж, О", ""), ("Орындау", "Б", "Ж,О,Қ", "")]


def test_too_much_is_refused_in_words(desk: Desk, table: int) -> None:
    with pytest.raises(Refusal, match="at most 500 rows"):
        matrix_lines.paste(desk, table, (("а",),) * 500, 1, 0)
    with pytest.raises(Refusal, match="Add columns first"):
        matrix_lines.paste(desk, table, (("а",) * 5,), 0, 0)
    with pytest.raises(Refusal, match="no longer in the table"):
        matrix.set_cells(desk, table, {(999, 1): "а"})


def plain(known: Grid) -> tuple[object, ...]:
    """What a table says, without its ids."""
    heads = [(column.head, column.group, column.holds) for column in known.columns]
    return known.kind, known.title, known.note, heads, [row.cells for row in known.rows]


def test_a_new_revision_takes_a_copy_and_the_old_one_stays_as_it_was(desk: Desk, revision: int, table: int) -> None:
    matrix.save(desk, table, "5.5. Матрица", "Ескертпе: өз сөзі")
    before = matrix.of_revision(desk, revision)
    document = documents.revision_of(desk, revision).document_id
    added = documents.add_revision(desk, document, 2, EFFECTIVE).id
    assert added is not None
    (copied,) = matrix.of_revision(desk, added)
    assert plain(copied) == plain(before[0])
    put(desk, copied.id, 0, 1, "Қ")
    matrix_lines.insert_row(desk, copied.id, 0)
    assert matrix.of_revision(desk, revision) == before
    desk.undo(), desk.undo(), desk.undo()
    assert matrix.of_revision(desk, added) == []


def test_a_draft_takes_its_copy_from_the_revision_in_force(desk: Desk, revision: int, table: int) -> None:
    document = documents.revision_of(desk, revision).document_id
    draft = documents.add_revision(desk, document, 2).id
    assert draft is not None
    (of_draft,) = matrix.of_revision(desk, draft)
    put(desk, of_draft.id, 0, 0, "Жобада")
    third = documents.add_revision(desk, document, 3).id
    assert third is not None
    assert matrix.of_revision(desk, third)[0].rows[0].cells[0] == "Жоспарлау"


def test_tables_of_a_withdrawn_revision_can_no_longer_be_changed(desk: Desk, revision: int, table: int) -> None:
    known = matrix.get(desk, table)
    row, column = known.rows[0].id, known.columns[1].id
    documents.withdraw(desk, revision)
    for change in (
        lambda: matrix.set_cells(desk, table, {(row, column): "Қ"}),
        lambda: matrix.set_head(desk, table, column, "Басқа", ""),
        lambda: matrix.save(desk, table, "Басқа", ""),
        lambda: matrix.add(desk, revision, GridKind.STORAGE),
        lambda: matrix.bin_(desk, table),
        lambda: matrix_lines.insert_row(desk, table, 0),
        lambda: matrix_lines.insert_column(desk, table, 0),
        lambda: matrix_lines.remove_rows(desk, table, [row]),
        lambda: matrix_lines.remove_column(desk, table, column),
        lambda: matrix_lines.move_row(desk, table, row, 1),
        lambda: matrix_lines.move_column(desk, table, column, 1),
        lambda: matrix_lines.paste(desk, table, (("а",),), 0, 0),
    ):
        with pytest.raises(Refusal, match="Revision 1 of ЖН-ALT-00 is withdrawn"):
            change()
    assert matrix.get(desk, table) == known
    assert documents.revision_of(desk, revision).state is RevisionState.WITHDRAWN


def test_a_table_in_the_bin_is_gone_from_its_revision_and_is_not_copied(desk: Desk, revision: int, table: int) -> None:
    matrix.bin_(desk, table)
    assert matrix.of_revision(desk, revision) == []
    added = documents.add_revision(desk, documents.revision_of(desk, revision).document_id, 2).id
    assert added is not None
    assert matrix.of_revision(desk, added) == []
    desk.undo(), desk.undo()
    assert [each.id for each in matrix.of_revision(desk, revision, GridKind.MATRIX)] == [table]
    assert matrix.of_revision(desk, revision, GridKind.STORAGE) == []


def test_the_history_says_from_what_to_what(desk: Desk, table: int) -> None:
    put(desk, table, 0, 1, "Б, Қ")
    newest = history.steps(desk, 1)[0]
    assert newest.label == "Change a table of %(code)s"
    (change,) = history.of_step(desk, newest.id)
    assert (change.field, change.before, change.after) == ("cell", "Б", "Б, Қ")


def test_a_new_table_holds_what_its_kind_says(desk: Desk, revision: int) -> None:
    for kind in GridKind:
        matrix.add(desk, revision, kind)
    found = matrix.of_revision(desk, revision)
    assert [each.kind for each in found] == list(GridKind)
    assert all(len(each.rows) == 1 for each in found)
    assert {column.holds for column in found[1].columns[1:]} == {Holds.CROSS}
