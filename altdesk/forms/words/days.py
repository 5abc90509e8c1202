"""Days as official papers write them out, `2026 жылғы 22 қараша`, in each language."""

from __future__ import annotations

from datetime import date

from altdesk.forms.words.wording import Words

MONTHS = (
    Words("қаңтар", "января", "January"),
    Words("ақпан", "февраля", "February"),
    Words("наурыз", "марта", "March"),
    Words("сәуір", "апреля", "April"),
    Words("мамыр", "мая", "May"),
    Words("маусым", "июня", "June"),
    Words("шілде", "июля", "July"),
    Words("тамыз", "августа", "August"),
    Words("қыркүйек", "сентября", "September"),
    Words("қазан", "октября", "October"),
    Words("қараша", "ноября", "November"),
    Words("желтоқсан", "декабря", "December"),
)
OF_MONTHS = (
    "қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы",
    "шілдедегі", "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы",
)  # fmt: skip


def long_day(of: date) -> Words:
    """A day written out; its parts hold together at the end of a line."""
    month = MONTHS[of.month - 1]
    return Words(
        f"{of.year:04}\u00a0жылғы {of.day}\u00a0{month.kk}",
        f"{of.day}\u00a0{month.ru} {of.year:04}\u00a0года",
        f"{of.day}\u00a0{month.en} {of.year:04}",
    )


def of_day(of: date) -> Words:
    """A day as what a paper is of: `2026 жылғы 22 қарашадағы`, `от 22 ноября 2026 года`."""
    long = long_day(of)
    return Words(
        f"{of.year:04}\u00a0жылғы {of.day}\u00a0{OF_MONTHS[of.month - 1]}",
        f"от\u00a0{long.ru}",
        f"of\u00a0{long.en}",
    )
