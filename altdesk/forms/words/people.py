"""Words of the papers about people."""

from __future__ import annotations

from altdesk.forms.words.wording import Words

WORDS = {
    "people": Words("ТҰЛҒАЛАР ТІЗІМІ", "СПИСОК ЛИЦ", "LIST OF PEOPLE"),
}
