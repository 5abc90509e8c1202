"""The story of the sample desk's sheets, told day by day: revisions come, sheets go out, come back, or are overdue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.acquaintance import RowMark, RowState
from altdesk.domain.documents import Who
from altdesk.domain.people import PeopleQuery
from altdesk.forms.form import PrintOptions
from altdesk.services import acquaintance, documents, groups, people, printing
from altdesk.services.papers import acquaintance as papers

Event = tuple[int, Callable[[], None]]

AGREED = timedelta(days=4)  # before the day from which a revision is in force
AGREE = ("Тексерісова Сәуле Аудитқызы", "Үлгібаев Асқар Сынақұлы")
APPROVES = "Нұсқабаева Зере Қалыпқызы"


def tell(desk: Desk, story: dict[str, Any], kept: dict[str, Any], today: date) -> None:
    """Let everything happen in the order of its days."""
    events: list[Event] = []
    for each in kept["document"]:
        events += _revisions(desk, each, today)
    for each in story["sheet"]:
        events += _Sheet(desk, each, today).events()
    for _, happen in sorted(events, key=lambda event: event[0]):
        happen()


def _revisions(desk: Desk, each: dict[str, Any], today: date) -> list[Event]:
    def put_in_force(number: int, days: int) -> Callable[[], None]:
        def happen() -> None:
            found, day = documents.by_code(desk, each["code"]), today + timedelta(days)
            made = documents.add_revision(desk, found.id, number, today=day - AGREED - AGREED).id
            assert made is not None
            for name in AGREE:
                documents.agree(desk, made, day - AGREED, Who(name), today=today)
            documents.put_in_force(desk, made, day, Who(APPROVES), today=today)

        return happen

    def withdraw() -> None:
        in_force = documents.by_code(desk, each["code"]).in_force
        assert in_force is not None
        documents.withdraw(desk, in_force.id, today - timedelta(1), Who(APPROVES), today=today)

    events: list[Event] = [(days, put_in_force(number, days)) for number, days in each.get("revisions", ())[1:]]
    return [*events, (-1, withdraw)] if each.get("withdrawn") else events


class _Sheet:
    """One sheet from making to residual."""

    def __init__(self, desk: Desk, kept: dict[str, Any], today: date) -> None:
        self._desk = desk
        self._kept = kept
        self._today = today
        self._id = 0

    def events(self) -> list[Event]:
        """Whatever is written of the sheet, by its days."""
        kept = self._kept
        found: list[Event] = [(kept["made"], self._make)]
        if "printed" in kept:
            found.append((kept["printed"], lambda: self._print(kept["printed"])))
        if "leaves" in kept:
            found.append((kept["printed"] + 1, self._leave))
        if "back" in kept:
            found.append((kept["back"], self._back))
        if "residual" in kept:
            found.append((kept["residual"]["made"], self._residual))
        return found

    def _day(self, days: int | None) -> date | None:
        return None if days is None else self._today + timedelta(days)

    def _make(self) -> None:
        found = documents.by_code(self._desk, self._kept["document"])
        revision = documents.chosen_revision(found, self._kept.get("revision"))
        group = groups.by_name(self._desk, self._kept["group"]).id if "group" in self._kept else None
        expected, made = self._day(self._kept.get("expected")), self._day(self._kept["made"])
        changed = acquaintance.make_sheet(self._desk, revision.id, group_id=group, expected_on=expected, today=made)
        self._id = changed.id or 0

    def _print(self, days: int) -> None:
        paper = papers.acquaintance(self._desk, self._id)
        options = PrintOptions()
        printing.record(paper, printing.render(self._desk, paper, options), options, self._day(days))

    def _leave(self) -> None:
        who = people.ids(self._desk, PeopleQuery(text=self._kept["leaves"]))
        people.leave(self._desk, who, self._today + timedelta(self._kept["printed"] + 1))

    def _back(self) -> None:
        row = {each.full_name: each.no for each in acquaintance.sheet(self._desk, self._id).rows}
        exceptions = {row[name]: RowMark(RowState.ABSENT) for name in self._kept.get("absent", ())}
        if refused := self._kept.get("refused"):
            day = self._day(self._kept["signed"])
            exceptions[row[refused["name"]]] = RowMark(RowState.REFUSED, day, refused["note"])
        signed = self._today + timedelta(self._kept["signed"])
        back = self._day(self._kept["back"])
        acquaintance.mark_back(self._desk, self._id, signed, exceptions, back_on=back, today=back)

    def _residual(self) -> None:
        kept = self._kept["residual"]
        expected, made = self._day(kept.get("expected")), self._day(kept["made"])
        changed = acquaintance.residual(self._desk, self._id, expected_on=expected, today=made)
        self._id = changed.id or 0
        self._print(kept["printed"])
