"""The key of document codes: `ҚР-ALT-05` and `ҚР-АЛТ-05` are one document, whoever typed them and on which keyboard."""

from __future__ import annotations

import re
import unicodedata

from altdesk.domain.clean import visible
from altdesk.domain.letters import CYRILLIC_TO_LATIN

# Cyrillic letters by their Latin look-alike, Kazakh letters as typed without a Kazakh keyboard, and those letters whose
# sound is written with a Latin letter that is nobody's look-alike (Л in АЛТ). No two Russian letters share one.
_ALIKE = str.maketrans(
    CYRILLIC_TO_LATIN
    | dict(zip("ӘҒҚҢӨҰҮҺƏƎƟЁ", "AGKHOYYHAAOE", strict=True))
    | dict(zip("ГДЗЛФ", "GDZLF", strict=True))
)
# Spaces, underscores, invisible characters and every kind of dash.
_LOOSE = re.compile("[\\s_\u00ad\u200b\u2060\ufeff\u058a\u1806\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d-]+")
_NOT_BETWEEN_DIGITS = re.compile("(?<![0-9])-|-(?![0-9])")


def code_key(code: str) -> str:
    """The key of a code: capital look-alikes, spaces and dashes left out except between digits (1-1 is not 11).

    Every digit counts: ALT-05 is neither ALT-50 nor ALT-5.
    """
    key = unicodedata.normalize("NFKC", visible(code)).upper().translate(_ALIKE)
    return _NOT_BETWEEN_DIGITS.sub("", _LOOSE.sub("-", key))
