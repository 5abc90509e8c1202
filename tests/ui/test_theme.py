"""Colours: contrast of everything that is read, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui.theme import DARK, LIGHT, Colours


def luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "base", "side", "hover", "selection"])
@pytest.mark.parametrize("ink", ["text", "quiet", "accent", "good", "wait", "bad"])
def test_texts_stand_out_from_their_ground(theme: Colours, ground: str, ink: str):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_stand_out_from_grounds_of_their_own(theme: Colours):
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for ground in (theme.wait_ground, theme.bad_ground):
        assert contrast(theme.text, ground) >= 4.5
    assert contrast(theme.wait, theme.wait_ground) >= 4.5
    assert contrast(theme.bad, theme.bad_ground) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_frames_of_fields_can_be_seen(theme: Colours):
    assert contrast(theme.field_line, theme.base) >= 3
