"""What finder fields offer: persons, posts and units of the desk. Everything here runs in the desk's room."""

from __future__ import annotations

from collections.abc import Iterable

from altdesk.desk import Desk
from altdesk.domain.documents import DocumentsQuery
from altdesk.domain.names import split_full_name
from altdesk.domain.norms import NormsQuery
from altdesk.domain.people import PeopleQuery, PersonDraft, PersonKind
from altdesk.domain.text import fold
from altdesk.services import documents, interests, norms, people, units
from ui.widgets.finder import Suggestion

MOST = 30


def offer_persons(desk: Desk, text: str) -> list[Suggestion]:
    """Persons by any part of the name, with or without Kazakh letters."""
    ids = people.ids(desk, PeopleQuery(text=text), MOST)
    lines = people.lines(desk, ids)
    about = {line.id: ", ".join(filter(None, (line.post, line.group, line.unit))) for line in lines}
    return [Suggestion(line.id, line.full_name, about[line.id]) for line in lines]


def offer_names(desk: Desk, text: str) -> list[Suggestion]:
    """Names of persons, for a field that keeps the name itself."""
    return [Suggestion(each.title, each.title, each.subtitle) for each in offer_persons(desk, text)]


def person_name(desk: Desk, person_id: int) -> str:
    return people.get(desk, person_id).full_name


def add_person(desk: Desk, full_name: str, kind: PersonKind = PersonKind.STAFF) -> int:
    """A new person from a name typed on one line; the answer is the id."""
    parts = split_full_name(full_name).parts
    made = people.add(desk, PersonDraft(parts.surname, parts.given_name, parts.patronymic, kind))
    return made.id or 0


def offer_posts(desk: Desk, text: str) -> list[Suggestion]:
    return holding(text, people.posts(desk))


def offer_units(desk: Desk, text: str) -> list[Suggestion]:
    return holding(text, [unit.name for unit in units.all_units(desk)])


def offer_documents(desk: Desk, text: str) -> list[Suggestion]:
    """Documents by any part of code or title, with or without Kazakh letters."""
    found = documents.lines(desk, documents.ids(desk, DocumentsQuery(text=text), MOST))
    return [Suggestion(line.id, line.code, line.title) for line in found]


def offer_codes(desk: Desk, text: str) -> list[Suggestion]:
    """Codes of documents, for a field that keeps the code itself."""
    return [Suggestion(each.title, each.title, each.subtitle) for each in offer_documents(desk, text)]


def document_name(desk: Desk, document_id: int) -> str:
    return documents.get(desk, document_id).code


def offer_owners(desk: Desk, text: str) -> list[Suggestion]:
    """Who may own a document: units, then posts."""
    return [*offer_units(desk, text), *offer_posts(desk, text)][:MOST]


def offer_norms(desk: Desk, text: str) -> list[Suggestion]:
    """Norms by any part of designation or title."""
    found = norms.lines(desk, norms.ids(desk, NormsQuery(text=text), MOST))
    return [Suggestion(line.id, line.designation, line.title) for line in found]


def offer_interests(desk: Desk, text: str) -> list[Suggestion]:
    """Words people are interested in and clubs are about."""
    return holding(text, interests.known_words(desk))


def holding(text: str, names: Iterable[str]) -> list[Suggestion]:
    """Those names that hold the text, the ones that begin with it first."""
    key = fold(text)
    found = [(not fold(name).startswith(key), at, name) for at, name in enumerate(names) if key in fold(name)]
    return [Suggestion(name, name) for _, _, name in sorted(found)[:MOST]]
