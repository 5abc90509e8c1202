"""Builders that make records through the services, so that a test reads like the domain."""

from __future__ import annotations

from datetime import date
from itertools import count

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.bodies import BodyDraft, BodyPostDraft, PostRole
from altdesk.domain.documents import DocumentDraft
from altdesk.domain.people import PersonDraft, PersonKind
from altdesk.services import acquaintance, bodies, documents, people

EFFECTIVE = date(2026, 9, 1)
SURNAMES = (
    "Асанов",
    "Әбенов",
    "Бақытов",
    "Ғалымов",
    "Ермеков",
    "Қуанышев",
    "Нұрланов",
    "Өмірбеков",
    "Үмітов",
    "Шәкенов",
)
POSTS = (
    BodyPostDraft("Төраға", 1, role=PostRole.CHAIR),
    BodyPostDraft("Орынбасар", 1, role=PostRole.DEPUTY),
    BodyPostDraft("Хатшы", 1, role=PostRole.SECRETARY),
    BodyPostDraft("Мүше"),
)


class Make:
    """`make.person()`, `make.document()`, `make.sheet()`: each returns the id of what it made."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._numbers = count(1)

    def person(self, surname: str = "", given_name: str = "Айгүл", patronymic: str = "", **fields: object) -> int:
        name = surname or SURNAMES[next(self._numbers) % len(SURNAMES)]
        draft = PersonDraft(name, given_name, patronymic, **{"kind": PersonKind.STAFF, **fields})  # type: ignore[arg-type]
        return self._id(people.add(self.desk, draft))

    def people(self, number: int, **fields: object) -> list[int]:
        return [self.person(f"{SURNAMES[n % 10]}{n // 10 or ''}", **fields) for n in range(number)]

    def document(self, code: str = "", title: str = "Ішкі аудит", effective_on: date | None = EFFECTIVE) -> int:
        draft = DocumentDraft(code or f"ҚР-ALT-{next(self._numbers):02}", title)
        return self._id(documents.add(self.desk, draft, 1, effective_on))

    def audience(self, document_id: int, *entries: AudienceEntry) -> None:
        documents.set_audience(self.desk, document_id, entries or (AudienceEntry(everyone=True),))

    def revision_in_force(self, document_id: int) -> int:
        found = documents.get(self.desk, document_id).in_force
        assert found is not None
        return found.id

    def sheet(self, document_id: int, **options: object) -> int:
        return self._id(acquaintance.make_sheet(self.desk, self.revision_in_force(document_id), **options))  # type: ignore[arg-type]

    def body(self, name: str = "Студенттік үкімет", **fields: object) -> int:
        return self._id(bodies.add(self.desk, BodyDraft(name, **fields), POSTS))  # type: ignore[arg-type]

    def post(self, body_id: int, title: str) -> int:
        return next(post.id for post in bodies.get(self.desk, body_id).posts if post.title == title)

    def term(self, body_id: int, post: str, person: int, starts_on: date, ends_on: date | None = None) -> int:
        return self._id(bodies.add_term(self.desk, self.post(body_id, post), person, starts_on, ends_on))

    def _id(self, changed: object) -> int:
        made = getattr(changed, "id", None)
        assert made is not None
        return int(made)
