"""How lists call the kinds of people: қызметкер, ППС, студент, гость."""

from __future__ import annotations

from altdesk.domain.fold import fold
from altdesk.domain.people import PersonKind

_WORDS = {
    PersonKind.STUDENT: ("студент", "білім алуш", "магистрант", "докторант", "обуча", "бакалавр", "student"),
    PersonKind.STAFF: (
        "қызметкер", "оқытушы", "сотрудник", "работник", "преподавател", "персонал", "ППС", "ПОҚ", "ПҚҚ", "АУП", "УВП",
        "ОКҚ", "ӘБП", "штат", "әкімш", "админ", "staff", "teacher", "employee",
    ),
    PersonKind.OUTSIDER: ("сыртқы", "сырттан", "внешн", "сторонн", "қонақ", "гость", "outsider", "guest", "external"),
}  # fmt: skip
_BEGINNINGS = tuple((fold(word), kind) for kind, words in _WORDS.items() for word in words)


def kind_of(text: str) -> PersonKind | None:
    """The kind a list means by this word; None when it means none."""
    folded = fold(text)
    return next((kind for beginning, kind in _BEGINNINGS if folded.startswith(beginning)), None)
