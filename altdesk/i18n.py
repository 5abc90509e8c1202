"""Translations: gettext catalogues of the program, one translator per language, of the screen or of a paper."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

from altdesk.domain.errors import Refusal
from altdesk.folders import resources

LANGUAGES = ("kk", "ru", "en")
DEFAULT_LANGUAGE = "kk"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of one language; a missing one answers with the English source texts."""
    folder = Path(resources("translations"))
    return gettext.translation("altdesk", folder, languages=[language], fallback=True)


class Translator:
    """Says texts in one language; screens hold the screen's, papers get one of their own."""

    def __init__(self, language: str = DEFAULT_LANGUAGE) -> None:
        self.language = language
        self._observers: list[Callable[[], None]] = []

    def __call__(self, text: str, /, **values: object) -> str:
        """The text in this language, `%(name)s` filled in from `values`. An empty text stays empty."""
        said = catalogue(self.language).gettext(text) if text else ""
        return said % values if values else said

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The text for `number` things; `%(n)d` is filled in with it."""
        return catalogue(self.language).ngettext(one, many, number) % {"n": number, **values}

    def refusal(self, refusal: Refusal) -> str:
        """The sentence of a refusal in this language."""
        return self(refusal.message, **refusal.values)

    def switch(self, language: str) -> None:
        """Change the language; everybody who observes is told and draws again."""
        self.language = language
        for observer in list(self._observers):
            observer()

    def observe(self, observer: Callable[[], None]) -> None:
        self._observers.append(observer)
