"""How lists call the kinds of documents, and what the first letters of a code say of the kind."""

from __future__ import annotations

import re

from altdesk.domain.documents import DocumentKind, RevisionState
from altdesk.domain.fold import fold

_BEGINNINGS = {
    DocumentKind.JOB_DESCRIPTION: ("лауазымдық", "должностная", "job description"),
    DocumentKind.WORK_INSTRUCTION: (
        "жұмыс нұсқау", "нұсқаулық", "рабочая инструкция", "инструкция", "work instruction", "instruction",
    ),
    DocumentKind.PROCEDURE: (
        "рәсім", "құжатталған рәсім", "құжатталған процедура", "процедура", "документированная процедура", "procedure",
    ),
    DocumentKind.POLICY: ("саясат", "политика", "policy"),
    DocumentKind.REGULATION: ("ереже", "қағида", "тәртіп", "положение", "правила", "regulation"),
    DocumentKind.EXTERNAL_NORM: (
        "сыртқы", "заң", "стандарт", "кодекс", "бұйрық", "қаулы", "внешн", "закон", "приказ", "постановление",
        "external", "standard", "law",
    ),
    DocumentKind.OTHER: ("басқа", "өзге", "другое", "другой", "прочее", "иное", "other"),
}  # fmt: skip
_SHORT = {
    "жн": DocumentKind.WORK_INSTRUCTION, "ри": DocumentKind.WORK_INSTRUCTION, "қр": DocumentKind.PROCEDURE,
    "дп": DocumentKind.PROCEDURE, "лн": DocumentKind.JOB_DESCRIPTION, "ди": DocumentKind.JOB_DESCRIPTION,
    "мс": DocumentKind.EXTERNAL_NORM, "iso": DocumentKind.EXTERNAL_NORM, "исо": DocumentKind.EXTERNAL_NORM,
    "гост": DocumentKind.EXTERNAL_NORM,
}  # fmt: skip
_STATES = {
    RevisionState.DRAFT: ("жоба", "жобасы", "проект", "черновик", "draft"),
    RevisionState.AGREED: ("келісілді", "келісілген", "согласован", "согласовано", "agreed"),
    RevisionState.IN_FORCE: (
        "қолданыста", "күшінде", "қолданыстағы", "действует", "действующий", "действующая", "in force", "active",
    ),
    RevisionState.WITHDRAWN: (
        "күші жойылды", "күші жойылған", "жойылды", "утратил силу", "утратила силу", "утратило силу", "отменен",
        "отменён", "отменена", "withdrawn", "repealed",
    ),
}  # fmt: skip
_STATES_FOLDED = {fold(word): state for state, words in _STATES.items() for word in words}
_FOLDED = tuple((fold(word), kind) for kind, words in _BEGINNINGS.items() for word in words)
_SHORT_FOLDED = {fold(word): kind for word, kind in _SHORT.items()}
_NORM = re.compile(r"^(қр\s+ст|ст\s+рк)\b|№", re.IGNORECASE)


def kind_of(text: str) -> DocumentKind | None:
    """The kind a list means by this word; None when it means none."""
    folded = fold(text)
    if folded in _SHORT_FOLDED:
        return _SHORT_FOLDED[folded]
    return next((kind for beginning, kind in _FOLDED if folded.startswith(beginning)), None)


def state_of(text: str) -> RevisionState | None:
    """The state of a revision a list means by this word; None when it means none."""
    return _STATES_FOLDED.get(fold(text))


def kind_of_code(code: str) -> DocumentKind | None:
    """The kind that a code begins with: ЖН-ALT-19 is a work instruction, ҚР СТ ISO 9001 an external norm."""
    if _NORM.search(code):
        return DocumentKind.EXTERNAL_NORM
    return _SHORT_FOLDED.get((fold(code).split() or [""])[0])
