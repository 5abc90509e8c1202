"""What the fields of a meeting offer: people as minutes name them, and ready phrases. In the desk's room."""

from __future__ import annotations

from altdesk.desk import Desk
from altdesk.domain.minutes import Named
from altdesk.domain.people import PeopleQuery
from altdesk.domain.phrases import Section
from altdesk.domain.text import fold
from altdesk.services import people, phrases
from ui.widgets.finder import Suggestion

MOST = 30


class Offers:
    """Everything is asked of one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def people(self, text: str) -> list[Suggestion]:
        """Persons of the register by any part of the name, with or without Kazakh letters."""
        lines = people.lines(self._desk, people.ids(self._desk, PeopleQuery(text=text), MOST))
        return [
            Suggestion(
                Named(line.full_name, line.post, line.id),
                line.full_name,
                ", ".join(filter(None, (line.post, line.group or line.unit))),
            )
            for line in lines
        ]

    def heard(self, key: str) -> list[Suggestion]:
        return self._phrases(Section.HEARD, key)

    def discussed(self, key: str) -> list[Suggestion]:
        return self._phrases(Section.DISCUSSED, key)

    def resolved(self, key: str) -> list[Suggestion]:
        return self._phrases(Section.RESOLVED, key)

    def _phrases(self, section: Section, key: str) -> list[Suggestion]:
        """Those of this section whose key begins so; without a key, or with one that none has, all of them."""
        sections = {Section.ANY, section}
        known = [each for each in phrases.all_phrases(self._desk) if each.section in sections]
        begun = [each for each in known if fold(each.key).startswith(fold(key))]
        return [Suggestion(each.text, each.key) for each in begun or known]
