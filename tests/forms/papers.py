"""Papers the tests of forms begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from altdesk.forms.blocks import Heads, Keep, Table
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.group_heads import spans
from altdesk.forms.sheets import acquaintance
from altdesk.forms.sheets.acquaintance import AcquaintanceData, Row

NAMES = ("Тәуекел Заңғар Ермекұлы", "Мұхамеджан Әсем", "Қуаныш Гүлнәр Һасанқызы", "Касым-Жомартов Ян-Іңкәр Ерлан ұлы")

HOSTILE = (
    "<b>Асан</b> & <font size=99>",
    "100 %s %(name)s %d {0} \\ (скобки) ((",
    "«Тырнақша» \"quotes\" 'one' \\",
    "Ұзынсөз" * 43,
    "Ә" * 2000,
    "Сөздер көп " * 182,
    "Ерлан 😀 👩‍👩‍👧 Қуаныш",
    "محمد علي Һарон אברהם",
    "Айге\u0301рі\u0306м " + "о" + "\u0301" * 60,
    "Нөл\x00 байт\x07 және \x1b[31m",
    "Жалғыз \ud83d суррогат",
    '=HYPERLINK("http://x")',
    "Екі\nжол\tжәне\u2028тағы\u00a0бір\u202fбір\u200bбір",
    "-" * 300,
    "W" * 300,
)


def sheet(names: tuple[str, ...] | int, **changed: object) -> AcquaintanceData:
    """A sheet of so many ordinary people, or of these."""
    listed = names if isinstance(names, tuple) else tuple(NAMES[i % len(NAMES)] for i in range(names))
    rows = tuple(Row(no, name, "Аға оқытушы") for no, name in enumerate(listed, 1))
    made = AcquaintanceData(
        12, 12, "ЖН-ALT-40", "Ішкі тәртіп ережелері", 2, date(2026, 9, 1), rows, "«ALT университеті» АҚ"
    )
    return replace(made, **changed)  # type: ignore[arg-type]


FORM = acquaintance.FORM


def head_rows(form: Form[Any]) -> int:
    """How many rows the head of a form's first table has."""
    sample, options = form.sample(), PrintOptions()
    every = (form.workbook(sample, options),) if form.workbook is not None else form.body(sample, options)
    inside = (each for block in every for each in (block.blocks if isinstance(block, Keep) else (block,)))
    table = next(block for block in inside if isinstance(block, Table))
    return 1 + (table.heads is Heads.NUMBERED) + bool(spans(table.columns))
