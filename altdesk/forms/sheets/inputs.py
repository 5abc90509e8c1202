"""§5.3: what comes into the document's process, and from whom."""

from __future__ import annotations

from altdesk.domain.matrix import Grid, GridColumn, GridKind, Holds
from altdesk.forms.sheets.matrix import filled, form_of, sample_of
from altdesk.forms.sheets.outputs import CONSUMER, USERS


def sample_inputs() -> Grid:
    return filled(
        GridKind.INPUTS,
        "5.3. Жұмыс нұсқаулығындағы жеткізушілер мен кірістердің сипаттамасы",
        (
            GridColumn("Нәтиже"),
            *(GridColumn(head, USERS, Holds.CROSS) for head in (CONSUMER, "Кафедралар", "Институттар")),
        ),
        ("Дамыған тұлға", "Х", "", ""),
        ("Тәрбие жұмысы бойынша жоспарлар", "", "Х", "Х"),
    )


FORM = form_of("inputs", lambda: sample_of(sample_inputs()))
