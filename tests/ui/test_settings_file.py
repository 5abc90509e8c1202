"""Settings and drafts on disk: whole, and tolerant of damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from altdesk.drafts import Draft, Drafts
from altdesk.folders import KEY_FILE
from altdesk.sealing.keys import Keys
from altdesk.settings import PLAIN, S, Setting, Settings, read_json, sealed_beside


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


def test_beside_an_encrypted_desk_only_what_is_read_before_it_is_open_stays_plain(tmp_path: Path):
    path, keys = tmp_path / "settings.json", Keys.new()
    for setting in (each for each in vars(S).values() if isinstance(each, Setting)):
        settings = Settings(path, keys)
        settings.set(setting, {"page": "Құлыншақова"} if setting.type is dict else setting.type("7"))
        settings.save()
    assert read_json(path).keys() == PLAIN
    assert "Құлыншақова".encode() not in sealed_beside(path).read_bytes()
    again = Settings(path, keys)
    assert again.of_page(S.filters, "page") == "Құлыншақова"
    assert again.get(S.lock_after) == 7
    assert Settings(path, Keys.new()).get(S.filters) == {}


def test_without_its_keys_the_settings_of_an_encrypted_desk_keep_what_is_hidden(tmp_path: Path):
    path, keys = tmp_path / "settings.json", Keys.new()
    (tmp_path / KEY_FILE).touch()
    first = Settings(path, keys)
    first.set(S.last_folder, "D:/Құлыншақова")
    first.save()
    locked = Settings(path)
    locked.set(S.theme, "dark")
    locked.set(S.last_folder, "D:/Құлыншақова/1")  # chosen while the passphrase is asked for
    locked.save()
    assert read_json(path) == {"theme": "dark"}
    locked.take_keys(keys)
    assert (locked.get(S.theme), locked.get(S.last_folder)) == ("dark", "D:/Құлыншақова")


def test_words_that_an_older_program_left_in_the_plain_file_leave_it_when_the_desk_is_opened(tmp_path: Path):
    path, keys = tmp_path / "settings.json", Keys.new()
    path.write_text('{"theme": "dark", "filters": {"history": {"who": "Құлыншақова"}}}', encoding="utf-8")
    Settings(path, keys).save()
    assert read_json(path) == {"theme": "dark"}
    assert Settings(path, keys).of_page(S.filters, "history") == {"who": "Құлыншақова"}
