"""The recovery sheet: every key there can be is read group by group, as it is typed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from altdesk.forms.render import render
from altdesk.forms.sheets.recovery import FORM, sample


@pytest.mark.parametrize("group", ["WWWWW", "9RWWW", "MWQMW", "11111"])
def test_a_group_of_the_key_stands_on_one_line(group: str) -> None:
    printed = render(FORM, replace(sample(), key="-".join([group] * 6)))
    with pdfplumber.open(BytesIO(printed.content)) as pdf:
        words = [word["text"] for word in pdf.pages[0].extract_words()]
    assert words.count(group) == 6
