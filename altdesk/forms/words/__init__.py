"""What is printed on paper, word for word: one exact wording per language, so no catalogue can change a form.

One module an area holds its `WORDS`; a key is one word for the whole house.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from altdesk.domain.twins import Name, Twin
from altdesk.forms.words import (
    acquaintance,
    binder,
    bodies,
    changes,
    common,
    copies,
    documents,
    encryption,
    events,
    matrix,
    minutes,
    norms,
    people,
    plans,
    report,
    risks,
    succession,
    tasks,
    year_records,
)
from altdesk.forms.words.copies import COPY_KIND_WORDS, HANDED_WORDS
from altdesk.forms.words.days import long_day, of_day
from altdesk.forms.words.documents import AUDIENCE_WORDS, KIND_WORDS, ROLE_WORDS, STATE_WORDS
from altdesk.forms.words.minutes import VERB_WORDS
from altdesk.forms.words.norms import NORM_KIND_WORDS, NORM_STATE_WORDS
from altdesk.forms.words.wording import Words

__all__ = [
    "AUDIENCE_WORDS",
    "COPY_KIND_WORDS",
    "HANDED_WORDS",
    "KIND_WORDS",
    "NORM_KIND_WORDS",
    "NORM_STATE_WORDS",
    "ROLE_WORDS",
    "STATE_WORDS",
    "VERB_WORDS",
    "WORDS",
    "PaperLanguage",
    "Words",
    "called",
    "called_lines",
    "day",
    "language_tag",
    "long_day",
    "of_day",
    "say",
    "stacked",
    "value_language",
]

AREAS = (
    common,
    people,
    documents,
    acquaintance,
    changes,
    copies,
    norms,
    matrix,
    risks,
    bodies,
    minutes,
    tasks,
    plans,
    events,
    binder,
    year_records,
    report,
    succession,
    encryption,
)
WORDS: dict[str, Words] = {key: words for area in AREAS for key, words in area.WORDS.items()}


class PaperLanguage(StrEnum):
    """The language of a paper, chosen per print; BILINGUAL says every fixed text as «Аты-жөні / Ф.И.О.»."""

    KK = "kk"
    RU = "ru"
    EN = "en"
    BILINGUAL = "bilingual"


def say(words: str | Words, language: PaperLanguage, **values: object) -> str:
    """A wording (or the key of one) in a paper's language, `%(name)s` filled in."""
    chosen = WORDS[words] if isinstance(words, str) else words
    if language is PaperLanguage.BILINGUAL:
        said = chosen.kk if chosen.kk == chosen.ru else f"{chosen.kk} / {chosen.ru}"
    else:
        said = {PaperLanguage.KK: chosen.kk, PaperLanguage.RU: chosen.ru}.get(language, chosen.en)
    return said % values if values else said


def called(name: Name, language: PaperLanguage) -> str:
    """A name as a paper of this language has it: the Russian one where there is one, both on a bilingual paper."""
    return " / ".join(called_lines(name, language))


def stacked(name: Name, language: PaperLanguage) -> str:
    """The same, the two names of a bilingual paper on lines of their own."""
    return "\n".join(called_lines(name, language))


def called_lines(name: Name, language: PaperLanguage) -> tuple[str, ...]:
    """The one or the two names that a paper of this language has; nothing for no name."""
    kk, ru = (name.kk, name.ru) if isinstance(name, Twin) else (name, name)
    chosen = {PaperLanguage.RU: (ru,), PaperLanguage.BILINGUAL: (kk, ru)}.get(language, (kk,))
    return tuple(dict.fromkeys(filter(None, chosen)))


def value_language(language: PaperLanguage) -> PaperLanguage:
    """The language of values and running lines: on a bilingual paper the heads are twins, the values Kazakh."""
    return PaperLanguage.KK if language is PaperLanguage.BILINGUAL else language


def day(of: date | None) -> str:
    """A day as forms write it, `22.11.2026`; nothing for no day."""
    return f"{of.day:02}.{of.month:02}.{of.year:04}" if of else ""


def language_tag(language: PaperLanguage) -> str:
    """The language a reader of the file is told; a bilingual paper is a Kazakh one with a twin."""
    return "kk" if language is PaperLanguage.BILINGUAL else language.value
