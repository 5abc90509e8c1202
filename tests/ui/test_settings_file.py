"""Settings and drafts on disk: whole, and tolerant of damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from altdesk.drafts import Draft, Drafts
from altdesk.settings import S, Settings


def test_what_is_set_is_there_after_a_restart(tmp_path: Path):
    settings = Settings(tmp_path / "settings.json")
    settings.set(S.theme, "dark")
    settings.set_of_page(S.columns, "people", [["name", 200, True]])
    settings.save()
    again = Settings(tmp_path / "settings.json")
    assert again.get(S.theme) == "dark"
    assert again.of_page(S.columns, "people") == [["name", 200, True]]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"theme": 7, "text_size": true, "columns": "x"}', "\x00\xff"])
def test_a_damaged_file_counts_as_not_set(tmp_path: Path, text: str):
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    settings = Settings(path)
    assert settings.get(S.theme) == "system"
    assert settings.get(S.text_size) == 100
    assert settings.get(S.columns) == {}


def test_a_draft_is_kept_and_dropped(tmp_path: Path):
    drafts = Drafts(tmp_path / "drafts.json")
    drafts.keep(Draft("person", None, {"surname": "Қас"}))
    drafts.keep(Draft("person", 12, {"surname": "Әли"}))
    again = Drafts(tmp_path / "drafts.json")
    assert {(draft.kind, draft.record_id) for draft in again.all()} == {("person", None), ("person", 12)}
    found = again.get("person", 12)
    assert found is not None
    assert found.values == {"surname": "Әли"}
    assert found.typed_at is not None
    again.drop("person", 12)
    assert Drafts(tmp_path / "drafts.json").get("person", 12) is None


def test_damaged_drafts_are_passed_over(tmp_path: Path):
    path = tmp_path / "drafts.json"
    path.write_text('{"person/1": 5, "/": {"values": {}}, "person/x": {"values": {"a": "b"}}}', encoding="utf-8")
    assert [draft.record_id for draft in Drafts(path).all()] == [None]
