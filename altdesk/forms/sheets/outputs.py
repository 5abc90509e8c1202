"""§5.2: who receives what comes out of the document's process, a cross a consumer."""

from __future__ import annotations

from altdesk.domain.matrix import Grid, GridColumn, GridKind, Holds
from altdesk.forms.sheets.matrix import filled, form_of, sample_of

USERS = "Тұтынушылар"
CONSUMER = "Білім беру қызметінің тұтынушысы"


def sample_outputs() -> Grid:
    return filled(
        GridKind.OUTPUTS,
        "5.2. Жұмыс нұсқаулығының тұтынушылары мен нәтижелерінің сипаттамасы",
        (
            GridColumn("Нәтиже"),
            *(GridColumn(head, USERS, Holds.CROSS) for head in ("Т", "Институттар", "Кафедралар", CONSUMER)),
        ),
        ("СҮ Жоспары", "Х", "", "", "Х"),
        ("Студенттік клубтардың жұмыс жоспарлары", "Х", "", "", "Х"),
        ("Спорттық секциялардың жұмыс жоспарлары", "", "", "", "Х"),
        ("Шығармашыл дамыған тұлға", "", "", "", "Х"),
        ("Гармониялық дамыған тұлға", "", "", "", "Х"),
    )


FORM = form_of("outputs", lambda: sample_of(sample_outputs()))
