"""Builders that make records through the services, so that a test reads like the domain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.bodies import BodyDraft, BodyPostDraft, PostRole
from altdesk.domain.documents import DocumentDraft
from altdesk.domain.minutes import ItemDraft, PointDraft
from altdesk.domain.minutes_kinds import Presence
from altdesk.domain.organisation import Organisation
from altdesk.domain.people import PersonDraft, PersonKind
from altdesk.domain.plans import PlanDraft, RowDraft
from altdesk.domain.plans_kinds import PlanKind
from altdesk.domain.tasks import TaskDraft
from altdesk.services import (
    acquaintance,
    agenda,
    attendance,
    bodies,
    documents,
    minutes,
    organisation,
    people,
    plans,
    plans_approval,
    plans_rows,
    points,
    tasks,
)

EFFECTIVE = date(2026, 9, 1)
HELD = date(2026, 10, 12)  # a meeting
TODAY = date(2028, 6, 30)  # when minutes are finalized, whatever the clock says
HEADS = Organisation(
    name="Университет",
    director_post="Директор",
    director="Үлгібаев Асқар",
    approver_post="Проректор",
    approver="Нұсқабаева Зере",
    rector_post="Ректор",
    rector="Қағазбаев Төлеген",
)
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

    def body(self, name: str = "Студенттік үкімет", *, members: int = 0, **fields: object) -> int:
        """A body with its posts; with so many people in office, a chair and a secretary first."""
        made = self._id(bodies.add(self.desk, BodyDraft(name, **fields), POSTS))  # type: ignore[arg-type]
        self.members(made, members)
        return made

    def post(self, body_id: int, title: str) -> int:
        return next(post.id for post in bodies.get(self.desk, body_id).posts if post.title == title)

    def term(self, body_id: int, post: str, person: int, starts_on: date, ends_on: date | None = None) -> int:
        return self._id(bodies.add_term(self.desk, self.post(body_id, post), person, starts_on, ends_on))

    def members(self, body_id: int, number: int, starts_on: date = EFFECTIVE) -> list[int]:
        """So many new people in office: a chair, a secretary, and members."""
        if not number:
            return []
        with self.desk.step("Members"):
            found = self.people(number)
            for person, post in zip(found, ["Төраға", "Хатшы", *["Мүше"] * number], strict=False):
                self.term(body_id, post, person, starts_on)
        return found

    def minutes(
        self,
        body_id: int | None = None,
        held_on: date = HELD,
        *,
        present: int = 7,
        of: int = 12,
        items: Sequence[str] = ("Жоспар туралы",),
    ) -> int:
        """Draft minutes of a meeting of a body, a new one unless it is given, with so many of its members there."""
        if body_id is None:
            body_id = self.body(f"Кеңес {next(self._numbers)}", members=of)
        made = self._id(minutes.start(self.desk, body_id, held_on))
        absent = [row.id for row in minutes.get(self.desk, made).attendees[present:]]
        attendance.mark(self.desk, made, absent, Presence.ABSENT)
        for title in items:
            agenda.add(self.desk, made, ItemDraft(title))
        return made

    def final(self, *arguments: int, number: str = "", **options: object) -> int:
        """Final minutes, made as `minutes` makes them."""
        made = self.minutes(*arguments, **options)  # type: ignore[arg-type]
        minutes.finalize(self.desk, made, number, TODAY)
        return made

    def item(self, minutes_id: int, number: int = 1) -> int:
        """The id of an item by its place on the agenda."""
        return minutes.get(self.desk, minutes_id).items[number - 1].id

    def point(self, minutes_id: int, text: str = "Жоспар бекітілсін", item: int = 1, **fields: object) -> int:
        draft = PointDraft(text, **fields)  # type: ignore[arg-type]
        return self._id(points.add(self.desk, self.item(minutes_id, item), draft))

    def task(self, text: str = "Есеп тапсыру", **fields: object) -> int:
        return self._id(tasks.add(self.desk, TaskDraft(text, **fields), today=HELD))  # type: ignore[arg-type]

    def plan(self, *rows: tuple[str, str], year: int = 2026, **fields: object) -> int:
        """A draft plan of work with youth, with rows of a title and a time."""
        draft = PlanDraft(**{"kind": PlanKind.YOUTH, "year": year, **fields})  # type: ignore[arg-type]
        made = self._id(plans.add(self.desk, draft, EFFECTIVE))
        for title, when in rows or (("Жастар апталығы", "қазан"), ("Қайырымдылық акциясы", "15.10")):
            plans_rows.add(self.desk, made, RowDraft(title, when))
        return made

    def approved_plan(self, *rows: tuple[str, str], on: date = EFFECTIVE, **fields: object) -> int:
        """A plan that went through all its approvals on one day."""
        if not organisation.get(self.desk).approver_post:
            organisation.save(self.desk, HEADS)
        made = self.plan(*rows, **fields)  # type: ignore[arg-type]
        self.approve(made, on)
        return made

    def approve(self, plan_id: int, on: date = EFFECTIVE) -> None:
        """Everybody in the chain gives their word on one day."""
        plans_approval.send(self.desk, plan_id, on, TODAY)
        while plans.get(self.desk, plan_id).newest.with_them is not None:
            plans_approval.given(self.desk, plan_id, on, TODAY, onward=True)

    def _id(self, changed: object) -> int:
        made = getattr(changed, "id", None)
        assert made is not None
        return int(made)
