"""The sentence of state in the head of a page: two lines, and never a number that is not the number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from ui.widgets.elided import whole_numbers
from ui.widgets.sentence import in_two_lines

SAID = "2025-2026. Бекітілген. Жолдар: 40. Өткізілді: 38, ауыстырылды: 0, өткізілмеді: 120"


@pytest.fixture(scope="module")
def metrics(qapp) -> QFontMetrics:
    return QFontMetrics(QFont(qapp.font()))


def test_a_sentence_that_needs_two_lines_is_shown_whole(metrics: QFontMetrics) -> None:
    lines = in_two_lines(SAID, metrics, metrics.horizontalAdvance(SAID) * 2 // 3)
    assert len(lines) == 2
    assert " ".join(lines) == SAID


def test_what_does_not_fit_is_left_out_part_by_part(metrics: QFontMetrics) -> None:
    lines = in_two_lines(SAID, metrics, metrics.horizontalAdvance(SAID) // 3)
    assert " ".join(lines) == "2025-2026. Бекітілген. Жолдар: 40. Өткізілді: …"


@given(st.integers(20, 900))
def test_every_number_that_is_shown_is_one_that_was_said(metrics: QFontMetrics, width: int) -> None:
    said = SAID.replace("120", "2\u00a0930\u00a0000,50\u00a0₸")
    shown = " ".join(in_two_lines(said, metrics, width))
    assert set(re.findall(r"[\d\u00a0,-]*\d", shown)) <= set(re.findall(r"[\d\u00a0,-]*\d", said))
    assert len(in_two_lines(said, metrics, width)) <= 2


def test_an_ellipsis_never_follows_half_a_number() -> None:
    assert whole_numbers("20 документов, не хватает 12…") == "20 документов, не хватает …"
    assert whole_numbers("Всего 2\u00a0930…") == "Всего …"
    assert whole_numbers("Всего 12") == "Всего 12"
