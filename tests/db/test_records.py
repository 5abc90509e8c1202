"""Every table and every column a person may meet in the history has its words."""

from __future__ import annotations

import pytest

from altdesk.domain.records import TABLE_NAMES, TABLES, area_of, field_name, technical
from db.models import metadata

OWN = {"counter", "search_word", "journal", "step"}  # the program's own


def test_every_table_is_declared_by_an_area() -> None:
    assert set(metadata.tables) - OWN == set(TABLES) - OWN


@pytest.mark.parametrize("table", sorted(set(TABLES) - OWN))
def test_every_column_has_words(table: str) -> None:
    columns = metadata.tables[table].c.keys()
    assert [name for name in columns if not technical(name) and field_name(table, name) == name] == []
    declared = TABLES[table]
    assert set(declared.fields) | set(declared.values) | set(declared.called) <= set(columns)


@pytest.mark.parametrize("table", sorted(set(TABLES) - OWN))
def test_a_part_belongs_to_a_record_of_an_area(table: str) -> None:
    of = TABLES[table].of
    if of is not None:
        keys = metadata.tables[table].c[of[1]].foreign_keys
        assert {key.column.table.name for key in keys} == {of[0]}
    assert area_of(table) in TABLE_NAMES
    assert TABLES[table].called


@pytest.mark.parametrize("table", sorted(name for name, declared in TABLES.items() if declared.bin))
def test_what_comes_into_the_bin_has_a_name_and_an_area(table: str) -> None:
    assert TABLES[table].many
    assert TABLES[table].called


def test_whatever_can_be_put_into_the_bin_is_declared_so() -> None:
    binned = {name for name, table in metadata.tables.items() if "binned_at" in table.c}
    assert binned <= {name for name, declared in TABLES.items() if declared.bin}
