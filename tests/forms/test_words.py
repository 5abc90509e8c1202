"""The words of papers: each key is said once, in three languages, with the same values filled in."""

from __future__ import annotations

import re

from altdesk.forms.words import AREAS, WORDS


def test_no_key_is_said_by_two_areas() -> None:
    assert len(WORDS) == sum(len(area.WORDS) for area in AREAS)


def test_every_wording_is_whole_and_fills_in_the_same_values() -> None:
    for key, words in WORDS.items():
        said = (words.kk, words.ru, words.en)
        assert all(said), key
        assert len({tuple(sorted(re.findall(r"%\((\w+)\)s", text))) for text in said}) == 1, key
